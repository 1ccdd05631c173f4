"""Events announced: reports of one event together, with its window, who announced it first, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .announced_groups import grouped, joined, laid
from .announced_reports import REVOKED, TOGETHER, Days, Windows, facts, start, windows
from .corpus import Corpus
from .distinct import distinct, matched, tally
from .evidence import Hits
from .memo import memo

STATES = ("running", "future", "past", "open")  # in the order in which they are listed
EVENT = ["id", "kind", "mode", "actors", "ends", "windows", "low", "high", "state", "themes", "reports", "day",
         "speaker", "speaker_id", "source", "facts", "later"]  # fmt: skip

Span = tuple[tuple[Days, ...], pd.Timestamp, pd.Timestamp, str, str]


@memo
def events(corpus: Corpus, filters: Filters, today: dt.date) -> pd.DataFrame:
    """A row an event announced (columns EVENT): by their windows, what falls due next first, what is past after it, the
    latest first; last those of no known day, as lately as they were told of.

    Reports are of one event if they announce the same kind with the same actors for windows that overlap, or all for
    no window. A wide window that fits several events ("this year") is a row of its own. `reports` are stories, not
    articles. `later` are the facts that deny, suspend or cancel it afterwards, where they can only mean this one.
    """
    told, known = facts(corpus, filters), windows(corpus)
    said = np.flatnonzero((told["status"] == "announced").to_numpy(dtype=bool))
    if not len(said):
        return pd.DataFrame(columns=EVENT)
    reports = told.iloc[said]
    event, seeds = joined(reports, corpus.stories, *grouped(reports, known))
    there = np.flatnonzero(seeds >= 0)
    event = np.searchsorted(there, event)  # numbered anew without those of which nothing is left
    reports, seeds = reports.assign(event=event), seeds[there]
    first = reports.sort_values(["event", "day", "code", "key"], na_position="last").drop_duplicates("event")
    many = len(seeds)
    order = np.argsort(event, kind="stable")
    out = _announced(reports.iloc[seeds], _spans(corpus, today)).assign(
        themes=_themes(corpus, event, reports["at"].to_numpy(), many),
        reports=tally(event, corpus.stories[reports["code"].to_numpy()], many),
        day=first["day"].to_numpy(),
        source=corpus.articles["source"].iloc[first["code"]].to_numpy(),
        facts=_parts(said[order], event[order], many),
    )
    out["speaker"], out["speaker_id"] = _speakers(corpus, first)
    out["later"] = _later(told, out, reports.iloc[seeds], known)
    rank = out["state"].map(STATES.index)
    near = out["low"].fillna(out["high"]).where(out["state"] != "running", out["high"])  # what runs is due at its end
    age = (near - pd.Timestamp(today)).where(out["state"] != "past", pd.Timestamp(today) - out["high"].fillna(near))
    age = age.where(out["state"] != "open", pd.Timestamp(today) - out["day"])
    return out.assign(rank=rank, age=age).sort_values(["rank", "age", "id"], ignore_index=True)[EVENT]


def behind(corpus: Corpus, filters: Filters, today: dt.date, id: str) -> Hits:
    """The announcements behind an event: as many rows as it has reports, copies folded."""
    found = events(corpus, filters, today)
    rows = [row for rows in found.loc[found["id"] == id, "facts"] for row in rows]
    return Hits(facts(corpus, filters).iloc[rows], "article")


def after(corpus: Corpus, filters: Filters, rows: Iterable[int]) -> pd.DataFrame:
    """What was told of an event afterwards: `later` of its row as facts, with their status and day."""
    return facts(corpus, filters).iloc[list(rows)]


def _parts(values: np.ndarray, groups: np.ndarray, many: int) -> pd.Series:
    """The values of each group, the rows being sorted by group."""
    listed, edges = values.tolist(), [0, *np.cumsum(np.bincount(groups, minlength=many)).tolist()]
    return pd.Series([tuple(listed[first:last]) for first, last in pairwise(edges)], dtype=object)


def _announced(seeds: pd.DataFrame, each: list[Span]) -> pd.DataFrame:
    """What the report that says when most closely tells of each event."""
    spans, low, high, state, days = zip(*(each[at] for at in seeds["window"].tolist()), strict=True)
    directed = ~seeds["kind"].isin(TOGETHER) | ((seeds["kind"] == "visit") & ~seeds["reciprocal"].astype(bool))
    ends = zip(seeds["source"].astype(object), seeds["target"].astype(object), directed, strict=True)
    return pd.DataFrame({
        "id": seeds["kind"].to_numpy() + ":" + seeds["who"].to_numpy() + ":" + np.array(days, dtype=object),
        "kind": seeds["kind"].to_numpy(),
        "mode": seeds["mode"].astype(object).to_numpy(),
        "actors": pd.Series([tuple(actors) for actors in seeds["actors"]], dtype=object),
        "ends": pd.Series([(one, other) if both and isinstance(one, str) and isinstance(other, str) else None
                           for one, other, both in ends], dtype=object),
        "windows": pd.Series(spans, dtype=object), "state": pd.Series(state, dtype=object),
        "low": pd.Series(low, dtype="datetime64[us]"), "high": pd.Series(high, dtype="datetime64[us]"),
    })  # fmt: skip


@memo
def _spans(corpus: Corpus, today: dt.date) -> list[Span]:
    return [_span(each, today) for each in windows(corpus).spans]


def _span(windows: Iterable[Days], today: dt.date) -> Span:
    """Windows in their order, the first and the last day of all (NaT where one is open), where today lies, and the days
    as an id has them."""
    spans = tuple(sorted(windows, key=start))
    low = pd.NaT if not spans or any(pd.isna(a) for a, _ in spans) else min(a for a, _ in spans)
    high = pd.NaT if not spans or any(pd.isna(b) for _, b in spans) else max(b for _, b in spans)
    days = "..".join("" if pd.isna(day) else day.date().isoformat() for day in (low, high))
    return spans, low, high, standing(spans, today), days


def standing(windows: Iterable[Days], today: dt.date) -> str:
    """Where a day lies to the windows of an event: before (future), within (running) or after them (past)."""
    spans, now = list(windows), pd.Timestamp(today)
    if not spans:
        return "open"
    if all(pd.notna(low) and low > now for low, _ in spans):
        return "future"
    return "past" if all(pd.notna(high) and high < now for _, high in spans) else "running"


def _themes(corpus: Corpus, event: np.ndarray, at: np.ndarray, many: int) -> pd.Series:
    """The themes of each event's sentences, those of most sentences first."""
    whose, place = distinct(event, at)
    on = corpus.theme_sentences
    row, hit = matched(place, on["at"].to_numpy())
    names = on["theme"].cat.categories
    found = pd.DataFrame({"event": whose[row], "theme": on["theme"].cat.codes.to_numpy()[hit]})
    counts = found.value_counts().rename("n").reset_index()
    counts = counts.sort_values(["event", "n", "theme"], ascending=[True, False, True])
    return _parts(names.to_numpy(dtype=object)[counts["theme"].to_numpy()], counts["event"].to_numpy(), many)


