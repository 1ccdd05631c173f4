"""Who heads an organisation of states acts for it while in office: غوتيريش, Stoltenberg until 2024, von der Leyen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ...lexicon import Lexicon
from ...model import Mention

# The types of organisations that states make together.
_OF_STATES = {"un", "igo", "court", "bank"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a leader: the organisation that it is of, None for a state's; when it was held."""

    organisation: str | None
    begins: dt.date | None
    ends: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether it was held on a day, as far as is known."""
        return (self.begins is None or self.begins <= day) and (self.ends is None or day <= self.ends)


def acting(mentions: Sequence[Mention], lexicon: Lexicon, published: dt.date | None) -> Sequence[Mention]:
    """The mentions, one for one, in which heads of organisations have these in place of their state."""
    offices = _offices(lexicon)
    if offices.keys().isdisjoint([mention.id for mention in mentions if mention.kind == "person"]):
        return mentions
    return [_acting(one, offices[one.id], published) if one.id in offices else one for one in mentions]


def _acting(mention: Mention, offices: tuple[Office, ...], published: dt.date | None) -> Mention:
    held = [one for one in offices if published is None or one.holds(published)]
    if held and held[-1].organisation is not None:
        return replace(mention, country=held[-1].organisation)
    return mention


@lru_cache(maxsize=2)
def _offices(lexicon: Lexicon) -> dict[str, tuple[Office, ...]]:
    """The offices, oldest first, of those leaders who have one in an organisation of states."""
    listed = {item["id"]: item for item in lexicon.data("organisations")}
    of_states = {
        one for one, item in listed.items()
        if item["type"] in _OF_STATES and "country" not in item and not item.get("nonstate")
    }  # fmt: skip
    found = {}
    for leader in lexicon.data("leaders"):
        if leader.get("org") not in of_states:
            continue
        names = [*listed[leader["org"]].get("en", ()), *listed[leader["org"]].get("abbr", ())]
        found[leader["id"]] = tuple(_office(leader, role, names) for role in leader["roles"])
    return found


def _office(leader: dict[str, Any], role: dict[str, Any], names: Sequence[str]) -> Office:
    """Of several offices only that which names the organisation is its."""
    only = len(leader["roles"]) == 1 or not leader.get("country")
    own = only or any(name in role["en"] for name in names)
    return Office(leader["org"] if own else None, _day(role.get("from")), _day(role.get("to")))


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value) if isinstance(value, str) else None
