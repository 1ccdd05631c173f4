"""Who pronouns and descriptions stand for: it, its, the group, the kingdom, the two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from .items import Party, Phrase
from .memory import PERSON, Memory
from .tagging import Tagged

_THING, _MANY = ("it", "its", "itself"), ("they", "their", "them", "themselves")
_SPEAKER = ("we", "our", "us", "i", "my")
_HALVES = {"north": "PRK", "south": "KOR"}
_CARRIED = ("occurred", "ongoing", "ended", "suspended", "cancelled", "announced")
_RULERS = ("juntas", "governments", "regimes", "trio", "quartet")
_HEADS = ("leaders", "presidents", "ministers", "men", "premiers", "kings")
_LONGEST = 4  # the small island state
# How many sentences a party stays in mind.
_BACK = 3


def resolve(memory: Memory, tagged: Tagged, phrase: Phrase) -> None:
    """Give a phrase that a pronoun owns or is, or that only describes, its parties."""
    word = phrase.pronoun
    own = word in tagged.voc.sets["possessives"] or word in ("our", "my")
    ids: list[str] = []
    if phrase.parties and (not own or tagged.words[phrase.head] in tagged.voc.sets["peers"]):
        return  # his Azerbaijani counterpart
    if own and tagged.words[phrase.head] in tagged.voc.sets["others"]:
        ids = _neighbour(memory)
    elif word in _THING:
        ids = (memory.single or memory.subject) if len(memory.subject) == 1 else []
        if len(memory.subject) > 1 and memory.single is not None and set(memory.single) <= set(memory.here):
            ids = [name for name in memory.single if name not in memory.subject]  # Iran stopped after two hit its sites
        named = [name for name in memory.here if name in memory.states]
        if not memory.subject and len(named) == 1 and not own:
            ids = named
    elif word in _MANY and own:
        ids = memory.subject
    elif word in ("them", "themselves"):
        ids = memory.couple if tagged.word(phrase.start - 1) == "between" else []
    elif word == "him":  # nobody does it to himself
        last = memory.he()
        ids = last if last != memory.subject else memory.person if memory.person != memory.subject else memory.other
    elif word in _MANY:
        both = memory.pair if memory.pair and len(memory.subject) < 2 else memory.subject
        ids = memory.many or (both if len(memory.subject) > 1 or not memory.pair or _together(tagged, phrase) else [])
    elif word in PERSON:
        ids = memory.he() or ([] if memory.faceless or len(memory.subject) > 1 else memory.subject)
    elif word in _SPEAKER:
        ids = memory.speaker(tagged.doc.starts[tagged.first + phrase.start])
    elif not phrase.parties:
        _described(memory, tagged, phrase)
        return
    if ids:
        at = phrase.start
        phrase.parties.append(Party(list(ids), at, at + 1, "pronoun", "mod" if own else "head"))


def _together(tagged: Tagged, phrase: Phrase) -> bool:
    """Whether the verb behind "they" tells what two do together, or what carries it: agreed, held talks."""
    verb = next((at for at in range(phrase.end, phrase.end + 5) if tagged.tag(at) == "V"), -1)
    forms, events = tagged.forms.get(verb, ()), tagged.voc.events
    return any(
        form.name in _CARRIED if form.role == "carrier" else form.role == "event" and events[form.name].mutual
        for form in forms
    )


def _neighbour(memory: Memory) -> list[str]:
    """Whom the subject's neighbour or rival is: the other of the two, else the state told of most."""
    others = [name for name in memory.pair if name not in memory.subject]
    if len(others) == 1:
        return others
    count = Counter(n for names in memory.seen for n in names if n in memory.states and n not in memory.subject)
    most = count.most_common(2)
    return [most[0][0]] if most and (len(most) == 1 or most[0][1] > most[1][1]) else []


