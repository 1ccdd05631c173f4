"""States, organs and places in sentences: what must be found, and what must not though the letters are there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import extract
from dashboard.clean.document import analyse
from dashboard.extractors import phrases
from dashboard.lexicon import load
from dashboard.model import Article, Mention
from dashboard.resolve import mentions
from tests.every import every


def named(text: str, language: str = "ar") -> tuple[Mention, ...]:
    lexicon = load()
    doc = analyse(text, language=language)
    return mentions.resolve([(doc, phrases.find(doc, lexicon))], lexicon, Article(text=text))


def states(text: str) -> set[tuple[str, str]]:
    return {(m.id, m.text) for m in named(text) if m.kind == "country"}


@every(
    [
        ("زار الوفد روسيا والصين", {("RUS", "روسيا"), ("CHN", "الصين")}),
        ("وبإيران وللعراق ولبنان", {("IRN", "إيران"), ("IRQ", "لعراق"), ("LBN", "لبنان")}),
        ("الرئيس الروسي والوفود الإيرانية", {("RUS", "الروسي"), ("IRN", "الإيرانية")}),
        ("تعاونا صينيا مع الفرنسيين", {("CHN", "صينيا"), ("FRA", "الفرنسيين")}),
        ("موسكو وطهران اتفقتا", {("RUS", "موسكو"), ("IRN", "طهران")}),
        ("كوريا الشمالية والكوري الجنوبي", {("PRK", "كوريا الشمالية"), ("KOR", "الكوري الجنوبي")}),
        ("سلطنة عُمان", {("OMN", "سلطنة عُمان")}),
        ("اجتماع في عمّان", {("JOR", "عمّان")}),
        ("اجتماع في عُمان حضره الأردن", {("OMN", "عُمان"), ("JOR", "الأردن")}),
        ("أوكرانيا و جنوب أفريقيا", {("UKR", "أوكرانيا"), ("ZAF", "جنوب أفريقيا")}),
        ("في مالي والنيجر", {("MLI", "مالي"), ("NER", "النيجر")}),
        ("الصِّينُ وَرُوسْيَا", {("CHN", "الصِّينُ"), ("RUS", "رُوسْيَا")}),
        ("عاصمة قرغيزستان بيشكيك", {("KGZ", "قرغيزستان"), ("KGZ", "بيشكيك")}),
        ("التقت الكوريتان", {("PRK", "الكوريتان"), ("KOR", "الكوريتان")}),
        ("بين كوريا الشمالية والجنوبية", {("PRK", "كوريا الشمالية"), ("KOR", "الجنوبية")}),
        # hard negatives
        ("أزمة مالية ودعم مالي كبير", set()),
        ("أعلنت النيجر تضامنها مع مالي", {("NER", "النيجر"), ("MLI", "مالي")}),
        ("أعلنت النيجر تقديم دعم مالي، وقال خبير مالي ذلك", {("NER", "النيجر")}),
        ("أدى صلاة المغرب في المسجد", set()),
        ("الدائرة بنصف قطر خمسة أمتار", set()),
        ("أنبوب بقطر 48 بوصة", set()),
        ("حفرة بقطر ثلاثة أمتار", set()),
        ("فازت قطر 3 - 1", {("QAT", "قطر")}),
        ("سفن في بحر عمان والمحيط الهندي", set()),
        ("الأمير تركي الفيصل", set()),
        ("قالت الباحثة قطر الندى", set()),
        ("أصيب في يده اليمنى", set()),
        ("كتب في جريدة الصباح وكان ناجحا", set()),
        ("قالت هند إن القمر جميل", set()),
        ("مجلس الأمن القومي", set()),
    ]
)
def test_arabic_states(text: str, expected: set[tuple[str, str]]) -> None:
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US and Russian officials met in Geneva", {("USA", "US"), ("RUS", "Russian")}),
        ("He told us that the Chinese left", {("CHN", "Chinese")}),
        ("The U.S. Navy and Britain's fleet", {("GBR", "Britain")}),
        ("Michael Jordan scored", set()),
        ("ships in the Sea of Oman and the Indian Ocean", set()),
    ],
)
def test_english_states(text: str, expected: set[tuple[str, str]]) -> None:
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("talks at the Organisation for Security and Co-operation in Europe", "OSCE"),
        ("أعلن البنتاغون", "PENTAGON"), ("جلسة مجلس الأمن الدولي", "UNSC"), ("منظمة شانغهاي للتعاون", "SCO"),
        ("قال الكرملين", "KREMLIN"), ("الحرس الثوري الإيراني", "IRGC"), ("في البيت الأبيض", "WHITE-HOUSE"),
    ],
)  # fmt: skip
def test_organisations(text: str, id: str) -> None:
    assert id in {m.id for m in named(text) if m.kind == "organization"}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("وصلت السفن إلى بندر عباس صباحا", "place", "بندر عباس"),
        ("شن المسلحون هجوما في جلال آباد", "place", "جلال آباد"),
        ("قال الخبير بندر عباس الحسن إن السفن وصلت", "person", "بندر عباس الحسن"),  # somebody of that name
    ],
)
def test_a_place_that_begins_like_a_person(text: str, kind: str, name: str) -> None:
    assert {(m.kind, m.text) for m in extract(text, language="ar").mentions if m.text.startswith(name[:4])} == {
        (kind, name)
    }


def test_a_seat_of_government_counts_for_its_state() -> None:
    text = "قال الكرملين إن روسيا ترحب."
    lexicon = load()
    found = named(text)
    (state,) = mentions.countries(found, [analyse(text)], lexicon)
    assert (state.id, state.count, set(state.via)) == ("RUS", 2, {"organization", "name"})


def test_a_capital_that_looks_like_an_adverb_is_a_capital() -> None:
    (mention,) = [m for m in named("زار الوزير برازيليا") if m.kind == "country"]
    assert (mention.id, mention.via) == ("BRA", "capital")


def test_a_dateline_is_no_actor() -> None:
    text = "موسكو (رويترز) - قالت إيران إنها مستعدة."
    lexicon, doc = load(), analyse(text)
    found = mentions.resolve([(doc, phrases.find(doc, lexicon))], lexicon, Article(text=text, dateline=(0, 16)))
    assert [c.id for c in mentions.countries(found, [doc], lexicon)] == ["IRN"]


def test_a_standfirst_told_twice_counts_once() -> None:
    line = "أعلنت روسيا بدء مناورات واسعة في الشرق الأقصى بمشاركة آلاف الجنود"
    text = f"{line}.\n{line} يوم أمس."
    lexicon, doc = load(), analyse(text)
    found = mentions.resolve([(doc, phrases.find(doc, lexicon))], lexicon, Article(text=text))
    assert [(c.id, c.count) for c in mentions.countries(found, [doc], lexicon)] == [("RUS", 1)]


def test_a_dissolved_state_is_no_state_of_today() -> None:
    text = "انهار الاتحاد السوفيتي"
    assert not mentions.countries(named(text), [analyse(text)], load())


@given(st.text(alphabet=st.sampled_from("الروسي وبإيران،. \u064e\u0640عمانمسقط\u200f\nكوريا"), max_size=60))
def test_spans_hold_for_any_text(text: str) -> None:
    last = 0
    for mention in named(text):
        assert mention.start is not None and mention.end is not None
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.start if "كوريت" in mention.text else mention.end
