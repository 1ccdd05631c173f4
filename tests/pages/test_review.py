"""The review page: one finding at a time, decided, taken back; heeded by every page; looked at by readers only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import deciding
from dashboard.model import Article, Mention, Record
from dashboard.queries.pending import KINDS
from dashboard.store import Store
from dashboard.views.words import words
from tests.deskdata import Draft, drill, fill

from .conftest import Open
from .test_door import enter, shared  # noqa: F401 - a fixture
from .test_pages import INVISIBLE, LANGUAGES, component, param

UNSURE = {"confidence": 0.5}
DRAFTS = (
    Draft(
        "r1", "وعد", "وعدت [IRN:إيران] [RUS:روسيا] بزيارة بعد شهرين. وقال قائد الأسطول إن الزيارة قائمة.", "2023-02-10",
        dates=[("بعد شهرين", {})], quotes=[("إن الزيارة قائمة", "قائد الأسطول")],
        relations=[("وعدت", drill("announced", **UNSURE)), ("وعدت", drill("denied", type="AID", **UNSURE))],
    ),
    Draft("r2", "خبر", "وصل وفد من [CHN:الصين] يوم الاثنين.", None, flags=[(None, "no-publication-date", "لا تاريخ")],
          dates=[("يوم الاثنين", {"from_day": "2023-02-13", "to_day": "2023-02-13", **UNSURE})]),
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> str:
    return fill(Store(tmp_path / "review.db"), DRAFTS).url


def asked(app: AppTest) -> str:
    """What is marked in the sentence that is shown."""
    (line,) = component(app, "review_sentence")["rows"][0]["body"]
    return "".join(text for text, mark in line if mark == "hit")


def read(app: AppTest) -> str:
    return next(item.value for item in app.markdown if item.value.startswith("####")).translate(INVISIBLE)


def progress(app: AppTest) -> str:
    return str(app.get("progress")[0].proto.text)


def press(app: AppTest, name: str) -> AppTest:
    app.button(key=f"judge_{name}").click()
    app.run()
    assert not app.exception
    return app


def verdicts(workspace: str) -> list[tuple[str, str]]:
    made = Store(workspace).corrections(deciding.VERDICT)
    return [(one["body"]["list"], one["body"]["said"]) for one in reversed(made)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_question_is_asked_with_its_number(open_page: Open, workspace: str, language: str) -> None:
    say = words(language)
    app = open_page("review", workspace=workspace, lang=language)
    assert progress(app) == say("review.progress", at=1, whole=5)
    numbers = {"all": 5, "flags": 1, "open": 1, "dates": 1, "relations": 2}
    offered = [option.content for option in app.pills(key="w_kind").proto.options]
    assert offered == [f"{say(f'review.kind.{kind}')} {number}" for kind, number in numbers.items()]
    for kind in KINDS:
        app = open_page("review", workspace=workspace, lang=language, kind=kind)
        if kind in ("flags", "open", "dates", "relations"):
            assert say(f"review.ask.{kind}") in " ".join(item.value for item in app.caption)
        else:
            assert say("review.nothing") in [item.value for item in app.markdown]


def test_the_next_comes_by_itself_and_undo_brings_the_last_back(open_page: Open, workspace: str) -> None:
    app = open_page("review", workspace=workspace, lang="en", kind="relations")
    first = read(app)
    assert asked(app) == "وعدت" and progress(app) == "1 of 2"
    app = press(app, "wrong")
    second = read(app)
    assert progress(app) == "2 of 2" and second != first
    assert [item["type"] for item in Store(workspace).article("r1")["relations"]] == ["AID"]
    app = press(app, "undo")
    assert (progress(app), read(app)) == ("1 of 2", first) and verdicts(workspace) == []
    app = press(press(app, "right"), "right")
    assert words("en")("review.done", n=2) in [item.value for item in app.markdown]
    assert verdicts(workspace) == [("relations", "right")] * 2
    app = press(app, "undo")
    assert read(app) == second


def test_skipping_decides_nothing(open_page: Open, workspace: str) -> None:
    app = open_page("review", workspace=workspace, lang="en", kind="relations")
    first = read(app)
    assert read(press(app, "skip")) != first and progress(app) == "2 of 2"
    assert read(press(app, "back")) == first
    assert read(press(press(app, "skip"), "skip")) == first, "after the last comes the first again"
    assert verdicts(workspace) == []


@pytest.mark.parametrize(
    ("kind", "fields", "name", "expected"),
    [
        ("open", {"from": "2023-04-10", "to": "2023-04-10"}, "dates", {"from": "2023-04-10", "edtf": "2023-04-10"}),
        ("open", {"from": "2023-04-10"}, "dates", {"from": "2023-04-10", "to": None, "mod": "after"}),
        ("dates", {"from": "2023-03-01", "to": "2023-02-01"}, "dates", {"from": "2023-02-01", "kind": "interval"}),
        ("relations", {"type": "REJECT", "status": "occurred"}, "relations", {"type": "REJECT", "sign": "-"}),
        ("relations", {"source": "RUS", "target": "IRN", "mutual": False}, "relations",
         {"source": "RUS", "target": "IRN", "actors": ["RUS", "IRN"], "reciprocal": False}),
    ],
)  # fmt: skip
def test_something_else(
    open_page: Open, workspace: str, kind: str, fields: dict[str, Any], name: str, expected: dict[str, Any]
) -> None:
    app = press(open_page("review", workspace=workspace, lang="en", kind=kind), "other")
    for field, value in fields.items():
        key = f"review_{field}"
        if field in ("from", "to"):
            app.date_input(key=key).set_value(value)
        elif field == "mutual":
            app.checkbox(key=key).set_value(value)
        else:
            app.selectbox(key=key).set_value(value)
    app.button(key="review_keep").click()
    app.run()
    assert not app.exception and verdicts(workspace) == [(name, "other")]
    article = "r2" if kind == "dates" else "r1"
    found = Store(workspace).article(article)[name][0]
    assert {key: found[key] for key in expected} == expected and found["verdict"] == "other"


def test_a_form_that_says_nothing_new_decides_nothing(open_page: Open, workspace: str) -> None:
    app = press(open_page("review", workspace=workspace, lang="en", kind="relations"), "other")
    app.button(key="review_keep").click()
    app.run()
    assert verdicts(workspace) == [] and progress(app) == "1 of 2"


AMBIGUOUS = "زار الوفد طرابلس أمس."


@pytest.fixture
def ambiguous(tmp_path: Path) -> str:
    at = AMBIGUOUS.index("طرابلس")
    mention = Mention(start=at, end=at + 6, sentence=0, rule="lexicon.name", text="طرابلس", kind="country", id="LBY",
                      name="ليبيا", name_en="Libya", country="LBY", via="capital", lat=32.89, lon=13.18,
                      confidence=0.6, ambiguous=True)  # fmt: skip
    store = Store(tmp_path / "ambiguous.db")
    article = Article(id="t", text=AMBIGUOUS, title="زيارة", language="ar")
    store.put([Record(article=article, sentences=((0, len(AMBIGUOUS)),), mentions=(mention,))], store.add_batch("t"))
    return store.url


def test_another_reading_of_a_name_is_one_key(open_page: Open, ambiguous: str) -> None:
    app = open_page("review", workspace=ambiguous, lang="en", kind="places")
    labels = [app.button(key=f"judge_{n}").label.translate(INVISIBLE) for n in (1, 2)]
    assert labels[0] == "Tripoli (place · Lebanon)"
    assert app.button(key="judge_1").proto.shortcut == "1"
    press(app, "1")
    mention = Store(ambiguous).article("t")["mentions"][0]
    assert (mention["kind"], mention["id"], mention["country"]) == ("place", "tripoli", "LBN")
    assert "ambiguous" not in mention and mention["was"]["id"] == "LBY"
    app = open_page("articles", workspace=ambiguous, lang="en", article="t")
    told = " ".join(component(app, "reader")["tips"][0])
    assert "corrected by a person" in told and "it was: Libya (state)" in told


def test_one_answer_for_all_that_are_read_alike(open_page: Open, tmp_path: Path) -> None:
    store = Store(tmp_path / "many.db")
    batch = store.add_batch("t")
    for n, (id, unsure) in enumerate([("LBY", 0.6), ("LBY", 0.6), ("LBY", 0.95), ("LBN", 0.6)]):
        mention = Mention(start=0, end=6, sentence=0, rule="t", text="طرابلس", kind="country", id=id, name=id,
                          country=id, confidence=unsure)  # fmt: skip
        article = Article(id=f"m{n}", text="طرابلس مدينة.", language="ar")
        store.put([Record(article=article, sentences=((0, 13),), mentions=(mention,))], batch)
    app = open_page("review", workspace=store.url, lang="en", kind="names")
    assert "2" in app.button(key="judge_all").label
    press(press(app, "all"), "wrong")
    assert [len(store.article(f"m{n}")["mentions"]) for n in range(4)] == [0, 0, 1, 1]
    assert progress(app) == "3 of 3" and "judge_all" not in {button.key for button in app.button}
    history = component(open_page("review", workspace=store.url, lang="en", part="history"), "history_rows")["rows"]
    assert len(history) == 1 and len(history[0]["more"]) == 1
    press(app, "undo")
    assert verdicts(store.url) == [] and progress(app) == "1 of 3"


def takes(app: AppTest) -> str:
    """What the card says would go with the finding."""
    (said,) = [item.value for item in app.caption if item.value.startswith(("«", "“"))]
    return str(said).translate(INVISIBLE)


@pytest.mark.parametrize(("language", "many", "said"), [
    ("ar", 1, "«خطأ»: تسقط معه علاقة واحدة ولا يعود مقال واحد يذكر الصين."),
    ("ar", 2, "«خطأ»: تسقط معه علاقتان ولا يعود مقالان يذكران الصين."),
    ("ar", 3, "«خطأ»: تسقط معه 3 علاقات ولا تعود 3 مقالات تذكر الصين."),
    ("ar", 11, "«خطأ»: تسقط معه 11 علاقة ولا يعود 11 مقالًا يذكر الصين."),
    ("en", 1, "“Wrong”: a relation goes with it and one article no longer names China."),
    ("en", 3, "“Wrong”: 3 relations go with it and 3 articles no longer name China."),
])  # fmt: skip
def test_the_card_says_what_would_go_and_that_comes_back(
    open_page: Open, tmp_path: Path, language: str, many: int, said: str
) -> None:
    store = Store(tmp_path / "resting.db")
    batch = store.add_batch("t")
    for n in range(many):
        draft = Draft(f"m{n}", "خبر", "هددت [CHN:الصين] [RUS:روسيا] أمس.", "2023-02-10",
                      relations=[("هددت", drill("occurred", source="CHN", actors=("CHN", "RUS")))])  # fmt: skip
        record = draft.record()
        unsure = replace(record.mentions[0], confidence=0.6)
        store.put([replace(record, mentions=(unsure, record.mentions[1]))], batch)
    app = open_page("review", workspace=store.url, lang=language, kind="names")
    if many > 1:  # of the one alone, until it is said that all are meant
        assert "3" not in takes(app) and takes(app) != said
        app = press(app, "all")
    assert takes(app) == said
    app = press(app, "wrong")
    found = [store.article(f"m{n}") for n in range(many)]
    assert not any(article["relations"] or "CHN" in str(article["countries"]) for article in found)
    app = press(app, "undo")
    assert all(store.article(f"m{n}")["relations"] for n in range(many)) and takes(app) == said


def test_what_rests_on_a_day_and_what_rests_on_nothing(open_page: Open, workspace: str) -> None:
    app = open_page("review", workspace=workspace, lang="en", kind="relations")
    assert takes(app) == "“Wrong”: nothing else goes with it."
    app = open_page("review", workspace=workspace, lang="ar", kind="open")
    assert takes(app) == "«لا يوم هنا»: لا يذهب معه شيء آخر."


def test_a_name_that_is_typed(open_page: Open, ambiguous: str) -> None:
    app = press(open_page("review", workspace=ambiguous, lang="ar", kind="places"), "other")
    app.selectbox(key="review_name").options.append("نادي طرابلس")  # what the browser lets one type
    app.selectbox(key="review_name").set_value("نادي طرابلس")
    app.button_group(key="review_kind").set_value("organization")
    app.button(key="review_keep").click()
    app.run()
    mention = Store(ambiguous).article("t")["mentions"][0]
    assert (mention["kind"], mention["name"], mention["id"]) == (
        "organization", "نادي طرابلس", "organization:نادي طرابلس",
    )  # fmt: skip


def test_the_rule_is_named_to_who_asks_for_it(open_page: Open, workspace: str) -> None:
    app = open_page("review", workspace=workspace, lang="en")
    said = [(item.value, item.help) for item in app.caption if "confidence" in item.value]
    assert said and all("rule" not in value and told.startswith("rule ") for value, told in said)


def test_what_is_sure_is_judged_from_the_reader(open_page: Open, workspace: str) -> None:
    at = Store(workspace).article("r2")["mentions"][0]
    place = f"text:{at['start']}-{at['end']}"
    reader = open_page("articles", workspace=workspace, lang="en", article="r2", at=place)
    assert reader.button(key="judge_here").label == words("en")("review.asked.judge")
    assert "judge_here" not in {
        button.key for button in open_page("articles", workspace=workspace, lang="en", article="r2").button
    }
    app = open_page("review", workspace=workspace, lang="en", article="r2", at=place)
    assert (asked(app), read(app)) == ("الصين", "#### China (state)") and not app.get("progress")
    app = press(app, "wrong")
    assert words("en")("review.asked.none") in [item.value for item in app.markdown]
    assert verdicts(workspace) == [("mentions", "wrong")]
    assert read(press(app, "undo")) == "#### China (state)"
    assert progress(press(app, "queue")) == "1 of 5"
    app = open_page("review", workspace=workspace, lang="en", article="gone", at="text:0-4")
    assert words("en")("review.asked.none") in [item.value for item in app.markdown]


def test_every_page_heeds_a_verdict(open_page: Open, workspace: str) -> None:
    before = component(open_page("overview", workspace=workspace, lang="en"), "states")["rows"]
    assert {row["id"] for row in before} >= {"state:CHN"} or any("CHN" in str(row["id"]) for row in before)
    store = Store(workspace)
    record = store.article("r2")
    deciding.judge(store, "mentions", record, record["mentions"][0], "wrong")
    after = component(open_page("overview", workspace=workspace, lang="en"), "states")["rows"]
    assert not any("CHN" in str(row["id"]) for row in after) and len(after) == len(before) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_decided_is_listed_and_undone(open_page: Open, workspace: str, language: str) -> None:
    say = words(language)
    app = open_page("review", workspace=workspace, lang=language, part="history")
    assert say("review.history.none") in [item.value for item in app.markdown]
    press(press(open_page("review", workspace=workspace, lang=language, kind="relations"), "wrong"), "right")
    app = open_page("review", workspace=workspace, lang=language, part="history")
    lines = component(app, "history_rows")["rows"]
    assert [line["lead"] for line in lines] == [say("review.said.right"), say("review.said.wrong")]
    assert lines[0]["also"]["id"] == f"undo:{Store(workspace).history()[1][0]['at']}"
    assert lines[0]["id"] == "r1|text:0-4" and "وعد" in lines[0]["meta"]
    made = Store(workspace).history()[1]
    deciding.take_back(Store(workspace), [made[0]])
    lines = component(open_page("review", workspace=workspace, lang=language, part="history"), "history_rows")["rows"]
    assert lines[0]["tag"] == say("review.is.undone") and "also" not in lines[0]


def test_readers_look_and_do_not_decide(open_page: Open, workspace: str, shared: None) -> None:  # noqa: F811
    app = enter(open_page("review", workspace=workspace, lang="en", kind="relations"), "look-only")
    keys = {button.key for button in app.button}
    assert "judge_skip" in keys and not keys & {"judge_right", "judge_wrong", "judge_other", "judge_undo"}
    assert words("en")("door.editors") in [item.value for item in app.caption]
    app = enter(open_page("review", workspace=workspace, lang="en", kind="relations"), "look-and-add")
    app.text_input(key="review_by").set_value("ليلى")
    press(app.run(), "right")
    assert Store(workspace).history()[1][0]["author"] == "ليلى"
    app = enter(open_page("review", workspace=workspace, lang="en", part="history"), "look-only")
    assert "also" not in component(app, "history_rows")["rows"][0]


def test_the_queue_follows_the_filters(open_page: Open, workspace: str) -> None:
    app = open_page("review", workspace=workspace, lang="en", state=["CHN"])
    assert progress(app) == "1 of 2" and param(app, "state") == ["CHN"]


NAMED = (
    "قال وزير الخارجية الإيراني حسين أمير عبد اللهيان إن بلاده ترحب بالاتفاق.",
    "أكد الوزير حسين أمير عبداللهيان أمس أن الوفد عاد إلى طهران.",
    "التقى حسين أمير عبد اللهيان سفير النرويج في المطار.",
)


@pytest.fixture
def named(tmp_path: Path) -> str:
    store = Store(tmp_path / "named.db")
    texts = enumerate(NAMED)
    store.put([
        Record(
            article=Article(id=f"n{n}", text=text, title=f"خبر {n}", language="ar"), sentences=((0, len(text)),),
            mentions=(person(text, "حسين أمير عبداللهيان" if n == 1 else "حسين أمير عبد اللهيان"),),
        ) for n, text in texts
    ], store.add_batch("t"))  # fmt: skip
    return store.url


def person(text: str, name: str) -> Mention:
    at = text.index(name)
    return Mention(start=at, end=at + len(name), sentence=0, rule="t", text=name, kind="person", id=f"person:{name}",
                   name=name)  # fmt: skip


ONE, OTHER = "person:حسين أمير عبد اللهيان", "person:حسين أمير عبداللهيان"


def people(workspace: str) -> list[str]:
    store = Store(workspace)
    return [store.article(f"n{n}")["mentions"][0]["id"] for n in range(len(NAMED))]


def names_page(open_page: Open, workspace: str, **params: str) -> AppTest:
    return open_page("review", workspace=workspace, lang="en", part="names", **params)


def test_names_that_may_be_one_are_offered_and_merged(open_page: Open, named: str) -> None:
    app = names_page(open_page, named)
    assert [row["id"] for row in component(app, "names_pairs")["rows"]] == [ONE]
    app = names_page(open_page, named, id=ONE)
    assert [row["checked"] for row in component(app, "names_like")["rows"]] == [False]
    app.multiselect(key=f"names_more_{ONE}")
    app.session_state["names_one"] = {OTHER}
    app.run()
    app.button(key="names_merge_do").click().run()
    assert not app.exception and people(named) == [ONE] * 3
    assert [row["number"] for row in component(app, "names_rows")["rows"]] == ["3"]
    assert component(app, "names_rows")["rows"][0]["tag"] == words("en")("review.names.changed")
    app = open_page("dossier", workspace=named, lang="en", kind="person", id=ONE)
    assert "3" in str(component(app, "dossier_numbers")["rows"])
    app = open_page("review", workspace=named, lang="en", part="history")
    assert component(app, "history_rows")["rows"][0]["lead"] == words("en")("review.did.merge")
    deciding.take_back(Store(named), Store(named).history()[1])
    assert people(named) == [ONE, OTHER, ONE]


def test_a_name_is_changed_and_a_namesake_split_off(open_page: Open, named: str) -> None:
    app = names_page(open_page, named, id=ONE)
    app.text_input(key=f"names_en_{ONE}").set_value("Hossein Amir-Abdollahian")
    app.button(key="names_rename").click().run()
    assert component(app, "names_rows")["rows"][0]["title"] == "Hossein Amir-Abdollahian"
    app = names_page(open_page, named, id=ONE)
    assert [row["id"] for row in component(app, "names_articles")["rows"]] == ["n0", "n2"]
    app.session_state["names_apart"] = {"n2"}
    app.text_input(key=f"names_into_{ONE}").set_value("سمي آخر")
    app.run()
    app.button(key="names_split_do").click().run()
    assert not app.exception and people(named) == [ONE, OTHER, "person:سمي اخر"]
    assert "سمي آخر" in [item.value for item in app.header]


def test_readers_see_names_and_change_none(open_page: Open, named: str, shared: None) -> None:  # noqa: F811
    app = enter(names_page(open_page, named, id=ONE), "look-only")
    assert words("en")("door.editors") in [item.value for item in app.caption]
    assert not {"names_rename", "names_merge_do", "names_split_do"} & {button.key for button in app.button}
