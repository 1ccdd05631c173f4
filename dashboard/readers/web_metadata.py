"""What a page says of itself: title, day of publication, author, outlet, address.

Only what is stated is taken. htmldate is not asked: with Arabic text alone it answers January 1st of some year, a
copyright line's year or today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from ..bylines import author_line, byline_day, publication_line
from ..clean.fold import fold_key
from ..days import find_days, only_a_day
from ..model import Published
from .fields import inline, published

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
    "publish-date", "publish_date", "pubdate", "publication_date", "article:published", "article.published",
    "parsely-pub-date", "sailthru.date", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.issued",
    "dc.date", "cxenseparse:recs:publishtime", "cse-pubdate", "originalpublicationdate", "rnews:datepublished",
    "article_date_original", "date",
)  # fmt: skip
_ARTICLE_TYPES = re.compile(r"article|posting|report", re.IGNORECASE)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|published|publish|pubdate|post-?date|posted|posted-on|entry-date|timestamp|time"
    r"|article-?date|byline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s+[|–—»·-]\s+|\s*\|\s*")
_TODAY = re.compile(r"(?:^|[\s_-])(?:today|current|clock|now|weather)", re.IGNORECASE)
_NEAR, _LEAF, _LINE = 80, 4, 120  # elements below the heading, children of one, characters in one that bears the day
_HEADLINE, _OUTLET = 2, 5  # gaps between a headline's words at least, words of an outlet's name at most
_HEADLINES = {"a", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_MOST = 60  # objects of JSON-LD: more carry nothing new


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; empty strings where nothing is stated."""

    title: str
    published: Published
    author: str
    source: str
    url: str


def metadata(tree: html.HtmlElement) -> Metadata:
    """Read the page's head, its JSON-LD, and the elements that bear the title and the day."""
    metas = _metas(tree)
    linked = list(_linked_data(tree))
    site = metas.get("og:site_name") or metas.get("application-name") or _first(linked, "publisher")
    site = site or _beside(_text(tree.find(".//title")), _heading(tree) or metas.get("og:title", ""))
    stated = [metas.get("og:title", ""), _first(linked, "headline")]
    titles = [*stated, _heading(tree), metas.get("twitter:title", ""), _text(tree.find(".//title"))]
    author = _first(linked, "author") or metas.get("author") or metas.get("article:author") or ""
    return Metadata(
        title=next((without_outlet(title, site) for title in titles if title), ""),
        published=_published(tree, metas, linked),
        author="" if author.startswith(("http:", "https:")) or author == site else author,
        source=site,
        url=_address(tree, metas),
    )


def _beside(title: str, heading: str) -> str:
    """The outlet that a page's title sets beside the page's own heading, before or behind it; "" where none is sure."""
    parts, known = _SPLIT.split(title), fold_key(heading)
    for outlet, headline in ((parts[-1], parts[0]), (parts[0], parts[-1])) if len(parts) > 1 and known else ():
        told = fold_key(headline)
        same = told and (told in known or known in told) and fold_key(outlet) not in known
        if same and headline.count(" ") >= _HEADLINE and len(outlet.split()) <= _OUTLET:
            return outlet
    return ""


def without_outlet(title: str, site: str) -> str:
    """A page's title without the outlet that its template sets behind it (Title | Outlet)."""
    parts = _SPLIT.split(title)
    if len(parts) > 1:
        tail, known = fold_key(parts[-1]), fold_key(site)
        named = bool(known) and bool(tail) and (tail in known or known in tail)
        if named or ("|" in title and len(parts[-1].split()) <= 5 and len(parts[-1]) < len(title) / 2):
            return title[: title.rindex(parts[-1])].rstrip(" |–—»·-")
    return title


def _published(tree: html.HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> Published:
    stated = [item.get("datePublished") for item in linked] + [metas.get(name) for name in _DATE_NAMES]
    stated += tree.xpath("//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime")[:1]
    stated += tree.xpath("//time[@pubdate]/@datetime")[:1]
    return _first_day(stated)


def visible_day(tree: html.HtmlElement) -> Published:
    """The day that a page (its furniture pruned) shows below its heading: a time element, a line that is a date or
    says by whom or when the article was published.

    Above the heading a page's date is today's, as of when it was saved; further down other stories have theirs.
    """
    elements = _below_heading(tree)
    found = _first_day([element.get("datetime") for element in elements if element.tag == "time"][:1])
    if found.date:
        return found
    for element, line in _short_lines(elements):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _TODAY.search(name):
            continue
        folded = fold_key(line)
        stated = publication_line(line)
        day = only_a_day(folded) or byline_day(line) or (stated[0] if stated and not stated[1] else None)
        day = day or (next(find_days(folded), None) if _DATED.search(name) else None)
        if day:
            return Published(day.date, "text", line, day.at)
    return Published()


def visible_author(tree: html.HtmlElement) -> str:
    """The writer whom a line below a page's heading names (بقلم: …); "" where none does. A headline that begins alike
    (تقرير: …) names none."""
    lines = list(_short_lines(_below_heading(tree)))
    headlines = {line for element, line in lines if element.tag in _HEADLINES}
    return next((author for _, line in lines if line not in headlines and (author := author_line(line))), "")


def _below_heading(tree: html.HtmlElement) -> list[html.HtmlElement]:
    below = tree.xpath("//h1/following::*") or tree.xpath("//body//*")
    return [element for element in below if isinstance(element.tag, str)][:_NEAR]


def _short_lines(elements: list[html.HtmlElement]) -> Iterator[tuple[html.HtmlElement, str]]:
    """The elements that hold one short line and few others, and that line."""
    for element in elements:
        line = inline(element.text_content()[:400]) if len(element) <= _LEAF else ""
        if line and len(line) <= _LINE:
            yield element, line


def _first_day(values: list[Any]) -> Published:
    for value in values:
        found = published(inline(value), "metadata")
        if found.date:
            return found
    return Published()


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """Meta name or property, lower case → content, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = inline(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:_MOST]:
        text = script.text or ""
        if len(text) > 500_000:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        items = value if isinstance(value, list) else [value]
        for item in items[:_MOST]:
            graph = item.get("@graph") if isinstance(item, dict) else None
            for inner in graph if isinstance(graph, list) else [item]:
                if isinstance(inner, dict) and _ARTICLE_TYPES.search(inline(inner.get("@type"))):
                    yield inner


def _first(items: list[dict[str, Any]], key: str) -> str:
    return next((text for item in items if (text := inline(item.get(key)))), "")


def _heading(tree: html.HtmlElement) -> str:
    return next((text for element in tree.iter("h1") if (text := _text(element))), "")


def _address(tree: html.HtmlElement, metas: dict[str, str]) -> str:
    links = tree.xpath("//link[@rel='canonical']/@href")
    # A browser notes where it saved a page from.
    comments = " ".join(str(node.text) for node in tree.xpath("//comment()")[:20])
    saved = re.search(r"saved from url=\(\d+\)(\S+)", comments)
    addresses = [*links[:1], metas.get("og:url", ""), saved.group(1) if saved else ""]
    return next((inline(address) for address in addresses if address.startswith(("http://", "https://"))), "")


def _text(element: html.HtmlElement | None) -> str:
    return "" if element is None else inline(element.text_content()[:1000])
