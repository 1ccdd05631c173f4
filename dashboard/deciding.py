"""What people decide about findings and names: kept, taken back, and found again after the articles were read anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import verdicts
from .clean.fold import fold_key
from .verdicts import Said

if TYPE_CHECKING:
    from .store import Store

VERDICT, IDENTITY = "verdict", "identity"


def judge(
    store: Store, name: str, record: Mapping[str, Any], item: Mapping[str, Any], said: Said,
    now: Mapping[str, Any] | None = None, *, queue: str = "", by: str | None = None,
) -> int:  # fmt: skip
    """Say of a finding of a record's list `name` that it is right, wrong, or (`now`: fields) something else.

    `queue` is the question that it stood under, `by` who says so. The verdict's number.
    """
    return judge_all(store, name, [(record, item)], said, now, queue=queue, by=by)[0]


def judge_all(
    store: Store, name: str, findings: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]], said: Said,
    now: Mapping[str, Any] | None = None, *, queue: str = "", by: str | None = None,
) -> list[int]:  # fmt: skip
    """Say the same of many findings (each with its record) at once; they bear one moment, and are undone together."""
    made = [
        {"article": record["id"], "action": VERDICT,
         "body": {**verdicts.body(name, record, item, said, now), "queue": queue}}
        for record, item in findings
    ]  # fmt: skip
    return _note(store, made, by)


def merge(
    store: Store, ids: Sequence[str], id: str, name: str, name_en: str | None = None, *, by: str | None = None
) -> None:
    """These ids are the person or organisation `id`, which is called so."""
    _step(store, {"do": "merge", "ids": list(ids), "id": id, "name": name, "name_en": name_en}, by)


def rename(store: Store, id: str, name: str, name_en: str | None = None, *, by: str | None = None) -> None:
    _step(store, {"do": "rename", "ids": [], "id": id, "name": name, "name_en": name_en}, by)


def split(
    store: Store, kind: str, id: str, articles: Sequence[str], name: str, name_en: str | None = None, *,
    by: str | None = None,
) -> str:  # fmt: skip
    """In these articles, `id` is somebody else, called so; the id of that one."""
    into = named(kind, name)
    if into == id:  # of the same name: told apart by the first article
        into = f"{id}@{min(articles)}"
    _step(store, {"do": "split", "id": id, "articles": list(articles), "into": into, "name": name,
                  "name_en": name_en}, by)  # fmt: skip
    return into


def named(kind: str, name: str) -> str:
    """The id of a person or organisation that no list has."""
    return f"{kind}:{fold_key(name)}"


def take_back(store: Store, given: Iterable[Mapping[str, Any]], *, by: str | None = None) -> None:
    """Undo corrections (as `Store.history` has them), whatever was decided since."""
    _note(store, [
        {"article": one["article"], "action": one["action"], "body": {}, "undoes": one["id"]}
        for one in given if not one.get("undone")
    ], by)  # fmt: skip


def unfit(store: Store) -> list[Mapping[str, Any]]:
    """Verdicts that say what a finding is which the article, as it is read today, does not have."""
    return [one for _, lost in store.corrected(store.judged()) for one in lost]


def _step(store: Store, step: dict[str, Any], by: str | None) -> None:
    _note(store, [{"article": None, "action": IDENTITY, "body": step}], by)


def _note(store: Store, made: list[dict[str, Any]], by: str | None) -> list[int]:
    return store.note(
        [{**one, "author": by} for one in made], dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    )
