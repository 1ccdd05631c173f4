"""The model's names joined with the rules': what both see is surer, what they see differently says so, what only the
model sees is added where nothing of the rules stands.

The rules' mentions keep their place, kind and identity: the model only changes how sure they are. Its label MISC and
its silence say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ...clean.clitics import variants
from ...clean.document import Document
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...lexicon.cues import offset
from ...model import Candidate, Entry, Mention
from .spans import KINDS, Span

RULE = "camel.ner"
_DISAGREES = "camel.ner-disagrees"
# The model never is as sure as a list: its probability counts for so much.
_MODEL = 0.9
# Agreement takes half of the doubt away; disagreement takes this share of the confidence.
_DOUBT_LEFT, _DISPUTED = 0.5, 0.7

Found = Sequence[tuple[Document, Sequence[Candidate]]]


def judge(mentions: Sequence[Mention], docs: Sequence[Document], spans: Sequence[Sequence[Span]]) -> list[Mention]:
    """The rules' mentions, each with what the model thinks of it in its `confidence` and `rule`.

    A name of the same kind at the same words agrees, also where one of the two reaches further; a name of another kind
    at exactly these words disagrees.
    """
    at = [{token: span for span in found for token in range(span.first, span.end)} for found in spans]
    fields = {doc.field: i for i, doc in enumerate(docs)}
    judged = []
    for mention in mentions:
        assert mention.start is not None and mention.end is not None
        i = fields[mention.field]
        first, last = docs[i].token_at(mention.start), docs[i].token_at(mention.end - 1)
        seen = {at[i][token] for token in range(first, last + 1) if token in at[i]}
        if any(_compatible(span.kind, mention.kind, mention.acts_for_state) for span in seen):
            judged.append(replace(mention, confidence=_surer(mention.confidence), rule=f"{mention.rule}+{RULE}"))
            continue
        other = next((span for span in seen if (span.first, span.end) == (first, last + 1)), None)
        if other is not None:
            rule = f"{mention.rule}+{_DISAGREES}:{KINDS[other.kind][0]}"
            mention = replace(mention, confidence=round(mention.confidence * _DISPUTED, 3), rule=rule)
        judged.append(mention)
    return judged


def additions(
    found: Found, mentions: Sequence[Mention], spans: Sequence[Sequence[Span]], lexicon: Lexicon
) -> list[tuple[Document, list[Candidate]]]:
    """Candidates that only the model makes sure: weak forms that the rules let go, and names that they don't know."""
    people = _People(mentions)
    taken = {doc.field: {c for m in mentions if m.field == doc.field for c in range(m.start or 0, m.end or 0)}
             for doc, _ in found}  # fmt: skip
    free: list[list[tuple[Span, int]]] = []
    for (doc, candidates), names in zip(found, spans, strict=True):
        ends = {span.end for span in names} | {c.end for c in candidates}
        starts = [(span, _start(doc, span, ends, lexicon)) for span in names]
        free.append([(span, at) for span, at in starts
                     if taken[doc.field].isdisjoint(range(at, doc.ends[span.end - 1]))])  # fmt: skip
        for span, at in free[-1]:
            if span.kind == "PERS":
                people.add(_name(doc, at, doc.ends[span.end - 1]))
    out = []
    for (doc, candidates), left in zip(found, free, strict=True):
        added: list[Candidate] = []
        for span, at in left:
            added += _known(span, candidates) or [_unknown(doc, span, at, people)]
        out.append((doc, added))
    return out


def _compatible(label: str, kind: str, seat: bool) -> bool:
    """Whether a label can mean a mention; a seat of government (الكرملين) is a place to the model."""
    return kind in KINDS[label] or (label == "LOC" and seat)


def _surer(confidence: float) -> float:
    return round(1 - (1 - confidence) * _DOUBT_LEFT, 3)


def _known(span: Span, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The lexicon's readings of exactly these words, of the model's kind, made sure by it."""
    return [
        replace(c, weak=False, confidence=_surer(c.confidence), rule=f"{c.rule}+{RULE}")
        for c in candidates
        if (c.first, c.end) == (span.first, span.end) and c.entry.kind in KINDS[span.kind]
    ]


def _unknown(doc: Document, span: Span, start: int, people: _People) -> Candidate:
    stop = doc.ends[span.end - 1]
    name, kind = _name(doc, start, stop), KINDS[span.kind][0]
    entry = people.entry(name) if kind == "person" else Entry(kind, f"{kind}:{fold_key(name)}", name)  # type: ignore[arg-type]
    return Candidate(span.first, span.end, start, stop, entry, RULE, round(span.sure * _MODEL, 3))


def _name(doc: Document, start: int, stop: int) -> str:
    """The name as written on one line; للجنة is ل and اللجنة."""
    text = doc.text[start:stop]
    if start and doc.text[start - 1] == "ل" and doc.text[start] == "ل":
        text = f"ا{text}"
    return " ".join(text.replace("_", " ").split())


class _People:
    """Who is called by the family's name alone: the one of that name whom the article names in full."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._by_last: dict[str, Entry] = {}
        for m in mentions:
            if m.kind == "person":
                entry = Entry("person", m.id, m.name, m.name_en, m.country, m.via or "name")
                for name in (m.name, m.text):
                    self._remember(name, entry)

    def add(self, name: str) -> None:
        """A person whom the model alone knows."""
        self._remember(name, Entry("person", f"person:{fold_key(name)}", name))

    def _remember(self, name: str, entry: Entry) -> None:
        parts = fold_key(name).split()
        if len(parts) > 1:
            self._by_last.setdefault(parts[-1], entry)
            self._by_last.setdefault(" ".join(parts), entry)

    def entry(self, name: str) -> Entry:
        key = fold_key(name)
        return self._by_last.get(key) or Entry("person", f"person:{key}", name)


def _start(doc: Document, span: Span, ends: set[int], lexicon: Lexicon) -> int:
    """Where a name begins without its clitics: cut where the lexicon knows the rest and not the whole word, and for the
    و that joins it to a name just before."""
    word, known = doc.words[span.first], _first_words(lexicon)
    cut = 0
    if word not in known:
        joined = word[0] == "و" and len(word) > 3 and span.first in ends
        cut = next((letters for letters, form in _cuts(word) if form in known), 1 if joined else 0)
    at = offset(doc, span.first, cut)
    return at if at < doc.ends[span.first] else doc.starts[span.first]


def _cuts(word: str) -> Iterator[tuple[int, str]]:
    return ((letters, form) for letters, form in variants(word) if letters)


@lru_cache(maxsize=2)
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The folded words with which a name of the lexicon begins."""
    given = (
        fold_key(name.split("_")[0])
        for group in lexicon.data("given_names").values()
        for names in ((group.get("names"), group.get("weak")) if isinstance(group, dict) else ())
        for name in (names.split() if isinstance(names, str) else names or ())
    )
    return frozenset(lexicon.gazetteer.trie) | frozenset(given)
