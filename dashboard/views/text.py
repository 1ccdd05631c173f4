"""Texts that somebody else wrote, made harmless for where they are shown."""

from __future__ import annotations

import html
import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:^&])")

# A date's span leaves its preposition out, so one that begins with ل has the article, but for these words of its own.
_ELIDED = re.compile("ل(?!يل|احق|حظ|مد|دى)")


def plain(text: object) -> str:
    """Text for a Markdown label: every character that means something there is taken literally."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))


def dated(text: str) -> str:
    """An expression of time as it is said alone: after the preposition in للعام its article has lost the alef."""
    return "ا" + text if _ELIDED.match(text) else text


def for_plotly(text: object) -> str:
    """Text for a chart, which reads a little HTML."""
    return html.escape(" ".join(str(text).split()), quote=False)


def shortened(text: str, limit: int = 90) -> str:
    """At most so many characters, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + "…"
