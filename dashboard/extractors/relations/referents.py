"""Descriptions that stand for states: the two countries under discussion, the speaker's own country, his forces."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Mention, Quote
from .clauses import Clause
from .owners import is_feminine
from .phrases import Unit
from .slots import is_bare

# How many sentences back the two sides may have been named.
_BACK = 3


def resolve_descriptions(
    clause: Clause,
    parties: list[Unit],
    known: Sequence[list[str]],
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
    pairs: Sequence[list[str]],
) -> list[Unit]:
    """The parties with those added that descriptions name, where the text says to whom.

    `known` are those that each sentence so far named, `pairs` the two of each event that two had part in.
    """
    added = []
    for at in clause.where(clause.index.stands):
        if any(unit.first <= at < unit.end for unit in parties):
            continue
        for rest, kind, clitic in clause.index.descriptions.get(clause.word(at), ()):
            end = at + 1 + len(rest)
            if tuple(clause.doc.words[at + 1 : end]) == rest:
                if kind == "both" and clause.index.sets["quantities"].holds(clause.word_at(at - 1)):
                    continue  # عشرات البلدان
                if kind == "own":
                    ids = _own(clause, at, parties, quotes, mentions)
                elif kind == "statement":
                    ids = clause.gathered
                elif kind == "leaders":
                    ids = _leaders(clause, at, end, parties, pairs)
                elif kind in ("latter", "neighbour"):
                    ids = _last(clause, at, parties, known, other=kind == "neighbour")
                else:
                    sides = any(part in clause.word(at) for part in ("جانب", "طرف"))
                    count = 2 if kind == "both" else int(kind)
                    ids = _both(clause, at, parties, known, count, clause.index.sides if sides else clause.index.states)
                if ids:
                    added.append(_described(clause, at, end, clitic, ids, kind))
        if clause.index.is_owned_force(clause.word(at)):
            # The pronoun of قواته is whoever was named last, not always who speaks.
            last = [unit for unit in parties if unit.end <= at and is_bare(unit)]
            ids = last[-1].ids[:1] if last else _own(clause, at, parties, quotes, mentions)
            told = [unit for unit in parties if unit.end <= at and unit.how != "place"]
            if not last and len(told) == 1 and clause.tag(told[0].end) == "sub":
                ids = told[0].ids[:1]  # ذكر بيان للجيش الإسرائيلي أن مقاتلاته
            related = _related(clause, at, parties)
            ids = related or ids
            if ids:
                cut = clause.index.stripped(clause.word(at))[2] if related else ""
                added.append(_described(clause, at, at + 1, cut, ids, "own"))
    return _joined(clause, sorted([*parties, *added], key=lambda unit: unit.first), added)


def _related(clause: Clause, at: int, parties: Sequence[Unit]) -> list[str]:
    """Whose forces they are in a relative clause: لتركيا التي تقصف بطائراتها."""
    opener = at - 2
    if (
        clause.tag(at - 1) != "verb"
        or clause.tag(opener) != "rel"
        or clause.word_at(at).endswith("ها") != (clause.word(opener) == "التي")
    ):
        return []
    return next((unit.ids[:1] for unit in parties if unit.end == opener and unit.how in ("name", "capital")), [])


def _joined(clause: Clause, parties: list[Unit], added: Sequence[Unit]) -> list[Unit]:
    """Described parties made one with those that they are coordinated to: بلاده والأرجنتين, إيران وبلاده."""
    found: list[Unit] = []
    for unit in parties:
        last = found[-1] if found else None
        near = last is not None and last.end == unit.head and (last in added or unit in added)
        if near and last is not None and clause.conjoined(unit.head) and "place" not in (last.how, unit.how):
            last.ids.extend(one for one in unit.ids if one not in last.ids)
            last.end = unit.end
        else:
            found.append(unit)
    return found


def _described(clause: Clause, at: int, end: int, cut: str, ids: list[str], how: str) -> Unit:
    marker = cut[-1] if cut and cut[-1] in "لب" else ""
    head = at
    if how == "own" and not marker and (purpose := _construct(clause, at)) is not None:
        head, marker = purpose  # لزعزعة استقرار بلاده
    elif not marker and clause.is_marker(at - 1):
        marker = clause.tag(at - 1)
    elif not marker and clause.tag(at - 1) == "" and at > clause.first and clause.is_marker(at - 2):
        marker, head = clause.tag(at - 2), at - 1
    while head > clause.first and clause.tag(head - 1) == "" and not marker and head - 1 not in clause.named:
        if not (clause.index.sets["officials"].holds(clause.word(head - 1)) or clause.word(head - 1) == "اخر"):
            break
        head -= 1  # وزير خارجيته
    for here in range(at, end):
        clause.clear(here)
    return Unit(at, end, head, ids, marker, how)


def _construct(clause: Clause, at: int) -> tuple[int, str] | None:
    """(head, preposition) of a phrase of two or three nouns that ends in the description, which ل or ب opens."""
    for here in range(at - 1, max(clause.first, at - 4) - 1, -1):
        if clause.tag(here) != "" or here in clause.named or clause.word(here).startswith("ال"):
            return None
        _, _, clitic = clause.index.stripped(clause.word(here))
        if not clitic and clause.word(here)[0] == "ل" and clause.index.sets["misdeeds"].holds(clause.word(here)):
            clitic = "ل"
        if clitic:
            return (here, clitic[0]) if at - here > 1 else None
    return None


def _both(
    clause: Clause, at: int, parties: Sequence[Unit], known: Sequence[list[str]], count: int, states: frozenset[str]
) -> list[str]:
    """Those named before in the sentence, else in the sentences just before, where they are as many as meant."""
    if any(clause.word_at(unit.end) == ":" for unit in parties if unit.first < at):
        return []  # الدنمارك: تبادلت الدولتان …, in a list of states and what each did with another
    seen = list(dict.fromkeys(_named_before(parties, at, states)))
    for unit in reversed([unit for unit in parties if unit.first < at]):
        if count > 2 and len(states.intersection(unit.ids)) == count:
            return list(unit.ids)  # a list of just as many
    if count == 2 and len(seen) > count:  # نقلت مسقط رسائل بين طهران وواشنطن …: the two, not who helps them
        for unit in reversed([unit for unit in parties if unit.first < at and unit.marker == "بين"]):
            if len(states.intersection(unit.ids)) == len(unit.ids) == 2:
                return list(unit.ids)
    if len(seen) < count:
        for earlier in reversed(known[-_BACK:]):
            pair = list(dict.fromkeys(one for one in earlier if one in states))
            if len(pair) == count and set(seen) <= set(pair):
                return pair
    last = list(dict.fromkeys(one for one in known[-1] if one in states)) if known else []
    if count > 2:
        return []
    if len(seen) == 1 and len(last) == 2 and not set(seen) & set(last):
        return last  # a third party speaks of the two of the sentence before
    for earlier in [[], *reversed(known[-_BACK:])]:
        seen = list(dict.fromkeys([*seen, *(one for one in earlier if one in states)]))
        if len(seen) == count:
            return seen
        if len(seen) > count:
            return []
    return []


def _named_before(parties: Sequence[Unit], at: int, states: frozenset[str]) -> list[str]:
    """The states that the sentence has named before a token, as often as it did."""
    return [one for unit in parties if unit.first < at for one in unit.ids if one in states]


def _leaders(clause: Clause, at: int, after: int, parties: Sequence[Unit], pairs: Sequence[list[str]]) -> list[str]:
    """The two that the sentence has named, else who met last, if nothing more says who they are: الزعيمان, not
    الرئيسان الروسي والتركي."""
    if clause.word_at(after).startswith("ال") or after in clause.named:
        return []
    states = clause.index.states
    seen = list(dict.fromkeys(_named_before(parties, at, states)))
    if len(seen) > 1 or not pairs:
        return seen if len(seen) == 2 else []
    return next((list(pair) for pair in reversed(pairs) if set(seen) <= set(pair)), [])


def _last(clause: Clause, at: int, parties: Sequence[Unit], known: Sequence[list[str]], *, other: bool) -> list[str]:
    """Who was named last, where the word stands alone (وكان الأخير, not الهجوم الأخير); with `other` the one state
    besides the verb's subject."""
    adjective = at > clause.first and clause.tag(at - 1) in ("", "noun", "time")
    if adjective or clause.word_at(at + 1).startswith("ال"):
        return []  # الهجوم الأخير, جارتها الجنوبية
    states = clause.index.states
    if not other:
        return _latter(clause, at, parties, known)
    here = _named_before(parties, at, states)
    before = [one for one in (known[-1] if known else []) if one in states]
    rest = list(dict.fromkeys(here[:-1] if len(set(here)) > 1 else [one for one in before if one not in here]))
    return rest if len(rest) == 1 else []


