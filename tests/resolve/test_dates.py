"""Which days an expression means, seen from an article's day of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clean.document import analyse
from dashboard.extractors import dates
from dashboard.lexicon import load
from dashboard.model import DateMention, Flag
from dashboard.resolve import dates as resolving
from dashboard.resolve.dates import calendars

TUESDAY = dt.date(2021, 8, 24)


def resolve(text: str, published: dt.date | None = TUESDAY, language: str = "ar",
            country: str | None = None) -> tuple[list[DateMention], list[Flag]]:  # fmt: skip
    doc = analyse(text, language=language)
    return resolving.resolve([(doc, dates.find(doc, load()))], published, load(), country)


def days(text: str, published: dt.date | None = TUESDAY, language: str = "ar") -> list[tuple[str | None, str | None]]:
    return [(date.from_day, date.to_day) for date in resolve(text, published, language)[0]]


# text, published, from, to
VALUES = [
    ("في 24 أغسطس 2021", "2021-09-01", "2021-08-24", "2021-08-24"),
    ("2021/8/24", "2021-09-01", "2021-08-24", "2021-08-24"),
    ("24-8-2021", "2021-09-01", "2021-08-24", "2021-08-24"),
    ("أكتوبر 2020", "2021-08-24", "2020-10-01", "2020-10-31"),
    ("سبتمبر/أيلول المقبل", "2021-08-24", "2021-09-01", "2021-09-30"),
    ("سبتمبر المقبل", "2021-09-10", "2022-09-01", "2022-09-30"),
    ("أغسطس الماضي", "2021-08-24", "2020-08-01", "2020-08-31"),
    ("أغسطس الجاري", "2021-08-24", "2021-08-01", "2021-08-31"),
    ("مارس الجاري", "2021-08-24", None, None),
    ("15 من الشهر الجاري", "2021-08-24", "2021-08-15", "2021-08-15"),
    ("25 الجاري", "2021-08-24", "2021-08-25", "2021-08-25"),
    ("وقع في 15 أكتوبر", "2021-08-24", "2020-10-15", "2020-10-15"),
    ("ستعقد القمة في 15 أكتوبر", "2021-08-24", "2021-10-15", "2021-10-15"),
    ("جرت في مارس", "2021-08-24", "2021-03-01", "2021-03-31"),
    ("ستجري في مارس", "2021-08-24", "2022-03-01", "2022-03-31"),
    ("عام 2015", "2021-08-24", "2015-01-01", "2015-12-31"),
    ("عام ألفين وعشرين", "2021-08-24", "2020-01-01", "2020-12-31"),
    ("16 محرم 1443 هـ", "2021-08-24", "2021-08-24", "2021-08-24"),
    ("شهر رمضان 1442", "2021-08-24", "2021-04-13", "2021-05-12"),
    ("عام 1442", "2021-08-24", "2020-08-20", "2021-08-08"),
    ("1442/9/1 هـ", "2021-08-24", "2021-04-13", "2021-04-13"),
    ("أمس", "2021-08-24", "2021-08-23", "2021-08-23"),
    ("أول من أمس", "2021-08-24", "2021-08-22", "2021-08-22"),
    ("بعد غد", "2021-08-24", "2021-08-26", "2021-08-26"),
    ("الأسبوع الماضي", "2021-08-24", "2021-08-16", "2021-08-22"),
    ("الأسبوع الماضي", "2021-08-22", "2021-08-15", "2021-08-21"),  # a Sunday: the week just ended
    ("هذا الأسبوع", "2021-08-22", "2021-08-22", "2021-08-28"),
    ("الشهر المقبل", "2021-08-31", "2021-09-01", "2021-09-30"),
    ("العام الماضي", "2021-08-24", "2020-01-01", "2020-12-31"),
    ("العقدين الماضيين", "2021-08-24", "2000-01-01", "2019-12-31"),
    ("الأيام الثلاثة الماضية", "2021-08-24", "2021-08-21", "2021-08-23"),
    ("قبل ثلاثة أيام", "2021-08-24", "2021-08-21", "2021-08-21"),
    ("بعد أسبوعين", "2021-08-24", "2021-09-07", "2021-09-07"),
    ("قبل شهرين", "2021-08-31", "2021-06-01", "2021-06-30"),
    ("بعد يومين من الانتخابات", "2021-08-24", None, None),
    ("قال الاثنين", "2021-08-24", "2021-08-23", "2021-08-23"),
    ("قال الثلاثاء", "2021-08-24", "2021-08-24", "2021-08-24"),
    ("ستعقد الخميس", "2021-08-24", "2021-08-26", "2021-08-26"),
    ("المقرر عقدها الاثنين", "2021-08-24", "2021-08-30", "2021-08-30"),
    ("وكان من المقرر أن تعقد الأحد", "2021-08-24", "2021-08-22", "2021-08-22"),
    ("الثلاثاء الماضي", "2021-08-24", "2021-08-17", "2021-08-17"),
    ("الثلاثاء المقبل", "2021-08-24", "2021-08-31", "2021-08-31"),
    ("ليل السبت-الأحد", "2021-08-24", "2021-08-21", "2021-08-22"),
    ("أواخر العام الحالي", "2021-08-24", "2021-10-01", "2021-12-31"),
    ("منتصف العام المقبل", "2021-08-24", "2022-05-01", "2022-08-31"),
    ("مطلع العام المقبل", "2021-08-24", "2022-01-01", "2022-03-31"),
    ("أوائل الشهر المقبل", "2021-08-24", "2021-09-01", "2021-09-10"),
    ("منتصف سبتمبر المقبل", "2021-08-24", "2021-09-11", "2021-09-20"),
    ("أواخر فبراير 2020", "2021-08-24", "2020-02-21", "2020-02-29"),
    ("أواخر رمضان 1443", "2021-08-24", "2022-04-22", "2022-05-01"),
    ("من 27 إلى 30 ديسمبر 2019", "2021-08-24", "2019-12-27", "2019-12-30"),
    ("27 ديسمبر 2019 - 2 يناير 2020", "2021-08-24", "2019-12-27", "2020-01-02"),
    ("من 27 ديسمبر إلى 2 يناير 2020", "2021-08-24", "2019-12-27", "2020-01-02"),
    ("من 2 يناير إلى 27 ديسمبر 2020", "2021-08-24", "2020-01-02", "2020-12-27"),
    ("من نوفمبر إلى فبراير 2020", "2021-08-24", "2019-11-01", "2020-02-29"),
    ("بين مطلع ديسمبر ومنتصف يناير 2020", "2021-08-24", "2019-12-01", "2020-01-20"),
    # a cue of the future far off, or of whoever reports, does not make yesterday next year's
    ("تمكن الحرس يوم 23 أغسطس من إيقاف رجل بصدد العبور", "2021-08-24", "2021-08-23", "2021-08-23"),
    ("تنظم النقابة إضرابا يوم 1 سبتمبر، وفق ما أعلنت", "2021-08-24", "2021-09-01", "2021-09-01"),
    ("حددت جلسة قادمة يوم 4 يناير", "2021-08-24", "2022-01-04", "2022-01-04"),
    ("حددت جلسة يوم 4 يناير", "2021-08-24", "2021-01-04", "2021-01-04"),
    ("بين 2014 و2018", "2021-08-24", "2014-01-01", "2018-12-31"),
    ("منذ 2015 حتى 2018", "2021-08-24", "2015-01-01", "2018-12-31"),
    ("منذ 2015", "2021-08-24", "2015-01-01", "2015-12-31"),
    ("عام 2015 فصاعدا", "2021-08-24", "2015-01-01", None),
    ("الربع الأخير من عام 2021", "2021-08-24", "2021-10-01", "2021-12-31"),
    ("النصف الأول من العام المقبل", "2021-08-24", "2022-01-01", "2022-06-30"),
    ("التسعينات", "2021-08-24", "1990-01-01", "1999-12-31"),
    ("القرن التاسع عشر", "2021-08-24", "1800-01-01", "1899-12-31"),
    ("صيف 2019", "2021-08-24", "2019-06-01", "2019-08-31"),
    ("الشتاء المقبل", "2021-08-24", "2021-12-01", "2022-02-28"),
    ("عطلة نهاية الأسبوع الماضي", "2021-08-24", "2021-08-20", "2021-08-21"),
    ("عيد الأضحى 2013", "2021-08-24", "2013-10-15", "2013-10-15"),
    ("عيد الفصح 2021", "2021-08-24", "2021-04-04", "2021-04-04"),
    ("لمدة ثلاثة أيام", "2021-08-24", None, None),
    ("كل يوم اثنين", "2021-08-24", None, None),
    ("خلال 48 ساعة", "2021-08-24", None, None),
    ("أمهله لمغادرة البلاد خلال 48 ساعة", "2021-08-24", "2021-08-24", "2021-08-26"),
    ("هجمات 11 سبتمبر", "2021-08-24", "2001-09-11", "2001-09-11"),
    ("آخر ثلاثاء من مارس 2014", "2021-08-24", "2014-03-25", "2014-03-25"),
    ("في وقت مبكر من العام المقبل", "2021-08-24", "2022-01-01", "2022-03-31"),
    ("في وقت لاحق من هذا الشهر", "2021-08-24", "2021-08-24", "2021-08-31"),
    ("نهاية هذا الأسبوع", "2021-08-24", "2021-08-27", "2021-08-28"),
    ("من المقرر أن يصل الوفد إلى موسكو الخميس", "2021-08-24", "2021-08-26", "2021-08-26"),
    ("حتى الجمعة", "2021-08-24", "2021-08-27", "2021-08-27"),
    ("غرة رمضان 1440", "2021-08-24", "2019-05-06", "2019-05-06"),
    ("15 - 9 - 1439 هـ", "2021-08-24", "2018-05-30", "2018-05-30"),
    ("الفترة العثمانية", "2021-08-24", None, None),
    ("الأيام العشرة الأولى من يوليو المقبل", "2021-08-24", "2022-07-01", "2022-07-10"),
    ("سيعقد القمة يومي 11 و12 يوليو", "2021-02-20", "2021-07-11", "2021-07-12"),
    ("ستعقد أيام 11 و12 و13 يوليو", "2021-02-20", "2021-07-11", "2021-07-13"),
    ("قمة في 27 نيسان/أبريل", "2021-01-20", "2021-04-27", "2021-04-27"),
    ("تنتهي المهلة في الرابع من تشرين الثاني/نوفمبر", "2021-08-24", "2021-11-04", "2021-11-04"),
    ("تسلمت مساء الجمعة 13 من مواطنيها", "2021-08-24", "2021-08-20", "2021-08-20"),
    ("ضع الحفل ليوم الثلاثاء الحادي والثلاثين", "2017-10-15", "2017-10-31", "2017-10-31"),
    ("تصويت يوم الأحد الذي قد تؤدي نتائجه", "2021-08-21", "2021-08-22", "2021-08-22"),
    ("الثلث الأخير من شهر أيار المقبل", "2021-02-20", "2021-05-21", "2021-05-31"),
    ("في وقت لاحق من الشهر", "2021-08-24", "2021-08-24", "2021-08-31"),
    ("اللقاء الذي كان من المقرر أن يجري في 9 سبتمبر", "2021-08-24", "2021-09-09", "2021-09-09"),
    ("اللقاء الذي جرى في 9 سبتمبر", "2021-08-24", "2020-09-09", "2020-09-09"),
    ("إذا قرر المجلس بحلول 9 سبتمبر", "2021-08-24", "2021-09-09", "2021-09-09"),
    ("استمر القتال حتى مارس", "2021-08-24", "2021-03-01", "2021-03-31"),
    ("تم إقرار تخفيض بمناسبة عيد الأضحى", "2021-07-01", "2021-07-20", "2021-07-20"),
    ("الأسابيع الثلاثة الأولى من يوليو", "2021-08-24", "2021-07-01", "2021-07-21"),
    ("قبل بداية العام الدراسي 2015/2016", "2015-07-31", None, None),
    ("أي قبل عام ونصف العام على الموعد المحدد", "2021-08-24", None, None),
    ("الأسبوع قبل الماضي", "2021-08-24", "2021-08-09", "2021-08-15"),
    ("الثلاثاء قبل الماضي", "2021-08-24", "2021-08-10", "2021-08-10"),
    ("الجمعة بعد المقبلة", "2021-08-24", "2021-09-03", "2021-09-03"),
    ("من أول يناير إلى نهاية مارس 2020", "2021-08-24", "2020-01-01", "2020-03-31"),
    ("جرى من منتصف نوفمبر إلى أوائل فبراير", "2021-08-24", "2020-11-11", "2021-02-10"),
    ("في الفترة من 5 وحتى 9 من الشهر الجاري", "2021-08-24", "2021-08-05", "2021-08-09"),
    ("ثالث أيام عيد الأضحى", "2021-08-24", "2021-07-22", "2021-07-22"),
    ("العام الهجري 1443", "2021-08-24", "2021-08-09", "2022-07-29"),
    ("السنة الإيرانية 1400", "2021-08-24", "2021-03-21", "2022-03-20"),
    ("القرن الثالث الهجري", "2021-08-24", None, None),
    ("في الواحد والثلاثين من يوليو", "2021-08-24", "2021-07-31", "2021-07-31"),
    ("قال إن العطل طرأ هذا الصيف", "2021-05-10", "2021-06-01", "2021-08-31"),
    ("قال إن العطل طرأ هذا الصيف", "2021-10-10", "2021-06-01", "2021-08-31"),
    ("ارتفع النفط في عقد تسليم نوفمبر", "2021-08-24", "2021-11-01", "2021-11-30"),
    ("اتفقا على عقد جولة ثانية في 31 أغسطس", "2021-08-24", "2021-08-31", "2021-08-31"),
    ("عقد الوزير لقاء في 31 أغسطس", "2021-08-24", "2020-08-31", "2020-08-31"),
    ("تراجع السعر على مدى العام المنقضي", "2021-08-24", "2020-01-01", "2020-12-31"),
    ("في الأشهر الثلاثة الأولى من العام", "2021-08-24", "2021-01-01", "2021-03-31"),
    ("وصل الوفد، وبعد عامين غادر", "2021-08-24", None, None),
    ("وبعد عامين ستصل البعثة", "2021-08-24", "2023-01-01", "2023-12-31"),
    ("عاد بعد 22 عاما قضاها في الخارج", "2021-08-24", None, None),
    ("سجل هدفا بعد دقيقتين", "2021-08-24", None, None),
    ("خلال السبعة أشهر الأولى من سنة 2016", "2016-08-12", "2016-01-01", "2016-07-31"),
    ("الثلاثي الأخير من سنة 2016", "2016-08-12", "2016-10-01", "2016-12-31"),
    ("قبل شهر واحد", "2018-02-24", "2018-01-01", "2018-01-31"),
    ("خلال العام المالي المقبل", "2018-02-24", None, None),
    ("من 27-29 من الشهر الثامن", "2016-10-12", "2016-08-27", "2016-08-29"),
    ("بعد عيد الفطر", "2024-03-06", "2024-04-10", "2024-04-10"),
    ("تعتزم إجراء تمرين قبالة المدينة في المحيط الهندي، في أواخر الربيع", "2021-08-24", "2022-05-01", "2022-05-31"),
]


@pytest.mark.parametrize(("text", "published", "first", "last"), VALUES)
def test_arabic_values(text: str, published: str, first: str | None, last: str | None) -> None:
    assert days(text, dt.date.fromisoformat(published)) == [(first, last)]


ENGLISH = [
    ("He left last night", ("2021-08-23", "2021-08-23")),
    ("the week of March 4, 2024", ("2024-03-04", "2024-03-10")),
    ("two and a half years ago", ("2019-01-01", "2019-12-31")),
    ("earlier this month", ("2021-08-01", "2021-08-24")),
    ("since October", ("2020-10-01", "2020-10-31")),
    ("They will meet the party that has ruled since October", ("2020-10-01", "2020-10-31")),
    ("the first time in five years", (None, None)),
    ("They will return in five years", ("2026-01-01", "2026-12-31")),
    ("the past three years", ("2018-08-24", "2021-08-24")),
    ("late 2021", ("2021-10-01", "2021-12-31")),
    ("on March 10 of this year", ("2021-03-10", "2021-03-10")),
    ("on 10 March last year", ("2020-03-10", "2020-03-10")),
    ("last Tuesday", ("2021-08-17", "2021-08-17")),
    ("two weeks ago", ("2021-08-10", "2021-08-10")),
    ("the 1990s", ("1990-01-01", "1999-12-31")),
    ("will meet on Monday", ("2021-08-30", "2021-08-30")),
    ("met on Monday", ("2021-08-23", "2021-08-23")),
    ("Q3 2021", ("2021-07-01", "2021-09-30")),
    ("December 27 to 30, 2019", ("2019-12-27", "2019-12-30")),
    ("3/4/2021", (None, None)),
    ("13/4/2021", ("2021-04-13", "2021-04-13")),
    ("would conduct joint patrols on the Amazon River in the second half of May", ("2022-05-16", "2022-05-31")),
    ("later this month", ("2021-08-24", "2021-08-31")),
    ("between mid-May and early June 2020", ("2020-05-11", "2020-06-10")),
    ("between Monday and Wednesday last week", ("2021-08-16", "2021-08-18")),
]


@pytest.mark.parametrize(("text", "span"), ENGLISH)
def test_english_values(text: str, span: tuple[str | None, str | None]) -> None:
    assert days(text, language="en") == [span]


def test_day_and_month_in_digits_follow_the_source() -> None:
    assert resolve("3/4/2021", language="en", country="USA")[0][0].from_day == "2021-03-04"
    assert resolve("3/4/2021", language="en", country="GBR")[0][0].from_day == "2021-04-03"


@pytest.mark.parametrize(("text", "span"), [
    ("۲ شهریور ۱۴۰۰", ("2021-08-24", "2021-08-24")),
    ("سال ۱۴۰۰", ("2021-03-21", "2022-03-20")),
    ("سال گذشته", ("2020-03-20", "2021-03-20")),
    ("۱۴۰۰/۰۶/۰۲", ("2021-08-24", "2021-08-24")),
])  # fmt: skip
def test_persian_values(text: str, span: tuple[str, str]) -> None:
    assert days(text, language="fa") == [span]


def test_alternatives_share_a_number() -> None:
    found, _ = resolve("أواخر العام الحالي أو أوائل العام المقبل، ثم السبت أو الأحد")
    assert [date.alternative for date in found] == [1, 1, 2, 2]


def test_one_moment_on_two_clocks() -> None:
    found, _ = resolve("انطلق الصاروخ عند الساعة 05,55 بالتوقيت المحلي (20,55 بتوقيت غرينتش) أمس")
    local, universal = found[0], found[1]
    assert (local.at, local.tz) == ("2021-08-23T05:55", "local")
    assert (universal.at, universal.tz) == ("2021-08-22T20:55", "+00:00")
    assert local.alternative == universal.alternative == 1
    assert local.kind == "time"


@pytest.mark.parametrize(("text", "language", "moments"), [
    ("رصدت عند الساعة 07,40 بالتوقيت المحلي (22,40 ت غ الاثنين)", "ar", ["2021-08-24T07:40", "2021-08-23T22:40"]),
    ("عند الساعة 21,45 بتوقيت الخرطوم (19,45 ت غ)، قال", "ar", ["2021-08-24T21:45", "2021-08-24T19:45"]),
    ("الساعة 21:00 ت غ (منتصف الليل بالتوقيت المحلي)", "ar", ["2021-08-24T21:00", "2021-08-25T00:00"]),
    ("It failed at 5:40 am Beijing time on Tuesday (2140 GMT Monday)", "en", ["2021-08-24T05:40", "2021-08-23T21:40"]),
    ("It was hit at 6 p.m. local time (1500 GMT) on Monday", "en", ["2021-08-23T18:00", "2021-08-23T15:00"]),
])  # fmt: skip
def test_the_day_of_either_clock(text: str, language: str, moments: list[str]) -> None:
    found, _ = resolve(text, language=language)
    assert [date.at for date in found] == moments
    assert found[0].alternative == found[1].alternative == 1


@pytest.mark.parametrize(("text", "language"), [
    ("أواخر مارس، أو في أوائل أبريل", "ar"),
    ("إما في أواخر مايو وإما في أوائل يونيو", "ar"),
    ("في أواخر الربيع أو خلال الصيف", "ar"),
    ("في الربيع أو الخريف", "ar"),
    ("أوائل العام المقبل أو قبل نهاية العام الجاري", "ar"),
    ("منتصف الشهر المقبل أو أواخره", "ar"),
    ("in late March, or early April at the latest", "en"),
    ("in spring or autumn", "en"),
    ("for April or, at the latest, June", "en"),
])  # fmt: skip
def test_two_times_of_which_one_is_meant(text: str, language: str) -> None:
    assert [date.alternative for date in resolve(text, language=language)[0]] == [1, 1]


@pytest.mark.parametrize(("text", "spans"), [
    ("يقام المعرض ربيع العام المقبل أو خريفه",
     [("ربيع العام المقبل", "2022-03-01", "2022-05-31"), ("خريفه", "2022-09-01", "2022-11-30")]),
    ("تنطلق الدورة منتصف العام المقبل أو في شتائه",
     [("منتصف العام المقبل", "2022-05-01", "2022-08-31"), ("شتائه", "2022-12-01", "2023-02-28")]),
    ("يسلم الجسر في الربع الأول من العام المقبل أو الربع الثاني منه",
     [("الربع الأول من العام المقبل", "2022-01-01", "2022-03-31"), ("الربع الثاني منه", "2022-04-01", "2022-06-30")]),
    ("يسلم الجسر في النصف الأول من 2023 أو الثاني منه",
     [("النصف الأول من 2023", "2023-01-01", "2023-06-30"), ("الثاني منه", "2023-07-01", "2023-12-31")]),
    ("يفتتح في الربع الثاني أو الثالث من العام المقبل",
     [("الربع الثاني", "2022-04-01", "2022-06-30"), ("الثالث من العام المقبل", "2022-07-01", "2022-09-30")]),
    # not of it: nothing says of what it is the summer, or it is no alternative
    ("قضى في القرية صيفه كله", []),
    ("ربيع العام المقبل وصيفه", [("ربيع العام المقبل", "2022-03-01", "2022-05-31")]),
])  # fmt: skip
def test_another_part_of_what_has_just_been_named(text: str, spans: list[tuple[str, str, str]]) -> None:
    assert [(text[d.start : d.end], d.from_day, d.to_day) for d in resolve(text)[0]] == spans


@pytest.mark.parametrize(("text", "language", "mod"), [
    ("it would lift tariffs from Saturday", "en", "after"),
    ("as of 1 May", "en", "after"),
    ("Prices rose up from Saturday", "en", None),
    ("بعد ظهر الاثنين", "ar", None),
    ("بعد الاثنين", "ar", "after"),
])  # fmt: skip
def test_open_ends(text: str, language: str, mod: str | None) -> None:
    assert [date.mod for date in resolve(text, language=language)[0]] == [mod]


@pytest.mark.parametrize(("text", "edtf", "mod", "kind", "precision"), [
    ("24 أغسطس 2021", "2021-08-24", None, "date", "day"),
    ("أكتوبر 2020", "2020-10", None, "date", "month"),
    ("أواخر 2021", "2021-10/2021-12", "end", "date", "year"),
    ("منذ 2015", "2015", "after", "date", "year"),
    ("عام 2015 فصاعدا", "2015/..", "after", "date", "year"),
    ("الأيام المقبلة", "2021-08-24/..", None, "interval", "day"),
    ("التسعينات", "199X", None, "date", "decade"),
    ("صيف 2019", "2019-22", None, "date", "season"),
    ("لمدة ثلاثة أيام", None, None, "duration", "day"),
    ("يوميا", None, None, "recurring", "day"),
    ("حوالي عام 2015", "2015~", "approx", "date", "year"),
])  # fmt: skip
def test_how_a_span_is_described(text: str, edtf: str | None, mod: str | None, kind: str, precision: str) -> None:
    date = resolve(text)[0][0]
    assert (date.edtf, date.mod, date.kind, date.precision) == (edtf, mod, kind, precision)


def test_part_of_the_day_and_previous_date() -> None:
    found, _ = resolve("وقع في 3 مايو 2019 فجرا، وفي اليوم نفسه عاد، وفي اليوم التالي غادر")
    assert [(d.from_day, d.basis, d.part) for d in found] == [
        ("2019-05-03", "absolute", "dawn"), ("2019-05-03", "previous", None), ("2019-05-04", "previous", None),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), [
    ("الأربعاء 24 أغسطس 2021", ["weekday-date"]),
    ("الثلاثاء 24 أغسطس 2021", []),
    ("الأربعاء 24 أغسطس", ["weekday-date"]),
    ("غد الثلاثاء", ["relative-conflict"]),
    ("أمس الاثنين", []),
    ("24 أغسطس 2021 الموافق 17 محرم 1443 هـ", []),  # a day's difference is the moon's
    ("24 أغسطس 2021 الموافق 20 محرم 1443 هـ", ["calendar-mismatch"]),
    ("من 30 ديسمبر 2019 إلى 27 ديسمبر 2019", ["date-order"]),
    ("من 25 إلى 17 مارس الجاري", ["date-order"]),  # of whichever March
    ("من 17 إلى 25 مارس الجاري", []),
    ("ستقام بين 25 و17 ديسمبر", ["date-order"]),
    ("ستقام بين 25 ديسمبر و17 يناير", []),
])  # fmt: skip
def test_flags(text: str, kinds: list[str]) -> None:
    assert [flag.kind for flag in resolve(text)[1]] == kinds


@pytest.mark.parametrize(("text", "day"), [
    ("غد الثلاثاء", "2021-08-24"),  # a paper dated a day later than it was written
    ("أمس الأحد", "2021-08-22"),
    ("أمس الثلاثاء", "2021-08-24"),  # an address dated by another clock
    ("أمس الأربعاء", "2021-08-23"),  # not the day after publication: what is past is not to come
    ("غد الاثنين", "2021-08-25"),
    ("اليوم الخميس", "2021-08-26"),
])  # fmt: skip
def test_the_weekday_wins_over_the_adverb_on_its_side_of_publication(text: str, day: str) -> None:
    found, flags = resolve(text)  # published on Tuesday, 24 August 2021
    assert [(date.from_day, date.to_day) for date in found] == [(day, day)]
    assert [flag.kind for flag in flags] == ["relative-conflict"]


def test_without_a_publication_date_relative_dates_stay_open() -> None:
    found, flags = resolve("قال أمس الاثنين إن القمة ستعقد في سبتمبر المقبل بعد اتفاق 24 أغسطس 2020", None)
    assert [date.from_day for date in found] == [None, None, "2020-08-24"]
    assert [flag.kind for flag in flags] == ["no-publication-date"]
    assert flags[0].start is None and flags[0].message and flags[0].message_ar


def test_the_source_decides_the_weekend() -> None:
    text = "عطلة نهاية الأسبوع الماضي"
    assert resolve(text, country="USA")[0][0].from_day == "2021-08-21"
    assert resolve(text, country="SAU")[0][0].from_day == "2021-08-20"


@pytest.mark.parametrize("year", [1343, 1400, 1443, 1499])
def test_hijri_months_follow_one_another(year: int) -> None:
    previous = None
    for month in range(1, 13):
        first, last = calendars.days_of("hijri", year, month) or (None, None)
        assert first and last and 27 <= (last - first).days <= 29
        assert previous is None or (first - previous).days == 1
        previous = last


def test_calendars_agree_with_known_days() -> None:
    assert calendars.days_of("persian", 1357, 11, 22) == (dt.date(1979, 2, 11),) * 2
    assert calendars.days_of("persian", 1399, 12, 30) == (dt.date(2021, 3, 20),) * 2
    assert calendars.days_of("persian", 1400, 12, 30) is None
    assert calendars.days_of("hijri", 1440, 9, 1) == (dt.date(2019, 5, 6),) * 2
    assert calendars.easter(2018) == dt.date(2018, 4, 1)


_WORDS = (
    "أمس الاثنين 24 أغسطس 2021 من إلى و أو قبل بعد ثلاثة أيام العام الماضي المقبل الساعة 05,55 منذ حتى بين 9999 قرون "
    "31 فبراير 1443 هـ رمضان مطلع أواخر القرن الأسبوع فجر 30/2/2020 عقود مئة ألف سنة ربيع الثاني عشر"
)
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=20).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_never_raises_and_days_are_in_order(text: str, published: dt.date | None) -> None:
    found, flags = resolve(text, published)
    flagged = {(flag.start, flag.end) for flag in flags if flag.kind == "date-order"}
    for date in found:
        if date.from_day and date.to_day and (date.start, date.end) not in flagged:
            assert date.from_day <= date.to_day
        assert (date.edtf is None) == (date.from_day is None and date.to_day is None)


@pytest.mark.parametrize(
    ("text", "language", "tense"),
    [
        ("يجتمعون غدا", "ar", "future"),
        ("الوزير يغادر مطلع الشهر المقبل", "ar", "future"),
        ("الاثنين المقبل", "ar", "future"),
        ("حتى الأسبوع المقبل", "ar", None),
        ("العام الماضي", "ar", "past"),
        ("in two weeks", "en", "future"),
        ("three days ago", "en", "past"),
        ("two days later", "en", None),
        ("today", "en", None),
    ],
)
def test_words_that_point_say_the_tense_without_a_publication_date(text: str, language: str, tense: str | None) -> None:
    (mention,) = resolve(text, None, language)[0]
    assert (mention.from_day, mention.tense) == (None, tense)
