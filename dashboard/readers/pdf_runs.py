"""What stands where on a PDF's page: every sign with its place, for lines to be put together from.

pypdf's text follows the order of drawing and turns Arabic runs around one by one, which scrambles lines with numbers
in them (py-pdf/pypdf issues 1629, 1638); its layout mode misplaces strings drawn one after the other. So pypdf parses
file, content streams and fonts, and the few operators that place text are followed here (ISO 32000-2, 9.4). pypdf's
`Font` is not public: its version is pinned, and a page that fails falls back on pypdf's own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .bidi import has_arabic

if TYPE_CHECKING:
    from pypdf import PageObject

Matrix = tuple[float, float, float, float, float, float]
_ONE: Matrix = (1, 0, 0, 1, 0, 0)
_TURNED: dict[int, Matrix] = {90: (0, -1, 1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, 1, -1, 0, 0, 0)}
_FORMS = 8  # forms within forms


@dataclass(slots=True)
class Run:
    """A sign, or what one stands for: `left` to `right` on a base line at `y` (points, upwards), `size` its height."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(slots=True)
class _State:
    """The graphics state as far as it places text; lengths in text space."""

    ctm: Matrix
    font: Any = None
    size: float = 0.0
    character: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Text:
    """Where the next sign goes."""

    matrix: Matrix = _ONE
    line: Matrix = _ONE
    fonts: dict[str, Any] = field(default_factory=dict)


def runs(page: PageObject) -> list[Run]:
    """The signs of a page in the order of drawing; those not set level are left out."""
    turned = _TURNED.get(int(page.get("/Rotate", 0) or 0) % 360, _ONE)
    return list(_drawn(page, page.get("/Contents"), page.get("/Resources"), _State(turned), _FORMS))


def _drawn(page: PageObject, contents: Any, resources: Any, state: _State, depth: int) -> Iterator[Run]:
    from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

    contents = contents.get_object() if contents is not None else None
    resources = resources.get_object() if resources is not None else None
    if not isinstance(contents, (ArrayObject, StreamObject)):
        return
    resources = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
    text, saved = _Text(fonts=_fonts(resources)), []
    for operands, operator in ContentStream(contents, page.pdf, "bytes").operations:
        if operator == b"q":
            saved.append(replace(state))
        elif operator == b"Q" and saved:
            state = saved.pop()
        elif operator == b"cm":
            state.ctm = _times(_matrix(operands), state.ctm)
        elif operator == b"Do" and depth and operands:
            form = resources.get("/XObject", {}).get_object().get(operands[0])
            form = form.get_object() if form is not None else None
            if form is not None and form.get("/Subtype") == "/Form":
                inner = replace(state, ctm=_times(_matrix(form.get("/Matrix", _ONE)), state.ctm))
                yield from _drawn(page, form, form.get("/Resources") or resources, inner, depth - 1)
        else:
            yield from _placed(operator, operands, state, text)


def _placed(operator: bytes, operands: list[Any], state: _State, text: _Text) -> Iterator[Run]:
    """What one operator of a text object draws; `state` and `text` move on."""
    numbers = [float(value) for value in operands if isinstance(value, (int, float))]
    first = numbers[0] if numbers else 0.0
    if operator == b"BT":
        text.matrix = text.line = _ONE
    elif operator == b"Tf" and operands:
        state.font, state.size = text.fonts.get(operands[0]), numbers[-1] if numbers else state.size
    elif operator in (b"Td", b"TD") and len(numbers) >= 2:
        state.leading = -numbers[1] if operator == b"TD" else state.leading
        _move(text, numbers[0], numbers[1])
    elif operator == b"Tm":
        text.matrix = text.line = _matrix(operands)
    elif operator == b"T*":
        _move(text, 0, -state.leading)
    elif operator == b"Tc":
        state.character = first
    elif operator == b"Tw":
        state.word = first
    elif operator == b"Tz":
        state.scale = first / 100
    elif operator == b"TL":
        state.leading = first
    elif operator == b"Ts":
        state.rise = first
    elif operator in (b"'", b'"'):
        if operator == b'"' and len(numbers) >= 2:
            state.word, state.character = numbers[:2]
        _move(text, 0, -state.leading)
        yield from _shown(operands[-1:], state, text)
    elif operator in (b"Tj", b"TJ") and operands:
        yield from _shown(operands[0] if operator == b"TJ" else operands[:1], state, text)


def _shown(items: Any, state: _State, text: _Text) -> Iterator[Run]:
    """The signs of strings, moved apart by the numbers among them (thousandths of the size)."""
    font = state.font
    if font is None or not isinstance(items, list):
        return
    widths, default = font.character_widths, font.character_widths["default"]
    for item in items:
        if isinstance(item, (int, float)):
            _advance(text, -float(item) / 1000 * state.size * state.scale)
            continue
        if not isinstance(item, (bytes, str)):
            continue
        for raw, sign in _decoded(item, font):
            width = widths.get(raw, default) / 1000 * state.size + state.character
            width += state.word if raw == " " else 0.0
            a, b, c, d, x, y = _times(text.matrix, state.ctm)
            _advance(text, width * state.scale)
            reach = _times(text.matrix, state.ctm)[4]
            if sign and abs(b) <= 0.1 * abs(a):
                size = abs(state.size) * (c * c + d * d) ** 0.5
                yield Run(sign, min(x, reach), max(x, reach), y + state.rise * d, size)


def _decoded(item: bytes | str, font: Any) -> Iterator[tuple[str, str]]:
    """(code, what it stands for); a ligature's letters turned around, as all else on the page is read."""
    if isinstance(item, str):
        codes, named = item, item
    elif isinstance(font.encoding, str):
        codes = named = item.decode(font.encoding, "replace")
    else:
        codes = item.decode("latin-1")
        names = [font.encoding.get(code, chr(code)) for code in item]
        yield from ((raw, _turned(font.character_map.get(name, name))) for raw, name in zip(codes, names, strict=True))
        return
    yield from ((raw, _turned(font.character_map.get(name, name))) for raw, name in zip(codes, named, strict=True))


def _turned(sign: str) -> str:
    sign = sign.replace("\x00", "")
    return sign[::-1] if len(sign) > 1 and has_arabic(sign) else sign


def _fonts(resources: Any) -> dict[str, Any]:
    from pypdf.generic import DictionaryObject
    from pypdf.generic._font import Font

    found = resources.get("/Font")
    found = found.get_object() if found is not None else None
    if not isinstance(found, DictionaryObject):
        return {}
    fonts = {name: font.get_object() for name, font in found.items()}
    return {name: Font.from_font_resource(font) for name, font in fonts.items() if isinstance(font, DictionaryObject)}


def _advance(text: _Text, x: float) -> None:
    text.matrix = _times((1, 0, 0, 1, x, 0), text.matrix)


def _move(text: _Text, x: float, y: float) -> None:
    text.matrix = text.line = _times((1, 0, 0, 1, x, y), text.line)


def _matrix(operands: Any) -> Matrix:
    """Six numbers; the matrix that changes nothing where they are not."""
    try:
        a, b, c, d, x, y = (float(value) for value in list(operands)[-6:])
    except (TypeError, ValueError):
        return _ONE
    return a, b, c, d, x, y


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3], m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip
