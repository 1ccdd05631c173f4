"""The graph as shown, as files to take away: for Gephi and others, for spreadsheets, as a page that needs nothing."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import networkx as nx
import pandas as pd

from dashboard.queries.network import Edges, Graph

from . import graphdata, palette
from .desk import Desk

# pyvis links bootstrap and its own scripts from other hosts whatever it is told; the page needs none of them.
_ELSEWHERE = re.compile(r"<link\b[^>]*?https?://[^>]*>|<script\b[^>]*?\bsrc=.https?://[^>]*>\s*</script>", re.S)

_COMMENTED = re.compile(r"<!-- <link.*?-->", re.S)


def _net(desk: Desk, graph: Graph, spots: bool) -> nx.MultiDiGraph[str]:
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes.itertuples():
        x, y = float(node.x), float(node.y)
        place: dict[str, Any] = {"viz": {"position": {"x": x, "y": -y, "z": 0.0}}} if spots else {"x": x, "y": y}
        net.add_node(node.id, label=desk.actor(node.id), kind=node.kind, articles=int(node.articles), **place)
    for edge in graph.edges.itertuples():
        more = {} if pd.isna(edge.score) else {"score": float(edge.score)}
        net.add_edge(
            edge.source, edge.target, weight=int(edge.reports), sentences=int(edge.sentences),
            directed=bool(edge.directed), **more,
        )  # fmt: skip
    return net


def graphml(desk: Desk, graph: Graph) -> bytes:
    """For Gephi, yEd, igraph and others."""
    return "\n".join(nx.generate_graphml(_net(desk, graph, False))).encode()


def gexf(desk: Desk, graph: Graph) -> bytes:
    """For Gephi, with the places of the nodes."""
    return "\n".join(nx.generate_gexf(_net(desk, graph, True))).encode()


def page(desk: Desk, graph: Graph, edges: Edges, title: str) -> bytes:
    """One file that opens in any browser without a network: the graph drawn by pyvis, its script inside."""
    from pyvis.network import Network

    data = graphdata.payload(desk, graph, edges)
    ink = palette.colours(desk.dark())
    net = Network(
        height="86vh", width="100%", directed=edges == "relations", cdn_resources="in_line", bgcolor=ink["ground"],
        font_color=ink["ink"],
    )  # fmt: skip
    net.nodes, net.edges = data["nodes"], data["edges"]  # the template writes them so that no name can end its script
    net.node_ids = [node["id"] for node in net.nodes]
    still = {"physics": {"enabled": False}, "interaction": {"hover": True}}
    net.set_options(json.dumps({**data["options"], **still}))
    drawn = _ELSEWHERE.sub("", _COMMENTED.sub("", net.generate_html(notebook=False)))
    head = f'<h1 style="font:600 1.1rem {graphdata.FONT};margin:.6rem 1rem">{html.escape(title)}</h1>'
    drawn = drawn.replace("<html>", f'<html lang="{desk.words.language}" dir="{desk.words.direction}">', 1)
    drawn = re.sub(r"<center>.*?</center>", "", drawn, flags=re.S)
    style = f'<body style="margin:0;background:{ink["ground"]};color:{ink["ink"]}">'
    return drawn.replace("<body>", style + head, 1).encode()
