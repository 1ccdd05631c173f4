"""The data files are as the code expects them, each with a schema, and a fault is named by file and place."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.errors import LexiconError
from dashboard.extractors.relations.lexemes import index
from dashboard.lexicon import load, loader
from dashboard.lexicon.loader import DATA, read_files
from dashboard.lexicon.morphology import definite, inflect
from dashboard.lexicon.offices import office
from dashboard.lexicon.schemas import SCHEMAS, validate


def test_every_file_is_valid_and_every_schema_has_its_file() -> None:
    files = read_files()
    assert {key for key in SCHEMAS if not key.endswith("/")} <= set(files)
    for key in SCHEMAS:
        if key.endswith("/"):
            assert any(stem.startswith(key) for stem in files)


@pytest.mark.parametrize(
    ("stem", "content", "said"),
    [
        ("capitals", [{"state": "IRN", "id": "x", "ar": [], "en": [], "lat": 135.0, "lon": 0.0}], "lat"),
        ("states", {"Iran": {"ar": {}, "en": {}}}, "Iran"),
        ("organisations", [{"id": "X", "type": "igo", "ar": ["س"], "en": [], "tpye": 1}], "tpye"),
        ("unheard_of", {}, "no schema"),
    ],
)
def test_a_fault_names_file_and_place(stem: str, content: object, said: str) -> None:
    with pytest.raises(LexiconError, match=f"data/{stem}.yml") as fault:
        validate(stem, content)
    assert said in str(fault.value)


def test_words_that_yaml_takes_for_truth_values_stay_words(tmp_path: Path) -> None:
    (tmp_path / "fields.yml").write_text((DATA / "fields.yml").read_text("utf-8") + "\n", "utf-8")
    files = read_files(tmp_path)
    assert all(isinstance(word, str) for words in files["fields"].values() if isinstance(words, list) for word in words)
    (tmp_path / "themes").mkdir()
    (tmp_path / "fields.yml").write_text("text: [on, no, yes, y]\n", "utf-8")
    with pytest.raises(LexiconError, match="title"):  # the words pass; what is missing is said
        read_files(tmp_path)


def test_broken_yaml_is_named(tmp_path: Path) -> None:
    (tmp_path / "states.yml").write_text("IRN: {ar: [", "utf-8")
    with pytest.raises(LexiconError, match=r"data/states\.yml: not readable"):
        read_files(tmp_path)


@pytest.mark.parametrize(
    ("nisba", "forms"),
    [
        ("روسي", {"روسي", "روسية", "الروسية", "الروسيين", "روسيان", "روسيا", "الروسيات"}),
        ("كوري شمالي", {"كوري شمالي", "الكورية الشمالية", "الكوريين الشماليين"}),
        ("جنوب أفريقي", {"جنوب أفريقي", "جنوب أفريقية", "الجنوب الأفريقية"}),
    ],
)
def test_demonyms_are_inflected(nisba: str, forms: set[str]) -> None:
    made = {form for form, _ in inflect(nisba)}
    assert forms <= made
    assert not {form for form in made if form.startswith("الال")}


def test_peoples_take_the_article() -> None:
    assert definite("أتراك") == ["أتراك", "الأتراك"]


def test_the_lexicon_survives_the_cache() -> None:
    lexicon = load()
    again = pickle.loads(pickle.dumps(lexicon.gazetteer))
    assert again.states["IRN"].name == lexicon.gazetteer.states["IRN"].name
    assert again.trie.keys() == lexicon.gazetteer.trie.keys()


def test_another_wording_of_the_desk_makes_no_article_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "interface").mkdir()
    said, read = tmp_path / "interface" / "en.yml", tmp_path / "titles.yml"
    said.write_text("a: A button", "utf-8")
    read.write_text("minister: 1", "utf-8")
    monkeypatch.setattr(loader, "DATA", tmp_path)
    first = loader._digests()
    said.write_text("a: Another button", "utf-8")
    second = loader._digests()
    assert second[1] == first[1] and second[0] != first[0]  # what is compiled and kept holds the wording
    read.write_text("minister: 2", "utf-8")
    assert loader._digests()[1] != first[1]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Los Angeles", "لس آنجلس"), ("هالیوود", "هوليوود"), ("Addis Ababa", "أديس أبابا"), ("كيتو", "كيتو"),
     ("Hyderabad", "حیدر آباد")],  # the last has no other
)  # fmt: skip
def test_a_city_is_called_by_an_arabic_name_where_it_has_one(written: str, shown: str) -> None:
    assert shown in {entry.name for entry in load().gazetteer.entries(written) if entry.id.startswith("geonames:")}


def test_sizes_that_were_promised() -> None:
    lexicon = load()
    assert len(lexicon.data("organisations")) >= 300
    names = {
        name
        for origin in lexicon.data("given_names").values()
        for kind in ("names", "weak")
        for name in origin.get(kind, "").split()
    }
    assert len(names) >= 3000
    assert len(lexicon.themes) >= 31


def test_every_word_list_of_relations_is_read_by_name() -> None:
    """A list that no module names is data that nobody reads; schemas leave the names of such lists open."""
    rooms = Path(__file__).parent.parent / "dashboard" / "extractors" / "relations"
    named = set(re.findall(r'"(\w+)"', "\n".join(path.read_text("utf-8") for path in rooms.glob("*.py"))))
    assert set(index(load()).sets) - named == set()


def coded_as(data: object) -> Iterator[tuple[str, str]]:
    """Each type and mode that an event of the data may be coded as, at any depth."""
    if isinstance(data, dict):
        if "type" in data and data.get("mode"):
            yield data["type"], data["mode"]
        data = list(data.values())
    for one in data if isinstance(data, list) else ():
        yield from coded_as(one)


def test_the_modes_of_events_are_plovers() -> None:
    """A mode that the ontology hasn't would have no words on the desk and no value on its scale."""
    types = load().data("plover")["types"]
    events = [pair for name in ("", "_ar", "_en") for pair in coded_as(load().data(f"relation_verbs{name}"))]
    assert len(set(events)) > 40
    assert {(kind, mode) for kind, mode in events if mode not in types[kind].get("modes", ())} == set()


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("Foreign Minister Prince", "Foreign Minister"), ("Qatari Prime Minister Sheikh", "Qatari Prime Minister"),
        ("Foreign Minister Dr.", "Foreign Minister"), ("Crown Prince", "Crown Prince"), ("Prince", "Prince"),
        ("UN Secretary-General", "UN Secretary-General"), ("Defence Minister General", "Defence Minister General"),
        ("وزير الخارجية السعودي الأمير", "وزير الخارجية السعودي"), ("أمير قطر الشيخ", "أمير قطر"),
        ("ولي العهد الأمير", "ولي العهد"), ("نائب الأمير", "نائب الأمير"), ("الأمير", "الأمير"),
        ("وزير الخارجية الشيخ الدكتور", "وزير الخارجية"), ("كبير مستشاري الأمير", "كبير مستشاري الأمير"),
    ],
)  # fmt: skip
def test_an_office_ends_before_its_holders_own_title(role: str, told: str) -> None:
    """The record keeps a role as it is written, titles with it; what somebody is called by is the office."""
    assert office(role) == told
