"""A graph as pyvis builds it: names, sizes, widths, colours of sign; and the same graph as files to take away."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from dashboard.queries.network import Edges, Graph

from . import palette
from .desk import Desk
from .text import shortened

FONT = "IBM Plex Sans Arabic, Noto Sans Arabic, Tahoma, sans-serif"


def payload(desk: Desk, graph: Graph, edges: Edges) -> dict[str, Any]:
    """Nodes and edges for vis-network with their places, and a signature that changes when the drawing must."""
    from pyvis.network import Network  # 0.3 s, and no other page needs it

    ink = palette.colours(desk.dark())
    net = Network(directed=edges == "relations", cdn_resources="local")
    sizes = np.sqrt(graph.nodes["articles"].to_numpy(dtype=float))
    sizes = 8 + 22 * sizes / max(sizes.max(initial=1.0), 1.0)
    for node, size in zip(graph.nodes.itertuples(), sizes, strict=True):
        net.add_node(
            node.id,
            label=shortened(desk.actor(node.id), 24),
            size=float(size),
            shape="dot",
            x=float(node.x),
            y=float(node.y),
            title=f"{desk.actor(node.id)}\n{desk.words('evidence.articles', n=int(node.articles))}",
            borderWidth=1.5,
            color={
                "background": ink["accent"],
                "border": ink["ground"],
                "highlight": {"background": ink["conflict"], "border": ink["ink"]},
                "hover": {"background": ink["accent"], "border": ink["ink"]},
            },
        )
    most = max(graph.edges["sentences"].max() if len(graph.edges) else 1, 1)
    for edge in graph.edges.itertuples():
        colour = palette.of_sign(edge.score, desk.dark())
        net.add_edge(
            edge.source,
            edge.target,
            id=edge_id(edge),
            width=1 + 7 * (edge.sentences / most) ** 0.6,
            title=edge_title(desk, edge, edges),
            color={"color": colour, "highlight": colour, "hover": colour, "opacity": 0.75},
            arrows={"to": {"enabled": bool(edge.directed), "scaleFactor": 0.7}},
            dashes=bool(edges == "relations" and edge.score < -0.15),
        )
    nodes, links, *_ = net.get_network_data()
    options = {
        "nodes": {
            "font": {
                "face": FONT,
                "size": int(15 * min(max((len(graph.nodes) / 18) ** 0.45, 1), 2)),
                "color": ink["ink"],
                "strokeWidth": 4,
                "strokeColor": ink["ground"],
            }
        },
        "edges": {
            "smooth": {"enabled": edges == "relations", "type": "curvedCW", "roundness": 0.12},
            "selectionWidth": 1.5,
        },
    }
    drawn = {"nodes": nodes, "edges": links, "options": options}
    signature = hashlib.sha1(json.dumps(drawn, sort_keys=True, default=str).encode(), usedforsecurity=False).hexdigest()
    return {**drawn, "signature": signature}


def edge_id(edge: Any) -> str:
    """What a click on an edge says: its ends, and `>` where it has a direction."""
    return f"{edge.source}{'>' if edge.directed else '|'}{edge.target}"


def edge_title(desk: Desk, edge: Any, edges: Edges) -> str:
    """Ends, sentences and, of coded relations, whether they are cooperation or conflict, in words."""
    arrow = "←" if desk.words.rtl and edge.directed else "→" if edge.directed else "–"
    lines = [
        f"{desk.actor(edge.source)} {arrow} {desk.actor(edge.target)}",
        desk.words("evidence.sentences", n=int(edge.sentences)),
    ]
    if edges == "relations":
        lines.append(desk.words(f"network.{sign(edge.score)}"))
    return "\n".join(lines)


def sign(score: float) -> str:
    """Cooperation, conflict or mixed, as `palette.of_sign` colours it."""
    return "mixed" if abs(score) < 0.15 else "cooperation" if score > 0 else "conflict"


def graphml(desk: Desk, graph: Graph) -> bytes:
    """The graph for Gephi and others, with names in both interface languages' words."""
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes.itertuples():
        net.add_node(node.id, label=desk.actor(node.id), articles=int(node.articles), x=float(node.x), y=float(node.y))
    for edge in graph.edges.itertuples():
        more = {} if pd.isna(edge.score) else {"score": float(edge.score)}
        net.add_edge(edge.source, edge.target, weight=int(edge.sentences), directed=bool(edge.directed), **more)
    return str("\n".join(nx.generate_graphml(net))).encode()


def csv(desk: Desk, graph: Graph) -> bytes:
    """The edges as a table; the byte-order mark makes spreadsheets read Arabic."""
    out = graph.edges.assign(
        source_name=graph.edges["source"].map(desk.actor), target_name=graph.edges["target"].map(desk.actor)
    )
    return str(out.to_csv(index=False)).encode("utf-8-sig")
