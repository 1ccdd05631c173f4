"""Rows of the workspace as articles and records, and back."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select

from ..clean.fold import fold_key
from ..model import Article, Published
from .schema import articles, findings
from .similar import signature

_METADATA = ("title", "text", "language", "source", "url", "author")
# Of two ways in which a publication date is known, the lower wins; an unknown date never replaces a known one.
_HOW = {"given": 0, "metadata": 1, "url": 2, "text": 3, "unknown": 9}
# The derived part of a record: what re-extraction replaces.
BODY = ("sentences", "countries", "mentions", "dates", "relations", "quotes", "themes", "flags")


def select_records() -> Any:
    return select(articles, findings.c.engine, findings.c.version, findings.c.lexicon, findings.c.body).outerjoin(
        findings, findings.c.article == articles.c.id
    )


def record_of(row: Row[Any]) -> dict[str, Any]:
    article = article_of(row)
    body = json.loads(row.body) if row.body else {key: [] for key in BODY}
    return {
        "id": article.id, "title": article.title, "text": article.text, "language": article.language,
        "source": article.source, "url": article.url, "author": article.author,
        "published": article.published.to_dict(), **body,
        "engine": {"name": row.engine, "version": row.version, "lexicon": row.lexicon},
        "batch": row.batch, "imported": row.imported, "origin": row.origin,
    }  # fmt: skip


def copy_flag(first: str, same: bool, likeness: float) -> dict[str, Any]:
    """The flag of an article that is a copy of `first`: the same words, or that part of the wording."""
    if same:
        message = f"The same words as article {first}, stored before."
        message_ar = f"النص نفسه في المقال {first} المخزَّن قبله."
    else:
        message = f"About {likeness:.0%} of its wording is shared with article {first}, stored before."
        message_ar = f"نحو {likeness:.0%} من صياغته مشترك مع المقال {first} المخزَّن قبله."
    return {
        "start": None, "end": None, "field": "text", "sentence": None,
        "rule": "store.same-words" if same else "store.same-wording", "confidence": round(likeness, 3),
        "kind": "near-duplicate", "message": message, "message_ar": message_ar, "copy_of": first,
    }  # fmt: skip


def signature_of(text: str) -> bytes:
    """The signature of a text's wording, see `similar`."""
    return signature(_folded(text))


def _folded(text: str) -> str:
    # Without the cache of `fold_key`, which is for words: it would keep every text of an import in memory.
    return fold_key.__wrapped__(text)


def article_of(row: Row[Any]) -> Article:
    day = dt.date.fromisoformat(row.published) if row.published else None
    dateline = None if row.dateline_start is None else (row.dateline_start, row.dateline_end)
    return Article(
        text=row.text, title=row.title, id=row.id, language=row.language, source=row.source, url=row.url,
        author=row.author, origin=row.origin or "", dateline=dateline,
        published=Published(day, row.published_how, row.published_evidence, row.published_at),
    )  # fmt: skip


def columns_of(article: Article) -> dict[str, Any]:
    published, dateline = article.published, article.dateline or (None, None)
    body = _folded(article.text)
    words = "".join(char for char in body if char.isalnum())
    return {
        **{key: getattr(article, key) for key in ("id", *_METADATA)},
        "folded": f"{_folded(article.title)} {body}".strip(),
        "text_hash": hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "signature": signature(body),
        "published": published.date.isoformat() if published.date else None, "published_how": published.how,
        "published_evidence": published.evidence, "published_at": published.at,
        "dateline_start": dateline[0], "dateline_end": dateline[1], "origin": article.origin,
    }  # fmt: skip


def merge(known: Article, new: Article) -> Article:
    """A stored article with what a new reading of it adds: what is known is never erased."""
    said = {key: getattr(new, key) or getattr(known, key) for key in _METADATA}
    before, now = known.published, new.published
    better = now.date and _HOW[now.how] <= _HOW[before.how] and (now.date, now.how) != (before.date, before.how)
    published = now if better else before
    dateline = new.dateline if said["text"] == new.text else known.dateline
    return replace(known, **said, published=published, dateline=dateline)
