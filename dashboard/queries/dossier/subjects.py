"""What a dossier is of, where a view names it, and which subjects there are to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.clean.fold import fold_key
from dashboard.filters import Filters
from dashboard.lexicon.offices import office

from .. import overview
from ..actors import kinds
from ..corpus import Corpus
from ..indexed import PLACE
from ..memo import memo
from ..select import select

KINDS = ("state", "dyad", "organization", "person", "theme")


@dataclass(frozen=True, slots=True)
class Subject:
    """One of KINDS and its id; a dyad's is two states in their order ("IRN-RUS")."""

    kind: str
    id: str

    @property
    def states(self) -> tuple[str, ...]:
        """The states that it is, if it is any."""
        return tuple(self.id.split("-", 1)) if self.kind == "dyad" else (self.id,) if self.kind == "state" else ()


def dyad(one: str, other: str) -> Subject:
    """Two states as one subject, whichever was named first."""
    return Subject("dyad", "-".join(sorted((one, other))))


def of_actor(corpus: Corpus, id: str) -> Subject:
    """The subject that an actor of the network is."""
    kind = kinds(corpus).get(id)
    return Subject({"organizations": "organization", "people": "person"}.get(str(kind), "state"), id)


@memo
def facts(corpus: Corpus, filters: Filters, subject: Subject) -> pd.DataFrame:
    """Where a view names the subject: code, key, field, start, end. Of a dyad, in the sentences that name both."""
    if subject.states:
        return overview.naming(corpus, filters, subject.states).facts
    if subject.kind == "theme":
        found = corpus.facts["themes"]
        return select(corpus, filters).of(found[PLACE][(found["id"] == subject.id).to_numpy()])
    return select(corpus, filters).of(_mentions(corpus, subject.kind, subject.id, PLACE))


@memo
def _all(corpus: Corpus, kind: str) -> pd.DataFrame:
    """Mentions of a kind that count: code, at, id."""
    found = corpus.facts["mentions"]
    return found[["code", "at", "id"]][((found["kind"] == kind) & found["counts"]).to_numpy(dtype=bool)]


def _mentions(corpus: Corpus, kind: str, id: str, columns: list[str]) -> pd.DataFrame:
    """Those of one id that count."""
    found = corpus.facts["mentions"]
    return found[columns][((found["id"] == id) & (found["kind"] == kind) & found["counts"]).to_numpy(dtype=bool)]


@memo
def choices(corpus: Corpus, filters: Filters, kind: str) -> pd.Series:
    """Id → how many articles of the view name it, the most first; of a dyad, in one sentence."""
    if kind in ("state", "dyad"):
        found = overview.states(corpus, filters) if kind == "state" else overview.dyads(corpus, filters)
        return pd.Series(found["articles"].to_numpy(), index=found["id"].to_numpy(), dtype=np.int64)
    if kind == "theme":
        return select(corpus, filters).counts(corpus.theme_sentences, "theme")
    return select(corpus, filters).counts(_all(corpus, kind), "id")


def found_by(typed: str, names: Mapping[str, Iterable[str]], counts: pd.Series) -> str | None:
    """The id of which a name is, begins with or holds what was typed, folded; of several, the one in most articles."""
    wanted = fold_key(typed).strip()
    if not wanted:
        return None
    said = {id: [f" {fold_key(name)} " for name in each] for id, each in names.items()}
    for test in (f" {wanted} ".__eq__, lambda name: f" {wanted}" in name, lambda name: wanted in name):
        for id in counts.index:
            if any(map(test, said.get(id, ()))):
                return str(id)
    return None


@memo
def roles(corpus: Corpus, subject: Subject) -> tuple[list[str], str | None]:
    """How articles call a person or an organisation, the commonest first, and its state."""
    if subject.kind not in ("person", "organization"):
        return [], None
    found = _mentions(corpus, subject.kind, subject.id, ["role", "country"])
    called = found["role"].dropna().astype(str).map(office)
    states = found["country"].dropna().astype(str).value_counts()
    return list(called[called != ""].value_counts().index), str(states.index[0]) if len(states) else None
