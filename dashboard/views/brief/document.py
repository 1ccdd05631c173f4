"""A brief in words: what every renderer is given. All texts are plain; a renderer escapes what its format wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.queries.evidence import Segment


@dataclass(frozen=True)
class Source:
    """An article that is cited: `url` only where it is a web address, `address` as it was given."""

    id: int
    title: str
    name: str
    day: str
    url: str | None
    address: str


@dataclass(frozen=True)
class Cited:
    """One row of evidence: its sentences, each as segments with what was counted marked, and where each stands."""

    pieces: tuple[tuple[Segment, ...], ...]
    places: tuple[str, ...]
    direction: str
    source: Source
    lead: str = ""
    copies: str = ""


@dataclass(frozen=True)
class Line:
    """A number and its evidence: of `whole` rows those in `cited`, and `left` says so where they are not all.

    `share` is the length of its bar.
    """

    id: str
    title: str
    number: str
    share: float | None = None
    change: str = ""
    tag: str = ""
    notes: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    whole: int = 0
    left: str = ""


@dataclass(frozen=True)
class Group:
    """Lines of one kind: what they count, and how many more there are."""

    id: str
    title: str
    help: str
    lines: tuple[Line, ...]
    holds: str = ""
    rest: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing as SVG, its title, and what it says for who can't see it."""

    svg: str
    title: str
    legend: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a brief; `empty` says what is missing where there are no groups."""

    id: str
    title: str
    groups: tuple[Group, ...]
    figure: Figure | None = None
    empty: str = ""


@dataclass(frozen=True)
class Document:
    """A whole brief. `facts` are label and value: what it is of, and what made it. `notes` stand at its end.

    `digits` (Unicode's name of them) and `numeral` are for what a renderer numbers by itself.
    """

    title: str
    note: str
    language: str
    direction: str
    made: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    said: dict[str, str]
    notes: tuple[str, ...] = ()
    digits: str = "latn"
    numeral: Callable[[int], str] = str

    def sources(self) -> list[Source]:
        """The articles cited, in the order of their numbers."""
        found = {
            cited.source.id: cited.source
            for section in self.sections for group in section.groups for line in group.lines for cited in line.cited
        }  # fmt: skip
        return [found[id] for id in sorted(found)]
