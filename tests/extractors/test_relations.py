"""Who did what to whom: clauses of every kind, each with what must not be read out of its like."""

from __future__ import annotations

import pytest

from dashboard import extract
from dashboard.extractors import relations
from dashboard.lexicon import load
from dashboard.model import DateMention, Quote, Relation
from tests.every import every

from .marked import read

pytestmark = pytest.mark.usefixtures("rules_alone")


def found(text: str, language: str = "ar") -> list[Relation]:
    doc, mentions = read(text, language=language)
    return relations.find(doc, load(), mentions, [], [])


def codes(text: str, language: str = "ar") -> set[tuple[str, str | None, str | None, str]]:
    return {(one.type, one.source, one.target, one.status) for one in found(text, language)}


COOPERATION = [
    ("أجرت {إيران|IRN} و{روسيا|RUS} مناورات بحرية مشتركة", ("COOPERATE", "IRN", "RUS", "occurred")),
    ("ستجري {باكستان|PAK} و{تركيا|TUR} مناورات عسكرية العام المقبل", ("AGREE", "PAK", "TUR", "announced")),
    ("بدأت مناورات عسكرية بين {الهند|IND} و{فرنسا|FRA}", ("COOPERATE", "IND", "FRA", "occurred")),
    ("تعليق المناورات العسكرية المشتركة بين {مصر|EGY} و{السودان|SDN}", ("COOPERATE", "EGY", "SDN", "suspended")),
    ("مباحثات {مصرية|EGY:demonym} {سودانية|SDN:demonym} حول المياه", ("CONSULT", "EGY", "SDN", "occurred")),
    ("المحادثات بين {السعودية|SAU} و{إيران|IRN} في {بغداد|IRQ:capital}", ("CONSULT", "SAU", "IRN", "occurred")),
    ("أجرى {وزير الخارجية|person:OMN} مباحثات مع نظيره {القطري|QAT:demonym}", ("CONSULT", "OMN", "QAT", "occurred")),
    ("زار الرئيس {التركي|TUR:demonym} {الدوحة|QAT:capital}", ("CONSULT", "TUR", "QAT", "occurred")),
    ("زيارة الرئيس {الصيني|CHN:demonym} إلى {الرياض|SAU:capital}", ("CONSULT", "CHN", "SAU", "occurred")),
    ("ألغت {فرنسا|FRA} اجتماعا مع {بولندا|POL}", ("CONSULT", "FRA", "POL", "cancelled")),
    ("دعم {موسكو|RUS:capital} انضمام {الجزائر|DZA} إلى المجموعة", ("SUPPORT", "RUS", "DZA", "occurred")),
    ("رحبت {الأردن|JOR} بقرار {الكويت|KWT}", ("SUPPORT", "JOR", "KWT", "occurred")),
    ("وقعت {عمان|OMN} و{الهند|IND} اتفاقية للتجارة", ("SUPPORT", "OMN", "IND", "occurred")),
    ("باعت {إيطاليا|ITA} فرقاطات وأسلحة إلى {مصر|EGY}", ("COOPERATE", "ITA", "EGY", "occurred")),
    ("رفع الحظر والعقوبات عن {السودان|SDN} من قبل {واشنطن|USA:capital}", ("RETREAT", "USA", "SDN", "occurred")),
]

