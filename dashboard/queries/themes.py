"""What evidences a theme: its cues by the sentences they stand in, as the articles were read."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .distinct import firsts, labels, tally
from .evidence import Hits
from .memo import memo
from .select import select

KINDS = ("strong", "query", "weak")
_EVIDENCE = ["code", "key", "at", "start", "end", "rule"]


@memo
def _evidence(corpus: Corpus, filters: Filters, id: str) -> pd.DataFrame:
    """Evidence of a theme by the kind and the cue that its rule names ("strong:شح*", "weak:sea+camel.lemma"): code,
    key, start, end, kind, cue (both categorical)."""
    found = corpus.facts["themes"]
    left = select(corpus, filters).of(found[_EVIDENCE][(found["id"] == id).to_numpy()])
    rule = left["rule"].cat
    parts = [str(one).partition(":") for one in rule.categories]
    kinds, cues = [kind for kind, _, _ in parts], [rest.split("+")[0] for _, _, rest in parts]
    codes = rule.codes.to_numpy()
    return left.assign(kind=_at(kinds, codes), cue=_at(cues, codes))


def _at(values: list[str], codes: np.ndarray) -> pd.Categorical:
    return pd.Categorical(values).take(codes, allow_fill=True)


@memo
def cues(corpus: Corpus, filters: Filters, id: str) -> pd.DataFrame:
    """Kind, cue, sentences and articles of each cue that shows the theme, those of the most sentences first.

    What another reader's rule found is no cue of ours.
    """
    found = _evidence(corpus, filters, id)
    found = found[found["kind"].isin(KINDS).to_numpy(dtype=bool)]
    if found.empty:
        return pd.DataFrame(columns=["kind", "cue", "sentences", "articles"])
    cue = labels(found, ["kind", "cue"])
    first = firsts(cue)
    out = found[["kind", "cue"]].iloc[first].astype(object).assign(
        sentences=tally(cue, found["at"].to_numpy(), len(first)),
        articles=tally(cue, found["code"].to_numpy(), len(first)),
    )  # fmt: skip
    by = ["sentences", "cue", "kind"]
    return out.sort_values(by, ascending=[False, True, True], ignore_index=True)


def of_cue(corpus: Corpus, filters: Filters, id: str, kind: str, cue: str) -> Hits:
    """The sentences behind one cue."""
    found = _evidence(corpus, filters, id)
    return Hits(found[((found["kind"] == kind) & (found["cue"] == cue)).to_numpy(dtype=bool)])
