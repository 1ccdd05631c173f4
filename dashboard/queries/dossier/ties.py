"""Whom a subject is named beside, and which coded relations are told of it: by sign, by kind and status, by partner.

Copies of one story are counted once, as the network counts them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .. import network
from ..actors import EVERYBODY, kinds, named
from ..corpus import Corpus
from ..distinct import among, appearing, labels, tally
from ..evidence import Hits
from ..indexed import PLACE
from ..memo import memo
from ..select import select
from ..stories import folded, once
from .subjects import Subject, facts

COMPANY = ["actor", "kind", "sentences", "reports"]
COUNTED = ["sentences", "reports"]
KIND = ["type", "mode", "status", "sign"]
PARTNER = ["source", "target", "directed"]


@memo
def _others(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """Actors named in the subject's sentences beside it: code, at, actor, and row in `named`."""
    own, found = facts(corpus, filters, subject), named(corpus, EVERYBODY)
    there = _beside(corpus, own, found) & select(corpus, filters).keeps(found)
    rows = np.flatnonzero(there & ~among(found["actor"], [*subject.states, subject.id]))
    if subject.kind == "organization":  # an organ that counts for its state is no company of its own name
        rows = rows[~np.isin(_spots(found[["at", "start"]].iloc[rows]), _spots(own))]
    return found[["code", "at", "actor"]].iloc[rows].assign(row=rows)


def _spots(found: pd.DataFrame) -> np.ndarray:
    """Sentence and start of each fact as one number."""
    return np.asarray(found["at"].to_numpy() << 32 | found["start"].to_numpy(dtype=np.int64))


def _beside(corpus: Corpus, own: pd.DataFrame, found: pd.DataFrame) -> np.ndarray:
    """Which facts stand in the sentences of others."""
    return np.asarray(corpus.standing_in(own["at"].to_numpy())[found["at"].to_numpy()])


