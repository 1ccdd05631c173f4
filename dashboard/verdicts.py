"""What people have said of findings, laid over an article's record: right, wrong, or something else.

A verdict is kept by what it judges (list, place, words and reading), never by a finding's number, so that it outlives
re-extraction. The findings themselves stay as the engine made them: taking a verdict back needs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from .lexicon import load

Said = Literal["right", "wrong", "other"]
Record = dict[str, Any]
# What a finding of each list reads its words as. Another reading of the same words is another finding.
READINGS: Mapping[str, tuple[str, ...]] = {
    "mentions": ("kind", "id"),
    "dates": ("from", "to"),
    "relations": ("type", "source", "target", "actors", "reciprocal", "status"),
    "quotes": ("speaker",),
    "flags": ("kind",),
}
_PLACE = ("field", "start", "end")
_ENDS = ("source", "target")


def reading(name: str, item: Mapping[str, Any]) -> dict[str, Any]:
    """How the engine reads a finding of list `name`: before it was judged, before names were merged or split."""
    own = {**item, **(item.get("local") or {}), **(item.get("was") or {})}
    return {key: own.get(key) for key in READINGS[name]}


def words(record: Mapping[str, Any], item: Mapping[str, Any]) -> str:
    """The words that a finding stands on; none for one of the whole article."""
    return "" if item["start"] is None else str(record[item["field"]][item["start"] : item["end"]])


def body(
    name: str, record: Mapping[str, Any], item: Mapping[str, Any], said: Said, now: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """A verdict as it is stored; `now` holds the fields that are otherwise, under the record's names.

    Of what stands otherwise than it was read, that is what is confirmed, or judged further.
    """
    place = {key: item[key] for key in _PLACE}
    changed = {key: item[key] for key in item.get("was") or {}} if said != "wrong" else {}
    if isinstance(at := changed.get("speaker_mention"), int):
        changed["speaker_mention"] = {key: record["mentions"][at][key] for key in _PLACE}
    return {
        "list": name, **place, "text": words(record, item), "rule": item["rule"], "reading": reading(name, item),
        "said": "other" if changed else said, "now": {**changed, **(now or {})},
    }  # fmt: skip


def lay(record: Record, given: Iterable[Mapping[str, Any]]) -> tuple[Record, list[Mapping[str, Any]]]:
    """The record under verdicts (corrections of one article, the oldest first), and those that fit nothing in it.

    A finding that was called wrong is gone. One that was judged otherwise bears `verdict`, is sure, and holds in `was`
    what it was before. Numbers by which findings point at each other follow, the count of states, and the relations
    (that nobody has judged) of those who are named otherwise or not at all.
    """
    out = {**record, **{name: list(record[name]) for name in READINGS}}
    gone: dict[str, set[int]] = {name: set() for name in READINGS}
    unfit = []
    for one in given:
        said = one["body"]
        name = said["list"]
        at = _find(out, name, said, gone[name])
        if at is None:
            if said["said"] != "wrong":  # what is not found is not found wrongly
                unfit.append(one)
        elif said["said"] == "wrong":
            gone[name].add(at)
        else:
            out[name][at] = _judged(record, record[name][at], said)
    _follow(record, out, gone)
    _close(out, gone)
    if any(item.get("verdict") for item in out["mentions"]) or gone["mentions"]:
        out["countries"] = _recounted(record, out["mentions"])
    return out, unfit


def _find(record: Record, name: str, said: Mapping[str, Any], gone: set[int]) -> int | None:
    """The finding that is meant: the same reading of the same words; where something else was said of the words, the
    only one on them will do."""
    here = [
        index for index, item in enumerate(record[name])
        if index not in gone and all(item[key] == said[key] for key in _PLACE) and words(record, item) == said["text"]
    ]  # fmt: skip
    same = [index for index in here if reading(name, record[name][index]) == said["reading"]]
    if same:
        return same[0]
    return here[0] if said["said"] == "other" and len(here) == 1 else None


def _judged(record: Record, item: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    now = dict(said["now"]) if said["said"] == "other" else {}
    if now.get("speaker_mention"):  # said by its place, since numbers change
        place = [now["speaker_mention"][key] for key in _PLACE]
        there = (at for at, one in enumerate(record["mentions"]) if [one[key] for key in _PLACE] == place)
        now["speaker_mention"] = next(there, None)
    out = {**item, **now, "verdict": said["said"], "confidence": 1.0}
    out.pop("ambiguous", None)
    if now:
        out["was"] = {key: item.get(key) for key in now}
    return out


def _follow(record: Record, out: Record, gone: Mapping[str, set[int]]) -> None:
    """Let relations follow the mentions that they rest on: the only ones in their sentence that name a party.

    Who is not named there has done nothing there; who is named instead has done it.
    """
    judged = gone["mentions"] | {at for at, item in enumerate(out["mentions"]) if item.get("was")}
    if not judged:
        return
    for index, item in enumerate(out["relations"]):
        here = [at for at, one in enumerate(record["mentions"]) if one["counts"] and _beside(one, item)]
        if item.get("verdict") or judged.isdisjoint(here):
            continue
        left = [at for at in here if at not in gone["mentions"]]
        named = {_actor(out["mentions"][at]) for at in left}
        instead: dict[str, str | None] = {}
        for old in filter(None, {_actor(record["mentions"][at]) for at in here} - named):
            new = {_actor(out["mentions"][at]) for at in left if _actor(record["mentions"][at]) == old} - {None}
            instead[old] = new.pop() if len(new) == 1 else None
        if instead.keys().isdisjoint([*item["actors"], item["source"], item["target"]]):
            continue
        if (now := _parties(item, instead)) is None:
            gone["relations"].add(index)
        else:
            out["relations"][index] = {**item, **now, "was": {key: item[key] for key in now}}


def _beside(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["field"] == other["field"] and one["sentence"] == other["sentence"])


def _actor(item: Mapping[str, Any]) -> str | None:
    """Who acts where a mention does, by the coding of relations: people and organs are their state."""
    acts = item["kind"] == "person" or item.get("acts_for_state")
    found = item["country"] if acts else item["id"] if item["kind"] in ("country", "organization") else None
    return str(found) if found else None


def _parties(item: Mapping[str, Any], instead: Mapping[str, str | None]) -> dict[str, Any] | None:
    """The parties of a relation with others in place of some (None: nobody); None where too few are left of it."""
    actors = list(dict.fromkeys(new for old in item["actors"] if (new := instead.get(old, old))))
    ends = [instead.get(item[end], item[end]) for end in _ENDS]
    if item["reciprocal"] and None in ends:
        ends = [*actors, None, None][:2]
    lost = any(item[end] and not new for end, new in zip(_ENDS, ends, strict=True))
    if lost or (ends[0] and ends[0] == ends[1]) or len(actors) < min(2, len(item["actors"])):
        return None
    return {**dict(zip(_ENDS, ends, strict=True)), "actors": actors}


def _close(record: Record, gone: Mapping[str, set[int]]) -> None:
    """Take out what is gone, and let what points at places in a list point at the new ones."""
    moved: dict[str, dict[int, int]] = {}
    for name, out in gone.items():
        if out:
            left = [index for index in range(len(record[name])) if index not in out]
            moved[name] = {old: new for new, old in enumerate(left)}
            record[name] = [record[name][index] for index in left]
    for name, key, to in (("quotes", "speaker_mention", "mentions"), ("relations", "attributed_to", "quotes"),
                          ("relations", "date", "dates")):  # fmt: skip
        if to in moved:
            record[name] = [{**item, key: moved[to].get(item[key])} for item in record[name]]


def _recounted(record: Record, mentions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The states of the article, by the difference that the verdicts make."""
    before, after = _named(record["mentions"]), _named(mentions)
    known = {state["id"]: state for state in record["countries"]}
    states = load().gazetteer.states
    out = []
    for id, ways in after.items():
        if id in known:
            count = max(known[id]["count"] + len(ways) - len(before.get(id, ())), 1)
            out.append({**known[id], "count": count, "via": list(dict.fromkeys(ways))})
        elif id in states:
            out.append({"id": id, "name": states[id].name, "name_en": states[id].name_en, "count": len(ways),
                        "via": list(dict.fromkeys(ways))})  # fmt: skip
    return sorted(out, key=lambda state: -state["count"])


def _named(mentions: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """State → how each mention that counts for it names it."""
    out: dict[str, list[str]] = {}
    for item in mentions:
        state = item["id"] if item["kind"] == "country" else item.get("acts_for_state") and item["country"]
        if state and item["counts"]:
            out.setdefault(state, []).append(
                "organization" if item["kind"] == "organization" else item["via"] or "name"
            )
    return out
