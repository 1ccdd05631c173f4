"""Who speaks when they stand before the verb: its subject, or whom the sentence is about."""

from __future__ import annotations

from ...clean.document import tokens_of
from ..people.words import VERB
from . import speakers
from .nouns import LONGEST_SOURCE, phrase, surface
from .scene import COMMAS, QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue

# A subject stands within as many tokens of its sentence's first verb.
_SUBJECT = 4


def before(scene: Scene, at: int, cue: Cue) -> list[Speaker]:
    """The speakers whose names or offices end before the verb at token `at`: «بوتين يعلن», «لكن مسؤولا أميركيا قال»."""
    words, first = scene.doc.words, scene.sentence_start(at)
    topic = _topic(scene, at, first, cue)
    if topic:
        return topic
    token = at
    while token > first and (words[token - 1] in scene.words.between or words[token - 1] in COMMAS):
        token -= 1
    if cue.joined:
        return []
    if words[token - 1] in (")", "]") and token > first + 2:  # «وكالة الطاقة (IAEA) تعلن»
        token = next((i for i in range(token - 1, max(first, token - 6), -1) if words[i] in "(["), token)
    index = scene.ending.get(token)
    if words[at - 1] in ("الذي", "التي") and (words[at - 1] == "التي") is not cue.feminine:
        person = index is not None and scene.mentions[index].kind == "person"
        if not person or words[at + 1 : at + 2] not in (["فيه"], ["فيها"]):  # while «تصريحات X التي قال فيها»
            return []  # «الحزب الذي تقول إنه»: somebody else says so
    source = _source_before(scene, token, first)
    if index is None or (source is not None and scene.mentions[index].kind != "person"):
        return [source] if source is not None else _apposed(scene, at, first)
    mention, gender = scene.mentions[index], scene.gender(scene.speaker(index))
    if words[at - 1] in ("الذي", "التي") and gender is not None and gender != (words[at - 1] == "التي"):
        return []  # «اتفاقه مع إيران الذي أعلن»
    governed = not scene.clean_start(scene.doc.token_at(mention.start or 0), index, joined=True)  # «للحكومة»
    if governed or mention.kind == "place" or (mention.kind == "country" and mention.via == "demonym"):
        return _apposed(scene, at, first)
    if words[at - 1] not in scene.words.between and not _clause_opens(scene, index, first):
        return _listed(scene, index, first) or _apposed(scene, at, first)
    return _listed(scene, index, first) or [scene.speaker(index)]


def _topic(scene: Scene, at: int, first: int, cue: Cue) -> list[Speaker]:
    """«أما X، …، فقال»: whom أما names."""
    words = scene.doc.words
    answers = words[at][0] == "ف" and cue.joined or words[at - 1] in ("فقد", "فانه", "فانها")
    if not answers or words[first].removeprefix("و") != "اما":
        return []
    found, _ = speakers.after(scene, first + 1, at)
    comma = next((i for i in range(first + 1, min(at, first + 6)) if words[i] in COMMAS), None)
    if found or comma is None or any(words[i] in scene.words.functions for i in range(first + 1, comma)):
        return found
    return [Speaker(surface(scene, first + 1, comma, False), None, tuple(words[first + 1 : comma]))]


def _apposed(scene: Scene, at: int, first: int) -> list[Speaker]:
    """«X، الذي يقود …، قال»: the sentence's first words, with all between commas; «وكان X، سفير ليبيا قال»."""
    words = scene.doc.words
    been = words[first].removeprefix("و") in scene.words.states
    if words[at - 1] not in COMMAS and words[at - 1] not in scene.words.between and not been:
        return []
    start = first + been if been else first + (words[first] in scene.words.openers)
    led = words[first] in scene.words.passives or words[first].removeprefix("و") in scene.words.excepting
    start += 2 * (led and first + 1 < at and words[first + 1] in scene.words.clause)  # «يذكر أن X، الذي …، قال»
    found, after = speakers.after(scene, start, at)
    if been and after == at:
        return found
    if not found or after >= at or words[at - 1].isalpha() and words[at - 1] not in scene.words.between:
        return []
    aside = words[after] in COMMAS or words[after - 1] in COMMAS or words[after] in scene.words.relatives
    return found if aside else []


def _listed(scene: Scene, index: int, first: int) -> list[Speaker]:
    """All of «الولايات المتحدة وفرنسا وبريطانيا» where the mention ends a list that opens the clause."""
    found = [index]
    while True:
        mention = scene.mentions[found[0]]
        token = scene.doc.token_at(mention.start or 0)
        joined = scene.doc.text[scene.doc.starts[token] : mention.start] == "و"
        earlier = scene.ending.get(token)
        if not joined or earlier is None or scene.mentions[earlier].kind != mention.kind or mention.kind == "place":
            break
        found.insert(0, earlier)
    if len(found) < 2 or scene.mentions[found[0]].via == "demonym" or not _clause_opens(scene, found[0], first):
        return []
    return [scene.speaker(i) for i in found]


