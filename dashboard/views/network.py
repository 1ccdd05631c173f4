"""The network page: what an edge is and how strong, who joins, the graph, its strongest ties as a list, files."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import streamlit as st

from dashboard.queries import network
from dashboard.queries.actors import EVERYBODY, Also
from dashboard.queries.evidence import Hits
from dashboard.queries.months import months, within
from dashboard.queries.network import Edges, Graph

from . import evidence, files, frame, graphdata, graphfiles, legend, palette, player, rows, state
from .choices import choice
from .desk import Desk
from .vendored import VIS, vis

STAGE = (
    '<div class="graph"><div class="stage" role="img"></div><div class="zoom">'
    '<button data-zoom="in">+</button><button data-zoom="out">−</button><button data-zoom="fit">⤢</button>'
    '<button data-zoom="png" class="wide">PNG</button></div></div>'
)
TIES = 40


def show(desk: Desk) -> None:
    """Draw the page."""
    edges = _edges()
    film = months(desk.corpus, desk.filters)
    month = state.opened_thing("month")
    now = replace(desk, filters=within(desk.filters, month if month in film else None))
    with evidence.beside(now, lambda asked: hits(now, edges, asked)):
        edges, threshold, around, also = _choices(now)
        player.show(desk, film)
        _page(now, edges, threshold, around, also)


def _page(desk: Desk, edges: Edges, threshold: int, around: str | None, also: Also) -> None:
    say = desk.words
    graph = network.graph(desk.corpus, desk.filters, edges, threshold, around, also)
    title = say(f"network.title_{edges}")
    st.subheader(title, help=say(f"network.help_{edges}"))
    with st.container(key="network_row"):
        wide, narrow = st.columns([3, 1], gap="medium")
    with wide:
        if graph.edges.empty:
            frame.nothing(desk, "network.none_left" if threshold > 1 else "network.none")
            return
        _graph(desk, graph, edges)
        _legend(desk, edges, also)
        evidence.hint(desk, "network.hint")
    with narrow:
        _ties(desk, graph, edges)
        _files(desk, graph, edges, title)


def hits(desk: Desk, edges: Edges, question: str) -> tuple[str, Hits] | None:
    """Title and facts of a clicked node or edge; None for what this graph does not hold."""
    kind, _, rest = question.partition(":")
    if kind == "node":
        return desk.actor(rest), network.of_node(desk.corpus, desk.filters, edges, rest)
    if kind == "edge":
        directed = ">" in rest
        source, _, target = rest.partition(">" if directed else "|")
        title = f"{desk.actor(source)} {('←' if desk.words.rtl else '→') if directed else '–'} {desk.actor(target)}"
        found = network.of_edge(desk.corpus, desk.filters, edges, source, target, directed)
        reports = desk.words("network.reports", n=int(found.facts["code"].nunique()))
        return f"{title} · {reports}", found
    return None


def _edges() -> Edges:
    return next((one for one in get_args(Edges) if one == state.opened_thing("edges")), get_args(Edges)[0])


def _choices(desk: Desk) -> tuple[Edges, int, str | None, Also]:
    with st.container(horizontal=True, key="choices"):
        edges: Edges = choice(desk, "network", "edges", get_args(Edges))
        also = _also(desk, edges)
        found = network.graph(desk.corpus, desk.filters, edges, also=also)
        most = int(found.edges["reports"].max()) if len(found.edges) else 1
        around = state.opened_thing("around")
        threshold = _threshold(desk, most, 1 if around else min(network.legible(found.edges), most))
        around = _around(desk, list(found.nodes["id"]))
    return edges, threshold, around, also


def _also(desk: Desk, edges: Edges) -> Also:
    """Who joins the states. In coded relations organisations stand from the start: the Houthis attack, the UN urges."""
    first: Also = ("organizations",) if edges == "relations" else ()
    kept = state.opened_thing("also")
    chosen: Also = tuple(kind for kind in EVERYBODY if kind in kept.split("+")) if kept else first
    st.session_state["w_also"] = list(chosen)

    def changed() -> None:
        picked = tuple(kind for kind in EVERYBODY if kind in st.session_state["w_also"])
        state.open_thing(also=None if picked == first else "+".join(picked) or "none", least=None)

    st.pills(
        desk.words("network.also"), EVERYBODY, selection_mode="multi", key="w_also", on_change=changed,
        format_func=lambda kind: desk.words(f"network.also.{kind}"),
    )  # fmt: skip
    return chosen


def _threshold(desk: Desk, most: int, default: int) -> int:
    try:
        chosen = int(state.opened_thing("least") or default)
    except ValueError:
        chosen = default
    chosen = max(1, min(chosen, most))
    if most < 2:
        return 1
    st.session_state["w_least"] = chosen

    def changed() -> None:
        state.open_thing(least=str(st.session_state["w_least"]))

    st.slider(desk.words("network.least"), 1, most, key="w_least", on_change=changed, width=230)
    return chosen


def _around(desk: Desk, nodes: list[str]) -> str | None:
    chosen = state.opened_thing("around")
    st.session_state["w_around"] = chosen = chosen if chosen in nodes else None

    def changed() -> None:
        state.open_thing(around=st.session_state["w_around"], show=None)

    st.selectbox(
        desk.words("network.around"), nodes, index=None, key="w_around", format_func=desk.actor, on_change=changed,
        placeholder=desk.words("network.everybody"), width=230,
    )  # fmt: skip
    return chosen


def _graph(desk: Desk, graph: Graph, edges: Edges) -> None:
    say = desk.words
    vis()
    data = {
        **graphdata.payload(desk, graph, edges),
        "script": f"app/static/{VIS}",
        "height": 560,
        "direction": say.direction,
        "frame": edges,
        "label": say(f"network.title_{edges}"),
        "words": {name: say(f"network.zoom_{name}") for name in ("in", "out", "fit", "png")},
        "ground": palette.colours(desk.dark())["ground"],
    }

    def picked() -> None:
        value = st.session_state["network_graph"].get("picked")
        if value:
            evidence.ask(str(value))

    rows.mount("network", STAGE)(key="network_graph", data=data, on_picked_change=picked)


def _legend(desk: Desk, edges: Edges, also: Also) -> None:
    say, ink = desk.words, palette.colours(desk.dark())
    marks = {"organizations": "■", "people": "▲"}
    who = [(legend.glyph("●", ink["accent"]), say("network.legend.node"))]
    who += [(legend.glyph(marks[kind], str(graphdata.SHAPES[kind][1])), say(f"network.also.{kind}")) for kind in also]
    lines = legend.signs(desk) if edges == "relations" else []
    legend.show(desk, [*who, (legend.glyph("━", ink["neutral"]), say(f"network.legend.{edges}")), *lines])


def _ties(desk: Desk, graph: Graph, edges: Edges) -> None:
    """The same edges as a list: for the keyboard, and for whoever wants the numbers."""
    st.markdown(f"**{desk.words('network.ties')}**")
    most = int(graph.edges["reports"].max())
    items: list[rows.Row] = []
    for edge in graph.edges.head(TIES).itertuples():
        item: rows.Row = {
            "id": f"edge:{graphdata.edge_id(edge)}", "title": graphdata.edge_title(desk, edge, edges).split("\n")[0],
            "number": desk.words.number(int(edge.reports)), "bar": edge.reports / most,
            "meta": [desk.words("evidence.sentences", n=int(edge.sentences))],
        }  # fmt: skip
        if edges == "relations":
            item["swatch"] = palette.of_sign(edge.score, desk.dark())
            item["meta"].append(desk.words(f"network.{graphdata.sign(edge.score)}"))
        items.append(item)
    rows.show("network_ties", items, desk.words, evidence.ask, selected=state.opened_thing("show"), height=470)


def _files(desk: Desk, graph: Graph, edges: Edges, title: str) -> None:
    say = desk.words
    kinds = {
        "graphml": ("GraphML", "application/xml", lambda: graphfiles.graphml(desk, graph)),
        "gexf": ("GEXF", "application/xml", lambda: graphfiles.gexf(desk, graph)),
        "csv": ("CSV", "text/csv", lambda: files.graph_csv(desk, graph)),
        "html": ("HTML", "text/html", lambda: graphfiles.page(desk, graph, edges, title)),
    }
    with st.container(horizontal=True, key="network_files"):
        for end, (label, mime, made) in kinds.items():
            st.download_button(
                label, made, f"marsad-network.{end}", mime, icon=":material/download:", help=say(f"network.{end}"),
                on_click="ignore", key=f"network_{end}",
            )  # fmt: skip
