"""Days of publication given to stored articles, and taken back: what hangs on the day is resolved anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .extractors.engines import require
from .model import Article, Published, Record, plain
from .pipeline import extract_prepared
from .theming import themed

if TYPE_CHECKING:
    from .store import Store

ACTION = "published"
_CHUNK = 25  # articles a transaction


@dataclass(frozen=True)
class Dated:
    """An article that got its day, and the expressions of time that were open before and are not any more."""

    id: str
    title: str
    resolved: tuple[Mapping[str, Any], ...]


def give(
    store: Store, ids: Sequence[str], day: dt.date, report: Callable[[int], None] = lambda done: None
) -> list[Dated]:
    """Give articles a day of publication; `report` hears how many have it. Ids that are not stored are passed over."""
    published = Published(day, "given", day.isoformat())
    out: list[Dated] = []
    at = _now()
    for chunk in _chunks(ids):
        changed = [(article, replace(article, published=published)) for article in store.articles(chunk)]
        before = {article.id: (store.article(str(article.id)) or {}).get("dates", []) for article, _ in changed}
        records = _again(store, [after for _, after in changed])
        store.correct(records, at, [
            {"article": old.id, "action": ACTION,
             "body": {"before": old.published.to_dict(), "after": published.to_dict()}}
            for old, _ in changed
        ])  # fmt: skip
        out += [
            Dated(str(record.article.id), record.article.title, _resolved(before[record.article.id], record))
            for record in records
        ]
        report(len(out))
    return out


def last(store: Store) -> list[dict[str, Any]]:
    """The corrections of the latest giving that still stands; those whose articles have gone are left out."""
    standing = store.corrections(ACTION)
    here = store.texts({one["article"] for one in standing})
    standing = [one for one in standing if one["article"] in here]
    return [one for one in standing if one["at"] == standing[0]["at"]]


def take_back(store: Store, given: Sequence[Mapping[str, Any]]) -> int:
    """Undo a giving (what `last` returned): the days are as they were before, unless another was found since."""
    by_article = {str(one["article"]): one for one in given}
    at, count = _now(), 0
    for chunk in _chunks(list(by_article)):
        changed, undone = [], []
        for article in store.articles(chunk):
            one = by_article[str(article.id)]
            undone.append({"article": article.id, "action": ACTION, "body": one["body"], "undoes": one["id"]})
            if article.published.to_dict() == one["body"]["after"]:
                changed.append(replace(article, published=_published(one["body"]["before"])))
        store.correct(_again(store, changed), at, undone)
        count += len(changed)
    return count


def _again(store: Store, articles: Sequence[Article]) -> list[Record]:
    """The articles read anew by the engine that read them; by the rules where that one is not installed here."""
    today, lexicon = dt.date.today(), themed(store)
    return [extract_prepared(article, _engine(store, str(article.id)), today, lexicon) for article in articles]


def _engine(store: Store, id: str) -> str:
    record = store.article(id)
    name = str(record["engine"]["name"] or "rules") if record else "rules"
    try:
        require(name)
    except UsageError:
        return "rules"
    return name


def _resolved(before: Sequence[Mapping[str, Any]], record: Record) -> tuple[Mapping[str, Any], ...]:
    def place(date: Mapping[str, Any]) -> tuple[Any, ...]:
        return date["field"], date["start"], date["end"]

    def is_open(date: Mapping[str, Any]) -> bool:
        return not date["from"] and not date["to"]

    were_open = {place(date) for date in before if is_open(date)}
    return tuple(date for date in map(plain, record.dates) if not is_open(date) and place(date) in were_open)


def _published(values: Mapping[str, Any]) -> Published:
    day = dt.date.fromisoformat(values["date"]) if values["date"] else None
    return Published(day, values["how"], values["evidence"], values.get("at"))


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _CHUNK):
        yield ids[at : at + _CHUNK]


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
