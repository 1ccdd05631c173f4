"""Speakers whom nothing lists, taken as written: what stands between a verb of saying and what is said."""

from __future__ import annotations

from ..people.words import COMMON, FUNCTION, NAME, NOUN, TITLE, VERB
from . import gap, naming
from .nouns import surface
from .scene import COMMAS, QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue

# Of several, some: they speak too.
_SOME = {"بعضهم", "احدهم", "احداهن", "احداهم", "معظمهم", "كلاهما"}
# What no subject ends with: «قال شخصيا», «قال معلقين».
_ACCUSATIVE = ("ا", "ين")
# The most words of a name, and of a noun phrase before «إن».
_NAME, _PHRASE = 4, 7


def after(scene: Scene, at: int, end: int, cue: Cue) -> tuple[Speaker, int] | None:
    """(speaker, token behind it) where a verb's subject at token `at` is no known name, office or source."""
    words = scene.doc.words
    plain = at + 1 < end and len(words[at]) > 1 and words[at][0].isalpha() and words[at] not in scene.words.clause
    if plain and _closed(scene, at + 1, end):
        known = naming.surname(scene, words[at : at + 1], at)
        if known is not None:
            return known, at + 1
    human = cue.lemma in scene.words.human
    if human and words[at] in scene.words.these and at + 2 < end and _opens(scene, at + 2):  # «يضيف هذا العالم "…"»
        return Speaker(surface(scene, at + 1, at + 2, False), None, (words[at + 1],)), at + 2
    somebody = _somebody(scene, at, end) if cue.lemma == "قال" else None
    if somebody is not None:
        return somebody
    stop = _stop(scene, at, min(end, at + _PHRASE + 1))
    if stop is None or stop == at:
        return None
    length = stop - at
    known = naming.surname(scene, words[at:stop], at)
    if known is not None and stop < end and (_opens(scene, stop) or _aside(scene, stop)):
        return known, stop
    opens = stop < end and _clause(scene, stop, cue)
    alone = length == 1 and cue.lemma in scene.words.human and words[at].startswith("ال")
    if alone and stop + 1 < end and words[stop] in COMMAS and words[stop + 1] in ("وهو", "وهي"):
        return Speaker(surface(scene, at, stop, False), None, (words[at],)), stop
    if length <= _NAME and name(scene, at, stop) and _closed(scene, stop, end):
        return Speaker(surface(scene, at, stop, False), None, tuple(words[at:stop])), stop
    asserts = cue.lemma in scene.words.asserting and not cue.feminine and words[at].startswith("ال")
    speaks = opens and (human or asserts)
    speaks = speaks or (cue.lemma == "قال" and stop < end and _aside(scene, stop) and words[at].startswith("ال"))
    speaks = speaks or (human and words[at].startswith("ال") and length < 4 and stop < end and _opens(scene, stop))
    if not speaks or words[at][0] in "لب" and len(words[at]) > 4:
        return None
    return Speaker(surface(scene, at, stop, False), None, tuple(words[at:stop])), stop


def _somebody(scene: Scene, at: int, end: int) -> tuple[Speaker, int] | None:
    """«متظاهر في الخمسين من عمره: "…"», «أستاذة في الجامعة، طلبت عدم نشر اسمها، إن», «بعضهم إن»: whoever says so."""
    words, first, vocabulary = scene.doc.words, scene.doc.words[at], scene.words
    if len(first) < 2:
        return None
    if first in _SOME:
        stop: int | None = at + 1
    else:
        kind = vocabulary.language.kind(first)
        led = first[0] in "لبك" and (first.startswith("لل") or vocabulary.language.kind(first[1:]))
        unknown = not kind and not led  # «يقول بانتظام», «يقول للنساء»
        noun = unknown or kind & TITLE or (kind & NOUN and not kind & VERB)
        plain = noun and not kind & FUNCTION and not first.startswith("ال")
        listed = (vocabulary.vague, vocabulary.occasions, vocabulary.leads, vocabulary.times, vocabulary.saying_nouns)
        if not plain or first.endswith(_ACCUSATIVE) or any(first in words_of for words_of in listed):
            return None
        stop = _stop(scene, at, min(end, at + _PHRASE + 1))
    if stop is None or not at < stop < end:
        return None
    goes_on = words[stop] in COMMAS or words[stop] in vocabulary.inner or words[stop] in ("من", ":")
    opener = gap.opening(scene, stop, end) if goes_on or _opens(scene, stop) else None
    if opener is None or not _opens(scene, opener):
        return None
    named = (scene.at.get(token) for token in range(stop, opener))
    if any(index is not None and scene.mentions[index].kind == "person" for index in named):
        return None  # «محرر الملاحة في الإذاعة، سامي الزنتاني، إن»
    return Speaker(surface(scene, at, stop, False), None, tuple(words[at:stop])), stop


