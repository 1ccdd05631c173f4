"""A theme tried before it is saved finds what extraction finds of it; its cues count what their sentences show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard import theming
from dashboard.filters import Filters
from dashboard.ingest import store_all
from dashboard.lexicon import load
from dashboard.model import Article
from dashboard.queries import dossier, themes, trial
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import gather
from dashboard.store import Store
from dashboard.tables import frames

TEXTS = {
    "dam": "افتتح وزير الري الخزان الكبير الجديد أمس. وقال إن شحا في المياه يتراجع.",
    "river": "بلغ النهر أعلى مستوى له. وطالبت تونس بحصتها من النهر.",
    "trade": "بحث وزيرا خارجية النرويج وتونس التجارة بين البلدين.",
    "oslo": "The reservoir near Oslo is full. Water shortages are over, Norway said.",
}
WATER: dict[str, Any] = {
    "group": "society", "ar": "المياه", "en": "Water", "strong": {"ar": ["خزان * جديد"], "en": ["water shortage*"]},
    "weak": {"ar": ["النهر"]}, "with": {"ar": ["حصة*", "حصت*"]},
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(tmp_path_factory.mktemp("trial") / "w.db")
    articles = [Article(text=text, id=id, language="en" if id == "oslo" else "ar") for id, text in TEXTS.items()]
    store_all(articles, made, label="test")
    made.put_theme("water", WATER)
    theming.reread(made)
    return made


@pytest.fixture(scope="module")
def corpus(store: Store) -> Corpus:
    return Corpus(
        frames(store), store.revision(), store.search, store.known_words, theming.named(store)
    )  # fmt: skip


def found(corpus: Corpus, store: Store, new: dict[str, Any] | None, old: dict[str, Any] | None = None) -> trial.Trial:
    return trial.tried(corpus, Filters(), store.texts, old, new, corpus.themes)


def articles(corpus: Corpus, facts: Any) -> set[str]:
    return set(corpus.articles["id"].iloc[facts["code"].unique()])


def test_it_finds_what_extraction_finds(corpus: Corpus, store: Store) -> None:
    tried = found(corpus, store, WATER)
    stored = corpus.facts["themes"]
    stored = stored[(stored["id"] == "water").to_numpy()]
    place = ["code", "key", "start", "end"]
    assert len(stored) and sorted(map(tuple, tried.after[place].to_numpy().tolist())) == sorted(
        map(tuple, stored[place].to_numpy().tolist())
    )
    assert articles(corpus, tried.after) == {"dam", "river", "oslo"} and tried.before.empty
    assert (tried.read, tried.whole) == (4, 4)


@pytest.mark.parametrize("id", ["diplomacy", "energy", "sanctions", "trade-disputes"])
def test_what_ships_is_tried_like_what_was_read(corpus: Corpus, store: Store, id: str) -> None:
    tried = found(corpus, store, load().themes[id])
    stored = corpus.facts["themes"]
    assert articles(corpus, tried.after) == articles(corpus, stored[(stored["id"] == id).to_numpy()])


@pytest.mark.parametrize(
    ("change", "added", "lost"),
    [
        ({}, set(), set()),
        ({"strong": {"ar": ["خزان * جديد", "شح*"], "en": ["water shortage*"]}}, {"dam"}, set()),
        ({"strong": {"en": ["water shortage*"]}}, set(), {"dam"}),
        ({"weak": {}}, set(), {"river"}),
        ({"blockers": {"en": ["water shortages are over"]}}, set(), {"oslo"}),
        ({"entities": {"strong": ["NOR"]}}, {"trade", "oslo"}, set()),
        ({"needs": ["TUN"]}, set(), {"dam", "oslo"}),
        ({"yields_to": ["diplomacy"], "strong": {"ar": ["التجارة", "خزان * جديد"], "en": ["water*"]}}, set(), set()),
    ],
)  # fmt: skip
def test_what_an_edit_changes(
    corpus: Corpus, store: Store, change: dict[str, Any], added: set[str], lost: set[str]
) -> None:
    parts = found(corpus, store, {**WATER, **change}, WATER).split()
    assert (articles(corpus, parts["added"].facts), articles(corpus, parts["lost"].facts)) == (added, lost)
    whole = sum(len(gather(corpus, hits)) for name, hits in parts.items() if name != "lost")
    assert whole == found(corpus, store, {**WATER, **change}).after["key"].nunique()


def test_only_the_newest_are_tried_where_there_are_many(
    corpus: Corpus, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "MOST", 2)
    few = trial.tried(corpus, Filters(languages=("ar",)), store.texts, None, WATER, corpus.themes)
    assert (few.read, few.whole) == (2, 3)


def test_cues_count_their_sentences(corpus: Corpus) -> None:
    listed = themes.cues(corpus, Filters(), "water")
    assert {(row.kind, row.cue): row.sentences for row in listed.itertuples()} == {
        ("strong", "خزان * جديد"): 1, ("weak", "النهر"): 2, ("strong", "water shortage*"): 1,
    }  # fmt: skip
    for row in listed.itertuples():
        assert row.sentences == len(gather(corpus, themes.of_cue(corpus, Filters(), "water", row.kind, row.cue)))
    assert themes.cues(corpus, Filters(), "unheard").empty
    assert dossier.choices(corpus, Filters(), "theme")["water"] == 3


def test_nothing_is_stored(corpus: Corpus, store: Store, tmp_path: Path) -> None:
    revision = store.revision()
    found(corpus, store, {**WATER, "weak": {"ar": ["تونس"]}}, WATER)
    assert store.revision() == revision
