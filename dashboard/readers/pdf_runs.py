"""What stands where on a PDF's page: runs of text with their place, by pypdf's layout engine.

pypdf's own text keeps the order of drawing and turns Arabic runs around one by one, which scrambles a line with
numbers in it (py-pdf/pypdf issues 1629, 1638). Its layout engine knows the places; lines are put together here from
those. It is not public in pypdf: the version is pinned, and where it fails a page's plain text is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .bidi import has_arabic

if TYPE_CHECKING:
    from pypdf import PageObject

_DEPTH = 5  # forms within forms


@dataclass(slots=True)
class Run:
    """Signs drawn at once: `left` to `right` on a base line at `y` (points, y upwards), as printed."""

    text: str
    left: float
    right: float
    y: float
    size: float
    space: float  # a blank's width


def runs(page: PageObject) -> list[Run]:
    """The runs of a page, rotated ones left out, in the order of drawing."""
    from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager

    return _runs(page, TextStateManager())


def _runs(page: PageObject, manager: Any) -> list[Run]:
    from pypdf._text_extraction._layout_mode import _fixed_width_page as layout
    from pypdf.generic import ArrayObject, ContentStream, StreamObject

    fonts = page._layout_mode_fonts()
    for font in fonts.values():
        # A ligature stands for letters in reading order; all else is read off the page from left to right.
        for key, value in font.character_map.items():
            if len(value) > 1 and has_arabic(value):
                font.character_map[key] = value[::-1]
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if not isinstance(contents, (ArrayObject, StreamObject)):
        return []
    operations = iter(ContentStream(contents, page.pdf, "bytes").operations)
    found: list[Any] = []
    for operands, operator in operations:
        if operator in (b"BT", b"q"):
            target: Any = b"ET" if operator == b"BT" else b"Q"
            found += layout.recurse_to_target_op(operations, manager, target, fonts)[1]
        elif operator == b"Tf":
            layout.set_font_operation(manager, fonts, operands)
        elif operator == b"cm":
            manager.add_cm(*operands)
        else:
            manager.set_state_param(operator, operands)
    return [
        Run(
            shown.text,
            shown.tx,
            max(shown.displaced_tx, shown.tx),
            -shown.ty if shown.flip_vertical else shown.ty,
            abs(shown.font_height),
            abs(shown.space_tx * shown.transform[0]),
        )
        for shown in found
        if shown.text and not shown.rotated and shown.font.interpretable
    ]
