"""What Arabic tells of one party or leaves unsaid: each kind with what must not be read out of its like."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard import extract
from dashboard.extractors.relations.lexemes import index
from dashboard.lexicon import load
from tests.every import every

from .test_relations import codes, found

pytestmark = pytest.mark.usefixtures("rules_alone")

ONE_SIDED = [
    ("دانت {عمان|OMN} الهجوم على السفينة", ("ACCUSE", "OMN", None, "occurred")),
    ("طالبت {اليونان|GRC} بفتح المعابر", ("REQUEST", "GRC", None, "occurred")),
    ("صوتت {كوبا|CUB} ضد مشروع القرار", ("REJECT", "CUB", None, "occurred")),
    ("استخدمت {روسيا|RUS} الفيتو ضد قرار {أميركي|USA:demonym}", ("REJECT", "RUS", "USA", "occurred")),
    ("أطلقت {بيونغ يانغ|PRK:capital} صاروخا باليستيا", ("MOBILIZE", "PRK", None, "occurred")),
    ("أطلقت {روسيا|RUS} صواريخ على مستودع", ("ASSAULT", "RUS", None, "occurred")),
    ("انسحبت {كندا|CAN} من الاتفاق", ("REJECT", "CAN", None, "occurred")),
    ("حذر الوزير من أن {الأردن|JOR} لن يقبل التهجير", ("REJECT", "JOR", None, "occurred")),
    ("هددت {حركة|nonstate:HAMAS} باستئناف القتال إن لم تفتح المعابر", ("THREATEN", "HAMAS", None, "hypothetical")),
    ("أعلنت {النرويج|NOR} منحة قدرها مليون يورو", ("AGREE", "NOR", None, "announced")),
    ("رعت {قطر|QAT} محادثات بين {تشاد|TCD} و{السودان|SDN}", ("CONSULT", "QAT", "TCD", "occurred")),
]


@pytest.mark.parametrize(("text", "code"), ONE_SIDED)
def test_what_one_party_says_or_does_counts(text: str, code: tuple[str, str, str | None, str]) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "تتهم {إيران|IRN} بدعم المسلحين",  # who accuses her is not told
        "رفض لاعب {فرنسي|FRA:demonym} العرض",
        "لم تعد {أنقرة|TUR:capital} تعتزم شن عملية",
        "تعد {إيران|IRN} ثالث أكبر مصدر للخام",
        "الصواريخ التي تهدد {السعودية|SAU}",
        "ما يهدد أمن {مصر|EGY} والمنطقة",
        "تلقت {سوريا|SYR} دعما كبيرا",
        "تدين الميليشيا بالولاء ل{إيران|IRN}",
        "وصلت هنا بعثة {فرنسا|FRA}",
        "لم تبد {إسرائيل|ISR} أي تعاطف",
        "ندعو {إسرائيل|ISR} إلى التروي",
        "حذر الرئيس {الأميركي|USA:demonym} من تأثير الهجمات على الاقتصاد إذا تفاقم الوضع",
        "دعا المجلس {إيران|IRN} إلى الحوار",
        "دعا الصحفي {السعودي|SAU:demonym} إلى طرد الزوار",
    ],
)
def test_no_party_is_made_a_doer(text: str) -> None:
    assert found(text) == []


REFERENTS = [
    ("قال سفير {البرازيل|BRA} إن بلاده و{بيرو|PER} ستنفذان تمارين مشتركة", ("AGREE", "BRA", "PER", "announced")),
    ("القوات الخاصة في {عمان|OMN} و{قطر|QAT} ستقيم تدريبات مشتركة", ("AGREE", "OMN", "QAT", "announced")),
    ("أفرجت {حركة حماس|nonstate:HAMAS} عن أسير. وأفرجت الحركة كذلك عن عشرة {تايلانديين|THA:people}",
     ("RETREAT", "HAMAS", "THA", "occurred")),
    ("أشادت {مصر|EGY} باللقاء. ورحبت بموقف {تونس|TUN}", ("SUPPORT", "EGY", "TUN", "occurred")),
    ("قطعت {الجزائر|DZA} علاقاتها مع {المغرب|MAR}، ثم أغلقت مجالها الجوي أمام الطائرات {المغربية|MAR:demonym}",
     ("SANCTION", "DZA", "MAR", "occurred")),
    ("دعا المتحدث باسم {الأمم المتحدة|org:UN} {الجزائر|DZA} إلى الحوار", ("REQUEST", "UN", "DZA", "occurred")),
    ("حث الأمين العام ل{لحلف|org:NATO} {صربيا|SRB} على التهدئة", ("REQUEST", "NATO", "SRB", "occurred")),
    ("استدعت {إسرائيل|ISR} سفيري {إسبانيا|ESP} و{بلجيكا|BEL}", ("ACCUSE", "ISR", "BEL", "occurred")),
    ("قال وزير الدفاع {الأميركي|USA:demonym}، بعد لقائه نظيره {الكوري|KOR:demonym}، إن الرد قريب",
     ("CONSULT", "USA", "KOR", "occurred")),
    ("أعلن الرئيس {التركي|TUR:demonym} وقوف {أنقرة|TUR:capital} إلى جانب {أذربيجان|AZE}",
     ("SUPPORT", "TUR", "AZE", "occurred")),
    ("أما {كتائب القسام|nonstate:QASSAM}، الجناح العسكري، فاتهمت {إسرائيل|ISR} بخرق الهدنة",
     ("ACCUSE", "QASSAM", "ISR", "occurred")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), REFERENTS)
def test_who_is_meant(text: str, code: tuple[str, str, str, str]) -> None:
    assert code in codes(text)


GRAMMAR = [
    ("اتهمت {كييف|UKR:capital} {موسكو|RUS:capital} بقصف بلدة", ("ASSAULT", "RUS", None, "claimed")),
    (
        "تتهم {كينشاسا|COD:capital} {كيغالي|RWA:capital} بدعم {الحركة|nonstate:M23}",
        ("SUPPORT", "RWA", "M23", "claimed"),
    ),
    ("اتفقت {السعودية|SAU} و{قطر|QAT} على تقديم مساعدات ل{لأردن|JOR}", ("AGREE", "QAT", "JOR", "announced")),
    ("نددت {غيانا|GUY} بالاستفتاء الذي تنظمه {فنزويلا|VEN}", ("ACCUSE", "GUY", "VEN", "occurred")),
    ("{الحوثيين|nonstate:HOUTHIS} الذين تدعمهم {طهران|IRN:capital}", ("SUPPORT", "IRN", "HOUTHIS", "occurred")),
    ("وطالب {إيران|IRN} بالالتزام. واتهم {إيران|IRN} بخرقه", ("none",)),
    ("تبادلت {أرمينيا|ARM} و{أذربيجان|AZE} الاتهامات بخرق الهدنة", ("ACCUSE", "ARM", "AZE", "occurred")),
    ("تبادلت {الهند|IND} و{باكستان|PAK} إطلاق النار على الحدود", ("ASSAULT", "IND", "PAK", "occurred")),
    ("طلبت {يريفان|ARM:capital} مساعدة عسكرية من {المنظمة|org:CSTO}", ("REQUEST", "ARM", "CSTO", "occurred")),
    ("تظاهر الآلاف في {تونس|TUN} أمام {السفارة التركية|organ:TUR}", ("PROTEST", "TUN", "TUR", "occurred")),
    ("شنت {إسرائيل|ISR} غارات استهدفت مواقع {إيرانية|IRN:demonym}", ("ASSAULT", "ISR", "IRN", "occurred")),
    ("تعرضت {السعودية|SAU} لهجوم شنه {الحوثيون|nonstate:HOUTHIS}", ("ASSAULT", "HOUTHIS", "SAU", "occurred")),
    ("انسحب مقاتلو {الحوثيين|nonstate:HOUTHIS} المدعومين من {إيران|IRN}", ("SUPPORT", "IRN", "HOUTHIS", "occurred")),
    (
        "الزيارة التي قام بها الرئيس {الصيني|CHN:demonym} إلى {الرياض|SAU:capital}",
        ("CONSULT", "CHN", "SAU", "occurred"),
    ),
    ("هددت {كوريا|PRK} بالرد بعد تصريحات من جانب مستشار {أميركي|USA:demonym}", ("THREATEN", "PRK", None, "occurred")),
    ("اتهمت {إيران|IRN} من قبل {واشنطن|USA:capital} بالتصعيد", ("ACCUSE", "USA", "IRN", "occurred")),
    (
        "الجاسوس {الروسي|RUS:demonym}، الذي تتهم {لندن|GBR:capital} {موسكو|RUS:capital} بمحاولة اغتياله",
        ("ACCUSE", "GBR", "RUS", "occurred"),
    ),
    (
        "إدانة {السعودية|SAU} لاستهداف {الفلسطينيين|PSE:people} من قبل {الجيش|organ:ISR}",
        ("ACCUSE", "SAU", "ISR", "occurred"),
    ),
    ("حملت {لندن|GBR:capital} {موسكو|RUS:capital} مسؤولية الهجوم", ("ACCUSE", "GBR", "RUS", "occurred")),
    ("ودعت {كولومبيا|COL} إلى انتخابات، وهو ما رفضته {كوبا|CUB} على الفور", ("REJECT", "CUB", "COL", "occurred")),
    ("دعا أمير {قطر|QAT} {إيران|IRN}، في مكالمة هاتفية، إلى التفاوض", ("CONSULT", "QAT", "IRN", "occurred")),
]


@every(GRAMMAR)
def test_who_does_it_to_whom(text: str, code: tuple[str, ...]) -> None:
    told = codes(text)
    assert code in told if code != ("none",) else not told


def test_entries_of_both_lists_agree() -> None:
    events = load().data("relation_verbs")["events"] + load().data("relation_verbs_ar")["events"]
    ids = [event["id"] for event in events]
    assert len(set(ids)) == len(ids) == len(index(load()).events)
    assert {name for event in events for name in event.get("absorbs", ())} <= set(ids)


TABLES = [
    Path(__file__).parent / f"arabic_{name}.yml" for name in ("relations", "parties", "one_sided", "constructions")
]
SENTENCES = [case for table in TABLES for case in yaml.safe_load(table.read_text("utf-8"))]


@every(SENTENCES)
def test_all_that_a_sentence_tells(case: dict[str, Any]) -> None:
    told = set()
    for one in extract(case["text"], published="2020-05-01", language="ar").relations:
        ends = "+".join(sorted(one.actors)) if one.reciprocal else f"{one.source or '-'}>{one.target or '-'}"
        told.add(f"{one.type} {ends} {one.status}")
    assert told == set(case["told"])


AHEAD = [  # told in the present; what says that it is to come
    ("الرئيس {التونسي|TUN:demonym} يصل إلى {روما|ITA:capital} الأسبوع المقبل", "announced"),
    ("وزير الدفاع {الإسباني|ESP:demonym} يزور {الرباط|MAR:capital} غدا", "announced"),
    ("الرئيس {الكيني|KEN:demonym} يلتقي نظيره {الغاني|GHA:demonym} الخميس القادم", "announced"),
    ("الرئيس {التونسي|TUN:demonym} يصل إلى {روما|ITA:capital}", "occurred"),
    ("وصل الرئيس {التونسي|TUN:demonym} إلى {روما|ITA:capital} الأسبوع الماضي", "occurred"),
    ("وزير الدفاع {الإسباني|ESP:demonym} يزور {الرباط|MAR:capital} اليوم", "occurred"),
]
PUBLISHED = [None, "2022-05-05"]


@pytest.mark.parametrize("published", PUBLISHED)
@pytest.mark.parametrize(("marked", "status"), AHEAD)
def test_the_present_with_a_day_to_come_is_announced_dated_or_not(
    marked: str, status: str, published: str | None
) -> None:
    title = re.sub(r"\{([^|}]+)\|[^}]*\}", r"\1", marked)
    (relation,) = extract("تفاصيل لاحقا.", title=title, published=published).to_dict()["relations"]
    assert relation["status"] == status


@pytest.mark.parametrize("published", PUBLISHED)
@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Kenyan president arrives in Accra next week", "announced"),
        ("The Spanish defence minister visits Rabat tomorrow", "announced"),
        ("Kenyan president arrives in Accra", "occurred"),
        ("Kenyan president arrived in Accra last week", "occurred"),
    ],
)
def test_the_same_in_english_headlines(title: str, status: str, published: str | None) -> None:
    (relation,) = extract("Details follow.", title=title, published=published).to_dict()["relations"]
    assert relation["status"] == status


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("اندلعت الأزمة أمس الاثنين حين قطعت السعودية علاقاتها الدبلوماسية مع قطر.", "2017-06-05"),
        ("اندلعت الأزمة أمس الاثنين لأن السعودية قطعت علاقاتها الدبلوماسية مع قطر.", None),
    ],
)
def test_the_day_that_a_clause_of_time_explains_is_its_own(text: str, day: str | None) -> None:
    record = extract(text, published="2017-06-06", language="ar")
    (told,) = [one for one in record.relations if one.type == "SANCTION"]
    found = None if told.date is None else record.dates[told.date].from_day
    assert found == day


@pytest.mark.parametrize(
    ("title", "text", "target"),
    [
        ("ليما تطرد سفير المكسيك", "وندد وزير الخارجية الكوبي بطرد السفير.", "PER"),
        ("ليما تطرد سفير المكسيك", "ونددت كوبا بالقرار.", "PER"),
        ("ليما تتفاوض مع المكسيك", "ونددت كوبا بالقرار.", None),  # nobody decided anything
        ("ليما تطرد سفير المكسيك", "ونددت كوبا بالهجوم.", None),  # no attack is told
    ],
)
def test_a_text_takes_up_what_its_title_tells(title: str, text: str, target: str | None) -> None:
    relations = extract(text, title=title, published="2024-03-06").relations
    stances = [one.target for one in relations if one.field == "text" and one.type == "ACCUSE"]
    assert stances == [target]
