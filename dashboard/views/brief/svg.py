"""A small writer of SVG: elements with escaped texts and numbers to a tenth, so that a drawing stands in any page."""

from __future__ import annotations

import html
from collections.abc import Iterable

FONT = "IBM Plex Sans Arabic, Noto Sans Arabic, Tahoma, sans-serif"
# A letter's width against the type's height, for labels that must not touch: wide enough for Arabic and Latin.
LETTER = 0.56


def number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _written(value: object) -> str:
    return number(value) if isinstance(value, float) else html.escape(str(value))


def tag(name: str, *inside: str, **attributes: object) -> str:
    """An element; `_` in an attribute's name stands for `-`, numbers are rounded, texts escaped."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(inside)
    return f"<{name}{said}>{body}</{name}>" if body else f"<{name}{said}/>"


def hover(said: str) -> str:
    """What a mark says when it is pointed at."""
    return tag("title", html.escape(said))


def text(x: float, y: float, said: str, side: str = "middle", rtl: bool = False, **more: object) -> str:
    """A label that begins (left), ends (right) or has its middle at a point, whichever way it is written."""
    anchor = {"middle": "middle", "left": "end" if rtl else "start", "right": "start" if rtl else "end"}[side]
    return tag("text", html.escape(said), x=x, y=y, text_anchor=anchor, direction="rtl" if rtl else "ltr", **more)


def drawing(id: str, width: float, height: float, title: str, told: str, parts: Iterable[str]) -> str:
    """The whole: as wide as its page lets it be, with a title and, for who can't see it, what it shows."""
    return tag(
        "svg", tag("title", html.escape(title), id=f"{id}-t"), tag("desc", html.escape(told), id=f"{id}-d"), *parts,
        viewBox=f"0 0 {number(width)} {number(height)}", role="img", aria_labelledby=f"{id}-t",
        aria_describedby=f"{id}-d", xmlns="http://www.w3.org/2000/svg", font_family=FONT, class_="chart",
    )  # fmt: skip


def width_of(said: str, size: float) -> float:
    """About how wide a label is."""
    return len(said) * size * LETTER
