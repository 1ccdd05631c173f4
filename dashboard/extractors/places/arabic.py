"""Arabic places that no list knows: an unknown word behind a noun of place, a name in quotation marks, «أم X», and
behind a noun of nature or of a site also a common word with ال («صحراء الأزرق»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ...clean.clitics import readings, variants
from ...clean.document import Document
from ...clean.fold import remembered
from ...lexicon import Lexicon
from ...lexicon.cues import offset
from ...model import Candidate
from ..people.words import BEFORE, COMMON, FUNCTION, NAME, TITLE, VERB, Words, words_of
from .named import nouns, place

# Behind «منطقة», «إقليم» a participle (خاضعة, مشتعل), a verb (تبعد) or ل with a noun (لمحاكاة) describes it.
_DESCRIBES = re.compile(r"\wا\w\wه|م\wت\w\wه?|[تي]\w{3}|ل\w{4,}ه")
_ADJECTIVE = re.compile(r"\wا\w\wه?|م\wت\w{1,2}ه?")
# Past verbs of derived stems and of who is feminine: «مخيم تحصنت به», «مجلس مضيق انعقد». Names begin with أ or إ.
_PAST = re.compile(r"ا(?:ن\w{3}|\wت\w{2}|ست\w{3})ت?|ت\w{3}ت")
# «جبل الأكراد», but «مخيم اللاجئين», «وادي الحيوانات», «صحراء العربية».
_PLURAL = re.compile(r".+(?:ين|ون|ات|يه)")
# Present verbs, what bears a pronoun or a clitic and ال, participles: «غابة يكسوها», «قاعدة معجبين», «مدينة مأهولة».
_NO_NAME = re.compile(
    r"[يت]ت\w+|مت\w{3,4}|م\w\wو\wه|\w{3,}(?:ها|هم)|(?:وب|ول|[وبل])ال\w+|لل\w+|(?:م\w{3,}|\wا\w\w)(?:ين|ون|ات)"
)
_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')
_QUOTED = 3


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Names behind a noun of place where nothing stands that `candidates` know, and their later bare mentions."""
    spans = list(_spans(doc, lexicon))
    if not spans:
        return []
    taken = {token for c in candidates if not c.weak for token in range(c.first, c.end)}
    weak = {(c.first, c.end) for c in candidates if c.weak}
    found: list[Candidate] = []
    for first, name, end, start in spans:
        known = any(i <= name and stop >= end for i, stop in weak)  # «مخيم البريج»: the town's name is known
        if not known and taken.isdisjoint(range(first, end)):
            found.append(place(doc, first, end, start, candidates))
            taken.update(range(first, end))
    return sorted([*found, *_again(doc, lexicon, found, taken)], key=lambda c: c.start)


def _spans(doc: Document, lexicon: Lexicon) -> Iterator[tuple[int, int, int, int]]:
    """(first token, the name's first without the noun, end, where its letters start) of what a noun of place, or where
    it lies, shows to be a name."""
    data, words = nouns(lexicon), words_of(lexicon)
    openings = _openings(lexicon)
    for noun in doc.where(openings):
        opening, at = openings(doc.words[noun]), noun + 1
        if opening is None or at == len(doc.words) or doc.sentence_of[at] != doc.sentence_of[noun]:
            continue
        kind, cut, form = opening
        if kind == "within":
            if _lies(doc, at, words, data):
                yield at, at, at + 1, doc.starts[at]
            continue
        feature, near = kind == "feature", kind == "beside"
        if feature and "أ" in doc.text[doc.starts[noun] : doc.ends[noun]]:  # «وأدى الهجوم» is no وادي
            continue
        if noun and f"{doc.words[noun - 1]} {doc.words[noun]}" in data["said"]:  # «من ناحية غسيل الأموال»
            continue
        if form in data["bases"] and not _military(doc, at, data):
            continue
        end = None if near else _quoted(doc, at, words) or _compound(doc, at, words, data["openers"])
        if end is None:
            end = _beside(doc, at, words, data) if near else _behind(doc, at, words, data, form)
        if end is None:
            continue
        if feature:
            yield noun, at, end, offset(doc, noun, cut)
        elif doc.words[at] in _OPENING:
            yield at + 1, at + 1, end - 1, doc.starts[at + 1]
        else:
            yield at, at, end, doc.starts[at]


@lru_cache(maxsize=2)
def _openings(lexicon: Lexicon) -> Callable[[str], tuple[str, int, str] | None]:
    """A look-up of how a word opens a name: (as which list's, letters of clitics, the form of a feature), or None."""
    data = nouns(lexicon)

    @remembered
    def opening(word: str) -> tuple[str, int, str] | None:
        for cut, form in variants(word):
            if form in data["features"]:
                return "feature", cut, form
        if word in data["beside"]:
            return "beside", 0, ""
        if not data["heads"].isdisjoint(readings(word)):
            return "head", 0, ""
        return ("within", 0, "") if word in data["within"] else None

    return opening


def _wordlike(word: str) -> bool:
    return len(word) > 3 and word[0].isalpha() and not word.isascii()