def _clause_opens(scene: Scene, index: int, first: int) -> bool:
    """Whether only an office and a clause's first words stand before a mention, in the sentence of token `first`."""
    mention = scene.mentions[index]
    before = scene.doc.text[scene.doc.starts[first] : mention.start]
    if mention.role and mention.role in before:
        before = before[: before.rindex(mention.role)]
    elif before.endswith("و"):
        return True
    tail = tokens_of(before)
    while tail and (tail[-1] in scene.words.offices or tail[-1] in scene.words.sources):
        tail.pop()
    if tail and tail[-1] in scene.words.clause:
        return not _nested(scene, first + len(tail) - 1, first)
    return not tail or not tail[-1][0].isalpha() or tail[-1] in scene.words.openers


def _source_before(scene: Scene, at: int, first: int) -> Speaker | None:
    """An unnamed source or institution whose phrase ends before token `at`: «لكن مسؤولا أميركيا | قال»."""
    words = scene.doc.words
    for start in range(at - 1, max(first - 1, at - LONGEST_SOURCE), -1):
        word = words[start]
        joined = start > first and word[0] == "و" and word not in scene.words.sources
        form = word[1:] if joined else word
        if form not in scene.words.sources and form.removesuffix("ا") not in scene.words.sources:
            continue
        opens = joined or start == first or not words[start - 1][0].isalpha() or words[start - 1] in scene.words.openers
        if start > first and _nested(scene, start - 1, first):
            continue
        if opens and phrase(scene, start + 1, at) == at:
            name = surface(scene, start, at, joined)
            return Speaker(name, scene.at.get(start), (form, *words[start + 1 : at]))
    return None


def _nested(scene: Scene, at: int, first: int) -> bool:
    """Whether the clause word at the token opens what somebody else says: «أضافت أن القرار يدين»."""
    words, near = scene.doc.words, range(max(first, at - 2), at)
    if words[at] not in scene.words.clause:
        return False
    if any(words[i] in scene.words.passives or words[i] in scene.words.excepting for i in near):
        return False  # «يذكر أن X قال», «على الرغم من أن X أعلنت»
    return scene.stated == scene.doc.sentence_of[at] or any(scene.cues[i] is not None for i in near)


def agent(scene: Scene, start: int, at: int) -> Speaker | None:
    """Whom the sentence of token `start` is about before token `at`: its first subject, person or institution."""
    named = [token for token in range(start, at) if token in scene.at and _free(scene, token, start)]
    for token in named:  # «وأيدت سلطنة عمان العملية، وقالت»
        index = scene.at[token]
        mention = scene.mentions[index]
        if token - start > _SUBJECT or mention.kind == "place" or mention.via in ("demonym", "people"):
            continue
        if not mention.counts or _platform(scene, token):  # a dateline, «على موقع تويتر»
            continue
        if mention.kind == "person" or not scene.is_news(index) or (token and scene.cues[token - 1] is not None):
            return scene.speaker(index)
    for kind in ("person", "organization"):
        for token in named:
            mention = scene.mentions[scene.at[token]]
            if mention.kind == kind and not scene.is_news(scene.at[token]) and not _platform(scene, token):
                return scene.speaker(scene.at[token])
    return _unlisted(scene, start, at)


def _unlisted(scene: Scene, start: int, at: int) -> Speaker | None:
    """The source behind a sentence's first verb: «ولم تذكر الصحيفة تفاصيل، لكنها أشارت»."""
    words = scene.doc.words
    start += words[start].removeprefix("و") in scene.words.negations
    form = (words[start].removeprefix("و") if start < at else "") or "."
    if not scene.words.language.kind(form) & VERB:
        return None
    found, _ = speakers.after(scene, start + 1, at)
    news = len(found) == 1 and found[0].mention is not None and scene.is_news(found[0].mention)
    return found[0] if len(found) == 1 and not news else None


def _platform(scene: Scene, token: int) -> bool:
    """Whether somebody else writes there: «على صفحته بموقع التواصل الاجتماعي، تويتر،»."""
    if scene.doc.words[token] not in scene.words.platforms:
        return False
    before = scene.doc.words[token - 1] if token else ""
    return before in COMMAS or not scene.words.occasions.isdisjoint(scene.doc.words[max(0, token - 8) : token])


def _free(scene: Scene, token: int, start: int) -> bool:
    """Whether the mention at a token may be a subject: no preposition before it, in no apposition, not in marks."""
    words = scene.doc.words
    if not scene.clean_start(token, scene.at[token], joined=True):
        return False
    if token == start:
        return True
    before = words[token - 1]
    if before in QUOTE_MARKS or (before in scene.words.functions and before not in scene.words.openers):
        return False
    for left in range(token - 1, start, -1):
        if words[left] in COMMAS:
            head = words[left + 1]
            person = scene.mentions[scene.at[token]].kind == "person"
            return head not in scene.words.relatives and (person or head not in scene.words.offices)
    return True
