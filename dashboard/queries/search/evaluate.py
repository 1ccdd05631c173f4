"""A query asked of a corpus: a mask over its articles. Words go to the index, fields to the frames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.lexicon import load
from dashboard.lexicon.query.days import days
from dashboard.lexicon.query.forms import exact, forms_of
from dashboard.lexicon.query.grammar import parse
from dashboard.lexicon.query.tree import And, In, Node, Not, Or, Phrase, Word

from . import named
from .match import fts, is_text

if TYPE_CHECKING:
    from ..corpus import Corpus

_NEAR = 0.01  # degrees


def matching(corpus: Corpus, query: str) -> np.ndarray:
    """Boolean mask over the articles that answer a query. Raises QueryError where it can't be read."""
    tree = parse(query)
    return corpus.all_articles() if tree is None else _mask(corpus, tree)


def answers(corpus: Corpus, query: str) -> list[dict[str, str | None]]:
    """The articles that answer a query, newest first: id, published, source, title. Raises QueryError."""
    found = corpus.articles[matching(corpus, query)][["id", "published", "source", "title"]]
    found = found.assign(published=pd.to_datetime(found["published"]).dt.strftime("%Y-%m-%d"))
    ordered = found.sort_values(["published", "title"], ascending=[False, True], na_position="last", kind="stable")
    return [
        {str(key): None if pd.isna(value) else str(value) for key, value in row.items()}
        for row in ordered.astype(object).to_dict("records")
    ]


def _mask(corpus: Corpus, node: Node) -> np.ndarray:
    if is_text(node):
        return corpus.found(fts(node, corpus.known_words))
    match node:
        case Not(inner):
            return ~_mask(corpus, inner)
        case And(nodes):
            # What the index can answer at once is asked at once.
            texts = tuple(one for one in nodes if is_text(one))
            rest = [one for one in nodes if not is_text(one)]
            keep = _mask(corpus, And(texts) if len(texts) > 1 else texts[0]) if texts else corpus.all_articles()
            for one in rest:
                keep = keep & _mask(corpus, one)
            return np.asarray(keep)
        case Or(nodes):
            return np.asarray(np.logical_or.reduce([_mask(corpus, one) for one in nodes]))
        case In():
            found = _field(corpus, node)
            if not found.any():
                named.check(corpus, node)
            return found
    raise AssertionError(node)


def _field(corpus: Corpus, node: In) -> np.ndarray:
    match node.field:
        case "title" | "source":
            return _says(corpus.folded(node.field), node.value)
        case "language":
            return np.asarray(corpus.articles["language"].astype(object).eq(node.raw.lower()).to_numpy())
        case "country":
            return corpus.naming(named.states(node), every=False)
        case "theme":
            return corpus.of_sentences(corpus.sentences_on(named.themes(corpus, node)))
        case "date":
            return corpus.published_between(*days(node.raw, node.at))
        case "event":
            return corpus.of_sentences(corpus.sentences_dated(*days(node.raw, node.at)))
    return _mentioning(corpus, node)


def _says(texts: pd.Series, value: Word | Phrase) -> np.ndarray:
    """Which folded texts (words between single blanks, one at each end) say a word or phrase."""
    if isinstance(value, Phrase):
        wanted = [" ".join((form, *value.words[1:])) for form in exact(value.words[0])]
    else:
        wanted = list(exact(value.text) if value.prefix else forms_of(value.text))
    end = "" if isinstance(value, Word) and value.prefix else " "
    pattern = " (?:" + "|".join(map(re.escape, wanted)) + ")" + end
    return np.asarray(texts.str.contains(pattern, regex=True).to_numpy(dtype=bool))


def _mentioning(corpus: Corpus, node: In) -> np.ndarray:
    """Articles with a person, organisation or place that the value names."""
    found = corpus.facts["mentions"]
    keep = found["id"].isin(named.ids(corpus, node)).to_numpy()
    if node.field == "place":
        keep = keep | _capital(found, node.raw)
    return corpus.of_codes(found["code"].to_numpy()[keep])


def _capital(found: pd.DataFrame, name: str) -> np.ndarray:
    """Mentions of the capital that bears a name: a place as well, which the record has under its state."""
    told = (found["via"] == "capital").to_numpy(dtype=bool)
    lat, lon = (found[side].to_numpy(dtype=np.float64, na_value=np.nan) for side in ("lat", "lon"))
    keep = np.zeros(len(found), dtype=bool)
    for entry in load().gazetteer.entries(name):
        if entry.via == "capital" and entry.lat is not None and entry.lon is not None:
            keep |= told & np.isclose(lat, entry.lat, atol=_NEAR) & np.isclose(lon, entry.lon, atol=_NEAR)
    return keep
