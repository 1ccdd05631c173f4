"""Who speaks: the noun phrase after a reporting verb."""

from __future__ import annotations

from . import naming, written
from .appositions import apposed, named, past_apposition, person_ahead
from .gap import closing
from .nouns import phrase, surface
from .scene import COMMAS, QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue


def after(scene: Scene, at: int, end: int, cue: Cue | None = None) -> tuple[list[Speaker], int]:
    """(speakers, token behind them) of a subject that begins at token `at`; no speakers where none begins there.

    With `cue`, the verb before it, an unlisted name is taken as written.
    """
    found: list[Speaker] = []
    while at < end:
        at = _skip(scene, at, end) if not found else at
        if at >= end:
            break
        one = _one(scene, at, end, joined=bool(found))
        if one is None and not found and cue is not None:
            one = written.after(scene, at, end, cue)
            if one is not None:
                one = one[0], past_apposition(scene, one[1], end)
            elif scene.doc.words[at] not in scene.words.functions and scene.doc.words[at][0].isalpha():
                one = apposed(scene, at, end, plain=True)
        if one is None:
            break
        speaker, at = one
        found.append(speaker)
        at += at + 1 < end and scene.doc.words[at] in COMMAS and _joins(scene, at + 1)
        if at >= end or not _joins(scene, at):
            break
    return found, at


def _joins(scene: Scene, at: int) -> bool:
    """Whether a further speaker begins at token `at` with و: «قال X وY إن»."""
    word = scene.doc.words[at]
    if word[0] != "و" or len(word) < 3 or word in scene.words.sources or word in scene.words.offices:
        return False
    if scene.cues[at] is not None or word in scene.words.relatives:
        return False
    index = scene.at.get(at)
    if index is not None:
        mention = scene.mentions[index]
        if mention.start == scene.doc.starts[at]:  # «وكالة», no و before it
            return False
        return mention.kind != "place" and mention.via != "demonym"
    return word[1:] in scene.words.offices or word[1:] in scene.words.sources or _counted(scene, at, word[1:])


def _counted(scene: Scene, at: int, form: str) -> bool:
    """«ست دول خليجية»: a number and a source."""
    following = scene.doc.words[at + 1] if at + 1 < len(scene.doc.words) else ""
    return form in scene.words.functions and form not in scene.words.inner and following in ("دول", "مسؤولين", "مصادر")


def _skip(scene: Scene, at: int, end: int) -> int:
    """Step over «اليوم الثلاثاء», «بدوره», «من جهته», «كل من» before the subject."""
    words, leads = scene.doc.words, scene.words.leads
    while at < end and (words[at] == "#" or words[at] in leads or (words[at] in COMMAS and words[at - 1] in leads)):
        beside = {words[at - 1], words[min(at + 1, end - 1)]} - {words[at]}
        if words[at] in scene.words.leading and leads.isdisjoint(beside):
            break  # «من كييف», while «من جهته», «كل من» are stepped over
        at += 1
    return at


def _one(scene: Scene, at: int, end: int, *, joined: bool) -> tuple[Speaker, int] | None:
    word = scene.doc.words[at]
    form = word[1:] if joined else word
    if word in QUOTE_MARKS and not joined:
        return _paper(scene, at)
    index = scene.at.get(at)
    if index is not None and scene.clean_start(at, index, joined):
        mention = scene.mentions[index]
        stop = scene.ends[index]
        if mention.kind == "person":
            return named(scene, index, end)
        if mention.kind == "organization":
            person = person_ahead(scene, at, end)
            if person is not None and form in scene.words.offices:
                return person
            stop = _complement(scene, stop, end)
            name = surface(scene, at, stop, joined).replace("_", " ")
            return Speaker(name, index, tuple(scene.doc.words[at:stop])), stop
        if mention.kind == "country" and mention.via != "demonym":
            if mention.via == "people" and mention.text.endswith("ين"):
                return None  # «وطالبت السوريين»: no subject has this ending
            return Speaker(mention.text.replace("_", " "), index, (word,)), stop
    if word.isdigit() and at + 1 < end and scene.doc.words[at + 1] in scene.words.sources:  # «3 مصادر»
        stop = phrase(scene, at + 2, end)
        return Speaker(surface(scene, at, stop, False), None, tuple(scene.doc.words[at + 1 : stop])), stop
    ahead = scene.at.get(at + 1) if form.startswith("ال") and at + 1 < end else None
    if ahead is not None and scene.mentions[ahead].kind == "person" and scene.clean_start(at + 1, ahead):
        return scene.speaker(ahead), past_apposition(scene, scene.ends[ahead], end)  # «الماريشال X»
    if joined and _counted(scene, at, form):
        stop = phrase(scene, at + 2, end)
        return Speaker(surface(scene, at, stop, joined), None, tuple(scene.doc.words[at + 1 : stop])), stop
    held = form.endswith(("ها", "هم", "ته")) and form[:-2] in scene.words.offices  # «سفيرها», «سفيرته»
    if held or (form.endswith("ه") and form not in scene.words.offices and form[:-1] in scene.words.offices):
        person = person_ahead(scene, at, end)
        if person is not None:
            return person
    dual = form.endswith("ان") and form[:-2] in scene.words.sources
    if dual or form in scene.words.offices or form in scene.words.sources or form in scene.words.courtesy:
        if form not in scene.words.sources or form in scene.words.offices:
            person = person_ahead(scene, at, end) or apposed(scene, at, end)
            if person is not None:
                return person
        return _called(scene, at, end, form, joined)
    if form in scene.words.anybody:
        return _called(scene, at, end, form, joined)
    return apposed(scene, at, end, plain=True) if form.startswith("ال") and not joined else None


