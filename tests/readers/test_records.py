"""JSON, JSON Lines, CSV, TSV: fields under the names people use, and records refused one by one."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import Limits, Outcome, read_bytes, read_stream

TEXT = "وصل الوفد إلى العاصمة لإجراء محادثات."


def outcomes(name: str, content: str | bytes) -> list[Outcome]:
    return list(read_bytes(name, content.encode() if isinstance(content, str) else content))


def one(name: str, content: str) -> Article:
    (found,) = outcomes(name, content)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    "key", ["text", "body", "content", "article", "Article_Text", "fullText", "نص", "النص", "المحتوى", "نص الخبر"]
)
def test_the_text_under_its_usual_names(key: str) -> None:
    assert one("a.json", json.dumps({key: TEXT})).text == TEXT


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        ({"headline": "خبر"}, "title", "خبر"),
        ({"العنوان": "خبر"}, "title", "خبر"),
        ({"publisher": {"name": "صحيفة المرفأ"}}, "source", "صحيفة المرفأ"),
        ({"المصدر": "المرفأ"}, "source", "المرفأ"),
        ({"link": "https://example.org/a"}, "url", "https://example.org/a"),
        ({"author": [{"name": "سلمى"}, {"name": "هدى"}]}, "author", "سلمى, هدى"),
        ({"lang": "ar-SA"}, "language", "ar"),
        ({"language": "Arabic"}, "language", "ar"),
        ({"اللغة": "الإنجليزية"}, "language", "en"),
        ({"id": 17}, "id", "17"),
        ({"_id": {"$oid": "5f"}}, "id", "5f"),
        ({"author": "nan"}, "author", None),
    ],
)
def test_the_other_fields(record: dict[str, object], field: str, expected: object) -> None:
    assert getattr(one("a.json", json.dumps({"text": TEXT, **record})), field) == expected


@pytest.mark.parametrize(
    ("value", "day", "at"),
    [
        ("2022-03-07", "2022-03-07", None),
        ("2022-03-07T23:45:00-05:00", "2022-03-07", "2022-03-07T23:45:00-05:00"),
        ("2022-03-07T01:10Z", "2022-03-07", "2022-03-07T01:10+00:00"),
        ("2022-03-07 00:00:00", "2022-03-07", None),
        ("Mon, 07 Mar 2022 22:15:00 +0300", "2022-03-07", "2022-03-07T22:15:00+03:00"),
        ("07/03/2022", "2022-03-07", None),
        ("03/27/2022", "2022-03-27", None),
        ("7 آذار/مارس 2022", "2022-03-07", None),
        ("٧ مارس ٢٠٢٢", "2022-03-07", None),
        ("الاثنين 7 مارس 2022 - 10:15", "2022-03-07", "2022-03-07T10:15"),
        ("March 7, 2022 4:05 PM", "2022-03-07", "2022-03-07T16:05"),
        (20220307, "2022-03-07", None),
        (1646611200, "2022-03-07", "2022-03-07T00:00:00+00:00"),
        (1646611200000, "2022-03-07", "2022-03-07T00:00:00+00:00"),
    ],
)
def test_a_given_day_is_kept_as_written(value: object, day: str, at: str | None) -> None:
    published = one("a.json", json.dumps({"text": TEXT, "pubDate": value})).published
    assert (published.date, published.how, published.at) == (dt.date.fromisoformat(day), "given", at)
    assert published.evidence


@pytest.mark.parametrize(
    "value", ["مارس 2022", "2022", "2022-03", "1443/08/04", "31/02/2022", "أمس", "soon", 7, True, {"x": 1}]
)
def test_what_is_no_full_day_is_no_date(value: object) -> None:
    article = one("a.json", json.dumps({"text": TEXT, "date": value}))
    assert article.published.date is None
    assert article.published.how == "unknown"


def test_an_unreadable_day_is_named() -> None:
    assert "soon" in (one("a.json", json.dumps({"text": TEXT, "date": "soon"})).published.evidence or "")


def test_markup_in_a_field_is_opened() -> None:
    text = one(
        "a.json",
        json.dumps({"content": {"rendered": "<p>فقرة <b>أولى</b>.</p><script>x()</script><p>فقرة ثانية.</p>"}}),
    ).text
    assert text.split() == ["فقرة", "أولى.", "فقرة", "ثانية."]
    assert "\n" in text


def test_a_less_than_sign_is_no_markup() -> None:
    text = "بلغت النسبة 3 < 5 في المئة ثم 7 > 2 بعد ذلك"
    assert one("a.json", json.dumps({"text": text})).text == text


@pytest.mark.parametrize("wrapper", ["articles", "data", "results", "المقالات"])
def test_a_wrapped_list(wrapper: str) -> None:
    found = outcomes("a.json", json.dumps({"count": 2, wrapper: [{"text": TEXT}, {"body": TEXT}]}))
    assert [type(item) for item in found] == [Article, Article]


def test_a_bad_line_does_not_stop_the_others() -> None:
    lines = [json.dumps({"text": TEXT}), '{"text": "نصف', "", json.dumps({"title": "بلا نص"}), json.dumps({"نص": TEXT})]
    found = outcomes("box.jsonl", "\n".join(lines))
    assert [type(item) for item in found] == [Article, RejectedInput, RejectedInput, Article]
    broken, empty = found[1], found[2]
    assert isinstance(broken, RejectedInput) and isinstance(empty, RejectedInput)
    assert broken.origin == "box.jsonl: record 2" and "broken JSON" in broken.reason
    assert empty.origin == "box.jsonl: record 4" and "title" in empty.reason and "نص" in empty.remedy


def test_json_lines_under_the_name_of_json_and_the_reverse() -> None:
    assert len(outcomes("a.json", f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n')) == 2
    assert len(outcomes("a.jsonl", json.dumps([{"text": TEXT}, {"text": TEXT}], indent=1))) == 2


@pytest.mark.parametrize(
    "content", ["[" * 100_000, '{"a":' * 5000 + "1" + "}" * 5000, "{", "[]", "3", '"\\ud800"', "null", "9" * 5000]
)
def test_hostile_json_is_refused(content: str) -> None:
    found = outcomes("a.json", content)
    assert found and all(isinstance(item, RejectedInput) for item in found)


def test_brackets_in_a_text_are_no_nesting() -> None:
    assert one("a.json", json.dumps({"text": TEXT + " [" * 2000})).text.startswith(TEXT)


def test_lone_surrogates_go_and_pairs_are_joined() -> None:
    assert one("a.json", '{"text": "بدأت \\ud83d\\ude00 المحادثات \\udc00 اليوم"}').text == "بدأت 😀 المحادثات  اليوم"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables_with_every_usual_separator(delimiter: str) -> None:
    content = (
        f'id{delimiter}نص{delimiter}التاريخ\n7{delimiter}"قال: نعم، ثم لا; ثم ""ربما"" في اليوم"{delimiter}07/03/2022\n'
    )
    article = one("a.csv", content)
    assert article.text == 'قال: نعم، ثم لا; ثم "ربما" في اليوم'
    assert (article.id, article.published.date) == ("7", dt.date(2022, 3, 7))


def test_line_breaks_inside_a_cell_and_a_row_without_text() -> None:
    found = outcomes("a.csv", f'text,date\n"{TEXT}\n\nفقرة ثانية",2022-03-07\n,2022-03-08\n"{TEXT}",\n')
    assert [type(item) for item in found] == [Article, RejectedInput, Article]
    assert isinstance(found[1], RejectedInput) and found[1].origin == "a.csv: row 3"


FINE = f'"{TEXT}",2022-03-07\n'


@pytest.mark.parametrize(
    ("rows", "kept", "first", "last"),
    [
        (FINE + f'"{TEXT},2022-03-07\n' + f"{TEXT},2022-03-08\n" * 3, 1, 3, 6),  # up to the file's end
        (FINE + f'"{TEXT},2022-03-07', 1, 3, 3),
        (FINE + f'"{TEXT}\n\nفقرة,2022-03-07\n' + FINE * 2, 2, 3, 6),  # up to the mark that opens the next row
        (f'"{TEXT},2022-03-07\n' + f"{TEXT},2022-03-08\n" * 2 + f'"{TEXT}",\n' + FINE, 1, 2, 5),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_told(rows: str, kept: int, first: int, last: int) -> None:
    """It swallows the rows up to the next mark, and nobody would miss them: those before and after are kept."""
    found = outcomes("a.csv", f"text,date\n{rows}")
    (told,) = (item for item in found if isinstance(item, RejectedInput))
    assert len(found) == kept + 1 and told.remedy and told.origin.startswith("a.csv: row ")
    assert f"opens in line {first} " in told.reason and f"up to line {last} " in told.reason


def test_marks_within_a_cell_and_paragraphs_are_no_such_mark() -> None:
    rows = f'"{TEXT} "قمة" اليوم",2022\n"{TEXT}\n\nقال: ""نعم""\n""لا"", ثم مضى",2022\n{TEXT} "قمة",2022\n'
    rows += f'"{TEXT}\n\nوفي "قمة" اليوم",2022'
    assert [type(item) for item in outcomes("a.csv", f"text,date\n{rows}")] == [Article] * 4


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a,b\n1,2\n", "no column of text"),
        ("text\n", "no rows"),
        ("", "empty"),
        ('"text,date\na,b\n', "opens in line 1 "),
    ],
)
def test_tables_without_articles(content: str, reason: str) -> None:
    (found,) = outcomes("a.csv", content)
    assert isinstance(found, RejectedInput) and reason in found.reason and found.remedy


def test_a_pile_of_articles_as_one_text() -> None:
    """Nobody's article is a book, and extracting one would take gigabytes: the others go on."""
    rows = f"text\n{'بحث الوزيران أمن الملاحة. ' * 100_000}\nأعلنت وزارة النقل فتح الخط الجديد.\n"
    long, short = outcomes("a.csv", rows)
    assert isinstance(long, RejectedInput) and "no single article" in long.reason and "row 2" in long.origin
    assert isinstance(short, Article)


def test_too_little_text() -> None:
    (found,) = outcomes("a.json", '{"text": "نعم"}')
    assert isinstance(found, RejectedInput) and "too little text" in found.reason


def test_a_stream_is_read_line_by_line() -> None:
    stream = io.BytesIO(
        b"\n".join([json.dumps({"text": TEXT}).encode(), b"{", b"", json.dumps({"text": TEXT}).encode()])
    )
    found = list(read_stream(stream, "-", Limits()))
    assert [type(item) for item in found] == [Article, RejectedInput, Article]
    assert isinstance(found[1], RejectedInput) and found[1].origin == "-: record 2"
    (nothing,) = read_stream(io.BytesIO(b""), "-", Limits())
    assert isinstance(nothing, RejectedInput)
