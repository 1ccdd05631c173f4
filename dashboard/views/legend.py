"""What the marks of a chart mean: one row of mark and words under it, in the direction of writing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import streamlit as st

from . import palette
from .desk import Desk

Part = tuple[str, str]  # a mark's markup, made here; what it means
SIGNS = (("cooperation", "cooperation", False), ("mixed", "neutral", False), ("conflict", "conflict", True))


def show(desk: Desk, parts: Iterable[Part]) -> None:
    """Draw it; nothing where there is nothing to say."""
    drawn = [f"<span>{mark} {html.escape(text)}</span>" for mark, text in parts]
    if drawn:
        st.html(f'<div class="legend" dir="{desk.words.direction}">{"".join(drawn)}</div>')


def written(part: Part) -> str:
    """A part as Plotly's texts write it, which know colours but no boxes."""
    mark, text = part
    mark = re.sub('<i style="background:(.+?)"></i>', r'<b style="color:\1">■</b> ', mark)
    return f"{mark} {html.escape(text, quote=False)}".strip()


def square(colour: str) -> str:
    return f'<i style="background:{colour}"></i>'


def glyph(letter: str, colour: str = "inherit") -> str:
    return f'<b style="color:{colour}">{letter}</b>'


def signs(desk: Desk) -> list[Part]:
    """The lines of coded relations: colour and stroke from cooperation to conflict."""
    ink = palette.colours(desk.dark())
    return [(glyph("╍╍" if dashed else "━━", ink[colour]), desk.words(f"network.{name}"))
            for name, colour, dashed in SIGNS]  # fmt: skip
