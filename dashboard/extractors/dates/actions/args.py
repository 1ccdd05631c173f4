"""What an action gets, and what it gives where it finds several expressions at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .. import patterns

# A reading of a slot: where it ends, its value, the rule that made it (None: the lexicon).
Reading = tuple[int, Any, patterns.Rule | None]
# Where a capture stands: its first slot, the slot after it, the rule that made it.
Span = tuple[int, int, str]


class Args:
    """Captures and constants by name; `spans` of the captures, which few actions ask for."""

    __slots__ = ("_captures", "_path", "_rule", "_slot", "get", "values")

    def __init__(self, rule: patterns.Rule, slot: int, captures: patterns.Captures, path: tuple[Reading, ...]) -> None:
        self._rule, self._slot, self._captures, self._path = rule, slot, captures, path
        values = rule.constants.copy()
        for part, name in captures:
            values[name] = path[part][1]
        self.values: dict[str, Any] = values
        self.get: Callable[..., Any] = values.get

    def but(self, **values: Any) -> Args:
        """The same captures, some values changed."""
        changed = Args(self._rule, self._slot, self._captures, self._path)
        changed.values.update(values)
        return changed

    @property
    def spans(self) -> dict[str, Span]:
        starts = (self._slot, *(end for end, _, _ in self._path))
        return {
            name: (starts[part], self._path[part][0], (self._path[part][2] or self._rule).id)
            for part, name in self._captures
        }

    def numbers(self) -> list[float]:
        captured = {name for _, name in self._captures}
        return [value for name, value in self.values.items() if name in captured and isinstance(value, int | float)]


@dataclass(frozen=True, slots=True)
class Several:
    """Expressions found together: (node, first slot, end slot, rule), `alternative` to one another or `equal` days."""

    items: tuple[tuple[Any, int, int, str], ...]
    kind: str
