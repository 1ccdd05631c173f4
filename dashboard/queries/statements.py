"""Who said what: one row a statement and speaker, in which role, about which states, of which days."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboard.clean.fold import fold_key
from dashboard.filters import Filters

from .corpus import Corpus
from .distinct import appearing, firsts, tally
from .evidence import Piece, Row, Rows
from .indexed import SPAN
from .memo import memo
from .select import select
from .statement_lines import Lines
from .stories import Texts, Words, copied, folds, words

KINDS = ("person", "institution", "unnamed")
_QUOTED = ["code", "key", "at", "field", "start", "end"]
WRITTEN = "said:"  # begins the id of a speaker whom no list and no pattern of names knows: the name as written


@memo
def statements(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The statements left, the newest first, a row for each speaker of one: code, key, field, start, end, direct,
    verb, relayed_by, day (of publication), speaker (an id), name (as written or as known), kind (of KINDS), role, state
    (that the speaker is, is an organ of, or comes from; else empty).

    A headline that repeats what its speaker says in the article is no second statement.
    """
    return select(corpus, filters).of(_statements(corpus)).reset_index(drop=True)


@memo
def _statements(corpus: Corpus) -> pd.DataFrame:
    found = _spoken(corpus)
    headline = (found["field"] == "title").to_numpy(dtype=bool)
    speaker = found["speaker"].cat
    whose = found["code"].to_numpy() * np.int64(len(speaker.categories)) + speaker.codes.to_numpy()
    again = np.zeros(len(found), dtype=bool)
    again[headline] = pd.Series(whose[headline]).isin(whose[~headline]).to_numpy()
    order = ["day", "code", "key", "start"]
    found = found[~again].sort_values(order, ascending=[False, True, True, True], na_position="last", ignore_index=True)
    return found.assign(line=found.groupby(["key", "start", "end"], sort=False).ngroup())


def _spoken(corpus: Corpus) -> pd.DataFrame:
    """Quotes with who speaks: the mention that the speaker is, else the name as it is written."""
    said, mentions = corpus.facts["quotes"], corpus.facts["mentions"]
    code = said["code"].to_numpy()
    at = corpus.find("mentions", code, said["speaker_mention"].to_numpy(dtype=np.float64, na_value=-1))
    there = at >= 0
    who = mentions[["id", "name", "kind", "role", "field", "start", "end", "country", "acts_for_state"]].iloc[at[there]]
    named = np.zeros(len(said), dtype=bool)
    named[there] = who["id"].notna().to_numpy(dtype=bool)
    number, written = pd.factorize(said["speaker"].astype(object).fillna("").to_numpy())
    name = _laid(written[number], there, who["name"].astype(object), named)
    speaker = _laid(
        np.array([WRITTEN + fold_key(one) for one in written], dtype=object)[number],
        there, who["id"].astype(object), named,
    )  # fmt: skip
    kind = np.full(len(said), KINDS[2], dtype=object)
    kind[there] = np.where(who["kind"] == "person", KINDS[0], KINDS[1])
    kind[~named] = KINDS[2]
    role = np.full(len(said), None, dtype=object)
    role[there] = who["role"].astype(object).where(who["role"].notna(), None)
    state = np.full(len(said), "", dtype=object)
    state[there] = _state(who)
    out = said[[*_QUOTED, "direct", "verb", "relayed_by", "speaker_mention"]].assign(
        verb=said["verb"].astype("category"), relayed_by=said["relayed_by"].astype("category"),
        speaker=pd.Categorical(speaker), name=pd.Categorical(name), kind=pd.Categorical(kind),
        state=pd.Categorical(state), role=pd.Series(role, said.index, dtype=object),
        day=corpus.days[code],
    )  # fmt: skip
    field = np.full(len(said), None, dtype=object)
    field[there] = who["field"].astype(object)
    spans = np.full((2, len(said)), np.nan)
    spans[:, there] = [who[end].to_numpy(dtype=np.float64, na_value=np.nan) for end in ("start", "end")]
    return out.assign(who_field=pd.Categorical(field), who_start=spans[0], who_end=spans[1])


def _state(who: pd.DataFrame) -> pd.Series:
    """The state that each speaker is, is an organ of, or comes from; empty where none is known.

    A company or a party of a state does not speak for it; a person is taken to, as in the coding of relations.
    """
    state = who["id"].astype(object).where(who["kind"] == "country", who["country"].astype(object))
    return state.where((who["kind"] != "organization") | who["acts_for_state"].astype(bool)).fillna("")


