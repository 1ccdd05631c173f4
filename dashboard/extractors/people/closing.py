"""What shows where a name ended, and that a word which might be none of its parts is its last one."""

from __future__ import annotations

import re

from ...lexicon.verbs import split
from .scene import COMMAS, Scene
from .words import COMMON, FUNCTION, GIVEN, NAME, NOUN, OFFICE, RANK, SURNAME, TITLE, VERB

_MARKS = COMMAS | frozenset(":؛;().!؟?[]-–—")
_JOINED = ("لل", "وال", "بال", "فال")
# A name of more parts than this goes on only with parts that are listed names.
UNLISTED = 3
_RANK_ENDS = frozenset(("الركن", "اول", "بحري", "جوي"))
_PREPOSITIONS = frozenset(("الي", "في", "من", "عن", "مع", "علي", "خلال", "بعد", "قبل", "امام", "لدي", "بشان", "حول"))
# «قال الوزير مازحا»: how he said it.
MANNER = re.compile(r"\wا\w\wا|م\w{3,5}ا")
_DAYS = frozenset(
    split("أمس غدا لاحقا اليوم السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة نفسه نفسها ذاته أيضا")
)


def closes(scene: Scene, at: int) -> bool:
    """Whether token `at` shows that a name ended before it: a mark, the end of the sentence, «إن»."""
    words = scene.doc.words
    if at >= len(words) or scene.sentence(at) != scene.sentence(at - 1):
        return True
    return words[at] in _MARKS or words[at] in scene.words.clause


def _that(scene: Scene, at: int) -> bool:
    """«أن», before which على is a preposition, not «إن»."""
    return at < len(scene.kinds) and scene.doc.words[at] == "ان" and scene.doc.text[scene.doc.starts[at]] != "إ"


def closing(scene: Scene, at: int, parts: int, titled: bool) -> int | None:
    """The end of a name whose last part is a word too or looks like one, where the name surely ends behind it:
    «محمد جلال قاسم:», «نبيل عبد الله علي إن»."""
    if at >= len(scene.kinds) or scene.sentence(at) != scene.sentence(at - 1) or parts > UNLISTED:
        return None
    word, kind = scene.doc.words[at], scene.kinds[at]
    if not word[0].isalpha() or word.isascii() or at in scene.covered or at in scene.demonyms:
        return None
    if scene.article(at) or word.startswith(_JOINED) or (kind & TITLE and not kind & NAME) or word[0] == "و":
        return None
    closed = closes(scene, at + 1)
    if kind & NAME and len(word) > 2:
        if closed:
            return None if kind & FUNCTION and _that(scene, at + 1) else at + 1
        behind = scene.kinds[at + 1]
        if not titled or kind & FUNCTION:
            return None
        if behind & VERB and not behind & NOUN:  # two verbs never meet
            return at + 1
        return at + 1 if behind & FUNCTION and not kind & VERB else None
    if titled and parts < UNLISTED and _before_preposition(scene, at):
        return at + 1
    unknown = not kind & COMMON and len(word) > 3 and scene.plausible(at) and not scene.cut(at)
    # A verb may end a sentence, and stands before no comma or «إن».
    following = scene.doc.words[at + 1 : at + 2]
    said = bool(following) and (following[0] in COMMAS or following[0] in scene.words.clause)
    return at + 1 if closed and said and unknown and parts < UNLISTED else None


def _before_preposition(scene: Scene, at: int) -> bool:
    """«رئيسة سويسرا كارين كيلر سوتر إلى برن»: behind an office and a listed family's name, a word that the language
    does not know and that looks like no verb, where a preposition follows."""
    if at + 1 >= len(scene.kinds) or not scene.kinds[at - 1] & SURNAME or not scene.plausible(at) or scene.cut(at):
        return False
    word = scene.doc.words[at]
    behind = scene.doc.words[at + 1] in _PREPOSITIONS and scene.sentence(at + 1) == scene.sentence(at)
    owned = scene.doc.text[scene.doc.ends[at] - 1] == "ه" or word.endswith(("ها", "هم"))  # «مسيرته»
    return (
        behind
        and not owned
        and len(word) > 3
        and word[0] not in "يتنوبل"
        and word[-1] not in "تا"
        and not word.startswith("ال")
    )


