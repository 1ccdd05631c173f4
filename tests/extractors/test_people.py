"""People: where a name begins and ends, its office and state, short forms, and what is no person."""

from __future__ import annotations

import pytest

from dashboard.clean.document import analyse
from dashboard.extractors import organs, people, phrases
from dashboard.lexicon import load
from dashboard.model import Article, Mention
from dashboard.resolve import mentions
from tests.every import every


def persons(text: str, language: str = "ar") -> list[Mention]:
    doc, lexicon = analyse(text, language=language), load()
    candidates = phrases.find(doc, lexicon)
    candidates += organs.find(doc, lexicon, candidates)
    candidates += people.find(doc, lexicon, candidates)
    found = mentions.resolve([(doc, candidates)], lexicon, Article(text=text, language=language))
    return [mention for mention in found if mention.kind == "person"]


@every(
    [
        # titles and offices; the title is no part of the name
        ("وصل العميد سليم قرنفلي إلى القاعدة أمس.", ["سليم قرنفلي"]),
        ("تسلم الوسيط الأميركي فالتر غوستافسون رسالتين.", ["فالتر غوستافسون"]),
        ("قال نائب وزير الخارجية الروسي غريغوري بانشينوف إن المحادثات مفيدة.", ["غريغوري بانشينوف"]),
        ("استقبل السفير الصيني لدى القاهرة، لياو ليتشانغ، وفدا تجاريا.", ["لياو ليتشانغ"]),
        ("صرحت المتحدثة باسم وزارة الدفاع التركية نورهان كايابينار بأن السفينة عادت.", ["نورهان كايابينار"]),
        ("التقى الوزير نظيره الهندي راجيش كوماراسوامي في نيودلهي.", ["راجيش كوماراسوامي"]),
        ("قال المتحدث باسم الجيش الكولونيل جيرالد هوبكنسون للصحفيين إن التدريب انتهى.", ["جيرالد هوبكنسون"]),
        ("استقبل الملك فؤاد الأول الوفد.", ["فؤاد الأول"]),
        # compounds
        ("وصل محمد بن راشد آل مكتوم إلى العاصمة.", ["محمد بن راشد آل مكتوم"]),
        ("انتخب عبد الحكيم أبو العينين رئيسا للجنة.", ["عبد الحكيم أبو العينين"]),
        ("ذكر الشيخ نور الدين الزبيدي الخبر.", ["نور الدين الزبيدي"]),
        # given names without a title, lists, clitics
        ("شارك محمد الغرياني وخالد بن يوسف ونيكولا دوبريه.", ["محمد الغرياني", "خالد بن يوسف", "نيكولا دوبريه"]),
        ("رسالة إلى يوسف الغرياني ولأحمد الزنتاني.", ["يوسف الغرياني", "أحمد الزنتاني"]),
        ("جان-إيف لودريان في بيروت.", ["جان-إيف لودريان"]),
        # a verb of saying around unknown words
        ("وقال كوفنهاغر إن الأسعار سترتفع.", ["كوفنهاغر"]),
        ("وقال الخبير الدكتور كمال العلمي إن السوق مستقرة.", ["كمال العلمي"]),
        ("ووصل سلطان بروناي الشيخ رشيد بوشامة الثاني.", ["رشيد بوشامة الثاني"]),
        ("قال الناطق باسم قيادة «نسور الجبل» العميد سليم قرنفلي إن", ["سليم قرنفلي"]),
        # two commas, and a leader's word before it, show a name though its first or last word is a word of the language
        ("أكد السفير التركي لدى الرباط، أزمان محمود خان، أن بلاده ترحب.", ["أزمان محمود خان"]),
        ("قال السفير التركي، خلال زيارة أحمد، إن", []),
        ("ووصل الوفد العراقي برئاسة عباس زماني إلى المدينة.", ["عباس زماني"]),
        ("وصل الوفد برئاسة عباس رسميا إلى المدينة.", []),
        # ships called after people
        ('وأبحرت الفرقاطة "الأميرال غورشكوف" شمالا.', []),
        ("ترافقها المدمرة رالف هوبكنسون وحاملة الطائرات جورج هوبكنسون.", []),
        ("وقال قائد الفرقاطة العقيد سليم قرنفلي إن السفينة جاهزة.", ["سليم قرنفلي"]),
        # hard negatives: words that are names elsewhere, things named after people, titles without a name
        ("كان المواطن سعيدا بعمل كريم وجميل.", []),
        ("افتتح مستشفى الملك فهد في جامعة الملك سعود.", []),
        ("قال الرئيس الروسي إن الاتفاق مهم.", []),
        ("اجتمع وزير الخارجية مع المتحدث باسم الحكومة مساء.", []),
        ("على الحكومة أن تعمل على حل الأزمة حتى نهاية العام.", []),
        ("أعلنت وزارة الخارجية الروسية أن المحادثات ستجري في سبتمبر المقبل.", []),
        ("قال الفريق الأول إنه فاز بالبطولة.", []),
        ("شارك الجيش في تدريبات «ماكس ثاندر» الجوية.", []),
        ("وأماط تشانغ اللثام عن الصفقة.", []),
        ("يزيد المخاوف من اندلاع حرب جديدة أمل الناس في السلام.", []),
        ("وزير الدفاع يزور القاعدة البحرية صباح اليوم.", []),
    ]
)
def test_arabic_names(text: str, names: list[str]) -> None:
    assert [mention.text for mention in persons(text)] == names