def _laid(values: np.ndarray, there: np.ndarray, over: pd.Series, where: np.ndarray) -> np.ndarray:
    """Values, and those of the mentions that are known (`over`, of the places `there`) laid over them."""
    out = values.copy()
    laid = np.full(len(out), None, dtype=object)
    laid[there] = over
    out[where] = laid[where]
    return out


@memo
def told(corpus: Corpus, filters: Filters, texts: Texts) -> Lines:
    """The statements left, the newest first: copies of one story folded, several speakers of one statement together."""
    facts = statements(corpus, filters)
    line, first = appearing(facts["line"].to_numpy())
    said, number = _said(corpus, texts), facts["line"].to_numpy()[first]
    rows = _rows(corpus, facts, first)
    return Lines(folds(corpus, rows, "sentence", lambda at: [said[one] for one in number[at].tolist()]), line)


@memo
def _said(corpus: Corpus, texts: Texts) -> dict[int, Words]:
    """By its line what each statement says of which the workspace may hold a copy: read once, whatever is filtered."""
    facts = _statements(corpus)
    first = firsts(facts["line"].to_numpy())
    rows = _rows(corpus, facts, first)
    places = np.flatnonzero(copied(corpus, rows.codes))
    lines = facts["line"].to_numpy()[first][places]
    return dict(zip(lines.tolist(), words(rows.at(places), texts), strict=True))


def _rows(corpus: Corpus, facts: pd.DataFrame, first: np.ndarray) -> Rows:
    """Statements as rows, each from the first of its facts."""
    code, key, start, end = (facts[name].to_numpy()[first] for name in ("code", "key", "start", "end"))
    where = facts["field"].astype("category").cat
    field, fields, ids = where.codes.to_numpy()[first], where.categories.to_list(), corpus.ids

    def made(places: np.ndarray) -> list[Row]:
        columns = (column[places].tolist() for column in (code, key, field, start, end))
        return [
            Row(code, ids[code], key, (Piece(fields[field], int(start), int(end), ()),))
            for code, key, field, start, end in zip(*columns, strict=True)
        ]

    return Rows(code, made)


@memo
def speakers(corpus: Corpus, filters: Filters, texts: Texts, kind: str = "", wording: str = "") -> pd.DataFrame:
    """Who speaks, the most statements first: speaker, name (the commonest), kind, count of lines as `chosen` gives."""
    facts = statements(corpus, filters)
    lines = chosen(corpus, filters, texts, kind=kind, wording=wording)
    own, ids = lines.rows(), facts["speaker"].cat.categories
    counts = tally(facts["speaker"].cat.codes.to_numpy()[own], lines.line[own], len(ids))
    there = np.flatnonzero(counts)
    out = pd.DataFrame({"speaker": ids[there].astype(object), "count": counts[there]})
    for column in ("name", "kind"):
        out[column] = _commonest(facts["speaker"].cat, facts[column].cat)[there]
    out = out[out["kind"] == kind] if kind else out
    out = out[["speaker", "name", "kind", "count"]]
    return out.sort_values(["count", "name"], ascending=[False, True], ignore_index=True)


def _commonest(of: Any, values: Any) -> np.ndarray:
    """For each category of a column, the value of another that goes with it most often."""
    many = np.int64(len(values.categories) or 1)
    number, pairs = pd.factorize(of.codes.to_numpy() * many + values.codes.to_numpy())
    pairs = pairs[np.argsort(-np.bincount(number, minlength=len(pairs)), kind="stable")[::-1]]
    out = np.full(len(of.categories), None, dtype=object)
    out[pairs // many] = values.categories.to_numpy(dtype=object)[pairs % many]  # the last to be laid down stays
    return out


def chosen(
    corpus: Corpus, filters: Filters, texts: Texts, speaker: str = "", kind: str = "", wording: str = ""
) -> Lines:
    """The lines of one speaker, of one kind of speakers, or of one `wording` ("direct", "reported")."""
    facts = statements(corpus, filters)
    keep = np.ones(len(facts), dtype=bool)
    if speaker:
        keep = keep & (facts["speaker"] == speaker).to_numpy()
    if kind:
        keep = keep & (facts["kind"] == kind).to_numpy()
    if wording:
        keep = keep & (facts["direct"].to_numpy(dtype=bool) == (wording == "direct"))
    return told(corpus, filters, texts).of(keep)


def shown(corpus: Corpus, row: Row) -> Piece:
    """The sentence that a statement stands in, the statement marked."""
    said = row.pieces[0]
    if not row.key % SPAN or said.end is None:
        return Piece("title", 0, None, ((said.start, said.end or 0),))
    start, end = corpus.bounds(np.array([row.key])).get(row.key, (said.start, said.end))
    return Piece("text", min(start, said.start), max(end, said.end), ((said.start, said.end),))
