"""A workspace's own themes: checked, stored, used by whatever reads for it, told by the hash, and read again."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from dashboard import dating, inputs, theming
from dashboard.__main__ import main
from dashboard.errors import LexiconError, Said
from dashboard.ingest import store_all
from dashboard.lexicon import load
from dashboard.lexicon.loader import DATA
from dashboard.lexicon.schemas import validate
from dashboard.lexicon.theme_faults import faults
from dashboard.lexicon.theme_files import KEYS, cleaned, dump, parse, slug
from dashboard.model import Article
from dashboard.pipeline import extract_prepared
from dashboard.store import Store
from dashboard.store.schema import VERSION
from dashboard.tables import frames
from dashboard.views import theme_drafts
from tests.every import every

WATER = {
    "group": "society", "ar": "المياه", "en": "Water",
    "strong": {"ar": ["سد * جديد", "شح* المياه"], "en": ["water shortage*"]}, "weak": {"ar": ["نهر"]},
    "with": {"ar": ["حصة*"]},
}  # fmt: skip
DAM = Article(
    text="افتتح وزير الري في عمان سدا كبيرا جديدا أمس. وقال إن شح المياه يتراجع.", title="سد جديد", language="ar"
)
TALKS = Article(text="بحث وزيرا خارجية النرويج وتونس زيادة التجارة بين البلدين.", title="مباحثات", language="ar")
KNOWN, THEMES = ("IRN", "SCO"), ("sanctions", "energy")


def codes(theme: dict[str, Any], id: str = "water") -> list[tuple[str, str]]:
    return [(fault.place, fault.message.code.removeprefix("theme.")) for fault in faults(id, theme, KNOWN, THEMES)]


@every(sorted((DATA / "themes").glob("*.yml")))
def test_what_ships_has_no_fault_and_survives_being_written(path: Path) -> None:
    theme = parse(path.read_text("utf-8"), path.name)
    assert faults(path.stem, theme, theming.known_ids(), load().themes) == []
    assert parse(dump(theme), path.name) == theme == cleaned(theme)
    assert list(yaml_keys(dump(theme))) == [key for key in KEYS if key in theme]
    validate(f"themes/{path.stem}", parse(dump(theme), path.name))


def yaml_keys(text: str) -> list[str]:
    return [line.split(":")[0] for line in text.splitlines() if line and not line.startswith(" ")]


@every(
    [
        ({}, []),
        ({"strong": {"ar": ["شح* المياه", "on", "no", "2030"]}}, []),
        ({"entities": {"strong": ["SCO"]}, "needs": ["IRN"], "yields_to": ["energy"], "least": 2.5}, []),
        ({"ar": ""}, [("ar", "no_name")]),
        ({"en": 3, "group": None}, [("group", "no_name"), ("en", "no_name")]),
        ({"strong": {}, "weak": {}}, [("strong.ar", "no_cues")]),
        ({"strong": {}, "weak": {}, "entities": {"weak": ["IRN"]}}, []),
        ({"strong": {"ar": ["…"]}}, [("strong.ar", "no_letters")]),
        ({"strong": {"ar": ["*"]}}, [("strong.ar", "no_letters")]),
        ({"strong": {"ar": ["سد *"]}}, [("strong.ar", "edge")]),
        ({"strong": {"en": ["* dam"]}}, [("strong.en", "edge")]),
        ({"strong": {"en": ["wa*ter"]}}, [("strong.en", "inside")]),
        ({"strong": {"en": ["water**"]}}, [("strong.en", "inside")]),
        ({"with": {"ar": ["م*"]}}, [("with.ar", "stem")]),
        ({"with": {"ar": ["الم*", "ما*"]}}, []),
        ({"weak": {"ar": ["نهر", "نهر"]}}, [("weak.ar", "twice")]),
        ({"blockers": {"ar": ["النهر"]}}, [("weak.ar", "blocked")]),
        ({"blockers": {"ar": ["نهر من الدموع"]}}, []),
        ({"needs": ["Iran"]}, [("needs", "no_id")]),
        ({"yields_to": ["water"]}, [("yields_to", "no_theme")]),
        ({"least": 0}, [("least", "least")]),
        ({"least": True}, [("least", "least")]),
        ({"strnog": {"ar": ["سد"]}}, [("strnog", "key")]),
        ({"strong": ["سد"]}, [("strong", "lists")]),
        ({"strong": {"fr": ["eau"]}}, [("strong", "lists")]),
        ({"strong": {"ar": "سد"}}, [("strong.ar", "list")]),
        ({"strong": {"ar": [2030]}}, [("strong.ar", "text")]),
        ({"strong": {"ar": ["س" * 91]}}, [("strong.ar", "long")]),
        ({"weak": {"ar": [f"نهر {n}" for n in range(2001)]}}, [("weak.ar", "many")]),
    ]
)
def test_faults_name_the_list_and_the_cue(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    theme = {**WATER, **change}
    assert codes(theme) == expected
    for fault in faults("water", theme, KNOWN, THEMES):
        assert isinstance(fault.message, Said)
    if not expected:
        validate("themes/water", theme)


def test_every_fault_is_told_at_once_with_the_theme_and_the_cue() -> None:
    found = faults("water", {**WATER, "strong": {"ar": ["سد *", "شح*ى"]}, "needs": ["X"]}, KNOWN, THEMES)
    assert [fault.message.values["cue"] for fault in found] == ["سد *", "شح*ى", "X"]
    assert all("Water" in fault.message for fault in found)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("ar: [", "yaml"), ("a: b: c", "yaml"), ("- a\n- b\n", "file"), ("", "file"), ("5", "file"),
        ("ar: " + "[" * 100_000, "file"), ("- " * 100_000, "file"),  # would end the process
        ("ar: &a [*a]\n", "file"), ("a: &x [1]\nb: *x\n", "file"),  # could be endless
        ("a: !!python/object/apply:os.getcwd []", "yaml"),
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_theme_file_says_so(content: str, code: str) -> None:
    with pytest.raises(LexiconError) as error:
        parse(content, "mine.yml")
    message = error.value.message
    assert isinstance(message, Said) and message.code == f"theme.{code}" and "mine.yml" in message
    assert "expected" not in message  # the parser's own words help nobody who writes a theme


def test_words_stay_words_and_blanks_go() -> None:
    theme = parse(
        'group: society\nar: "  المياه "\nen: Water\nstrong: {en: [on, " no  way ", yes]}\nweak: {}\n', "w.yml"
    )
    assert theme["strong"]["en"] == ["on", "no way", "yes"] and theme["ar"] == "المياه" and "weak" not in theme
    assert parse(dump(theme), "w.yml") == theme


@every(sorted(load().themes))
def test_a_theme_survives_the_fields_it_is_edited_in(id: str) -> None:
    theme = cleaned(load().themes[id])
    assert theme_drafts.from_fields(theme_drafts.to_fields(theme)) == theme


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | st.integers(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*KEYS, "x"]), values), st.text(max_size=30))
def test_any_values_are_told_and_break_nothing(found: dict[str, Any], line: str) -> None:
    theme = cleaned({**WATER, **found})
    if not faults("water", theme, KNOWN, THEMES):
        validate("themes/water", theme)
        load().with_themes({"x": theme})
    typed = {**theme_drafts.to_fields(WATER), "strong.ar": line, "least": line}
    edited = theme_drafts.from_fields(typed)
    if not faults("water", edited, KNOWN, THEMES):
        validate("themes/water", edited)
        assert parse(dump(edited), "w.yml") == edited


@pytest.mark.parametrize(("name", "id"), [("Water & dams", "water-dams"), ("مياه النيل", "مياه-النيل"), ("../x", "x")])
def test_slugs(name: str, id: str) -> None:
    assert slug(name) == id


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "w.db")
    store_all([DAM, TALKS], made, label="test")
    return made


def themes(store: Store) -> list[set[str]]:
    return [{theme["id"] for theme in record["themes"]} for record in store.records()]


def hashes(store: Store) -> set[str]:
    return {record["engine"]["lexicon"] for record in store.records()}


def test_the_lexicon_tells_and_what_ships_is_untouched(store: Store) -> None:
    shipped = load()
    assert theming.themed(store) is shipped and hashes(store) == {shipped.hash}
    store.put_theme("water", WATER)
    mine = theming.themed(store)
    assert mine is theming.themed(store) and mine.hash.startswith(f"{shipped.hash}+") and len(mine.hash) <= 32
    assert "water" in mine.themes and "water" not in shipped.themes
    assert mine.gazetteer is shipped.gazetteer
    store.put_theme("water", {**WATER, "least": 2})
    assert theming.themed(store).hash != mine.hash
    store.put_theme("water", None)
    assert theming.themed(store) is shipped and store.themes() == {}


def test_an_edit_that_is_none_is_no_change(store: Store) -> None:
    store.put_theme("sanctions", load().themes["sanctions"])
    assert theming.themed(store).hash == load().hash


def test_what_is_imported_is_read_with_them(store: Store) -> None:
    store.put_theme("water", WATER)
    store_all([Article(text="حذرت تونس من شح المياه.", language="ar")], store, label="later")
    assert "water" in themes(store)[2] and "water" not in themes(store)[0]
    assert theming.waiting(store) == 2
    alone = extract_prepared(DAM)
    assert "water" not in {theme.id for theme in alone.themes} and alone.engine.lexicon == load().hash


def test_reading_again_looks_for_themes_only_and_finds_the_same(store: Store) -> None:
    store.put_theme("water", WATER)
    before = list(store.records())
    told: list[tuple[int, int]] = []
    assert theming.waiting(store) == 2
    assert theming.reread(store, lambda *done: told.append(done)) == 2
    assert told == [(2, 2)] and theming.waiting(store) == 0 and hashes(store) == {theming.themed(store).hash}
    after = list(store.records())
    for old, new in zip(before, after, strict=True):
        same = ("sentences", "mentions", "dates", "relations", "quotes", "flags", "countries")
        assert {key: old[key] for key in same} == {key: new[key] for key in same}
    assert "water" in themes(store)[0] and "water" not in themes(store)[1]
    by_hand = [record.to_dict()["themes"] for record in (
        extract_prepared(article, themed=theming.themed(store)) for article in store.articles()
    )]  # fmt: skip
    assert json.loads(json.dumps(by_hand)) == [record["themes"] for record in after]
    assert set(frames(store)["themes"]["id"].astype(str)) >= {"water"}
    assert theming.reread(store) == 0


def test_one_switched_off_is_gone_and_comes_back(store: Store) -> None:
    store.put_theme("water", WATER)
    theming.reread(store)
    store.put_theme("water", WATER, active=False)
    assert theming.themed(store) is load() and theming.waiting(store) == 2
    theming.reread(store)
    assert "water" not in themes(store)[0] and theming.named(store)["water"] == WATER
    store.put_theme("diplomacy", None, active=False)
    assert "diplomacy" not in theming.themed(store).themes and "diplomacy" in theming.named(store)


def test_what_another_lexicon_read_is_read_again_whole(store: Store) -> None:
    with store._write() as connection:
        connection.execute(
            text("UPDATE findings SET lexicon = 'older', body = json_set(body, '$.mentions', json('[]'))")
        )
    assert theming.waiting(store) == 2 and theming.reread(store) == 2
    assert any(record["mentions"] for record in store.records()) and hashes(store) == {load().hash}


def test_a_day_given_reads_with_them_too(store: Store) -> None:
    store.put_theme("water", WATER)
    (id,) = [str(article.id) for article in store.articles() if article.title == DAM.title]
    dating.give(store, [id], dt.date(2023, 5, 1))
    record = store.article(id)
    assert record and "water" in {theme["id"] for theme in record["themes"]}


def test_the_command_reads_again_with_them(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.put_theme("water", WATER)
    assert main(["reextract", "--outdated", "--json", "--workspace", store.url]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events == [{"event": "progress", "done": 2, "whole": 2}, {"event": "end", "done": 2, "lost": 0}]
    assert "water" in themes(store)[0]
    store.put_theme("water", None)
    assert inputs.reextract(store.url) == 2 and "water" not in themes(store)[0]
    assert main(["reextract", "--workspace", store.url]) == 0
    assert capsys.readouterr().out.strip() == "extracted again 2"


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_workspace_opens_and_takes_themes(store: Store, version: int) -> None:
    with store._write() as connection:
        connection.execute(text("DROP TABLE themes"))
        if version == 1:
            for statement in (
                "DROP INDEX ix_articles_story", "ALTER TABLE articles DROP COLUMN story",
                "ALTER TABLE articles DROP COLUMN signature", "DROP TABLE bands",
            ):  # fmt: skip
                connection.execute(text(statement))
        connection.execute(text(f"UPDATE meta SET value = '{version}' WHERE key = 'schema'"))
    opened = Store(store.url)
    assert opened.themes() == {} and opened.count() == 2
    opened.put_theme("water", WATER)
    assert theming.reread(opened) == 2 and "water" in themes(opened)[0]
    with opened._read() as connection:
        assert connection.scalar(text("SELECT value FROM meta WHERE key = 'schema'")) == str(VERSION)


def test_search_and_names_know_a_theme_of_ones_own(store: Store) -> None:
    from dashboard.queries.corpus import Corpus
    from dashboard.queries.search import answers
    from dashboard.views.words import words

    store.put_theme("water", WATER)
    theming.reread(store)
    corpus = Corpus(frames(store), store.revision(), store.search, store.known_words, theming.named(store))
    assert [found["title"] for found in answers(corpus, "theme:المياه")] == [DAM.title]
    say = words("ar").of(corpus.themes)
    assert (say.theme("water"), words("ar").theme("water"), say.theme("other")) == ("المياه", "water", "موضوعات أخرى")
