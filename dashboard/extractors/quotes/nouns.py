"""The noun phrases that call a speaker: «مسؤول في وزارة الدفاع الإيرانية», and where they end."""

from __future__ import annotations

from ...clean.clitics import variants
from ..people.words import NAME, NOUN, VERB
from .scene import QUOTE_MARKS, Scene

# The longest phrase of an office or source, in tokens.
LONGEST_SOURCE = 10
# The longest name in quotation marks: «وكالة "الأناضول" التركية».
_NAMED = 4


def phrase(scene: Scene, at: int, end: int) -> int:
    """The end of the noun phrase that goes on at token `at`: «مسؤول | في وزارة الدفاع الإيرانية»."""
    words, limit, first = scene.doc.words, min(end, at + LONGEST_SOURCE), at
    definite = words[at - 1].removeprefix("و").startswith("ال")
    while at < limit:
        word = words[at]
        if word in QUOTE_MARKS:
            close = _named(scene, at, end)
            if close is None:
                break
            at, definite = close + 1, True
            continue
        if not word[0].isalpha() or word in scene.words.clause:
            break
        if word in scene.words.leads and word not in scene.words.inner:
            break
        if word in scene.words.times or word in scene.words.saying_nouns or word in scene.words.relatives:
            break
        index = scene.at.get(at)
        if index is not None:
            mention = scene.mentions[index]
            if mention.kind == "person" or (scene.is_news(index) and word[0] == "ل"):
                break
            clitic = not scene.clean_start(at, index)
            if definite and not clitic and not word.startswith("ال") and words[at - 1] not in scene.words.inner:
                break  # «وزير الخارجية المصري | مصر»
            at = scene.ends[index]
            definite = definite or not (mention.via == "demonym" and not word.startswith("ال"))
            continue
        if word in scene.words.inner:
            if at + 1 >= limit or words[at + 1] in scene.words.occasions:
                break
            if word != "باسم" and not _names_body(scene, at + 1):
                break
            at, definite = at + 1, False
            continue
        if word in scene.words.functions or scene.cues[at] is not None:
            break
        article = word.startswith(("ال", "لل", "وال")) and not word.startswith(scene.words.rooted)
        if definite and not article and not (word[0] == "ل" and _body(scene, word[1:])):
            break  # «وصف المتحدث | تصريح», «أكد ولي العهد | حرص»
        if definite and at > first and words[at - 1].startswith("ال") and _another(scene, first, word):
            break  # «المندوبة الأمريكية | القوات الروسية»
        if _clitic(scene, word) or _verb(scene, word):
            break
        if not definite and _construct(scene, first, at, limit):
            break  # «مسؤولون | إغلاق المرفأ»
        definite = definite or word.startswith("ال")
        at += 1
    return at


def _another(scene: Scene, first: int, word: str) -> bool:
    """Whether a definite word is a body of its own, or a plural behind a singular, and no adjective."""
    head = scene.doc.words[first - 1].removeprefix("و")
    return head.startswith("ال") and word in scene.words.sources and word not in scene.words.offices


def _construct(scene: Scene, first: int, at: int, limit: int) -> bool:
    """Whether a noun with another one behind it begins the verb's object, as no source is called so."""
    words = scene.doc.words
    if at + 1 >= limit or not words[at + 1].startswith("ال") or words[at].startswith("ال") or _body(scene, words[at]):
        return False
    if words[at - 1] in scene.words.inner or (at == first and words[at - 1] not in scene.words.sources):
        return False
    return words[first - 1] not in scene.words.offices and bool(scene.words.language.kind(words[at]) & NOUN)


def _verb(scene: Scene, word: str) -> bool:
    """Whether a word is a verb and no noun: «وثيقة | اطلعت عليها الوكالة»."""
    kind = scene.words.language.kind(word)
    return bool(kind & VERB) and not kind & (NOUN | NAME) and word[0] != "م"


def _named(scene: Scene, mark: int, end: int) -> int | None:
    """Where a name in marks ends that belongs to «وكالة», «صحيفة» or «حزب» before it."""
    words = scene.doc.words
    if words[mark - 1] not in scene.words.titles_before:
        return None
    for token in range(mark + 1, min(end, mark + _NAMED + 2)):
        if words[token] == QUOTE_MARKS[words[mark]]:
            return token
    return None


def _clitic(scene: Scene, word: str) -> bool:
    """Whether ل or ب begins the word and nothing known as a body of men follows it."""
    if word[0] not in "لب" or len(word) < 4:
        return False
    rest = word[1:]
    if rest in scene.words.occasions:
        return True
    if _body(scene, rest) or _body(scene, "ال" + word[2:]):
        return False
    return word[0] == "ب" or word[:2] == "لل" or rest.startswith("ال")


def _names_body(scene: Scene, at: int) -> bool:
    """Whether an institution, a place or a known source begins at token `at`."""
    return at in scene.at or any(_body(scene, form) for _, form in variants(scene.doc.words[at]))


def _body(scene: Scene, form: str) -> bool:
    if form in scene.words.bodies:
        return True
    return form in scene.words.sources or form in scene.words.offices or f"ال{form}" in scene.words.sources


def surface(scene: Scene, first: int, end: int, joined: bool) -> str:
    text = scene.doc.surface(first, end)
    return " ".join((text[1:] if joined else text).split())