def _behind(doc: Document, at: int, words: Words, data: dict[str, frozenset[str]], noun: str) -> int | None:
    """The end of an unknown word's name at token `at`; of a common one with ال too behind the nouns of `articled`."""
    word = doc.words[at]
    kind = words.kind(word)
    if not _wordlike(word) or kind & TITLE or word in data["ordinary"]:
        return None
    if _used(doc, at, words):
        named = noun in data["articled"] and word.startswith("ال") and len(word) > 4
        return at + 1 if named and not _PLURAL.fullmatch(word) and not kind & (VERB | FUNCTION) else None
    # «صحراء قاحلة», «مخيم مكتظ», «مخيم تحصنت به»
    past = doc.text[doc.starts[at]] in "ات" and _PAST.fullmatch(word)
    described = bool(noun) and not kind & NAME and (past or _ADJECTIVE.fullmatch(word))
    # «قاعدة مربعة»: an unknown adjective agrees with its noun.
    agrees = noun.endswith(("ه", "اء")) and not word.startswith("ال") and doc.text[doc.ends[at] - 1] == "ة"
    return None if described or agrees or _NO_NAME.fullmatch(word) else at + 1


def _beside(doc: Document, at: int, words: Words, data: dict[str, frozenset[str]]) -> int | None:
    """The end of the name at token `at` behind «قرب», «منطقة»: an unknown word without ال that is nobody's name."""
    word = doc.words[at]
    if not _wordlike(word) or words.kind(word) & (TITLE | NAME) or word in data["ordinary"] or _used(doc, at, words):
        return None
    return None if word.startswith("ال") or _DESCRIBES.fullmatch(word) or _NO_NAME.fullmatch(word) else at + 1


def _military(doc: Document, at: int, data: dict[str, frozenset[str]]) -> bool:
    """Whether the name at token `at` bears ال or marks, or its sentence tells of arms: «قاعدة» is a rule and a base of
    data, customers and voters too."""
    if doc.words[at].startswith("ال") or doc.words[at] in _OPENING or doc.words[at] in data["openers"]:
        return True
    first, end = doc.bounds[doc.sentence_of[at]]
    return any(stem in word for word in doc.words[first:end] for stem in data["arms"])


def _lies(doc: Document, at: int, words: Words, data: dict[str, frozenset[str]]) -> bool:
    """«في لوردس قرب العاصمة»: an unknown word between a preposition and where it lies."""
    if at + 1 >= len(doc.words) or doc.words[at + 1] not in data["lies"]:
        return False
    return _beside(doc, at, words, data) is not None and doc.sentence_of[at + 1] == doc.sentence_of[at]


def _used(doc: Document, at: int, words: Words) -> bool:
    """Whether the language uses the word; a verb before a demonym (بلدة أدري التشادية) is none."""
    word, behind = doc.words[at], doc.words[at + 1] if at + 1 < len(doc.words) else ""
    if words.kind(word) & COMMON == VERB and behind.startswith("ال") and behind.endswith("يه"):
        return False
    return words.common(word)


def _quoted(doc: Document, at: int, words: Words) -> int | None:
    """The end of a name in quotation marks of which one word at least is none of the language's."""
    if doc.words[at] not in _OPENING:
        return None
    for end in range(at + 2, min(at + 2 + _QUOTED, len(doc.words))):
        if doc.words[end] in _CLOSING:
            inside = doc.words[at + 1 : end]
            unknown = any(not words.common(word) for word in inside)
            return end + 1 if unknown and all(word[0].isalpha() and not word.isascii() for word in inside) else None
    return None


def _compound(doc: Document, at: int, words: Words, openers: frozenset[str]) -> int | None:
    """The end of «أم الرصاص», «عين زارة», «سان خوليان»."""
    behind = at + 1
    if doc.words[at] not in openers or behind >= len(doc.words) or doc.sentence_of[behind] != doc.sentence_of[at]:
        return None
    word = doc.words[behind]
    if len(word) < 3 or not word[0].isalpha() or word.isascii() or words.kind(word) & (FUNCTION | TITLE):
        return None
    named = word.startswith("ال") or words.kind(word) & (NAME | BEFORE) or not words.common(word)
    return behind + 1 if named else None


def _again(doc: Document, lexicon: Lexicon, found: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Later bare mentions of a place whose name no language uses: «بلدة أدري … وصلوا إلى أدري»."""
    data, words = nouns(lexicon), words_of(lexicon)
    names = {
        doc.words[one.first]: one
        for one in found
        if one.end == one.first + 1 and len(doc.words[one.first]) > 3 and not words.common(doc.words[one.first])
        and not words.kind(doc.words[one.first]) & NAME
    }  # fmt: skip
    for at in range(1, len(doc.words)) if names else ():
        one = names.get(doc.words[at])
        if one is not None and at > one.first and at not in taken and doc.words[at - 1] in data["toward"]:
            yield Candidate(at, at + 1, doc.starts[at], doc.ends[at], one.entry, "place.noun.again", 0.65)
