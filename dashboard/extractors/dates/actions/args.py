"""What an action gets, and what it gives where it finds several expressions at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Where a capture stands: its first slot, the slot after it, the rule that made it.
Span = tuple[int, int, str]


@dataclass(slots=True)
class Args:
    """Captures and constants by name; `spans` of the captures."""

    values: dict[str, Any]
    spans: dict[str, Span]

    def get(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)

    def numbers(self) -> list[float]:
        return [value for name, value in self.values.items() if name in self.spans and isinstance(value, int | float)]


@dataclass(frozen=True, slots=True)
class Several:
    """Expressions found together: (node, first slot, end slot, rule), `alternative` to one another or `equal` days."""

    items: tuple[tuple[Any, int, int, str], ...]
    kind: str
