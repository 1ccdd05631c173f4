"""Copies of one text: who belongs together whatever the order, who is first, and what stays when one is removed."""

from __future__ import annotations

import random
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from dashboard.clean.fold import fold_key
from dashboard.clean.prepare import prepare
from dashboard.ingest import Fate, ingest
from dashboard.model import Article
from dashboard.readers import read
from dashboard.store import Store
from dashboard.store.schema import VERSION, articles, bands, meta
from dashboard.store.similar import ALIKE, alike, groups, likeness, signature
from dashboard.tables import frames
from tests.store.test_store import put

SAMPLES = Path(__file__).parent.parent.parent / "sample_articles"
WIRE = "2023-03-16-security-bond-wire.md"
DRILL = (
    "بدأت قوات بحرية من ثلاث دول صباح الأحد تدريبا مشتركا قرب ميناء الساحل يستمر أربعة أيام. "
    "وقال قائد الأسطول إن السفن ستتدرب على الإنقاذ وإطفاء الحرائق ومكافحة القرصنة. "
    "وأضاف أن أربع مدمرات وناقلة وقود تشارك في التدريب إلى جانب مروحيتين. "
    "ويأتي التدريب بعد شهرين من زيارة وفد عسكري للميناء اتفق فيها على موعده. "
    "ولم يصدر تعليق من الدول المجاورة التي راقبت تدريبات سابقة في المياه نفسها."
)
TALKS = (
    "اختتم وزيرا خارجية البلدين محادثاتهما في العاصمة باتفاق على فتح السفارات خلال شهرين. "
    "وذكر البيان الختامي أن لجنة فنية ستبحث الرحلات المباشرة وتأشيرات الحجاج والتجارة. "
    "ورحبت الأمم المتحدة بالاتفاق ودعت إلى تنفيذه كاملا. وكانت العلاقات قد قطعت قبل سبعة أعوام."
)


def sign(body: str) -> bytes:
    return signature(fold_key(body))


def sentences(body: str) -> list[str]:
    return [f"{part.strip(' .')}." for part in body.split(". ")]


@cache
def sample(name: str) -> str:
    return prepare(next(iter(read(SAMPLES / name)))).text


COPIES = [
    (DRILL, DRILL),
    (DRILL, DRILL.replace("أ", "ا").replace("ة", "ه").replace("،", "") + " (وكالة الساحل)"),  # spelled otherwise
    (DRILL, "الميناء (وكالة الساحل) - " + DRILL.replace("صباح الأحد", "أمس الأحد")),  # another dateline
    (DRILL, " ".join(sentences(DRILL)[:4])),  # the last paragraph cut
    (DRILL, " ".join(reversed(sentences(DRILL)))),  # paragraphs in another order
    (DRILL, DRILL + " وتشارك في التدريب للمرة الأولى سفينة أبحاث."),  # a later version
]
OTHERS = [
    (DRILL, TALKS),
    (DRILL, " ".join([*sentences(TALKS), *sentences(DRILL)[3:]])),  # background used again
    (DRILL, "انطلقت الأحد مناورات بحرية ثلاثية قبالة ميناء الساحل بمشاركة مدمرات ومروحيات، وتتواصل حتى الأربعاء "
            "بحسب قائد الأسطول الذي عدد بين أهدافها مكافحة القرصنة وإنقاذ السفن."),  # the same event, another's words
    (DRILL, " ".join(random.Random(4).sample(DRILL.split(), len(DRILL.split())))),  # the same words, no sentence alike
    ("قتل ثلاثة في هجوم.", "قتل خمسة في هجوم."),
    ("", ""), ("…", "!"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), COPIES)
def test_copies_are_found(one: str, other: str) -> None:
    assert alike(sign(one), [sign(other)]) == alike(sign(other), [sign(one)]) == [True]
    assert likeness(sign(one), sign(other)) >= ALIKE


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_reports_are_not_copies(one: str, other: str) -> None:
    assert alike(sign(one), [sign(other)]) == alike(sign(other), [sign(one)]) == [False]


def test_of_the_samples_only_the_wire_and_the_daily_are_copies() -> None:
    names = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md") and path.name[0] == "2")
    found = [[names[at] for at in group] for group in groups([sign(sample(name)) for name in names]) if len(group) > 1]
    assert found == [["2023-03-16-security-bond-daily.md", WIRE]]


def test_a_signature_is_the_same_for_ever() -> None:
    # Stored signatures are compared with those of later versions: a change here needs a new migration.
    assert (len(sign(DRILL)), sign("نص قصير جدا للمقارنة")[:8].hex()) == (512, "46ff1624b469692f")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "workspace.db")


def article(id: str, body: str) -> Article:
    return Article(text=body, id=id, source=id)


def firsts(store: Store) -> dict[str, str]:
    return {id: flag["copy_of"] for id, flag in store.copies().items()}


def stories(store: Store) -> set[frozenset[str]]:
    """The partition that the articles frame gives; the flags and the records must say the same."""
    table = frames(store)["articles"]
    by_story = {story: frozenset(part.astype(str)) for story, part in table.groupby("story", observed=True)["id"]}
    assert all(str(story) in members for story, members in by_story.items())
    said = {str(id): str(story) for id, story in zip(table["id"], table["story"], strict=True) if id != story}
    assert said == firsts(store)
    return set(by_story.values())


# A chain: each is a copy of the next, the ends are not copies of each other.
CHAIN = [" ".join(sentences(DRILL)[:5]), " ".join(sentences(DRILL)[1:]), " ".join(sentences(DRILL)[2:])]


def test_the_next_is_first_when_the_first_goes(store: Store) -> None:
    put(store, article("a", DRILL), article("b", DRILL + " (وكالة)"), article("t", TALKS), article("c", DRILL))
    assert firsts(store) == {"b": "a", "c": "a"}
    assert stories(store) == {frozenset("abc"), frozenset("t")}
    flag = store.article("c")["flags"][-1]
    assert (flag["kind"], flag["copy_of"], flag["confidence"]) == ("near-duplicate", "a", 1.0)
    partial = store.article("b")["flags"][-1]
    assert ALIKE <= partial["confidence"] < 1 and f"{partial['confidence']:.0%}" in partial["message"]
    store.remove("a")
    assert firsts(store) == {"c": "b"}
    store.remove("b")
    assert firsts(store) == {}
    put(store, article("d", DRILL))  # found through the heir of the first one's entry
    assert firsts(store) == {"d": "c"}
    for id in "ctd":
        store.remove(id)
    with store._read() as connection:
        assert connection.execute(select(bands)).first() is None


def test_the_middle_of_a_chain_ties_its_ends(store: Store) -> None:
    assert groups([sign(body) for body in (CHAIN[0], CHAIN[2])]) == [[0], [1]]
    put(store, article("end", CHAIN[0]), article("other", CHAIN[2]))
    assert firsts(store) == {}
    put(store, article("middle", CHAIN[1]))
    assert firsts(store) == {"other": "end", "middle": "end"}
    store.remove("middle")
    assert firsts(store) == {}


def test_an_import_taken_back_takes_its_copies(store: Store) -> None:
    batch, _ = put(store, article("a", DRILL), article("t", TALKS))
    put(store, article("b", DRILL), article("c", DRILL + " (وكالة)"), article("u", TALKS))
    store.remove(batch)
    assert firsts(store) == {"c": "b"}


def test_a_new_text_under_the_same_id_changes_stories(store: Store) -> None:
    put(store, article("a", DRILL), article("b", DRILL), article("t", TALKS))
    put(store, article("b", TALKS))
    assert firsts(store) == {"t": "b"}
    put(store, article("b", TALKS))
    assert firsts(store) == {"t": "b"}