CONFLICT = [
    ("فرضت {كندا|CAN} عقوبات على {بيلاروسيا|BLR}", ("SANCTION", "CAN", "BLR", "occurred")),
    ("طردت {هولندا|NLD} دبلوماسيين {روسا|RUS:people}", ("SANCTION", "NLD", "RUS", "occurred")),
    ("استدعت {العراق|IRQ} السفير {التركي|TUR:demonym}", ("ACCUSE", "IRQ", "TUR", "occurred")),
    ("قطعت {المغرب|MAR} علاقاتها مع {إيران|IRN}", ("SANCTION", "MAR", "IRN", "occurred")),
    ("اتهمت {كييف|UKR:capital} {موسكو|RUS:capital} بخرق الهدنة", ("ACCUSE", "UKR", "RUS", "occurred")),
    ("أدانت {تونس|TUN} القصف {الإسرائيلي|ISR:demonym} على القطاع", ("ACCUSE", "TUN", "ISR", "occurred")),
    ("رفضت {الصين|CHN} اتهامات {أستراليا|AUS}", ("REJECT", "CHN", "AUS", "occurred")),
    ("هددت {بيونغ يانغ|PRK:capital} بشن هجوم على {اليابان|JPN}", ("THREATEN", "PRK", "JPN", "occurred")),
    ("طالبت {اليونان|GRC} {تركيا|TUR} بسحب السفينة", ("REQUEST", "GRC", "TUR", "occurred")),
    ("قصفت طائرات {تركية|TUR:demonym} مواقع في {العراق|IRQ}", ("ASSAULT", "TUR", "IRQ", "occurred")),
    ("الغارات {الإسرائيلية|ISR:demonym} على {سوريا|SYR}", ("ASSAULT", "ISR", "SYR", "occurred")),
    ("ضربة جوية نفذها {الجيش الأميركي|organ:USA} على {اليمن|YEM}", ("ASSAULT", "USA", "YEM", "occurred")),
    ("قتلت قوات {باكستانية|PAK:demonym} ثلاثة من {طالبان|nonstate:TALIBAN}", ("ASSAULT", "PAK", "TALIBAN", "occurred")),
    ("قتلت {مصر|EGY} ثلاثة مسلحين من {داعش|nonstate:ISIS}", ("ASSAULT", "EGY", "ISIS", "occurred")),
    ("لم تقصف {روسيا|RUS} {أوكرانيا|UKR}", ("ASSAULT", "RUS", "UKR", "denied")),
    ("تعتزم {فرنسا|FRA} فرض عقوبات على {مالي|MLI}", ("SANCTION", "FRA", "MLI", "announced")),
    ("القوات {الروسية|RUS:demonym} التي قصفت {أوكرانيا|UKR}", ("ASSAULT", "RUS", "UKR", "occurred")),
    ("قتل جنديان {فرنسيان|FRA:demonym} في هجوم شنته {روسيا|RUS}", ("ASSAULT", "RUS", "FRA", "occurred")),
]


@every(COOPERATION + CONFLICT)
def test_what_a_clause_says_is_coded(text: str, code: tuple[str, str, str, str]) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "زار {إيران|IRN:name} ثم تحدث عن أسعار القمح في {روسيا|RUS}",
        "مباحثات في {جنيف|place:46.2,6.1} حول {سوريا|SYR} واليمن",
        "قال {وزير|person:FRA} إن {ألمانيا|DEU} شريك اقتصادي كبير",
        "هاجم مسلحون مجهولون القوات {المصرية|EGY:demonym} في سيناء",
        "قتل جندي {أميركي|USA:demonym} في {أفغانستان|AFG}",
        "معبر على الحدود بين {الهند|IND} و{باكستان|PAK}",
        "أعلن {الجيش الأميركي|organ:USA} مقتل اثنين وإصابة تسعة {عراقيين|IRQ:demonym} في هجوم انتحاري",
        "قصفت طائرات مجهولة {سوريا|SYR} أمس بينما نددت {تركيا|TUR}",
        "أسعار النفط في {السعودية|SAU} و{روسيا|RUS} ارتفعت",
        "مناورة سياسية بين {فرنسا|FRA} و{ألمانيا|DEU}",
        "دبي، {الإمارات|dateline:ARE} وصل الوفد إلى {قطر|QAT}",
    ],
)
def test_states_side_by_side_are_no_relation(text: str) -> None:
    assert [one for one in found(text) if one.source and one.target] == []


def test_who_is_hit_is_not_who_hits() -> None:
    pairs = {(one.source, one.target) for one in found("استهدفت {إيران|IRN} قاعدة لـ{إسرائيل|ISR} بعد تهديد")}
    assert ("ISR", "IRN") not in pairs


def test_a_mutual_event_lists_all_its_parties() -> None:
    [one] = found("ستجري {إيران|IRN} و{روسيا|RUS} و{الصين|CHN} مناورات عسكرية مشتركة في بحر العرب")
    assert (one.actors, one.reciprocal, one.announces, one.sign) == (("IRN", "RUS", "CHN"), True, "COOPERATE", "+")
    assert {"military", "maritime"} <= set(one.context)


def test_those_who_take_part_join_the_event_that_the_text_points_back_to() -> None:
    text = (
        "ستجري {إيران|IRN} و{روسيا|RUS} مناورات بحرية مشتركة في البحر. "
        "وأشار إلى مشاركة دول أخرى مثل {الصين|CHN} و{باكستان|PAK} في هذه المناورات."
    )
    last = found(text)[-1]
    assert (last.type, last.status, last.announces) == ("AGREE", "announced", "COOPERATE")
    assert last.actors == ("IRN", "RUS", "CHN", "PAK")


