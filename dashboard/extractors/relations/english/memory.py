"""What the sentences before have told and who they named, for pronouns, descriptions and answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ....model import Mention, Quote
from ..actors import actor_of
from .items import Group, Phrase, Told
from .parties import doers
from .tagging import Tagged

PERSON = ("he", "she", "his", "her", "him")


@dataclass(slots=True)
class Memory:
    """What the sentences before have told, and the one being read."""

    states: frozenset[str]
    organisations: frozenset[str]
    quotes: Sequence[Quote] = ()
    mentions: Sequence[Mention] = ()
    nonstate: frozenset[str] = frozenset()
    subject: list[str] = field(default_factory=list)  # of the clause before
    many: list[str] = field(default_factory=list)  # one state's people who are "they" in this sentence
    single: list[str] | None = None  # of these who may be "it": not jets, troops
    person: list[str] = field(default_factory=list)
    agent: list[str] = field(default_factory=list)  # the person who was the subject last
    acted: int = 0  # the number of the sentence in which that was
    faceless: bool = False  # the last person named is of no state that is known
    pair: list[str] = field(default_factory=list)
    seen: list[list[str]] = field(default_factory=list)  # ids by sentence
    here: list[str] = field(default_factory=list)
    place: int = -1  # the end of the last phrase that only says where
    told_of: list[str] = field(default_factory=list)  # who "the two" are in this sentence
    pairs: dict[tuple[str, ...], float] = field(default_factory=dict)  # how often two were told of together
    last: tuple[int, list[str]] | None = None  # the end of the phrase before and who it is
    deeds: list[Told] = field(default_factory=list)  # the last with both ends
    steps: list[Told] = field(default_factory=list)  # the last with a doer
    heads: dict[str, tuple[int, list[str]]] = field(default_factory=dict)  # whose army, ministry was named, and when
    object: bool = False  # whether the phrase before is what a verb is done to
    couple: list[str] = field(default_factory=list)  # the two last joined by "and"
    together: dict[str, tuple[int, list[str]]] = field(default_factory=dict)  # who last met, agreed: sentence, parties
    harmed: list[str] = field(default_factory=list)  # whom the last attack hit
    other: list[str] = field(default_factory=list)  # the person named before the last
    idle: frozenset[str] = frozenset()  # organisations that are no parties
    listed: dict[int, list[str]] = field(default_factory=dict)  # the last list of so many
    first: bool = True  # no subject has been read in this sentence

    def begin(self) -> None:
        """A new sentence."""
        self.seen.append([])
        self.here = self.seen[-1]
        self.first, self.last, self.place, self.told_of, self.many = True, None, -1, [], []

    def note(self, tagged: Tagged, phrase: Phrase) -> None:
        """A phrase has been read."""
        if not phrase.parties:
            if self.first and self._unnamed(tagged, phrase):
                self._subject_of(tagged, phrase, [])
            self.last = None
            return
        where = self._where(tagged, phrase)
        for party in phrase.parties:
            for name in party.ids:
                if name not in self.here and party.how != "pronoun" and not where:
                    self.here.append(name)
            if party.how == "person" and party.part == "head":
                self._person(party.ids)
        own = doers(tagged, phrase)
        if own or (phrase.parties and phrase.parties[-1].how == "organization"):
            self._organ(tagged, phrase, own)
        if own and (self.first or tagged.tag(phrase.start - 1) != "I"):
            joined = tagged.word(phrase.start - 1) in ("and", ",", "or", "&")
            before = self.last[1] if joined and self.last is not None and self.last[0] == phrase.start - 1 else []
            now = (phrase.end, list(dict.fromkeys([*before, *own])))
            if before and len(now[1]) == 2 and tagged.word(phrase.start - 1) == "and":
                self.couple = now[1]
        else:
            now = None
        people = not own and phrase.parties[-1].how == "people" and phrase.parties[-1].part == "head"
        if own or people:  # Kenyans boycotted it, and their government
            self._subject_of(tagged, phrase, own or doers(tagged, phrase, crowd=True))
        elif self.first and self._unnamed(tagged, phrase):
            self._subject_of(tagged, phrase, [])
        self.last, self.object = now, tagged.tag(phrase.start - 1) == "V"

    def _unnamed(self, tagged: Tagged, phrase: Phrase) -> bool:
        """Whether the phrase is of several whom nobody has named: three countries, tribal forces."""
        head, sets = tagged.words[phrase.head], tagged.voc.sets
        return (
            head in sets["several"]
            or head in sets["voices"]
            or (head in sets["agents"] and head.endswith("s") and not phrase.definite)
        )

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
        listed = self.last is not None and self.subject == self.last[1] and self._next(tagged, phrase)
        if tagged.tag(phrase.start - 1) == "R" and not self.first:
            return  # a man whom Polish police hold
        if tagged.tag(phrase.start - 1) == "I" or (
            tagged.tag(follows) not in ("V", "X") and not self.first and not listed
        ):
            return
        joined = tagged.word(phrase.start - 1) in ("and", ",", "or") and not self.object
        if self.last is not None and ids and joined and self.last[0] == phrase.start - 1:
            ids = list(dict.fromkeys([*self.last[1], *ids]))
        if not ids:
            self.first, self.subject = False, []  # several whom nobody has named are not who "it" was
        elif ids:
            self.first = False
            if phrase.pronoun not in PERSON:
                self.subject = ids
            named = any(party.how == "person" for party in phrase.parties)
            if len(ids) == 1 and (
                named or tagged.words[phrase.head] in tagged.voc.sets["people"] or phrase.pronoun in PERSON
            ):
                self.agent, self.acted = ids, len(self.seen)
            if len(ids) == 1 and tagged.words[phrase.head].endswith("s") and self._several(phrase):
                self.many = ids  # Turkish troops, the Israelis are "they"
            if len(ids) == 1 and (self.single is None or not self._crew(tagged, phrase)):
                self.single = ids
            if phrase.parties and phrase.parties[-1].part == "mod" and len(ids) == 1:
                self._person(ids)

    def _organ(self, tagged: Tagged, phrase: Phrase, own: list[str]) -> None:
        """Whose army or ministry a phrase is of, which "the army" will be."""
        last = phrase.parties[-1]
        if last.how == "organization" and tagged.words[last.end - 1] in tagged.voc.sets["agents"]:
            self.heads[tagged.words[last.end - 1]] = len(self.seen), last.ids
        elif own and last.part == "mod" and last.how not in ("pronoun", "person", "described"):
            self.heads[tagged.words[phrase.head]] = len(self.seen), own

    def _next(self, tagged: Tagged, phrase: Phrase) -> bool:
        """Whether a name goes on with the list before it: Mali, Niger and Togo, members of X, said."""
        beside = bool(phrase.parties) and self.last is not None and self.last[0] == phrase.start - 1
        return (
            beside and tagged.word(phrase.start - 1) in ("and", ",") and phrase.parties[-1].how in ("name", "capital")
        )

    def he(self) -> list[str]:
        """Who "he" is: the person who was a subject in this sentence or the one before, else the last named."""
        if self.faceless:
            return []
        return self.agent if self.agent and self.acted >= len(self.seen) - 1 else self.person

    def _person(self, ids: list[str]) -> None:
        self.faceless = False
        if self.person and self.person != ids:
            self.other = self.person
        self.person = list(ids)

    def _several(self, phrase: Phrase) -> bool:
        return phrase.parties[-1].part == "mod" or phrase.parties[-1].how in ("people", "demonym")

    def _crew(self, tagged: Tagged, phrase: Phrase) -> bool:
        """Whether the phrase is of several that do not speak for their state: three Russian jets."""
        head = tagged.words[phrase.head]
        plural = head.endswith("s") and head not in tagged.voc.sets["people"] and not phrase.pronoun
        return (
            (plural or head in tagged.voc.sets["crafts"]) and bool(phrase.parties) and phrase.parties[-1].part == "mod"
        )

    def end(self, groups: Sequence[Group], tagged: Tagged, together: Sequence[str]) -> None:
        """The sentence has been read: two that act `together` are who "both" are."""
        self._plural(groups, tagged)
        if len(self.told_of) == 2:  # ties between the two countries
            self._paired(self.told_of)
            return
        if len(together) == 2:  # may meet Biden in Rome
            self._paired(list(together))
            return
        for group in groups:
            ids = doers(tagged, group.subject) if group.shape == "fin" else []
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

    def speaker(self, offset: int) -> list[str]:
        """The state of whoever says what stands at an offset."""
        for quote in self.quotes:
            if quote.start is not None and quote.end is not None and quote.start <= offset < quote.end:
                state = state_of(quote, self.mentions, self.idle)
                if state or quote.speaker_mention is not None:
                    return [state] if state else []
        return []


def state_of(quote: Quote, mentions: Sequence[Mention], idle: frozenset[str] = frozenset()) -> str | None:
    """The state, or the body of none, that a statement's speaker speaks for: of «Iranian officials» too."""
    if quote.speaker_mention is not None:
        speaker = mentions[quote.speaker_mention]
        return actor_of(speaker, idle) if speaker.kind == "organization" and speaker.counts else speaker.country
    words = (quote.speaker or "").replace("'", " ").replace("’", " ").split()
    return next((one.id for one in mentions if one.kind == "country" and one.text in words), None)
