"""What evidences a theme: its cues by the sentences they stand in, as the articles were read."""

from __future__ import annotations

import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .evidence import Hits
from .memo import memo
from .select import select

KINDS = ("strong", "query", "weak")


@memo
def _evidence(corpus: Corpus, filters: Filters, id: str) -> pd.DataFrame:
    """Evidence of a theme with the kind and the cue that its rule names ("strong:شح*", "weak:sea+camel.lemma")."""
    found = corpus.facts["themes"]
    left = select(corpus, filters).of(found[(found["id"] == id).to_numpy()])
    parts = [str(rule).partition(":") for rule in left["rule"]]
    kinds, cues = [kind for kind, _, _ in parts], [rest.split("+")[0] for _, _, rest in parts]
    return left.assign(kind=pd.Series(kinds, left.index, dtype=object), cue=pd.Series(cues, left.index, dtype=object))


@memo
def cues(corpus: Corpus, filters: Filters, id: str) -> pd.DataFrame:
    """Kind, cue, sentences and articles of each cue that shows the theme, those of the most sentences first.

    What another reader's rule found is no cue of ours.
    """
    found = _evidence(corpus, filters, id)
    found = found[found["kind"].isin(KINDS).to_numpy(dtype=bool)]
    if found.empty:
        return pd.DataFrame(columns=["kind", "cue", "sentences", "articles"])
    out = found.groupby(["kind", "cue"], as_index=False).agg(sentences=("key", "nunique"), articles=("code", "nunique"))
    return out.sort_values(["sentences", "cue"], ascending=[False, True], ignore_index=True)


def of_cue(corpus: Corpus, filters: Filters, id: str, kind: str, cue: str) -> Hits:
    """The sentences behind one cue."""
    found = _evidence(corpus, filters, id)
    return Hits(found[((found["kind"] == kind) & (found["cue"] == cue)).to_numpy(dtype=bool)])
