"""A document as the quotes' rules see it: tokens, the mentions that stand on them, and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...clean.document import Document, tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...model import Mention
from .vocabulary import Cue, Vocabulary

QUOTE_MARKS = {'"': '"', "«": "»", "“": "”", "”": "”", "„": "”", "'": "'", "‘": "’"}
STOPS = frozenset(".!?؟؛;")
COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name to show, the mention where the text names them, the words by which they were called."""

    name: str
    mention: int | None
    called: tuple[str, ...] = ()


class Scene:
    """Look-ups over one document; `mentions` is the record's list, of which those of this field count."""

    def __init__(self, doc: Document, lexicon: Lexicon, words: Vocabulary, mentions: Sequence[Mention]) -> None:
        self.doc, self.words, self.mentions = doc, words, mentions
        self._ids = lexicon.gazetteer.ids
        self.at: dict[int, int] = {}  # first token → index of the mention
        self.ending: dict[int, int] = {}  # end token → index of the mention
        self.ends: dict[int, int] = {}  # index → end token
        for index, mention in enumerate(mentions):
            if mention.field != doc.field or mention.start is None or mention.end is None:
                continue
            first, end = doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1
            self.at[first], self.ending[end], self.ends[index] = index, index, end
        self.persons = [i for i, m in enumerate(mentions) if m.kind == "person"]
        self._longest: dict[str, str] = {}
        for index in self.persons:
            text = " ".join(mentions[index].text.replace("_", " ").replace("#", "").split())
            if len(text.split()) > max(1, len(self._longest.get(mentions[index].id, "").split())):
                self._longest[mentions[index].id] = text
        self.last: Speaker | None = None
        self.last_sentence = -1
        self.relay: tuple[int, str] | None = None  # sentence, and who relays in it
        self._by_gender: dict[tuple[bool, bool], Speaker] = {}
        self._spoken: list[Speaker] = []

    def name(self, index: int) -> str:
        """What to call the person of a mention: the fullest name that the article writes, else the canonical one."""
        mention = self.mentions[index]
        return self._longest.get(mention.id, mention.name) if mention.kind == "person" else mention.text

    def state(self, speaker: Speaker) -> bool:
        """Whether the speaker is a state or capital, of those that are feminine."""
        if speaker.mention is None or self.mentions[speaker.mention].kind != "country":
            return False
        mention = self.mentions[speaker.mention]
        if mention.via not in ("name", "capital"):
            return False
        return mention.via == "capital" or fold_key(mention.text) not in self.words.masculine

    def feminine(self, speaker: Speaker) -> bool:
        """Whether a verb of a feminine subject agrees with the speaker: states, capitals, «وزارة …», unknown people."""
        if speaker.mention is None or self.mentions[speaker.mention].kind != "organization":
            return True
        return self.mentions[speaker.mention].text.split()[0].endswith("ة")

    def said(self, speaker: Speaker, cue: Cue, at: int) -> None:
        """Remember who spoke, and by which form of the verb."""
        self.last, self.last_sentence = speaker, self.doc.sentence_of[at]
        self._by_gender[cue.feminine, cue.plural] = speaker
        self._spoken.append(speaker)

    def previous(self, cue: Cue) -> Speaker | None:
        """Who goes on speaking with this verb: the last one that a verb of the same gender and number introduced."""
        return self._by_gender.get((cue.feminine, cue.plural))

    def sentence_end(self, token: int) -> int:
        """The end token of the token's sentence."""
        return self.doc.bounds[self.doc.sentence_of[token]][1]

    def sentence_start(self, token: int) -> int:
        return self.doc.bounds[self.doc.sentence_of[token]][0]

    def is_news(self, index: int) -> bool:
        """Whether a mention is a news outlet, which relays and seldom speaks."""
        entry = self._ids.get(self.mentions[index].id)
        return entry is not None and entry.type == "news"

    def known_as(self, called: Sequence[str], at: int) -> Speaker | None:
        """The person known by an office, or the speaker called so before: «السفير الروسي», «المصدر», «العميد»."""
        wanted = [_bare(word) for word in called]
        best: tuple[int, int] | None = None
        for index in self.persons:
            mention = self.mentions[index]
            if mention.role is None:
                continue
            role = [_bare(word) for word in tokens_of(mention.role)]
            if _within(wanted, role):
                earlier = mention.field == self.doc.field and (mention.start or 0) < self.doc.starts[at]
                key = (earlier, index if earlier else -index)
                best = max(best, key) if best else key
        if best is not None:
            return Speaker(self.name(abs(best[1])), abs(best[1]), tuple(called))
        for speaker in reversed(self._spoken):
            before = [_bare(word) for word in speaker.called]
            if before and before[0] == wanted[0] and _within(wanted, before):
                return speaker
        return self._institution(wanted, at) if len(wanted) == 1 else None

    def _institution(self, wanted: Sequence[str], at: int) -> Speaker | None:
        """«الوزارة» is the last ministry named before token `at`."""
        for token in range(at - 1, -1, -1):
            index = self.at.get(token)
            if index is None or self.mentions[index].kind != "organization":
                continue
            if _bare(tokens_of(self.mentions[index].text)[0]) == wanted[0]:
                return Speaker(self.mentions[index].text, index, tuple(wanted))
        return None


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _within(wanted: list[str], role: list[str]) -> bool:
    """Whether all words called stand in the office in the same order, the first one being its head or its rank."""
    if not wanted or not role:
        return False
    at = 0
    for word in wanted:
        try:
            at = role.index(word, at) + 1
        except ValueError:
            return False
    return True
