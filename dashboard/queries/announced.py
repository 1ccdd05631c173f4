"""Events announced: reports of one event together, with its window, who announced it first, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .announced_groups import Copies, Days, Report, days_of, grouped, overlap, start
from .corpus import Corpus
from .evidence import Hits
from .memo import memo
from .select import select

STATES = ("running", "future", "open", "past")  # in the order in which they are listed
DRILLS = ("naval-drills", "military-drills")
TOGETHER = ("drill", "cooperation", "talks", "visit", "agreement")  # what is done together has no direction
SPOKEN = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")  # words that are still to be said are no event that falls due
REVOKED = ("denied", "suspended", "cancelled")
EVENT = ["id", "kind", "actors", "ends", "windows", "low", "high", "state", "themes", "reports", "day", "speaker",
         "speaker_id", "source", "facts", "later"]  # fmt: skip


class _Told:
    """What stands beside the facts: the themes of their sentences, and who said what is told."""

    def __init__(self, corpus: Corpus, facts: pd.DataFrame) -> None:
        themes = corpus.theme_sentences
        themes = themes[np.isin(themes["key"], facts["key"])]
        self.themes: dict[int, list[str]] = {}
        for key, theme in zip(themes["key"], themes["theme"].astype(str), strict=True):
            self.themes.setdefault(int(key), []).append(theme)
        said, named = corpus.facts["quotes"], corpus.facts["mentions"]
        codes = facts.loc[facts["attributed_to"].notna(), "code"].unique()
        said, named = said[np.isin(said["code"], codes)], named[np.isin(named["code"], codes)]
        self._said = dict(
            zip(zip(said["code"], said["index"], strict=True),
                zip(said["speaker"].astype(object), said["speaker_mention"], strict=True), strict=True)
        )  # fmt: skip
        self._named = dict(zip(zip(named["code"], named["index"], strict=True), named["id"].astype(str), strict=True))

    def speaker(self, fact: pd.Series) -> tuple[str | None, str | None]:
        """Who is said to have announced it: as written, and the id of who is meant, where that is known."""
        if pd.isna(fact["attributed_to"]):
            return None, None
        code = int(fact["code"])
        speaker, mention = self._said.get((code, int(fact["attributed_to"])), (None, None))
        if not isinstance(speaker, str):
            return None, None
        return speaker, None if pd.isna(mention) else self._named.get((code, int(mention)))


@memo
def events(corpus: Corpus, filters: Filters, today: dt.date) -> pd.DataFrame:
    """A row an event announced (columns EVENT), those to come first.

    Reports are of one event if they announce the same kind with the same actors for windows that overlap, or all for
    no window. A wide window that fits several events ("this year") is a row of its own. `reports` are stories, not
    articles. `later` are the facts that deny, suspend or cancel it afterwards, where they can only mean this one.
    """
    facts = _facts(corpus, filters)
    rows: list[dict[str, Any]] = []
    windows, told, copies = _windows(corpus), _Told(corpus, facts), Copies(facts, corpus.stories)
    groups = facts[facts["status"] == "announced"].groupby(["kind", "who"], sort=False)
    for _, group in groups:
        found = copies.joined(grouped(group, windows))
        rows += [_event(corpus, facts, seed, rest, today, told) for seed, rest in found]
    out = pd.DataFrame(rows, columns=EVENT)
    if out.empty:
        return out
    out = out.assign(later=_later(facts, out, windows))
    rank = out["state"].map(STATES.index)
    near = out["low"].fillna(out["high"])
    age = (near - pd.Timestamp(today)).where(out["state"] != "past", pd.Timestamp(today) - out["high"].fillna(near))
    return out.assign(rank=rank, age=age).sort_values(["rank", "age", "id"], ignore_index=True)[EVENT]


def behind(corpus: Corpus, filters: Filters, today: dt.date, id: str) -> Hits:
    """The announcements behind an event: as many rows as it has reports, copies folded."""
    found = events(corpus, filters, today)
    rows = [row for rows in found.loc[found["id"] == id, "facts"] for row in rows]
    return Hits(_facts(corpus, filters).iloc[rows], "article")


def after(corpus: Corpus, filters: Filters, rows: Iterable[int]) -> pd.DataFrame:
    """What was told of an event afterwards: `later` of its row as facts, with their status and day."""
    return _facts(corpus, filters).iloc[list(rows)]


@memo
def _facts(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Relations announced or taken back, with kind, actors as a key (`who`) and day; a headline counts only where its
    article says no such thing."""
    found = select(corpus, filters).of(corpus.facts["relations"])
    found = found[found["status"].isin(["announced", *REVOKED]).to_numpy()]
    themes = corpus.theme_sentences
    drills = np.isin(found["key"], themes["key"][themes["theme"].isin(DRILLS).to_numpy()])
    base = found["announces"].astype(object).where(found["announces"].notna(), found["type"].astype(object))
    event = ~base.isin(SPOKEN).to_numpy()
    found, drills, base = found[event], drills[event], base[event]
    kinds = [kind_of(str(b), str(m), bool(d)) for b, m, d in zip(base, found["mode"], drills, strict=True)]
    found = found.assign(
        base=base, kind=kinds, day=pd.to_datetime(corpus.articles["published"]).to_numpy()[found["code"]]
    )
    who = [
        "+".join(sorted(actors)) if kind in TOGETHER or not (isinstance(one, str) and isinstance(other, str))
        else f"{one}>{other}"
        for kind, actors, one, other in zip(
            found["kind"], found["actors"], found["source"].astype(object), found["target"].astype(object), strict=True
        )
    ]  # fmt: skip
    found = found.assign(who=who)
    same = ["code", "status", "base", "who"]
    body = found.loc[(found["field"] == "text").to_numpy(), same].drop_duplicates().assign(body=True)
    again = found.merge(body, on=same, how="left")["body"].notna().to_numpy() & (found["field"] == "title").to_numpy()
    return found[~again].reset_index(drop=True)


