"""A document as the quotes' rules see it: tokens, the cues among them, the mentions that stand on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from ...clean.document import Document, tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...lexicon.cues import bare
from ...model import Mention
from ..people.words import NAME
from .memory import Memory, Speaker
from .vocabulary import COMMAS, QUOTE_MARKS, STOPS, Cue, Vocabulary

__all__ = ["COMMAS", "QUOTE_MARKS", "STOPS", "Scene", "Speaker"]

# Behind these stands no verb.
_BEFORE_NOUNS = frozenset(("في", "الي", "علي", "عن", "مع", "خلال", "بعد", "قبل"))
_SHADDA = "\u0651"


class Scene:
    """Look-ups over one document; `mentions` is the record's list, of which those of this field count."""

    def __init__(self, doc: Document, lexicon: Lexicon, words: Vocabulary, mentions: Sequence[Mention]) -> None:
        self.doc, self.words, self.mentions = doc, words, mentions
        self._ids = lexicon.gazetteer.ids
        self.cues: list[Cue | None] = [None] * len(doc.words)
        # The tokens with which a report or a quotation may begin.
        self.openers = doc.where(words.opens)
        for token in self.openers:
            cue = words.cue(doc.words[token])
            if cue is not None and not self._noun(token, cue):
                self.cues[token] = cue
        self.at: dict[int, int] = {}  # first token → index of the mention
        self.ending: dict[int, int] = {}  # end token → index of the mention
        self.ends: dict[int, int] = {}  # index → end token
        self.persons: list[int] = []
        self._longest: dict[str, list[str]] = {}  # id → the words of the fullest name
        starts, field = doc.starts, doc.field
        for index, mention in enumerate(mentions):
            person = mention.kind == "person"
            if person:
                self.persons.append(index)
                named = mention.text.replace("_", " ").replace("#", "").split()
                if len(named) > 1 and len(named) > len(self._longest.get(mention.id, ())):
                    self._longest[mention.id] = named
            if mention.field != field or mention.start is None or mention.end is None:
                continue
            first = (bisect_right(starts, mention.start) or 1) - 1
            end = bisect_left(starts, mention.end) or 1
            self.at[first], self.ending[end], self.ends[index] = index, index, end
            for token in range(first, end) if person else ():
                cue = self.cues[token]
                if cue is not None and cue.kind == "verb" and words.language.kind(doc.words[token]) & NAME:
                    self.cues[token] = None  # «دانا وايت»: a given name reports nothing
        self.memory = Memory()
        self.stated = -1  # the last sentence with a statement
        self.credit: dict[int, int] = {}  # sentence → token behind the last «بحسب X» in it
        self.relay: tuple[int, str] | None = None  # sentence, and who relays in it

    def _noun(self, token: int, cue: Cue) -> bool:
        """Whether what looks like a word of saying is a noun or particle: «إدانة», «مقره», «بين»."""
        written = self.doc.text[self.doc.starts[token] : self.doc.ends[token]]
        governed = not cue.joined and self.doc.words[token - 1] in _BEFORE_NOUNS
        if cue.kind in ("verb", "relay") and (written.endswith("ة") or governed):
            return True  # «إدانة», «في رده»
        if cue.kind == "participle":
            following = self.doc.words[token + 1 : token + 2]
            memo = cue.feminine and cue.lemma == "ذكر" and self.words.clause.isdisjoint(following)  # «مذكرة تفاهم»
            return memo or (cue.feminine and written.endswith("ه"))
        if cue.lemma == "عبر" and _SHADDA not in written and "عن" not in self.doc.words[token + 1 : token + 12]:
            return True  # «عبر تويتر»
        if cue.lemma != "بين" or not self.doc.words[token].removeprefix("و").startswith("بين") or _SHADDA in written:
            return False
        if self.doc.words[token].removeprefix("و") not in ("بين", "بينت"):
            return True  # «وبينهم»
        return not cue.joined or self.sentence_start(token) != token

    @cached_property
    def names(self) -> dict[int, list[str]]:
        """Index of a person's mention → the words of the name."""
        return {index: tokens_of(self.name(index)) for index in self.persons}

    @cached_property
    def roles(self) -> dict[int, list[str]]:
        """Index of a person's mention → the words of the office, articles left out."""
        roles = ((index, self.mentions[index].role) for index in self.persons)
        return {index: [bare(word) for word in tokens_of(role)] for index, role in roles if role is not None}

    def name(self, index: int) -> str:
        """What to call the person of a mention: the fullest name that the article writes, else the canonical one."""
        mention = self.mentions[index]
        if mention.kind != "person":
            return mention.text
        fullest = self._longest.get(mention.id)
        return " ".join(fullest) if fullest else mention.name

    def speaker(self, index: int) -> Speaker:
        """The speaker of a mention; a person is called by office and name."""
        mention = self.mentions[index]
        if mention.kind != "person":
            text = " ".join(mention.text.replace("_", " ").split())
            start = mention.start or 0
            before = self.doc.text[start - 1] if start and mention.field == self.doc.field else ""
            if text.startswith("ل") and before == "ل":
                text = f"ا{text}"  # «للحكومة»: the alef is not written
            return Speaker(text, index, tuple(tokens_of(text)))
        return Speaker(self.name(index), index, (*tokens_of(mention.role or ""), *tokens_of(mention.name)))

    def state(self, speaker: Speaker) -> bool:
        """Whether the speaker is a state or capital, of those that are feminine."""
        if speaker.mention is None or self.mentions[speaker.mention].kind != "country":
            return False
        mention = self.mentions[speaker.mention]
        if mention.via not in ("name", "capital"):
            return False
        return mention.via == "capital" or fold_key(mention.text) not in self.words.masculine

    def gender(self, speaker: Speaker) -> bool | None:
        """Whether a verb of the speaker is feminine; None where that is not known."""
        if speaker.mention is None:
            return True if speaker.called and speaker.called[0].endswith(("ه", "ات")) else None
        mention = self.mentions[speaker.mention]
        if mention.kind == "person":
            return self.memory.known.get(mention.id)
        if mention.kind == "country":
            return None if mention.via == "people" else self.state(speaker)
        first = fold_key(mention.text.split()[0])
        if first.endswith(("ه", "ات")) or first.removeprefix("ال") in self.words.feminine:
            return True
        return None if first not in self.words.sources else False

    def fits(self, speaker: Speaker, cue: Cue) -> bool:
        """Whether nothing known keeps the speaker from being the subject of the verb."""
        gender = self.gender(speaker)
        return cue.plural or gender is None or gender == cue.feminine

    def said(self, speakers: Sequence[Speaker], cue: Cue, at: int) -> None:
        """Remember who spoke, and by which form of the verb."""
        self.memory.said(speakers, cue, self.doc.sentence_of[at])
        if len(speakers) == 1 and speakers[0].mention is not None and not cue.plural:
            mention = self.mentions[speakers[0].mention]
            if mention.kind == "person" and cue.kind == "verb":
                self.memory.known.setdefault(mention.id, cue.feminine)

    def sentence_end(self, token: int) -> int:
        """The end token of the token's sentence."""
        return self.doc.bounds[self.doc.sentence_of[token]][1]

    def sentence_start(self, token: int) -> int:
        return self.doc.bounds[self.doc.sentence_of[token]][0]

    def is_news(self, index: int) -> bool:
        """Whether a mention is a news outlet, which relays and seldom speaks."""
        entry = self._ids.get(self.mentions[index].id)
        return entry is not None and entry.type == "news"

    def clean_start(self, at: int, index: int, joined: bool = False) -> bool:
        """Whether the mention begins with the token itself, or behind the و that joins it: not «لرويترز»."""
        gap = self.doc.text[self.doc.starts[at] : self.mentions[index].start]
        return not gap or (joined and gap == "و") or not any(char.isalnum() for char in gap)
