"""Who pronouns and descriptions stand for: it, its, the group, the kingdom, the two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ....model import Mention, Quote
from .items import Group, Party, Phrase, Told
from .parties import doers
from .tagging import Tagged

_THING, _PERSON, _MANY = (
    {"it", "its", "itself"},
    {"he", "she", "his", "her", "him"},
    {"they", "their", "them", "themselves"},
)
_SPEAKER = {"we", "our", "us", "i", "my"}
_HALVES = {"north": "PRK", "south": "KOR"}
# How many sentences a party stays in mind.
_BACK = 3


@dataclass(slots=True)
class Memory:
    """What the sentences before have told, and the one being read."""

    states: frozenset[str]
    organisations: frozenset[str]
    quotes: Sequence[Quote] = ()
    mentions: Sequence[Mention] = ()
    nonstate: frozenset[str] = frozenset()
    subject: list[str] = field(default_factory=list)  # of the clause before
    single: list[str] | None = None  # of these who may be "it": not jets, troops
    person: list[str] = field(default_factory=list)
    pair: list[str] = field(default_factory=list)
    seen: list[list[str]] = field(default_factory=list)  # ids by sentence
    here: list[str] = field(default_factory=list)
    place: int = -1  # the end of the last phrase that only says where
    told_of: list[str] = field(default_factory=list)  # who "the two" are in this sentence
    pairs: dict[tuple[str, ...], float] = field(default_factory=dict)  # how often two were told of together
    last: tuple[int, list[str]] | None = None  # the end of the phrase before and who it is
    deeds: list[Told] = field(default_factory=list)  # the last with both ends
    listed: dict[int, list[str]] = field(default_factory=dict)  # the last list of so many
    first: bool = True  # no subject has been read in this sentence

    def begin(self) -> None:
        """A new sentence."""
        self.seen.append([])
        self.here = self.seen[-1]
        self.first, self.last, self.place, self.told_of = True, None, -1, []

    def note(self, tagged: Tagged, phrase: Phrase) -> None:
        """A phrase has been read."""
        where = bool(phrase.parties) and self._where(tagged, phrase)
        for party in phrase.parties:
            for name in party.ids:
                if name not in self.here and party.how != "pronoun" and not where:
                    self.here.append(name)
            if party.how == "person" and party.part == "head":
                self.person = list(party.ids)
        own = doers(tagged, phrase) if phrase.parties else []
        if own and (self.first or tagged.tag(phrase.start - 1) != "I"):
            before = self.last[1] if self.last is not None and self.last[0] == phrase.start - 1 else []
            now = (phrase.end, list(dict.fromkeys([*before, *own])))
        else:
            now = None
        if own:
            self._subject_of(tagged, phrase, own)
        elif self.first and tagged.words[phrase.head] in tagged.voc.sets["several"]:
            self._subject_of(tagged, phrase, [])
        self.last = now

    def _where(self, tagged: Tagged, phrase: Phrase) -> bool:
        """Whether the phrase only says where: in Riga, the capital of Latvia, and in Lithuania and Estonia."""
        before = tagged.word(phrase.start - 1)
        where = before in ("in", "at", "near") or tagged.word(phrase.start - 2) == "capital"
        where = where or (before in ("and", ",", "or") and self.place == phrase.start - 1)
        if where:
            self.place = phrase.end
        return where

    def _subject_of(self, tagged: Tagged, phrase: Phrase, ids: list[str]) -> None:
        """Whether the phrase is the subject that "it" or "they" will take up."""
        follows = phrase.end
        while tagged.tag(follows) == "A":
            follows += 1
        if tagged.tag(phrase.start - 1) == "I" or (tagged.tag(follows) not in ("V", "X") and not self.first):
            return
        joined = tagged.word(phrase.start - 1) in ("and", ",", "or")
        if self.last is not None and ids and joined and self.last[0] == phrase.start - 1:
            ids = list(dict.fromkeys([*self.last[1], *ids]))
        if not ids:
            self.first, self.subject = False, []  # several whom nobody has named are not who "it" was
        elif ids:
            self.first = False
            if phrase.pronoun not in _PERSON:
                self.subject = ids
            if len(ids) == 1 and (self.single is None or not self._crew(tagged, phrase)):
                self.single = ids
            elif len(ids) > 1:
                self.single = None
            if phrase.parties and phrase.parties[-1].part == "mod" and len(ids) == 1:
                self.person = ids

    def _crew(self, tagged: Tagged, phrase: Phrase) -> bool:
        """Whether the phrase is of several that do not speak for their state: three Russian jets."""
        head = tagged.words[phrase.head]
        plural = head.endswith("s") and head not in tagged.voc.sets["people"] and not phrase.pronoun
        return plural and bool(phrase.parties) and phrase.parties[-1].part == "mod"

    def end(self, groups: Sequence[Group], tagged: Tagged) -> None:
        """The sentence has been read: two that act together are who "both" are."""
        self._plural(groups, tagged)
        if len(self.told_of) == 2:  # ties between the two countries
            self._paired(self.told_of)
            return
        for group in groups:
            ids = doers(tagged, group.subject)
            if len(ids) == 2:
                self._paired(ids)
                return
        self.two()

    def two(self) -> None:
        """Two states that a sentence names are a pair; of more none is."""
        states = list(dict.fromkeys(name for name in self.here if name in self.states))
        if len(states) == 2:
            self._paired(states)
        elif len(states) > 2:
            self.pair = []

    def _plural(self, groups: Sequence[Group], tagged: Tagged) -> None:
        """Several that are the subject of a sentence are not "it"."""
        for group in groups:
            if group.shape == "fin":
                ids = doers(tagged, group.subject)
                if len(ids) > 1:
                    self.subject = ids
                return

    def _paired(self, ids: list[str]) -> None:
        """Two told of together: "both" are the latest, unless others have been told of oftener."""
        key = tuple(sorted(ids))
        self.pairs[key] = self.pairs.get(key, 0) + 1
        self.pair = ids

    def resolve(self, tagged: Tagged, phrase: Phrase) -> None:
        """Give a phrase that a pronoun owns or is, or that only describes, its parties."""
        word = phrase.pronoun
        own = word in tagged.voc.sets["possessives"] or word in ("our", "my")
        ids: list[str] = []
        if phrase.parties and not own:
            return
        if own and tagged.words[phrase.head] in tagged.voc.sets["others"]:
            ids = self._neighbour()
        elif word in _THING:
            ids = (self.single or self.subject) if len(self.subject) == 1 else []
            named = [name for name in self.here if name in self.states]
            if not self.subject and len(named) == 1 and not own:
                ids = named
        elif word in _MANY and own:
            ids = self.subject
        elif word in ("them", "him", "themselves"):
            ids = []
        elif word in _MANY:
            ids = self.subject if len(self.subject) > 1 or not self.pair else self.pair
        elif word in _PERSON:
            ids = self.person or self.subject
        elif word in _SPEAKER:
            ids = self.speaker(tagged.doc.starts[tagged.first + phrase.start])
        elif not phrase.parties:
            self._described(tagged, phrase)
            return
        if ids:
            at = phrase.start
            phrase.parties.append(Party(list(ids), at, at + 1, "pronoun", "mod" if own else "head"))

    def _neighbour(self) -> list[str]:
        """Whom the subject's neighbour or rival is: the other of the two, else the state told of most."""
        others = [name for name in self.pair if name not in self.subject]
        if len(others) == 1:
            return others
        count = Counter(n for names in self.seen for n in names if n in self.states and n not in self.subject)
        most = count.most_common(2)
        return [most[0][0]] if most and (len(most) == 1 or most[0][1] > most[1][1]) else []

    def speaker(self, offset: int) -> list[str]:
        """The state of whoever says what stands at an offset."""
        for quote in self.quotes:
            if quote.start is None or quote.end is None or quote.speaker_mention is None:
                continue
            if quote.start <= offset < quote.end:
                speaker = self.mentions[quote.speaker_mention]
                state = speaker.id if speaker.kind == "country" else speaker.country
                return [state] if state else []
        return []

    def _described(self, tagged: Tagged, phrase: Phrase) -> None:
        sets, words = tagged.voc.sets, tagged.words
        start, head = words[phrase.start], words[phrase.head]
        ids: list[str] = []
        half = _HALVES.get(tagged.word(phrase.start + 1)) if start == "the" else None
        if half is not None and self._korean(tagged, phrase.start + 1):
            at = phrase.start + 1
            phrase.parties.append(Party([half], at, at + 1, "name", "head" if at == phrase.head else "mod"))
            return
        inner = set(words[phrase.start : phrase.end])
        if "other" in inner and len(self.subject) == 2 and (head == "other" or "'" in inner or "’" in inner):
            phrase.parties.append(Party(list(self.subject), phrase.start, phrase.end, "described"))
            return
        several = head in sets["several"] or head == "two" or (start == "both" and phrase.end - phrase.start == 1)
        two = head in sets["pair_words"] and start in ("the", "these") and phrase.end - phrase.start <= 3
        if several and (start in ("both", "two") or (start in ("the", "these") and "two" in inner)):
            ids = self.told_of = self._pair()
        elif two and not phrase.parties and len(self.pair) == 2 and not inner & {"three", "four"}:
            ids = self.told_of = self.pair
        elif several and start in ("the", "all") and inner & {"three", "four"}:
            count = 3 if "three" in inner else 4
            ids = self._last(lambda name: name in self.states, count) or self.listed.get(count, [])
        elif start in ("the", "this") and phrase.end - phrase.start <= 3 and phrase.of is None:
            if head in sets["group_words"]:
                ids = self._last(lambda name: name in self.nonstate, 1)
            elif head in sets["body_words"]:
                ids = self._last(lambda name: name in self.organisations and name not in self.nonstate, 1)
            elif head in sets["state_words"]:
                ids = self._state(subject=tagged.tag(phrase.end) in ("V", "X"))
        if ids:
            phrase.parties.append(Party(ids, phrase.start, phrase.end, "described"))
            phrase.event = None

    def _korean(self, tagged: Tagged, at: int) -> bool:
        """Whether "the North" at a token is one of the two Koreas."""
        upper = tagged.doc.text[tagged.doc.starts[tagged.first + at]].isupper()
        return upper and any(name in ("PRK", "KOR") for names in self.seen for name in names)

    def _state(self, *, subject: bool) -> list[str]:
        """The state that "the government" or "the junta" is of: the only one named lately, else the likelier."""
        named = {name for names in self.seen[-2:] for name in names if name in self.states}
        if len(named) == 1:
            return list(named)
        mine = [name for name in self.subject if name in self.states]
        if subject:
            return mine if len(mine) == 1 else []
        others = [name for name in self.here if name in self.states and name not in mine]
        return others[-1:] or (mine if len(mine) == 1 else [])

    def _pair(self) -> list[str]:
        if len(self.pair) == 2:
            here = {name for names in self.seen[-2:] for name in names}
            often = max(self.pairs, key=lambda key: self.pairs[key], default=())
            if self.pairs.get(often, 0) > 1 and not here.issuperset(self.pair):
                return list(often)
            return self.pair
        return self._last(lambda name: name in self.states, 2)

    def _last(self, fits, count: int) -> list[str]:  # type: ignore[no-untyped-def]
        """The parties of a kind named last; as many as meant, else none."""
        found: list[str] = []
        for names in reversed(self.seen[-_BACK:]):
            named = [name for name in names if fits(name)]
            if count == 1:
                if named:
                    return [named[-1]]
                continue
            found = list(dict.fromkeys([*found, *named]))
            if len(found) == count:
                return found
            if len(found) > count:
                return []
        return []
