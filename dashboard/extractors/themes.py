"""Themes by cue phrases: which of the lexicon's themes an article is about, how much of it, and where that shows.

A strong cue is worth a point in its sentence, a weak one too beside a companion, and a third of one alone; the title
counts double; a sentence with two different cues that are worth one each counts more than a passing word. A theme
needs one point, more in a long article, and a cue that is worth one: a common word repeated makes none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from ..clean.document import Document
from ..lexicon import Lexicon
from ..lexicon.cues import CueTrie, longest, offset
from ..lexicon.query.grammar import parse
from ..lexicon.query.terms import places
from ..lexicon.query.tree import Node
from ..model import Evidence, Mention, Theme
from .theme_queries import Sentences, leads

# A companion further off than this many tokens says little about a cue.
_REACH = 14
_WEAK, _TITLE = 0.34, 2.0
# A title weighs as many sentences of the score.
_TITLE_SHARE = 3
# Up to this many sentences one point is enough; each further one asks for a bit more.
_SHORT, _MORE = 24, 0.03
# From so many sentences on a theme's own `least` begins to hold, wholly after so many more.
_NOTE, _FULL = 10, 10
# What a second, different cue adds to a sentence; how near the points must come to what is wanted.
_SECOND, _CLOSE = 0.4, 0.05

Hit = tuple[int, int, int, str, str]  # first token, end token, letters cut, kind, cue
_SURE = {"strong", "query"}  # kinds that are enough for their sentence
_BLOCKED = {"strong", "weak", "with"}  # kinds of cues that a blocker takes away
_Hits = dict[str, dict[str, list[Hit]]]  # theme → kind → cues of it
_Found = dict[str, dict[tuple[int, int], list[tuple[float, Hit]]]]


class _Index:
    """The cues of all themes in one trie; what each theme asks for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.trie: CueTrie[tuple[str, str, str]] = CueTrie()
        self.entities: dict[str, list[tuple[str, str]]] = {}
        self.needs: dict[str, frozenset[str]] = {}
        self.least = {theme: data.get("least", 1) for theme, data in lexicon.themes.items()}
        self.yields: dict[str, tuple[str, ...]] = {}
        self.queries: list[tuple[str, str, Node]] = []  # theme, query, its tree
        for theme, data in lexicon.themes.items():
            for kind in ("strong", "weak", "with", "blockers", "unless"):
                for cues in (data.get(kind) or {}).values():
                    for cue in cues:
                        self.trie.add(cue, (theme, kind, cue))
            for kind, ids in (data.get("entities") or {}).items():
                for name in ids:
                    self.entities.setdefault(name, []).append((theme, kind))
            if data.get("needs"):
                self.needs[theme] = frozenset(data["needs"])
            for query in data.get("queries", ()):
                tree = parse(query)
                if tree is not None:
                    self.queries.append((theme, query, tree))
            if data.get("yields_to"):
                self.yields[theme] = tuple(data["yields_to"])


@lru_cache(maxsize=8)  # what ships, a workspace's, and a theme that is being tried
def _index(lexicon: Lexicon) -> _Index:
    return _Index(lexicon)


def find(docs: Sequence[Document], lexicon: Lexicon, mentions: Sequence[Mention]) -> list[Theme]:
    """The themes of an article given as its documents (title, text), strongest first, with all evidence in order."""
    index = _index(lexicon)
    # theme → (field order, sentence) → cues of it as (value, hit)
    found: _Found = {}
    read = [_hits(doc, index, mentions) for doc in docs]
    if index.queries:
        _ask(docs, read, index, mentions, lexicon)
    other = {theme for hits in read for theme, kinds in hits.items() if "unless" in kinds}
    # Of the others no cue can be worth one.
    hopeful = {
        theme for hits in read for theme, kinds in hits.items() if "strong" in kinds or {"weak", "with"} <= kinds.keys()
    }
    for order, (doc, by_theme) in enumerate(zip(docs, read, strict=True)):
        for theme, kinds in by_theme.items():
            if theme not in hopeful or ("strong" not in kinds and "weak" not in kinds):
                continue
            places = found.setdefault(theme, {})
            companions = kinds.get("with", []) if theme not in other else []
            for value, hit in _weigh(doc, kinds.get("strong", []), kinds.get("weak", []), companions):
                places.setdefault((order, doc.sentence_of[hit[0]]), []).append((value, hit))
    _yield(found, index)
    named = {mention.id for mention in mentions} | {mention.country for mention in mentions}
    sentences = sum(len(doc.sentences) for doc in docs if doc.field == "text")
    titles = [order for order, doc in enumerate(docs) if doc.field == "title" and doc.words]
    whole = max(1, sentences + _TITLE_SHARE * len(titles))
    wanted = 1.0 + _MORE * max(0, sentences - _SHORT)
    themes = []
    for theme, places in found.items():
        if theme in index.needs and not index.needs[theme] & named:
            continue
        points = shares = 0.0
        plain = True
        for (order, _), cues in places.items():
            best = max([value for value, _ in cues])
            plain = plain and best < 1
            told = len(cues) > 1 and len({hit[3:] for value, hit in cues if value >= 1}) > 1
            points += (best + _SECOND * told) * (_TITLE if order in titles else 1)
            shares += min(1.0, best * 2) * (_TITLE_SHARE if order in titles else 1)
        least = 1 + (index.least[theme] - 1) * min(1.0, max(0, sentences - _NOTE) / _FULL)
        if not plain and points + _CLOSE >= max(wanted, least):
            spans = tuple(_evidence(docs[place[0]], hit) for place in sorted(places) for _, hit in places[place])
            themes.append(Theme(id=theme, score=round(min(1.0, shares / whole), 3), evidence=spans))
    return sorted(themes, key=lambda theme: (-theme.score, theme.id))


