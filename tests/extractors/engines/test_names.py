"""The model's names against the rules': what both see, what they see differently, what only one sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.clean.document import Document, analyse
from dashboard.extractors import organs, people, phrases
from dashboard.extractors.engines.names import additions, judge
from dashboard.extractors.engines.spans import Span
from dashboard.lexicon import load
from dashboard.model import Article, Candidate, Mention
from dashboard.resolve.mentions import resolve


def rules(text: str) -> tuple[Document, list[Candidate], tuple[Mention, ...]]:
    doc, lexicon = analyse(text), load()
    found = phrases.find(doc, lexicon)
    found += organs.find(doc, lexicon, found)
    found += people.find(doc, lexicon, found)
    return doc, found, resolve([(doc, found)], lexicon, Article(text))


def spans_of(doc: Document, *names: tuple[str, str]) -> list[Span]:
    """Spans at the tokens that hold these words, each name at its first place after the one before."""
    found, at = [], 0
    for words, kind in names:
        start = doc.text.index(words, at)
        at = start + len(words)
        found.append(Span(doc.token_at(start), doc.token_at(at - 1) + 1, kind, 0.8))
    return found


def joined(text: str, *names: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    """(text, kind, id, rule) of every mention after joining."""
    doc, found, mentions = rules(text)
    lexicon, seen = load(), [spans_of(doc, *names)]
    more = resolve(additions([(doc, found)], mentions, seen, lexicon), lexicon, Article(text))
    both = sorted([*judge(mentions, [doc], seen), *more], key=lambda m: m.start or 0)
    assert all(text[m.start : m.end] == m.text for m in both)
    return [(m.text, m.kind, m.id, m.rule) for m in both]


def test_agreement_makes_surer_and_keeps_the_rule() -> None:
    doc, _, mentions = rules("وصل الوفد إلى إيران أمس")
    (before,) = mentions
    (after,) = judge(mentions, [doc], [spans_of(doc, ("إيران", "LOC"))])
    assert after.rule == f"{before.rule}+camel.ner"
    assert before.confidence < after.confidence <= 1
    assert replace(after, rule=before.rule, confidence=before.confidence) == before


def test_disagreement_shows_and_changes_nothing_else() -> None:
    doc, _, mentions = rules("وصل الوفد إلى إيران أمس")
    (before,) = mentions
    (after,) = judge(mentions, [doc], [spans_of(doc, ("إيران", "PERS"))])
    assert after.rule == f"{before.rule}+camel.ner-disagrees:person"
    assert after.confidence < before.confidence
    assert replace(after, rule=before.rule, confidence=before.confidence) == before


@pytest.mark.parametrize("names", [(), (("الوفد", "PERS"),), (("إلى إيران", "ORG"),)])
def test_silence_and_other_words_are_no_disagreement(names: tuple[tuple[str, str], ...]) -> None:
    doc, _, mentions = rules("وصل الوفد إلى إيران أمس")
    assert judge(mentions, [doc], [spans_of(doc, *names)]) == list(mentions)


def test_a_seat_of_government_may_be_a_place_to_the_model() -> None:
    ((_, kind, _, rule),) = joined("أعلن الكرملين ذلك أمس", ("الكرملين", "LOC"))
    assert kind == "organization" and rule.endswith("+camel.ner")


def test_names_that_only_the_model_sees_are_added() -> None:
    text = "في زغدونة تعمل مؤسسة نبراسكون منذ أمس"
    assert joined(text) == []
    assert joined(text, ("زغدونة", "LOC"), ("نبراسكون", "ORG")) == [
        ("زغدونة", "place", "place:زغدونه", "camel.ner"),
        ("نبراسكون", "organization", "organization:نبراسكون", "camel.ner"),
    ]


def test_nothing_is_added_over_the_rules_names() -> None:
    text = "اجتمعت وزارة الدفاع الروسية أمس"
    before = joined(text)
    after = joined(text, ("الدفاع الروسية أمس", "ORG"))
    assert [mention[:3] for mention in after] == [mention[:3] for mention in before]


def test_the_model_makes_a_weak_form_sure() -> None:
    """نيس is a word to the rules where nothing else says that it is a city."""
    text = "هدوء نيس أمس"
    assert joined(text) == []
    ((word, kind, ident, rule),) = joined(text, ("نيس", "LOC"))
    assert (word, kind) == ("نيس", "place") and not ident.startswith("place:") and rule.endswith("+camel.ner")


@pytest.mark.parametrize(
    ("text", "name", "kind", "bare"),
    [
        ("قبل ذلك وزغدونة بعيدة", "وزغدونة", "LOC", "وزغدونة"),  # nothing says that و is a conjunction
        ("هنا زغدونة وترقانة بعيدتان", "وترقانة", "LOC", "ترقانة"),  # … but after another name it is
        ("قيل وجواد سرقاني بعيد", "وجواد سرقاني", "PERS", "جواد سرقاني"),  # جواد is a given name
        ("قيل لجواد سرقاني ذلك", "لجواد سرقاني", "PERS", "جواد سرقاني"),
        ("قيل وليد سرقاني بعيد", "وليد سرقاني", "PERS", "وليد سرقاني"),  # and so is وليد
        ("قيل وَجواد سرقاني بعيد", "وَجواد سرقاني", "PERS", "جواد سرقاني"),
        ("قيل «زغدونة»، أمس", "زغدونة", "LOC", "زغدونة"),
    ],
)
def test_clitics_are_no_part_of_a_name(text: str, name: str, kind: str, bare: str) -> None:
    names = [("زغدونة", "LOC"), (name, kind)] if "زغدونة وترقانة" in text else [(name, kind)]
    assert bare in [mention[0] for mention in joined(text, *names)]


def test_the_familys_name_alone_is_the_person_named_in_full() -> None:
    text = "غاب تورفان زغدوني أمس. ثم عاد زغدوني."
    assert [mention[:3] for mention in joined(text, ("تورفان زغدوني", "PERS"), ("زغدوني", "PERS"))] == [
        ("تورفان زغدوني", "person", "person:تورفان زغدوني"),
        ("زغدوني", "person", "person:تورفان زغدوني"),
    ]
