"""Every format that the README names, dropped on the page at once: each becomes an article, what is broken is told."""

from __future__ import annotations

import io
import json
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl

from ..readers.pdfs import pdf
from .conftest import Desk

ROOT = Path(__file__).parent.parent.parent
SAID = "وصل الوفد رقم {n} إلى الميناء صباح اليوم، وقال المتحدث إن المحادثات ستبدأ غدا وتستمر ثلاثة أيام على الأقل."

# Of our own making, in the manner of a wire.
ARTICLE = """اتفاق على رحلات جوية

الدوحة 5 مايو 2023 - قال وزير النقل التركي إن بلاده وقطر اتفقتا على زيادة الرحلات الجوية.
وأضاف أن التنفيذ يبدأ في يونيو المقبل.
"""


def title(n: int) -> str:
    return f"وصول الوفد {n}"


def said(n: int) -> str:
    return SAID.format(n=n)


def page(n: int) -> str:
    body = f"<p>{said(n)}</p><p>وأضاف أن اللقاء المقبل رقم {n} سيعقد في العاصمة.</p>" * 2
    return (
        f"<html lang=ar><head><meta charset=utf-8><title>{title(n)}</title></head>"
        f"<body><article><h1>{title(n)}</h1>{body}</article></body></html>"
    )


def letter(n: int) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        title(n),
        "وكالة <desk@example.com>",
        "Thu, 01 Jun 2023 08:00:00 +0000",
    )
    mail.set_content(said(n))
    return bytes(mail)


def saved_page(n: int) -> bytes:
    content = page(n).encode()
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com/news\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: binary\nContent-Location: https://example.com/news\n\n"
    )
    return head.encode() + content + b"\n--b--\n"


def row(n: int) -> dict[str, str]:
    return {"title": title(n), "text": said(n), "published": "2023-06-01"}


def table(n: int, sign: str) -> str:
    return "\n".join(sign.join(f'"{cell}"' for cell in line) for line in (["title", "text", "date"], row(n).values()))


def document(n: int) -> bytes:
    file, out = docx.Document(), io.BytesIO()
    file.add_heading(title(n), 0)
    file.add_paragraph(said(n))
    file.save(out)
    return out.getvalue()


def workbook(n: int) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for line in (["title", "text", "date"], list(row(n).values())):
        book.active.append(line)
    book.save(out)
    return out.getvalue()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def every_format() -> dict[str, bytes]:
    lines = [(40.0, 700.0 - 20 * at, 12.0, word) for at, word in enumerate(("Delegation", "arrives", "in", "port"))]
    return {
        "a.txt": f"{title(1)}\n\n{said(1)}".encode(),
        "b.md": f"# {title(2)}\n\n{said(2)}".encode(),
        "c.html": page(3).encode(),
        "d.htm": page(4).encode("windows-1256", "xmlcharrefreplace"),
        "e.mhtml": saved_page(5),
        "f.mht": saved_page(6),
        "g.eml": letter(7),
        "h.docx": document(8),
        "i.pdf": pdf([lines]),
        "j.json": json.dumps(row(10)).encode(),
        "k.jsonl": json.dumps(row(11)).encode(),
        "l.ndjson": json.dumps(row(12)).encode(),
        "m.csv": table(13, ",").encode(),
        "n.tsv": table(14, "\t").encode("utf-16"),
        "o.xlsx": workbook(15),
        "p.zip": packed(q_txt=f"{title(16)}\n\n{said(16)}".encode()),
    }


BROKEN = {
    "x.docx": b"PK\x03\x04 no document", "y.pdf": b"%PDF-1.4 nothing", "z.xlsx": b"no workbook", "w.txt": b" \n",
    "v.doc": b"\xd0\xcf\x11\xe0", "u.jpg": b"\xff\xd8\xff",
}  # fmt: skip


def test_every_format_is_taken_and_what_is_broken_is_told(desk: Desk, tmp_path: Path) -> None:
    files = every_format()
    listed = re.search(r"^`(\.txt [^`]+)`, and `(\.zip)`", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert listed and {f".{name.split('.')[1]}" for name in files} == {*listed[1].split(), listed[2]}
    for name, data in {**files, **BROKEN}.items():
        (tmp_path / name).write_bytes(data)
    page = desk.visit("add?lang=en")
    dropped = [str(tmp_path / name) for name in (*files, *BROKEN)]
    page.locator("[class*='st-key-upload_'] input[type=file]").set_input_files(dropped)
    page.locator(".st-key-start button").click()
    page.locator(".st-key-job", has_text=f"{len(files)} added").wait_for(timeout=120_000)
    for name in BROKEN:  # the sum is drawn before what it sums up
        page.locator(".st-key-job_refused .row", has_text=name).first.wait_for()
    desk.settle(page)
    rows = page.locator(".st-key-job_refused .row").all_inner_texts()
    for name in BROKEN:
        assert any(name in told and "refused" in told and len(told) > len(name) + 20 for told in rows), (name, rows)
    rows = page.locator(".st-key-job_rows .row").all_inner_texts()
    assert not any("refused" in told for told in rows)
    for n in (1, 4, 5, 7, 8, 14, 15, 16):
        assert sum(bool(re.search(rf"{title(n)}\b", told)) for told in rows) == 1, (n, rows)
    page.locator("[data-testid=stSidebar]", has_text=f"{4 + len(files)} articles").wait_for()
    # Loaded anew, the page still tells it.
    desk.open(page, "add?lang=en")
    page.locator(".st-key-job_refused .row", has_text="y.pdf").wait_for()
    # Taken back, for the tests that follow; the question closes, so that a second click takes nothing else.
    page.locator("[data-testid=stPopover] button", has_text="Take the last import back").click()
    page.locator(".st-key-undo button").click()
    page.locator("[data-testid=stSidebar]", has_text="4 articles").wait_for()
    page.locator(".st-key-undo button").wait_for(state="hidden")
    page.locator(".st-key-job_rows").wait_for(state="hidden")


def test_from_a_dropped_file_to_its_sentence_while_another_looks_on(desk: Desk, tmp_path: Path) -> None:
    other = desk.visit("articles?lang=en")
    page = desk.visit("add?lang=en")
    good, bad = tmp_path / "رحلات.txt", tmp_path / "empty.txt"
    good.write_text(ARTICLE, "utf-8")
    bad.write_text("", "utf-8")
    page.locator("[class*='st-key-upload_'] input[type=file]").set_input_files([str(good), str(bad)])
    page.locator(".st-key-start button").click()
    page.locator(".st-key-job", has_text="one added").wait_for(timeout=60_000)
    refused = page.locator(".st-key-job_refused .row", has_text="refused")
    assert "empty.txt" in refused.inner_text()
    page.locator(".st-key-job_rows .row", has_text="اتفاق على رحلات جوية").click()
    page.wait_for_url(re.compile("/articles.*article="))
    page.locator(".reader .m.k-country").first.wait_for()
    assert {"التركي", "قطر"} <= set(page.locator(".reader .m.k-country").all_inner_texts())
    other.locator("[data-testid=stSidebar]", has_text="5 articles").wait_for(timeout=40_000)
    # Taken back, for the tests that follow.
    desk.open(page, "add?lang=en")
    page.locator("[data-testid=stPopover] button", has_text="Take the last import back").click()
    page.locator(".st-key-undo button").click()
    page.locator("[data-testid=stSidebar]", has_text="4 articles").wait_for()