def _circumstance(scene: Scene, at: int) -> bool:
    """«مبتسما»: an accusative without ال that is nobody's name, before the comma that closes an apposition."""
    word = scene.doc.words[at]
    return len(word) > 4 and word.endswith("ا") and not scene.kinds[at] & NAME and bool(MANNER.fullmatch(word))


def closed_noun(scene: Scene, at: int) -> bool:
    """«الدكتور فواز العلمي أن»: a noun with ال at which a statement or a comma follows is the family's name."""
    words = scene.doc.words
    if at + 1 >= len(words) or scene.sentence(at) != scene.sentence(at + 1):
        return False
    if at in scene.covered or at in scene.demonyms:
        return False
    if scene.kinds[at] & (FUNCTION | VERB | TITLE):
        return False
    if words[at].startswith("ال"):
        return words[at + 1] in scene.words.clause or words[at + 1] in COMMAS
    # «العميد يوري إغنات إن», not «مجددا أن», «نفسه إن»
    adverbial = words[at].endswith(("ا", "ه", "ها", "هم")) or len(words[at]) < 4 or words[at] in _DAYS
    return words[at + 1] in scene.words.clause and not adverbial and words[at].isalpha() and not words[at].isascii()


def described_noun(scene: Scene, at: int) -> bool:
    """«وقالت هند الشابي، رئيسة»: a noun with ال between a given name and the office that describes its bearer."""
    behind = at + 2
    if behind >= len(scene.kinds) or scene.sentence(behind) != scene.sentence(at):
        return False
    office = scene.doc.words[at + 1] in COMMAS and scene.kinds[behind] & OFFICE
    return bool(office) and scene.doc.words[at].startswith("ال") and closed_noun(scene, at)


def family(scene: Scene, at: int, sentence: int) -> bool:
    """«برئاسة عباس زماني»: no adjective without ال stands behind a name, so a word in ي is the family's."""
    if at >= len(scene.kinds) or scene.sentence(at) != sentence or at in scene.covered or at in scene.demonyms:
        return False
    word = scene.doc.words[at]
    if scene.kinds[at] & COMMON != NOUN or scene.kinds[at] & TITLE:
        return False
    return len(word) > 4 and not word.startswith(("ال", "لل")) and scene.doc.text[scene.doc.ends[at] - 1] == "ي"


def enclosed(scene: Scene, first: int) -> int | None:
    """The end of a name of two to four words between commas of which a listed one shows that all are a name, though
    the first is a word too: «السفير، أزمان محمود خان، أن»."""
    words, kinds, at = scene.doc.words, scene.kinds, first
    opens = first and (words[first - 1] in COMMAS or kinds[first - 1] & RANK or words[first - 1] in _RANK_ENDS)
    if not opens or words[first].startswith("ال"):
        return None
    while at < len(words) and at - first < 5 and words[at] not in COMMAS:
        last = at + 1 < len(words) and words[at + 1] in COMMAS  # no verb stands there: «مهرداد كاظمي نسب، أن»
        verb = at > first and kinds[at] & VERB and not kinds[at] & (NAME | NOUN) and not last
        other = verb or (last and _circumstance(scene, at)) or words[at] in _DAYS or kinds[at] & (FUNCTION | RANK)
        if other or not words[at][0].isalpha() or at in scene.covered or at in scene.demonyms:
            return None
        at += 1
    if at >= len(words) or words[at] not in COMMAS or not 1 < at - first < 5:
        return None
    listed = [kinds[i] & GIVEN and not kinds[i] & COMMON for i in range(first, at)]
    return at if any(listed) and not kinds[first] & VERB else None
