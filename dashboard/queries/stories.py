"""Stories: copies of one article, counted once as reports and folded into one line in every list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import overload

import numpy as np
import pandas as pd

from dashboard.clean.fold import fold_key

from .corpus import Corpus
from .distinct import firsts, labels, tally
from .evidence import Row, Rows, Unit, cut

# Of all words that either sentence has, the part that both have: within one story, more than this is one sentence.
_SAME = 0.6
_WORD = re.compile(r"\w+")
Words = frozenset[str]
Texts = Callable[[Iterable[str]], Mapping[str, tuple[str, str]]]


def shared(corpus: Corpus, facts: pd.DataFrame) -> np.ndarray:
    """Which facts stand in an article of which the workspace holds copies."""
    many = np.bincount(corpus.stories, minlength=len(corpus.stories)) > 1
    return np.asarray(many[corpus.stories[facts["code"].to_numpy()]], dtype=bool)


def folded(corpus: Corpus, facts: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The facts of one copy of each story: for each of `by`, of the one that says it in the most sentences."""
    keep = once(corpus, facts, by)
    return facts if keep.all() else facts[keep]


def once(corpus: Corpus, facts: pd.DataFrame, by: list[str]) -> np.ndarray:
    """Which facts are left of those so `folded`."""
    many = shared(corpus, facts) if len(facts) else np.empty(0, bool)
    if not many.any():
        return ~many
    part = facts[many]
    about = labels(part, by)
    code = part["code"].to_numpy()
    each, thing = pd.factorize(about * np.int64(len(corpus.stories)) + code)
    told = pd.DataFrame({"sentences": tally(each, part["at"].to_numpy(), len(thing))})
    told["about"], told["code"] = np.divmod(thing, len(corpus.stories))
    told = told.assign(story=corpus.stories[told["code"].to_numpy()])
    best = told.sort_values(["sentences", "code"], ascending=[False, True]).drop_duplicates(["about", "story"])
    keep = ~many
    keep[many] = np.isin(np.arange(len(thing)), best.index)[each]
    return keep


def heads(corpus: Corpus, codes: np.ndarray) -> pd.DataFrame:
    """One row for each story among `codes`, in their order.

    `code` is the first of the story in this order, `copies` how many more of it are among `codes`, `low` and `high`
    the first and the last day on which they were published.
    """
    label, _ = pd.factorize(corpus.stories[codes])
    first = firsts(label)
    days = pd.Series(corpus.days[codes]).groupby(label)
    return pd.DataFrame(
        {
            "code": np.asarray(codes, dtype=np.int64)[first],
            "copies": np.bincount(label, minlength=len(first)) - 1,
            "low": days.min().to_numpy(),
            "high": days.max().to_numpy(),
        }
    )


def copies(corpus: Corpus, code: int, among: np.ndarray | None = None) -> list[int]:
    """The other articles of a story, in the order of `among`, else by the day of publication."""
    if among is None:
        among = np.flatnonzero(corpus.stories == corpus.stories[code])
        days = corpus.articles["published"].iloc[among]
        among = among[np.argsort(pd.to_datetime(days).to_numpy(), kind="stable")]
    return [int(other) for other in among[corpus.stories[among] == corpus.stories[code]] if other != code]


@dataclass(frozen=True)
class Folded:
    """What is shown as one row: the row that comes first, and those that repeat it in copies of its article."""

    row: Row
    copies: tuple[Row, ...]


class Folds(Sequence[Folded]):
    """Folded rows, made when they are looked at: the places of the rows that come first, and of those below them."""

    def __init__(self, rows: Rows, firsts: np.ndarray, below: Mapping[int, list[int]]) -> None:
        self.rows, self.firsts, self.below = rows, firsts, below

    def __len__(self) -> int:
        return len(self.firsts)

    @overload
    def __getitem__(self, at: int) -> Folded: ...
    @overload
    def __getitem__(self, at: slice) -> list[Folded]: ...
    def __getitem__(self, at: int | slice) -> Folded | list[Folded]:
        wanted = self.firsts[at] if isinstance(at, slice) else self.firsts[at : at + 1 or None]
        listed = [self.below.get(place, []) for place in wanted.tolist()]
        made = iter(self.rows.at(np.array([*wanted, *chain.from_iterable(listed)], dtype=np.int64)))
        heads = list(islice(made, len(wanted)))
        out = [Folded(row, tuple(islice(made, len(more)))) for row, more in zip(heads, listed, strict=True)]
        return out if isinstance(at, slice) else out[0]

    def __iter__(self) -> Iterator[Folded]:
        return iter(self[:])


def fold_rows(corpus: Corpus, rows: Sequence[Row], unit: Unit, texts: Texts) -> Folds:
    """Rows of evidence in their order, each with its copies: none is lost, none is shown twice.

    Articles fold by story. Sentences fold where a copy of their article has (nearly) the same one; a sentence that
    only one copy has stays a row of its own.
    """
    rows = rows if isinstance(rows, Rows) else Rows.of(rows)
    return folds(corpus, rows, unit, lambda places: words(rows.at(places), texts))


def folds(corpus: Corpus, rows: Rows, unit: Unit, said: Callable[[np.ndarray], Sequence[Words]]) -> Folds:
    """The same of rows whose words at some places are `said`."""
    many = np.flatnonzero(copied(corpus, rows.codes))
    story = corpus.stories[rows.codes[many]]
    below: dict[int, list[int]] = {}
    if unit == "article":
        for place, one in zip(many.tolist(), story.tolist(), strict=True):
            below.setdefault(one, []).append(place)
        below = {places[0]: places[1:] for places in below.values()}
    elif len(many):
        below = _alike(many, story, rows.codes[many], said(many))
    inside = np.zeros(len(rows), dtype=bool)
    inside[[place for places in below.values() for place in places]] = True
    return Folds(rows, np.flatnonzero(~inside), below)


def copied(corpus: Corpus, codes: np.ndarray) -> np.ndarray:
    """Which rows, by their articles, stand beside rows of another copy."""
    story = corpus.stories[codes]
    return np.asarray(tally(story, codes, len(corpus.stories))[story] > 1)


def words(rows: Sequence[Row], texts: Texts) -> list[Words]:
    """The words of each row, those of the same words as one set: many copies are to the letter."""
    found = texts({row.article for row in rows})
    known: dict[Words, Words] = {}
    each = (_words(row, found) for row in rows)
    return [known.setdefault(said, said) for said in each]


def _alike(places: np.ndarray, stories: np.ndarray, codes: np.ndarray, words: Sequence[Words]) -> dict[int, list[int]]:
    """The places of rows that say what a row of another copy says before them, by the place of that one."""
    firsts: dict[int, list[tuple[int, Words, list[int]]]] = {}
    out: dict[int, list[int]] = {}
    columns = (column.tolist() for column in (places, stories, codes))
    for place, story, code, told in zip(*columns, words, strict=True):
        known = firsts.setdefault(story, [])
        for first, said, more in known:
            if first != code and _same(said, told):
                more.append(place)
                break
        else:
            known.append((code, told, out.setdefault(place, [])))
    return out


def _words(row: Row, texts: Mapping[str, tuple[str, str]]) -> Words:
    found = texts.get(row.article)
    said = "".join(text for piece in row.pieces for text, _ in cut(piece, found)) if found else ""
    return frozenset(_WORD.findall(fold_key.__wrapped__(said)))


def _same(one: Words, other: Words) -> bool:
    if one is other:
        return bool(one)
    return len(one & other) > _SAME * len(one | other)