def test_support_for_a_membership_is_no_membership() -> None:
    codes_found = codes("رحبت {روسيا|RUS} بانضمام {إيران|IRN} إلى {منظمة شنغهاي|org:SCO}")
    assert ("SUPPORT", "IRN", "SCO", "occurred") not in codes_found


def test_ones_own_drill_is_mobilisation() -> None:
    [one] = found("أجرت {إيران|IRN} مناورات عسكرية")
    assert (one.type, one.source, one.target, one.sign) == ("MOBILIZE", "IRN", None, "-")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قد تفرض {أميركا|USA} عقوبات على {تركيا|TUR}", "hypothetical"),
        ("لن تفرض {أميركا|USA} عقوبات على {تركيا|TUR}", "denied"),
        ("نفت {روسيا|RUS} أن قواتها قصفت {أوكرانيا|UKR}", "denied"),
        ("من المقرر أن يزور الرئيس {المصري|EGY:demonym} {باريس|FRA:capital}", "announced"),
        ("أعلنت {الرئاسة|organ:USA} إلغاء {الرئيس|person:USA} زيارته إلى {بيرو|PER}", "cancelled"),
        ("تعليق {واشنطن|USA:capital} مناوراتها العسكرية مع {سول|KOR:capital}", "suspended"),
        ("تجري {مصر|EGY} حاليا مفاوضات مع {إثيوبيا|ETH}", "ongoing"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert status in {one.status for one in found(text)}


def test_a_condition_makes_a_sanction_a_threat() -> None:
    [one] = found("ستفرض {أميركا|USA} عقوبات على {تركيا|TUR} ما لم تتراجع")
    assert (one.type, one.status) == ("THREATEN", "hypothetical")


def test_a_quotes_content_is_claimed_and_attributed() -> None:
    text = "قال {وزير الدفاع|person:UKR} إن {روسيا|RUS} قصفت {أوكرانيا|UKR} أمس"
    doc, mentions = read(text)
    quote = Quote(start=doc.text.index("إن"), end=len(doc.text), rule="test", speaker="وزير الدفاع", speaker_mention=0)
    [one] = [one for one in relations.find(doc, load(), mentions, [quote], []) if one.type == "ASSAULT"]
    assert (one.status, one.attributed_to) == ("claimed", 0)


def test_the_speakers_own_country() -> None:
    doc, mentions = read("قال {السفير|person:RUS} إن دعم بلاده انضمام {إيران|IRN} لمنظمة جديدة ثابت")
    quote = Quote(start=doc.text.index("دعم"), end=len(doc.text), rule="test", speaker="السفير", speaker_mention=0)
    pairs = {(one.type, one.source, one.target) for one in relations.find(doc, load(), mentions, [quote], [])}
    assert ("SUPPORT", "RUS", "IRN") in pairs


def test_the_two_countries_are_those_named_before() -> None:
    text = "التقى وفد {مصري|EGY:demonym} وفدا {سودانيا|SDN:demonym}. ويجري البلدان حاليا مفاوضات حول السد"
    assert ("CONSULT", "EGY", "SDN", "ongoing") in codes(text)


def test_three_states_leave_the_two_countries_open() -> None:
    text = "بحث وزراء {مصر|EGY} و{السودان|SDN} و{إثيوبيا|ETH} الأمر. ويجري البلدان حاليا مفاوضات حول السد"
    assert not [one for one in found(text) if one.status == "ongoing"]


def test_the_date_is_the_first_of_its_alternatives() -> None:
    doc, mentions = read("ستجري {إيران|IRN} و{روسيا|RUS} مناورات بحرية أواخر العام الحالي أو أوائل العام المقبل")
    first, second = doc.text.index("أواخر"), doc.text.index("أوائل")
    dates = [
        DateMention(start=0, end=5, field="title", rule="t", text="x", from_day="2020-01-01"),
        DateMention(start=first, end=first + 18, rule="t", text="أواخر العام الحالي", alternative=1, tense="future"),
        DateMention(start=second, end=second + 18, rule="t", text="أوائل العام المقبل", alternative=1, tense="future"),
    ]
    [one] = relations.find(doc, load(), mentions, [], dates)
    assert one.date == 1


def test_a_date_of_another_clause_is_not_the_events() -> None:
    doc, mentions = read("رحبت {روسيا|RUS} ب{إيران|IRN} في المنظمة التي ستعقد قمة الشهر المقبل")
    at = doc.text.index("الشهر")
    date = DateMention(start=at, end=at + 12, rule="t", text="الشهر المقبل", tense="future", from_day="2021-09-01")
    [one] = [one for one in relations.find(doc, load(), mentions, [], [date]) if one.target == "IRN"]
    assert (one.date, one.status) == (None, "occurred")


def test_an_event_is_told_once_in_a_sentence() -> None:
    text = "فرضت {كندا|CAN} عقوبات على {بيلاروسيا|BLR}، وهي عقوبات {كندية|CAN:demonym} جديدة على {بيلاروسيا|BLR}"
    assert len([one for one in found(text) if one.type == "SANCTION"]) == 1


def test_spans_hold_trigger_and_parties() -> None:
    doc, mentions = read("أمس اتهمت {كييف|UKR:capital} {موسكو|RUS:capital} بخرق الهدنة")
    [one] = relations.find(doc, load(), mentions, [], [])
    assert doc.text[one.start : one.end] == "اتهمت كييف موسكو"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{Russia|RUS} and {China|CHN} will hold joint naval drills", ("AGREE", "RUS", "CHN", "announced")),
        ("{Iran|IRN}, {Russia|RUS} and {China|CHN} held naval exercises", ("COOPERATE", "IRN", "RUS", "occurred")),
        ("The {United States|USA} imposed new sanctions on {Iran|IRN}", ("SANCTION", "USA", "IRN", "occurred")),
        ("{Israeli|ISR:demonym} air strikes on {Syria|SYR} continued", ("ASSAULT", "ISR", "SYR", "ongoing")),
        ("{Iran|IRN} was accused by the {United States|USA} of a breach", ("ACCUSE", "USA", "IRN", "occurred")),
        ("Talks between {Iran|IRN} and {Saudi Arabia|SAU} resumed", ("CONSULT", "IRN", "SAU", "occurred")),
        ("{Moscow|RUS:capital} denied that {Russia|RUS} bombed {Mali|MLI}", ("ASSAULT", "RUS", "MLI", "denied")),
        ("{Germany|DEU} expelled two {Russian|RUS:demonym} diplomats", ("SANCTION", "DEU", "RUS", "occurred")),
        ("{Turkey|TUR} may buy missiles from {Russia|RUS}", ("COOPERATE", "TUR", "RUS", "hypothetical")),
    ],
)
def test_english_clauses(text: str, code: tuple[str, str, str, str]) -> None:
    assert code in codes(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The strike of workers in {France|FRA} worried {Germany|DEU}",
        "Prices in {Iran|IRN} and {Turkey|TUR} rose",
        "A {Russian|RUS:demonym} tourist was killed in {Egypt|EGY}",
    ],
)
def test_english_neighbours_are_no_relation(text: str) -> None:
    assert [one for one in found(text, "en") if one.source and one.target] == []


