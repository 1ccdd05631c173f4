"""The span of a name: where it begins is given, where it ends is read from its words."""

from __future__ import annotations

from .scene import COMMAS, DASHES, Scene
from .words import ASIAN, BEFORE, COMMON, FUNCTION, GIVEN, NAME, NOUN, PARTICLE, SUFFIX, SURNAME, TITLE, VERB, WEAK

# How much the words before say that a name comes: nothing; a verb of saying; a title or office.
BARE, SAID, TITLED = 1, 2, 3
_LONGEST = 9
_MARKS = COMMAS | frozenset(":؛;().!؟?[]-–—")
_JOINED = ("لل", "وال", "بال", "فال")
# A name of more parts than this goes on only with parts that are listed names.
_UNLISTED = 3


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
    last_sentence = scene.sentence(first)
    while end < len(doc.words) and parts < _LONGEST and scene.sentence(end) == last_sentence:
        after = _next(scene, end, parts, kind if strength == BARE else kind & ~WEAK | GIVEN)
        if after is None and strength == TITLED and scene.doc.words[end] in words.ordinals:
            end += 1  # «الملك فؤاد الأول»
            break
        if after is None:
            closing = _closing(scene, end, parts, strength) if parts > 1 or surely_given(kind) else None
            end, parts = (closing, parts + 1) if closing else (end, parts)
            break
        end, parts = after, parts + 1
    if parts == 1 and strength == TITLED and kind & GIVEN and _closed_noun(scene, end):
        end, parts = end + 1, 2
    if parts == 1 and strength > BARE and surely_given(kind) and _family(scene, end, last_sentence):
        end, parts = end + 1, 2
    if parts == 1 and strength > BARE and scene.doc.words[end : end + 1] and not cut:
        end = enclosed(scene, first) or end
        parts = min(end - first, 2)
    return end if _enough(scene, first, end, kind, strength, parts, cut) else None


def enclosed(scene: Scene, first: int) -> int | None:
    """The end of a name of two to four words between commas of which a listed one shows that all are a name, though
    the first is a word too: «السفير، أزمان محمود خان، أن»."""
    words, kinds, at = scene.doc.words, scene.kinds, first
    if not first or words[first - 1] not in COMMAS or words[first].startswith("ال"):
        return None
    while at < len(words) and at - first < 5 and words[at] not in COMMAS:
        if not words[at][0].isalpha() or kinds[at] & FUNCTION or at in scene.covered or at in scene.demonyms:
            return None
        at += 1
    if at >= len(words) or words[at] not in COMMAS or not 1 < at - first < 5:
        return None
    listed = [kinds[i] & GIVEN and not kinds[i] & COMMON for i in range(first, at)]
    return at if any(listed) and not kinds[first] & VERB else None


def _family(scene: Scene, at: int, sentence: int) -> bool:
    """«برئاسة عباس زماني»: no adjective without ال stands behind a name, so a word in ي is the family's."""
    if at >= len(scene.kinds) or scene.sentence(at) != sentence or at in scene.covered or at in scene.demonyms:
        return False
    word = scene.doc.words[at]
    if scene.kinds[at] & COMMON != NOUN or scene.kinds[at] & TITLE:
        return False
    return len(word) > 4 and not word.startswith(("ال", "لل")) and scene.doc.text[scene.doc.ends[at] - 1] == "ي"


def _closes(scene: Scene, at: int) -> bool:
    """Whether token `at` shows that a name ended before it: a mark, the end of the sentence, «إن»."""
    words = scene.doc.words
    if at >= len(words) or scene.sentence(at) != scene.sentence(at - 1):
        return True
    return words[at] in _MARKS or words[at] in scene.words.clause


def _that(scene: Scene, at: int) -> bool:
    """«أن», before which على is a preposition, not «إن»."""
    return at < len(scene.kinds) and scene.doc.words[at] == "ان" and scene.doc.text[scene.doc.starts[at]] != "إ"


def _closing(scene: Scene, at: int, parts: int, strength: int) -> int | None:
    """The end of a name whose last part is a word too or looks like one, where the name surely ends behind it:
    «محمد جلال قاسم:», «نبيل عبد الله علي إن»."""
    if at >= len(scene.kinds) or scene.sentence(at) != scene.sentence(at - 1) or parts > _UNLISTED:
        return None
    word, kind = scene.doc.words[at], scene.kinds[at]
    if not word[0].isalpha() or word.isascii() or at in scene.covered or at in scene.demonyms:
        return None
    if scene.article(at) or word.startswith(_JOINED) or (kind & TITLE and not kind & NAME) or word[0] == "و":
        return None
    closed = _closes(scene, at + 1)
    if kind & NAME and len(word) > 2:
        if closed:
            return None if kind & FUNCTION and _that(scene, at + 1) else at + 1
        behind = scene.kinds[at + 1]
        if strength < TITLED or kind & FUNCTION:
            return None
        if behind & VERB and not behind & NOUN:  # two verbs never meet
            return at + 1
        return at + 1 if behind & FUNCTION and not kind & VERB else None
    unknown = not kind & COMMON and len(word) > 3 and scene.plausible(at) and not scene.cut(at)
    # A verb may end a sentence, and stands before no comma or «إن».
    following = scene.doc.words[at + 1 : at + 2]
    said = bool(following) and (following[0] in COMMAS or following[0] in scene.words.clause)
    return at + 1 if closed and said and unknown and parts < _UNLISTED else None


