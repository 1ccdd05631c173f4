"""Who is who: names that people have merged, renamed or split, replayed from what they did, the oldest first.

A record's own ids stay in the workspace. Replaying makes undo exact, whichever step is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

KINDS = ("person", "organization")  # states and places have ids that the world agrees on
_ENDS = ("source", "target")


@dataclass(frozen=True)
class Identities:
    """The steps that stand: merge (`ids` into `id`), rename (`id`), split (`id` in `articles` is `into`)."""

    steps: tuple[Mapping[str, Any], ...] = ()
    names: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)  # id → name, English name
    touched: frozenset[str] = frozenset()  # ids that are not, or are not called, what they were
    articles: frozenset[str] = frozenset()  # in which a name is somebody else than elsewhere

    def of(self, id: str, article: str = "") -> str:
        """The id that an article's own id stands for."""
        for step in self.steps:
            if step["do"] == "merge" and id in step["ids"]:
                id = step["id"]
            elif step["do"] == "split" and id == step["id"] and article in step["articles"]:
                id = step["into"]
        return id

    def lay(self, record: dict[str, Any]) -> dict[str, Any]:
        """A record under the workspace's names; what is called otherwise keeps its own id in `local`."""
        article = str(record["id"])
        if not self.touched:
            return record
        return {
            **record,
            "mentions": [self._mention(item, article) for item in record["mentions"]],
            "relations": [one for item in record["relations"] if (one := self._relation(item, article))],
        }

    def _mention(self, item: dict[str, Any], article: str) -> dict[str, Any]:
        if item["id"] not in self.touched:
            return item
        id = self.of(item["id"], article)
        out = {**item, "id": id}
        if id in self.names:
            out["name"], out["name_en"] = self.names[id]
        if id != item["id"]:
            out["local"] = {"id": item["id"]}
        return out

    def _relation(self, item: dict[str, Any], article: str) -> dict[str, Any] | None:
        """A relation between those that its actors stand for; None for one of somebody with himself."""
        if self.touched.isdisjoint([*item["actors"], item["source"], item["target"]]):
            return item
        ends = {end: item[end] and self.of(item[end], article) for end in _ENDS}
        actors = self.actors(item["actors"], article)
        if (ends["source"] and ends["source"] == ends["target"]) or (len(actors) < 2 <= len(item["actors"])):
            return None
        if (ends, actors) == ({end: item[end] for end in _ENDS}, list(item["actors"])):
            return item
        local = {"source": item["source"], "target": item["target"], "actors": list(item["actors"])}
        return {**item, **ends, "actors": actors, "local": local}

    def actors(self, ids: Iterable[str], article: str = "") -> list[str]:
        """Who a list of ids stands for, each once."""
        return list(dict.fromkeys(self.of(id, article) for id in ids))


def replay(steps: Sequence[Mapping[str, Any]]) -> Identities:
    """The names of a workspace from its steps, the oldest first."""
    names: dict[str, tuple[str, str | None]] = {}
    touched: set[str] = set()
    articles: set[str] = set()
    for step in steps:
        if step["do"] == "merge":
            touched |= {*step["ids"], step["id"]}
            names[step["id"]] = (step["name"], step["name_en"])
        elif step["do"] == "rename":
            touched.add(step["id"])
            names[step["id"]] = (step["name"], step["name_en"])
        else:
            touched |= {step["id"], step["into"]}
            articles |= set(step["articles"])
            names[step["into"]] = (step["name"], step["name_en"])
    return Identities(tuple(steps), names, frozenset(touched), frozenset(articles))
