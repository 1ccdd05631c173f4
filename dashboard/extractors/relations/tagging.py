"""What the tokens of a sentence are: marks, function words, verbs and nouns of the lexicon."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ...clean.document import Document
from .carried import feminine
from .clauses import ASIDE as _ASIDE
from .clauses import PLAIN as _PLAIN
from .clauses import Clause
from .vocabulary import HERE, Index, Reading, Readings

# No verb follows these, but a noun.
_EMPHATIC = {"إن", "بأن", "لأن", "وإن", "فإن"}
# Verbs that hand over what ب brings in: اتهمت … بدعم, تعهد … بدعم, حظيت … بدعم.
_HANDING = {"accuse", "approve", "consent", "commit", "undergo"}
# Marks that a name or a number may hold.
_INSIDE = {"-", ",", "."}
# How far before a deed the decision to do it stands.
_RULED = 4
# How far off the word may stand that makes a noun an event's: half of it before, where the entry lets it.
_NEAR = 7


def clause(doc: Document, index: Index, bounds: tuple[int, int], times: Sequence[int]) -> Clause:
    """Tag the tokens of a sentence. `times` are the tokens of dates, in order."""
    found = Clause(doc, index, *bounds)
    tags = found.tags
    for at in times[bisect_left(times, bounds[0]) : bisect_left(times, bounds[1])]:
        tags[at] = "time"
    skip, end, words, lexical_of = bounds[0], len(doc.words), doc.words, index.lexical
    for at in found.where(index.concerns):
        if at < skip:
            continue
        word = words[at]
        lexical = lexical_of(word)
        if lexical is not None and lexical.mark is not None:
            tags[at] = "" if word in _INSIDE and _glued(doc, at) else lexical.mark
            continue
        following = lexical.compounds.get(words[at + 1]) if lexical and lexical.compounds and at + 1 < end else None
        if following and (compound := _compound(words, at, following)):
            skip = at + compound[0]
            tags.update((here, compound[1]) for here in range(at, min(skip, bounds[1])))
            continue
        if tags[at]:
            continue
        if lexical is not None and lexical.fixed is not None:
            tags[at] = lexical.fixed
            continue
        if word in HERE and "أ" in doc.surface(at, at + 1):
            lexical = lexical_of(word.removesuffix("هنا") + "هناء")  # هنأ, not the adverb هنا
        if lexical is None:
            continue
        function, readings = lexical.function, lexical.alone or lexical.read(words, at)
        if readings.bare is not readings and word.endswith("ه") and doc.surface(at, at + 1).endswith("ة"):
            readings = readings.bare  # تابعة
        if function is not None and not _is_other(found, at, function, readings):
            tags[at] = function
            if readings:
                found.readings[at] = readings
        elif readings:
            _read(found, at, readings)
    _name_calling(found)
    return found


def _is_other(clause: Clause, at: int, function: str, readings: Readings) -> bool:
    """Whether a function word is written as another word, which stands here."""
    word = clause.word(at)
    if function == "other" and readings and word.lstrip("و")[:1] == "ب" and _charged(clause, at):
        return True  # اتهمت واشنطن طهران بدعم …
    if function == "location" and readings and _expresses(clause, at):
        return True  # وعبر الوزير عن أسفه
    return function == "نحو" and (_counting(clause, at) or clause.is_marker(at - 1))  # عن نحو ألفي معتقل: about


def _read(clause: Clause, at: int, readings: Readings) -> None:
    """Tag a word of the lexicon as the verb or the noun that it is here, if it is either."""
    index, tags, word, before = clause.index, clause.tags, clause.word(at), clause.tag(at - 1)
    carried = index.sets["carrier_nouns"].holds(word) and _second(clause, at)
    if carried:
        tag = "noun"
        if readings.kind == "verb":
            return
    elif readings.kind == "verb" and _stands_as_noun(clause, at):
        return  # no verb follows a preposition: some noun of the same form
    elif before == "" and readings.adjective and word.endswith(("ه", "ين")) and _lacks_company(clause, at, readings):
        return  # طائرة محملة بالمتفجرات: it only qualifies the word before
    else:
        tag = readings.kind or ("noun" if _is_noun(clause, at, readings) else "verb")
    tags[at] = tag
    readings = readings if readings.kind else readings.kinds[tag]
    clause.readings[at] = readings
    if tag == "noun" and not carried and _lacks_company(clause, at, readings):
        clause.idle.add(at)  # تجربة, شحن, نقل of nothing that an entry knows


def _name_calling(clause: Clause) -> None:
    """Step over what only says that somebody calls it so: غارات على ما وصفه بمخابئ الانفصاليين."""
    for at in clause.where(clause.index.sets["calling"].exact.__contains__):
        if at - 1 <= clause.first or clause.word(at - 1) not in ("ما", "بما"):
            continue
        before = clause.tag(at - 2)
        plain = before == "" and not clause.word(at - 2).startswith(("لل", "بال"))
        if before in ("verb", "time") or before not in _PLAIN or plain:
            clause.clear(at - 1)
            clause.clear(at)


def _glued(doc: Document, at: int) -> bool:
    """Whether the mark is inside a name or a number: S-400, إف-16, 4,2 مليارات."""
    inside = 0 < at < len(doc.words) - 1 and not doc.spaced[at] and not doc.spaced[at + 1]
    return inside and doc.words[at + 1].isdigit()


def _lacks_company(clause: Clause, at: int, readings: Readings) -> bool:
    """Whether no word that the entries ask for stands near enough for the word to tell the event of one of them."""
    words, end = clause.doc.words, min(clause.end, at + 2 * _NEAR)
    for event in readings.asking:
        first = max(clause.first, at - _NEAR) if event.loose else at + 1
        if event.with_ is not None and any(map(event.with_.holds, words[first:end])):
            return False
    return bool(readings.asking)


def _charged(clause: Clause, at: int) -> bool:
    """Whether an accusation or a promise stands before that the noun with ب is the content of."""
    if clause.index.controls(clause.word_at(at - 1)):
        return True  # التزامها بدعم …
    for here in range(at - 1, max(clause.first, at - _ASIDE) - 1, -1):
        if clause.tag(here) == "verb":
            return any(reading.name in _HANDING for reading in clause.readings.get(here, ()))
    return False


def _counting(clause: Clause, at: int) -> bool:
    """Whether a number follows."""
    word = clause.doc.words[at + 1] if at + 1 < clause.end else ""
    return word.isdigit() or clause.index.sets["quantities"].holds(word)


def _expresses(clause: Clause, at: int) -> bool:
    """Whether a preposition's form opens a clause as the verb that عن follows: وعبر متحدث باسم البيت الأبيض عن أسفه."""
    opens = clause.tag(at - 1) in ("stop", "comma", "sub") or clause.word(at).startswith("و")
    after = clause.doc.words[at + 1 : min(clause.end, at + _ASIDE + 3)]
    return opens and "عن" in after


