"""Lemmas by camel-tools' morphology, and the themes' cues in forms that no list of forms has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...clean.document import Document, tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...lexicon.cues import bare, readings
from ...model import Theme

RULE = "camel.lemma"
_MEMO_LIMIT = 200_000
# What analyses of signs, numbers and foreign words are called: their "lemma" is the word itself.
_NO_WORDS = ("punc", "digit", "latin", "foreign")
# A cue's clitics are cut letter by letter: a word with fewer letters could be cut away whole.
_SHORTEST = 4


@dataclass(slots=True)
class _Cues:
    """What the themes' cues are made of: words, stems of open-ended ones, and for a lemma the cues' commonest word."""

    words: frozenset[str]
    stems: tuple[str, ...]
    by_lemma: dict[str, str]


class Lemmas:
    """Lemmas of words by an Analyzer; analyses are remembered."""

    def __init__(self, analyser: Any) -> None:
        self._analyser = analyser
        self._memo: dict[str, str | None] = {}
        self._cues: tuple[Lexicon, _Cues] | None = None

    def lemma_of(self, word: str) -> str | None:
        """The folded lemma of an Arabic word, of several the likeliest in the database; None of one it doesn't know."""
        word = fold_key(word)
        if word not in self._memo:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            self._memo[word] = self._analyse(word)
        return self._memo[word]

    def _analyse(self, word: str) -> str | None:
        if not word.isalpha() or word.isascii():
            return None
        from camel_tools.morphology.utils import strip_lex
        from camel_tools.utils.dediac import dediac_ar

        analyses = [a for a in self._analyser.analyze(word) if a.get("pos") not in _NO_WORDS and a.get("lex")]
        if not analyses:
            return None
        likeliest = max(analyses, key=lambda a: (a.get("pos_lex_logprob", -99.0), a.get("lex_logprob", -99.0)))
        return fold_key(dediac_ar(strip_lex(likeliest["lex"]))) or None

    def towards_cues(self, docs: Sequence[Document], lexicon: Lexicon) -> list[Document]:
        """The documents with words that share a lemma with a cue's word in that word's place; offsets stay.

        A word that a cue can match as it is stays too: lemmas only add.
        """
        cues = self._cues_of(lexicon)
        return [replace(doc, words=[self._word(doc, at, cues) for at in range(len(doc.words))])
                if doc.language == "ar" else doc for doc in docs]  # fmt: skip

    def _word(self, doc: Document, at: int, cues: _Cues) -> str:
        word = doc.words[at]
        if sum(map(str.isalnum, doc.surface(at, at + 1))) < _SHORTEST:
            return word
        for reading, _ in readings(word):
            if reading in cues.words or reading.startswith(cues.stems):
                return word
        return cues.by_lemma.get(self.lemma_of(word) or "", word)

    def _cues_of(self, lexicon: Lexicon) -> _Cues:
        if self._cues is None or self._cues[0] is not lexicon:
            words: Counter[str] = Counter()
            stems: set[str] = set()
            for theme in lexicon.themes.values():
                for kind in ("strong", "weak", "with", "blockers"):
                    for cue in (cue for language in (theme.get(kind) or {}).values() for cue in language):
                        for written in cue.split():
                            parts = [bare(part) for part in tokens_of(written.rstrip("*"))]
                            if written.endswith("*") and parts:
                                stems.add(parts.pop())
                            words.update(parts)
            by_lemma: dict[str, str] = {}
            for word, _ in words.most_common():
                lemma = self.lemma_of(word)
                if lemma:
                    by_lemma.setdefault(lemma, word)
            self._cues = (lexicon, _Cues(frozenset(words), tuple(stems), by_lemma))
        return self._cues[1]


def marked(themes: Sequence[Theme], docs: Sequence[Document], read: Sequence[Document]) -> list[Theme]:
    """Themes found in `read`, the evidence that stands on a word replaced there saying so in its rule."""
    changed = {
        (doc.field, at) for doc, other in zip(docs, read, strict=True) for token, word in enumerate(doc.words)
        if other.words[token] != word for at in range(doc.starts[token], doc.ends[token])
    }  # fmt: skip
    if not changed:
        return list(themes)
    return [
        replace(theme, evidence=tuple(
            replace(one, rule=f"{one.rule}+{RULE}")
            if any((one.field, at) in changed for at in range(one.start, one.end)) else one
            for one in theme.evidence
        )) for theme in themes
    ]  # fmt: skip
