"""Reports of all shapes: what a verb governs across a gap, who else speaks, credits, headlines; what is no report."""

from __future__ import annotations

import pytest

from tests.every import every

from .test_quotes import said

SHIP = "السفينة وصلت إلى الميناء"


def rows(text: str, language: str = "ar") -> list[tuple[str | None, str]]:
    return [(quote.speaker, text[quote.start : quote.end]) for quote in said(text, language)]


@every(
    [
        # a preposition that opens what is said, with days, places and who is told before it
        ("وهدد سامي الزنتاني، في وقت سابق من الأربعاء، بإلغاء الرحلة.", "سامي الزنتاني", "بإلغاء الرحلة"),
        ("وأعلنت كينيا يوم الأحد عن شراء السفينة.", "كينيا", "شراء السفينة"),
        ("دعا سامي الزنتاني، الخميس، لمنح البحارة وقتا أطول.", "سامي الزنتاني", "لمنح البحارة وقتا أطول"),
        ("ودعا سامي الزنتاني البحارة للتهدئة.", "سامي الزنتاني", "للتهدئة"),
        ("وتعهد سامي الزنتاني في بيان بإصلاح السفينة.", "سامي الزنتاني", "بإصلاح السفينة"),
        ("اتهمت كينيا أوغندا بإغراق السفينة.", "كينيا", "بإغراق السفينة"),
        ("لكن سامي الزنتاني نفى ذلك في شهادته.", "سامي الزنتاني", "ذلك في شهادته"),
        ("وأعلنت كينيا في الافتتاح عن شراء السفينة.", "كينيا", "شراء السفينة"),
        ("ودعا التقرير الرياض إلى الحوار.", "التقرير", "الحوار"),
        (f"وقالت سعاد الزنتاني، أمام المجلس، قبل التصويت، «{SHIP}».", "سعاد الزنتاني", SHIP),
        ("وأدانت كينيا «العمل الجبان» في الميناء.", "كينيا", "«العمل الجبان» في الميناء"),
        ("وحذر سامي الزنتاني مما وصفه بالكارثة.", "سامي الزنتاني", "وصفه بالكارثة"),
        # dashes, a source that asked not to be named, a relay behind the speaker
        (f"وقالت كينيا - نقلا عن خبراء لديها - إن {SHIP}.", "كينيا", SHIP),
        (f"وقالت مصادر ليبية طلبت عدم نشر اسمها إن {SHIP}.", "مصادر ليبية", SHIP),
        (f"وقال سامي الزنتاني في خطاب نقله التلفزيون إن {SHIP}.", "سامي الزنتاني", SHIP),
        (f"وقال سامي الزنتاني معلقا على الحادث «{SHIP}».", "سامي الزنتاني", SHIP),
        (f"وتابع سامي الزنتاني قائلا؛ «{SHIP}».", "سامي الزنتاني", SHIP),
        # nouns with an article before a clause
        (f"وأوضح التلميذ أن {SHIP}.", "التلميذ", SHIP),
        (f"وأشار الخطاب إلى أن {SHIP}.", "الخطاب", SHIP),
        (f"ويقول محرر الملاحة في الإذاعة، سامي الزنتاني، إن {SHIP}.", "سامي الزنتاني", SHIP),
        # phrases that call the speaker: to their end and no further
        (f"ولفت العسكري الليبي السابق إلى أن {SHIP}.", "العسكري الليبي السابق", SHIP),
        (f"وقال أحد مستشاري الرئيس إن {SHIP}.", "أحد مستشاري الرئيس", SHIP),
        (f"وقال مصدر في خفر السواحل إن {SHIP}.", "مصدر في خفر السواحل", SHIP),
        (f"وأكدت الهيئة العليا للانتخابات أن {SHIP}.", "الهيئة العليا للانتخابات", SHIP),
        (f"وقالت صحيفة «الشراع» الليبية إن {SHIP}.", "صحيفة «الشراع» الليبية", SHIP),
        ("وأعلن مسؤولون ليبيون غرق خمسة بحارة.", "مسؤولون ليبيون", "غرق خمسة بحارة"),
        ("ووصف محللون جولة الزنتاني بأنها ناجحة.", "محللون", "جولة الزنتاني بأنها ناجحة"),
        # subjects before the verb
        (f"ويذكر أن وزير النقل الليبي، أفيغادور زومبرمان، قال، الخميس، إن {SHIP}.", "أفيغادور زومبرمان", SHIP),
        (f"موقع شرق بوست يشير إلى أن {SHIP}.", "موقع شرق بوست", SHIP),
        (f"وكان سامي الزنتاني المتحدث باسم المرفأ قال إن {SHIP}.", "سامي الزنتاني", SHIP),
        # credits: without a comma, without a name, in the middle, behind a verb of somebody else's deed
        (f"{SHIP} بحسب صحيفة الشراع الليبية.", "صحيفة الشراع الليبية", SHIP),
        ("كما أعدت كينيا، بحسب دبلوماسيين، مسودة الاتفاق.", "دبلوماسيين", "أعدت كينيا، بحسب دبلوماسيين، مسودة الاتفاق"),
        ("ويبلغ طول السفينة مئة متر، وفقا لتقارير محلية.", "تقارير محلية", "ويبلغ طول السفينة مئة متر"),
        # documents and occasions
        (f"وجاء في برقية وجهها سامي الزنتاني إلى نظيره: «{SHIP}».", "سامي الزنتاني", SHIP),
        (f"جاء ذلك في مقابلة لسامي الزنتاني مع التلفزيون: «{SHIP}».", "سامي الزنتاني", SHIP),
        # a title in marks before the name
        (f"وصرح المتحدث باسم «تحالف بحارة الشمال» العقيد سليم قرنفلي أن {SHIP}.", "سليم قرنفلي", SHIP),
    ]
)
def test_speaker_and_span(text: str, speaker: str, statement: str) -> None:
    assert rows(text) == [(speaker, statement)]