def _closed_noun(scene: Scene, at: int) -> bool:
    """«الدكتور فواز العلمي أن»: a noun with ال at which a statement or a comma follows is the family's name."""
    words = scene.doc.words
    if at + 1 >= len(words) or scene.sentence(at) != scene.sentence(at + 1):
        return False
    if at in scene.covered or at in scene.demonyms:
        return False
    known = not words[at].startswith("ال") or scene.kinds[at] & (FUNCTION | VERB | TITLE)
    return not known and (words[at + 1] in scene.words.clause or words[at + 1] in COMMAS)


def _opening(scene: Scene, first: int, word: str, kind: int, strength: int) -> int | None:
    """The token after the name's first part."""
    if first in scene.covered and not kind & GIVEN:
        return None
    total = len(scene.doc.words)
    if strength > BARE and scene.paired(first, word):
        return first + 2
    if kind & BEFORE and not surely_given(kind):
        if word in ("ال", "ولد", "ذو", "ام", "بنت", "بنو", "تر", "بو", "ابا") and strength < TITLED:
            return None
        if first + 1 < total and _follows(scene, first + 1):
            if word in ("ابن", "بن", "ابي") and not scene.kinds[first + 1] & GIVEN:
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
    if strength > BARE and not kind & COMMON and scene.plausible(first):
        articled = scene.article(first) or word.startswith(("بال", "فال"))
        return None if articled and not scene.recurs(first) else first + 1
    return None


def _follows(scene: Scene, i: int) -> bool:
    """Whether token i may be the second half of a compound (عبد الله, أبو مازن)."""
    word, kind = scene.doc.words[i], scene.kinds[i]
    return word[0].isalpha() and i not in scene.covered and bool(kind & NAME or not kind & (FUNCTION | VERB))


def _next(scene: Scene, at: int, parts: int, opening: int) -> int | None:
    """The token after the name's next part at token `at`, or None where the name ends."""
    words = scene.doc.words
    word, kind, total = words[at], scene.kinds[at], len(words)
    if word == "#":  # a hashtag within a name: سيرغي #سكريبال
        return _next(scene, at + 1, parts, opening) if at + 1 < total and not scene.doc.spaced[at + 1] else None
    if word in DASHES:
        return _hyphened(scene, at, opening)
    if word == "." and len(words[at - 1]) == 1 and at + 1 < total and scene.sentence(at + 1) == scene.sentence(at):
        return at + 1
    if not word[0].isalpha() or (word.isascii() and len(word) > 1):
        return None
    if len(word) == 1:  # an initial: جون ف. كينيدي
        return at + 1 if at + 1 < total and words[at + 1] == "." and word != "و" else None
    if scene.paired(at, word):
        return at + 2
    if at in scene.demonyms and not kind & SURNAME:
        return _nisba(scene, at, parts, opening)
    if at in scene.covered and not kind & (GIVEN | SURNAME):
        return None
    if opening & ASIAN and len(word) < 5 and kind & (BEFORE | PARTICLE | GIVEN):
        return at + 1
    if opening & ASIAN and word in scene.words.syllables:
        return _syllable(scene, at, parts)
    if kind & BEFORE and (not kind & VERB or (at + 1 < total and scene.kinds[at + 1] & (GIVEN | SURNAME))):
        last = at + 1
        while last + 1 < total and scene.kinds[last] & BEFORE and _follows(scene, last + 1):  # «بن أبي طالب»
            last += 1
        return last + 1 if last < total and words[last] != "ال" and _follows(scene, last) else None
    if kind & PARTICLE and at + 1 < total and _follows(scene, at + 1):
        return at + 2
    if kind & SUFFIX:
        return at + 1
    if kind & TITLE and not kind & (GIVEN | SURNAME):
        behind = scene.kinds[at + 1] if at + 1 < total else FUNCTION
        last = not behind & NAME and (behind & FUNCTION or not words[at + 1].startswith("ال"))
        return at + 1 if last and word in scene.words.titles["families"] else None
    if kind & (GIVEN | SURNAME):
        return _listed(scene, at, parts, kind)
    if kind & ASIAN and opening & ASIAN:
        return at + 1
    return _unlisted(scene, at, parts, opening)


def _hyphened(scene: Scene, at: int, opening: int) -> int | None:
    """«جان-إيف», «كيم جونغ - أون»: a hyphen inside a name stands unspaced."""
    doc = scene.doc
    if at + 1 >= len(doc.words):
        return None
    if doc.spaced[at] or doc.spaced[at + 1]:  # «كيم جونغ - أون»
        return at + 2 if opening & ASIAN and doc.words[at + 1] in ("اون", "ايل", "ان") else None
    if opening & ASIAN and len(doc.words[at + 1]) < 5:  # whatever else «إن» may be, not in «مون جيه-إن»
        return at + 2
    return at + 2 if scene.kinds[at + 1] & (NAME | ASIAN) or scene.plausible(at + 1) else None