def _clause(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the verb's clause begins at the token, or behind its preposition there: «أشار الشاب | إلى أنه»."""
    words = scene.doc.words
    if words[at] in scene.words.governed.get(cue.lemma, ()) and at + 1 < len(words):
        at += 1
    return words[at] in scene.words.clause


def _stop(scene: Scene, at: int, limit: int) -> int | None:
    """Where the words that may call a speaker end: at a mark, a clause or a function word."""
    words = scene.doc.words
    for token in range(at, limit):
        word = words[token]
        if not word[0].isalpha() or word in scene.words.clause or word in scene.words.leads:
            return token
        if token > at and word in scene.words.saying_nouns:
            return token
        if token > at and word in scene.words.offices and word.startswith("ال"):
            return token  # «قالت X المتحدثة باسم Y»
        if word in scene.words.functions or scene.cues[token] is not None:
            if token == at or not _office_follows(scene, token + 1):
                return token
            continue  # «رو كانا، عضو مجلس النواب»: whatever else the word may be
        if word in scene.words.vague or word in scene.words.times or word in scene.words.these:
            return None if token == at else token
        index = scene.at.get(token)
        if index is not None and scene.is_news(index):
            return token
        if word[0] == "ل" and token > at and len(word) > 4 and scene.words.language.kind(word[1:]) & COMMON:
            return token
    return None


def _office_follows(scene: Scene, at: int) -> bool:
    words = scene.doc.words
    return at + 1 < len(words) and words[at] in COMMAS and words[at + 1] in scene.words.offices


def name(scene: Scene, at: int, stop: int) -> bool:
    """Whether the words may be a person's name: none is the language's own, or the first is a listed one."""
    if stop <= at:
        return False
    language = scene.words.language
    kinds = [language.kind(word) for word in scene.doc.words[at:stop]]
    first = scene.doc.words[at]
    if at in scene.at and scene.mentions[scene.at[at]].kind == "person":
        return True
    if at in scene.at or first in scene.words.offices or kinds[0] & (FUNCTION | TITLE) or first.startswith("ال"):
        return False
    rest = kinds if not _office_follows(scene, stop) else kinds[:-1]
    if any(kind & FUNCTION and not kind & NAME for kind in rest):
        return False
    if not kinds[0] & NAME and any(kind & VERB and not kind & NAME for kind in rest):
        return False
    if kinds[0] & COMMON and not (kinds[0] & NAME and stop - at > 1):
        return False
    if not kinds[0] & NAME and language.common(first):
        return False
    return len(first) > 1


def _closed(scene: Scene, stop: int, end: int) -> bool:
    return stop < end and (_opens(scene, stop) or _aside(scene, stop))


def _opens(scene: Scene, at: int) -> bool:
    """Whether a statement begins at token `at`."""
    words = scene.doc.words
    at += words[at] in scene.words.saying_nouns and at + 1 < len(words)  # «نقلت عن X | تأكيده أن»
    return words[at] in scene.words.clause or words[at] == ":" or (words[at] in QUOTE_MARKS and scene.doc.spaced[at])


def _aside(scene: Scene, at: int) -> bool:
    """Whether a comma and an office, a relative or an occasion stand at token `at`, or the occasion alone."""
    words = scene.doc.words
    comma = words[at] in COMMAS
    at += comma
    if at + 1 >= len(words):
        return False
    word = words[at]
    if word in scene.words.relatives or (word in scene.words.offices and word.startswith("ال")):
        return True
    if comma and (word in scene.words.offices or word in scene.words.asides or word in scene.words.leads):
        return True
    return word in scene.words.inner and words[at + 1] in scene.words.occasions
