"""Organisations by pattern: where they begin and end, whose they are, and heads that name nobody."""

from __future__ import annotations

import pytest

from dashboard import extract
from dashboard.clean.document import analyse
from dashboard.extractors import organs, phrases
from dashboard.lexicon import load
from tests.every import every


def found(text: str, language: str = "ar") -> list[tuple[str, str | None]]:
    doc, lexicon = analyse(text, language=language), load()
    return [(text[o.start : o.stop], o.entry.country) for o in organs.find(doc, lexicon, phrases.find(doc, lexicon))]


@every(
    [
        ("قال مسؤول في وزارة الدفاع الإيراني.", [("وزارة الدفاع الإيراني", "IRN")]),
        ("وأعلنت الخارجية الصينية", [("الخارجية الصينية", "CHN")]),
        ("بيان لوزارة التربية والتعليم المصرية", [("وزارة التربية والتعليم المصرية", "EGY")]),
        ("حكومة كوريا الجنوبية", [("حكومة كوريا الجنوبية", "KOR")]),
        ("السفارة الروسية في طهران", [("السفارة الروسية", "RUS")]),
        ("الجيش الوطني اليمني", [("الجيش الوطني اليمني", "YEM")]),
        ("صحيفة «النبأ اليقين»", [("صحيفة «النبأ اليقين»", None)]),
        ("للبرلمان التونسي", [("لبرلمان التونسي", "TUN")]),
        ("بيان لوزارة الخارجية السعودية", [("وزارة الخارجية السعودية", "SAU")]),
        # a foreign or a place's name behind the head
        ("نقلت صحيفة هيرلاب عن مصدر", [("صحيفة هيرلاب", None)]),
        ("في لقاء مع وكالة أرمنبريس أجري أمس", [("وكالة أرمنبريس", None)]),
        ("نشرت جريدة فلسطين الخبر", [("جريدة فلسطين", None)]),
        ("نشرت صحيفة كوريا هيرالد الخبر", [("صحيفة كوريا هيرالد", None)]),
        ("قال رئيس بلدية صفاقس", [("بلدية صفاقس", None)]),
        ("درس في جامعة ستنفورد", [("جامعة ستنفورد", None)]),
        ("هبطت بورصة تونس", [("بورصة تونس", None)]),
        # clubs, national teams and federations
        ("فاز ريال مورينا الإسباني على نادي بلنسية", [("ريال مورينا", None), ("نادي بلنسية", None)]),
        (
            "انتقل من نادي شيفيلد يونايتد إلى نادي ريال مدريد",
            [("نادي شيفيلد يونايتد", None), ("نادي ريال مدريد", "ESP")],
        ),
        ("لاعب نادي شيفيلد ستيفن كولمان", [("نادي شيفيلد", None)]),
        (
            "فاز منتخب النرويج لكرة اليد على المنتخب الوطني المجري",
            [("منتخب النرويج", "NOR"), ("المنتخب الوطني المجري", "HUN")],
        ),
        ("ألغى الاتحاد البيروفي لكرة القدم الدوري", [("الاتحاد البيروفي لكرة القدم", "PER")]),
        ("عاقب اتحاد كرة السلة اليوناني ناديين", [("اتحاد كرة السلة اليوناني", "GRC")]),
        ("أعلن المنتخب قائمته وتعادل مع منتخب بلاده للشباب", []),
        ("وقعا على اتحاد كرة جديد بقيمة ألف ريال سعودي", []),
        ("قال رئيس اتحاد كرة اليد إن المنتخب الويلزي فاز", [("اتحاد كرة اليد", None), ("المنتخب الويلزي", None)]),
        ("تعادل منتخب ويلز مع منتخب كلارين", [("منتخب ويلز", None)]),
        # a complement is definite by its last word
        ("قالت وزارة حقوق الإنسان وهيئة مكافحة الفساد", [("وزارة حقوق الإنسان", None), ("هيئة مكافحة الفساد", None)]),
        ("أنشأوا وزارة دفاع وهيئة انتخابات", []),
        # a ministry by its portfolio alone says something, or opens the sentence
        ("وقالت الصحة الفلسطينية ذلك", [("الصحة الفلسطينية", "PSE")]),
        ("تعبر عن الثقافة الصينية وتؤثر على السياحة التونسية", []),
        # what a name does not begin or end with
        ("شركة كالفارو للشحن وشركة الأمل للهندسة", [("شركة كالفارو", None), ("شركة الأمل للهندسة", None)]),
        ("شركة الشحن الدنماركية وشركة المحاماة وشركة الطيران", []),
        ("حركة السيارات والمارة في جبهة الساحل الغربي وطيران التحالف ومجلة الأحوال الشخصية", []),
        ("قال رئيس لجنة الخدمات والمرافق المكلفة ببحث الطلبات", [("لجنة الخدمات والمرافق", None)]),
        ("رئيس بلدية صفاقس كالفين موريان في صحيفة بوسطن تايمز", [("بلدية صفاقس", None), ("صحيفة بوسطن تايمز", None)]),
        ("تنحى عن زعامة الحزب العام الماضي", []),
        ('نائب رئيس "المنظمة" تغريدة جاء فيها: "لا"', []),
        ('نائب رئيس منظمة "كالفين"', [('منظمة "كالفين"', None)]),
        # a definite head with its adjectives
        ("أعلن المجلس الإسلامي الأعلى ذلك", [("المجلس الإسلامي الأعلى", None)]),
        ("قالت الهيئة العليا المستقلة للانتخابات إن", [("الهيئة العليا المستقلة للانتخابات", None)]),
        ("قالت اللجنة البرلمانية للشؤون الخارجية إن", [("اللجنة البرلمانية للشؤون الخارجية", None)]),
        ("وقال الحزب الاشتراكي للناخبين", [("الحزب الاشتراكي", None)]),
        ("عقوبات على البنك المركزي الفنزويلي", [("البنك المركزي الفنزويلي", "VEN")]),
        # an adjective and more portfolios before the state; what a body is for, said in definite words
        ("الأمين العام لوزارة الدفاع الوطني التونسية", [("وزارة الدفاع الوطني التونسية", "TUN")]),
        ("قالت وزارة الصحة والنظافة والوقاية الموريتانية", [("وزارة الصحة", None)]),
        ("قالت وزارة الصحة والوقاية والتعليم الموريتانية", [("وزارة الصحة والوقاية والتعليم الموريتانية", "MRT")]),
        ("غرامة على هيئة الصناعات الحربية المصرية", [("هيئة الصناعات الحربية المصرية", "EGY")]),
        ("قالت هيئة النقل والمواصلات الهندية", [("هيئة النقل والمواصلات الهندية", "IND")]),
        ("ألغى المجلس الدستوري النتائج", [("المجلس الدستوري", None)]),
        ("أعلن مجلس الأمن والدفاع التشادي", [("مجلس الأمن والدفاع التشادي", "TCD")]),
        # hard negatives
        ("في مصلحة الصناعة الفرنسية وهيئة المحلفين الأميركية وهيئة كبيرة", []),
        ("صحيفة محلية وصحيفة فرنسية وشركة كبرى وفريق إنقاذ", []),
        ("بمئة ريال يمني", []),
        ("في بلدية صغيرة", []),
        ("اجتمعت اللجنة الفنية أمس", []),
        ("تماسك الجبهة الداخلية والجبهة الجنوبية", []),
        ("وقال الحزب الحاكم إن", []),
        ("السياسة الخارجية الروسية", []),
        ("حركة المرور في باريس", []),
        ("الحكومة الجديدة", []),
        ("القوات في العراق", []),
        ("رفع الأعلام السورية", []),
        ("مركز أبحاث", []),
        ("شركة روسية كبيرة", []),
        ("السفارة في إيران", []),
    ]
)
def test_arabic(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_a_ministry_named_short_is_the_one_named_in_full() -> None:
    text = "قالت وزارة الدفاع التركية إن الهجوم انتهى. وأضافت وزارة الدفاع أن القوات عادت."
    assert found(text) == [("وزارة الدفاع التركية", "TUR"), ("وزارة الدفاع", "TUR")]


def test_with_two_such_ministries_the_short_name_stays_open() -> None:
    text = "وزارة الدفاع التركية ووزارة الدفاع الروسية. وقالت وزارة الدفاع ذلك."
    assert found(text)[-1] == ("وزارة الدفاع", None)


def test_a_ministry_is_that_of_the_people_in_it() -> None:
    text = "قالت وزارة الدفاع التركية إن الهجوم انتهى. وقال مسؤولان أمريكيان في وزارة الدفاع ذلك."
    assert found(text) == [("وزارة الدفاع التركية", "TUR"), ("وزارة الدفاع", None)]


def test_writings_of_one_organ_share_an_id() -> None:
    texts = ["الخارجية الأمريكية", "وزارة الخارجية الأميركية", "وزارة الخارجية الأميركي"]
    ids = set()
    for text in texts:
        doc, lexicon = analyse(text), load()
        ids |= {o.entry.id for o in organs.find(doc, lexicon, phrases.find(doc, lexicon))}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's Ministry of Defence said", [("Russia's Ministry of Defence", "RUS")]),
        ("the Iranian Foreign Ministry", [("Iranian Foreign Ministry", "IRN")]),
        ("The Chinese government", [("Chinese government", "CHN")]),
        ("the government in talks", []),
        ("a ministry of sound", []),
        ("The Ruling Party won", []),
        ("Iran and the Quiet Harbour Agency agreed", [("Quiet Harbour Agency", None)]),
        ("Peru with the Andes Rescue Union", [("Andes Rescue Union", None)]),
    ],
)
def test_english(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(("text", "wanted"), [
    ("وقال العضايلة في حديث لـ«بترا» إن الطرق سالكة، وفق «وفا».", ["PETRA", "WAFA"]),
    ('ونقلت عن "سونا" أن المحصول وفير.', ["SUNA"]),
    ("نشر ديوانه «الأناضول» وقرأ في كتاب «المنار» فصلا، وتلقت «مهر» العروس.", []),
])  # fmt: skip
def test_agencies_in_quotation_marks(text: str, wanted: list[str]) -> None:
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    assert [m["id"] for m in found if m["kind"] == "organization"] == wanted


def test_a_club_goes_by_its_short_name_where_it_is_named() -> None:
    mentions = extract("فاز ريال مدريد. وسجل الريال هدفين.", published="2024-05-07").to_dict()["mentions"]
    assert [m["id"] for m in mentions] == ["REAL-MADRID", "REAL-MADRID"]
    assert extract("هبط الريال أمام الدولار.", published="2024-05-07").to_dict()["mentions"] == []