@memo
def company(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """Who is named in its sentences, the most often first: actor, kind (states, organizations, people), sentences,
    reports."""
    out = _counted(corpus, _others(corpus, filters, subject), ["actor"])
    known = kinds(corpus)
    return out.assign(kind=[known.get(actor, "states") for actor in out["actor"]])[COMPANY]


def beside(corpus: Corpus, filters: Filters, subject: Subject, actor: str) -> Hits:
    """The sentences that name both, both of them marked."""
    found = _others(corpus, filters, subject)
    found = folded(corpus, found[(found["actor"] == actor).to_numpy()], ["actor"])
    own = facts(corpus, filters, subject)
    place = ["code", "key", "start", "end"]
    found = named(corpus, EVERYBODY)[place].iloc[found["row"].to_numpy()]
    return Hits(pd.concat([found, own.loc[np.isin(own["key"], found["key"]), place]]))


def _counted(corpus: Corpus, found: pd.DataFrame, by: list[str], **means: str) -> pd.DataFrame:
    """Sentences and independent reports by some columns, the most first; `means` name columns to take the mean of."""
    if found.empty:
        return pd.DataFrame(columns=[*by, *COUNTED, *means]).astype(dict.fromkeys(means, float))
    keep = np.flatnonzero(once(corpus, found, by))
    number, first = appearing(labels(found, by)[keep])
    at, code, *values = (found[name].to_numpy()[keep] for name in ("at", "code", *means.values()))
    out = found[by].iloc[keep[first]].assign(
        sentences=tally(number, at, len(first)), reports=tally(number, code, len(first)),
        **{name: np.bincount(number, each) / np.bincount(number) for name, each in zip(means, values, strict=True)},
    )  # fmt: skip
    kinds = [name for name in by if out[name].dtype == "category"]
    out = out.assign(**{name: _in_order(out[name]) for name in kinds})
    order = [False] * len(COUNTED) + [True] * len(by)
    return out.sort_values([*COUNTED, *by], ascending=order, ignore_index=True).astype(dict.fromkeys(kinds, object))


def _in_order(column: pd.Series) -> pd.Series:
    """A categorical that sorts by its values: by their codes, and not by thousands of strings."""
    names = column.cat.categories
    return column if names.is_monotonic_increasing else column.cat.reorder_categories(names.sort_values())


# -- coded relations ------------------------------------------------------------------------------------------


@memo
def parties_of(corpus: Corpus) -> pd.DataFrame:
    """A row a coded relation and party: row (of the relations), actor (categorical)."""
    found = corpus.facts["relations"]
    ends = [found[end].astype(object) for end in ("source", "target")]
    listed = found["actors"].explode()
    out = pd.concat([*ends, listed]).dropna().astype(str).astype("category")
    return out.rename_axis("row").rename("actor").reset_index()


def _told(corpus: Corpus, subject: Subject) -> bool:
    """Whether its relations are those told in its sentences: persons and organs act for their state in the coding."""
    if subject.kind != "organization":
        return subject.kind in ("person", "theme")
    found = corpus.facts["mentions"]
    return bool(found.loc[(found["id"] == subject.id).to_numpy(), "acts_for_state"].any())


@memo
def acts(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """The coded relations that it is a party of (of a dyad, both; of persons, organs and themes, those told in its
    sentences): code, key, field, start, end, index, type, mode ("" where there is none), status, sign, relation (its
    row)."""
    found = corpus.facts["relations"]
    if _told(corpus, subject):
        keep = _beside(corpus, facts(corpus, filters, subject), found)
    else:
        parties, keep = parties_of(corpus), np.ones(len(found), dtype=bool)
        for party in subject.states or (subject.id,):
            own = np.zeros(len(found), dtype=bool)
            own[parties["row"].to_numpy()[(parties["actor"] == party).to_numpy()]] = True
            keep &= own
    rows = np.flatnonzero(keep & select(corpus, filters).keeps(found))
    return found[[*PLACE, "index", *KIND]].iloc[rows].assign(mode=_modes(corpus)[rows], relation=rows)


@memo
def _modes(corpus: Corpus) -> pd.Categorical:
    """The modes of all relations, with "" for none: what is counted by them is found by them again."""
    mode = corpus.facts["relations"]["mode"]
    return pd.Categorical(mode.cat.set_categories(mode.cat.categories.union([""])).fillna(""))


@memo
def signs(corpus: Corpus, filters: Filters, subject: Subject) -> dict[str, int]:
    """Sentences that tell of cooperation (+), of conflict (-), of neither (0)."""
    found = _counted(corpus, acts(corpus, filters, subject), ["sign"])
    return {sign: int(n) for sign, n in zip(found["sign"], found["sentences"], strict=True)}


@memo
def by_kind(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """Relations by kind and status, the most told first: type, mode, status, sign, sentences, reports."""
    return _counted(corpus, acts(corpus, filters, subject), KIND)


def coded_as(corpus: Corpus, filters: Filters, subject: Subject, **values: str) -> Hits:
    """The sentences behind a sign (`sign=`) or behind a kind (`type=`, `mode=`, `status=`, `sign=`)."""
    found = acts(corpus, filters, subject)
    for column, value in values.items():
        found = found[(found[column] == value).to_numpy()]
    return Hits(folded(corpus, found, list(values)))


@memo
def _pairs(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """`network.coded` where it concerns the subject."""
    found = network.coded(corpus, Filters())
    if _told(corpus, subject):
        keep = _beside(corpus, facts(corpus, filters, subject), found)
    else:
        parties = list(subject.states or (subject.id,))
        one, other = (among(found[end], parties) for end in ("source", "target"))
        keep = one & other if len(parties) > 1 else one | other
    return found[keep & select(corpus, filters).keeps(found)]


@memo
def partners(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """Who did something to whom: source, target, directed, sentences, reports, score (−1 conflict … 1)."""
    return _counted(corpus, _pairs(corpus, filters, subject), PARTNER, score="value")


def with_partner(
    corpus: Corpus, filters: Filters, subject: Subject, source: str, target: str, directed: bool
) -> Hits:  # fmt: skip
    """The sentences behind a row of `partners`."""
    found = _pairs(corpus, filters, subject)
    same = (found["source"] == source) & (found["target"] == target) & (found["directed"] == directed)
    return Hits(folded(corpus, found[same.to_numpy(dtype=bool)], PARTNER))
