"""Who said what: one row a statement and speaker, in which role, about which states, of which days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.clean.fold import fold_key
from dashboard.filters import Filters

from .corpus import SPAN, Corpus
from .evidence import Piece, Row
from .memo import memo
from .select import select
from .stories import fold_rows

KINDS = ("person", "institution", "unnamed")
WRITTEN = "said:"  # begins the id of a speaker whom no list and no pattern of names knows: the name as written
Texts = Callable[[Iterable[str]], Mapping[str, tuple[str, str]]]


@dataclass(frozen=True)
class Told:
    """A statement as one line: its rows in `statements` (one a speaker), its words, its copies in other articles."""

    index: tuple[int, ...]
    row: Row
    copies: tuple[Row, ...]


@memo
def statements(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The statements left, the newest first, a row for each speaker of one: code, key, field, start, end, direct,
    verb, relayed_by, day (of publication), speaker (an id), name (as written or as known), kind (of KINDS), role.

    A headline that repeats what its speaker says in the article is no second statement.
    """
    said = select(corpus, filters).of(corpus.facts["quotes"])
    facts = _spoken(corpus, said).assign(day=pd.to_datetime(corpus.articles["published"]).to_numpy()[said["code"]])
    headline = (facts["field"] == "title").to_numpy()
    whose = facts["code"].astype(str) + " " + facts["speaker"]
    body = _spoken(corpus, corpus.facts["quotes"].loc[lambda all: all["field"] == "text"])
    again = whose.isin(set(body["code"].astype(str) + " " + body["speaker"])).to_numpy()
    facts = facts[~(headline & again)]
    order = ["day", "code", "key", "start"]
    return facts.sort_values(order, ascending=[False, True, True, True], na_position="last", ignore_index=True)


def _spoken(corpus: Corpus, said: pd.DataFrame) -> pd.DataFrame:
    """Quotes with who speaks: the mention that the speaker is, else the name as it is written."""
    columns = {"id": "speaker", "name": "name", "kind": "kind", "role": "role", "field": "who_field",
               "start": "who_start", "end": "who_end"}  # fmt: skip
    known = corpus.facts["mentions"][["code", "index", *columns]].rename(columns=columns | {"index": "speaker_mention"})
    known = known.astype(dict.fromkeys(("speaker", "name", "kind", "role", "who_field"), object))
    written = said.rename(columns={"speaker": "written"})
    out = written.merge(known, on=["code", "speaker_mention"], how="left").set_index(said.index)
    name, named = out["written"].astype(object).fillna(""), out["speaker"].notna()
    person = np.where(out["kind"] == "person", KINDS[0], KINDS[1])
    return out.assign(
        speaker=out["speaker"].where(named, WRITTEN + name.map(fold_key)),
        name=out["name"].where(named, name),
        kind=np.where(named, person, KINDS[2]),
        role=out["role"].where(out["role"].notna(), None),
    )


@memo
def told(corpus: Corpus, filters: Filters, texts: Texts) -> list[Told]:
    """The statements left, the newest first: copies of one story folded, several speakers of one statement together."""
    facts = statements(corpus, filters)
    ids = corpus.articles["id"].to_numpy()
    groups: dict[Row, list[int]] = {}
    where = zip(facts["code"], facts["key"], facts["field"], facts["start"], facts["end"], strict=True)
    for index, (code, key, field, start, end) in enumerate(where):
        row = Row(int(code), ids[code], int(key), (Piece(str(field), int(start), int(end), ()),))
        groups.setdefault(row, []).append(index)
    return [
        Told(tuple(groups[one.row]), one.row, one.copies) for one in fold_rows(corpus, list(groups), "sentence", texts)
    ]


@memo
def speakers(corpus: Corpus, filters: Filters, texts: Texts, kind: str = "", wording: str = "") -> pd.DataFrame:
    """Who speaks, the most statements first: speaker, name (the commonest), kind, count of lines as `chosen` gives."""
    facts = statements(corpus, filters)
    lines = chosen(corpus, filters, texts, kind=kind, wording=wording)
    counts = pd.Series([who for one in lines for who in {facts["speaker"].iat[i] for i in one.index}], dtype=object)
    if counts.empty:
        return pd.DataFrame({"speaker": [], "name": [], "kind": [], "count": []})
    names = facts.groupby("speaker")[["name", "kind"]].agg(lambda values: values.value_counts().index[0])
    out = counts.value_counts().rename("count").to_frame().join(names).rename_axis("speaker").reset_index()
    out = out[out["kind"] == kind] if kind else out
    return out.sort_values(["count", "name"], ascending=[False, True], ignore_index=True)