def _latter(clause: Clause, at: int, parties: Sequence[Unit], known: Sequence[list[str]]) -> list[str]:
    """Of those who have a side the last that is of the word's gender: اتهم الجيش القوات …، فيما حملته الأخيرة."""
    sides, womanly = clause.index.sides, clause.word(at).endswith("ه")
    here = [unit for unit in parties if unit.end <= at and sides.issuperset(unit.ids) and unit.how != "place"]
    if here:
        fits = [unit for unit in here if is_feminine(clause, unit) == womanly]
        return (fits or here)[-1].ids[-1:]
    return [one for one in (known[-1] if known else []) if one in sides][-1:]


def _own(
    clause: Clause, at: int, parties: Sequence[Unit], quotes: Sequence[Quote], mentions: Sequence[Mention]
) -> list[str]:
    """The speaker's state: that of the quote around, else of the sentence's first subject."""
    offset = clause.doc.starts[at]
    for quote in quotes:
        if quote.field != clause.doc.field or quote.start is None or quote.end is None:
            continue
        if quote.start <= offset < quote.end and quote.speaker_mention is not None:
            speaker = mentions[quote.speaker_mention]
            state = speaker.id if speaker.kind == "country" else speaker.country
            if state:
                return [state]
    before = [unit for unit in parties if unit.end <= at and not unit.marker and _speaks(clause, unit)]
    if not before:  # على حد تعبير الوزير …، الذي نفى أن تكون بلاده
        before = [unit for unit in parties if unit.end <= at and unit.how == "person" and _taken_up(clause, unit)]
    if not before and (told := clause.before()) is not None:
        before = [told[0]]  # the speaker of the sentence before
    return before[0].ids[:1] if before and len(before[0].ids) == 1 else []


def _taken_up(clause: Clause, unit: Unit) -> bool:
    """Whether a relative pronoun follows the party."""
    return clause.tag(unit.end + (clause.tag(unit.end) == "comma")) == "rel"


def _speaks(clause: Clause, unit: Unit) -> bool:
    """Whether a party is somebody who may say "my country", and not a place or a thing of a state's."""
    if unit.how == "demonym":
        return any(clause.index.sets["officials"].holds(clause.word(at)) for at in range(unit.head, unit.end))
    return unit.how != "place"
