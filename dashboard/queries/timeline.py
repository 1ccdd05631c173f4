"""Facts on lanes of time as marks: what is one mark, and how finely there is room to draw them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import spread
from .corpus import Corpus
from .distinct import appearing, firsts, tally
from .evidence import Hits
from .lanes import Laid, Lanes, Time, Told, laid, taken, told
from .memo import memo

Grain = Literal["day", "month", "year"]
Span = tuple[pd.Timestamp, pd.Timestamp]
GRAINS: tuple[Grain, ...] = ("day", "month", "year")
KEYS = ["lane", "low", "high", "announced", "vague"]  # what makes two facts one mark
COLUMNS = ["mark", "id", *KEYS, "alternative", "count", "text", "grain"]
CROWDED = 1200  # marks; above, they are drawn together by month, then by year
LANES = 8


class Placed(NamedTuple):
    """Facts on the lanes that are drawn, each with its cell: facts of one lane, window and standing are drawn alike, so
    there are few. `cells`: KEYS as they are drawn, `grain`, and `mark` (its number)."""

    laid: Laid
    cell: np.ndarray
    cells: pd.DataFrame

    def facts(self, of: Told, marks: Iterable[int]) -> Hits:
        """Those behind some marks."""
        return Hits(taken(of, self.laid, self.cells["mark"].isin(list(marks)).to_numpy()[self.cell]))


@memo
def marks(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, span: Span | None = None) -> pd.DataFrame:
    """What is drawn: mark, id, lane, low, high, announced, vague, alternative, count (sentences), text, grain.

    Facts with the same lane, window and standing are one mark. The lanes with most facts are kept, at most `LANES`.
    """
    return marked(told(corpus, lanes, time), _placed(corpus, filters, lanes, time, span))


def marked(of: Told, found: Placed) -> pd.DataFrame:
    """Facts that are `placed` as marks."""
    cells, row = found.cells, found.laid.row
    if not len(row):
        return pd.DataFrame(columns=COLUMNS)
    mark = cells["mark"].to_numpy()[found.cell]
    first = firsts(mark)
    first = first[np.argsort(mark[first])]
    out = cells.iloc[found.cell[first]].reset_index(drop=True)
    facts = of.facts.iloc[row[first]]
    out = out.assign(
        lane=out["lane"].astype(object), grain=out["grain"].astype("str"),
        text=(facts["text"] if "text" in facts else pd.Series(pd.NA, facts.index)).astype("str").array,
        alternative=_alternatives(of, found, mark)[out["mark"]],
        count=tally(mark, of.facts["at"].to_numpy()[row], len(out)),
    )  # fmt: skip
    return out.assign(id=_ids(out))[COLUMNS]


def _alternatives(of: Told, found: Placed, mark: np.ndarray) -> np.ndarray:
    """For each mark the set of alternatives that it is of, where it is drawn by the day."""
    out = np.full(len(found.cells), np.nan, dtype=object)
    if "alternative" in of.facts:
        by_day = (found.cells["grain"] == "day").to_numpy()[found.cell]
        number = of.facts["alternative"].cat.codes.to_numpy()[found.laid.row]
        either = np.flatnonzero(by_day & (number >= 0))[::-1]  # what is laid down last stays: a mark's first
        out[mark[either]] = of.facts["alternative"].cat.categories.to_numpy(dtype=object)[number[either]]
    return out


def _ids(found: pd.DataFrame) -> pd.Series:
    """What a mark is called in a link: `sanctions:2023-03-01..2023-03-31:a`, with a for announced, v for vague."""
    days = (found[side].to_numpy().astype("datetime64[D]") for side in ("low", "high"))
    low, high = (np.where(np.isnat(each), "", np.datetime_as_string(each)).astype(object) for each in days)
    standing = found["announced"].map({True: "a", False: ""}) + found["vague"].map({True: "v", False: ""})
    return found["lane"] + ":" + low + ".." + high + ":" + standing


@memo
def _placed(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, span: Span | None) -> Placed:
    return placed(told(corpus, lanes, time), laid(corpus, filters, lanes, time, most=LANES), span)


def placed(of: Told, found: Laid, span: Span | None = None) -> Placed:
    """Facts on lanes, each with the mark that it is part of, and the grain that this is drawn at.

    With a `span`, what lies in it and around it is drawn as finely as there is room for, the rest as in the whole.
    """
    cell, first = appearing(found.lane * len(of.whens) + of.when[found.row])
    lane, place = np.unique(found.lane[first], return_inverse=True)
    names = found.names[lane]
    order = np.argsort(names)
    cells = of.whens.take(of.when[found.row[first]]).reset_index(drop=True)
    cells = cells.assign(lane=pd.Categorical.from_codes(np.argsort(order)[place], names[order]))[KEYS]
    whole = _drawn(cells)
    if span and len(whole) and whole["grain"].iloc[0] != "day":
        whole = _closer(cells, span, whole["grain"].iloc[0])
    mark = pd.factorize(_packed(whole), sort=True)[0]
    return Placed(found, cell, whole.assign(mark=mark, grain=pd.Categorical(whole["grain"], GRAINS)))


def _packed(found: pd.DataFrame) -> np.ndarray:
    """What makes two facts one mark (`KEYS`) as one number, in the order of lanes and days; open ends come last."""
    out: np.ndarray = found["lane"].cat.codes.to_numpy().astype(np.int64)
    for side in ("low", "high"):
        day = found[side].to_numpy().astype("datetime64[D]")
        out = out << 23 | np.where(np.isnat(day), (1 << 23) - 1, day.astype(np.int64) + (1 << 20))
    standing = found["announced"].to_numpy(dtype=np.int64) << 1 | found["vague"].to_numpy(dtype=np.int64)
    return np.asarray(out << 2 | standing)


def _closer(found: pd.DataFrame, span: Span, most: Grain) -> pd.DataFrame:
    """What is near as finely as there is room for; the rest as coarsely as `most`, not reaching into what is near."""
    near = _near(found, span)
    parts, rest = [_drawn(found[near])], found[~near]
    for grain in reversed(GRAINS[: GRAINS.index(most) + 1]):
        out = merged(rest, grain).assign(grain=grain)
        clear = ~_near(out, span) if grain != "day" else np.ones(len(out), dtype=bool)
        parts.append(out[clear])
        rest = rest[~clear]
    return pd.concat([part for part in parts if len(part)]).sort_index()


def _near(found: pd.DataFrame, span: Span) -> np.ndarray:
    """Which facts overlap a span or half its length around it; an open one counts where its known end lies."""
    low, high = found["low"].fillna(found["high"]), found["high"].fillna(found["low"])
    reach = (span[1] - span[0]) / 2
    return np.asarray(((low <= span[1] + reach) & (high >= span[0] - reach)).to_numpy())


def _drawn(found: pd.DataFrame) -> pd.DataFrame:
    """Facts at the finest grain that leaves no more marks than can be drawn and read."""
    for grain in GRAINS:
        out = merged(found, grain)
        if grain == GRAINS[-1] or len(pd.unique(_packed(out))) <= CROWDED:
            break
    return out.assign(grain=grain)


def merged(found: pd.DataFrame, grain: Grain) -> pd.DataFrame:
    """Rows with `low`, `high` and `vague` at a grain.

    By month: intervals up to a month as the month of their middle, up to a year as the year. By year: likewise, up to
    a year as the year, up to ten as the decade.
    """
    if grain == "day":
        return found
    length = (found["high"] - found["low"]).dt.days
    days = (found["low"] + (found["high"] - found["low"]) / 2).to_numpy().astype("datetime64[D]")
    days = np.where(np.isnat(days), np.datetime64(0, "D"), days)  # open ones are left as they are below
    steps = ((31, "M", 1), (366, "Y", 1)) if grain == "month" else ((366, "Y", 1), (3660, "Y", 10))
    low, high, least = found["low"], found["high"], -1
    for most, unit, many in steps:
        short = length.between(least + 1, most).to_numpy()
        number = days.astype(f"datetime64[{unit}]").astype(np.int64)
        # Counted from 1970, so that the decades begin where people begin them.
        first = (number // many * many).astype(f"datetime64[{unit}]")
        last = (first + many).astype("datetime64[D]") - 1
        low = low.where(~short, pd.Series(first.astype("datetime64[s]"), index=found.index))
        high = high.where(~short, pd.Series(last.astype("datetime64[s]"), index=found.index))
        least = most
    kept = length.isna() | (length > least)
    return found.assign(low=low, high=high, vague=found["vague"] & kept)


def touched(found: pd.DataFrame, lanes: Iterable[str], low: pd.Timestamp, high: pd.Timestamp) -> pd.DataFrame:
    """The marks of some lanes that a window touches; one open on a side is where its known end is."""
    first, last = found["low"].fillna(found["high"]), found["high"].fillna(found["low"])
    return found[found["lane"].isin(list(lanes)) & (first <= high) & (last >= low)]


def behind(
    corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, ids: Iterable[str], span: Span | None = None
) -> Hits:
    """The facts behind drawn marks."""
    found = marks(corpus, filters, lanes, time, span)
    wanted = found.loc[found["id"].isin(set(ids)), "mark"]
    return _placed(corpus, filters, lanes, time, span).facts(told(corpus, lanes, time), wanted)


def window(corpus: Corpus, filters: Filters, found: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """What to show first: the filtered period, else all but what lies far out, so that a lone 1979 hides nothing."""
    if filters.basis == "event" and filters.start and filters.end:
        return pd.Timestamp(filters.start), pd.Timestamp(filters.end) + pd.Timedelta(days=1)
    short = found[~((found["high"] - found["low"]).dt.days > 366)]  # a century's ends say little of where things are
    days = np.concatenate([short["low"].to_numpy(), short["high"].to_numpy()])
    known, weight = ~np.isnat(days), np.tile(short["count"].to_numpy(), 2)
    if weight[known].sum() < 8:
        return None
    return spread.near(days[known], weight[known], 0.05, widen=0.4, least=30, margin=(0.03, 3))