def _syllable(scene: Scene, at: int, parts: int) -> int | None:
    """«لي جونغ سوب», «تشن بين هوا»: syllables go on an Asian name up to three, those that are words too only before
    another one or where the name is closed."""
    kinds, words = scene.kinds, scene.doc.words
    if parts > _UNLISTED or at in scene.demonyms:
        return None
    if not kinds[at] & COMMON or kinds[at] & ASIAN:
        return at + 1
    following = at + 1 < len(words) and words[at + 1] in scene.words.syllables and not kinds[at + 1] & FUNCTION
    if parts == 1 and following and scene.sentence(at + 1) == scene.sentence(at):
        return at + 1
    return at + 1 if not kinds[at] & FUNCTION and (_closes(scene, at + 1) or parts == 2) else None


def _nisba(scene: Scene, at: int, parts: int, opening: int) -> int | None:
    """«محمد المصري»: after one listed Arabic name a masculine demonym with ال is the family's."""
    word = scene.doc.words[at]
    fits = parts == 1 and opening & GIVEN and not opening & WEAK and word.startswith("ال") and word.endswith("ي")
    return at + 1 if fits and scene.demonyms[at].end == at + 1 else None


def _listed(scene: Scene, at: int, parts: int, kind: int) -> int | None:
    """A listed name goes on the name, unless it is a word too and the name is already whole."""
    if kind & WEAK and kind & COMMON and parts > 1:
        following = at + 1 < len(scene.doc.words) and scene.kinds[at + 1] & (GIVEN | SURNAME)
        if kind & (FUNCTION | VERB) or not (following or scene.doc.words[at].startswith("ال")):
            return None
    return at + 1


def _unlisted(scene: Scene, at: int, parts: int, opening: int) -> int | None:
    """A word of which nothing is known goes on the name if it is no word of the language."""
    word = scene.doc.words[at]
    most = _UNLISTED + bool(scene.kinds[at - 1] & GIVEN)
    # «يونس بيك يفكوروف»
    if word[0] != "و" and parts < _UNLISTED and scene.words.family(word) and scene.plausible(at) and not scene.cut(at):
        return at + 1
    articled = scene.article(at)
    if parts >= most + articled or not scene.plausible(at) or scene.cut(at) or _verbal(scene, at):
        return None
    if articled:
        # Feminine and plural adjectives (الممنوحة, المصنفات) are seldom families' names, and those are listed.
        if opening & ASIAN and parts == 1:  # «تشانغ اللثام»: Chinese names have no ال
            return None
        return None if word[-1] == "ه" or word.endswith(("ات", "ون", "ين")) else at + 1
    if word[0] in "ولبف" and len(word) > 4 and word[1:] in scene.seen:
        return None
    if word[0] == "و" and len(word) > 3 and scene.words.kind(word[1:]) & (GIVEN | SURNAME):
        return None
    if parts > 1:
        # Two parts are a name: a third needs more than being unknown. Verbs and clitics look like this.
        family = scene.kinds[at - 1] & SURNAME and not scene.kinds[at - 1] & GIVEN
        future = word[0] == "س" and len(word) > 3 and word[1] in "يتنا"
        if word[0] in "ويت" or future or family or (word[0] == "ب" and not scene.kinds[at - 1] & GIVEN):
            return None
    elif word[0] == "و" and not opening & GIVEN:
        return None
    return at + 1


def _verbal(scene: Scene, at: int) -> bool:
    """Whether an unknown word looks like a verb of the present, bears a pronoun, or is ب or ل with a noun in ة."""
    word, text = scene.doc.words[at], scene.doc.text
    if word[0] == "ي" and len(word) < 6 or word[0] == "ت" and len(word) < 5:
        after = scene.doc.words[at + 1] if at + 1 < len(scene.doc.words) else "."
        closed = after in COMMAS or after in scene.words.clause  # no verb stands there: «سارة يركس، أن»
        return not (closed and scene.kinds[at - 1] & (GIVEN | SURNAME | ASIAN))
    if word.endswith(("ها", "هم", "هما")):
        return True
    return word[0] in "بل" and len(word) > 4 and not word.startswith("بو") and text[scene.doc.ends[at] - 1] == "ة"


def _enough(scene: Scene, first: int, end: int, kind: int, strength: int, parts: int, cut: int) -> bool:
    """Whether what was read is a name, given how much was said before."""
    if strength == TITLED:
        return parts > 1 or not kind & COMMON or surely_given(kind)
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
        # A weak name that is no word of the language itself lets any name follow; two words are a phrase.
        word = scene.doc.words[first + 1]
        if not scene.plausible(first + 1) or len(word) < 4:
            return False
        return not kind & COMMON or scene.words.family(word)
    return True