GATHERED = [
    ("سفن حربية من {مصر|EGY} و{اليونان|GRC} ستجري مناورات بحرية", ("AGREE", "EGY", "GRC", "announced")),
    ("ستنفذ القوات البحرية في {قطر|QAT} و{تركيا|TUR} تمرينا مشتركا", ("AGREE", "QAT", "TUR", "announced")),
    ("القوات الجوية لكل من {الأردن|JOR} و{مصر|EGY} ستجري مناورات جوية", ("AGREE", "JOR", "EGY", "announced")),
    ("يجري الجيش {التونسي|TUN:demonym} مع نظيره {الليبي|LBY:demonym} تمرينا", ("COOPERATE", "TUN", "LBY", "occurred")),
    ("مناورات بحرية بمشاركة عشر دول، بينها {مصر|EGY} و{قبرص|CYP}", ("COOPERATE", "EGY", "CYP", "occurred")),
    ("تأجلت المناورات المشتركة بين {المغرب|MAR} و{إسبانيا|ESP}", ("COOPERATE", "MAR", "ESP", "suspended")),
    ("نفت {أنقرة|TUR:capital} أنها ستجري مناورات مع {إيران|IRN}", ("COOPERATE", "TUR", "IRN", "denied")),
    ("فرضت {كندا|CAN} عقوبات على مسؤولين في {ميانمار|MMR}", ("SANCTION", "CAN", "MMR", "occurred")),
    ("مدد {الاتحاد|org:EU} عقوباته على {روسيا|RUS}", ("SANCTION", "EU", "RUS", "occurred")),
    ("باعت {إسرائيل|ISR} {أذربيجان|AZE} منظومات صاروخية", ("COOPERATE", "ISR", "AZE", "occurred")),
    ("عناصر من {حركة|nonstate:AL-SHABAAB} هاجموا نقطة تفتيش", ("ASSAULT", "AL-SHABAAB", None, "occurred")),
    ("أعربت {الجزائر|DZA} عن رفضها اتهامات {المغرب|MAR}", ("REJECT", "DZA", "MAR", "occurred")),
    ("تنفي {بكين|CHN:capital} الاتهامات {الأميركية|USA:demonym}", ("REJECT", "CHN", "USA", "occurred")),
    ("قطعت {السعودية|SAU} و{مصر|EGY} علاقاتهما مع {قطر|QAT}", ("SANCTION", "EGY", "QAT", "occurred")),
    ("علقت {الجامعة|org:ARAB-LEAGUE} عضوية {سوريا|SYR}", ("SANCTION", "ARAB-LEAGUE", "SYR", "occurred")),
    ("قصفت {تركيا|TUR} مواقع في {العراق|IRQ}، وهو ما نفته الوزارة", ("ASSAULT", "TUR", "IRQ", "denied")),
]