def kind_of(base: str, mode: str, drill: bool) -> str:
    """What is announced in a reader's words (`announced.kind.*`), else PLOVER's type."""
    match base:
        case "COOPERATE" | "AID" if drill:
            return "drill"
        case "CONSULT":
            return "visit" if mode in ("visit", "host") else "talks"
        case "RETREAT":
            return "ceasefire" if mode == "ceasefire" else "withdrawal"
        case "SANCTION":
            return "break" if mode in ("withdraw", "discontinue", "expel") else "sanctions"
    plain = {"COOPERATE": "cooperation", "AID": "aid", "SUPPORT": "support", "AGREE": "agreement"}
    return plain.get(base, base)


def _windows(corpus: Corpus) -> dict[tuple[int, int], tuple[Days, ...]]:
    """(Article, date's index) → its window; of alternatives, each of them."""
    found = corpus.dated
    out: dict[tuple[int, int], tuple[Days, ...]] = {}
    either: dict[tuple[int, int], list[Days]] = {}
    each = list(zip(found["code"], found["index"], found["low"], found["high"], found["alternative"], strict=True))
    for code, _, low, high, alternative in each:
        if pd.notna(alternative):
            either.setdefault((code, int(alternative)), []).append((low, high))
    for code, index, low, high, alternative in each:
        days = [(low, high)] if pd.isna(alternative) else either[code, int(alternative)]
        out[int(code), int(index)] = tuple(dict.fromkeys(days))
    return out


def _event(
    corpus: Corpus, facts: pd.DataFrame, seed: Report, rows: list[int], today: dt.date, context: _Told
) -> dict[str, Any]:
    told = facts.iloc[rows]
    first = told.sort_values(["day", "code", "key"], na_position="last").iloc[0]
    one = facts.iloc[seed.row]
    spans = sorted(seed.windows, key=start)
    low = pd.NaT if not spans or any(pd.isna(a) for a, _ in spans) else min(a for a, _ in spans)
    high = pd.NaT if not spans or any(pd.isna(b) for _, b in spans) else max(b for _, b in spans)
    themes = Counter(theme for key in set(told["key"]) for theme in context.themes.get(int(key), ()))
    directed = one["kind"] not in TOGETHER or (one["kind"] == "visit" and not one["reciprocal"])
    ends = (one["source"], one["target"]) if directed else None
    days = "..".join("" if pd.isna(day) else day.date().isoformat() for day in (low, high))
    speaker, who = context.speaker(first)
    return {
        "id": f"{one['kind']}:{one['who']}:{days}",
        "kind": one["kind"], "actors": tuple(one["actors"]), "windows": tuple(spans), "low": low, "high": high,
        "ends": ends if ends and all(isinstance(end, str) for end in ends) else None,
        "state": standing(spans, today), "themes": tuple(theme for theme, _ in themes.most_common()),
        "reports": len(set(corpus.stories[told["code"]])), "day": first["day"],
        "speaker": speaker, "speaker_id": who,
        "source": corpus.articles["source"].iloc[int(first["code"])], "facts": tuple(rows), "later": (),
    }  # fmt: skip


def standing(windows: Iterable[Days], today: dt.date) -> str:
    """Where a day lies to the windows of an event: before (future), within (running) or after them (past)."""
    spans, now = list(windows), pd.Timestamp(today)
    if not spans:
        return "open"
    if all(pd.notna(low) and low > now for low, _ in spans):
        return "future"
    return "past" if all(pd.notna(high) and high < now for _, high in spans) else "running"


def _later(
    facts: pd.DataFrame, found: pd.DataFrame, windows: dict[tuple[int, int], tuple[Days, ...]]
) -> list[tuple[int, ...]]:
    """For each event, the facts that take it back: told after it was, of that kind and those actors, and of a window
    that overlaps (or, where they name none, told before its own has passed). What fits several events fits none."""
    out: list[list[int]] = [[] for _ in range(len(found))]
    whose = facts["who"].to_numpy()[[rows[0] for rows in found["facts"]]]
    alike: dict[tuple[str, str], list[tuple[int, Any]]] = {}
    for at, event in enumerate(found.itertuples()):
        alike.setdefault((event.kind, whose[at]), []).append((at, event))
    for fact in facts[facts["status"].isin(REVOKED).to_numpy()].itertuples():
        spans, fits = days_of(fact, windows), []
        for at, event in alike.get((fact.kind, fact.who), ()):
            if not event.day < fact.day:
                continue
            in_time = overlap(spans, event.windows) if spans else pd.isna(event.high) or fact.day <= event.high
            fits += [at] if in_time else []
        if len(fits) == 1:
            out[fits[0]].append(int(fact.Index))
    return [tuple(rows) for rows in out]
