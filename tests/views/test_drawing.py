"""What is drawn, without a browser: palettes, lanes, the reader's data, staged files, texts made harmless."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import Filters
from dashboard.queries import network
from dashboard.queries.atlas import Box
from dashboard.queries.corpus import Corpus
from dashboard.store import Store
from dashboard.tables import frames
from dashboard.views import (
    figures,
    files,
    graphdata,
    graphfiles,
    jobs,
    maplabels,
    palette,
    reader,
    timefigure,
    timeline,
)
from dashboard.views.desk import Desk
from dashboard.views.lanes import pack
from dashboard.views.maplabels import Label, Mark
from dashboard.views.text import for_plotly, plain, shortened
from dashboard.views.words import words
from tests.deskdata import fill


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(Store(tmp_path_factory.mktemp("views") / "w.db"))


@pytest.fixture(params=["ar", "en"])
def desk(request: pytest.FixtureRequest, store: Store, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(Desk, "dark", lambda self: False)
    return Desk(store, Corpus(frames(store), store.revision(), store.search), Filters(), words(request.param))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_slider_leaves_its_window_room_where_something_lies_far_off(desk: Desk) -> None:
    """And says nothing of its own where all is near."""
    marks = timeline.timeline.marks(desk.corpus, desk.filters, "themes", "event")
    near = (marks["low"].min(), marks["high"].max())
    names = timeline.names_of(desk, "themes", marks)

    def reach(found: pd.DataFrame) -> object:
        return timefigure.draw(desk, found, names, None, near, home=near).layout.xaxis.rangeslider.range

    assert reach(marks) is None
    old = marks.head(1).assign(id="x", mark="x", low=pd.Timestamp("0400-01-01"), high=pd.Timestamp("0400-12-31"))
    first, last = (pd.Timestamp(day) for day in reach(pd.concat([marks, old], ignore_index=True)))
    length = near[1] - near[0]
    assert near[0] - 3 * length < first < near[0] and last >= near[1]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["ink", "soft", "conflict", "cooperation", "accent"])
def test_contrast_is_enough_to_read(dark: bool, name: str) -> None:
    chosen = palette.colours(dark)
    a, b = sorted((luminance(chosen[name]), luminance(chosen["ground"])), reverse=True)
    assert (a + 0.05) / (b + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (1.0, "cooperation"),
        (-0.5, "conflict"),
        (0.0, "neutral"),
        (0.1, "neutral"),
        (float("nan"), "neutral"),
        (None, "neutral"),
    ],
)
def test_sign_colours(score: float | None, name: str) -> None:
    assert palette.of_sign(score, False) == palette.colours(False)[name]


def test_overlapping_marks_get_rows_of_their_own() -> None:
    days = pd.to_datetime(["2023-01-01", "2023-01-05", "2023-06-01"])
    marks = pd.DataFrame(
        {"lane": ["a", "a", "a"], "low": days, "high": pd.to_datetime(["2023-02-01", "2023-03-01", "2023-06-02"])}
    )
    packed = pack(marks, ["a", "b"])
    assert packed.marks["y"].tolist()[0] != packed.marks["y"].tolist()[1]
    assert packed.marks["y"].tolist()[0] == packed.marks["y"].tolist()[2]
    assert packed.middle["b"] > packed.middle["a"] and len(packed.edges) == 3


@pytest.mark.parametrize(("until", "share"), [("2021-03-28", 0.35), ("2023-12-31", 0.82)])
def test_a_few_bars_far_apart_are_no_hairs(desk: Desk, until: str, share: float) -> None:
    """Bars stand narrow only where a handful would fill the page."""
    shown = pd.Timestamp("2021-03-01"), pd.Timestamp(until)
    tidy = pd.DataFrame({"period": list(shown), "articles": [2, 1]})
    (bars,) = figures.articles_per(desk, "week", tidy, shown).data
    assert bars.width == pytest.approx(share * 7 * 86_400_000)


def test_antiquity_and_the_far_future_have_their_place(desk: Desk) -> None:
    far = pd.DataFrame({
        "lane": "l", "low": pd.Series(["0101-01-01", "9000-01-01"]).astype("datetime64[s]"),
        "high": pd.Series(["0150-12-31", "9000-01-01"]).astype("datetime64[s]"), "announced": False, "vague": False,
        "alternative": None, "mark": [0, 1], "id": ["0", "1"], "count": 1, "text": "x",
    })  # fmt: skip
    for together in (False, True):
        figure = timefigure.draw(desk, far, {"l": "l"}, None, None, together)
        assert "0101-01-01" in figure.to_json()


def marks() -> pd.DataFrame:
    rows = [
        ("l", "2023-01-01", "2023-01-01", False, False, None), ("l", "2023-02-01", "2023-02-28", True, False, None),
        ("l", "2023-10-01", "2023-12-31", True, True, "0:1"), ("l", "2024-01-01", "2024-03-31", True, True, "0:1"),
        ("l", "2022-01-01", None, False, False, None), ("l", None, "2024-06-01", False, False, None),
    ]  # fmt: skip
    out = pd.DataFrame(rows, columns=["lane", "low", "high", "announced", "vague", "alternative"])
    return out.assign(
        low=pd.to_datetime(out["low"]), high=pd.to_datetime(out["high"]), mark=range(6), id=list("012345"), count=1,
        text="<b>قولٌ</b>",
    )  # fmt: skip


def test_the_timeline_draws_each_standing_its_own_way(desk: Desk) -> None:
    figure = timefigure.draw(desk, marks(), {"l": "<i>lane</i>"}, None)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    # The whole bars, then the faint beginnings and the faint ends of the vague ones.
    assert [len(trace.base) for trace in bars] == [3, 2, 2]
    assert [trace.marker.opacity for trace in bars] == [1.0, timefigure.SOFT, timefigure.SOFT]
    assert set(bars[0].marker.color) == {palette.colours(False)["ground"]}  # all three are announced: hollow
    points = next(trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers")
    assert list(points.marker.symbol) == ["circle", "triangle-right", "triangle-left"]
    assert list(points.customdata) == ["0", "4", "5"]
    dotted = next(trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines")
    assert len(dotted.x) == 3
    drawn = figure.to_json()
    assert "<b>ق" not in drawn and "<i>lane" not in drawn
    assert figure.layout.yaxis.side == ("right" if desk.words.rtl else "left")


def test_the_graph_says_direction_sign_and_width(desk: Desk) -> None:
    graph = network.graph(desk.corpus, Filters(), "relations")
    data = graphdata.payload(desk, graph, "relations")
    edges = {edge["id"]: edge for edge in data["edges"]}
    assert edges["RUS>IRN"]["arrows"]["to"]["enabled"] and edges["RUS>IRN"]["dashes"]
    assert edges["RUS>IRN"]["color"]["color"] == palette.colours(False)["conflict"]
    assert not edges["IRN|SAU"]["arrows"]["to"]["enabled"]
    called = {desk.actor(id) for id in ("IRN", "RUS", "CHN", "SAU")}
    assert {node["label"] for node in data["nodes"]} == {f"\u2068{name}\u2069" for name in called}
    json.dumps(data)


def test_the_graph_as_files(desk: Desk) -> None:
    graph = network.graph(desk.corpus, Filters(), "together")
    table = files.graph_csv(desk, graph).decode("utf-8-sig").splitlines()
    assert table[0].startswith("source,target,sentences,reports") and len(table) == 1 + len(graph.edges)
    read = nx.parse_graphml(graphfiles.graphml(desk, graph).decode())
    assert read.number_of_edges() == len(graph.edges)
    assert read.nodes["IRN"]["label"] == desk.actor("IRN") and read.nodes["IRN"]["kind"] == "states"
    shown = nx.read_gexf(io.BytesIO(graphfiles.gexf(desk, graph)))
    assert shown.number_of_nodes() == len(graph.nodes)
    assert {edge[2]["sentences"] for edge in shown.edges(data=True)} == set(graph.edges["sentences"])


@pytest.mark.parametrize("edges", ["together", "relations"])
def test_the_graph_as_a_page_asks_nobody(desk: Desk, edges: network.Edges) -> None:
    graph = network.graph(desk.corpus, Filters(), edges, also=("organizations",))
    page = graphfiles.page(desk, graph, edges, "</h1><script>x</script>").decode()
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]*(?:src|href)\s*=", page)
    assert "<script>x" not in page
    assert json.dumps(desk.actor("IRN")).strip('"') in page
    assert "vis.Network" in page and f'dir="{desk.words.direction}"' in page


def test_the_reader_marks_and_explains_everything(desk: Desk) -> None:
    record = desk.store.article("a1")
    assert record is not None
    data = reader.payload(desk, record, ["country"], "text:6-11")
    pieces = [piece for block in data["blocks"] for piece in block["pieces"]]
    assert "".join(piece["text"] for piece in pieces) == record["title"] + record["text"]
    assert [piece["text"] for piece in pieces if piece.get("here")] == ["إيران"]
    marked = {(piece["text"], kind) for piece in pieces for kind in piece.get("kinds", [])}
    assert {("الصين", "country"), ("مارس المقبل", "date"), ("أعلنت", "relation"), ("مناورة بحرية", "theme")} <= marked
    assert all(data["tips"][number][0] for piece in pieces for number in piece.get("tips", []))
    assert any("test" in line for tip in data["tips"] for line in tip)  # the rule is named


def test_a_place_inside_other_findings_is_cut_out(desk: Desk) -> None:
    record = desk.store.article("a1")
    assert record is not None
    data = reader.payload(desk, record, [], "text:8-9")
    here = [piece["text"] for block in data["blocks"] for piece in block["pieces"] if piece.get("here")]
    assert here == [record["text"][8:9]]


def test_a_date_that_another_finding_cuts_is_not_closed_at_the_cut(desk: Desk) -> None:
    said = {"start": 0, "rule": "r", "confidence": 1.0, "sentence": 0, "field": "text"}
    day = {"kind": "date", "from": "2024-03-10", "to": "2024-03-10", "precision": "day", "mod": None, "tense": None,
           "alternative": None, "at": None, "tz": None, "basis": "absolute", "edtf": None}  # fmt: skip
    record = {
        "title": "", "text": "March 10, Friday", "language": "en", "sentences": [[0, 16]], "quotes": [], "flags": [],
        "relations": [], "mentions": [], "published": {"date": None},
        "dates": [{**said, **day, "start": low, "end": high, "text": "x"} for low, high in ((0, 8), (10, 16))],
        "themes": [{"id": "protests", "score": 0.1, "evidence": [{**said, "end": 5}]}],
    }  # fmt: skip
    pieces = [piece for block in reader.payload(desk, record, [], None)["blocks"][1:] for piece in block["pieces"]]
    assert [(piece["text"], piece.get("cut")) for piece in pieces] == [
        ("March", ["after"]), (" 10", ["before"]), (", ", None), ("Friday", None),
    ]  # fmt: skip


def test_names_on_the_map_keep_off_its_edges_and_each_other() -> None:
    box = Box(-20.0, 20.0, 20.0, 45.0)
    edge, first, close, far = (Label(*of) for of in (
        ("Western Sahara", 25.0, -19.0), ("Algeria", 28.0, 2.6), ("Tunis", 28.2, 3.0), ("Libya", 28.0, 14.0),
    ))  # fmt: skip
    assert maplabels.apart(box, [edge, first, close, far], 360.0) == [first, far]
    assert maplabels.apart(box, [edge, first, close, far], 32_000.0) == [edge, first, close, far]
    upper, lower = Label("Greece", 44.8, 10.0), Label("Mali", 20.2, -5.0)
    assert maplabels.apart(box, [upper, lower, first], 360.0) == [first]
    assert maplabels.apart(replace(box, world=True), [upper, lower], 360.0) == [upper, lower]


def test_a_name_gives_way_to_the_mark_of_a_place() -> None:
    box = Box(-10.0, 50.0, 20.0, 45.0, False)
    name = Label("Chad", 33.0, 20.0)
    [moved] = maplabels.apart(box, [name], 360.0, [Mark(33.0, 20.0, 12.0)])
    assert moved.lon == name.lon and 1 < abs(moved.lat - name.lat) < 4
    assert maplabels.apart(box, [name], 360.0, [Mark(33.0, 30.0, 12.0)]) == [name]
    assert maplabels.apart(box, [name], 360.0, [Mark(33.0, 20.0, 90.0)]) == [name]  # there is no way around it


@pytest.mark.parametrize(
    ("lanes", "arabic"), [("themes", "بلا موضوع"), ("states", "بلا دولة"), ("dyads", "بلا دولتين")]
)
def test_what_is_on_no_lane_is_named_by_what_the_lanes_are(desk: Desk, lanes: timeline.Lanes, arabic: str) -> None:
    marks = pd.DataFrame({"lane": ["none", "none"], "count": [1, 2]})
    assert timeline.names_of(desk, lanes, marks) == {"none": desk.words(f"timeline.without_{lanes}")}
    assert words("ar")(f"timeline.without_{lanes}") == arabic


def test_the_reader_marks_what_is_searched_for(desk: Desk) -> None:
    record = desk.store.article("a1")
    assert record is not None
    for query, wanted in (("إيران", "إيران"), ('"مناورة بحرية"', "مناورة بحرية"), ("-إيران", ""), ("(", "")):
        asked = replace(desk, filters=Filters(query=query))
        pieces = [piece for block in reader.payload(asked, record, [], None)["blocks"] for piece in block["pieces"]]
        marked = "".join(piece["text"] for piece in pieces if piece.get("hit"))
        assert bool(marked) == bool(wanted)
        assert marked.replace(wanted, "") == "" if wanted else not marked


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.txt", "a.txt"),
        ("dir/sub/b.txt", "dir/sub/b.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/c.txt", "abs/c.txt"),
        ("..\\..\\w.txt", "w.txt"),
        ("مقال.txt", "مقال.txt"),
        ("a\0b<c>.txt", "a_b_c_.txt"),
        ("..", "file-0"),
        (".hidden.txt", "hidden.txt"),
    ],
)
def test_dropped_names_stay_inside_their_folder(name: str, kept: str) -> None:
    folder = jobs.stage([(name, b"x")])
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert found == [kept]


def test_two_files_of_one_name_are_both_kept() -> None:
    folder = jobs.stage([("a.txt", b"1"), ("a.txt", b"2")])
    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"1", b"2"]


def test_progress_lines_become_results(tmp_path: Path) -> None:
    job = jobs.Job(2)
    lines = [
        {"event": "start"},
        {"event": "file", "origin": f"{tmp_path}/a.txt", "status": "added", "id": "1"},
        {"event": "end", "added": 1, "duplicates": 0, "updated": 0, "rejected": 0, "batch": "b"},
    ]
    for line in [*map(json.dumps, lines), "not json\n"]:
        jobs._take(job, line, tmp_path)
    assert [result["origin"] for result in job.results] == ["a.txt"]
    assert job.summary is not None and job.summary["added"] == 1


@given(st.text(max_size=60))
def test_plain_text_means_nothing_to_markdown(text: str) -> None:
    escaped = plain(text)
    for char in "*_[]<>`$:#~":
        at = escaped.find(char)
        while at >= 0:
            assert escaped[at - 1] == "\\"
            at = escaped.find(char, at + 1)


@given(st.text(max_size=60))
def test_chart_text_has_no_tags(text: str) -> None:
    assert "<" not in for_plotly(text) and ">" not in for_plotly(text)


@given(st.text(max_size=200))
def test_shortened(text: str) -> None:
    assert len(shortened(text, 50)) <= 51
