"""Page furniture recognised, and sentences that use the same words left alone."""

from __future__ import annotations

import pytest

from dashboard.clean.boilerplate import without_furniture
from dashboard.clean.cues import first_words, words
from dashboard.clean.furniture import furniture
from dashboard.clean.normalise import normalise
from dashboard.clean.teasers import without_teasers
from dashboard.errors import LexiconError
from dashboard.lexicon import load
from tests.every import every

BODY = (
    "أعلنت وزارة النقل في بلغراد أن خط السكة الحديد الجديد سيفتح أمام الركاب في الخريف.\n\n"
    "وقال الوزير إن المشروع تأخر عامين بسبب نقص العمال، لكنه لم يتجاوز الميزانية.\n\n"
    "وأضاف أن الوفد الصيني شارك في الاختبارات الأخيرة وتابع سير القطار من العاصمة."
)


def cleaned(text: str, title: str = "") -> str:
    return normalise(without_furniture(normalise(text), title))


@every(
    [
        "تابع المرفأ نيوز على التلغرام telegram",
        "تابعونا على واتساب",
        "مقالات ذات صلة",
        "اترك تعليقاً",
        "اترك تعليقا",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "سبعة + ثلاثة =",
        "4 × = 12",
        "زر الذهاب إلى الأعلى",
        "اقرأ أيضاً: انتخابات البرازيل تتجه إلى جولة ثانية",
        "اقرأ.. البرازيل تعلن نتائج التحقيق",
        "إقرأ أيضا| البرازيل تتأهل",
        "للمزيد: البرازيل تطلق قمرا صناعيا",
        "للمزيد، البرازيل تطلق قمرا صناعيا",
        "شاهد.. البرازيل بعد الفيضان",
        "شاهد أيضاً",
        "قد يهمك/ البرازيل ترفع أسعار الفائدة",
        "الوسوم: البرازيل، اقتصاد، نقل",
        "الكلمات المفتاحية: نقل البرازيل",
        "#البرازيل #صربيا",
        "// يتبع //",
        "17:58 ت م",
        "منذ 3 ساعات",
        "3 hours ago",
        "جميع الحقوق محفوظة © 2019 المرفأ",
        "Copyright © 2021 The Harbour",
        "Getty Images",
        "صدر الصورة، Getty Images",
        "مصدر الصورة: رويترز",
        "فيسبوك تويتر واتساب",
        "1234 مشاهدة",
        "5 دقائق قراءة",
        "0 تعليقات",
        "حمل تطبيق المرفأ الآن من المتجر",
        "اشترك في النشرة البريدية لتصلك آخر الأخبار",
        "يمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيق المرفأ على هاتفكم المحمول.",
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا",
        "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
        "الآراء الواردة أدناه تعبر عن رأي الكاتبة ولا تعكس بالضرورة وجهة نظر الصحيفة.",
        "* نقلا عن صحيفة البرازيل",
        "المصدر: وكالات",
        "رويترز/ أ ف ب",
        "Your email address will not be published. Required fields are marked *",
        "Read more: Brazil votes again",
        "Share this article",
        "Follow us on Twitter",
        "We use cookies to improve your visit",
        "نشر في 24 أغسطس 2021",
        "آخر تحديث: 24/08/2021 10:15",
    ]
)
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    paragraphs = BODY.split("\n\n")
    assert cleaned(f"{BODY}\n\n{line}") == BODY
    assert cleaned("\n\n".join([*paragraphs[:2], line, paragraphs[2]])) == BODY


@every(
    [
        "تابع الرئيس التدريبات على شاشات في غرفة العمليات مع عدد من الضباط.",
        "شارك في اللقاء وزيرا خارجية البلدين ومبعوث الأمم المتحدة.",
        "شارك الوفد على هامش القمة في محادثات ثنائية.",
        "اقرأ باسم ربك، قالها الشيخ ثم صمت.",
        "شاهد عيان قال إن الانفجار وقع قرب الميناء.",
        "شاهد آلاف السكان القافلة وهي تعبر الجسر.",
        "المزيد من القوات سيصل إلى الحدود الأسبوع المقبل.",
        "للمزيد من الضغط على الحكومة، أعلنت النقابات إضرابا عاما.",
        "نشرت الصحيفة في 24 أغسطس 2021 وثائق عن الصفقة بين البلدين.",
        "نشر في 24 أغسطس 2021 تقرير لمنظمة حقوقية يتهم الجيش بقصف المدنيين.",
        "تحديث: مقتل سبعة أشخاص في الهجوم.",
        "حقوق النشر قضية تثير خلافا بين الشركتين منذ عام 2019.",
        "اشترك في العملية ألف جندي من البلدين.",
        "سجل في الشهر الماضي ارتفاع حاد في الأسعار.",
        "الموقع النووي تعرض لهجوم إلكتروني بحسب الوكالة.",
        "خاص الجيش معركة طويلة قرب الحدود.",
        "تعليق المناورات جاء بعد اتصال بين الرئيسين.",
        "التعليقات على القرار كانت متباينة في العواصم الأوروبية.",
        "انضم إلى المحادثات وفد من البنك الدولي.",
        "المصدر نفسه قال إن الاتفاق لم يوقع بعد.",
        "العالم يراقب الانتخابات.",
        "وقالت رويترز إن الطائرة هبطت بسلام.",
        "الحساب بسيط: عشرة جنود + خمسة = قصة كاملة عن الحرب.",
        "Follow the money, the prosecutor told the court on Monday.",
        "Share prices fell after the announcement.",
        "Comments by the minister angered his allies.",
        "Related charges were dropped in March.",
        "The email was published by the court.",
        "Live fire was used against the crowd, witnesses said.",
    ]
)
def test_a_sentence_with_the_same_words_stays(line: str) -> None:
    paragraphs = BODY.split("\n\n")
    for text in ("\n\n".join([*paragraphs, line]), "\n\n".join([paragraphs[0], line, *paragraphs[1:]])):
        assert without_teasers(cleaned(text)) == text


