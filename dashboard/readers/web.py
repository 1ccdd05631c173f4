"""Saved web pages: the furniture pruned, the article taken by trafilatura, what the page says of itself kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from ..errors import RejectedInput
from ..model import Article
from .encoding import decode
from .fields import body_text, check_text
from .limits import Limits
from .refused import refused
from .web_metadata import metadata, visible_author, visible_day

_SCRIPTED = {"script", "style", "noscript", "template", "iframe", "svg", "object", "video", "audio", "dialog"}
_ELEMENTS = _SCRIPTED | {"form", "button", "select", "input", "textarea", "nav", "footer", "aside"}
# Whole words of class and id names; `comment` in `commentary` or `share` in `shareholders` do not count.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relatedposts|recommend(?:ed|ations)?|more-?(?:news|stories|from)|read-?more|also-?read"
    r"|most-?(?:read|viewed|popular)|popular|trending|comments?|respond|reply|disqus|share|sharing|sharedaddy|social"
    r"|follow|newsletter|subscribe|subscription|cookies?|consent|gdpr|banner|advert|ads?|promo|sponsor(?:ed)?"
    r"|tags?|tag-?(?:list|cloud)|breadcrumbs?|sidebar|widget|menu|navbar|pagination|pager|author-?(?:box|bio)"
    r"|copyright|back-?to-?top|scroll-?top|skip-?link|teasers?|popup|modal)(?:$|[\s_-]|\d)",
    re.IGNORECASE,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:sub-?(?:title|head|heading|headline)|stand-?first|deck|dek|lead|lede|intro|summary|excerpt)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SENTENCE = (40, 600)  # characters of a standfirst
_CELL = 400  # characters in a cell that is no datum
_ENOUGH = 200  # letters below which the first answer is not trusted
_REMEDY = "page"


def read_html(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One saved page: one article."""
    text = decode(data, origin, markup=True)
    tree = _parse(text, origin)
    known = metadata(tree)
    _prune(tree)
    _open_layout_tables(tree)
    body = body_text(_extract(tree))
    standfirst = _standfirst(tree)
    if body and standfirst and standfirst not in body:
        body = f"{standfirst}\n\n{body}"
    if not body:
        raise refused(origin, "page.no_text", _REMEDY)
    check_text(body, origin, limits)
    yield Article(
        text=body,
        title=known.title,
        source=known.source or None,
        url=known.url or None,
        author=known.author or visible_author(tree) or None,
        published=known.published if known.published.date else visible_day(tree),
        origin=origin,
    )


def _parse(text: str, origin: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise refused(origin, "broken", _REMEDY, kind="HTML", error=error) from None
    return tree


def _prune(tree: html.HtmlElement) -> None:
    """Drop what is no article, but nothing that holds most of the page's paragraphs, whatever its class says."""
    whole = _letters(tree)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
            continue
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        hidden = element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")
        furniture = element.tag in _ELEMENTS or hidden or (name.strip() and _FURNITURE.search(name))
        if furniture and element.getparent() is not None and _letters(element) * 2 <= whole:
            element.drop_tree()


def _open_layout_tables(tree: html.HtmlElement) -> None:
    """Old pages are laid out in tables: one whose cell holds paragraphs or a long text is no table of data."""
    for table in tree.xpath("//table"):
        if any(cell.find(".//p") is not None or len(cell.text_content()) > _CELL for cell in table.iter("td")):
            for element in list(table.iter("table", "tbody", "tr", "td", "th")):
                element.tag = "div"


def _standfirst(tree: html.HtmlElement) -> str:
    """The sentence under the heading, which extraction takes for part of the page's head."""
    for element in tree.xpath("//h1/following::*[self::h2 or self::h3 or self::p or self::div][@class]")[:10]:
        line = " ".join(element.text_content().split())
        if _STANDFIRST.search(element.get("class")) and _SENTENCE[0] <= len(line) <= _SENTENCE[1]:
            return line
    return ""


def _letters(element: html.HtmlElement) -> int:
    """How many characters stand in the paragraphs of an element, scripts in them aside."""
    paragraphs = list(element.iter("p"))
    scripts = (script for paragraph in paragraphs for script in paragraph.iter("script", "style"))
    return sum(len(one.text_content()) for one in paragraphs) - sum(len(one.text or "") for one in scripts)


def _extract(tree: html.HtmlElement) -> str:
    """The article's text, paragraph by paragraph; broader searches where the first finds little."""
    import trafilatura  # late: it costs a quarter of a second, and only pages need it

    best, page = "", html.tostring(tree, encoding="unicode")
    paragraphs = [" ".join(element.text_content().split()) for element in tree.iter("p", "h2", "h3", "li")]
    for recall in (False, True):
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False, favor_recall=recall)
        text = getattr(found, "text", None) or ""
        if not _glued(text, paragraphs):
            best = max(best, text, key=len)
        if len(best) >= _ENOUGH:
            return _paragraphs(best)
    joined = "\n\n".join(text for text in paragraphs if text)
    return _paragraphs(best) if len(best) * 2 > len(joined) else joined


def _paragraphs(text: str) -> str:
    """trafilatura's lines as paragraphs, the frame that it draws around tables off."""
    return "\n\n".join(line.strip(" |") for line in text.split("\n") if line.strip(" |-"))


def _glued(text: str, paragraphs: list[str]) -> bool:
    """Whether a short page's paragraphs came out as one line, headings and byline before them."""
    return "\n" not in text and sum(len(one) >= _SENTENCE[0] and one in text for one in paragraphs) > 1
