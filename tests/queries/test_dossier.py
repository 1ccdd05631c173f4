"""A dossier counts what it shows: each of its numbers is as many rows as its evidence has."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.model import Mention, Record
from dashboard.queries import dossier
from dashboard.queries.corpus import Corpus
from dashboard.queries.dossier import Subject
from dashboard.queries.evidence import gather
from dashboard.store import Store
from dashboard.tables import frames
from tests.deskdata import DRAFTS, Draft

IRAN, PAIR, DRILLS = Subject("state", "IRN"), Subject("dyad", "IRN-RUS"), Subject("theme", "naval-drills")
MINISTER, FLEET = Subject("person", "person:سالم الحداد"), Subject("organization", "org:اسطول")
TALK = Draft(
    "d1",
    "تصريحات الوزير",
    "قال سالم الحداد إن بلاده ترحب بمبادرة [IRN:إيران] في مايو المقبل. "
    "وانتقد أسطول الشرق كلام سالم الحداد عن [CHN:الصين]. "
    "ورأى محلل أن سالم الحداد أخطأ. وقالت شركة المنار إن الأسعار سترتفع.",
    "2023-03-15",
    dates=[
        ("مايو المقبل", {"from_day": "2023-05-01", "to_day": "2023-05-31", "precision": "month", "tense": "future"}),
    ],
    themes={"diplomacy": ["بمبادرة"]},
    relations=[
        ("ترحب", {"source": "SAU", "target": "IRN", "actors": ("SAU", "IRN"), "reciprocal": False, "type": "SUPPORT",
                  "sign": "+", "status": "claimed"}),
        ("وانتقد", {"source": "RUS", "target": None, "actors": ("RUS",), "reciprocal": False, "type": "ACCUSE",
                   "sign": "-", "status": "occurred"}),
    ],
    quotes=[
        ("إن بلاده ترحب بمبادرة إيران", "سالم الحداد"), ("أن سالم الحداد أخطأ", "محلل"),
        ("إن الأسعار سترتفع", "شركة المنار"),
    ],
)  # fmt: skip
COPY = replace(TALK, id="d2", source="صحيفة أخرى", published="2023-03-16")


def record(draft: Draft) -> Record:
    """The draft with its minister (who speaks) and its fleet, an organ of Russia, as mentions."""
    made = draft.record()
    text, more = made.article.text, []
    for words, kind, id, country, acts in (
        ("سالم الحداد", "person", MINISTER.id, "SAU", False), ("أسطول الشرق", "organization", FLEET.id, "RUS", True),
        ("شركة المنار", "organization", "org:المنار", "SAU", False),
    ):  # fmt: skip
        at = text.find(words)
        while at >= 0:
            sentence = next(i for i, (s, e) in enumerate(made.sentences) if s <= at < e)
            more.append(Mention(start=at, end=at + len(words), text=words, kind=kind, id=id, name=words,  # type: ignore[arg-type]
                                country=country, acts_for_state=acts, rule="test", sentence=sentence,
                                role="وزير الخارجية" if kind == "person" else None))  # fmt: skip
            at = text.find(words, at + 1)
    mentions = (*made.mentions, *more)
    first = {m.text: i for i, m in reversed(list(enumerate(mentions))) if m.kind != "country"}
    quotes = [replace(q, speaker_mention=first.get(str(q.speaker))) for q in made.quotes]
    return replace(made, mentions=mentions, quotes=tuple(quotes))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(tmp_path_factory.mktemp("dossier") / "w.db")
    made.put([record(draft) for draft in (*DRAFTS, TALK, COPY)], made.add_batch("test"))
    return made


@pytest.fixture(scope="module")
def corpus(store: Store) -> Corpus:
    return Corpus(frames(store), store.revision(), store.search)


VIEWS = (
    Filters(),
    Filters(start=dt.date(2023, 3, 1), end=dt.date(2023, 3, 31)),
    Filters(basis="event", start=dt.date(2023, 5, 1)),
    Filters(themes=("diplomacy",)),
    Filters(sources=("صحيفة أخرى",)),
)
SUBJECTS = (
    IRAN, PAIR, DRILLS, MINISTER, FLEET, Subject("state", "CHN"), Subject("dyad", "IRN-SAU"),
    Subject("theme", "diplomacy"), Subject("person", "person:nobody"), Subject("theme", "unheard"),
)  # fmt: skip


@pytest.mark.parametrize("filters", VIEWS, ids=str)
@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_every_number_is_the_rows_of_its_evidence(corpus: Corpus, filters: Filters, subject: Subject) -> None:
    def rows(hits: dossier.Hits) -> int:
        return len(gather(corpus, hits))

    ask = (corpus, filters, subject)
    known, found = dossier.numbers(*ask), dossier.facts(*ask)
    assert known.articles == rows(dossier.Hits(found, "article")) and known.sentences == rows(dossier.Hits(found))
    assert (known.articles_before or 0) == rows(dossier.before(*ask))
    assert (known.first is None) == (rows(dossier.edge_of(*ask, "first")) == 0)
    grain, bars, _ = dossier.per_period(*ask)
    for bar in bars.itertuples():
        assert bar.articles == rows(dossier.in_period(*ask, bar.period)), grain
    marks = dossier.spoken_of(*ask)
    for mark in marks.to_dict("records"):
        assert mark["count"] == rows(dossier.on_days(*ask, [mark["id"]]))
    for other in dossier.company(*ask).itertuples():
        assert other.sentences == rows(dossier.beside(*ask, other.actor))
    for sign, count in dossier.signs(*ask).items():
        assert count == rows(dossier.coded_as(*ask, sign=sign))
    for kind in dossier.by_kind(*ask).itertuples():
        hits = dossier.coded_as(*ask, type=kind.type, mode=kind.mode, status=kind.status, sign=kind.sign)
        assert kind.sentences == rows(hits)
    for pair in dossier.partners(*ask).itertuples():
        assert pair.sentences == rows(dossier.with_partner(*ask, pair.source, pair.target, pair.directed))


@pytest.mark.parametrize(
    ("subject", "articles", "sentences"),
    [(IRAN, 5, 5), (PAIR, 2, 2), (DRILLS, 1, 1), (MINISTER, 2, 6), (FLEET, 2, 2), (Subject("person", "x"), 0, 0)],
)
def test_how_often(corpus: Corpus, subject: Subject, articles: int, sentences: int) -> None:
    known = dossier.numbers(corpus, Filters(), subject)
    assert (known.articles, known.sentences) == (articles, sentences)
    assert (known.articles_before, known.sentences_before) == (None, None)


def test_against_the_period_before(corpus: Corpus) -> None:
    march = Filters(start=dt.date(2023, 3, 10), end=dt.date(2023, 4, 9))
    known = dossier.numbers(corpus, march, IRAN)
    assert (known.articles, known.articles_before, known.sentences_before) == (4, 1, 1)
    assert (known.first, known.last) == (pd.Timestamp("2023-03-11"), pd.Timestamp("2023-03-20"))
    assert [row.article for row in gather(corpus, dossier.before(corpus, march, IRAN))] == ["a1"]


def test_days_stand_on_themes_and_a_themes_days_on_states(corpus: Corpus) -> None:
    lanes = set(dossier.spoken_of(corpus, Filters(), IRAN)["lane"])
    assert lanes == {"naval-drills", "diplomacy", "sanctions"}  # not "yesterday", whose sentence names only China
    assert set(dossier.spoken_of(corpus, Filters(), DRILLS)["lane"]) == {"IRN", "RUS", "CHN"}


def test_company_is_of_the_same_sentence_and_counts_copies_once(corpus: Corpus) -> None:
    found = dossier.company(corpus, Filters(), MINISTER).set_index("actor")
    assert found["sentences"].to_dict() == {"IRN": 1, "RUS": 1, "CHN": 1}
    assert found.loc["IRN", "reports"] == 1
    # An organ's own name, which counts for its state, is nobody beside it.
    assert set(dossier.company(corpus, Filters(), FLEET)["actor"]) == {MINISTER.id, "CHN"}
    assert set(dossier.company(corpus, Filters(), PAIR)["actor"]) == {"CHN"}


def said(found: list[dossier.Told]) -> list[tuple[str, int]]:
    return [(one.row.article, len(one.copies)) for one in found]


def test_what_it_said_and_what_others_said_of_it(corpus: Corpus, store: Store) -> None:
    def both(subject: Subject) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
        ask = (corpus, Filters(), subject, store.texts)
        return said(dossier.by(*ask)), said(dossier.about(*ask))

    assert both(MINISTER) == ([("d2", 1)], [("d2", 1)])  # his own words, and the analyst's, which name him
    assert both(Subject("state", "SAU")) == ([("d2", 1)], [])  # the minister's words, not those of a company
    assert both(Subject("organization", "org:المنار")) == ([("d2", 1)], [])
    assert both(IRAN) == ([], [("d2", 1)])
    assert both(Subject("dyad", "IRN-SAU")) == ([("d2", 1)], [])
    assert both(Subject("theme", "diplomacy")) == ([], [("d2", 1)])
    assert both(PAIR) == ([], [])


def test_relations_of_a_state_a_pair_and_who_acts_for_a_state(corpus: Corpus) -> None:
    def kinds(subject: Subject) -> dict[tuple[str, str], int]:
        found = dossier.by_kind(corpus, Filters(), subject)
        return {(row.type, row.status): row.sentences for row in found.itertuples()}

    assert kinds(PAIR) == {("AGREE", "announced"): 1, ("REJECT", "occurred"): 1}
    assert kinds(Subject("state", "SAU")) == {("AGREE", "occurred"): 1, ("SUPPORT", "claimed"): 1}
    assert kinds(MINISTER) == {("SUPPORT", "claimed"): 1, ("ACCUSE", "occurred"): 1}
    assert kinds(FLEET) == {("ACCUSE", "occurred"): 1}
    assert dossier.signs(corpus, Filters(), PAIR) == {"+": 1, "-": 1}
    pairs = dossier.partners(corpus, Filters(), Subject("state", "SAU"))
    assert {(row.source, row.target, row.directed, row.score) for row in pairs.itertuples()} == {
        ("SAU", "IRN", True, 1), ("IRN", "SAU", False, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "first"), [("state", "IRN"), ("dyad", "IRN-RUS"), ("person", MINISTER.id), ("organization", FLEET.id)]
)
def test_choices_count_the_articles_of_each(corpus: Corpus, kind: str, first: str) -> None:
    found = dossier.choices(corpus, Filters(), kind)
    assert first in set(found.index) and list(found) == sorted(found, reverse=True)
    for id, count in found.items():
        assert count == dossier.numbers(corpus, Filters(), Subject(kind, str(id))).articles


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ايران", "IRN"),
        ("إِيران", "IRN"),
        ("السعود", "SAU"),
        ("يران", "IRN"),
        ("المملك", "SAU"),
        ("", None),
        ("القمر", None),
    ],
)
def test_a_typed_name(typed: str, found: str | None) -> None:
    names = {"SAU": ("السعودية", "المملكة"), "IRN": ("إيران",)}
    assert dossier.found_by(typed, names, pd.Series({"SAU": 9, "IRN": 2})) == found


def test_roles_and_actors(corpus: Corpus) -> None:
    assert dossier.roles(corpus, MINISTER) == (["وزير الخارجية"], "SAU")
    assert dossier.roles(corpus, IRAN) == ([], None)
    assert [dossier.of_actor(corpus, id).kind for id in ("IRN", MINISTER.id, FLEET.id)] == [
        "state", "person", "organization",
    ]  # fmt: skip
    assert dossier.dyad("RUS", "IRN") == PAIR
    assert isinstance(dossier.acts(corpus, Filters(), IRAN)["index"].to_numpy(), np.ndarray)
