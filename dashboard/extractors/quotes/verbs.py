"""Verbs of saying: with their subject behind or before them, or going on with the last speaker."""

from __future__ import annotations

from ...clean.clitics import readings
from . import content, preceding, rows, speakers, statements
from .continued import continued
from .gap import DASHES, opening
from .governed import bears
from .rows import Found
from .scene import COMMAS, QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue

_PRONOUNS = [[word] for word in ("له", "لها", "اليه", "اليها", "به", "بها", "عنه", "عنها")]
_ISSUED = [[verb, "عن"] for verb in ("صدر", "صدرت", "صادر", "صادره")]
# Verbs that take whom they are about as their object and what they say of them behind ب.
_ABOUT = ("اتهم", "وصف")
# «أكدت روسيا أمس على لسان سفيرها»: within as many tokens behind the speaker.
_TONGUE = 4


def verb(scene: Scene, at: int, cue: Cue) -> Found:
    words, end = scene.doc.words, scene.sentence_end(at)
    if (at and not scene.words.negations.isdisjoint(readings(words[at - 1]))) or _passive(scene, at, cue):
        return None
    rule = "quotes.verb-subject"
    found, next_token = speakers.after(scene, at + 1, end, cue)
    if found and _spoken_of(scene, at, cue, found, next_token, end):
        found, next_token = [], at + 1
    if (
        found and cue.lemma in scene.words.addressed and not cue.joined and words[at - 1] not in COMMAS
    ):  # «أمريكا وبريطانيا تحذر إيران من»
        subject = preceding.before(scene, at, cue)
        if subject:
            found, next_token, rule = subject, at + 1, "quotes.subject-verb"
    if found and rule == "quotes.verb-subject" and _object(scene, at, cue, found):
        found, next_token = [], at + 1
    if not found:
        found, next_token, rule = preceding.before(scene, at, cue), at + 1, "quotes.subject-verb"
    explicit = bool(found)
    if found and words[at] in scene.words.homographs and scene.gender(found[0]) and rule == "quotes.subject-verb":
        return None
    if not found:
        found, rule = continued(scene, at, cue), "quotes.continued"
        index = scene.at.get(at + 1)  # «وطالبت السوريين بالصبر»: behind whom they speak to
        next_token = scene.ends[index] if index is not None and cue.lemma in scene.words.addressed else at + 1
    if not found:
        return None
    found, next_token = _tongue(scene, found, next_token, end)
    if words[next_token : next_token + 2] in _ISSUED:  # «أفاد بيان صدر عن مكتب X بأن»
        next_token = max(speakers.after(scene, next_token + 2, end)[1], next_token + 2)
    starts = _opens_clause(scene, at, cue)
    weak = cue.lemma in scene.words.needs_clause
    if weak and not starts and rule != "quotes.subject-verb" and not _sure(scene, found, next_token):
        return None
    opener = opening(scene, next_token, end)
    near = min(opener or end, next_token + 4) if next_token < end and words[next_token] not in DASHES else next_token
    if "عن" in words[next_token : next_token + 8] and any(_is_relay(scene, i) for i in range(next_token, near)):
        # «كتب موقع نقلا عن مصدر أن»: the one behind عن speaks
        scene.relay = (scene.doc.sentence_of[at], found[0].name)
        return None
    sure = explicit and (starts or rule == "quotes.subject-verb" or _plain(scene, at, found, weak))
    statement = statements.read(scene, at, cue, next_token, end, sure, opener)
    if statement is not None and cue.lemma in scene.words.calls and _deed(scene, found, statement):
        statement = None
    prior = content.before(scene, at) if rule == "quotes.verb-subject" and not cue.joined else None
    if statement is None and prior is not None:
        statement, prior, rule = prior, None, "quotes.quoted-before"
    elif prior is not None and not (statement and statement.direct and _first(scene, prior.first - 1)):
        prior = None
    if statement is None:
        sentence = scene.doc.sentence_of[at]
        nested = scene.stated == sentence or (cue.transitive and scene.memory.sentence == sentence)
        if explicit and not nested and (starts or rule == "quotes.subject-verb"):
            scene.said(found, cue, at)
        return None
    scene.said(found, cue, at)
    relayed_by = rows.relayed(scene, next_token, statement.first)
    confidence = 0.9 if explicit else 0.75
    parts = [part for part in (prior, statement) if part is not None]  # «"…"، قال X، "…"»
    if (more := content.further(scene, statement)) is not None:
        parts.append(more)
    made = [rows.quote(scene, part, s, words[at], rule, confidence, relayed_by, at) for part in parts for s in found]
    last = parts[-1] if parts[-1] is more else statement
    return made, max(next_token, last.after if last.direct else last.first)


def _first(scene: Scene, mark: int) -> bool:
    """Whether a sentence begins with the quotation mark."""
    return mark == scene.sentence_start(mark)


def _object(scene: Scene, at: int, cue: Cue, found: list[Speaker]) -> bool:
    """Whether the one behind the verb is spoken to or of: «وطالبت مجلس الأمن بفرض حظر», «اعتبر القدس عاصمة»."""
    if not cue.feminine and not cue.plural and scene.state(found[0]):
        return True
    if cue.lemma not in scene.words.addressed or not cue.joined or at == scene.sentence_start(at):
        return cue.lemma in scene.words.addressed and cue.feminine and scene.gender(found[0]) is False
    return cue.feminine and scene.gender(found[0]) is not True or not scene.fits(found[0], cue)


