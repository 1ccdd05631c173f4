"""PDFs: reading order, columns, what is no article on a page, and files that can't be read."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import Limits, Outcome, read_bytes

from .pdfs import Shown, document, pdf

PRINTED = (Path(__file__).parent / "fixtures" / "arabic.pdf").read_bytes()
LINES = [
    "بحث الوزيران في العاصمة أمن الملاحة في البحر",
    "وقالا إن الجولة التالية بعد شهر في المرفأ القديم",
    "وأضافا أن عددا من الخبراء سيحضرون الاجتماع معهما",
    "وسيعلن البيان الختامي في مؤتمر صحفي بعد الظهر",
    "ثم يغادر الوفد إلى الجزيرة في زيارة تستمر يومين",
    "ويعود منها إلى العاصمة للقاء الوزير الأول هناك.",
]


def one(data: bytes) -> Article:
    (found,) = read_bytes("a.pdf", data)
    assert isinstance(found, Article), found
    return found


def reason(data: bytes, limits: Limits | None = None) -> str:
    (found,) = read_bytes("a.pdf", data, limits=limits)
    assert isinstance(found, RejectedInput) and found.remedy and found.origin == "a.pdf", found
    return found.reason


def set_right(lines: list[str], right: float = 550, top: float = 700, size: float = 10) -> list[Shown]:
    """Lines of Arabic as a page shows them, flush right."""
    return [(right - len(line) * size / 2, top - 14 * index, size, line[::-1]) for index, line in enumerate(lines)]


def test_a_printed_page_in_arabic() -> None:
    """Made with Chromium: presentation forms, dates with slashes, a Latin name, brackets, digits of both kinds."""
    article = one(PRINTED)
    assert article.title == "لقاء الوزراء في المرفأ القديم"
    assert article.published.date is None  # its CreationDate is no publication
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == "الأربعاء 24/08/2022 - الساعة 10:30"
    assert paragraphs[1] == (
        "بحث وزير الخارجية الأردني مع نظيره اليوناني في عمّان يوم 24/08/2022 أمن الملاحة في البحر المتوسط، وقال إن 3.5 "
        "ملايين طن من القمح (نحو 12%) ستعبر قبل ٢٥ سبتمبر ٢٠٢٢، وفق ما نقلته وكالة Reuters في 24-08-2022."
    )
    assert paragraphs[2].startswith("وأضاف الوزير: «لا نريد إلا الاتفاق، والله المستعان»، مشيرا")
    assert "بين عامي 2022-2025 وأن" in paragraphs[2]
    assert paragraphs[4].endswith("before the end of the year and after the elections.")


def test_lines_are_joined_and_paragraphs_kept_apart() -> None:
    page = [*set_right(LINES[:3]), *set_right(LINES[3:], top=630)]
    assert one(pdf([page])).text.split("\n\n") == [" ".join(LINES[:3]), " ".join(LINES[3:])]


def test_a_page_of_short_paragraphs() -> None:
    """Most of its gaps lie between paragraphs; the dateline on a line of its own is one."""
    dateline, first, second = ["المرفأ - الثلاثاء"], [LINES[2], "وحدهما"], [LINES[4], "أو ثلاثة"]
    page = [*set_right(dateline), *set_right(first, top=674), *set_right(second, top=634)]
    assert one(pdf([page])).text.split("\n\n") == [*dateline, " ".join(first), " ".join(second)]


def test_columns_are_read_one_after_the_other() -> None:
    page = [*set_right(["لقاء في المرفأ"], top=760, size=20), *set_right(LINES), *set_right(LINES[::-1], right=260)]
    article = one(pdf([page]))
    assert article.title == "لقاء في المرفأ"
    assert " ".join(LINES) in article.text
    assert article.text.index(LINES[0]) < article.text.rindex(LINES[5])
    english = ["The ministers met in the capital on Monday and", "spoke of the safety of ships in the eastern sea"] * 3
    columns = [
        (40 + 290 * side, 700 - 14 * row, 10, f"{'AB'[side]}{row} {line}")
        for row, line in enumerate(english)
        for side in (0, 1)
    ]
    text = one(pdf([columns])).text
    assert [text.index(f"A{row}") for row in range(6)] + [text.index(f"B{row}") for row in range(6)] == sorted(
        text.index(f"{side}{row}") for side in "AB" for row in range(6)
    )


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    """Where lines are set ragged, the last line of a column may end well before its edge; a heading does not go on."""
    ragged = [*LINES[:5], LINES[5][: 3 * len(LINES[5]) // 4]]
    page = [*set_right(ragged), *set_right(LINES, right=260)]
    assert f"{ragged[-1].split()[-1]} {LINES[0]}" in one(pdf([page])).text
    page = [*set_right([*LINES[:5], "عنوان"]), *set_right(LINES, right=260)]
    assert f"عنوان\n\n{LINES[0]}" in one(pdf([page])).text


@pytest.mark.parametrize("leading", [1.15, 1.4])
def test_a_heading_of_two_lines_stands_together(leading: float) -> None:
    """Its lines lie as much further apart as its signs are larger."""
    heading = [("بحث أمن الملاحة في اجتماع الوزراء", 720.0), ("واتفاق على جولة تالية", 720.0 - 20 * leading)]
    large = [(550 - len(text) * 10, y, 20.0, text[::-1]) for text, y in heading]
    article = one(pdf([[*large, *set_right(LINES, top=heading[1][1] - 30)]]))
    assert article.title == "بحث أمن الملاحة في اجتماع الوزراء واتفاق على جولة تالية"
    assert article.text.startswith(LINES[0])


def test_a_table_is_no_columns() -> None:
    rows = [(40 + 290 * side, 700 - 14 * row, 10, f"{'AB'[side]}{row} cell") for row in range(8) for side in (0, 1)]
    text = one(pdf([rows])).text
    assert text.index("B0") < text.index("A1")


def test_page_numbers_running_heads_and_print_marks_go() -> None:
    pages = []
    for number in (1, 2, 3):
        head: list[Shown] = [(40, 780, 8, "Harbour Weekly, issue 7"), (300, 20, 8, f"- {number} -")]
        body = [f"Line {row} on page {number} of the report on the talks" for row in range(6)]
        pages.append([*head, *((40.0, 700.0 - 14 * row, 10.0, line) for row, line in enumerate(body))])
    text = one(pdf(pages)).text
    assert "Harbour" not in text and "- 2 -" not in text
    assert all(f"Line {row} on page {number} of" in text for row in range(6) for number in (1, 2, 3))
    printed: list[Shown] = [
        (20, 785, 7, "11/24/26, 3:58 AM   Talks at the harbour"),
        (20, 10, 7, "https://example.org/news/5   1/1"),
    ]
    article = one(pdf([[*printed, (40, 700, 10, "The ministers met in the capital and spoke of ships.")]]))
    assert (article.url, article.published.date) == ("https://example.org/news/5", None)
    assert article.text == "The ministers met in the capital and spoke of ships."


def test_a_paragraph_goes_on_over_a_page() -> None:
    first, second = set_right(LINES[:3]), set_right(LINES[3:])
    assert " ".join(LINES) == one(pdf([first, second])).text


def test_what_is_drawn_twice_for_weight_is_read_once() -> None:
    page = set_right(LINES)
    assert one(pdf([[*page, *((x + 0.2, y, size, text) for x, y, size, text in page)]])).text == " ".join(LINES)


def test_blanks_that_are_only_distance() -> None:
    words = ["The", "ministers", "met", "in", "the", "capital", "and", "spoke", "of", "the", "safety", "of", "ships"]
    x, page = 40.0, []
    for word in words:
        page.append((x, 700.0, 10.0, word))
        x += 5 * len(word) + 2.5
    assert one(pdf([page])).text == " ".join(words)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_passwords(algorithm: str) -> None:
    def locked(password: str) -> bytes:
        writer, out = PdfWriter(clone_from=io.BytesIO(PRINTED)), io.BytesIO()
        writer.encrypt(password, "owner", algorithm=algorithm)
        writer.write(out)
        return out.getvalue()

    assert "password" in reason(locked("secret"))
    assert one(locked("")).text == one(PRINTED).text  # locked against printing alone


def test_pages_without_a_text_layer() -> None:
    assert "no text layer" in reason(document([b"0 0 200 200 re f"]))


def test_fonts_that_do_not_say_what_they_draw() -> None:
    assert "fonts" in reason(pdf([[(40, 700, 10, "\ue001\ue002\ue003 \ue004\ue005 abc" * 5)]]))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, PRINTED[:9000], b"plain text", b"   ", pdf([])]
)
def test_broken_files(data: bytes) -> None:
    assert reason(data)


def test_bounds_of_pages_time_and_memory() -> None:
    assert "3 pages, more than 2" in reason(pdf([set_right(LINES)] * 3), Limits(pages=2))
    nested = zlib.compress(zlib.compress(bytes(200_000_000), 9), 9)
    for bomb in (document([nested], b"[/FlateDecode/FlateDecode]"), document([b" " * 100_000_000])):
        assert "grows beyond all measure" in reason(bomb)
    endless = b"BT /F1 9 Tf " + b"<0061006200630064> Tj 0 -9 Td " * 600_000 + b"ET"
    assert "more than 1 seconds" in reason(document([endless]), Limits(seconds=1))
    assert "of memory" in reason(document([endless]), Limits(memory=30 * 2**20))
    assert one(PRINTED)  # the next one gets a worker that is well


def test_properties_are_nobodys_words() -> None:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(PRINTED))), io.BytesIO()
    writer.add_metadata({"/Title": "Microsoft Word - draft.doc", "/Author": "admin", "/CreationDate": "D:20130101"})
    writer.write(out)
    article = one(out.getvalue())
    assert (article.title, article.author, article.published.date) == ("لقاء الوزراء في المرفأ القديم", None, None)


def test_a_pdf_in_a_zip_and_outcomes_of_all_kinds(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "box.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.pdf", PRINTED)
        archive.writestr("b.pdf", b"%PDF-1.7 nothing")
        archive.writestr("c.txt", " ".join(LINES))
    found: list[Outcome] = list(read_bytes("box.zip", path.read_bytes()))
    assert [type(item) for item in found] == [Article, RejectedInput, Article]
    assert [item.origin for item in found] == ["box.zip: a.pdf", "box.zip: b.pdf", "box.zip: c.txt"]