def _paper(scene: Scene, mark: int) -> tuple[Speaker, int] | None:
    """«قالت "نيويورك تايمز" إن»: an organisation's name in marks, or a short one before a clause or comma."""
    index, close = scene.at.get(mark + 1), closing(scene, mark)
    words = scene.doc.words
    short = close is not None and 1 < close - mark < 5 and close + 1 < len(words)
    if index is None and close is not None and short and words[close + 1] in scene.words.clause | COMMAS:
        return Speaker(surface(scene, mark + 1, close, False), None, tuple(words[mark + 1 : close])), close + 1
    if index is None or scene.mentions[index].kind != "organization" or close != scene.ends[index]:
        return None
    return scene.speaker(index), scene.ends[index] + 1


def _called(scene: Scene, at: int, end: int, form: str, joined: bool) -> tuple[Speaker, int]:
    """The speaker called by an office or source alone."""
    words = scene.doc.words
    stop = phrase(scene, at + 1, end)
    described = stop + (stop < end and words[stop] in COMMAS)
    if described + 1 < end and words[described] in ("وهو", "وهي"):
        named = scene.at.get(described + 1)  # «إحدى الناشطات، وهي X»
        if named is not None and scene.mentions[named].kind == "person":
            return scene.speaker(named), scene.ends[named]
    called = (form, *words[at + 1 : stop])
    goes_on = stop < end and words[stop] in scene.words.inner and words[stop + 1 : stop + 2] != []
    further = stop < end and words[stop][0] == "و" and len(words[stop]) > 3 and scene.cues[stop] is None
    if further and words[stop] not in scene.words.functions and not _joins(scene, stop):
        goes_on = True  # «وزير الخارجية | وشؤون المغتربين»
    place = further or goes_on and (stop + 1) in scene.at and scene.mentions[scene.at[stop + 1]].kind == "place"
    definite = form.startswith("ال") or any(word.startswith("ال") for word in called)
    if definite and not place and (form.startswith("ال") or form in scene.words.offices):
        known = naming.known_as(scene, called, at)
        if known is not None:
            return known, stop
    return Speaker(surface(scene, at, stop, joined), None, called), stop


def _complement(scene: Scene, at: int, end: int) -> int:
    """Behind «لكرة القدم» where an organisation's name goes on with ل and a construct of its own."""
    words = scene.doc.words
    while at + 1 < end and words[at] in scene.words.attached:  # «المدعومة من X», «التابعة لـY»
        begin = at + 1 + (words[at + 1] in scene.words.inner or words[at + 1] == "ل")
        stop = scene.ends[scene.at[begin]] if begin in scene.at else phrase(scene, begin + 1, end)
        at = max(stop, begin)
    index = scene.at.get(at)
    if index is not None and scene.mentions[index].via == "demonym" and words[at].startswith("ال"):
        return scene.ends[index]  # «وحدات حماية الشعب | السورية»
    if at < end and words[at] in QUOTE_MARKS:  # «وزارة الدفاع "البنتاغون"، الخميس»
        close = closing(scene, at)
        short = close is not None and close - at < 4 and close + 1 < end
        if short and close is not None and (words[close + 1] in COMMAS or words[close + 1] in scene.words.clause):
            return close + 1
    plain = at < end and words[at].startswith("ال") and words[at].endswith("ي") and len(words[at]) > 5
    if plain and at not in scene.at and words[at] not in scene.words.offices and words[at] not in scene.words.relatives:
        return at + 1  # «مركز الإعلام | الأمني»
    if at + 1 >= end or words[at][0] != "ل" or len(words[at]) < 4 or at in scene.at:
        return at
    rest = words[at][1:]
    known = rest in scene.words.sources or rest in scene.words.occasions or rest in scene.words.offices
    plain = not known and not words[at].startswith("لل") and scene.doc.words[at + 1].startswith("ال")
    return at + 2 if plain else at
