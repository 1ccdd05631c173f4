"""Where the nodes of a graph stand: computed once a revision over the whole workspace, so that filters move nothing."""

from __future__ import annotations

import zlib
from itertools import islice

import networkx as nx
import numpy as np
import pandas as pd

from .actors import EVERYBODY, actors_of, kinds, paired
from .corpus import Corpus
from .memo import memo

Places = dict[str, tuple[float, float]]
STAGE = (820.0, 470.0)  # pixels
ROOM = (104.0, 62.0)  # pixels that a node takes with its name
WIDER = 1.7  # with organisations and persons
PUSHED = 250
CLEARED = 400  # rounds, at most
TURN = 2.39996  # the golden angle: nothing on a spiral of it hides what is on it already


def layout(ties: pd.DataFrame) -> Places:
    """A place in pixels for each node of edges (source, target)."""
    net = nx.Graph()
    # Weights would pull the busiest states into one knot, which is where names have to be read.
    net.add_edges_from(zip(ties["source"], ties["target"], strict=True))
    if not net:
        return {}
    # Groups without a tie to the others would drift off and leave the rest no room.
    groups = sorted(nx.connected_components(net), key=len, reverse=True)
    hubs = [max(sorted(group), key=net.degree) for group in groups]
    net.add_edges_from((hubs[0], hub) for hub in hubs[1:])
    spots = nx.spring_layout(net, seed=7, iterations=120 if len(net) < 200 else 50)
    places = _apart(_spread(np.array([spots[node] for node in net])))
    return {str(node): (float(x), float(y)) for node, (x, y) in zip(net, places, strict=True)}


def _spread(places: np.ndarray) -> np.ndarray:
    """Fill the stage, grown with the number of nodes: half by where a node is, half by its rank on that axis."""
    stage = np.array(STAGE) * max(1.0, (len(places) / 18) ** 0.5)
    ranks = places.argsort(axis=0).argsort(axis=0) / max(len(places) - 1, 1)
    room = np.where(np.ptp(places, axis=0) > 0, np.ptp(places, axis=0), 1.0)
    return np.asarray((((places - places.min(axis=0)) / room + ranks) / 2 - 0.5) * stage)


def _apart(places: np.ndarray, fixed: int = 0) -> np.ndarray:
    """Push nodes off each other until each has room for its name; the first `fixed` stay where they are."""
    unit = places / np.array(ROOM)
    for _ in range(80):
        gaps = unit[fixed:, None] - unit[None]
        far = np.hypot(gaps[..., 0], gaps[..., 1])
        np.fill_diagonal(far[:, fixed:], np.inf)
        push = np.clip(1 - far, 0, None) / 2
        if not push.any():
            break
        unit[fixed:] += (gaps / np.maximum(far, 1e-9)[..., None] * push[..., None]).sum(axis=1)
    return np.asarray(unit * np.array(ROOM))


def cleared(boxes: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Centres of boxes (a row x, y each) pushed off each other, `room` being their widths and heights.

    What overlaps nothing stays where it is, so that a filter moves little of what it leaves.
    """
    at = boxes.astype(float)
    need = (room[:, None] + room[None]) / 2
    apart = np.eye(len(at), dtype=bool)
    for _ in range(CLEARED):
        gap = at[:, None] - at[None]
        over = need - np.abs(gap)
        hit = (over > 1).all(axis=-1) & ~apart
        if not hit.any():
            break
        # The short way out, each of the two half of it; of those on one spot, the later goes down.
        way = np.where(gap == 0, np.tri(len(at), k=-1)[..., None] * 2 - 1, np.sign(gap))
        short = over.argmin(axis=-1)[..., None] == np.arange(2)
        at += (way * over * short * hit[..., None]).sum(axis=1) * 0.5
    return at


@memo
def joined(corpus: Corpus) -> dict[str, tuple[str, int]]:
    """Each organisation and person: the state it is most named with, and its rank among those of that state."""
    found, actors = paired(corpus, EVERYBODY), actors_of(corpus, EVERYBODY)
    if found.empty:
        return {}
    other = actors.isin(list(kinds(corpus)))
    one, two = found["a"].to_numpy(), found["b"].to_numpy()
    mixed = other[one] != other[two]
    one, two = one[mixed], two[mixed]
    who, state = np.where(other[one], one, two), np.where(other[one], two, one)
    told = pd.DataFrame({"who": who, "state": state}).value_counts().rename("n").reset_index()
    best = told.sort_values(["n", "state"], ascending=[False, True]).drop_duplicates("who")
    best = best.sort_values(["n", "who"], ascending=[False, True])
    rank = best.groupby("state").cumcount()
    ids = actors.to_numpy(dtype=object)
    homes = zip(ids[best["state"]].tolist(), rank.tolist(), strict=True)
    return dict(zip(ids[best["who"]].tolist(), homes, strict=True))


def beside(places: Places, homes: dict[str, tuple[str, int]]) -> Places:
    """`places` with more room, and in it the organisations and persons named most, each near its state; `homes` as
    `joined` gives it.

    They are pushed off each other; the rest, which are seldom drawn, stand `around` their state.
    """
    wide = {id: (x * WIDER, y * WIDER) for id, (x, y) in places.items()}
    first = list(islice((id for id in homes if id not in wide), PUSHED))
    if not wide or not first:
        return wide
    spots = [around(wide, homes[id], id) for id in first]
    moved = _apart(np.array([*wide.values(), *spots]), len(wide))[len(wide) :]
    return {**{id: (float(x), float(y)) for id, (x, y) in zip(first, moved, strict=True)}, **wide}


def around(places: Places, home: tuple[str, int] | None, id: str) -> tuple[float, float]:
    """Where an organisation or a person stands: on a spiral around its state, else somewhere around all of them."""
    centre = places.get(home[0]) if home else None
    turn = home[1] if home and centre else zlib.crc32(id.encode()) % 97
    reach = (46 if centre else STAGE[0] * 0.6) + 34 * (turn + 1) ** 0.5
    x, y = centre or (0.0, 0.0)
    return x + 1.3 * reach * float(np.cos(turn * TURN)), y + 0.8 * reach * float(np.sin(turn * TURN))
