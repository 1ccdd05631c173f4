"""What counts as an expression of time and where it ends; what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clean.document import analyse
from dashboard.extractors import dates
from dashboard.extractors.dates.grammar import compiled
from dashboard.lexicon import load
from tests.every import every


def found(text: str, language: str = "ar") -> list[str]:
    return [text[e.start : e.stop] for e in dates.find(analyse(text, language=language), load())]


ARABIC = [
    ("اجتمعوا في 24 أغسطس 2021 في مسقط", ["24 أغسطس 2021"]),
    ("في ٢٤ آب/أغسطس ٢٠٢١", ["٢٤ آب/أغسطس ٢٠٢١"]),
    ("في 24 أغسطس / آب 2021", ["24 أغسطس / آب 2021"]),
    ("في 24 يونيو حزيران", ["24 يونيو حزيران"]),
    ("في يوليو (تموز) الماضي", ["يوليو (تموز) الماضي"]),
    ("24/8/2021 و 2021-08-24", ["24/8/2021", "2021-08-24"]),
    ("الأول من تموز المقبل", ["الأول من تموز المقبل"]),
    ("في الحادي والعشرين من مايو", ["الحادي والعشرين من مايو"]),
    ("غرة محرم 1443 هـ", ["غرة محرم 1443 هـ"]),
    ("16 محرم 1443هـ", ["16 محرم 1443هـ"]),
    ("وأمس قال", ["أمس"]),
    ("بالأمس قال", ["الأمس"]),
    ("منذ أول أمس", ["منذ أول أمس"]),
    ("غد الأحد", ["غد الأحد"]),
    ("مساء أمس الاثنين", ["مساء أمس الاثنين"]),
    ("فجر الإثنين", ["فجر الإثنين"]),
    ("ليل السبت-الأحد", ["ليل السبت-الأحد"]),
    ("يوم الثلاثاء الموافق 24 أغسطس", ["يوم الثلاثاء الموافق 24 أغسطس"]),
    ("للعام الماضي", ["لعام الماضي"]),
    ("خلال الأيام الثلاثة الماضية", ["الأيام الثلاثة الماضية"]),
    ("في الساعات القليلة المقبلة", ["الساعات القليلة المقبلة"]),
    ("قبل ثلاثة أيام", ["قبل ثلاثة أيام"]),
    ("منذ أسبوعين", ["منذ أسبوعين"]),
    ("أواخر العام الحالي أو أوائل العام المقبل", ["أواخر العام الحالي", "أوائل العام المقبل"]),
    ("نهاية العام الجاري أو مطلع المقبل", ["نهاية العام الجاري", "مطلع المقبل"]),
    ("من 27 إلى 30 ديسمبر", ["من 27 إلى 30 ديسمبر"]),
    ("27-30 ديسمبر 2019", ["27-30 ديسمبر 2019"]),
    ("8 و9 حزيران/يونيو", ["8 و9 حزيران/يونيو"]),  # days that follow one another are one span
    ("3 و9 حزيران/يونيو", ["3", "9 حزيران/يونيو"]),
    ("يومي 11 و12 يوليو", ["11 و12 يوليو"]),
    ("يومي 5 و6 من الشهر المقبل", ["5 و6 من الشهر المقبل"]),
    ("مساء الجمعة 13 من مواطنيها", ["مساء الجمعة"]),
    ("قوى «14 آذار»", []),
    ("في القدس اليوم الاثنين", ["اليوم الاثنين"]),
    ("وذلك اليوم الاثنين", ["اليوم الاثنين"]),
    ("صحيفة القدس اليوم", []),
    ("بعد ظهر الاثنين", ["بعد ظهر الاثنين"]),
    ("قبل ذلك بيومين", ["قبل ذلك بيومين"]),
    ("الساعة 21,45 بتوقيت الخرطوم", ["الساعة 21,45 بتوقيت الخرطوم"]),
    ("منتصف الشهر المقبل أو أواخره", ["منتصف الشهر المقبل", "أواخره"]),
    ("نهاية أيلول وربما مطلع تشرين الأول", ["نهاية أيلول", "مطلع تشرين الأول"]),
    ("في عام 2015 وسنة 2016", ["عام 2015", "سنة 2016"]),
    ("في ثمانينيات القرن الماضي", ["ثمانينيات القرن الماضي"]),
    ("الربع الثالث من عام 2021", ["الربع الثالث من عام 2021"]),
    ("كل يوم اثنين ويوميا", ["كل يوم اثنين", "يوميا"]),
    ("لمدة ثلاثة أشهر", ["لمدة ثلاثة أشهر"]),
    ("الساعة 05,55 بالتوقيت المحلي (20,55 ت غ)", ["الساعة 05,55 بالتوقيت المحلي", "20,55 ت غ"]),
    ("في مارس وفي آب", ["مارس", "آب"]),
    ("هجمات 11 سبتمبر/أيلول", ["11 سبتمبر/أيلول"]),
    ("السَّبْتِ القادم", ["السَّبْتِ القادم"]),
    ("وَأمسِ", ["أمسِ"]),
    ("الأحـــد الماضي", ["الأحـــد الماضي"]),
    ("الإثنین المقبل", ["الإثنین المقبل"]),
    ("اتفاق 2015 النووي", ["2015"]),
    ("في 25 أو 26 سبتمبر", ["25", "26 سبتمبر"]),
    ("أيام 25 و26 و27 فيفري", ["25 و26 و27 فيفري"]),
    ("الشهر المقبل أو الذي يليه", ["الشهر المقبل", "الذي يليه"]),
    ("الساعة الرابعة من مساء اليوم الخميس", ["الساعة الرابعة من مساء اليوم الخميس"]),
    ("في وقت متأخر من مساء الثلاثاء", ["في وقت متأخر من مساء الثلاثاء"]),
    ("أقر المجلس للعام المقبل", ["لعام المقبل"]),
    ("الثلاثي الأول من سنة 2017", ["الثلاثي الأول من سنة 2017"]),
    ("في السداسي الثاني من السنة الجارية", ["السداسي الثاني من السنة الجارية"]),
    ("خلال التسعة أشهر الأولى من سنة 2016", ["التسعة أشهر الأولى من سنة 2016"]),
    ("أول أربعة أشهر من عام 2017", ["أول أربعة أشهر من عام 2017"]),
    ("مقارنة بالفترة نفسها من 2015، وفي صائفة 2014", ["2015", "صائفة 2014"]),
    ("(في سنة 2015)", ["سنة 2015"]),
    ("على الساعة 8,17 دقيقة صباحا", ["الساعة 8,17 دقيقة صباحا"]),
    ("موازنة العام المالي المقبل والعام الدراسي الجديد", ["العام المالي المقبل", "العام الدراسي الجديد"]),
    ("منذ حرب 1973 وفي مونديال 2018 أمام الضيوف", ["1973", "2018"]),
    ("يعود الخلاف بينهما إلى 1990، حسب المؤرخ", ["1990"]),
    ("يسلم 22/04 في المقر", ["22/04"]),
    ("سنة ألف وتسعمئة وستة، وفي ألف وسبعمائة وتسعة.", ["سنة ألف وتسعمئة وستة", "ألف وسبعمائة وتسعة"]),
    ("تبلغ مدة الإعارة ثلاث سنوات", ["ثلاث سنوات"]),
    ("انفجر صباح هذا اليوم، الأحد 12 مارس، لغم", ["صباح هذا اليوم، الأحد 12 مارس"]),
    ("خلال العشرية الثانية من شهر جويلية", ["العشرية الثانية من شهر جويلية"]),
    ("قبل بداية العام الدراسي الجديد", ["قبل بداية العام الدراسي الجديد"]),
    ("اعتبارا من ساعات الفجر الأولى، منذ سنوات", ["منذ سنوات"]),
    ("قبل عام ونصف العام، ومنذ شهر ونصف شهر", ["قبل عام ونصف العام", "منذ شهر ونصف شهر"]),
    ("في الأربعينات من القرن الماضي", ["الأربعينات من القرن الماضي"]),
    ("أيام الخميس والجمعة والسبت، ويفتح أيام الجمعة", ["الخميس", "الجمعة", "السبت", "أيام الجمعة"]),
    ("سافر شهرا كاملا ثم لأسبوع واحد", ["شهرا كاملا", "أسبوع واحد"]),
]


@every(ARABIC)
def test_arabic_spans(text: str, spans: list[str]) -> None:
    assert found(text) == spans


NOT_ARABIC = [
    "يمارس الرياضة، ومن مارس المهنة عرفها",
    "طائرات سوخوي 35 وصواريخ إس-400",
    "القرار 2231 والمادة 25 من الميثاق",
    "فاز 2-1 ثم 3-صفر",
    "بلغ 1,12 مليار دولار و30% و5.5 نقطة",
    "الأمين العام الحالي للمنظمة والرأي العام",
    "أحد المسؤولين وأحدهم",
    "باب العلم مفتوح",
    "الرجل (39 عاما) البالغ من العمر 40 سنة",
    "رجب طيب أردوغان ورمضان صبحي وشعبان عبد الرحيم",
    "الربيع العربي والثاني في الترتيب",
    "قناة روسيا اليوم وصحيفة المصري اليوم وخطيب الجمعة",
    "هاتف 0123-456-789 والإصدار 2.4.1",
    "عقد الاجتماع وثانية الأثافي",
    "قتل أكثر من 1700 شخص وأصيب 2000 آخرون",
    "بين 2100 و1600 قبل الميلاد",
    "كوفيد-19 وجي 20",
    "قوى 14 آذار",
    "قرار مجلس الأمن 2118 الإلزامي",
    "الطائرة Mirage 2000 تطير",
    "عشرة لترات في اليوم",
    "سوق الجمعة وحرب تموز",
    "مدينة إب اليمنية وميناء في إب",
    "بلغت القيمة 1446 م د مقابل 6ر2020 م د",
    "على ارتفاع 1500 م من السطح",
    "الاشتراك في الشهر 10 دولارات",
    "غنى أحد أشهر المطربين في إحدى سنوات الحرب",
    "يلعب مع صنف أقل من 14 عاما",
    "ارتفع العدد إلى 2016، وفي انتخابات 1950 مرشحا",
    "وصل إلى 1990 شخصا",
    "يبلغ الوزير 83 عاما",
    "شقيقان عمرهما 27 و32 سنة",
    "سجل صاحب الـ22 عاما هدفا",
    "كاتبة في الأربعينات من عمرها تعلم من هم دون 18 عاما",
    "المرسوم رقم 02/04 والنسبة 12/11",
    "قتل ألف وتسعمئة جندي",
]


@every(NOT_ARABIC)
def test_no_dates_in_arabic(text: str) -> None:
    assert found(text) == []


def test_days_that_have_names_of_their_own_are_not_today() -> None:
    assert found("اليوم الأول للمهرجان واليوم الوطني") == []
    assert found("اليوم العالمي للمرأة") == ["اليوم العالمي للمرأة"]


ENGLISH = [
    ("MOSCOW, Aug 23 (Reuters)", ["Aug 23"]),
    ("on 24 August 2021 and on August 24th, 2021", ["24 August 2021", "August 24th, 2021"]),
    ("last Tuesday, next month, two weeks ago", ["last Tuesday", "next month", "two weeks ago"]),
    ("late this year or early next", ["late this year", "early next"]),
    ("in the third quarter of 2021 and Q3 2022", ["the third quarter of 2021", "Q3 2022"]),
    ("in the 1990s", ["the 1990s"]),
    ("on Tuesday, Aug. 24", ["Tuesday, Aug. 24"]),
    ("in March and in May", ["March", "May"]),
    ("at 1630 GMT on Monday", ["1630 GMT on Monday"]),
    ("from Monday to Thursday", ["from Monday to Thursday"]),
    ("mid-2021", ["mid-2021"]),
    ("on March 10 of this year", ["March 10 of this year"]),
    ("on 10 March last year", ["10 March last year"]),
    ("That September he left", ["That September"]),
    ("It said that September sales fell", ["September"]),
    ("a 1951 treaty and its 2016 ruling", ["1951", "2016"]),
    ("Chad's 2014 offensive, the 1967 borders", ["2014", "1967"]),
    ("next fiscal year", ["next fiscal year"]),
    ("in the second half of the year", ["the second half of the year"]),
    ("over the last ten years, in the past 24 hours", ["the last ten years", "the past 24 hours"]),
    ("daily flights", ["daily"]),
    ("in 1939-45", ["1939-45"]),
    ("this evening", ["this evening"]),
    ("by Monday morning", ["by Monday morning"]),
    ("between 2 pm and 4 pm", ["between 2 pm and 4 pm"]),
    ("It opens at 9 pm", ["at 9 pm"]),
    ("at dawn on Sunday, in the early hours of Saturday", ["dawn on Sunday", "the early hours of Saturday"]),
    ("the week of March 4", ["the week of March 4"]),
    ("a year and a half ago", ["a year and a half ago"]),
]


@every(ENGLISH)
def test_english_spans(text: str, spans: list[str]) -> None:
    assert found(text, "en") == spans


@every([
    "He may march on Rome", "They sat in the sun", "an Su-35 and an S-400", "resolution 2231 of the Council",
    "They won 2-1", "a man aged 39 years", "F-16 and 5G and Covid-19", "May said she would march",
    "The 2000 soldiers walked a 2000 kilometre road", "He told the daily La Vanguardia", "a daily newspaper",
    "in recent weeks", "the Lunar New Year", "I am nine", "between 2 and 4 people",
])  # fmt: skip
def test_no_dates_in_english(text: str) -> None:
    assert found(text, "en") == []


def test_persian_spans() -> None:
    assert found("روز سه‌شنبه ۲ شهریور ۱۴۰۰ گفت", "fa") == ["روز سه‌شنبه ۲ شهریور ۱۴۰۰"]
    assert found("از سال ۱۴۰۰ تاکنون و از سال ۱۳۹۹ نوشت", "fa") == ["از سال ۱۴۰۰ تاکنون", "سال ۱۳۹۹"]
    assert found("هفته گذشته و تا پایان سال جاری", "fa") == ["هفته گذشته", "تا پایان سال جاری"]


_WORDS = (
    "أمس الاثنين 24 أغسطس / 2021 من إلى و أو قبل بعد ثلاثة أيام أسبوعين العام الماضي المقبل الساعة 05,55 ( ) ، . - "
    "منذ حتى بين فجر ليل مطلع أواخر 1443 هـ محرم رمضان الربع الثالث القرن عشر والعشرين 8 9 31 30/2 ت غ كل"
)
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=24).map(" ".join)), st.sampled_from(["ar", "en", "fa"])
)
def test_offsets_are_exact_and_ordered(text: str, language: str) -> None:
    doc = analyse(text, language=language)
    expressions = dates.find(doc, load())
    at = 0
    for expression in expressions:
        assert at <= expression.start < expression.stop <= len(text)
        assert doc.starts[expression.first] <= expression.start and expression.stop == doc.ends[expression.end - 1]
        at = expression.stop


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("في 6 دي 1398 بدأت المناورات", "2019-12-28", [("6 دي 1398", "2019-12-27")]),
        ("أعلنت في مهر 1398", "2019-12-28", [("مهر 1398", "2019-09-23")]),
        ("قال مهر وتير إن دي ميستورا عاد", "2019-12-28", []),
        ("يصادف رأس السنة الصينية", "2019-02-04", []),
        ("It was signed on March 10, 2020. Twelve months later there is none.", "2024-06-20",
         [("March 10, 2020", "2020-03-10"), ("Twelve months later", "2021-03-01")]),
        ("وقع في 10 مارس 2015. وبعد خمسة عشر عاماً عاد السفير", "2023-03-10",
         [("10 مارس 2015", "2015-03-10"), ("بعد خمسة عشر عاماً", None)]),
    ],
)  # fmt: skip
def test_dates_told_by_other_dates_and_calendars(
    text: str, published: str, expected: list[tuple[str, str | None]]
) -> None:
    from dashboard import extract

    language = "en" if text.isascii() else "ar"
    found = extract(text, published=published, language=language).dates
    assert [(date.text, date.from_day) for date in found] == expected


def test_a_part_of_a_month_with_two_names() -> None:
    from dashboard import extract

    (date,) = extract("ستعقد القمة مع نهاية شهر آذار/مارس المقبل", published="2021-08-24").dates
    assert (date.text, date.from_day, date.to_day) == ("نهاية شهر آذار/مارس المقبل", "2022-03-21", "2022-03-31")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("A second convoy will leave on Friday", ["Friday"]),
        ("Villagers spoke of a second, heavier explosion", []),
        ("In a second statement the board apologised", []),
        ("The envoy came for a second time", []),
        ("One bridge fell, then a second.", []),
        ("A minute crack was found in the hull", []),
        ("The tremor lasted a second.", ["a second"]),
        ("The doors shut within a minute", ["within a minute"]),
        ("A second later the lights went out", ["A second later"]),
        ("Wait a minute, the clerk said", ["a minute"]),
        ("The gun fires ten rounds a second", ["a second"]),
        ("They stood for a minute of silence", ["a minute"]),
        ("It took half a second", ["half a second"]),
        ("The alarm rings every minute", ["every minute"]),
    ],
)
def test_a_second_and_a_minute_are_lengths_only_where_nothing_is_counted_by_them(text: str, spans: list[str]) -> None:
    assert found(text, "en") == spans


@pytest.mark.parametrize(
    "texts",
    [
        ("عاد الوفد مساء أمس الاثنين", "التقوا مساء أمس الاثنين ثم عادوا مساء أمس الاثنين."),
        ("عاد الوفد اليوم سالما", "شهدوا اليوم العظيم", "عاد الوفد اليوم سالما"),
    ],
)
def test_a_run_read_before_is_read_alike_elsewhere(texts: tuple[str, ...]) -> None:
    """What was read of the words of a run is remembered; where they stand, and what stands beside them, is not."""

    def afresh(text: str) -> list[str]:
        compiled(load(), "ar").read.clear()
        return found(text)

    assert [found(text) for text in texts] == [afresh(text) for text in texts]
