"""The noun phrases that call a speaker: «مسؤول في وزارة الدفاع الإيرانية», and where they end."""

from __future__ import annotations

from ...clean.clitics import variants
from ..people.words import NAME, NOUN, VERB
from .agreement import ONE_OF, agrees, another, body, construct, heads, purpose
from .scene import QUOTE_MARKS, Scene

# The longest phrase of an office or source, in tokens.
LONGEST_SOURCE = 10
# The longest name in quotation marks: «وكالة "الأناضول" التركية».
_NAMED = 4
# Whose place of work «في» may open: «مصدر في خفر السواحل».
_OFFICIALS = ("مصدر", "مصادر", "مسؤول", "متحدث", "ضابط", "ناشط")
# Plurals with these endings stand in no construct.
_WHOLE = ("يون", "يين", "ولون", "ولين")


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
        general = word == "العام" and words[at - 1] in scene.words.offices  # «المدير العام»
        if (word in scene.words.times and not general) or word in scene.words.saying_nouns:
            break
        if word in scene.words.relatives:
            break
        index = scene.at.get(at)
        if index is not None:
            mention = scene.mentions[index]
            one = words[first - 1].removeprefix("و") in ONE_OF and words[at - 1] in scene.words.offices
            if (mention.kind == "person" and not one) or (scene.is_news(index) and word[0] == "ل"):
                break
            clitic = not scene.clean_start(at, index)
            if not clitic and words[at - 1].endswith(_WHOLE) and mention.via in ("name", "capital"):
                break  # «دبلوماسيون غربيون | موسكو»
            named = (
                (mention.kind == "organization" or mention.via in ("name", "capital"))
                and word.startswith("ال")
                and word[-1] not in "يه"
            )
            if named and words[at - 1].startswith("ال"):
                break  # «المدعون | البنك الدولي»
            if definite and not clitic and not word.startswith("ال") and words[at - 1] not in scene.words.inner:
                break  # «وزير الخارجية المصري | مصر»
            at = scene.ends[index]
            definite = definite or not (mention.via == "demonym" and not word.startswith("ال"))
            continue
        if word in scene.words.inner:
            if at + 1 >= limit or words[at + 1] in scene.words.occasions:
                break
            if word != "باسم" and not _names_body(scene, at + 1) and not (word == "في" and _service(scene, at, end)):
                break
            at, definite = at + 1, False
            continue
        dual = words[first - 1].endswith("ان") and word[-1] == "ا" and scene.words.cue(word[:-1]) is not None
        if dual or scene.cues[at] is not None or (word in scene.words.functions and word not in scene.words.modifiers):
            break
        article = word.startswith(("ال", "لل", "وال")) and not word.startswith(scene.words.rooted)
        if definite and not article and not (word[0] == "ل" and body(scene, word[1:])):
            break  # «وصف المتحدث | تصريح», «أكد ولي العهد | حرص»
        if word.endswith("ين") and words[first - 1].startswith("ال") and words[first - 1] in scene.words.offices:
            break  # «دعا الأمين العام | المجتمعين»
        head = words[first - 1].removeprefix("و")
        female = head.startswith("ال") and head.endswith("ه") and head in scene.words.offices
        if article and female and word[-1] not in "هايي":
            break  # «ألقت المتحدثة الأميركية | الضوء»
        plain = at == first or words[at - 2] in scene.words.inner
        if plain and not agrees(scene, words[at - 1], word):
            break  # «رفضت المنظمة | المقياس»
        if (
            definite
            and words[at - 1].startswith("ال")
            and (at > first or word[-1] != "ه")
            and another(scene, first, word)
        ):
            break  # «المندوبة الأمريكية | القوات الروسية»
        charter = purpose(scene, first, at, limit)
        if charter:
            at, definite = at + charter, True
            continue
        if _clitic(scene, word) or _verb(scene, word):
            break
        if not definite and construct(scene, first, at, limit):
            break  # «مسؤولون | إغلاق المرفأ»
        if not definite and heads(scene, at, limit):
            break  # «ناشطون | مقتل 40 شخصا»
        definite = definite or word.startswith("ال")
        at += 1
    return at


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
    if word[0] == "ب" and word[1:3] != "ال" and scene.words.language.kind(word) & (NOUN | NAME):
        return False  # «بوست», «بيان»
    rest = word[1:]
    if rest in scene.words.occasions:
        return True
    if body(scene, rest) or body(scene, "ال" + word[2:]):
        return False
    return word[0] == "ب" or word[:2] == "لل" or rest.startswith("ال")


def _names_body(scene: Scene, at: int) -> bool:
    """Whether an institution, a place or a known source begins at token `at`."""
    return at in scene.at or any(body(scene, form) for _, form in variants(scene.doc.words[at]))


def _service(scene: Scene, at: int, end: int) -> bool:
    """Whether «في» behind a source opens where that one works: «مصدر | في خفر السواحل»."""
    words = scene.doc.words
    if at + 2 >= end or not words[at + 2].startswith("ال") or not words[at - 1].startswith(_OFFICIALS):
        return False
    plain = words[at + 1] not in scene.words.leads | scene.words.times | scene.words.functions
    return plain and not words[at + 1].startswith("ال") and not scene.words.language.kind(words[at + 1]) & VERB


def surface(scene: Scene, first: int, end: int, joined: bool) -> str:
    text = scene.doc.surface(first, end)
    return " ".join((text[1:] if joined else text).split())
