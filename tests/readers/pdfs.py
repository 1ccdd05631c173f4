"""PDFs made by hand: signs at given places, in a font whose codes are the letters themselves."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

Shown = tuple[float, float, float, str]  # x, y, size, what is drawn from left to right


def pdf(pages: Iterable[Iterable[Shown]]) -> bytes:
    """One content stream a page; every sign is half its size wide."""
    streams = []
    for page in pages:
        shown = "".join(
            f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n" for x, y, size, text in page
        )
        streams.append(shown.encode())
    return document(streams)


def document(streams: list[bytes], filters: bytes = b"/FlateDecode") -> bytes:
    """Pages with these content streams (packed here where `filters` is the usual one)."""
    numbers = [5 + 2 * index for index in range(len(streams))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % len(streams),
        b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/DW 500"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
    ]
    for number, stream in zip(numbers, streams, strict=True):
        data = zlib.compress(stream, 9) if filters == b"/FlateDecode" else stream
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (number + 1)
        )
        objects.append(b"<</Filter" + filters + b"/Length %d>>stream\n" % len(data) + data + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
