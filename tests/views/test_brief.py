"""The brief as files: its numbers are the pages', its evidence is in it, and nothing in it runs or loads anything."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from dashboard.filters import Filters
from dashboard.queries import announced, atlas, brief, network, overview, statements
from dashboard.queries.brief import SECTIONS
from dashboard.queries.cited import behind
from dashboard.queries.corpus import Corpus
from dashboard.store import Store
from dashboard.tables import frames
from dashboard.views import figures
from dashboard.views.brief import charts, citing, content, making, paper, webpage
from dashboard.views.desk import Desk
from dashboard.views.words import LANGUAGES, words
from tests.deskdata import DRAFTS, Draft, drill, fill

TODAY = dt.date(2023, 4, 1)
EVIL = "<script>alert(1)</script><img src=//evil.example/x onerror=alert(2)> \u202eتجربة\u202c \"'><b>&amp;"
HOSTILE = Draft(
    "h1", EVIL, f"هددت [RUS:روسيا] [IRN:إيران] {EVIL}.", "2023-03-22", source="</style><script>x</script>",
    themes={"diplomacy": ["تجربة"]}, quotes=[("تجربة", "<svg onload=alert(3)>")],
)  # fmt: skip
VIEWS = (Filters(), Filters(themes=("diplomacy",)), Filters(start=dt.date(2023, 3, 1), end=dt.date(2023, 3, 31)))


@pytest.mark.parametrize(("outlets", "language", "rest"), [
    (5, "ar", ""), (6, "ar", "ومصدر آخر"), (8, "ar", "و3 مصادر أخرى"), (5, "en", ""), (8, "en", "and 3 others"),
])  # fmt: skip
def test_outlets_beside_those_named_are_counted(tmp_path: Path, outlets: int, language: str, rest: str) -> None:
    store = Store(tmp_path / "w.db")
    drafts = [
        Draft(f"o{n}", f"خبر {n}", f"نص الخبر رقم {n}.", "2023-03-22", source=f"جريدة {n}") for n in range(outlets)
    ]
    store.put([draft.record() for draft in drafts], store.add_batch("outlets"))
    desk = Desk(store, Corpus(frames(store), store.revision(), store.search), Filters(), words(language))
    said = dict(content.facts(desk, TODAY))[words(language)("brief.fact.outlets")].rstrip("\u2069")
    assert said.count("جريدة") == 5
    assert said.endswith(rest) if rest else ("آخر" not in said and "other" not in said)


class Page(HTMLParser):
    """What a page would load, run and link to, and the words it shows."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []
        self._within: list[str] = []
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._within and self._within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._within:
            self.said.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        return "".join(self.said)


def harmless(content: bytes) -> Page:
    """Nothing runs, nothing is asked of anybody, and only web addresses are links."""
    page = Page(content)
    names = {name for name, _ in page.tags}
    assert not names & {
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "link",
        "base",
        "form",
        "image",
        "use",
        "foreignobject",
    }
    for _, attributes in page.tags:
        assert not [key for key in attributes if key.startswith("on")]
        for key in ("src", "srcset", "action", "data", "xlink:href", "background"):
            assert key not in attributes
    for link in page.all("a"):
        if not link["href"].startswith("#"):
            assert link["href"].startswith(("http://", "https://"))
            assert {"noopener", "noreferrer"} <= set(link["rel"].split())
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")} <= set(ids)
    style = re.search(rb"<style>(.*?)</style>", content, re.S)
    assert style and b"@import" not in style[1]
    assert all(found.startswith(b"data:") for found in re.findall(rb"url\((.*?)\)", style[1]))
    policy = next(meta for meta in page.all("meta") if "http-equiv" in meta)
    assert policy["content"].startswith("default-src 'none'")
    return page


@cache
def corpus_of(store: Store, revision: int) -> Corpus:
    return Corpus(frames(store), revision, store.search, store.known_words)


def desk_of(store: Store, filters: Filters = Filters(), language: str = "en") -> Desk:  # noqa: B008
    return Desk(store, corpus_of(store, store.revision()), filters, words(language))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(Store(tmp_path_factory.mktemp("brief") / "w.db"), (*DRAFTS, HOSTILE))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filters", VIEWS, ids=str)