def _described(memory: Memory, tagged: Tagged, phrase: Phrase) -> None:
    sets, words = tagged.voc.sets, tagged.words
    start, head = words[phrase.start], words[phrase.head]
    ids: list[str] = []
    half = _HALVES.get(tagged.word(phrase.start + 1)) if start == "the" else None
    if half is not None and _korean(memory, tagged, phrase.start + 1):
        at = phrase.start + 1
        phrase.parties.append(Party([half], at, at + 1, "name", "head" if at == phrase.head else "mod"))
        return
    inner = set(words[phrase.start : phrase.end])
    if (
        "other" in inner
        and len(memory.subject) == 2
        and (words[phrase.end - 1] == "other" or "'" in inner or "’" in inner)
    ):
        phrase.parties.append(Party(list(memory.subject), phrase.start, phrase.end, "described"))
        return
    owner = words[phrase.start + 1] if start == "the" and tagged.tag(phrase.start + 2) == "G" else ""
    if owner in sets["state_words"] or owner in ("court", "tribunal"):
        whose = _state(memory, subject=False)  # backed the country's bid
        if owner in ("court", "tribunal"):
            whose = _last(memory, lambda name: name in sets["courts"], 1)
        if whose:
            phrase.parties.append(Party(whose, phrase.start, phrase.start + 2, "described", "mod"))
        return
    each = "each" in (start, tagged.word(phrase.start - 1))
    if each and head in ("side", "party", "country", "government") and len(memory.pair) == 2:
        phrase.parties.append(Party(list(memory.pair), phrase.start, phrase.end, "described"))
        return
    couple = memory.couple if set(memory.couple) <= set(memory.here) else []
    if head == "members" and start in ("the", "both") and "two" in inner and len(couple) == 2:
        phrase.parties.append(Party(list(couple), phrase.start, phrase.end, "described"))
        return
    several = head in sets["several"] or head == "two" or (start == "both" and phrase.end - phrase.start == 1)
    two = head in sets["pair_words"] and start in ("the", "these") and phrase.end - phrase.start <= 3
    crowd = start == "two" and phrase.end - phrase.start > 2  # two other crew members
    if several and not crowd and (start in ("both", "two") or (start in ("the", "these") and "two" in inner)):
        ids = _pair(memory)
        if not memory.first and set(ids) == set(memory.subject):
            ids = []  # Peru and Chile urged both sides
        if not ids and len(memory.subject) == 2 and memory.here[-1:] and memory.here[-1] not in memory.subject:
            ids = list(memory.subject)  # Peru and Chile met, prompting Bolivia to accuse the two countries
        states = [name for name in memory.here if name in memory.states]
        others = [pair for pair in memory.pairs if not set(memory.subject) & set(pair)]
        if len(memory.subject) == 1 and not memory.first and set(memory.subject) & set(ids) and others:
            apart: tuple[str, ...] = max(others, key=memory.pairs.__getitem__)
            ids = list(apart)  # the envoy warned that the two sides
        people = [*memory.person, *memory.other]
        if not ids and head in _HEADS and len(people) == len(set(people)) == 2:
            ids = people  # the two leaders: the persons last named
        if not ids and memory.first is False and len(states) == 2 and len(memory.subject) == 1:
            ids = states  # Oman's sultan received Iraq's premier and the two signed
        memory.told_of = ids
    elif two and not phrase.parties and len(memory.pair) == 2 and not inner & {"three", "four"}:
        ids = memory.told_of = memory.pair
    elif start in ("the", "all") and (count := _count(inner)) and (several or memory.listed.get(count)):
        ids = _last(memory, lambda name: name in memory.states, count) if several else []
        ids = ids or memory.listed.get(count, [])
    elif start == "the" and phrase.end - phrase.start == 2 and _rulers(memory, tagged, phrase):
        ids = list(memory.listed.values())[-1]  # the juntas
    elif (
        start == "the"
        and phrase.end - phrase.start == 2
        and tagged.word(phrase.end) != "of"
        and (named := _named_before(memory, head))
    ):
        ids = named
    elif start in ("the", "this") and phrase.end - phrase.start <= _LONGEST and phrase.of is None:
        if head in sets["group_words"]:
            ids = _last(memory, lambda name: name in memory.nonstate, 1)
        elif head in ("judges", "tribunal", "court"):
            ids = _last(memory, lambda name: name in sets["courts"], 1)
        elif head in sets["body_words"]:
            ids = _last(memory, lambda name: name in memory.organisations and name not in memory.nonstate, 1)
        elif head in tagged.voc.realms:
            ids = _last(memory, lambda name: name in tagged.voc.realms[head], 1)
        elif head in sets["state_words"] and not (
            tagged.word(phrase.end) == "in" and tagged.tag(phrase.end + 1) == "M"
        ):
            ids = _state(memory, subject=tagged.tag(phrase.end) in ("V", "X"))
    if ids:
        phrase.parties.append(Party(ids, phrase.start, phrase.end, "described"))
        phrase.event = None


_COUNTS = {word: n for n, word in enumerate(
    ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 3
)}  # fmt: skip


def _count(words: set[str]) -> int:
    """How many a phrase is of, from three on."""
    return next((n for word, n in _COUNTS.items() if word in words), 0)


def _rulers(memory: Memory, tagged: Tagged, phrase: Phrase) -> bool:
    """Whether the phrase is of those last listed: the juntas, not the governments of Mali and Niger."""
    plural = tagged.words[phrase.head] in _RULERS and tagged.word(phrase.end) not in ("of", "in")
    return plural and bool(memory.listed)


def _named_before(memory: Memory, head: str) -> list[str]:
    """Whose "the army" is: of whom an army was named in this sentence or the one before, and of nobody since."""
    when, ids = memory.heads.get(head, (0, []))
    return list(ids) if when >= len(memory.seen) - 1 else []


def _korean(memory: Memory, tagged: Tagged, at: int) -> bool:
    """Whether "the North" at a token is one of the two Koreas."""
    upper = tagged.doc.text[tagged.doc.starts[tagged.first + at]].isupper()
    return upper and any(name in ("PRK", "KOR") for names in memory.seen for name in names)


def _state(memory: Memory, *, subject: bool) -> list[str]:
    """The state that "the government" or "the junta" is of: the only one named lately, else the likelier."""
    named = {name for names in memory.seen[-2:] for name in names if name in memory.states}
    if len(named) == 1:
        return list(named)
    mine = [name for name in memory.subject if name in memory.states]
    if subject:
        return mine if len(mine) == 1 else []
    others = [name for name in memory.here if name in memory.states and name not in mine]
    return others[-1:] or (mine if len(mine) == 1 else [])


def _pair(memory: Memory) -> list[str]:
    if len(memory.pair) == 2:
        here = {name for names in memory.seen[-2:] for name in names}
        often = max(memory.pairs, key=lambda key: memory.pairs[key], default=())
        if memory.pairs.get(often, 0) > 1 and not here.issuperset(memory.pair):
            return list(often)
        return memory.pair
    return _last(memory, lambda name: name in memory.states, 2)


def _last(memory: Memory, fits: Callable[[str], bool], count: int) -> list[str]:
    """The parties of a kind named last; as many as meant, else none."""
    found: list[str] = []
    for names in reversed(memory.seen[-_BACK:]):
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
