"""Whether a further word belongs to the phrase that calls a speaker, or begins what is said or who is told."""

from __future__ import annotations

from ..people.words import NOUN
from .scene import Scene

# «أحد مستشاري الرئيس X»: the phrase goes on to its end.
ONE_OF = ("احد", "احدي", "بعض", "كبار")


def agrees(scene: Scene, before: str, word: str) -> bool:
    """Whether a definite word may be the adjective of the one before: «اللجنة العليا», not «اللجنة المقياس»."""
    if not (before.startswith("ال") and word.startswith("ال")):
        return True
    if before in scene.words.offices and not before.endswith("اء"):
        return before.endswith("ه") or not word.endswith("ه")
    return not before.endswith("ه") or word[-1] in "هايي"


def another(scene: Scene, first: int, word: str) -> bool:
    """Whether a definite word is a body of its own, or a plural behind a singular, and no adjective."""
    head = scene.doc.words[first - 1].removeprefix("و")
    return head.startswith("ال") and word in scene.words.sources and word not in scene.words.offices


def heads(scene: Scene, at: int, limit: int) -> bool:
    """Whether a noun behind a plural in ون has its own genitive or number, so that it goes on no source."""
    words = scene.doc.words
    plural = words[at - 1].endswith("ون") and (words[at - 1] in scene.words.sources or at in scene.ending)
    if not plural or words[at].endswith("ون") or at + 1 >= limit:
        return False
    counted = words[at + 1] in scene.words.functions and words[at + 1] not in scene.words.inner | scene.words.clause
    return counted or words[at + 1].startswith("ال") or words[at + 1].isdigit() or at + 1 in scene.at


def construct(scene: Scene, first: int, at: int, limit: int) -> bool:
    """Whether a noun with another one behind it begins the verb's object, as no source is called so."""
    words = scene.doc.words
    if at + 1 >= limit or words[at].startswith("ال") or body(scene, words[at]):
        return False
    described = scene.ending.get(at)  # «مصادر فلسطينية | سقوط 18 قتيلا»
    counted = words[at + 1].isdigit() or at + 1 in scene.at
    if not words[at + 1].startswith("ال") and not (described is not None and counted):
        return False
    if (
        words[at - 1] in scene.words.inner
        or words[at - 1] in ONE_OF
        or (at == first and words[at - 1] not in scene.words.sources)
    ):
        return False
    return words[first - 1] not in scene.words.offices and bool(scene.words.language.kind(words[at]) & NOUN)


def purpose(scene: Scene, first: int, at: int, limit: int) -> int:
    """How many words say what a body is for: «المجلس الدولي | لزيت الزيتون», «الهيئة العليا | للانتخابات»."""
    words, head = scene.doc.words, scene.doc.words[first - 1].removeprefix("و").removeprefix("ال")
    word = words[at]
    called = scene.cues[first - 2] if first > 1 else None
    if head not in scene.words.chartered or word[0] != "ل" or not words[at - 1].startswith("ال") or len(word) < 4:
        return 0
    if word.endswith(("ين", "يه")) or (called is not None and called.lemma == "دعا"):
        return 0  # «أعلنت الوكالة للصحافيين»
    if word.startswith("لل"):
        return 1 if at > first else 0
    return 2 if at + 1 < limit and words[at + 1].startswith("ال") and scene.words.language.kind(word[1:]) & NOUN else 0


def body(scene: Scene, form: str) -> bool:
    if form in scene.words.bodies:
        return True
    return form in scene.words.sources or form in scene.words.offices or f"ال{form}" in scene.words.sources