def _speakers(corpus: Corpus, first: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Who is said to have announced each: as written, and the id of who is meant, where that is known."""
    quotes, mentions = corpus.facts["quotes"], corpus.facts["mentions"]
    code = first["code"].to_numpy()
    at = corpus.find("quotes", code, first["attributed_to"].to_numpy(dtype=np.float64, na_value=-1))
    speaker, whose = (np.full(len(first), None, dtype=object) for _ in range(2))
    told = at >= 0
    written = quotes["speaker"].iloc[at[told]].astype(object)
    speaker[told] = written.where(written.notna(), None)
    mention = quotes["speaker_mention"].iloc[at[told]].to_numpy(dtype=np.float64, na_value=-1)
    found = corpus.find("mentions", code[told], np.where(written.notna(), mention, -1))
    ids = np.full(len(found), None, dtype=object)
    ids[found >= 0] = mentions["id"].iloc[found[found >= 0]].astype(object)
    whose[told] = ids
    return pd.Series(speaker, dtype=object), pd.Series(whose, dtype=object)


def _later(told: pd.DataFrame, found: pd.DataFrame, seeds: pd.DataFrame, known: Windows) -> pd.Series:
    """For each event, the facts that take it back: told after it was, of that kind and those actors, and of a window
    that overlaps (or, where they name none, told before its own has passed). What fits several events fits none."""
    out: list[list[int]] = [[] for _ in range(len(found))]
    day, high = found["day"].to_numpy(), found["high"].to_numpy()
    what, window = seeds["what"].to_numpy(), seeds["window"].to_numpy()
    revoked = told[(told["status"].isin(REVOKED) & told["day"].notna() & told["what"].isin(what)).to_numpy(dtype=bool)]
    for thing, places in revoked.groupby("what", sort=False).indices.items():
        events, rows = np.flatnonzero(what == thing), revoked.index.to_numpy()[places]
        when, one = (revoked[name].to_numpy()[places] for name in ("day", "window"))
        dated, open_ = np.flatnonzero(one), np.flatnonzero(one == 0)
        (start, end, whose), (first, last, at) = laid(known, one[dated]), laid(known, window[events])
        near = (first <= end[:, None]) & (last >= start[:, None])
        near = np.logical_or.reduceat(near, np.flatnonzero(np.diff(whose, prepend=-1)))  # in any of a row's windows
        near &= day[events][at] < when[dated, None]
        lasting = (day[events] < when[open_, None]) & (np.isnat(high[events]) | (high[events] >= when[open_, None]))
        for fits, of, those in ((near, at, dated), (lasting, np.arange(len(events)), open_)):
            for event, row in _only(fits, of, rows[those]):
                out[int(events[event])].append(row)
    return pd.Series([tuple(sorted(rows)) for rows in out], dtype=object)


def _only(fits: np.ndarray, events: np.ndarray, rows: np.ndarray) -> Iterator[tuple[int, int]]:
    """The event that a row fits, where it is just one, with the row. `fits` is of rows and windows, `events` whose
    windows these are."""
    none = np.iinfo(np.int64).max
    least, most = (
        np.where(fits, events, none).min(axis=1, initial=none), np.where(fits, events, -1).max(axis=1, initial=-1)
    )  # fmt: skip
    one = least == most  # of an event with alternatives, several windows
    return zip(most[one].tolist(), rows[one].tolist(), strict=True)
