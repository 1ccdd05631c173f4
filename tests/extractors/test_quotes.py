"""Quotes: the speaker, the statement without its verb, direct or not, who relays it; and what is no quote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clean.document import analyse
from dashboard.extractors import organs, people, phrases, quotes
from dashboard.lexicon import load
from dashboard.model import Article, Field, Quote
from dashboard.resolve import mentions
from tests.every import every

from .marked import read


def said(text: str, language: str = "ar", field: Field = "text") -> list[Quote]:
    doc, lexicon = analyse(text, field, language), load()
    candidates = phrases.find(doc, lexicon)
    candidates += organs.find(doc, lexicon, candidates)
    candidates += people.find(doc, lexicon, candidates)
    found = mentions.resolve([(doc, candidates)], lexicon, Article(text=text, language=language))
    return quotes.find(doc, lexicon, found)


SHIP = "السفينة وصلت إلى الميناء"


@every(
    [
        (f"قال العميد سليم قرنفلي إن {SHIP}.", "سليم قرنفلي", SHIP, False),
        (f"وأكد وزير النقل المصري سامي الزنتاني، الثلاثاء، أن {SHIP}.", "سامي الزنتاني", SHIP, False),
        (f"وقال سامي الزنتاني: «{SHIP}».", "سامي الزنتاني", SHIP, True),
        (f'وقالت نادية الزنتاني في بيان إن "{SHIP}".', "نادية الزنتاني", SHIP, True),
        (f'وقال سامي الزنتاني "{SHIP}', "سامي الزنتاني", SHIP, True),  # never closed
        (f"وقال مصدر مطلع إن {SHIP}.", "مصدر مطلع", SHIP, False),
        (f"وذكرت مصادر دبلوماسية أن {SHIP}.", "مصادر دبلوماسية", SHIP, False),
        (f"وأعلنت وزارة الدفاع الروسية أن {SHIP}.", "وزارة الدفاع الروسية", SHIP, False),
        (f"قال مسؤول في وزارة الدفاع الإيرانية إن {SHIP}.", "مسؤول في وزارة الدفاع الإيرانية", SHIP, False),
        (f"لكن مسؤولا أميركيا قال إن {SHIP}.", "مسؤولا أميركيا", SHIP, False),
        ("وأعرب سامي الزنتاني عن ارتياحه للنتائج.", "سامي الزنتاني", "ارتياحه للنتائج", False),
        ("ونفى سامي الزنتاني وجود خلاف.", "سامي الزنتاني", "وجود خلاف", False),
        (f"وكانت موسكو قد أعلنت أن {SHIP}.", "موسكو", SHIP, False),
        (f"{SHIP}، وفقا لوزارة الدفاع الروسية.", "وزارة الدفاع الروسية", SHIP, False),
        (f"وبحسب وكالة رويترز، {SHIP}.", "وكالة رويترز", SHIP, False),
        (f"«{SHIP}»، هكذا قال العميد سليم قرنفلي.", "سليم قرنفلي", SHIP, True),
        (f"وكان العميد سليم قرنفلي قد صرح، أمس، بأن {SHIP}.", "سليم قرنفلي", SHIP, False),
        (f"وقال سامي الزنتاني في مقابلة مع «الخبر»: «{SHIP}».", "سامي الزنتاني", SHIP, True),
        (f"ويوم الثلاثاء الماضي أعلن السفير التركي، سامي الزنتاني، أن {SHIP}.", "سامي الزنتاني", SHIP, False),
        (f"وبحسب المتحدثة باسم الحكومة نادية الزنتاني، فإن {SHIP}.", "نادية الزنتاني", SHIP, False),
        ("وبدوره أكد سامي الزنتاني جاهزية القوات.", "سامي الزنتاني", "جاهزية القوات", False),
        (f"وأبلغ سامي الزنتاني وكالة الأنباء الليبية أن {SHIP}.", "سامي الزنتاني", SHIP, False),
    ]
)
def test_statement(text: str, speaker: str, statement: str, direct: bool) -> None:
    (quote,) = said(text)
    assert (quote.speaker, text[quote.start : quote.end], quote.direct) == (speaker, statement, direct)


@pytest.mark.parametrize(
    "text",
    [
        "يقال إن السفينة غرقت.",
        "قاتل «حزب الله» في المنطقة.",
        "شاهد المخرج فيلم «الطريق إلى البحر».",
        "لم يقل الوزير شيئا.",
        "ورفض أن يوضح السبب.",
        "الطريق بين المدينتين مفتوح عبر الجبل.",
        "صدر تقرير جديد عن رأي الخبراء في الأزمة.",
        "يذكر أن السفينة غرقت العام الماضي.",
        "وصل الوزير إلى القاعدة البحرية.",
        "وقرر ذلك بعد أن اعتبر القدس عاصمة للدولة.",
        "قال كثيرون إن السفينة غرقت.",
        "ويشير ذلك إلى ضرورة الحل.",
        "مر الفريق عبر اللاعب سامي الزنتاني، قبل أن يسجل الهدف.",
    ],
)
def test_no_statement(text: str) -> None:
    assert said(text) == []


def speakers(text: str, field: Field = "text") -> list[str | None]:
    return [quote.speaker for quote in said(text, field=field)]


def test_the_last_speaker_goes_on() -> None:
    text = f"قال سامي الزنتاني إن {SHIP}، مشيرا إلى تحسن الطقس. وأضاف أن الرحلة طويلة. وتابع قائلا: «سنعود قريبا»."
    assert speakers(text) == ["سامي الزنتاني"] * 4


def test_an_office_calls_its_holder() -> None:
    text = f"قال السفير الروسي لدى طهران، غريغوري بانشينوف، إن {SHIP}. كما قال السفير الروسي إن الطقس جيد."
    assert speakers(text) == ["غريغوري بانشينوف"] * 2


def test_an_office_without_holder_stays_as_written() -> None:
    assert speakers(f"وقال السفير الفرنسي إن {SHIP}.") == ["السفير الفرنسي"]


def test_joint_speakers_have_a_row_each() -> None:
    found = said(f"وأكد سامي الزنتاني وخالد الغرياني أن {SHIP}.")
    assert [quote.speaker for quote in found] == ["سامي الزنتاني", "خالد الغرياني"]
    assert len({(quote.start, quote.end) for quote in found}) == 1


def test_relayed() -> None:
    (quote,) = said(f"ونقلت وكالة إنترفاكس عن غريغوري بانشينوف قوله إن {SHIP}.")
    assert (quote.speaker, quote.relayed_by) == ("غريغوري بانشينوف", "وكالة إنترفاكس")
    (quote,) = said(f"وقال غريغوري بانشينوف في حديث لوكالة تاس إن {SHIP}.")
    assert quote.speaker == "غريغوري بانشينوف" and quote.relayed_by is not None and "تاس" in quote.relayed_by


def test_who_is_asked_does_not_speak() -> None:
    text = "وانتقد سامي الزنتاني الصفقة، وطالب مجلس الأمن بفرض حظر شامل."
    assert "مجلس الأمن" not in speakers(text)


def test_what_states_call_for_is_said_only_in_somebodys_words() -> None:
    assert said("ودعت منظمة العفو الدولية مجلس الأمن إلى فرض حظر شامل.") == []
    assert speakers("ودعا سامي الزنتاني مجلس الأمن إلى فرض حظر شامل.") == ["سامي الزنتاني"]
    assert speakers('ودعت منظمة العفو الدولية مجلس الأمن إلى فرض "حظر شامل وفوري".') == ["منظمة العفو الدولية"]


def test_a_report_within_a_report_keeps_its_speaker() -> None:
    text = f"قال سامي الزنتاني إن موسكو تتوقع أن {SHIP}."
    assert speakers(text) == ["سامي الزنتاني"]


def test_a_weak_surname_of_somebody_named_in_full_speaks() -> None:
    text = f"قال السفير التركي، سهيل محمود خان، إن {SHIP}. وكشف خان عن مفاوضات."
    assert speakers(text) == ["سهيل محمود خان"] * 2
    assert speakers(f"قال السفير سهيل محمود خان إن {SHIP}، ووصل إلى خان شيخون.") == ["سهيل محمود خان"]


def test_headlines() -> None:
    (quote,) = said(f"وزارة الدفاع الروسية: {SHIP}", field="title")
    assert (quote.speaker, quote.verb) == ("وزارة الدفاع الروسية", ":")
    assert speakers("طهران تعلن بدء التدريب", field="title") == ["طهران"]
    assert speakers("سوريا: ماذا بعد الاتفاق؟", field="title") == []


def test_verb_and_mention() -> None:
    text = f"وأكّد سامي الزنتاني أن {SHIP}."
    (quote,) = said(text)
    assert quote.verb == "أكّد"
    assert quote.speaker_mention is not None


@every(
    [
        ("Grigory Panshinov said that the ship had arrived.", "Grigory Panshinov", "the ship had arrived", False),
        ('"The ship has arrived," said Gen. Gerald Hopkinson.', "Gerald Hopkinson", "The ship has arrived", True),
        ("A senior Iranian official said that talks had begun.", "senior Iranian official", "talks had begun", False),
        ('"We are late," Gen. Gerald Hopkinson told reporters in Rome.', "Gerald Hopkinson", "We are late", True),
        ("The ship was late, a senior official said on Monday.", "senior official", "The ship was late", False),
        ("According to Reuters, the ship had arrived.", "Reuters", "the ship had arrived", False),
        # asides between the subject and its verb
        ("Bolivia, which borders Peru, said it would open the road.", "Bolivia", "it would open the road", False),
        ("A diplomat, who asked for anonymity, said the port was open.", "diplomat", "the port was open", False),
        (
            "The ship was late, the Russian ambassador to Cuba, Grigory Panshinov, said on Monday.",
            "Grigory Panshinov",
            "The ship was late",
            False,
        ),
        (
            "The ship was late, Colonel Gerald Hopkinson, a spokesman for the army, said in a statement.",
            "Gerald Hopkinson",
            "The ship was late",
            False,
        ),
        # who is told, and where a source sits, does not speak
        (
            "Gen. Gerald Hopkinson told President Karl Lundgren that talks had begun.",
            "Gerald Hopkinson",
            "talks had begun",
            False,
        ),
        ("Gen. Gerald Hopkinson told reporters the talks had begun.", "Gerald Hopkinson", "the talks had begun", False),
        ("Officials in Dhaka said the ferry would return.", "Officials in Dhaka", "the ferry would return", False),
        ("Peru's foreign ministry denied that it knew.", "Peru's foreign ministry", "it knew", False),
        # days and occasions are no part of what is said; verbs whose preposition opens it
        ("Peru said on Tuesday it would open the road.", "Peru", "it would open the road", False),
        ("Peru accused Chile of closing the road.", "Peru", "closing the road", False),
        ("Peru denied the report on Friday.", "Peru", "the report on Friday", False),
    ]
)
def test_english(text: str, speaker: str, statement: str, direct: bool) -> None:
    (quote,) = said(text, "en")
    assert (quote.speaker, text[quote.start : quote.end], quote.direct) == (speaker, statement, direct)


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers will debate the purchase of ships from the United States on Monday.",
        "Peru's foreign minister, Grigory Panshinov, accused.",
        "The visit to the ministry was called off.",
        '"He said the ship had sunk," the report.',
    ],
)
def test_english_no_statement(text: str) -> None:
    assert said(text, "en") == []


@pytest.mark.parametrize("reply", ["which Chile denied", "a claim Chile rejected"])
def test_an_english_reply_is_to_the_statement_before(reply: str) -> None:
    text = f"Peru said Chile had closed the road, {reply}."
    found = said(text, "en")
    assert [(quote.speaker, text[quote.start : quote.end]) for quote in found] == [
        ("Peru", "Chile had closed the road"), ("Chile", "Chile had closed the road"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "statement", "direct"),
    [
        ("Exports rose by a third, according to two officials.", "two officials", "Exports rose by a third", False),
    ],
)
def test_english_sources(text: str, speaker: str, statement: str, direct: bool) -> None:
    (quote,) = said(text, "en")
    assert (quote.speaker, text[quote.start : quote.end], quote.direct) == (speaker, statement, direct)


_PIECES = st.sampled_from([*'قال وأضاف سامي الزنتاني إن : « » " ، . بحسب رويترز قائلا وزير عن نقلت'.split(), "\n"])  # noqa: SIM905


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from(["ar", "en"]))
def test_any_order_of_cues_gives_sound_spans(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for quote in said(text, language):
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end].strip() == text[quote.start : quote.end]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ('"We will answer," said {Sergei Lavrov|person:RUS}, "and firmly so."', "Sergei Lavrov", "and firmly so"),
        ('{Kim|person:PRK}, 40, went home. Ties "should not be politicised", he said.', "Kim", "should not be"),
        ("An official who asked not to be named said the talks had collapsed.", "official", "had collapsed"),
        ('{Israel|ISR} called the ruling of the court "shameful".', "Israel", "shameful"),
        ("Talks are possible, the {Kremlin|organ:RUS} said, but only on its terms.", "Kremlin", "Talks are possible"),
        ("Growth has slowed, Zambrano said on Monday.", "Zambrano", "Growth has slowed"),
    ],
)
def test_english_speakers_behind_within_and_unnamed(text: str, speaker: str, words: str) -> None:
    doc, named = read(text, language="en")
    found = quotes.find(doc, load(), named)
    assert any(one.speaker == speaker and words in doc.text[one.start : one.end] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The general had seen the ministry before he left Rome.",
        "{Ecuador|ECU} had declared the ambassador persona non grata on Thursday.",
        "{Honduras|HND} recalled its envoy.",
    ],
)
def test_english_deeds_are_no_statements(text: str) -> None:
    doc, named = read(text, language="en")
    assert quotes.find(doc, load(), named) == []