def test_a_block_of_other_stories_ends_where_the_article_goes_on() -> None:
    paragraphs = BODY.split("\n\n")
    block = "أخبار ذات صلة\n\nفيضانات في البرازيل\n\n12 مايو 2022\n\nالبرازيل: وزير يستقيل بعد أسبوع…\n\nشارك"
    assert cleaned("\n\n".join([paragraphs[0], block, *paragraphs[1:]])) == BODY
    assert cleaned(f"{BODY}\n\n{block}\n\nالاسم\n\nالبريد الإلكتروني *") == BODY


def test_a_pointer_alone_takes_the_headlines_below_it() -> None:
    paragraphs = BODY.split("\n\n")
    pointer = "اقرأ أيضاً:\nالبرازيل تصوت من جديد\nهل تعود البرازيل إلى الاتفاق؟"
    assert cleaned("\n\n".join([*paragraphs[:2], pointer, paragraphs[2]])) == BODY


def test_a_pointer_at_the_end_of_a_paragraph_goes_alone() -> None:
    assert cleaned(f"{BODY} اقرأ.. البرازيل تعلن نتائج التحقيق.. والشرطة تنفي") == BODY


def test_the_title_again_and_nothing_else() -> None:
    title = "خط سكة جديد في بلغراد"
    assert cleaned(f"{title}\n\n{BODY}", title) == BODY
    assert cleaned(f"{BODY}\n\n{title} يفتح في الخريف.", title) == f"{BODY}\n\n{title} يفتح في الخريف."


def test_days_that_head_the_parts_of_a_chronology_stay() -> None:
    paragraphs = BODY.split("\n\n")
    text = "\n\n".join([paragraphs[0], "5 مايو 2022", paragraphs[1], "7 مايو 2022", paragraphs[2]])
    assert cleaned(text) == text
    assert cleaned(f"5 مايو 2022\n\n{BODY}\n\n6 مايو 2022") == BODY


def test_a_text_of_nothing_but_furniture_is_left() -> None:
    assert cleaned("مقالات ذات صلة\n\nشارك") == "مقالات ذات صلة\n\nشارك"


@pytest.mark.parametrize(
    "lines",
    [
        ["نسخة للطباعة"],
        ["التعليقات مغلقة", "ذات صلة"],
        ["اشترك ليصلك كل صباح موجز الأخبار"],
        ["Sign up for alerts", "More on this story"],
        ["Enjoying this? Tell your friends"],
        ["مراسل سابق في جنيف وروما"],
    ],
)
def test_what_stands_below_the_body_and_is_no_sentence_goes(lines: list[str]) -> None:
    assert cleaned("\n\n".join([BODY, *lines])) == BODY


@pytest.mark.parametrize(
    "lines",
    [
        ['وختم: "لن نتراجع"'],
        ["فمن يدفع الثمن؟"],
        ["- الدفاع: لاعبان من نيروبي"],
        ["الجواب لكم..."],
        [f"مدينة رقم {number}" for number in range(6)],
    ],
)
def test_the_last_sentence_question_or_list_stays(lines: list[str]) -> None:
    text = "\n\n".join([BODY, *lines])
    assert cleaned(text) == text


def test_a_question_about_what_was_told_heads_a_section() -> None:
    paragraphs = BODY.split("\n\n")
    text = "\n\n".join([*paragraphs[:2], "لماذا يختلف مشروع كندا هذه المرة؟", paragraphs[2]])
    assert without_teasers(text) == text