def _followed(scene: Scene, found: list[Speaker], after: int) -> bool:
    """Whether more than the person's name was read: whom the person speaks of, «ووصف برويدي | وزير الخارجية بأنه»."""
    index = found[0].mention
    return index is not None and scene.mentions[index].kind == "person" and scene.ends.get(index, after) < after


def _spoken_of(scene: Scene, at: int, cue: Cue, found: list[Speaker], after: int, end: int) -> bool:
    """Whether the one behind the verb is spoken of: «واتهمت إيران | بدعم», «وتصف القرار | بأنه»."""
    words = scene.doc.words
    relative = words[at - 1] in scene.words.relatives or (at > 0 and _document(scene, words[at - 1]) and not cue.joined)
    if cue.lemma in scene.words.addressed and relative and not cue.transitive:
        return True  # «السبب الذي دعا المنظمة», «قرارا يدعو الحكومة»
    if cue.lemma in scene.words.addressed and cue.feminine and words[at + 1] in ("فيها", "فيه"):
        return True  # «حملة دعت فيها الرئيس إلى»
    if cue.lemma not in _ABOUT or cue.transitive or after + 1 >= end or words[after][0] != "ب":
        return False
    if _followed(scene, found, after):
        return False
    quoted = words[after] == "ب" and words[after + 1] in QUOTE_MARKS  # «وتتهم كوتونو بـ"السرقة"»
    return quoted or words[after] in scene.words.clause or (cue.lemma == "اتهم" and bears(scene, after))


def _document(scene: Scene, word: str) -> bool:
    """Whether an indefinite document stands before a verb, which then tells what it says: «قرارا | يدعو»."""
    return f"ال{word.removesuffix('ا')}" in scene.words.documents


def _plain(scene: Scene, at: int, found: list[Speaker], weak: bool) -> bool:
    """Whether a person stands right behind a verb that only reports: «عندما التقيا نفى X ما تردد»."""
    before, index = scene.doc.words[at - 1], scene.at.get(at + 1)
    if weak or index is None or index != found[0].mention or scene.mentions[index].kind != "person":
        return False
    return before not in scene.words.relatives and before not in scene.words.subordinators


def _passive(scene: Scene, at: int, cue: Cue) -> bool:
    """«الذي يعتقد أنه مختبئ»: what is believed of somebody; «يعلن … ما إذا»: what is not known yet."""
    words = scene.doc.words
    before = words[at - 1] if at else ""
    if before in scene.words.relatives and (cue.transitive or words[at + 1 : at + 2] in _PRONOUNS):
        return True  # «التي أقرها X», «الذي دعت إليه»
    if before == "ان" and words[at][0] in "يتن" and words[at - 2 : at - 1] != ["بعد"]:
        return True  # «تريد أن يدين المجلس»
    if words[at] not in scene.words.passives:
        return False
    return (
        at > 0 and words[at - 1] in scene.words.relatives and words[min(at + 1, len(words) - 1)] in scene.words.clause
    )


def _tongue(scene: Scene, found: list[Speaker], at: int, end: int) -> tuple[list[Speaker], int]:
    """«أكدت روسيا على لسان وزير خارجيتها X»: X speaks for it."""
    if "لسان" not in scene.doc.words[at : at + _TONGUE + 1]:
        return found, at
    near = range(at, min(end - 2, at + _TONGUE))
    tied = next((i for i in near if scene.doc.words[i : i + 2] == ["علي", "لسان"]), None)
    if tied is None:
        return found, at
    tongue, after = speakers.after(scene, tied + 2, end)
    return (tongue, after) if tongue else (found, at)


def _sure(scene: Scene, found: list[Speaker], after: int) -> bool:
    """Whether the verb reports all the same: «ويوم الثلاثاء الماضي أعلن السفير X أن» is no «بين الوزير»."""
    index = found[0].mention
    person = index is not None and scene.mentions[index].kind == "person"
    return person or (after < len(scene.doc.words) and scene.doc.words[after] in scene.words.clause)


def _is_relay(scene: Scene, at: int) -> bool:
    cue = scene.cues[at]
    return cue is not None and cue.kind == "relay"


def _opens_clause(scene: Scene, at: int, cue: Cue) -> bool:
    if cue.joined or at == scene.sentence_start(at):
        return True
    before = scene.doc.words[at - 1]
    leads = scene.words.leads
    if before.isdigit() and at - scene.sentence_start(at) < 5:  # «5.1 أكد البلدان»
        return True
    opens = before in scene.words.openers or before in ("ما", "لما", "بما", "وما")
    return not before[0].isalnum() or opens or before in leads or before[1:] in leads


def _deed(scene: Scene, found: list[Speaker], statement: content.Statement) -> bool:
    """Whether states or institutions only call for something, in nobody's words: «دعت أستراليا الجميع إلى الهدوء»."""
    if statement.direct or any(one.mention is None for one in found):
        return False
    if any(scene.mentions[one.mention].kind == "person" for one in found if one.mention is not None):
        return False
    return not any(scene.doc.words[token] in QUOTE_MARKS for token in range(statement.first - 1, statement.end))