@every(GATHERED)
def test_organs_companions_and_what_happens_to_an_event(text: str, code: tuple[str, str, str | None, str]) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The navies of {Chile|CHL} and {Peru|PER} will hold joint exercises", ("AGREE", "CHL", "PER", "announced")),
        ("He said {Oman|OMN} and {Kenya|KEN} would hold joint naval drills", ("AGREE", "OMN", "KEN", "announced")),
        ("{Brazil|BRA} and {Chile|CHL} plan to hold joint air exercises", ("AGREE", "BRA", "CHL", "announced")),
        ("{Ankara|TUR:capital} denied it would hold drills with {Iran|IRN}", ("COOPERATE", "TUR", "IRN", "denied")),
        ("{Russia|RUS} threatened to attack {Japan|JPN}", ("ASSAULT", "RUS", "JPN", "hypothetical")),
        ("{India|IND} lifted the sanctions imposed on {Nepal|NPL}", ("RETREAT", "IND", "NPL", "occurred")),
        ("{Poland|POL} sold {Ukraine|UKR} missiles", ("COOPERATE", "POL", "UKR", "occurred")),
        ("Joint drills involving {Egypt|EGY} and {Oman|OMN} were postponed", ("COOPERATE", "EGY", "OMN", "suspended")),
    ],
)
def test_the_same_in_english(text: str, code: tuple[str, str, str, str]) -> None:
    assert code in codes(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "سحبت {أميركا|USA} قوات من {سوريا|SYR} بعد قصف {روسيا|RUS} مواقع",
        "شاهد القوات في {العراق|IRQ} وهي تنفذ مناورات قرب {تركيا|TUR}",
    ],
)
def test_forces_in_a_state_need_not_be_its_own(text: str) -> None:
    assert not [one for one in found(text) if one.type in ("COOPERATE", "MOBILIZE") or one.source == "SYR"]


def test_talks_between_two_are_not_the_hosts() -> None:
    rows = found("{Turkey|TUR} will host talks between {Russia|RUS} and {Ukraine|UKR}", "en")
    [talks] = [one for one in rows if one.reciprocal]
    assert talks.actors == ("RUS", "UKR")
    assert {(one.source, one.target) for one in rows if one is not talks} == {("TUR", "RUS"), ("TUR", "UKR")}


def test_an_armed_drone_is_no_protest() -> None:
    assert "PROTEST" not in {one.type for one in found("أسقطت {إيران|IRN} طائرة مسيرة {أميركية|USA:demonym}")}


@pytest.mark.parametrize(
    ("text", "language", "announced"),
    [
        ("Chad will release 50 Malian prisoners.", "en", ("CONCEDE", "release", "RETREAT")),
        ("سيزور الرئيس التشادي مالي الأسبوع المقبل.", "ar", ("AGREE", "visit", "CONSULT")),
    ],
)
def test_what_is_announced_keeps_the_mode_of_its_deed(
    text: str, language: str, announced: tuple[str, str, str]
) -> None:
    [one] = extract(text, published="2024-03-06", language=language).relations
    assert (one.type, one.mode, one.announces) == announced
