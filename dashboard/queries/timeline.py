"""Facts on lanes of time as marks: what is one mark, and how finely there is room to draw them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .distinct import firsts, tally
from .evidence import Hits
from .lanes import Lanes, Time, facts, fullest, spoken_of
from .memo import memo

Grain = Literal["day", "month", "year"]
Span = tuple[pd.Timestamp, pd.Timestamp]
GRAINS: tuple[Grain, ...] = ("day", "month", "year")
KEYS = ["lane", "low", "high", "announced", "vague"]  # what makes two facts one mark
COLUMNS = ["mark", "id", *KEYS, "alternative", "count", "text", "grain"]
CROWDED = 1200  # marks; above, they are drawn together by month, then by year
LANES = 8


@memo
def marks(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, span: Span | None = None) -> pd.DataFrame:
    """What is drawn: mark, id, lane, low, high, announced, vague, alternative, count (sentences), text, grain.

    Facts with the same lane, window and standing are one mark. The lanes with most facts are kept, at most `LANES`.
    """
    return marked(grouped(corpus, filters, lanes, time, span))


def marked(found: pd.DataFrame) -> pd.DataFrame:
    """Facts that `placed` has numbered, as marks."""
    if found.empty:
        return pd.DataFrame(columns=COLUMNS)
    mark = found["mark"].to_numpy()
    first = firsts(mark)
    first = first[np.argsort(mark[first])]
    out = found[["mark", *KEYS, "text", "grain"]].iloc[first].reset_index(drop=True)
    either = found[found["alternative"].notna().to_numpy(dtype=bool)].drop_duplicates("mark")
    out = out.assign(
        lane=out["lane"].astype(object), text=out["text"].astype("str"), grain=out["grain"].astype("str"),
        alternative=out["mark"].map(either.set_index("mark")["alternative"].astype(object)),
        count=tally(mark, found["at"].to_numpy(), int(mark.max()) + 1)[mark[first]],
    )  # fmt: skip
    return out.assign(id=_ids(out))[COLUMNS]


def _ids(found: pd.DataFrame) -> pd.Series:
    """What a mark is called in a link: `sanctions:2023-03-01..2023-03-31:a`, with a for announced, v for vague."""
    low, high = (
        found[side].map(lambda day: "" if pd.isna(day) else day.date().isoformat()).astype(object)
        for side in ("low", "high")
    )
    standing = found["announced"].map({True: "a", False: ""}) + found["vague"].map({True: "v", False: ""})
    return found["lane"] + ":" + low + ".." + high + ":" + standing


@memo
def grouped(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, span: Span | None = None) -> pd.DataFrame:
    """`facts` as `placed` numbers them."""
    if time == "event":
        return placed(spoken_of(corpus, filters, lanes, most=LANES), span)
    return placed(facts(corpus, filters, lanes, time), span)


def placed(found: pd.DataFrame, span: Span | None = None) -> pd.DataFrame:
    """Facts on the lanes that are drawn, each with the number of its mark and the grain it is drawn at.

    With a `span`, what lies in it and around it is drawn as finely as there is room for, the rest as in the whole.
    """
    if "text" not in found:
        found = found.assign(text=pd.NA)
    names, lane = found["lane"].cat.categories, found["lane"].cat.codes.to_numpy()
    top = fullest(lane, found["at"].to_numpy(), names, LANES)
    if len(top) < np.count_nonzero(np.bincount(lane, minlength=len(names))):
        found = found[np.isin(lane, top)]
    found = found.assign(lane=found["lane"].cat.set_categories(sorted(names[top])))
    # Facts of one lane, window and standing are drawn alike: there are few such cells, however many the facts.
    cell = pd.factorize(_packed(found))[0]
    cells = found[KEYS].iloc[firsts(cell)].reset_index(drop=True)
    whole = _drawn(cells)
    if span and len(whole) and whole["grain"].iloc[0] != "day":
        whole = _closer(cells, span, whole["grain"].iloc[0])
    whole = whole.assign(mark=pd.factorize(_packed(whole), sort=True)[0], grain=pd.Categorical(whole["grain"], GRAINS))
    each = whole[["low", "high", "vague", "grain", "mark"]].take(cell).set_axis(found.index)
    alone = found["alternative"].where((each["grain"] == "day").to_numpy())
    return found.assign(**each, alternative=alone)


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
    numbers = found.loc[found["id"].isin(set(ids)), "mark"]
    facts = grouped(corpus, filters, lanes, time, span)
    return Hits(facts[facts["mark"].isin(numbers)])


def window(corpus: Corpus, filters: Filters, found: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """What to show first: the filtered period, else all but what lies far out, so that a lone 1979 hides nothing."""
    if filters.basis == "event" and filters.start and filters.end:
        return pd.Timestamp(filters.start), pd.Timestamp(filters.end) + pd.Timedelta(days=1)
    short = found[~((found["high"] - found["low"]).dt.days > 366)]  # a century's ends say little of where things are
    weighed = short.loc[short.index.repeat(short["count"])]
    days = pd.concat([weighed["low"], weighed["high"]]).dropna()
    if len(days) < 8:
        return None
    low, high = days.quantile(0.05), days.quantile(0.95)
    reach = max((high - low) * 0.4, pd.Timedelta(days=30))
    margin = max((high - low) * 0.03, pd.Timedelta(days=3))
    near = days[(days >= low - reach) & (days <= high + reach)]
    return near.min() - margin, near.max() + margin
