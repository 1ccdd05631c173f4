"""An article as found → as stored: nothing of the body lost, a fixed point, title, outlet, dateline."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clean.byline import find_dateline
from dashboard.clean.language import detect
from dashboard.clean.normalise import normalise
from dashboard.clean.prepare import prepare, split_title
from dashboard.model import Article, Published
from tests.every import every

BODY = (
    "قال وزير النقل الصربي إن القطار سيصل إلى بودابست في ثلاث ساعات.\n\n"
    "وأضاف أن الحكومة المجرية تابعت المشروع منذ بدايته، وشاركت في تمويله.\n\n"
    "وكان الوزير قد زار بكين الشهر الماضي."
)
SEED = Path(__file__).parents[3] / "shared" / "seed_article.txt"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\ufeffنص\u200f عربي\u200b", "نص عربي"),
        ("سطر\r\nآخر\rثالث\u2028رابع", "سطر\nآخر\nثالث\nرابع"),
        ("أ\n\n\n\n\nب", "أ\n\nب"),
        ("قال &quot;نعم&quot; &amp;amp; غادر&nbsp;المكان", 'قال "نعم" & غادر المكان'),
        ("AT&T وR&D وa&b;", "AT&T وR&D وa&b;"),
        ("مسافة\u00a0\u00a0 طويلة\t هنا ", "مسافة طويلة هنا"),
        ("ا\u0653", "آ"),
        ("می\u200cخواهد و \u200c نه", "می\u200cخواهد و نه"),
        ("كـــتاب مُحَمَّدٌ إيران ايران طهران‌", "كـــتاب مُحَمَّدٌ إيران ايران طهران"),
        ("صفر\x00 وحكم\x1b", "صفر وحكم"),
        ("نصف \ud800 حرف", "نصف حرف"),
    ],
)
def test_characters(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@every(
    [
        ("دبي، الإمارات العربية المتحدة (CNN) -- قال الوزير", "دبي، الإمارات العربية المتحدة (CNN) --", "CNN"),
        ("(CNN)-- قال الوزير", "(CNN)--", "CNN"),
        ("بلغراد (رويترز) - قال الوزير", "بلغراد (رويترز) -", "رويترز"),
        ("كييف (أوكرانيا) (أ ف ب) - قتل سبعة", "كييف (أوكرانيا) (أ ف ب) -", "فرانس برس"),
        ("طهران – إرنا – أعلن", "طهران – إرنا –", "إرنا"),
        ("طهران-إرنا- أعلن", "طهران-إرنا-", "إرنا"),
        ("الرياض - واس : عقد", "الرياض - واس :", "واس"),
        ("موسكو 24 أغسطس/ تاس /. أعلن", "موسكو 24 أغسطس/ تاس /", "تاس"),
        ("القدس المحتلة - «القدس العربي»: أعلن", "القدس المحتلة - «القدس العربي»:", "القدس العربي"),
        ("بغداد/ شفق نيوز: أعلن", "بغداد/ شفق نيوز:", "شفق نيوز"),
        ("المرفأ نيوز: قال الوزير", "المرفأ نيوز:", "المرفأ نيوز"),
        ("وكالة المرفأ للأنباء: أعلن", "وكالة المرفأ للأنباء:", "وكالة المرفأ للأنباء"),
        ("MOSCOW, Aug 23 (Reuters) - The minister said", "MOSCOW, Aug 23 (Reuters) -", "رويترز"),
        ("WASHINGTON (AP) — The minister said", "WASHINGTON (AP) —", "أسوشيتد برس"),
        ("جنيف – أعلنت المنظمة", "جنيف –", None),
        ("بيروت/دمشق - التقى الوزيران", "بيروت/دمشق -", None),
        ("BEIJING/DUBAI - Iran and Oman agreed", "BEIJING/DUBAI -", None),
        ("WASHINGTON/MOSCOW/PARIS — Envoys met", "WASHINGTON/MOSCOW/PARIS —", None),
        ("TEHRAN — The minister said", "TEHRAN —", None),
    ]
)
def test_datelines(line: str, dateline: str, source: str | None) -> None:
    text = f"وزير يتحدث عن القطار الجديد.\n\n{line} إن القطار وصل."
    found = find_dateline(text)
    assert found and text[slice(*found.span)] == dateline and found.source == source


@every(
    [
        "طهران: لن نفاوض تحت الضغط",
        "بوتين: لن نسمح بذلك",
        "موسكو – بكين: شراكة تتوسع",
        "بوتين – وهو رئيس روسيا – قال",
        "قال مصدر (رويترز) قبل أيام",
        'وقال الوزير في مقابلة مع "العربية": لن نعود',
        "وقال لـ«الشرق الأوسط»: لن نعود",
        "وقالت وكالة رويترز للأنباء - نقلا عن مصدر",
        "العربية: لغة الضاد",
        "العالم - إيران: علاقات معقدة",
        "نقلت رويترز عن مصدر: لن نعود",
        "الصين-روسيا: تجارة تنمو",
        "The minister (Reuters) said",
        "Iran-China trade grew",
        "وكالة الطاقة الذرية تعلن نتائجها",
        "كوريا الجنوبية - قالت سيول - لن ترد",
    ]
)
def test_sentences_that_are_no_dateline(line: str) -> None:
    assert find_dateline(f"{line} إن القطار وصل.") is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"قطار يربط عاصمتين\n\n{BODY}", "قطار يربط عاصمتين"),
        (f"قطار يربط عاصمتين: متى وكيف؟\n\n{BODY}", "قطار يربط عاصمتين: متى وكيف؟"),
        (f"الرئيسية\nسياسة\n\nقطار يربط عاصمتين\nنشر في 5 مايو 2022\n\n{BODY}", "قطار يربط عاصمتين"),
        (f"شاهد.. قطار يربط عاصمتين\n\n{BODY}", "شاهد.. قطار يربط عاصمتين"),
        (BODY, ""),
        ("سطر أول بلا فراغ بعده\nسطر ثان يتبعه", ""),
        ("عنوان بلا نص", ""),
        ("بلغراد (رويترز) - قال الوزير\n\nنص آخر يتبع ذلك.", ""),
    ],
)
def test_titles_of_plain_texts(text: str, title: str) -> None:
    article = prepare(Article(text=text))
    assert article.title == title
    if title:
        assert article.text == BODY
    assert split_title(article.text)[0] == "" or article.title


def test_a_given_title_keeps_the_text_whole() -> None:
    text = f"فقرة قصيرة بلا نقطة\n\n{BODY}"
    assert prepare(Article(text=text, title="عنوان آخر")).text == text
    assert prepare(Article(text=BODY, title="قطار جديد | رويترز")).title == "قطار جديد"
    assert prepare(Article(text=BODY, title="قطار - جسر - نفق")).title == "قطار - جسر - نفق"


@pytest.mark.parametrize(
    ("article", "source"),
    [
        (Article(text=BODY, source="صحيفة المرفأ", url="https://www.reuters.com/x"), "صحيفة المرفأ"),
        (Article(text=BODY, url="https://www.reuters.com/world/x"), "رويترز"),
        (Article(text=BODY, url="https://arabic.cnn.com/x"), "CNN"),
        (Article(text=BODY, url="https://news.example.org:8080/x"), "news.example.org"),
        (Article(text=f"بلغراد (رويترز) - {BODY}"), "رويترز"),
        (Article(text=f"{BODY}\n\nالمصدر: صحيفة المرفأ"), "صحيفة المرفأ"),
        (Article(text=f"{BODY}\n\nفرانس24/ أ ف ب"), "فرانس 24"),
        (Article(text=BODY), None),
        (Article(text=BODY, url="not an address"), None),
    ],
)
def test_sources(article: Article, source: str | None) -> None:
    assert prepare(article).source == source


@pytest.mark.parametrize(
    "line", ["بلغراد - صحيفة المرفأ", "صحيفة المرفأ | سياسة", "صحيفة المرفأ – بلغراد", "صحيفة المرفأ"]
)
def test_a_line_that_only_names_the_outlet_goes(line: str) -> None:
    assert prepare(Article(text=f"{line}\n\n{BODY}", title="قطار يربط عاصمتين", source="صحيفة المرفأ")).text == BODY


@pytest.mark.parametrize("line", ["بلغراد - صحيفة النهار", "قالت صحيفة المرفأ إن القطار وصل."])
def test_a_line_that_says_more_stays(line: str) -> None:
    assert line in prepare(Article(text=f"{line}\n\n{BODY}", title="قطار يربط", source="صحيفة المرفأ")).text


def test_the_writer_is_kept_and_the_line_goes() -> None:
    article = prepare(Article(text=f"قطار يربط عاصمتين\n\nبقلم: سلمى الكردي\n\n{BODY}"))
    assert (article.author, article.text) == ("سلمى الكردي", BODY)


def test_a_day_in_the_dateline_counts_and_one_without_a_year_does_not() -> None:
    article = prepare(Article(text=f"بلغراد 5 مايو 2022 (شينخوا) -- {BODY}"))
    assert (article.published.date, article.published.how) == (dt.date(2022, 5, 5), "text")
    assert article.text.startswith("بلغراد 5 مايو 2022 (شينخوا) --")
    assert prepare(Article(text=f"MOSCOW, Aug 23 (Reuters) - {BODY}")).published == Published()


def test_a_standfirst_that_the_first_paragraph_repeats_stays() -> None:
    text = f"{BODY.split(chr(10))[0]}\n\n{BODY}"
    assert prepare(Article(text=text, title="قطار")).text == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "ar"),
        ("The minister said that the train would reach the capital in three hours.", "en"),
        ("وزیر امور خارجه گفت که این گفتگوها در تهران ادامه خواهد داشت و به نتیجه می رسد.", "fa"),
        ("قال الرئيس الإيراني إن الاتفاق في چابهار مهم للبلدين.", "ar"),
        ("The word سلام means peace, said the ambassador to the reporters.", "en"),
        ("12345 !!", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_a_given_language_stays() -> None:
    assert prepare(Article(text=BODY, language="fa")).language == "fa"


PIECES = st.sampled_from(
    [
        "قطار يربط عاصمتين",
        "نشر في 5 مايو 2022",
        "مقالات ذات صلة",
        "اقرأ أيضا:",
        "بقلم: سلمى الكردي",
        "المصدر: وكالات",
        "5 مايو 2022",
        "بلغراد (رويترز) - قال الوزير.",
        "فيضانات كينيا.. عشرات القتلى ونداء استغاثة",
        "وقال الوزير إن القطار وصل.",
        "شارك",
        "&amp;lt;",
        "\u200f",
        "//",
        "",
        "هل تنسحب كندا من اتفاق المناخ العالمي؟",
        "المرفأ نيوز: قال",
        "17:58 ت م",
        "...",
        "- بند أول",
        "#وسم",
        "طهران – إرنا –",
        "رويترز",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=14).map("\n".join), st.lists(PIECES, max_size=9).map("\n\n".join)
)


@given(TEXTS, st.one_of(st.just(""), PIECES, st.text(max_size=30)))
@settings(max_examples=300, deadline=None)
def test_preparing_twice_changes_nothing(text: str, title: str) -> None:
    once = prepare(Article(text=text, title=title))
    assert prepare(once) == once
    if once.dateline:
        start, end = once.dateline
        assert 0 <= start < end <= len(once.text) and once.text[start:end].strip() == once.text[start:end]


@pytest.mark.skipif(not SEED.exists(), reason="the shared seed article is not here")
def test_the_seed_article() -> None:
    raw = SEED.read_text("utf-8")
    article = prepare(Article(text=raw))
    lines = [line for line in raw.split("\n") if line.strip()]
    assert article.title == lines[0]
    assert article.source == "ميدل ايست نيوز"
    assert [line for line in lines if line not in article.text] == [lines[0], *lines[-6:]]
    assert article.dateline and article.text[slice(*article.dateline)] == "ميدل ايست نيوز:"
    assert article.published == Published()
