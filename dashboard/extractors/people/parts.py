"""How a name goes on: what its next part may be, word by word."""

from __future__ import annotations

from ...clean.fold import fold_key
from .closing import UNLISTED, closes
from .scene import BRACKETS, COMMAS, DASHES, Scene
from .words import ASIAN, BEFORE, COMMON, FUNCTION, GIVEN, NAME, PARTICLE, SUFFIX, SURNAME, TITLE, VERB, WEAK


def following(scene: Scene, at: int, parts: int, opening: int) -> int | None:
    """The token after the name's next part at token `at`, or None where the name ends."""
    words = scene.doc.words
    word, kind, total = words[at], scene.kinds[at], len(words)
    if word == "#":  # a hashtag within a name: سيرغي #سكريبال
        return following(scene, at + 1, parts, opening) if at + 1 < total and not scene.doc.spaced[at + 1] else None
    if word in DASHES:
        return _hyphened(scene, at, opening)
    if word in BRACKETS:
        return _bracketed(scene, at, parts)
    if word == "." and len(words[at - 1]) == 1 and at + 1 < total and scene.sentence(at + 1) == scene.sentence(at):
        return at + 1
    if not word[0].isalpha() or (word.isascii() and len(word) > 1):
        return None
    if len(word) == 1:  # an initial: جون ف. كينيدي
        return at + 1 if at + 1 < total and words[at + 1] == "." and word != "و" else None
    if scene.paired(at, word):
        return at + 2
    if parts == 1 and opening & GIVEN and _leaders(scene, at):
        return at + 1
    if at in scene.demonyms and not kind & SURNAME:
        return _nisba(scene, at, parts, opening)
    if at in scene.covered and not kind & (GIVEN | SURNAME):
        return None
    if opening & ASIAN and len(word) < 5 and kind & (BEFORE | PARTICLE | GIVEN):
        return at + 1
    if opening & ASIAN and word in scene.words.syllables:
        return _syllable(scene, at, parts)
    if kind & BEFORE and (not kind & VERB or _surely(scene, at + 1)):
        last = at + 1
        while last + 1 < total and scene.kinds[last] & BEFORE and follows(scene, last + 1):  # «بن أبي طالب»
            last += 1
        return last + 1 if last < total and words[last] != "ال" and follows(scene, last) else None
    if kind & PARTICLE and at + 1 < total and follows(scene, at + 1):
        return at + 2
    if kind & SUFFIX:
        return at + 1
    if kind & TITLE and at + 1 < total and words[at + 1] in scene.words.titles["wholes"]:  # «الأمين العام»
        return None
    if kind & TITLE and not kind & (GIVEN | SURNAME):
        behind = scene.kinds[at + 1] if at + 1 < total else FUNCTION
        last = not behind & NAME and (behind & FUNCTION or not words[at + 1].startswith("ال"))
        return at + 1 if last and word in scene.words.titles["families"] else None
    if kind & (GIVEN | SURNAME):
        return _listed(scene, at, parts, kind)
    if kind & ASIAN and opening & ASIAN:
        return at + 1
    return _unlisted(scene, at, parts, opening)


def follows(scene: Scene, i: int) -> bool:
    """Whether token i may be the second half of a compound (عبد الله, أبو مازن)."""
    word, kind = scene.doc.words[i], scene.kinds[i]
    return word[0].isalpha() and i not in scene.covered and bool(kind & NAME or not kind & (FUNCTION | VERB))


def _surely(scene: Scene, at: int) -> bool:
    """Whether a name goes on behind what may be a verb too: a listed one, or «ولد البخاري», a word with ال that the
    language does not know."""
    if at >= len(scene.doc.words):
        return False
    nisba = scene.article(at) and scene.doc.words[at].endswith("ي") and at not in scene.demonyms
    return bool(scene.kinds[at] & (GIVEN | SURNAME)) or (nisba and scene.plausible(at))


def _leaders(scene: Scene, at: int) -> bool:
    """Whether token `at` is a known person's family name behind another given name («إيفانكا ترمب»). Behind who is
    called by one word too he is somebody else («استقبل ماكرون ترمب»)."""
    rivals = scene.leaders.get(at)
    if not rivals or at - 1 in scene.leaders or rivals[0].end > at + 1 or rivals[0].start > scene.doc.starts[at]:
        return False
    return not rivals[0].weak or not scene.kinds[at] & COMMON


