"""E-mails and pages saved as one file: charsets, days, who sent it, what is attached."""

from __future__ import annotations

import base64
import datetime as dt
import io
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import Outcome, read_bytes

SAVED = (Path(__file__).parent / "fixtures" / "page.mhtml").read_bytes()
BODY = "بحث الوزيران في العاصمة أمن الملاحة في البحر المتوسط.\n\nوأضافا أن الجولة التالية بعد شهر."
PAGE = (
    "<html><head><title>لقاء في المرفأ</title></head><body><h1>لقاء في المرفأ</h1>"
    + "".join(f"<p>{line}</p>" for line in BODY.split("\n\n"))
    + "</body></html>"
)
HEAD = {
    "From": '"صحيفة المرفأ" <news@almarfa.example>',
    "Subject": "لقاء في المرفأ",
    "Date": "Wed, 24 Aug 2022 23:30:00 +0300",
}


def mail(body: str = BODY, **head: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {**HEAD, **head}.items():
        if value:
            message[name] = value
    message.set_content(body)
    return message


def raw(head: str, body: bytes) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in HEAD.items()).encode() + head.encode() + b"\r\n\r\n" + body


def outcomes(data: bytes | EmailMessage, name: str = "a.eml") -> list[Outcome]:
    return list(read_bytes(name, data if isinstance(data, bytes) else data.as_bytes()))


def one(data: bytes | EmailMessage, name: str = "a.eml") -> Article:
    (found,) = outcomes(data, name)
    assert isinstance(found, Article), found
    return found


def test_a_message() -> None:
    article = one(mail())
    assert (article.title, article.text, article.source) == ("لقاء في المرفأ", BODY, "صحيفة المرفأ")
    assert (article.published.date, article.published.how) == (dt.date(2022, 8, 24), "metadata")
    assert article.published.at == "2022-08-24T23:30:00+03:00"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
@pytest.mark.parametrize("stated", ["", "; charset=iso-8859-1", "; charset=nonsense", "; charset=us-ascii"])
def test_bodies_whose_charset_is_not_stated_or_wrong(encoding: str, stated: str) -> None:
    data = base64.encodebytes(BODY.encode(encoding))
    head = f"Content-Type: text/plain{stated}\r\nContent-Transfer-Encoding: base64"
    assert one(raw(head, data)).text == BODY


def test_bytes_as_they_are_and_a_charset_that_is_stated() -> None:
    head = "Content-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: 8bit"
    assert one(raw(head, BODY.encode("cp1256"))).text.split() == BODY.split()


def test_a_body_in_html_and_one_in_both() -> None:
    message = mail()
    message.set_content(PAGE, subtype="html")
    assert one(message).text.endswith(BODY)
    both = mail("اقرأ الرسالة في المتصفح")
    both.add_alternative(PAGE, subtype="html")
    assert one(both).text.endswith(BODY) and "المتصفح" not in one(both).text
    same = mail()
    same.add_alternative(PAGE, subtype="html")
    assert one(same).text == BODY


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("\n\n-- \nمكتب الأخبار\nلإلغاء الاشتراك: https://example.org/u", ""),
        ("\n\n--\n\nخبر ثان في الرسالة نفسها.", "\n\n--\n\nخبر ثان في الرسالة نفسها."),  # a rule between stories
        ("\n\n-- \n" + "سطر من خبر آخر.\n" * 30, "سطر من خبر آخر."),
    ],
)
def test_what_a_program_sets_below_a_message(below: str, kept: str) -> None:
    text = one(mail(BODY + below)).text
    assert text.startswith(BODY) and text.endswith(kept) and ("الاشتراك" not in text)


def test_lines_that_a_program_broke() -> None:
    long = "بحث الوزيران في العاصمة أمن الملاحة في البحر المتوسط وقالا إن الاتفاق على الجولة التالية قريب جدا."
    words = long.split()
    broken = " ".join(words[:12]) + "\r\n" + " ".join(words[12:])
    assert 55 < len(broken.splitlines()[0]) <= 80
    assert one(raw("Content-Type: text/plain; charset=utf-8", broken.encode())).text == long


def test_the_head_of_a_message_within_the_body_goes() -> None:
    head = "---------- Forwarded message ---------\nFrom: Reem <r@almarfa.example>\nDate: Mon, 2 Aug 2021\nSubject: x"
    read = one(mail(f"للعلم.\n\n{head}\nTo: <x@almarfa.example>\n\n{BODY}\n\nمن: القاعة إلى المرفأ"))
    assert read.text == f"للعلم.\n\nDate: Mon, 2 Aug 2021\n\n{BODY}\n\nمن: القاعة إلى المرفأ"
    assert read.published.date is None


@pytest.mark.parametrize("subject", ["Fwd: لقاء", "RE: FW: لقاء", "إعادة توجيه: لقاء", "رد: لقاء"])
def test_what_is_passed_on_does_not_know_its_day(subject: str) -> None:
    article = one(mail(Subject=subject))
    assert (article.title, article.source, article.published.date) == ("لقاء", None, None)


@pytest.mark.parametrize("line", ["---------- Forwarded message ---------", "-----Original Message-----"])
def test_a_message_within_the_body(line: str) -> None:
    assert one(mail(f"{line}\nFrom: x\n\n{BODY}")).published.date is None


@pytest.mark.parametrize("subject", ["عمان: لقاء الوزيرين", "Review: talks at sea"])
def test_a_colon_in_a_title_is_no_forward(subject: str) -> None:
    article = one(mail(Subject=subject))
    assert article.title == subject and article.published.date