def _second(clause: Clause, at: int) -> bool:
    """Whether a verb stands before in the clause, with nothing that would let a second one follow."""
    here = at
    while here > clause.first:
        here -= 1
        tag = clause.tag(here)
        if tag == "verb":
            return not clause.readings[here].aux
        opening = clause.opening(here) if tag == "comma" else None
        if opening is not None and clause.tag(opening + 1) in ("time", "location", "other"):
            here = opening  # قرر الاتحاد الأوروبي، الثلاثاء في بروكسل، رفع …; قرر القادة، خلال قمة في بروكسل، منع …
            continue
        if tag == "comma" and clause.tag(here - 1) == "time":  # أعلن الحلف، الثلاثاء، طرد …
            continue
        if tag in ("stop", "sub", "rel", "comma"):
            return False
        if tag == "عن" and clause.tag(here + 1) == "noun" and here + 1 < at:
            continue  # أعرب عن تأييد القاهرة منح …
        if clause.tag(here) == "location" and here == at - 2 and not clause.word(at - 1).startswith("ال"):
            continue  # قررت السلطات في مالي طرد …
        if clause.is_marker(here):
            return here == at - 1
    return False


def _behind_verb(clause: Clause, at: int) -> bool:
    """Whether a verb stands before in the same clause."""
    before = (clause.tag(here) for here in range(at - 1, clause.first - 1, -1))
    return next((tag for tag in before if tag in ("verb", "stop", "sub", "rel", "comma")), "") == "verb"