def _bracketed(scene: Scene, at: int, parts: int) -> int | None:
    """«الرئيس (بشار) الأسد»: the given name was not in what is quoted; the family's stands behind the bracket."""
    behind = at + 1
    if parts > 1 or behind >= len(scene.kinds) or scene.sentence(behind) != scene.sentence(at):
        return None
    family = scene.kinds[behind] & SURNAME and not scene.kinds[behind] & WEAK
    given = scene.doc.words[at - 1]
    known = any(fold_key(rival.entry.name).split()[0] == given for rival in scene.leaders.get(behind, ()))
    return behind + 1 if known or family else None


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
    if parts > UNLISTED or at in scene.demonyms:
        return None
    if not kinds[at] & COMMON or kinds[at] & ASIAN:
        return at + 1
    following = at + 1 < len(words) and words[at + 1] in scene.words.syllables and not kinds[at + 1] & FUNCTION
    if parts == 1 and following and scene.sentence(at + 1) == scene.sentence(at):
        return at + 1
    return at + 1 if not kinds[at] & FUNCTION and (closes(scene, at + 1) or parts == 2) else None


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
    most = UNLISTED + bool(scene.kinds[at - 1] & GIVEN)
    # «يونس بيك يفكوروف»
    if word[0] != "و" and parts < UNLISTED and scene.words.family(word) and scene.plausible(at) and not scene.cut(at):
        return at + 1
    articled = scene.article(at)
    if parts >= most + articled or not scene.plausible(at) or scene.cut(at) or _verbal(scene, at, opening):
        return None
    if articled:
        # Feminine and plural adjectives (الممنوحة, المصنفات) are seldom families' names, and those are listed.
        if opening & ASIAN and parts == 1:  # «تشانغ اللثام»: Chinese names have no ال
            return None
        return None if word[-1] == "ه" or word.endswith(("ات", "ون", "ين")) else at + 1
    if word[0] in "ولبف" and len(word) > 4 and word[1:] in scene.doc.words:
        return None
    if word[0] == "و" and len(word) > 3 and scene.words.kind(word[1:]) & (GIVEN | SURNAME):
        return None
    if parts > 1:
        # Two parts are a name: a third needs more than being unknown. Verbs and clitics look like this.
        family = scene.kinds[at - 1] & SURNAME and not scene.kinds[at - 1] & GIVEN
        future = word[0] == "س" and len(word) > 3 and word[1] in "يتنا"
        accusative = word[0] == "م" and word[-1] == "ا" and len(word) > 4  # «كان جون ستيل مثارا»
        clitic = word[0] == "ب" and not scene.kinds[at - 1] & GIVEN
        if word[0] in "ويت" or future or family or clitic or accusative:
            return None
    elif word[0] == "و" and not opening & GIVEN:
        return None
    return at + 1


def _verbal(scene: Scene, at: int, opening: int) -> bool:
    """Whether an unknown word looks like a verb of the present, bears a pronoun, or is ب or ل with a noun in ة."""
    word, text = scene.doc.words[at], scene.doc.text
    if word[0] == "ي" and len(word) < 6 or word[0] == "ت" and len(word) < 5:
        after = scene.doc.words[at + 1] if at + 1 < len(scene.doc.words) else "."
        closed = after in COMMAS or after in scene.words.clause  # no verb stands there: «سارة يركس، أن»
        # «علي يرلي كايا،»: nor before a listed family's name that closes
        listed = at + 2 < len(scene.kinds) and scene.kinds[at + 1] & SURNAME and closes(scene, at + 2)
        if listed and opening & GIVEN and scene.sentence(at + 1) == scene.sentence(at):
            return False
        return not (closed and (scene.kinds[at - 1] & (GIVEN | SURNAME | ASIAN) or opening & GIVEN))
    if word.endswith(("ها", "هم", "هما")):
        return True
    return word[0] in "بل" and len(word) > 4 and not word.startswith("بو") and text[scene.doc.ends[at] - 1] == "ة"