@pytest.mark.parametrize("value", ["", "yesterday", "Wed, 24 Aug 2072222 10:00:00 +0300"])
def test_a_missing_or_broken_day(value: str) -> None:
    head = "".join(f"{name}: {text}\n" for name, text in HEAD.items() if name != "Date")
    date = f"Date: {value}\n" if value else ""
    assert one(f"{head}{date}Content-Type: text/plain; charset=utf-8\n\n{BODY}".encode()).published.date is None


@pytest.mark.parametrize(
    ("sender", "source"),
    [("news@almarfa.example", "almarfa.example"), ("Harbour Weekly <x@y.example>", "Harbour Weekly")],
)
def test_the_sender_is_the_source(sender: str, source: str) -> None:
    assert one(mail(From=sender)).source == source


def test_attached_articles_are_articles_of_their_own() -> None:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(BODY.split("\n\n")[0])
    document.save(out)
    message = mail("مرفق")
    message.add_attachment(out.getvalue(), maintype="application", subtype="octet-stream", filename="تقرير.docx")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="b.pdf")
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", filename="logo.gif")
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="c.zip")
    message.add_attachment(SAVED, maintype="multipart", subtype="related", filename="d.mhtml")
    message.add_attachment(b"{", maintype="application", subtype="msword", filename="e.doc")
    first, *others = outcomes(message)
    assert isinstance(first, Article) and first.origin == "a.eml: تقرير.docx" and first.published.date is None
    refusals = {item.origin: item.reason for item in others if isinstance(item, RejectedInput)}
    assert list(refusals) == ["a.eml: b.pdf", "a.eml: c.zip", "a.eml: e.doc"]
    assert refusals["a.eml: c.zip"] == "not opened from within a message"
    assert [item.origin for item in others if isinstance(item, Article)] == ["a.eml: d.mhtml"]


def test_attached_messages_are_articles_of_their_own() -> None:
    """Passed on as attachments, so with their day and sender; those within them too, to a depth."""
    message = mail("الأخيرة في السلسلة، وهي أعمقها.", Subject="0")
    for level in range(1, 6):
        outer = mail(f"{BODY} ({level})", Subject=str(level), Date=f"Wed, {level} Jun 2022 10:00:00 +0300")
        outer.add_attachment(message)
        message = outer
    found = outcomes(message)
    articles = [item for item in found if isinstance(item, Article)]
    assert [item.title for item in articles] == ["5", "4", "3", "2"]
    assert [item.published.date for item in articles] == [dt.date(2022, 6, day) for day in (5, 4, 3, 2)]
    assert articles[-1].origin == "a.eml: 4: 3: 2"
    (deepest,) = [item for item in found if isinstance(item, RejectedInput)]
    assert (deepest.origin, deepest.reason) == ("a.eml: 4: 3: 2: 1", "not opened from within a message")


def test_more_attachments_than_anybody_sends_are_told() -> None:
    message = mail("مرفق")
    for number in range(51):
        message.add_attachment(f"{BODY} {number}", filename="a.txt")
    *read, told = outcomes(message)
    assert len(read) == 50 and isinstance(told, RejectedInput) and "51 attachments" in told.reason


def test_a_message_attached_as_a_file() -> None:
    message = mail("مرفق")
    data = mail(Subject="من الملف").as_bytes()
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename="b.eml")
    (found,) = outcomes(message)
    assert isinstance(found, Article) and (found.title, found.origin) == ("من الملف", "a.eml: b.eml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"just a text without a head\n\nmore", "no header"),
        (b"\x00\x01\x02" * 50, "no header"),
        (b"Subject: x\n\n", "no text"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n", "no text"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nTUlNRQ==", "encrypted"),
        (b"Subject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA", "no text"),
        (
            b"Content-Type: multipart/mixed; boundary=a\n\n"
            + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3000,
            "",
        ),
    ],
)
def test_messages_that_are_refused(data: bytes, reason: str) -> None:
    (found,) = outcomes(data)
    assert isinstance(found, RejectedInput) and reason in found.reason and found.remedy


def test_a_page_as_a_browser_saves_it() -> None:
    """Saved by Chromium from a page in windows-1256: no charset on the part, Date is the day of saving."""
    for name in ("page.mhtml", "page.mht"):
        article = one(SAVED, name)
        assert article.title == "لقاء في المرفأ"
        assert article.url == "http://almarfa.example/news/5"
        assert article.published.at == "2022-08-24T10:30:00+03:00"
        assert article.text.startswith("بحث وزير الخارجية الأردني مع نظيره اليوناني في عمّان أمن")


def test_the_day_of_saving_is_no_publication() -> None:
    data = SAVED.replace(b"article:published_time", b"nothing")
    assert one(data, "page.mhtml").published.date is None


def saved_page(*parts: str, root: str = "") -> bytes:
    kind = f'multipart/related; type="text/html"; boundary="B"{root}'
    return f"Subject: s\nContent-Type: {kind}\n\n--B\n".encode() + "\n--B\n".join(parts).encode() + b"\n--B--\n"


def test_the_page_is_told_from_its_frames() -> None:
    frame = "Content-Type: text/html\nContent-ID: <f>\n\n<html><body><p>إعلان</p></body></html>"
    page = f"Content-Type: text/html; charset=utf-8\nContent-ID: <p>\nContent-Location: file:///C:/a.html\n\n{PAGE}"
    for data in (saved_page(page, frame), saved_page(frame, page, root='; start="<p>"'), saved_page(frame, page)):
        article = one(data, "a.mhtml")
        assert article.text.endswith(BODY) and article.url is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html></html>",
        saved_page("Content-Type: text/css\n\np{}"),
        saved_page("Content-Type: text/html\n\n"),
        SAVED[:700],
    ],
)
def test_saved_pages_that_are_refused(data: bytes) -> None:
    (found,) = outcomes(data, "a.mhtml")
    assert isinstance(found, RejectedInput) and found.remedy
