"""Word and Excel: what a page or sheet shows, and files that are refused."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import Limits, Outcome, read_bytes
from tests.every import every

TEXT = "بحث الوزيران في العاصمة أمن الملاحة في البحر المتوسط."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def saved(file: object) -> bytes:
    out = io.BytesIO()
    file.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def outcomes(name: str, data: bytes, limits: Limits | None = None) -> list[Outcome]:
    return list(read_bytes(name, data, limits=limits))


def read_document(document: object) -> Article:
    (found,) = outcomes("a.docx", saved(document))
    assert isinstance(found, Article), found
    return found


def test_a_document_with_title_paragraphs_and_a_table() -> None:
    document = docx.Document()
    document.add_heading("لقاء في المرفأ", 0)
    document.add_paragraph(TEXT)
    table = document.add_table(2, 2)
    for index, value in enumerate(["الدولة", "السفن", "الأردن", "5"]):
        table.cell(index // 2, index % 2).text = value
    document.add_paragraph("وأضافا أن الجولة التالية بعد شهر.")
    document.core_properties.title, document.core_properties.author = "Draft 3", "admin"
    article = read_document(document)
    assert article.title == "لقاء في المرفأ"
    assert article.text.split("\n\n") == [TEXT, "الدولة | السفن", "الأردن | 5", "وأضافا أن الجولة التالية بعد شهر."]
    assert (article.author, article.published.date) == (None, None)  # python-docx's `created` is of 2013


def test_a_table_within_a_cell_is_read_once() -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    row = document.add_table(1, 2)
    row.cell(0, 0).text = "الأردن"
    row.cell(0, 1).add_table(1, 1).cell(0, 0).text = "خمس سفن"
    assert read_document(document).text.split("\n\n") == [TEXT, "الأردن | خمس سفن"]


def test_a_table_that_lays_a_page_out_holds_paragraphs() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = TEXT * 5
    cell.add_paragraph("وأضافا أن الجولة التالية بعد شهر.")
    assert read_document(document).text.split("\n\n") == [TEXT * 5, "وأضافا أن الجولة التالية بعد شهر."]


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        ("<w:del {ns} w:id='1' w:author='x'><w:r><w:delText>محذوف</w:delText></w:r></w:del>", ""),
        ("<w:ins {ns} w:id='1' w:author='x'><w:r><w:t>مضاف</w:t></w:r></w:ins>", "مضاف"),
        ("<w:r {ns}><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r>", ""),
        ("<w:r {ns}><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>ظاهر</w:t></w:r>", "ظاهر"),
        ("<w:sdt {ns}><w:sdtContent><w:r><w:t>حقل</w:t></w:r></w:sdtContent></w:sdt>", "حقل"),
        ("<w:hyperlink {ns}><w:r><w:t>رابط</w:t></w:r></w:hyperlink>", "رابط"),
        ("<w:r {ns}><w:instrText>PAGE 7</w:instrText></w:r>", ""),
        ("<w:r {ns}><w:t>سطر</w:t><w:br/><w:t>آخر</w:t></w:r>", "سطر\nآخر"),
    ],
)
def test_what_the_page_shows_is_read_and_nothing_else(xml: str, read: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(TEXT + " ")
    paragraph._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    assert read_document(document).text == f"{TEXT} {read}".strip()


def test_a_paragraph_in_a_content_control() -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert read_document(document).text == TEXT


def workbook(*sheets: tuple[str, list[list[object]]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def test_a_sheet_with_a_title_above_its_header() -> None:
    rows: list[list[object]] = [
        ["أخبار الشهر"],
        [],
        ["الرقم", "العنوان", "النص", "التاريخ", "المصدر"],
        [7.0, "لقاء", TEXT, dt.datetime(2022, 8, 24), "المرفأ"],
        [8, "لقاء آخر", f"{TEXT}_x000D_\n{TEXT}", dt.datetime(2022, 8, 25, 10, 30), "#N/A"],
        [],
        [9, "بلا نص", None, None, None],
    ]
    first, second, third = outcomes("a.xlsx", saved(workbook(("Sheet", rows))))
    assert isinstance(first, Article) and isinstance(second, Article) and isinstance(third, RejectedInput)
    assert (first.id, first.title, first.text, first.source) == ("7", "لقاء", TEXT, "المرفأ")
    assert (first.published.date, first.published.how, first.published.at) == (dt.date(2022, 8, 24), "given", None)
    assert (second.published.at, second.source) == ("2022-08-25T10:30:00", None)
    assert "_x000D_" not in second.text
    assert third.origin == "a.xlsx: row 7" and "no text" in third.reason


def test_every_visible_sheet_with_a_column_of_text() -> None:
    book = workbook(
        ("أول", [["text"], [TEXT]]),
        ("ملاحظات", [["ملاحظة"], ["x"]]),
        ("ثان", [["id", "body"], ["5", TEXT]]),
        ("مخفي", [["text"], [TEXT]]),
    )
    book["مخفي"].sheet_state = "hidden"
    found = outcomes("a.xlsx", saved(book))
    assert [item.origin for item in found if isinstance(item, Article)] == ["a.xlsx: أول: row 2", "a.xlsx: ثان: row 2"]
    assert len(found) == 2


def test_days_that_excel_keeps_as_numbers() -> None:
    """A column that lost its format of days; a year or a number of no day stays what it is."""
    values = [45000, 45000.5, 2021, -5]
    found = outcomes("a.xlsx", saved(workbook(("س", [["نص", "التاريخ"], *([TEXT, value] for value in values)]))))
    days = [article.published.date for article in found if isinstance(article, Article)]
    assert days == [dt.date(2023, 3, 15), dt.date(2023, 3, 15), None, None]


def test_formulas_are_not_run() -> None:
    (found,) = outcomes("a.xlsx", saved(workbook(("Sheet", [["text", "title"], [TEXT, '=HYPERLINK("http://x","y")']]))))
    assert isinstance(found, Article) and found.title == ""


def test_a_wrong_size_in_the_file_does_not_hide_rows() -> None:
    data, out = saved(workbook(("Sheet", [["id", "text"], ["1", TEXT]]))), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1"')
            target.writestr(name, content)
    (found,) = outcomes("a.xlsx", out.getvalue())
    assert isinstance(found, Article) and found.text == TEXT


@pytest.mark.parametrize(
    ("rows", "reason"),
    [([["a", "b"], ["1", "2"]], "its columns: a, b"), ([["text"]], "no rows"), ([], "no column of text")],
)
def test_workbooks_without_articles(rows: list[list[object]], reason: str) -> None:
    (found,) = outcomes("a.xlsx", saved(workbook(("Sheet", rows))))
    assert isinstance(found, RejectedInput) and reason in found.reason and found.remedy


WORD, EXCEL = saved(docx.Document()), saved(workbook(("Sheet", [["text"], [TEXT]])))
DTD = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@every(
    [
        ("a.docx", b"", "empty"),
        ("a.docx", b"PK\x03\x04zzzz", "broken"),
        ("a.docx", WORD[:2000], "broken"),
        ("a.docx", packed({"ppt/presentation.xml": b"<a/>"}), "another kind"),
        ("a.xlsx", packed({"ppt/presentation.xml": b"<a/>"}), "another kind"),
        ("a.docx", EXCEL.replace(b"xl/workbook.xml", b"xl/workbook.xxx"), "another kind"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.xlsx", OLE, "old kind"),
        ("a.docx", WORD, "no text"),
        ("a.docx", packed({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}), "macros"),
        ("a.xlsx", packed({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"x"}), "macros"),
        ("a.docx", packed({"word/document.xml": DTD}), "entities"),
        ("a.xlsx", packed({"xl/workbook.xml": DTD.decode().encode("utf-16")}), "entities"),
        ("a.docx", packed({"word/document.xml": bytes(60_000_000)}), "bomb"),
        ("a.docx", packed({"word/document.xml": b"<a/>"}), "broken"),
        ("a.xlsx", packed({"xl/workbook.xml": b"<a/>"}), "broken"),
        ("a.docx", packed({f"word/{number}": b"" for number in range(5001)}), "5001 parts"),
        ("a.docm", WORD, "macros"),
        ("a.xlsm", EXCEL, "macros"),
        ("a.doc", OLE, "another kind"),
    ]
)
def test_what_is_refused_and_why(name: str, data: bytes, reason: str) -> None:
    (found,) = outcomes(name, data)
    assert isinstance(found, RejectedInput) and found.origin == name
    assert reason in found.reason and found.remedy


def test_a_row_number_beyond_reason_does_not_hang() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(EXCEL)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'<row r="2"', b'<row r="999999999999"'))
    found = outcomes("a.xlsx", out.getvalue(), Limits(seconds=20))
    assert len(found) == 1
