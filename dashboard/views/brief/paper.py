"""Word's own ways: a document of headings, paragraphs, links and tables that turns with its language."""

from __future__ import annotations

import re
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

FONT = "Tahoma"  # on every desk where Word is, with Arabic letters
SOFT = RGBColor(0x5B, 0x67, 0x6C)
# What XML can't hold; a text from elsewhere may have any of it.
# nor does Word know the marks that keep a run of the other direction apart.
_UNWRITABLE = re.compile("[\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
_AFTER_SIZE = ("w:highlight", "w:u", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:lang")
_AFTER_VISUAL = (
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblBorders",
    "w:tblLayout",
    "w:tblLook",
)


class Paper:
    """An A4 document; `rtl` is the way of its headings, its tables and, unless it says so, of a paragraph."""

    def __init__(self, rtl: bool) -> None:
        self.rtl = rtl
        self.out = Document()
        self._page()

    def _page(self) -> None:
        section, normal = self.out.sections[0], self.out.styles["Normal"]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        normal.font.name, normal.font.size = FONT, Pt(10.5)
        for style in ("Normal", "Title", "Heading 1", "Heading 2"):
            fonts = self.out.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(qn(script), FONT)
            for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                fonts.attrib.pop(qn(theme), None)
        if self.rtl:
            section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")

    def heading(self, said: str, level: int) -> None:
        made = self.out.add_heading(level=level)
        self.turn(made, self.rtl)
        self.run(made, said, self.rtl)

    def paragraph(
        self, said: str, small: bool = False, bold: bool = False, keep: bool = False, indent: bool = False
    ) -> None:
        made = self.begin(self.rtl, indent)
        made.paragraph_format.keep_with_next = keep
        self.run(made, said, self.rtl, bold=bold, size=9 if small else None, soft=small)

    def begin(self, rtl: bool, indent: bool = False) -> Any:
        made = self.out.add_paragraph()
        made.paragraph_format.space_after = Pt(3)
        self.turn(made, rtl)
        if indent:
            made.paragraph_format.left_indent = Cm(0.6)
        return made

    def turn(self, paragraph: Any, rtl: bool) -> None:
        """A paragraph's direction. Word refuses a file whose elements are not in the order of its schema."""
        if rtl:
            paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)

    def run(
        self, paragraph: Any, said: str, rtl: bool, bold: bool = False, size: float | None = None, soft: bool = False
    ) -> Any:
        run = paragraph.add_run(plain(said))
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        if soft:
            run.font.color.rgb = SOFT
        if rtl:
            self._complex(run, bold, size)
        return run

    def _complex(self, run: Any, bold: bool, size: float | None) -> None:
        """Arabic letters have weight and size of their own in Word."""
        run.font.rtl, run.font.cs_bold = True, bold or None
        if size:
            element = OxmlElement("w:szCs")
            element.set(qn("w:val"), str(int(size * 2)))
            run._r.get_or_add_rPr().insert_element_before(element, *_AFTER_SIZE)

    def link(self, paragraph: Any, url: str, said: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = self.run(paragraph, said, False, size=8)
        run.font.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    def table(self, rows: list[list[str]], widths: tuple[float, ...]) -> None:
        table = self.out.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit = False
        if self.rtl:
            table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_VISUAL)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in rows:
            for cell, said, width in zip(table.add_row()._tr.tc_lst, row, widths, strict=True):
                cell.width = Cm(width)
                paragraph = Paragraph(cell.p_lst[0], table)
                self.turn(paragraph, self.rtl)
                self.run(paragraph, said, self.rtl, size=9.5)
        self.out.add_paragraph().paragraph_format.space_after = Pt(2)


def plain(said: str) -> str:
    return _UNWRITABLE.sub("", said)