@every(
    [
        ("قال السفير الروسي لدى طهران، غريغوري بانشينوف، إن", "السفير الروسي لدى طهران", "RUS"),
        ("قال السفير الإيراني في موسكو رضا شعبانزاده إن", "السفير الإيراني في موسكو", "IRN"),
        ("قال سفير باكستان لدى الصين طارق نورزاي إن", "سفير باكستان لدى الصين", "PAK"),
        ("وزير الدفاع الإيراني العميد رضا شعبانزاده", "وزير الدفاع الإيراني العميد", "IRN"),
        ("وتحدث رضا شعبانزاده، المتحدث باسم البرلمان الإيراني، عن", "المتحدث باسم البرلمان الإيراني", "IRN"),
        ("المبعوث الأممي إلى اليمن ماركوس لوندغرين", "المبعوث الأممي إلى اليمن", None),
        ("للرئيس الأوكراني أوليكسي بانشينكو", "الرئيس الأوكراني", "UKR"),
        ("قال السيد خالد الغرياني إن", None, None),
        # a demonym that is a common word too
        ("قال وزير المالية المصري رضا شعبانزاده إن", "وزير المالية المصري", "EGY"),
        ("قال الرئيس المالي رضا شعبانزاده إن", "الرئيس المالي", "MLI"),
        ("قال وزير المالية رضا شعبانزاده إن", "وزير المالية", None),
        # definite descriptions and the parties of talks
        ("قال سفير المملكة لدى باكستان رضا شعبانزاده إن", "سفير المملكة لدى باكستان", "SAU"),
        ("أعلن المغرب ذلك. وقال سفير المملكة لدى باكستان رضا شعبانزاده إن", "سفير المملكة لدى باكستان", "MAR"),
        ("ووقع عن الجانب الصربي وزير الدفاع رضا شعبانزاده.", "وزير الدفاع", "SRB"),
        ("ورد كبير المفاوضين الإيرانيين رضا شعبانزاده بأن", "كبير المفاوضين الإيرانيين", "IRN"),
        ("قال مساعد وزير الدفاع رضا شعبانزاده إن", "مساعد وزير الدفاع", None),
        ("وصل الوفد الإيراني برئاسة رضا شعبانزاده، قائد التدريب، إلى", "قائد التدريب", "IRN"),
        ("بيان من وزارة الدفاع الإيرانية. وقال مساعد وزير الدفاع رضا شعبانزاده إن", "مساعد وزير الدفاع", "IRN"),
    ]
)
def test_role_and_state(text: str, role: str | None, country: str | None) -> None:
    (person,) = persons(text)
    assert (person.role, person.country) == (role, country)