BODIES = {
    "drill": DRILL, "same": DRILL, "agency": DRILL + " (وكالة الساحل)", "cut": CHAIN[0], "late": CHAIN[1],
    "latest": CHAIN[2], "talks": TALKS, "talks2": TALKS + " وفق البيان.", "mixed": TALKS + " " + CHAIN[2], "none": "…",
}  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(BODIES)), st.sets(st.sampled_from(sorted(BODIES))), st.integers(1, 10))
def test_order_and_removal_change_no_pairs(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], gone: set[str], cut: int
) -> None:
    store = Store(tmp_path_factory.mktemp("order") / "w.db")
    for part in (order[:cut], order[cut:], order[:2]):  # two imports, and a piece again
        put(store, *(article(id, BODIES[id]) for id in part))
    expected = [[order[at] for at in group] for group in groups([sign(BODIES[id]) for id in order])]
    assert firsts(store) == {id: group[0] for group in expected for id in group[1:]}
    for id in gone:
        store.remove(id)
    kept = [id for id in order if id not in gone]
    expected = [[kept[at] for at in group] for group in groups([sign(BODIES[id]) for id in kept])]
    assert firsts(store) == {id: group[0] for group in expected for id in group[1:]}


def test_groups_are_the_same_in_every_order() -> None:
    bodies = [DRILL, CHAIN[1], CHAIN[2], TALKS]
    for order in permutations(range(4)):
        found = {frozenset(order[at] for at in group) for group in groups([sign(bodies[at]) for at in order])}
        assert found == {frozenset({0, 1, 2}), frozenset({3})}


def test_the_import_says_what_is_a_copy(tmp_path: Path, store: Store) -> None:
    fates: list[Fate] = []
    for name in ("2023-03-16-security-bond-daily.md", WIRE, "2024-03-12-maritime-belt.txt"):
        ingest([SAMPLES / name], store, report=fates.append)
    daily, wire, other = fates
    assert (daily.copy_of, wire.copy_of, other.copy_of) == (None, daily.id, None)
    ingest([SAMPLES / WIRE], store, report=fates.append)
    assert (fates[-1].status, fates[-1].copy_of) == ("duplicate", None)


def as_version_1(store: Store) -> None:
    """The workspace as the first version left it."""
    with store._write() as connection:
        for statement in (
            "DROP INDEX ix_articles_story", "ALTER TABLE articles DROP COLUMN story",
            "ALTER TABLE articles DROP COLUMN signature", "DROP TABLE bands",
            "UPDATE meta SET value = '1' WHERE key = 'schema'",
        ):  # fmt: skip
            connection.execute(text(statement))


def test_a_workspace_of_version_1_is_brought_up(store: Store) -> None:
    put(store, *(article(id, body) for id, body in BODIES.items()))
    expected, records, revision = firsts(store), list(store.records()), store.revision()
    assert expected
    as_version_1(store)
    opened = Store(store.url)
    assert not opened.new
    with opened._read() as connection:
        assert connection.scalar(select(meta.c.value).where(meta.c.key == "schema")) == str(VERSION)
        assert not connection.scalars(select(articles.c.story).where(articles.c.story.is_not(None))).all()
    # Written before anybody asked for copies: what waits is compared with it all the same.
    put(opened, article("new", TALKS), article("newer", DRILL))
    assert firsts(opened) == {**expected, "new": "talks", "newer": "drill"}
    assert list(opened.records())[: len(records)] == records
    assert opened.revision() > revision and opened.identity == store.identity
    assert opened.search("القرصنه") and Store(store.url).count() == len(BODIES) + 2


def test_a_workspace_of_version_1_shows_copies_at_once(store: Store) -> None:
    put(store, article("a", DRILL), article("b", DRILL))
    as_version_1(store)
    opened = Store(store.url)
    assert opened.article("b")["flags"][-1]["copy_of"] == "a"
    store.remove("a")
    assert firsts(opened) == {}
