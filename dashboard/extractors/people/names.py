"""The span of a name: where it begins is given, where it ends is read from its words."""

from __future__ import annotations

from .closing import MANNER, closed_noun, closing, described_noun, enclosed, family
from .parts import following, follows
from .scene import BRACKETS, COMMAS, Scene
from .words import ASIAN, BEFORE, COMMON, FUNCTION, GIVEN, NAME, SURNAME, TITLE, VERB, WEAK

# How much the words before say that a name comes: nothing; a verb of saying; a title or office.
BARE, SAID, TITLED = 1, 2, 3
_LONGEST = 9


def surely_given(kind: int) -> bool:
    """Whether a word's kind is a given name that is no word besides."""
    return bool(kind & GIVEN) and not kind & WEAK


def parse(scene: Scene, first: int, strength: int, *, cut: int = 0) -> int | None:
    """The end token of the name that begins at `first`, or None where no name begins there.

    `cut`: letters of clitics on the first word, which is then judged without them.
    """
    words, doc = scene.words, scene.doc
    word = doc.words[first][cut:]
    kind = words.kind(word) if cut else scene.kinds[first]
    opening = _opening(scene, first, word, kind, strength)
    if opening is None:
        return enclosed(scene, first) if strength > BARE else None
    end, parts = opening, 1
    sentence = scene.sentence(first)
    limit = doc.bounds[sentence][1]
    while end < limit and parts < _LONGEST:
        after = following(scene, end, parts, kind if strength == BARE else kind & ~WEAK | GIVEN)
        if after is None and _regnal(scene, end, strength, kind):
            end, parts = end + 1, parts + 1  # «الملك فؤاد الأول», «لويس السابع»
            if scene.doc.words[end : end + 1] == ["عشر"]:
                end += 1
            break
        if after is None:
            last = closing(scene, end, parts, strength == TITLED) if parts > 1 or surely_given(kind) else None
            end, parts = (last, parts + 1) if last else (end, parts)
            break
        end, parts = after, parts + 1
    if parts == 1 and strength == TITLED and kind & GIVEN and closed_noun(scene, end):
        end, parts = end + 1, 2
    if parts == 1 and strength == SAID and kind & GIVEN and not kind & COMMON and described_noun(scene, end):
        end, parts = end + 1, 2
    if parts == 1 and strength > BARE and surely_given(kind) and family(scene, end, sentence):
        end, parts = end + 1, 2
    if parts == 1 and strength > BARE and scene.doc.words[end : end + 1] and not cut:
        end = enclosed(scene, first) or end
        parts = min(end - first, 2)
    if strength > BARE and parts > 1 and not cut:  # «السفير، خلفان راشد الظهوري، أن»
        end = max(end, enclosed(scene, first) or end)
    return end if _enough(scene, first, end, kind, strength, parts, cut) else None


def _opening(scene: Scene, first: int, word: str, kind: int, strength: int) -> int | None:
    """The token after the name's first part."""
    if first in scene.covered and not kind & GIVEN:
        return None
    total = len(scene.doc.words)
    if strength > BARE and scene.paired(first, word):
        return first + 2
    if _fathered(scene, first, word, kind, strength):
        return first + 1
    if kind & BEFORE and not surely_given(kind):
        if word in ("ال", "ولد", "ذو", "ام", "بنت", "بنو", "تر", "بو", "ابا") and strength < TITLED:
            return None
        if first + 1 < total and follows(scene, first + 1):
            sons = ("ابن", "بن") if strength == TITLED else ("ابن", "بن", "ابي")
            if word in sons and not scene.kinds[first + 1] & GIVEN:
                return None
            return first + 2
        return None
    if kind & TITLE and (not kind & GIVEN or word.startswith("ال")):
        return None
    if strength == BARE and word[0] == "و" and scene.words.says(word):
        return None  # «ورد سلمان»: he answered
    if surely_given(kind):
        return first + 1
    if kind & NAME and (strength > BARE or kind & GIVEN):
        return first + 1
    if strength > BARE and kind & ASIAN and not kind & FUNCTION:
        return first + 1
    if strength > BARE and not kind & COMMON and scene.plausible(first) and not _clitic(scene, first, word):
        articled = scene.article(first) or word.startswith(("بال", "فال"))
        return None if articled and not scene.recurs(first) else first + 1
    return None


def _regnal(scene: Scene, at: int, strength: int, kind: int) -> bool:
    """Whether an ordinal at token `at` counts the bearers of a name: behind a title, or behind a sure given name alone,
    unless it tells a rank («محمد الثاني في الترتيب»)."""
    words = scene.doc.words
    if words[at] not in scene.words.ordinals:
        return False
    behind = words[at + 1] if at + 1 < len(words) else ""
    return strength == TITLED or (surely_given(kind) and not kind & COMMON and behind not in ("في", "علي", "من", "بين"))


def _item(scene: Scene, first: int, cut: int) -> bool:
    """Whether the name is an item of a list: behind a comma or a bracket, or joined by و."""
    return cut > 0 or (first > 0 and (scene.doc.words[first - 1] in COMMAS or scene.doc.words[first - 1] in BRACKETS))


def _fathered(scene: Scene, first: int, word: str, kind: int, strength: int) -> bool:
    """Whether «بن» with a name follows: «معاذ بن سالم» is a name whatever else معاذ may be, if no verb or office."""
    words, at = scene.doc.words, first + 2
    if at >= len(words) or words[first + 1] not in ("بن", "بنت") or not follows(scene, at):
        return False
    own = not kind & (FUNCTION | VERB | TITLE | BEFORE) and word.isalpha() and first not in scene.covered
    return own and len(word) > 2 and not word.startswith("ال") and (strength > BARE or bool(kind & GIVEN))


def _clitic(scene: Scene, first: int, word: str) -> bool:
    """Whether the word is «and», «to» with a name (وترامب): another person begins there."""
    if word != scene.doc.words[first]:
        return False
    leader = scene.leader(first)
    return scene.cut(first) > 0 or (leader is not None and leader.start > scene.doc.starts[first])


def _enough(scene: Scene, first: int, end: int, kind: int, strength: int, parts: int, cut: int) -> bool:
    """Whether what was read is a name, given how much was said before."""
    if strength == TITLED:
        circumstance = not kind & NAME and MANNER.fullmatch(scene.doc.words[first])
        return parts > 1 or not (kind & COMMON or circumstance) or surely_given(kind)
    if strength == SAID:
        return parts > 1 or bool(kind & NAME and not kind & COMMON) or len(scene.doc.words[first]) - cut > 3
    if kind & BEFORE and not kind & GIVEN:
        return parts > 1 or scene.kinds[first] & BEFORE > 0
    if parts < 2:
        return False
    if kind & WEAK or not kind & GIVEN:
        second = scene.kinds[first + 1]
        if kind & COMMON and scene.leader(first + 1) is not None:  # «ورد نتنياهو»
            return False
        if second & (GIVEN | SURNAME) and not second & WEAK or second & BEFORE:
            return True
        if second & GIVEN and not second & (FUNCTION | TITLE) and not kind & COMMON:  # «أيمن أشرف»
            return True
        if second & GIVEN and not second & (COMMON | TITLE) and not kind & FUNCTION and _item(scene, first, cut):
            return True  # «، سامح حمدي»
        # A weak name that is no word of the language itself lets any name follow; two words are a phrase.
        word = scene.doc.words[first + 1]
        if not scene.plausible(first + 1) or len(word) < 4:
            return False
        return not kind & COMMON or scene.words.family(word)
    return True