def _ask(
    docs: Sequence[Document], read: Sequence[_Hits], index: _Index, mentions: Sequence[Mention], lexicon: Lexicon
) -> None:
    """Add the sentences that answer a theme's queries to its cues, in place."""
    words = {doc.field: [word for word in doc.words if any(map(str.isalnum, word))] for doc in docs}
    for doc, hits in zip(docs, read, strict=True):
        sentences = Sentences(doc, words.get("title", []), mentions, lexicon)
        for theme, query, tree in index.queries:
            first = leads(tree)
            if first is not None and not any(places(term, words[doc.field]) for term in first):
                continue
            for spans in sentences.answering(tree):
                hits.setdefault(theme, {}).setdefault("strong", []).extend((*span, 0, "query", query) for span in spans)


def _hits(doc: Document, index: _Index, mentions: Sequence[Mention]) -> _Hits:
    """All cues of all themes in a document, those inside a theme's blockers left out."""
    hits: _Hits = defaultdict(lambda: defaultdict(list))
    sentence_of = doc.sentence_of
    for first, end, cut, (theme, kind, cue) in index.trie.find(doc):
        if end - first == 1 or sentence_of[first] == sentence_of[end - 1]:
            hits[theme][kind].append((first, end, cut, kind, cue))
    if index.entities:
        for mention in mentions:
            if mention.field == doc.field and mention.counts and mention.id in index.entities:
                assert mention.start is not None and mention.end is not None
                first, last = doc.token_at(mention.start), doc.token_at(mention.end - 1)
                for theme, kind in index.entities[mention.id]:
                    cut = mention.start - doc.starts[first]
                    hits[theme][kind].append((first, last + 1, cut, kind, mention.id))
    for kinds in hits.values():
        if "blockers" in kinds and ("strong" in kinds or "weak" in kinds):
            for kind in kinds.keys() & _BLOCKED:
                kinds[kind] = [hit for hit in kinds[kind] if not _meets(hit, kinds["blockers"])]
    return hits


def _weigh(doc: Document, strong: list[Hit], weak: list[Hit], companions: list[Hit]) -> list[tuple[float, Hit]]:
    """The cues with what each is worth; a cue inside a longer one is not counted again."""
    whole = longest((hit[0], hit[1]) for hit in strong) if strong else []
    weighed, seen = [], set()
    for hit in sorted([*strong, *weak], key=_place):
        span = hit[:2]
        if span in seen or (span not in whole if hit[3] in _SURE else _meets(hit, whole)):
            continue
        seen.add(span)
        weighed.append((1.0 if hit[3] in _SURE or _accompanied(doc, hit, companions) else _WEAK, hit))
    return weighed


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit[0], -hit[1], hit[3]


def _meets(hit: Hit, others: Sequence[Hit] | Sequence[tuple[int, int]]) -> bool:
    """Whether a cue shares a token with one of the others (cues or spans of tokens)."""
    first, end = hit[:2]
    return any(other[0] < end and first < other[1] for other in others)


def _accompanied(doc: Document, hit: Hit, companions: list[Hit]) -> bool:
    """Whether a companion stands in the cue's sentence, near it, and is not part of it."""
    first, end = hit[:2]
    for other in companions:
        gap = other[0] - end if other[0] >= end else first - other[1]
        if 0 <= gap <= _REACH and doc.sentence_of[first] == doc.sentence_of[other[0]]:
            return True
    return False


def _evidence(doc: Document, hit: Hit) -> Evidence:
    first, end, cut, kind, cue = hit
    start = offset(doc, first, cut)
    sentence = doc.sentence_of[first] if doc.field == "text" else None
    return Evidence(start=start, end=doc.ends[end - 1], field=doc.field, sentence=sentence, rule=f"{kind}:{cue}")


def _yield(found: _Found, index: _Index) -> None:
    """Take sentences from a theme that are evidence of one it yields to (a naval drill is no drill besides)."""
    for theme, others in index.yields.items():
        places = found.get(theme, {})
        for other in others:
            for place, cues in found.get(other, {}).items():
                if max(value for value, _ in cues) >= 1:
                    places.pop(place, None)