@pytest.mark.parametrize(
    "text",
    [
        # an attitude without words; whom the verb judges, whom it accuses, what is held for something by nobody
        "وانتقد سامي الزنتاني البيت الأبيض بعد غرق السفينة.",
        "وأدانت كينيا إغراق السفينة ورحبت بالتحقيق.",
        "هجوم اتهمت كينيا بتنفيذه في الساحل.",
        "وتعتبر كينيا أكبر مصدر للشاي.",
        "وتعتبر كينيا واحدة من أجمل الدول.",
        # a deed, a question, a noun behind a preposition, what another says of the one before
        "ورفض سامي الزنتاني أن يلتقي البحارة.",
        "كيف وصف سامي الزنتاني السفينة القديمة؟",
        "وصلت السفينة في رد سامي الزنتاني على الرسالة «التي بعثها إليه البحارة أمس».",
        "وهو السبب الذي دعا سامي الزنتاني إلى الرحيل.",
        "شراء السفينة من كينيا الذي أعلن الثلاثاء عن موعده.",
    ],
)
def test_reports_nothing(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # each with a statement of their own, whichever word joins them
        (
            f"قال سامي الزنتاني إن {SHIP}، فيما رأى خالد الغرياني أنها غرقت، وأضاف الصياد حسن العوامي أن الطقس سيئ.",
            [("سامي الزنتاني", SHIP), ("خالد الغرياني", "أنها غرقت"), ("الصياد حسن العوامي", "الطقس سيئ")],
        ),
        (
            f"وبينما أكد سامي الزنتاني أن {SHIP}، قال خالد الغرياني إنها غرقت.",
            [("سامي الزنتاني", SHIP), ("خالد الغرياني", "إنها غرقت")],
        ),
        # the same one goes on: behind a pronoun, without a comma, with an object before what is asked
        ("كينيا تنفي ذلك وتعهدت بإصلاح السفينة.", [("كينيا", "ذلك"), ("كينيا", "بإصلاح السفينة")]),
        (
            "ورحب سامي الزنتاني بالخطوة واصفا إياها بأنها «تاريخية».",
            [("سامي الزنتاني", "بأنها «تاريخية»")],
        ),
        (
            f"وقالت كينيا إن {SHIP}، مطالبة أوغندا بإعادتها.",
            [("كينيا", SHIP), ("كينيا", "بإعادتها")],
        ),
        # a quotation that its speaker stands in the middle of
        (
            "«السفينة وصلت سالمة»، قال سامي الزنتاني، «ولم يغرق أحد منها».",
            [("سامي الزنتاني", "السفينة وصلت سالمة"), ("سامي الزنتاني", "ولم يغرق أحد منها")],
        ),
        ("قال سامي الزنتاني إن الحكومة وعدت وتعهدت بشراء السفينة.",
         [("سامي الزنتاني", "الحكومة وعدت وتعهدت بشراء السفينة")]),
        ("وأكدت مصادر ليبية أن الطائرات ألقت منشورات تدعو فيها السكان إلى الهدوء.",
         [("مصادر ليبية", "الطائرات ألقت منشورات تدعو فيها السكان إلى الهدوء")]),
        # the clause of a statement has no speakers of its own
        (f"وأضاف سامي الزنتاني أن القرار يدين من قال إن {SHIP}.",
         [("سامي الزنتاني", f"القرار يدين من قال إن {SHIP}")]),
        # bodies in the plural are feminine; a platform does not speak
        (f"قال سامي الزنتاني إن {SHIP}. وأشارت الأمم المتحدة إلى الهدنة.",
         [("سامي الزنتاني", SHIP), ("الأمم المتحدة", "الهدنة")]),
        # whoever the sentence before credits does not go on
        (f"ولم تذكر الصحيفة تفاصيل، لكنها أشارت إلى أن {SHIP}.", [("الصحيفة", SHIP)]),
    ],
)  # fmt: skip
def test_several_reports(text: str, found: list[tuple[str, str]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("title", "speakers"),
    [
        ("السفينة وصلت إلى الميناء: سامي الزنتاني", ["سامي الزنتاني"]),
        ("قبل القمة.. سامي الزنتاني: لن نبيع السفينة", ["سامي الزنتاني"]),
        ("سامي الزنتاني محذرا: السفينة ستغرق", ["سامي الزنتاني"]),
        ("مصادر لرويترز: السفينة ستباع غدا", ["مصادر"]),
        ("كينيا: نرفض بيع السفينة", ["كينيا"]),
        ("ليبيا تنفي غرق السفينة", ["ليبيا"]),
        ("سامي الزنتاني: البحار الذي يعشق الصحراء", []),
        ("كينيا: السجن لنصف البحارة", []),
    ],
)
def test_titles(title: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in said(title, field="title")] == speakers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maria Delgado, 54, who has led the union since 2011, said on Friday that the strike would go on.",
         [("Maria Delgado", "the strike would go on")]),
        ('"We will not sell it," said Maria Delgado. "It belongs to the people."',
         [("Maria Delgado", "We will not sell it"), ("Maria Delgado", "It belongs to the people")]),
        ("The ferry was old, an official at the ministry told Reuters on condition of anonymity.",
         [("official at the ministry", "The ferry was old")]),
        ("Maria Delgado said she was late and added that talks were going on.",
         [("Maria Delgado", "she was late"), ("Maria Delgado", "talks were going on")]),
        ("Residents say the noise is unbearable, but the airline says it has had no complaints.",
         [("Residents", "the noise is unbearable"), ("airline", "it has had no complaints")]),
        ("The minister denied the port was closed, while the union insisted that no ship had left.",
         [("minister", "the port was closed"), ("union", "no ship had left")]),
        ("Ships were delayed for hours, the harbour master said, because of fog.",
         [("harbour master", "Ships were delayed for hours")]),
        ("Critics, including Amnesty International, say the law is too broad.", [("Critics", "the law is too broad")]),
        ("Maria Delgado of the aid group Clear Wells said cholera was near.", [("Maria Delgado", "cholera was near")]),
        ('"This is a dark day," the statement read.', [("statement", "This is a dark day")]),
        # a quotation alone in the next paragraph, or a deed between, goes on with nobody
        ('"We are late," said Maria Delgado. The crowd cheered. "Go home" was on a banner.',
         [("Maria Delgado", "We are late")]),
        ("The book was read by the minister in Rome.", []),
    ],
)  # fmt: skip
def test_english(text: str, found: list[tuple[str, str]]) -> None:
    assert rows(text, "en") == found