def chosen(
    corpus: Corpus, filters: Filters, texts: Texts, speaker: str = "", kind: str = "", wording: str = ""
) -> list[Told]:
    """The lines of one speaker, of one kind of speakers, or of one `wording` ("direct", "reported")."""
    facts = statements(corpus, filters)
    keep = np.ones(len(facts), dtype=bool)
    if speaker:
        keep &= (facts["speaker"] == speaker).to_numpy()
    if kind:
        keep &= (facts["kind"] == kind).to_numpy()
    if wording:
        keep &= facts["direct"].to_numpy(dtype=bool) == (wording == "direct")
    return [one for one in told(corpus, filters, texts) if any(keep[i] for i in one.index)]


def shown(corpus: Corpus, row: Row) -> Piece:
    """The sentence that a statement stands in, the statement marked."""
    said = row.pieces[0]
    if not row.key % SPAN or said.end is None:
        return Piece("title", 0, None, ((said.start, said.end or 0),))
    found = corpus.facts["sentences"]
    at = found[found["key"].to_numpy() == row.key]
    start, end = (int(at["start"].iat[0]), int(at["end"].iat[0])) if len(at) else (said.start, said.end)
    return Piece("text", min(start, said.start), max(end, said.end), ((said.start, said.end),))


def about(corpus: Corpus, facts: pd.DataFrame) -> list[str]:
    """The states that a statement (its rows, one a speaker) speaks of: those named in its sentence, but not in what
    the speaker is called (الرئيس الإيراني, وسائل الإعلام الإيرانية)."""
    return abouts(corpus, facts, [tuple(range(len(facts)))])[0]


def abouts(corpus: Corpus, facts: pd.DataFrame, lines: Iterable[Iterable[int]]) -> list[list[str]]:
    """`about` of many statements, each given as the numbers of its rows in `facts`: plain values, for thousands."""
    rows = list(facts[list(_Spoken._fields)].astype(object).itertuples(index=False, name=None))
    return [_about([_Spoken(*rows[at]) for at in line], _states_by_article(corpus)) for line in lines]


class _Spoken(NamedTuple):
    """Where a statement stands, and where its speaker is named in what role."""

    code: int
    key: int
    field: str
    start: int
    end: int
    name: str
    role: str | None
    who_field: str
    who_start: Any
    who_end: Any


def _about(rows: list[_Spoken], named: dict[int, list[tuple[int, str, int, int, str, str]]]) -> list[str]:
    one = rows[0]
    found: dict[str, None] = {}
    for key, field, start, end, state, text in named.get(one.code, ()):
        inside = field == one.field and start >= one.start and end <= one.end
        if not (inside or key == one.key):
            continue
        for row in rows:
            if pd.isna(row.who_start):
                if not inside and text in row.name:
                    break
            elif field == row.who_field:
                reach = len(row.role) + 2 if row.role else 0
                if start >= row.who_start - reach and end <= row.who_end + reach:
                    break
        else:
            found[state] = None
    return list(found)


@memo
def _states_by_article(corpus: Corpus) -> dict[int, list[tuple[int, str, int, int, str, str]]]:
    """Code → its mentions of states: key, field, start, end, state, text."""
    columns = ["code", "key", "field", "start", "end", "state", "text"]
    out: dict[int, list[tuple[int, str, int, int, str, str]]] = {}
    for code, *rest in corpus.state_mentions[columns].astype(object).itertuples(index=False, name=None):
        out.setdefault(code, []).append(tuple(rest))
    return out


def days(corpus: Corpus, facts: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """The days named in the words of the statement: first and last of each.

    A day outside them (قال أمس) is when it was said.
    """
    found = _within(facts, corpus.dated)
    start, end = int(facts["start"].iat[0]), int(facts["end"].iat[0])
    inside = found[((found["start"] >= start) & (found["end"] <= end)).to_numpy(dtype=bool)]
    spoken = inside.drop_duplicates(["low", "high"])
    return list(zip(spoken["low"], spoken["high"], strict=True))


def _within(facts: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """What stands in the sentences that a statement runs over."""
    code, key, field = facts["code"].iat[0], facts["key"].iat[0], str(facts["field"].iat[0])
    near = found[found["code"].to_numpy() == code]
    start, end = int(facts["start"].iat[0]), int(facts["end"].iat[0])
    inside = (near["field"] == field) & (near["start"] >= start) & (near["end"] <= end)
    return near[(inside.to_numpy(dtype=bool)) | (near["key"].to_numpy() == key)]
