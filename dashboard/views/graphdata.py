"""A graph as pyvis builds it: names, sizes, widths, colours of sign; and the same graph as files to take away."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np

from dashboard.queries.layout import cleared
from dashboard.queries.network import Edges, Graph

from . import palette
from .desk import Desk
from .text import shortened
from .words import END, ISOLATE

# A kind of actor by shape first, and by colour (None: the desk's own) again.
SHAPES: dict[str, tuple[str, str | None]] = {
    "states": ("dot", None), "organizations": ("square", palette.THEMES[1]), "people": ("triangle", palette.THEMES[3]),
}  # fmt: skip
LETTER = 0.52  # of the font's size, what a letter takes on average
FONT = "IBM Plex Sans Arabic, Noto Sans Arabic, Tahoma, sans-serif"


def payload(desk: Desk, graph: Graph, edges: Edges) -> dict[str, Any]:
    """Nodes and edges for vis-network with their places, and a signature that changes when the drawing must."""
    from pyvis.network import Network  # 0.3 s, and no other page needs it

    ink = palette.colours(desk.dark())
    net = Network(directed=edges == "relations", cdn_resources="local")
    sizes = np.sqrt(graph.nodes["articles"].to_numpy(dtype=float))
    sizes = 8 + 22 * sizes / max(sizes.max(initial=1.0), 1.0)
    font = int(15 * min(max((len(graph.nodes) / 18) ** 0.45, 1), 1.8))
    names = [shortened(desk.actor(id), 24) for id in graph.nodes["id"]]
    for node, size, name, (x, y) in zip(
        graph.nodes.itertuples(), sizes, names, _places(graph, sizes, names, font), strict=True
    ):
        shape, fill = SHAPES[node.kind]
        net.add_node(
            node.id,
            label=f"{ISOLATE}{name}{END}",  # or its last sign stands at the wrong end: a canvas runs to the right
            size=float(size),
            shape=shape,
            x=float(x),
            y=float(y),
            title=f"{desk.actor(node.id)}\n{desk.words('evidence.articles', n=int(node.articles))}",
            borderWidth=1.5,
            color={
                "background": fill or ink["accent"],
                "border": ink["ground"],
                "highlight": {"background": ink["conflict"], "border": ink["ink"]},
                "hover": {"background": fill or ink["accent"], "border": ink["ink"]},
            },
        )
    most = max(graph.edges["reports"].max() if len(graph.edges) else 1, 1)
    for edge in graph.edges.itertuples():
        colour = palette.of_sign(edge.score, desk.dark())
        net.add_edge(
            edge.source,
            edge.target,
            id=edge_id(edge),
            width=1 + 7 * (edge.reports / most) ** 0.6,
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
                "size": font,
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


def _places(graph: Graph, sizes: np.ndarray, names: list[str], font: int) -> np.ndarray:
    """Where the nodes are drawn: at their places, or as near as leaves each of those shown room for its name."""
    if graph.nodes.empty:
        return np.empty((0, 2))
    width = np.maximum([LETTER * font * len(name) for name in names], 2 * sizes) + 6
    room = np.column_stack([width, 2 * sizes + 1.3 * font + 14])
    below = np.array([0, 0.65 * font + 6])  # a name stands under its node
    return np.asarray(cleared(graph.nodes[["x", "y"]].to_numpy(dtype=float) + below, room) - below)


def edge_id(edge: Any) -> str:
    """What a click on an edge says: its ends, and `>` where it has a direction."""
    return f"{edge.source}{'>' if edge.directed else '|'}{edge.target}"


def edge_title(desk: Desk, edge: Any, edges: Edges) -> str:
    """Ends, reports and sentences and, of coded relations, whether they are cooperation or conflict, in words."""
    arrow = "←" if desk.words.rtl and edge.directed else "→" if edge.directed else "–"
    reports = desk.words("network.reports", n=int(edge.reports))
    lines = [
        f"{desk.actor(edge.source)} {arrow} {desk.actor(edge.target)}",
        f"{reports} · {desk.words('evidence.sentences', n=int(edge.sentences))}",
    ]
    if edges == "relations":
        lines.append(desk.words(f"network.{sign(edge.score)}"))
    return "\n".join(lines)


def sign(score: float) -> str:
    """Cooperation, conflict or mixed, as `palette.of_sign` colours it."""
    return "mixed" if abs(score) < 0.15 else "cooperation" if score > 0 else "conflict"
