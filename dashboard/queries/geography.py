"""Where states lie: which have a shape in the map's geometry, where their capital or their middle is."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.lexicon import load

FOLDER = Path(__file__).parent.parent / "static" / "topojson"
GEOMETRY = "world_50m.json"
Spot = tuple[float, float]  # latitude, longitude in degrees
# What a single point can't show: its point is the middle of something wide.
WIDE = frozenset(
    {"continent", "region", "province", "peninsula", "plateau", "desert", "sea", "ocean", "gulf", "lake", "river"}
)


@lru_cache(maxsize=1)
def shapes() -> dict[str, Spot]:
    """ISO 3166-1 alpha-3 → middle of the shape, for every state that the geometry draws."""
    found: dict[str, Spot] = {}
    for item in _json(GEOMETRY)["objects"]["countries"]["geometries"]:
        lon, lat = item["properties"]["ct"]
        found.setdefault(item["id"], (lat, lon))
    return found


@lru_cache(maxsize=1)
def _capitals() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for item in load().data("capitals"):
        found.setdefault(item["state"], []).append(item)
    return found


@lru_cache(maxsize=1)
def spots() -> dict[str, Spot]:
    """Where a state's point and its arcs stand: its first capital, else its own point, else its shape's middle."""
    own = {state: (lat, lon) for state, (lat, lon) in _json("points.json").items()}
    first = {state: (items[0]["lat"], items[0]["lon"]) for state, items in _capitals().items()}
    return {**shapes(), **own, **first}


def capital(state: str, lat: float, lon: float) -> tuple[str, str, str] | None:
    """Id, Arabic and English name of the capital at a place; None where the data has no such one."""
    for item in _capitals().get(state, ()):
        if abs(item["lat"] - lat) < 0.01 and abs(item["lon"] - lon) < 0.01:
            return str(item["id"]), str(item["ar"][0]), str(item["en"][0])
    return None


@lru_cache(maxsize=1)
def _wide() -> frozenset[str]:
    return frozenset(item["id"] for item in load().data("places") if item["type"] in WIDE)


def wide(place: str) -> bool:
    """Whether a place of the data is a sea, a region or the like, of which a point is only the middle."""
    return place in _wide()


def _json(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))