@pytest.mark.parametrize("thrifty", [False, True])
def test_a_page_that_needs_and_trusts_nobody(store: Store, filters: Filters, language: str, thrifty: bool) -> None:
    desk = desk_of(store, filters, language)
    document = content.document(desk, SECTIONS, EVIL, f"سطر\n{EVIL}", TODAY, 100)
    page = harmless(webpage.page(document, thrifty))
    assert page.all("html")[0] == {"lang": language, "dir": words(language).direction, "data-digits": "latn"}
    assert page.text.count("<script>alert(1)</script>") >= 3  # title, note, an article: as they were written


def test_hostile_words_stay_words_in_drawings(store: Store) -> None:
    for section in content.document(desk_of(store), SECTIONS, "", "", TODAY, 100).sections:
        if section.figure:
            assert "<script" not in section.figure.svg and "xlink" not in section.figure.svg


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://harbour.example/a?b=1&c=%D8%A7", True),
        ("http://[::1", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//evil.example", False),
        ("https:///nowhere", False),
        ("https://a.example/\u202egnp.exe", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_links(address: str, link: bool) -> None:
    assert citing.web_address(address) == (address if link else None)
    assert citing.readable(address).isprintable()


def lines(desk: Desk, section: str) -> dict[str, int]:
    made = content.document(desk, (section,), "", "", TODAY, 10_000)
    groups = brief.groups(desk.corpus, desk.filters, section, desk.store.texts, TODAY)
    said = [line.number for group in made.sections[0].groups for line in group.lines]
    found = [line for group in groups for line in group.lines]
    assert len(said) == len(found) and all(
        str(line.number) in number or line.number < 3 for line, number in zip(found, said, strict=True)
    )  # noqa: E501
    return {line.id: line.number for line in found}


@pytest.mark.parametrize("filters", VIEWS, ids=str)
@pytest.mark.parametrize("which", ["store", "samples"])
def test_numbers_are_those_of_the_pages(which: str, filters: Filters, request: pytest.FixtureRequest) -> None:
    desk = desk_of(request.getfixturevalue(which), filters)
    corpus = desk.corpus
    actors = lines(desk, "actors")
    for kind, found in (("state", overview.states(corpus, filters)), ("dyad", overview.dyads(corpus, filters))):
        pages = {f"{kind}:{id}": n for id, n in zip(found["id"], found["articles"], strict=True)}
        assert {id: n for id, n in actors.items() if id.startswith(kind)} == dict(list(pages.items())[: brief.ACTORS])
    ties = network.graph(corpus, filters, "together").edges.head(brief.TIES)
    assert list(lines(desk, "network").values()) == list(ties["reports"])
    events = announced.events(corpus, filters, TODAY).head(brief.EVENTS)
    assert list(lines(desk, "announced").values()) == list(events["reports"])
    speakers = statements.speakers(corpus, filters, desk.store.texts).head(brief.SPEAKERS)
    assert list(lines(desk, "statements").values()) == list(speakers["count"])
    _, tidy, _ = overview.per_period(corpus, filters)
    assert len(lines(desk, "incoming")) == tidy["period"].nunique()
    unsure = lines(desk, "uncertain")
    assert sum(n for id, n in unsure.items() if id.startswith("flag:")) == len(overview.flags(corpus, filters))
    places = atlas.places(corpus, filters)
    assert sum(n for id, n in unsure.items() if id.startswith("place:")) == places["unsure"].sum()


@pytest.mark.parametrize("filters", VIEWS, ids=str)
@pytest.mark.parametrize("which", ["store", "samples"])
def test_every_number_has_as_many_rows(which: str, filters: Filters, request: pytest.FixtureRequest) -> None:
    desk = desk_of(request.getfixturevalue(which), filters)
    for section in SECTIONS:
        for group in brief.groups(desk.corpus, filters, section, desk.store.texts, TODAY):
            for line in group.lines:
                found, _ = behind(desk.corpus, filters, line.id, desk.store.texts, TODAY)
                rows = sum(1 + len(one.copies) for one in found)
                if line.unit == "report":  # a report may say it in several sentences
                    assert len({one.row.code for one in found}) == line.number
                else:  # stories where stories are counted, all copies where all are
                    assert line.number == (len(found) if line.unit in ("event", "statement") else rows), line


def test_what_it_is_of_and_what_is_uncertain_is_said(store: Store) -> None:
    desk = desk_of(store)
    made = content.document(desk, SECTIONS, "", "", TODAY, 100)
    facts = dict(made.facts)
    say = desk.words
    assert "5 articles of 5" in facts[say("brief.fact.corpus")]
    assert "one without a day of publication" in facts[say("brief.fact.corpus")]
    ((name, version, lexicon, read),) = store.engines()
    assert (name, read) == ("rules", 5)
    assert all(part in facts[say("brief.fact.engine")] for part in (name, version, lexicon) if part)
    assert say.day(TODAY) in made.made and facts[say("brief.fact.filters")] == say("brief.no_filters")
    uncertain = made.sections[-1]
    assert [group.id for group in uncertain.groups] == ["days", "flags"]
    narrowed = content.document(desk_of(store, Filters(themes=("diplomacy",), states=("IRN",))), (), "", "", TODAY, 9)
    said = dict(narrowed.facts)[say("brief.fact.filters")]
    assert say.theme("diplomacy") in said and "Iran" in said


def test_a_row_says_source_day_title_and_address(store: Store) -> None:
    made = content.document(desk_of(store), ("themes",), "", "", TODAY, 100)
    line = next(line for line in made.sections[0].groups[0].lines if line.id == "theme:sanctions")
    (cited,) = line.cited
    assert (cited.source.name, cited.source.title) == ("Harbour Post", "New sanctions")
    assert cited.source.day == words("en").day(dt.date(2023, 3, 20)) and cited.direction == "ltr"
    assert [part for part, mark in cited.pieces[0] if mark] == ["sanctions"]
    assert "".join(part for part, _ in cited.pieces[0]).startswith("Russia rejected")


def test_what_took_an_event_back_is_cited_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    first = Draft(
        "e1", "خبر", "أعلنت [IRN:إيران] و[RUS:روسيا] تدريبًا مشتركًا.", "2023-02-01",
        relations=[("أعلنت", drill("announced", announces="COOPERATE"))],
    )  # fmt: skip
    after = Draft(
        "e2", "خبر آخر", "ألغت [IRN:إيران] و[RUS:روسيا] التدريب المشترك.", "2023-02-05",
        relations=[("ألغت", drill("cancelled", announces="COOPERATE"))],
    )  # fmt: skip
    store = fill(Store(tmp_path_factory.mktemp("later") / "w.db"), (first, after))
    made = content.document(desk_of(store), ("announced",), "", "", TODAY, 9)
    (line,) = made.sections[0].groups[0].lines
    assert [cited.source.title for cited in line.cited] == ["خبر آخر", "خبر"]
    assert line.cited[0].lead == "later told: cancelled" and not line.left and line.number == "one report"


def test_what_is_left_out_is_said(samples: Store) -> None:
    desk = desk_of(samples)
    made = content.document(desk, ("actors",), "", "", TODAY, 3)
    first = made.sections[0].groups[0].lines[0]
    assert len(first.cited) == 3 and first.whole > 3 and str(first.whole) in first.left
    again = content.limited(desk, made, 2).sections[0].groups[0].lines[0]
    assert len(again.cited) == 2 and str(first.whole) in again.left
    whole = content.document(desk, ("actors",), "", "", TODAY, 10_000).sections[0].groups[0]
    assert not whole.lines[0].left and whole.rest


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_samples_fit_with_every_sentence(samples: Store, language: str) -> None:
    desk = desk_of(samples, language=language)
    made = making.web(desk, SECTIONS, "", "", TODAY)
    page = harmless(made)
    assert len(made) < 5_000_000
    assert len(page.all("svg")) == 3 and all({"role", "aria-labelledby"} <= set(svg) for svg in page.all("svg"))
    document = content.document(desk, SECTIONS, "", "", TODAY, 10_000)
    assert page.text.count("\n") < len(made)  # one run of text, however long
    for section in document.sections:
        assert section.title in page.text
        for group in section.groups:
            assert all(not line.left for line in group.lines)
            assert all(line.title in page.text and line.number in page.text for line in group.lines)


def test_too_much_is_shortened_until_it_fits(samples: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_of(samples)
    whole = making.web(desk, SECTIONS, "", "", TODAY)
    monkeypatch.setattr(making, "LARGEST", len(whole) - 1)
    linked = making.web(desk, SECTIONS, "", "", TODAY)
    assert len(linked) < len(whole) and "stood before" in harmless(linked).text
    monkeypatch.setattr(making, "LARGEST", 600_000)
    fewer = making.web(desk, SECTIONS, "", "", TODAY)
    assert len(fewer) < 600_000 and "the desk has them all" in harmless(fewer).text


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_in_the_languages_direction(store: Store, language: str) -> None:
    desk = desk_of(store, language=language)
    made = opened(making.docx(desk, SECTIONS, f"عنوان {EVIL}\x07", EVIL, TODAY))
    rtl = language == "ar"
    assert made.paragraphs[0].text == f"عنوان {EVIL}"
    heads = [one for one in made.paragraphs if one.style.name == "Heading 1"]
    assert [one.text for one in heads][:-1] == [desk.words(f"brief.section.{name}") for name in SECTIONS]
    assert all((one._p.pPr.find(qn("w:bidi")) is not None) is rtl for one in heads)
    assert all((table._tbl.tblPr.find(qn("w:bidiVisual")) is not None) is rtl for table in made.tables)
    assert all(run.font.rtl is (True if rtl else None) for one in heads for run in one.runs)
    order = [child.tag for child in made.tables[0]._tbl.tblPr]
    if rtl:
        assert order.index(qn("w:bidiVisual")) < order.index(qn("w:tblW"))
    said = "\n".join(one.text for one in made.paragraphs)
    assert "مناورة بحرية" in said and "[1]" in said
    links = [part.reltype for part in made.part.rels.values() if part.is_external]
    assert links == []  # none of these articles has an address
    cells = [cell.text for table in made.tables for cell in table._cells]
    assert words(language).theme("naval-drills") in cells or any(
        words(language).theme("naval-drills") in cell for cell in cells
    )  # noqa: E501


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_says_what_it_is_of_and_what_is_uncertain(samples: Store, language: str) -> None:
    """Read back: period, filters, corpus and engine in its first table, evidence with what was counted marked in bold,
    the uncertain beside its numbers, and how to read all of it at the end."""
    filters = Filters(themes=("sanctions",), start=dt.date(2021, 1, 1), end=dt.date(2023, 12, 31))
    desk = desk_of(samples, filters, language)
    say, made = desk.words, opened(making.docx(desk, SECTIONS, "", "", TODAY))
    told = {row.cells[0].text: row.cells[1].text for row in made.tables[0].rows}
    assert told == {label: paper.plain(value) for label, value in content.facts(desk, TODAY)}
    assert say.span(filters.start, filters.end) in told[say("brief.fact.period")]
    assert say.theme("sanctions") in told[say("brief.fact.filters")]
    (engine, version, lexicon, _), *_ = samples.engines()
    assert all(part in told[say("brief.fact.engine")] for part in (engine, version, lexicon))
    heads = [one.text for one in made.paragraphs if one.style.name.startswith("Heading")]
    uncertain = content.document(desk, ("uncertain",), "", "", TODAY, making.PRINTED).sections[0]
    assert uncertain.groups and all(group.title in heads for group in uncertain.groups)
    cells = {cell.text.split("\n")[0] for table in made.tables for cell in table._cells}
    assert {line.title for group in uncertain.groups for line in group.lines} <= cells
    bold = {run.text for one in made.paragraphs for run in one.runs if run.bold}
    marked = {
        part for group in uncertain.groups for line in group.lines for cited in line.cited
        for piece in cited.pieces[:2] for part, mark in piece if mark
    }  # fmt: skip
    assert marked and {paper.plain(part) for part in marked} <= bold
    assert [one.text for one in made.paragraphs][-3:] == [say(f"brief.caveat.{name}") for name in content.CAVEATS]


def test_a_brief_is_in_the_digits_of_its_desk(store: Store) -> None:
    """Its numbers, days, drawings and the numbers of its articles; what is typed and what articles say stays."""
    desk = replace(desk_of(store, language="ar"), words=words("ar", "arab"))
    document = content.document(desk, SECTIONS, "عدد 7", "للاطلاع", TODAY, 100)
    own = "".join(
        section.figure.svg for section in document.sections if section.figure
    ) + "".join(
        f">{said}<" for section in document.sections for group in section.groups for line in group.lines
        for said in (line.number, line.change, group.rest, group.holds, group.help)
    )  # fmt: skip
    assert [said for said in re.findall(r">([^<]*[0-9][^<]*)<", own) if EVIL[:7] not in said] == []
    assert "١ أبريل ٢٠٢٣" in document.made
    page = harmless(webpage.page(document, thrifty=True))
    assert page.all("html")[0]["data-digits"] == "arab" and "[١]" in page.text and "[1]" not in page.text
    assert "عدد 7" in page.text
    made = opened(making.docx(desk, SECTIONS, "عدد 7", "", TODAY))
    said = "\n".join(one.text for one in made.paragraphs)
    assert made.paragraphs[0].text == "عدد 7" and "[١]" in said and "[1]" not in said
    assert made.tables[1].rows[0].cells[0].text == "١"


def test_addresses_are_links_only_where_they_are_the_webs(tmp_path_factory: pytest.TempPathFactory) -> None:
    from dataclasses import replace

    drafts = [Draft(f"u{at}", f"خبر {at}", "التقى وفد [RUS:روسيا] وفد [IRN:إيران].", "2023-03-22") for at in (1, 2)]
    addresses = ('https://harbour.example/%D8%A7?a="><b>', "javascript:alert(1)")
    records = [
        replace(record, article=replace(record.article, url=url))
        for record, url in zip((draft.record() for draft in drafts), addresses, strict=True)
    ]
    store = Store(tmp_path_factory.mktemp("urls") / "w.db")
    store.put(records, store.add_batch("test"))
    desk = desk_of(store)
    for thrifty in (False, True):
        page = harmless(webpage.page(content.document(desk, SECTIONS, "", "", TODAY, 9), thrifty))
        outside = {link["href"] for link in page.all("a") if not link["href"].startswith("#")}
        assert outside == {addresses[0]}
        assert "javascript:alert(1)" in page.text  # said, not followed
    rels = opened(making.docx(desk, SECTIONS, "", "", TODAY)).part.rels.values()
    assert [part.target_ref for part in rels if part.is_external] == [addresses[0]]


def test_an_empty_view_says_so(store: Store) -> None:
    desk = desk_of(store, Filters(query="لا شيء كهذا"))
    made = content.document(desk, SECTIONS, "", "", TODAY, 9)
    assert all(section.empty and not section.groups for section in made.sections)
    harmless(webpage.page(made))
    assert making.docx(desk, SECTIONS, "", "", TODAY)


@pytest.mark.parametrize(
    ("days", "grain", "centres"),
    [
        (("2024-03-01", "2024-03-02", "2024-03-05"), "day", [0, 1, 4]),
        (("2024-01-02", "2024-01-09", "2024-03-12"), "week", [0, 1, 10]),
        (("2024-03-01",), "day", [0]),
    ],
)
def test_periods_without_articles_keep_their_place(
    tmp_path: Path, days: tuple[str, ...], grain: str, centres: list[int]
) -> None:
    drafts = [replace(DRAFTS[1], id=f"p{at}", published=day) for at, day in enumerate(days)]
    desk = desk_of(fill(Store(tmp_path / "w.db"), tuple(drafts)), Filters())
    (group,) = brief.groups(desk.corpus, desk.filters, "incoming", desk.store.texts, TODAY)
    svg = charts.bars(desk, group).svg
    found = [float(x) + float(wide) / 2 for x, wide in re.findall(r'<rect x="([\d.]+)"[^>]* width="([\d.]+)"', svg)]
    bars = found[: len(days)]
    step = (charts.WIDTH - 48) / (centres[-1] + 1)
    assert group.id == grain and [round((x - bars[0]) / step) for x in bars] == centres
    assert bars[-1] > charts.WIDTH * (0.4 if len(days) == 1 else 0.6)  # no half of it is blank


def test_themes_have_the_colours_of_the_overview(store: Store) -> None:
    """Also those that tie, of which the newest articles name another one first than the alphabet does."""
    desk = desk_of(store)
    grain, tidy, shown = overview.per_period(desk.corpus, desk.filters)
    counts = tidy.groupby("theme")["articles"].sum()
    assert counts.duplicated().any()
    there = {trace.name: trace.marker.color for trace in figures.per_period(desk, grain, tidy, shown).data}
    (group,) = brief.groups(desk.corpus, desk.filters, "incoming", desk.store.texts, TODAY)
    svg = charts.bars(desk, group).svg
    drawn = re.findall(r'<rect[^>]* fill="(#\w+)"><title>[^<]* · ([^<:]+): ', svg)
    assert {name: colour for colour, name in drawn} == there
    (listed,) = brief.groups(desk.corpus, desk.filters, "themes", desk.store.texts, TODAY)
    assert [desk.words.theme(line.id.partition(":")[2]) for line in listed.lines] == list(there)
    key = re.findall(r'<rect[^>]* rx="2" fill="(#\w+)"/><text[^>]*>([^<]+)<', svg)
    assert [(name, colour) for colour, name in key] == list(there.items())