@pytest.mark.parametrize(
    "teaser",
    [
        "البرازيل: الرئيس السابق يواجه اتهامات جديدة بالفساد",
        "فيضانات كينيا.. عشرات القتلى ونداء استغاثة عاجل",
        "هل تنسحب كندا من اتفاق المناخ العالمي؟",
        "بالصور: احتفالات ضخمة بذكرى استقلال كينيا",
        "كندا تطرد ثلاثة دبلوماسيين كينيين وتغلق قنصليتين",
    ],
)
def test_unmarked_teasers_go(teaser: str) -> None:
    paragraphs = BODY.split("\n\n")
    assert normalise(without_teasers("\n\n".join([*paragraphs[:2], teaser, paragraphs[2]]))) == BODY
    assert normalise(without_teasers(f"{BODY}\n\n{teaser}")) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "خط السكة الحديد الجديد في العاصمة بلغراد",  # a subheading speaks of its article
        "تأخر المشروع",
        "وبحسب مصادر كندية فإن البرازيل طلبت تأجيل الاجتماع",
        "فهل تنجح كندا في إقناع كينيا بالعودة؟",
        "1- كندا ترسل خمسين مهندسا إلى كينيا",
        "- كندا: خمسون مهندسا من ثلاث شركات",
        "كما طلبت كندا من كينيا إعادة النظر في القرار",
        'وقال المهندس الكندي: "لم نر مثل هذا التأخير في كينيا"',
    ],
)
def test_what_only_looks_like_a_teaser_stays(line: str) -> None:
    paragraphs = BODY.split("\n\n")
    text = "\n\n".join([*paragraphs[:2], line, paragraphs[2]])
    assert without_teasers(text) == text


def test_lists_and_texts_without_full_stops_are_left_alone() -> None:
    items = "\n".join(
        [
            "نيروبي، كينيا بثلاثين ألف راكب يوميا",
            "أوتاوا، كندا بعشرين ألف راكب يوميا",
            "ليما، بيرو بعشرة آلاف راكب يوميا",
            "كيتو، الإكوادور بتسعة آلاف راكب يوميا",
        ]
    )
    assert without_teasers(f"{BODY}\n\n{items}") == f"{BODY}\n\n{items}"
    listed = f"{BODY}\n\nوهذه المدن هي:\n\nكندا ثم كينيا ثم بيرو والإكوادور"
    assert without_teasers(listed) == listed
    bare = BODY.replace(".", "") + "\n\nكندا تطرد ثلاثة دبلوماسيين كينيين"
    assert without_teasers(bare) == bare


def test_a_table_of_data_stays_and_a_menu_goes() -> None:
    """Also as the last thing of an article, and where its rows are as long as a headline."""
    table = (
        "الجولة | اليوم | المكان\n\nالأولى | 14 أكتوبر 2020 | الناقورة\n\nالثانية | 28 أكتوبر 2020 | القاعدة الأممية"
    )
    for text in (f"{BODY}\n\n{table}", f"{BODY}\n\n{table}\n\n{BODY}"):
        assert without_teasers(cleaned(text)) == text
    menu = "الرئيسية | سياسة | اقتصاد\n\nثقافة | رياضة | فيديو"
    assert cleaned(f"{menu}\n\n{BODY}") == BODY


@pytest.mark.parametrize("stem", ["boilerplate", "publication", "outlets", "fields"])
def test_every_cue_is_text(stem: str) -> None:
    """YAML reads a bare on, no or yes as a truth value."""

    def odd(value: object, place: str) -> list[str]:
        if isinstance(value, dict):
            return [name for key, inner in value.items() if key != "weak" for name in odd(inner, f"{place}/{key}")]
        if isinstance(value, list):
            return [name for inner in value for name in odd(inner, place)]
        return [] if isinstance(value, (str, int)) and not isinstance(value, bool) else [f"{place}: {value!r}"]

    assert odd(load().data(stem), stem) == []


def _cues(*names: str) -> list[str]:
    data = load().data("boilerplate")
    lists = (data[name] if isinstance(data[name], list) else [*data[name]["ar"], *data[name]["en"]] for name in names)
    return [str(cue).replace("*", "قناتنا") for cues in lists for cue in cues]


@pytest.mark.parametrize(
    ("names", "behind"),
    [
        (("whole", "pointers", "blocks"), ""),
        (("pointers", "pointers_with_comma"), ": وزير النقل يزور بودابست"),
        (("credits",), ": سليم العامري"),
        (("home",), " > سياسة > النقل"),
        (("opening",), ": النقل والقطار"),
    ],
)
def test_every_cue_is_tried(names: tuple[str, ...], behind: str) -> None:
    """Lines are sorted out by their first word: no cue may be lost by it, whatever number stands before it."""
    lines = [f"{cue}{behind}" for cue in _cues(*names)]
    assert [line for line in lines if furniture(line, words(line)) is None] == []
    numbered = [f"3 {cue}" for cue in _cues("whole", "blocks")]
    assert [line for line in numbered if furniture(line, words(line)) is None] == []


def test_cues_in_the_middle_of_a_line() -> None:
    lines = [f"الصفحة الأولى 3 {cue} للصحيفة" for cue in _cues("anywhere")]
    assert [line for line in lines if furniture(line, words(line)) is None] == []
    assert furniture("قال إن الحقوق محفوظة للجميع", words("قال إن الحقوق محفوظة للجميع")) is None


def test_a_cue_begins_with_a_word() -> None:
    with pytest.raises(LexiconError, match=r"begins with \*"):
        first_words(["* على تلغرام"])
