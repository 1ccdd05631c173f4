"""Where the words of a document are that a question says something of: each word asked once, whatever asks."""

from __future__ import annotations

from collections import Counter

from dashboard.clean import sieve
from dashboard.clean.document import analyse

TEXT = "زار الوزير بغداد. وعاد الوزير إلى عمان، ثم زار بغداد."


def test_where_a_question_says_something() -> None:
    doc = analyse(TEXT)
    assert [doc.words[at] for at in doc.where("بغداد".__eq__)] == ["بغداد", "بغداد"]
    assert doc.where(str.isdigit) == []
    assert doc.where(lambda word: word) == list(range(len(doc.words)))
    assert analyse("").where(str.isalpha) == []


def test_within_is_what_stands_between_two_tokens() -> None:
    doc = analyse(TEXT)
    everywhere = doc.where("الوزير".__eq__)
    assert [doc.within("الوزير".__eq__, *bounds) for bounds in doc.bounds] == [everywhere[:1], everywhere[1:]]
    assert doc.within("الوزير".__eq__, everywhere[0], everywhere[0]) == []
    assert doc.within("الوزير".__eq__, everywhere[0] + 1, everywhere[1]) == []


def test_a_word_is_asked_once_however_many_texts_hold_it() -> None:
    asked: Counter[str] = Counter()

    def question(word: str) -> bool:
        asked[word] += 1
        return word.endswith("ير")

    for _ in range(3):
        doc = analyse(TEXT)
        assert [doc.words[at] for at in doc.where(question)] == ["الوزير", "الوزير"]
        doc.where(question)
    assert set(asked) == set(doc.words)
    assert set(asked.values()) == {1}


def test_questions_beyond_the_most_begin_anew_and_answer_the_same() -> None:
    questions = [(lambda word, length=length: len(word) == length) for length in range(60)]
    for _ in range(2):
        doc = analyse(TEXT)
        for length, question in enumerate(questions):
            assert doc.where(question) == [at for at, word in enumerate(doc.words) if len(word) == length]
    assert len(sieve._sieve.questions) <= sieve._MOST
