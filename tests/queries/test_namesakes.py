"""Which names may be one: like enough to be asked about, and no more."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import Filters
from dashboard.model import Article, Mention, Record
from dashboard.queries import namesakes
from dashboard.queries.corpus import Corpus
from dashboard.store import Store
from dashboard.tables import frames


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("أمير عبد اللهيان", "أمير عبداللهيان", True), ("سيرغي لافروف", "لافروف", True),
        ("سيرغي لافروف", "سيرجي لافروف", True), ("Sergey Lavrov", "Sergei Lavrov", True),
        ("علي شمخاني", "علي أكبر شمخاني", True), ("الحسن ولد الغزواني", "حسن ولد الغزواني", True),
        ("سيرغي لافروف", "سيرغي شويغو", False), ("سيرغي لافروف", "ماريا لافروف", False),
        ("محمد بن سلمان", "محمد بن زايد", False), ("Xi Jinping", "Xi", False), ("علي لاري", "علي ناري", False),
        ("John Kerry", "John Kirby", False), ("محمود عباس", "عباس محمود", False),
    ],
)  # fmt: skip
def test_alike(one: str, other: str, expected: bool) -> None:
    words = [namesakes.words_of(name) for name in (one, other)]
    assert namesakes.alike(*words) is expected and namesakes.alike(*reversed(words)) is expected


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    store = Store(tmp_path / "w.db")
    named = [("a", "سيرغي لافروف"), ("a", "لافروف"), ("b", "سيرغي لافروف"), ("c", "لافروف"), ("c", "ماريا زاخاروفا")]
    store.put([
        Record(article=Article(id=id, text="نص"), mentions=tuple(
            Mention(start=0, end=2, text="نص", kind="person", id=f"person:{name}", name=name, rule="t")
            for where, name in named if where == id
        )) for id in "abc"
    ], store.add_batch("t"))  # fmt: skip
    return Corpus(frames(store), 0, store.search)


def test_pairs_and_those_like_one(corpus: Corpus) -> None:
    everything = Filters()
    assert namesakes.pairs(corpus, everything, "person") == [("person:سيرغي لافروف", "person:لافروف")]
    assert namesakes.like(corpus, everything, "person", "person:لافروف") == ["person:سيرغي لافروف"]
    assert namesakes.like(corpus, everything, "person", "person:ماريا زاخاروفا") == []
    assert namesakes.like(corpus, everything, "person", "nobody") == []
    assert namesakes.pairs(corpus, everything, "organization") == []
    assert set(namesakes.mentions(corpus, everything, "person:لافروف")["code"]) == {0, 2}


WORDS = (
    "علي",
    "العلي",
    "حسين",
    "حسيني",
    "الحسيني",
    "محمود",
    "محمد",
    "محمدي",
    "عبد",
    "الله",
    "لافروف",
    "دافروف",
    "لافروفا",
)
SHORT = [*((word,) for word in WORDS), *product(WORDS, repeat=2)]


def missed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are alike, and one would not find the other."""
    kept = {*namesakes._kept(other), "".join(other)}
    return namesakes.alike(one, other) and kept.isdisjoint({*namesakes._asked(one), "".join(one)})


def test_whatever_is_alike_is_found() -> None:
    assert sum(namesakes.alike(*two) for two in product(SHORT, repeat=2)) > 2 * len(SHORT)
    assert [two for two in product(SHORT, repeat=2) if missed(*two)] == []


@given(*[st.lists(st.sampled_from(WORDS[:7]), min_size=1, max_size=4).map(tuple)] * 2)
def test_whatever_is_alike_is_found_of_longer_names(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not missed(one, other)
