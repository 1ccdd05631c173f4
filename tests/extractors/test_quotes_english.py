"""English statements: who speaks where another has spoken already, and what is no statement."""

from __future__ import annotations

import pytest

from .test_quotes import said


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # Another's quotation stands before: it is not this speaker's.
        ('Norway called the fine "absurd", while the Kremlin said it saw no alternative.', "Kremlin", "it saw no alt"),
        ('Peru noted that Chile "often forgets", and Bolivia said it would wait.', "Bolivia", "it would wait"),
        ("Peru said the road would open, but Bolivia itself said the road was closed.", "Bolivia", "the road was"),
        # A second verb: the subject is the person, not the office or the state before the name.
        ("A Kremlin spokesman, Dmitry Peskov, declined to comment but noted that contacts went on.", "Dmitry Peskov",
         "contacts went on"),
        ("Swedish Prime Minister Ulf Kristersson smiled and said the wait was over.", "Ulf Kristersson", "the wait"),
        ('Sergei Lavrov spoke of "a lost decade".', "Sergei Lavrov", "a lost decade"),
        ('Sergei Lavrov dismissed the report as "an old fairy tale".', "Sergei Lavrov", "an old fairy tale"),
        ("The ambassador went on to say that the office would reopen.", "ambassador", "the office would reopen"),
        # Words around the verb that are nobody's.
        ("The barrage will open next spring, a senior officer said on condition of anonymity.", "senior officer",
         "The barrage will open next spring"),
        ("About 90 lorries were stuck at the gate, a hauliers' association said.", "hauliers' association", "About 90"),
    ],
)  # fmt: skip
def test_the_speaker_among_others(text: str, speaker: str, words: str) -> None:
    assert [quote.speaker for quote in said(text, "en") if words in text[quote.start : quote.end]] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Peru recalled its ambassador and expelled the Chilean envoy.",
        "Peru welcomed the truce.",
        "Peru asked the court to rule on the islands.",
        "Peru voiced support for the Chilean bid.",
        "The minister spoke of the weather.",
        "The ship went on to Lima.",
    ],
)
def test_no_statement(text: str) -> None:
    assert said(text, "en") == []
