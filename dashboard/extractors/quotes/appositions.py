"""A person and an office that stand together: «وزير النقل، X،», «X، المتحدث باسم الوزارة،», «محامي X»."""

from __future__ import annotations

from ..people.words import FUNCTION, NOUN, TITLE
from . import naming, written
from .gap import closing, is_speech
from .nouns import phrase, surface
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene, Speaker

# The longest phrase that calls a speaker, in tokens; offices with two ministries reach this.
_LONGEST = 18
# The most words of an unlisted name between commas behind an office.
_NAME = 4


def person_ahead(scene: Scene, at: int, end: int) -> tuple[Speaker, int] | None:
    """The person whose office begins at token `at`: nothing but the office, and a comma, stands before the name."""
    words, passed = scene.doc.words, at
    for token in range(at + 1, min(end, at + _LONGEST)):
        if token <= passed:
            continue
        word = words[token]
        if word in QUOTE_MARKS:
            close = closing(scene, token)
            titled = close is not None and close + 1 < end and words[close + 1] in scene.words.offices
            if titled or not is_speech(scene, token):  # «المتحدث باسم "تحالف الشعب" العقيد X»
                passed = close or token
                continue
        if word in scene.words.clause or word in QUOTE_MARKS or word == ":" or word in scene.words.relatives:
            return None
        if word in scene.words.occasions or word in scene.words.times:
            return None
        index = scene.at.get(token)
        if index is not None and scene.mentions[index].kind == "person":
            mention = scene.mentions[index]
            start = mention.start or 0
            office = scene.doc.text[scene.doc.starts[at] : start].strip(" ،,\n\t")
            if mention.role and not _same(office, mention.role):
                return None
            between = words[token - 1] in COMMAS and words[min(scene.ends[index], end - 1)] in COMMAS
            if not mention.role and token - at > 2 and not between and not _whole(scene, at, token):
                return None
            if _genitive(scene, at, token, mention.role):  # «محامي X»
                stop = scene.ends[index]
                return Speaker(surface(scene, at, stop, False), None, tuple(words[at:stop])), stop
            return named(scene, index, end)
    return None


def named(scene: Scene, index: int, end: int) -> tuple[Speaker, int]:
    """The person of a mention, with an unlisted family name behind a given one, and what stands in apposition."""
    words, stop = scene.doc.words, scene.ends[index]
    speaker = scene.speaker(index)
    alone = len(speaker.name.split()) == 1 and stop + 1 < end and stop not in scene.at
    if alone and words[stop][0].isalpha() and scene.cues[stop] is None and words[stop] not in scene.words.leads:
        closed = words[stop + 1] in COMMAS or words[stop + 1] in scene.words.clause
        known = scene.words.language.kind(words[stop]) & (FUNCTION | NOUN | TITLE)
        if closed and not known and not words[stop].startswith("ال"):
            first = scene.doc.token_at(scene.mentions[index].start or 0)
            name = surface(scene, first, stop + 1, not scene.clean_start(first, index))
            speaker, stop = Speaker(name, index, speaker.called), stop + 1
    return speaker, past_apposition(scene, stop, end)


def _whole(scene: Scene, at: int, end: int) -> bool:
    """Whether the words before a name are one office: «وزير الخارجية وشؤون المغتربين الأردني»."""
    token = phrase(scene, at + 1, end)
    while token < end and scene.doc.words[token][0] == "و" and scene.cues[token] is None:
        token = phrase(scene, token + 1, end)
    return token >= end


def _genitive(scene: Scene, at: int, end: int, role: str | None) -> bool:
    """Whether an office belongs to the one named behind it: no rank, nothing definite, nobody's title."""
    words = scene.doc.words
    bare = end == at + 1 and not words[at].startswith("ال") and words[at] in scene.words.owned
    return bare and (role is None or " " not in role)


def _same(office: str, role: str) -> bool:
    """Whether the words before a name are its role, give or take a conjunction and a form of address."""
    office = office.lstrip("وف") if not role.startswith(("و", "ف")) else office
    return office.endswith(role) or role.endswith(office)


def apposed(scene: Scene, at: int, end: int, *, plain: bool = False) -> tuple[Speaker, int] | None:
    """An unlisted name between commas behind an office and its place: «المرشح في صور، X، أن».

    With `plain`, what stands before is no office («الدولي المغربي السابق، X، أن»): definite words and a listed name.
    """
    words = scene.doc.words
    comma = next((i for i in range(at + 1, min(end, at + _LONGEST)) if not words[i][0].isalpha()), None)
    if comma is None or words[comma] not in COMMAS:
        return None
    definite = all(words[i].startswith("ال") for i in range(at, comma))
    comma += words[comma + 1 : comma + 2] != [] and words[comma + 1] in scene.words.offices  # «، السفير X،»
    if any(scene.cues[i] is not None or words[i] in scene.words.clause for i in range(at + 1, comma)):
        return None
    stop = next((i for i in range(comma + 1, min(end, comma + _NAME + 2)) if not words[i][0].isalpha()), None)
    if stop is None or stop == comma + 1 or words[stop] not in (*COMMAS, ":"):
        return None
    if not written.name(scene, comma + 1, stop):
        return None
    if plain and scene.at.get(comma + 1) is None:
        return None
    behind = next(iter(words[stop + 1 : stop + 2]), "")
    if plain and not definite and behind != ":" and behind not in scene.words.clause:
        return None  # «محرر الشؤون البحرية في الإذاعة، X، إن»
    called = tuple(words[comma + 1 : stop])
    known = naming.surname(scene, called, at)
    return known or Speaker(surface(scene, comma + 1, stop, False), None, called), stop + (words[stop] in COMMAS)


def past_apposition(scene: Scene, at: int, end: int) -> int:
    """Behind «، المتحدث باسم الكرملين،» where that stands after a name."""
    words = scene.doc.words
    if at < end and words[at] == "(":  # «X (65 عاما)»
        close = next((i for i in range(at, min(end, at + 8)) if words[i] == ")"), None)
        at = close + 1 if close is not None else at
    if at + 1 < end and words[at] in COMMAS and words[at + 1] in scene.words.offices:
        for token in range(at + 2, min(end, at + _LONGEST)):
            if words[token] in COMMAS:
                return token + 1
            if words[token] in scene.words.clause or words[token] in STOPS or words[token] == ":":
                return token
            if words[token] in QUOTE_MARKS and is_speech(scene, token):
                return token
    elif at < end and words[at] in scene.words.offices:
        return phrase(scene, at + 1, end)
    return at
