"""Saved pages: the article out of its page, and only what the page states of itself."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import read_bytes

BODY = [
    "بحث وزير الخارجية التركي مع نظيره الأوكراني في أنقرة أمن الملاحة في البحر الأسود.",
    "وقال الوزير إن بلاده تابعت التدريبات عن كثب، وإنها شاركت في جولتين من المحادثات مع الجانب الآخر.",
    "وأضاف أن الاتفاق سيوقع في الشهر المقبل بحضور الأمين العام للأمم المتحدة وعدد من الوزراء.",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


def page(head: str = "", above: str = "", below: str = "", heading: str = "<h1>وزيران يبحثان الملاحة</h1>") -> Article:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{above}<div>{heading}{PARAGRAPHS}</div>{below}</body></html>"
    (article,) = read_bytes("page.html", html.encode())
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    "below",
    [
        '<div class="related-posts"><h3>مقالات ذات صلة</h3><ul><li><a>انتخابات في البرازيل</a></li></ul></div>',
        '<section id="comments"><h3>التعليقات</h3><p>كلام قارئ عن البرازيل لا علاقة له بالخبر.</p></section>',
        '<div class="share-buttons"><p>شارك على فيسبوك البرازيل</p></div>',
        "<footer><p>البرازيل. جميع الحقوق محفوظة © 2019</p></footer>",
        "<nav><a>البرازيل</a></nav><form><p>بريدك في البرازيل</p><input></form>",
        '<div class="cookie-consent"><p>نستخدم ملفات تعريف الارتباط في البرازيل.</p></div>',
        '<div style="display: none"><p>نص مخفي عن البرازيل لا يراه أحد.</p></div>',
    ],
)
def test_furniture_goes_and_the_body_stays(below: str) -> None:
    text = page(below=below).text
    assert "البرازيل" not in text
    assert [line for line in BODY if line not in text] == []


@pytest.mark.parametrize("name", ["shareholders", "commentary", "tagline-story", "page-with-sidebar"])
def test_a_class_that_sounds_like_furniture_does_not_cost_the_article(name: str) -> None:
    (article,) = read_bytes(
        "a.html", f'<html><body class="{name}"><div class="{name}">{PARAGRAPHS}</div></body></html>'.encode()
    )
    assert isinstance(article, Article)
    assert [line for line in BODY if line not in article.text] == []


@pytest.mark.parametrize(
    ("head", "day", "at"),
    [
        (
            '<meta property="article:published_time" content="2021-03-03T21:05:00+03:00">',
            "2021-03-03",
            "2021-03-03T21:05:00+03:00",
        ),
        ('<meta name="pubdate" content="3 آذار/مارس 2021">', "2021-03-03", None),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-03"}</script>',
            "2021-03-03",
            None,
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "1999-01-01"},'
            ' {"@type": ["Article"], "datePublished": "2021-03-03T08:00:00Z"}]}</script>',
            "2021-03-03",
            "2021-03-03T08:00:00+00:00",
        ),
    ],
)
def test_the_day_in_the_head(head: str, day: str, at: str | None) -> None:
    published = page(head).published
    assert (published.date, published.how, published.at) == (dt.date.fromisoformat(day), "metadata", at)


@pytest.mark.parametrize(
    ("heading", "how"),
    [
        ('<h1>خبر</h1><time datetime="2021-03-03">أمس</time>', "metadata"),
        ("<h1>خبر</h1><div>الأربعاء 3 آذار/مارس 2021</div>", "text"),
        ('<h1>خبر</h1><span class="entry-date">نشر: 3 مارس 2021 | 10:15</span>', "text"),
        ('<h1>خبر</h1><div class="meta">الأربعاء 3 مارس 2021 - 10:15 | كتبت: سلمى الكردي</div>', "text"),
        ('<h1>خبر</h1><div class="info">By Salma Kurdi • March 3, 2021</div>', "text"),
        ("<h1>خبر</h1><p>تاريخ النشر: 3 مارس 2021، القسم: سياسة</p>", "text"),
    ],
)
def test_the_day_below_the_heading(heading: str, how: str) -> None:
    published = page(heading=heading).published
    assert (published.date, published.how) == (dt.date(2021, 3, 3), how)


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ('<div class="meta">الأربعاء 3 مارس 2021 | كتبت: سلمى الكردي</div>', "سلمى الكردي"),
        ('<div class="writer"><span>بقلم</span>: <a href="/w/7">سلمى الكردي</a></div>', "سلمى الكردي"),
        ("<ul><li>تقرير: أزمة المياه تشتد</li></ul>", None),  # another story's headline
        ("<div>الأربعاء 3 مارس 2021 | سياسة</div>", None),
    ],
)
def test_the_writer_below_the_heading(below: str, author: str | None) -> None:
    found = page(heading=f"<h1>خبر</h1>{below}")
    assert found.author == author
    assert author is None or author not in found.text


@pytest.mark.parametrize(
    ("head", "above", "below"),
    [
        ("", "<div>الثلاثاء 24 تشرين الثاني 2026</div>", ""),  # the page's clock
        ("", '<div class="date">24/11/2026</div>', ""),
        ("", "", "<div>3 مارس 2021 | معرض الكتاب يفتح أبوابه</div>"),  # another story, an event
        ("", "", "<p>جميع الحقوق محفوظة © 2019</p>"),
        ('<meta name="copyright" content="2019">', "", "<footer>Copyright 2001-2019</footer>"),
        ('<meta property="article:modified_time" content="2022-01-01">', "", ""),
        ('<meta name="date" content="2019">', "", ""),
        (
            '<script type="application/ld+json">{"@type": "Organization", "datePublished": "2001-01-01"}</script>',
            "",
            "",
        ),
        (
            '<script type="application/ld+json">{broken</script>',
            "",
            '<div class="related"><time datetime="2020-05-05">x</time></div>',
        ),
    ],
)
def test_no_day_is_made_up(head: str, above: str, below: str) -> None:
    published = page(head, above, below).published
    assert (published.date, published.how) == (None, "unknown")


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ('<meta property="og:title" content="قمة في بلغراد | صحيفة المرفأ">', "", "قمة في بلغراد"),
        (
            '<meta property="og:title" content="قمة في بلغراد - صحيفة المرفأ">'
            '<meta property="og:site_name" content="صحيفة المرفأ">',
            "",
            "قمة في بلغراد",
        ),
        (
            '<title>قمة في بلغراد - ماذا بعد؟</title><meta property="og:site_name" content="صحيفة المرفأ">',
            "",
            "قمة في بلغراد - ماذا بعد؟",
        ),
        ("<title>صفحة</title>", "<h1>قمة   في\nبلغراد</h1>", "قمة في بلغراد"),
    ],
)
def test_the_title_without_the_outlet(head: str, heading: str, title: str) -> None:
    assert page(head, heading=heading).title == title


@pytest.mark.parametrize(
    ("title", "heading", "source"),
    [
        ("صحيفة المرفأ - قمة تجمع القادة في بلغراد", "قمة تجمع القادة في بلغراد الخميس", "صحيفة المرفأ"),
        ("قمة تجمع القادة في بلغراد | أخبار | صحيفة المرفأ", "قمة تجمع القادة في بلغراد", "صحيفة المرفأ"),
        ("قمة تجمع القادة - ماذا بعد؟", "قمة تجمع القادة - ماذا بعد؟", None),
        ("قمة تجمع القادة في بلغراد", "قمة تجمع القادة في بلغراد", None),
        ("أخبار - صور", "قمة تجمع القادة في بلغراد", None),
    ],
)
def test_the_outlet_beside_the_heading(title: str, heading: str, source: str | None) -> None:
    assert page(f"<title>{title}</title>", heading=f"<h1>{heading}</h1>").source == source


def test_outlet_author_and_address() -> None:
    article = page(
        '<meta property="og:site_name" content="صحيفة المرفأ"><meta name="author" content="سلمى الكردي">'
        '<link rel="canonical" href="https://example.org/2021/03/03/a">'
    )
    assert (article.source, article.author, article.url) == (
        "صحيفة المرفأ",
        "سلمى الكردي",
        "https://example.org/2021/03/03/a",
    )


def test_a_browser_notes_where_a_page_came_from() -> None:
    assert page(above="<!-- saved from url=(0031)https://example.org/news/5 -->").url == "https://example.org/news/5"


def test_entities_and_a_stated_charset() -> None:
    body = f"<p>قال &quot;نعم&quot; &amp; غادر.</p>{PARAGRAPHS}"
    html = f'<html><head><meta charset="windows-1256"></head><body>{body}</body></html>'
    (article,) = read_bytes("a.htm", html.encode("cp1256"))
    assert isinstance(article, Article)
    assert 'قال "نعم" & غادر.' in article.text


@pytest.mark.parametrize(
    "content",
    [
        "<html><body></body></html>",
        "<html><body><img src=x></body></html>",
        "<" * 50_000,
        "<div>" * 50_000,
        "<html><body><script>var نص = 'نص طويل في برنامج لا في مقال';</script></body></html>",
        "<!DOCTYPE html>",
        "<!-- -->",
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html>&b;</html>',
    ],
)
def test_pages_without_an_article_are_refused(content: str) -> None:
    (found,) = read_bytes("a.html", content.encode())
    assert isinstance(found, RejectedInput) and found.remedy


def test_a_page_laid_out_in_tables() -> None:
    (article,) = read_bytes(
        "a.html", f"<html><body><table><tr><td>{PARAGRAPHS}</td></tr></table></body></html>".encode()
    )
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == BODY


def test_a_table_of_data_is_rows_of_cells() -> None:
    rows = "<tr><th>الدولة</th><th>السفن</th></tr><tr><td>الأردن</td><td>5</td></tr>"
    text = page(below=f"<table>{rows}</table>").text
    assert text.split("\n\n") == [*BODY, "الدولة | السفن", "الأردن | 5"]


def test_the_standfirst_under_the_heading_is_kept_once() -> None:
    lead = "الوزيران يتفقان على جولة ثالثة من المحادثات في أنقرة قبل نهاية العام."
    head = f'<header><h1>وزيران يبحثان الملاحة</h1><h2 class="entry-sub-title">{lead}</h2></header>'
    assert page(heading=head).text.split("\n\n") == [lead, *BODY]
    assert page(heading=f'{head}<p class="lead">{lead}</p>').text.count(lead) == 1


def test_a_short_page_keeps_its_paragraphs() -> None:
    body = [
        "أعلنت وزارة الطاقة أمس خطة جديدة لتصدير الغاز إلى الدول المجاورة.",
        "وتبدأ المرحلة الأولى في الربيع المقبل بحسب البيان.",
    ]
    page = (
        "<html><body><article><h1>خطة جديدة للغاز</h1><div class=byline>عمّان - مراسلنا</div>"
        + "".join(f"<p>{one}</p>" for one in body) + "</article></body></html>"
    )  # fmt: skip
    (article,) = read_bytes("short.html", page.encode())
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == body
