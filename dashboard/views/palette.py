"""One palette: kinds of findings, themes, and one diverging scale for sign; told apart by colour-blind readers too.

The hues are spread in lightness as well as in hue (after Okabe and Ito), and wherever colour says something, a line
style, a shape or a word says it again.
"""

from __future__ import annotations

THEMES = ("#2F6DB5", "#E08A00", "#1B9E77", "#B0457B", "#6FB7D6", "#8C6D31", "#5E5AA8", "#C9B458", "#3F8E9B", "#A65628")
OTHER = "#AEB7BA"

_LIGHT = {"ink": "#1B2428", "soft": "#5B676C", "line": "#DBE1DF", "ground": "#FFFFFF",
          "conflict": "#B8441A", "cooperation": "#1F66AD", "neutral": "#8A979C", "accent": "#0B5F73"}  # fmt: skip
_DARK = {"ink": "#E4E9E8", "soft": "#9FADB2", "line": "#2C383E", "ground": "#11171B",
         "conflict": "#F08A5D", "cooperation": "#6FA8DC", "neutral": "#8A979C", "accent": "#5CB8CC"}  # fmt: skip


def colours(dark: bool) -> dict[str, str]:
    """Ink, lines and the sign colours for a light or a dark page."""
    return _DARK if dark else _LIGHT


def of_theme(order: int) -> str:
    """The colour of the theme at a place in an order; beyond the palette, the colour of the rest."""
    return THEMES[order] if order < len(THEMES) else OTHER


def of_sign(score: float | None, dark: bool) -> str:
    """Conflict, neutral or cooperation for a mean sign between −1 and 1; None is a tie without a sign."""
    chosen = colours(dark)
    if score is None or score != score or abs(score) < 0.15:
        return chosen["neutral"]
    return chosen["cooperation"] if score > 0 else chosen["conflict"]
