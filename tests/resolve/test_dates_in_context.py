"""Dates that other words of the text decide: days in quotations, the date told before, years side by side, events."""

from __future__ import annotations

import pytest

from dashboard import extract

Row = tuple[str, str | None, str | None]


def dates(text: str, published: str | None = "2024-05-07") -> list[Row]:
    return [(d["text"], d["from"], d["to"]) for d in extract(text, published=published).to_dict()["dates"]]


@pytest.mark.parametrize(("text", "day"), [
    # said on the day that stands before the quotation
    ('وقال للصحفيين الخميس: "اليوم نبدأ المفاوضات".', "2024-05-02"),
    ("وقال للصحفيين الخميس «سنبدأ غدا المفاوضات».", "2024-05-03"),
    ('وقال في 11 مارس 2007: "كنا أمس في العاصمة".', "2007-03-10"),
    # a year says no day
    ('وقال في خطاب عام 1962: "اليوم تولد أمتنا".', None),
    # nothing said before, said in another sentence or inside another quotation, or the quotation is over
    ('وقال الوزير: "اليوم نبدأ المفاوضات".', "2024-05-07"),
    ('وصل الوزير الخميس. وقال: "اليوم نبدأ المفاوضات".', "2024-05-07"),
    ('وأكد أنها دفعت "وفقا لعقد في 11 مارس 2007"، وأنه "استأنف أمس الحكم".', "2024-05-06"),
    ('وقال الخميس إن "الحرب انتهت"، ثم وصل اليوم إلى المدينة.', "2024-05-07"),
    # idioms
    ("وتغير عالم اليوم كثيرا في 2020.", "2020-01-01"),
])  # fmt: skip
def test_today_in_quotations(text: str, day: str | None) -> None:
    assert dates(text)[-1][1] == day


@pytest.mark.parametrize(("text", "days"), [
    ("وكان والدي في ذلك اليوم في المدينة.", [None]),
    ("وزاد الإنتاج في العام التالي.", [None]),
    ("ووصل الوفد في الشهر ذاته.", [None]),
    ("وقتل الأحد جندي، وفي اليوم التالي جرح آخر.", ["2024-05-05", "2024-05-06"]),
    ("وزار تونس في 2019. وفي العام التالي زار المغرب.", ["2019-01-01", "2020-01-01"]),
    ("سيغادر الأسبوع التالي.", ["2024-05-13"]),
    ("وعقد اللقاء في 3 مارس 2022، وبعدها بأربعة أيام وقع الاتفاق.", ["2022-03-03", "2022-03-07"]),
    # what is compared with is not what is told of
    ("وصعد في مارس، أعلى سعر منذ مايو 2017، بعدما هبط في الشهر السابق.", ["2024-03-01", "2017-05-01", "2024-02-01"]),
    ("وانتهى منذ عام 2003، وفي ذلك العام بدأت الحرب.", ["2003-01-01", "2003-01-01"]),
    # counted from an event without a date
    ("ووصل بعد أسبوع تقريبا على نشر التقرير.", [None]),
    ("وزارها قبل عشرة أيام تقريبا من الاقتراع.", [None]),
    ("وزارها قبل عشرة أيام تقريبا.", ["2024-04-27"]),
])  # fmt: skip
def test_counted_from_what_was_told(text: str, days: list[str | None]) -> None:
    assert [first for _, first, _ in dates(text)] == days


@pytest.mark.parametrize(("text", "rows"), [
    ("بين سنتي 1990 و1995 عاش هناك.", [("بين سنتي 1990 و1995", "1990-01-01", "1995-12-31")]),
    ("في عامي 2011 و2012 هاجر كثيرون.", [
        ("عامي 2011", "2011-01-01", "2011-12-31"), ("2012", "2012-01-01", "2012-12-31")]),
    ("زاد في أعوام 2013 و2014 و2015 كثيرا.", [
        ("أعوام 2013", "2013-01-01", "2013-12-31"), ("2014", "2014-01-01", "2014-12-31"),
        ("2015", "2015-01-01", "2015-12-31")]),
    ("نزح في عام 2011 و2012 شخصا آخر.", [("عام 2011", "2011-01-01", "2011-12-31")]),
    ("اتصل بالرقم 2021-555-12 للحجز.", []),
])  # fmt: skip
def test_years_side_by_side(text: str, rows: list[Row]) -> None:
    assert dates(text) == rows


@pytest.mark.parametrize(("text", "published", "row"), [
    ("يدفع الجميع بداية من العام المقبل.", "2024-05-07", ("2025-01-01", "2025-12-31", "after")),
    ("نزح الآلاف منذ مطلع العام.", "2024-02-10", ("2024-01-01", "2024-02-10", "after")),
    ("نزح الآلاف منذ مطلع العام.", "2024-05-07", ("2024-01-01", "2024-03-31", "after")),
    ("سيتم فتح المدارس يوم 4 سبتمبر.", "2024-05-07", ("2024-09-04", "2024-09-04", None)),
    ("نددت بالاقتراع الذي تنظمه جارتها في 3 ديسمبر.", "2024-10-07", ("2024-12-03", "2024-12-03", None)),
])  # fmt: skip
def test_directions(text: str, published: str, row: tuple[str | None, str | None, str | None]) -> None:
    (found,) = extract(text, published=published).to_dict()["dates"]
    assert (found["from"], found["to"], found["mod"]) == row
