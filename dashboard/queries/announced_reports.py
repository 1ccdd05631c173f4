"""Relations that announce something or take it back, each with what is announced, by whom, and for which days."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo
from .select import select

Days = tuple[pd.Timestamp, pd.Timestamp]
DRILLS = ("naval-drills", "military-drills")
TOGETHER = ("drill", "cooperation", "talks", "visit", "agreement")  # what is done together has no direction
SPOKEN = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")  # words that are still to be said are no event that falls due
REVOKED = ("denied", "suspended", "cancelled")


class Windows(NamedTuple):
    """The windows that reports name, each set of alternatives once; number 0 is of those that name none."""

    spans: list[tuple[Days, ...]]
    days: list[list[tuple[int, int]]]  # the same as numbers; a side that is open counts where the other side lies
    length: np.ndarray  # days, of all alternatives together


@memo
def facts(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The reports left: the columns of relations, and kind, who (actors as a key), day, what (a number for both),
    window (a number in `windows`); a headline counts only where its article says no such thing."""
    found = select(corpus, filters).of(_reports(corpus))
    title, claim = (found["field"] == "title").to_numpy(dtype=bool), found["claim"].to_numpy()
    said = np.zeros(int(claim.max()) + 1 if len(claim) else 0, dtype=bool)
    said[claim[(found["field"] == "text").to_numpy(dtype=bool)]] = True
    return found[~(title & said[claim])].reset_index(drop=True)


@memo
def _told(corpus: Corpus) -> pd.DataFrame:
    """Relations of events announced or taken back; `base` is the type of what is announced."""
    found = corpus.facts["relations"]
    found = found[found["status"].isin(["announced", *REVOKED]).to_numpy()]
    base = found["announces"].astype(object).where(found["announces"].notna(), found["type"].astype(object))
    return found.assign(base=base)[~base.isin(SPOKEN).to_numpy()]


@memo
def _reports(corpus: Corpus) -> pd.DataFrame:
    found = _told(corpus)
    drills = corpus.sentences_on(DRILLS)[found["at"].to_numpy()]
    kinds = [kind_of(str(b), str(m), bool(d)) for b, m, d in zip(found["base"], found["mode"], drills, strict=True)]
    ends = (found[end].astype(object) for end in ("source", "target"))
    who = [
        "+".join(sorted(actors)) if kind in TOGETHER or not (isinstance(one, str) and isinstance(other, str))
        else f"{one}>{other}"
        for kind, actors, one, other in zip(kinds, found["actors"], *ends, strict=True)
    ]  # fmt: skip
    found = found.assign(
        kind=pd.Series(kinds, found.index, dtype=object), who=pd.Series(who, found.index, dtype=object)
    )
    return found.assign(
        day=corpus.days[found["code"].to_numpy()],
        what=found.groupby(["kind", "who"], sort=False).ngroup().to_numpy(),
        claim=found.groupby(["code", "status", "base", "who"], observed=True, sort=False).ngroup().to_numpy(),
        window=_windows(corpus)[1],
    )


def kind_of(base: str, mode: str, drill: bool) -> str:
    """What is announced in a reader's words (`announced.kind.*`), else PLOVER's type."""
    match base:
        case "COOPERATE" | "AID" if drill:
            return "drill"
        case "CONSULT":
            return "visit" if mode in ("visit", "host") else "talks"
        case "RETREAT":
            return {"ceasefire": "ceasefire", "withdraw": "withdrawal"}.get(mode, base)  # a release is told by its mode
        case "SANCTION":
            return {"expel": "expulsion", "withdraw": "break", "discontinue": "suspension"}.get(mode, "sanctions")
    plain = {"COOPERATE": "cooperation", "AID": "aid", "SUPPORT": "support", "AGREE": "agreement"}
    return plain.get(base, base)


@memo
def windows(corpus: Corpus) -> Windows:
    """The windows of all reports."""
    spans = _windows(corpus)[0]
    days = [[(number(start(one)), number(end(one))) for one in each] for each in spans]
    return Windows(spans, days, np.array([sum(high - low for low, high in each) for each in days]))


@memo
def _windows(corpus: Corpus) -> tuple[list[tuple[Days, ...]], np.ndarray]:
    """Each set of windows once, and which of them each report names; of a date with alternatives, each of them."""
    reports, dates = _told(corpus), corpus.facts["dates"]
    at = corpus.find("dates", reports["code"].to_numpy(), reports["date"].to_numpy(dtype=np.float64, na_value=-1))
    low, high = dates["from"], dates["to"]
    resolved = (low.notna() | high.notna()).to_numpy(dtype=bool)
    known = at >= 0
    known[known] = resolved[at[known]]
    named = np.unique(at[known])
    days = list(zip(low.iloc[named], high.iloc[named], strict=True))
    either = dates["alternative"].notna().to_numpy(dtype=bool)
    others: dict[tuple[int, int], dict[Days, None]] = {}
    beside = dates[either & resolved]
    for code, group, first, last in zip(
        beside["code"], beside["alternative"], beside["from"], beside["to"], strict=True
    ):
        others.setdefault((code, int(group)), {})[first, last] = None
    numbers: dict[tuple[Days, ...], int] = {(): 0}
    found = []
    groups = zip(dates["code"].iloc[named], dates["alternative"].iloc[named], strict=True)
    for (code, group), one in zip(groups, days, strict=True):
        each = (one,) if pd.isna(group) else tuple(others[code, int(group)])
        found.append(numbers.setdefault(each, len(numbers)))
    out = np.zeros(len(reports), dtype=np.int64)
    out[known] = np.array(found, dtype=np.int64)[np.searchsorted(named, at[known])]
    return list(numbers), out


def start(span: Days) -> pd.Timestamp:
    """The first day of a window, or its last where it is open before that."""
    return span[0] if pd.notna(span[0]) else span[1]


def end(span: Days) -> pd.Timestamp:
    """The last day of a window, or its first where it is open after that."""
    return span[1] if pd.notna(span[1]) else span[0]


def number(day: pd.Timestamp) -> int:
    """A day as a number that days can be compared by."""
    return int(day.toordinal())
