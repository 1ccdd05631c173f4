"""The network page: what an edge is and how strong, the graph, its strongest ties as a list, evidence, files."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from dashboard.queries import network
from dashboard.queries.evidence import Hits
from dashboard.queries.network import Edges, Graph

from . import evidence, graphdata, palette, rows, state
from .choices import choice
from .desk import Desk
from .vendored import VIS, vis

STAGE = (
    '<div class="graph"><div class="stage" role="img"></div><div class="zoom">'
    '<button data-zoom="in">+</button><button data-zoom="out">−</button><button data-zoom="fit">⤢</button></div></div>'
)
TIES = 40


def show(desk: Desk) -> None:
    """Draw the page."""
    with evidence.beside(desk, lambda asked: hits(desk, _edges(), asked)):
        _page(desk)


def _page(desk: Desk) -> None:
    say = desk.words
    edges, threshold, around = _choices(desk)
    graph = network.graph(desk.corpus, desk.filters, edges, threshold, around)
    st.subheader(say(f"network.title_{edges}"), help=say(f"network.help_{edges}"))
    if graph.edges.empty:
        st.info(say("network.none"))
        return
    with st.container(key="network_row"):
        wide, narrow = st.columns([3, 1], gap="medium")
    with wide:
        _graph(desk, graph, edges)
        _legend(desk, edges)
        evidence.hint(desk, "network.hint")
    with narrow:
        _ties(desk, graph, edges)
        _files(desk, graph)


def hits(desk: Desk, edges: Edges, question: str) -> tuple[str, Hits] | None:
    """Title and facts of a clicked node or edge; None for what this graph does not hold."""
    kind, _, rest = question.partition(":")
    if kind == "node":
        return desk.actor(rest), network.of_node(desk.corpus, desk.filters, edges, rest)
    if kind == "edge":
        directed = ">" in rest
        source, _, target = rest.partition(">" if directed else "|")
        title = f"{desk.actor(source)} {('←' if desk.words.rtl else '→') if directed else '–'} {desk.actor(target)}"
        return title, network.of_edge(desk.corpus, desk.filters, edges, source, target, directed)
    return None


def _edges() -> Edges:
    return next((one for one in get_args(Edges) if one == state.opened_thing("edges")), get_args(Edges)[0])


def _choices(desk: Desk) -> tuple[Edges, int, str | None]:
    with st.container(horizontal=True, key="choices"):
        edges: Edges = choice(desk, "network", "edges", get_args(Edges))
        found = network.graph(desk.corpus, desk.filters, edges)
        most = int(found.edges["sentences"].max()) if len(found.edges) else 1
        around = state.opened_thing("around")
        threshold = _threshold(desk, most, 1 if around else min(network.legible(found.edges), most))
        around = _around(desk, list(found.nodes["id"]))
    return edges, threshold, around


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
        state.open_thing(least=str(st.session_state["w_least"]), show=None)

    st.slider(desk.words("network.least"), 1, most, key="w_least", on_change=changed, width=230)
    return chosen


def _around(desk: Desk, nodes: list[str]) -> str | None:
    chosen = state.opened_thing("around")
    chosen = chosen if chosen in nodes else None
    st.session_state["w_around"] = chosen

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
        "words": {name: say(f"network.zoom_{name}") for name in ("in", "out", "fit")},
    }

    def picked() -> None:
        value = st.session_state["network_graph"].get("picked")
        if value:
            evidence.ask(str(value))

    rows.mount("network", STAGE)(key="network_graph", data=data, on_picked_change=picked)


def _legend(desk: Desk, edges: Edges) -> None:
    if edges != "relations":
        st.caption(desk.words("network.legend_together"))
        return
    ink = palette.colours(desk.dark())
    parts = [
        f'<span style="color:{ink[colour]};font-weight:600">{line}</span> {desk.words(f"network.{name}")}'
        for name, colour, line in (
            ("cooperation", "cooperation", "━━"),
            ("mixed", "neutral", "━━"),
            ("conflict", "conflict", "╍╍"),
        )
    ]
    st.html(f'<div dir="{desk.words.direction}" style="font-size:.85rem">' + " &nbsp; ".join(parts) + "</div>")


def _ties(desk: Desk, graph: Graph, edges: Edges) -> None:
    """The same edges as a list: for the keyboard, and for whoever wants the numbers."""
    st.markdown(f"**{desk.words('network.ties')}**")
    most = int(graph.edges["sentences"].max())
    items: list[rows.Row] = []
    for edge in graph.edges.head(TIES).itertuples():
        item: rows.Row = {
            "id": f"edge:{graphdata.edge_id(edge)}", "title": graphdata.edge_title(desk, edge, edges).split("\n")[0],
            "number": desk.words.number(int(edge.sentences)), "bar": edge.sentences / most,
        }  # fmt: skip
        if edges == "relations":
            item["swatch"] = palette.of_sign(edge.score, desk.dark())
            item["meta"] = [desk.words(f"network.{graphdata.sign(edge.score)}")]
        items.append(item)
    rows.show("network_ties", items, desk.words, evidence.ask, selected=state.opened_thing("show"), height=470)


def _files(desk: Desk, graph: Graph) -> None:
    say = desk.words
    with st.container(horizontal=True):
        st.download_button("GraphML", graphdata.graphml(desk, graph), "marsad-network.graphml", "application/xml",
                           icon=":material/download:", help=say("network.graphml"), on_click="ignore")  # fmt: skip
        st.download_button("CSV", graphdata.csv(desk, graph), "marsad-network.csv", "text/csv",
                           icon=":material/download:", help=say("network.csv"), on_click="ignore")  # fmt: skip