def _stands_as_noun(clause: Clause, at: int) -> bool:
    """Whether a word stands where no verb does: right after a preposition, or with a pronoun after a verb (يبسطون
    سيطرتهم)."""
    if at == clause.first or clause.is_marker(at - 1):
        return at > clause.first
    owned = clause.word(at).endswith(("تها", "ته", "تهم", "تهما"))
    return owned and clause.tag(at - 1) == "verb" and not clause.readings[at - 1].aux


def _compound(words: list[str], at: int, known: Iterable[tuple[tuple[str, ...], str]]) -> tuple[int, str] | None:
    """(length, marker) of a preposition of several words that starts at a token."""
    for rest, marker in known:
        if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, marker
    return None


def _is_noun(clause: Clause, at: int, readings: Readings) -> bool:
    """Whether a word that may be verb or noun is a noun here: after a preposition, a verb, an article, in a phrase."""
    nouns = readings.kinds["noun"]
    if any(reading.article or reading.clitic for reading in nouns):
        return True
    if all(reading.pronoun for reading in readings if reading.pos != "noun") and not all(r.pronoun for r in nouns):
        return True  # إصابة rather than أصابه
    if all(reading.pos == "noun" or reading.pos == "participle" for reading in readings):
        return not (clause.tag(at - 1) == "comma" and clause.word(at).endswith("ه"))  # استدعت …، مطالبة واشنطن بـ
    dual = clause.word(at).endswith("ا") and all(
        one.plural and one.pos == "past" for one in readings if one.pos != "noun"
    )
    if dual and _behind_verb(clause, at):
        return not any(reading.conjunction for reading in readings)  # سحبت سفيرها تضامنا مع …, not وتضامنا
    near = at - 1
    while near > clause.first and clause.tag(near) == "quote":
        near -= 1
    before = clause.tag(near) if near >= clause.first else "stop"
    joined = any(reading.conjunction for reading in readings)
    if before not in _PLAIN or before in ("noun", "verb") or (joined and _enumerated(clause, at, readings)):
        return True
    previous = clause.word(near) if near >= clause.first else ""
    # A present verb that the data doesn't know: ينال دعم …
    unknown = before == "" and len(previous) in (4, 5, 6) and previous[0] == "ي" and previous[-1] not in "يه"
    construct = before == "" and previous.endswith("ه") and not previous.startswith("ال")  # محاولة قتل
    emphatic = before == "sub" and clause.doc.surface(near, near + 1) in _EMPHATIC  # قال إن قتل المدنيين
    pointed = emphatic or (before == "" and previous in ("ذلك", "هذا"))  # وأعقب ذلك قصف إسرائيلي
    if construct or unknown or pointed or _status_word(clause, at - 1) or _ruled(clause, at):
        return True
    return not joined and not any(reading.plural for reading in readings) and _second(clause, at)


def _enumerated(clause: Clause, at: int, readings: Sequence[Reading]) -> bool:
    """Whether the word goes on what a feminine subject announced, whose verb it can't be: أعلنت … نشر … وقطع …"""
    past = next((one for one in readings if one.pos == "past"), None)
    if past is None or feminine(clause.word(at), past):
        return False
    carried = False
    for here in range(at - 1, clause.first - 1, -1):
        tag = clause.tag(here)
        carried = carried or tag == "noun"
        if tag == "verb":
            return carried and any(
                one.role == "carrier" and feminine(clause.word(here), one) for one in clause.readings[here]
            )
        if tag in ("stop", "sub", "rel"):
            return False
    return False


def _ruled(clause: Clause, at: int) -> bool:
    """Whether a decision with its genitive stands before: قرار موسكو طرد دبلوماسيين, قرار الرئيس الروسي طرد …"""
    for here in range(at - 2, max(clause.first, at - _RULED) - 1, -1):
        if any(clause.tag(one) not in ("", "quote") for one in (here, here + 1)):
            return False
        if clause.word(here).removeprefix("و") in clause.index.sets["deciding"].exact:
            return True
    return False


def _status_word(clause: Clause, at: int) -> bool:
    return at >= clause.first and clause.word(at) in clause.index.status_nouns
