"""Names that may be one person's or organisation's: written apart or together, in part, or a letter otherwise."""

from __future__ import annotations

from itertools import islice

import pandas as pd

from dashboard.clean.fold import fold_key
from dashboard.filters import Filters

from .corpus import Corpus
from .dossier import choices
from .memo import memo
from .select import select

_LONG = 5  # letters of a word that may be off by one
Key = tuple[str, ...]
_TRIED = 400  # names, the most frequent, whose likes are looked for


def like(corpus: Corpus, filters: Filters, kind: str, id: str) -> list[str]:
    """The ids whose names are like that of `id`, those in most articles first."""
    rank = _ranks(corpus, filters, kind)
    return sorted((other for other in _likes(corpus, kind, id) if other in rank), key=rank.__getitem__)


@memo
def _likes(corpus: Corpus, kind: str, id: str) -> tuple[str, ...]:
    words, near_by, joined = _index(corpus, kind)
    mine = words.get(id)
    if not mine:
        return ()
    near = {other for key in _asked(mine) for other in near_by.get(key, ())} | set(joined["".join(mine)])
    return tuple(other for other in near - {id} if alike(mine, words[other]))


@memo
def _ranks(corpus: Corpus, filters: Filters, kind: str) -> dict[str, int]:
    """The ids of the view, those in most articles first, each with its place."""
    ids = choices(corpus, filters, kind).index.to_numpy(dtype=object).tolist()
    return dict(zip(ids, range(len(ids)), strict=True))


@memo
def pairs(corpus: Corpus, filters: Filters, kind: str) -> list[tuple[str, str]]:
    """Pairs of ids of the view that may be one, the more frequent name first, those in most articles first."""
    seen: set[frozenset[str]] = set()
    out = []
    for id in islice(_ranks(corpus, filters, kind), _TRIED):
        for other in like(corpus, filters, kind, id):
            if frozenset((id, other)) not in seen:
                seen.add(frozenset((id, other)))
                out.append((id, other))
    return out


@memo
def _index(
    corpus: Corpus, kind: str
) -> tuple[dict[str, tuple[str, ...]], dict[Key, list[str]], dict[str, list[str]]]:  # fmt: skip
    """Id → the folded words of its name; what names that are alike share → ids; all letters → ids."""
    found = corpus.facts["mentions"]
    found = found.loc[(found["kind"] == kind).to_numpy(), ["id", "name"]].drop_duplicates("id").astype(object)
    words: dict[str, tuple[str, ...]] = {}
    near_by: dict[Key, list[str]] = {}
    joined: dict[str, list[str]] = {}
    for id, name in found.itertuples(index=False):
        said = words_of(str(name))
        if said:
            words[str(id)] = said
            joined.setdefault("".join(said), []).append(str(id))
            for key in _kept(said):
                near_by.setdefault(key, []).append(str(id))
    return words, near_by, joined


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold_key(name).replace("-", " ").split())


def _bare(word: str) -> str:
    """A word without its article, which names take and leave."""
    return word.removeprefix("ال") if len(word) > 4 else word


def _kept(words: tuple[str, ...]) -> list[Key]:
    """Under what a name is kept for those that are `alike` to find it by `_asked`.

    A common last word has thousands of names; with another word before it, a few.
    """
    *others, last = map(_bare, words)
    alone = set(others) <= {last}
    return [(last,), *([("alone", last)] if alone else []), *((word, last) for word in {*others}), *_off(words)]


def _asked(words: tuple[str, ...]) -> list[Key]:
    """What the names that may be `alike` are kept under: a last word that stands alone in one of the two, else it and
    another word; or what `_off` says."""
    *others, last = map(_bare, words)
    if set(others) <= {last}:
        return [(last,), *_off(words)]
    return [("alone", last), *((word, last) for word in {*others, last}), *_off(words)]


def _off(words: tuple[str, ...]) -> list[Key]:
    """Words off by one letter begin alike or end alike, and the other end of the name is the same."""
    first, last = _bare(words[0]), _bare(words[-1])
    return [
        (first, last[:2], "begins"), (first, last[-2:], "ends"),
        (first[:2], last, "first begins"), (first[-2:], last, "first ends"),
    ]  # fmt: skip


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as words, may be one: the same letters; the same last word and nothing that the longer name
    lacks; or first and last word of which one differs by a letter."""
    if "".join(one) == "".join(other):
        return True
    one, other = tuple(map(_bare, one)), tuple(map(_bare, other))
    short, long = sorted((one, other), key=len)
    if one == other or (short[-1] == long[-1] and len(short) < len(long) and set(short) <= set(long)):
        return True
    ends = [(one[0], other[0]), (one[-1], other[-1])]
    return len(one) > 1 < len(other) and sorted(_apart(a, b) for a, b in ends) == [0, 1]


def _apart(one: str, other: str) -> int:
    """0 for equal words, 1 for long ones that differ by one letter (put in, left out or another), else 2."""
    if one == other:
        return 0
    if min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 1:
        return 2
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[at + 1 :], other[at + 1 :]), (one[at:], other[at + 1 :]), (one[at + 1 :], other[at:])
    return 1 if any(a == b for a, b in rests) else 2


def mentions(corpus: Corpus, filters: Filters, id: str) -> pd.DataFrame:
    """The mentions of an id that the view leaves."""
    found = select(corpus, filters).of(corpus.facts["mentions"])
    return found[(found["id"] == id).to_numpy()]