def test_short_mentions_join_the_full_name() -> None:
    text = (
        "قال السفير الروسي لدى طهران، غريغوري بانشينوف، إن السفن وصلت. وأكد بانشينوف أن التدريب بدأ، "
        "وأضاف السفير بانشينوف أن النتائج جيدة، ثم غادر القاعة. ورحب الوفد بكلام بانشينوف."
    )
    found = persons(text)
    assert [mention.text for mention in found] == ["غريغوري بانشينوف"] + ["بانشينوف"] * 3
    assert {mention.id for mention in found} == {"person:غريغوري بانشينوف"}
    assert {mention.country for mention in found} == {"RUS"}
    assert all(mention.role for mention in found)


def test_namesakes_stay_apart() -> None:
    found = persons("قال وزير المالية المصري سامي الزنتاني إن المال جاهز. وقال لاعب المنتخب كمال الزنتاني إنه سعيد.")
    assert len({mention.id for mention in found}) == 2


def test_known_leaders_take_the_role_of_the_text() -> None:
    (putin,) = persons("أعلن الرئيس الروسي فلاديمير بوتين عن القمة.")
    assert (putin.id, putin.role, putin.country) == ("vladimir-putin", "الرئيس الروسي", "RUS")
    assert putin.name_en == "Vladimir Putin"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iranian Deputy Foreign Minister Reza Shabanzadeh said talks went well.", ["Reza Shabanzadeh"]),
        ("Grigory Panshinov, the Russian ambassador to Tehran, told reporters so.", ["Grigory Panshinov"]),
        ('"It is late," said Gen. Gerald F. Hopkinson. Hopkinson left.', ["Gerald F. Hopkinson", "Hopkinson"]),
        ("The frigate Admiral Gorshkov and HMS Daring left the port.", []),
        ("Sweden's Pal Jonson said so.", ["Pal Jonson"]),
        ("He met his Chilean counterpart Adriana Delpiano.", ["Adriana Delpiano"]),
        ("The defence ministers Chen Haoran and Park Min-ho met.", ["Chen Haoran", "Park Min-ho"]),
        ("Deputy Minister Wu Jianmin and Golden signed.", ["Wu Jianmin"]),
        ("Pal Jonson of Sweden said so.", ["Pal Jonson"]),
        ("According to Carla Mendoza, exports rose.", ["Carla Mendoza"]),
        ("Deputy Minister Wu Jianmin arrived. Wu told reporters so.", ["Wu Jianmin", "Wu"]),
        ("Deputy Minister Sun Jianmin arrived. The Sun rose.", ["Sun Jianmin"]),
        ("Officials of the Foreign Ministry met on Tuesday Morning in New York.", []),
        ("The Supreme Court and the Air Force said nothing.", []),
    ],
)
def test_english_names(text: str, names: list[str]) -> None:
    assert [mention.text for mention in persons(text, "en")] == names


def test_english_leaders_in_other_spellings_join_the_listed_one() -> None:
    text = "Russian Foreign Minister Sergei Lavrov met President Volodymyr Zelenskiy."
    assert [mention.id for mention in persons(text, "en")] == ["sergey-lavrov", "volodymyr-zelensky"]


def test_english_state_of_a_possessive() -> None:
    (person,) = persons("Sweden's Pal Jonson said so.", "en")
    assert person.country == "SWE"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("He met U.S. House Speaker Carol Weston.", "U.S. House Speaker"),
        ("EU foreign policy chief Carol Weston left.", "EU foreign policy chief"),
        ("The speaker hummed in House Road.", None),
    ],
)
def test_english_offices_of_parliament_and_party(text: str, role: str | None) -> None:
    assert [mention.role for mention in persons(text, "en")] == ([role] if role else [])


def test_english_role_and_state() -> None:
    (person,) = persons("Grigory Panshinov, the Russian ambassador to Tehran, told reporters so.", "en")
    assert (person.role, person.country) == ("Russian ambassador to Tehran", "RUS")
