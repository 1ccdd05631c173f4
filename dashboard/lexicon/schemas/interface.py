"""The desk's own words, `data/interface/<language>.yml`: a key is a string, or a form for each plural of the language.

The plural categories are CLDR's: Arabic has zero, one, two, few (3–10), many (11–99) and other; English one and other.
"""

from __future__ import annotations

from .names import Strict


class Plural(Strict):
    zero: str | None = None
    one: str | None = None
    two: str | None = None
    few: str | None = None
    many: str | None = None
    other: str


Interface = dict[str, str | Plural]
