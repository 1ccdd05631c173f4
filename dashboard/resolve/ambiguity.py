"""Judges weak forms: does مالي name Mali here, عمان Oman or Amman? By the words around it and what else is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..clean.clitics import readings
from ..clean.document import Document, tokens_of
from ..lexicon import Lexicon
from ..lexicon.offices import closes_office
from ..model import Candidate

# "a Moscow declaration", "the Washington agreement to sell" are said of the states.
_SPEAKING = frozenset(("washington", "moscow", "beijing", "brussels"))
_QUOTES = frozenset('"«»“”')
_PLACE_KINDS = {"place": "city", "country": "country", "organization": "organization", "person": "person"}


_BEFORE = ("keep_before", "drop_before")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the data says of single forms, and its cues by kind; `last` are the forms' last words, `paired` those of
    cues of two words."""

    by_form: dict[tuple[str, ...], list[dict[str, Any]]]
    last: frozenset[str]
    cues: dict[str, frozenset[str]]
    paired: frozenset[str]


@lru_cache(maxsize=4)
def _rules(lexicon: Lexicon) -> _Rules:
    data = lexicon.data("ambiguity")
    by_form: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for item in data["forms"]:
        rule = {key: frozenset(" ".join(tokens_of(cue)) for cue in item.get(key, []))
                for key in ("keep_before", "drop_before", "keep_after", "drop_after", "keep_office")}  # fmt: skip
        lists = ("keep_with", "drop_with", "only", "keep_marks", "drop_marks")
        rule |= {key: frozenset(item.get(key, [])) for key in lists}
        rule["default"] = item["default"] == "keep"
        for form in item["forms"]:
            by_form.setdefault(tuple(tokens_of(form)), []).append(rule)
    cues = {kind: frozenset(" ".join(tokens_of(cue)) for cue in forms) for kind, forms in data["cues"].items()}
    before = [*cues.values(), *(rule[key] for rules in by_form.values() for rule in rules for key in _BEFORE)]
    paired = frozenset(cue.split()[-1] for those in before for cue in those if " " in cue)
    return _Rules(by_form, frozenset(form[-1] for form in by_form), cues, paired)


def standing(
    candidates: Sequence[Candidate], doc: Document, named: frozenset[str], lexicon: Lexicon
) -> list[Candidate]:
    """The candidates of a document that mean what they could. `named`: ids that a strong form of the article names."""
    known, words, starts = _rules(lexicon), doc.words, doc.starts
    strong_at = set[int]()  # tokens that belong to strong states, for coordination (مالي والنيجر)
    for c in candidates:
        if not c.weak and c.entry.kind == "country":
            strong_at.update(range(c.first, c.end))
    kept = []
    for c in candidates:
        judged = c.weak or c.entry.via == "capital" or words[c.end - 1] in known.last or starts[c.first] != c.start
        if not judged or _stands(c, doc, named, strong_at, known):  # the data says nothing of most
            kept.append(c)
    return kept


def _stands(candidate: Candidate, doc: Document, named: frozenset[str], strong_at: set[int], known: _Rules) -> bool:
    """Whether a candidate means what it could."""
    cues = known.cues
    if candidate.entry.via == "capital" and _accord(candidate, doc, known):
        return False
    if doc.words[candidate.end - 1] in known.last or doc.starts[candidate.first] != candidate.start:  # one in ten
        for rule in _own_rules(candidate, doc, known):
            if not rule["only"] or candidate.entry.id in rule["only"]:
                return _by_rule(rule, candidate, doc, named, strong_at, known)
    if not candidate.weak:
        return True
    if candidate.entry.type == "news" and _quoted(candidate, doc, cues["source"]):
        return True
    before = _before(doc, candidate.first, known)
    kind = "city" if candidate.entry.via == "capital" else _PLACE_KINDS[candidate.entry.kind]
    if not cues[kind].isdisjoint(before):
        return True
    if candidate.entry.kind == "place" and doc.text[candidate.start].isascii():  # a Latin word in capitals, at least
        return doc.text[candidate.start].isupper() and not cues["english_city"].isdisjoint(before)
    if kind == "city" and not candidate.entry.id.startswith("geonames:") and candidate.entry.country in named:
        return not cues["preposition"].isdisjoint(before)
    if candidate.entry.kind == "country" and candidate.entry.via != "capital":
        return candidate.entry.id in named or _coordinated(candidate, doc, strong_at)
    return candidate.entry.kind in ("organization", "person") and candidate.entry.id in named


def _accord(candidate: Candidate, doc: Document, known: _Rules) -> bool:
    """Whether a capital names an accord: «اتفاقية فيينا», "the Minsk agreements"."""
    cues = known.cues
    accord = not cues["accord"].isdisjoint(_before(doc, candidate.first, known))
    if accord or not doc.text[candidate.start].isascii():
        return accord
    end = candidate.end
    return end < len(doc.words) and doc.words[end] in cues["accord_after"] and doc.words[end - 1] not in _SPEAKING


def _quoted(candidate: Candidate, doc: Document, sources: frozenset[str]) -> bool:
    """Whether a name stands alone in quotation marks behind a word that says who was told: «تصريح لـ«بترا»»."""
    first, end, words = candidate.first, candidate.end, doc.words
    if first < 2 or end >= len(words) or words[first - 1] not in _QUOTES or words[end] not in _QUOTES:
        return False
    return not sources.isdisjoint(readings(words[first - 2]))


def _by_rule(
    rule: dict[str, Any], candidate: Candidate, doc: Document, named: frozenset[str], strong_at: set[int], known: _Rules
) -> bool:
    marks = set(doc.text[candidate.start : candidate.stop])
    if rule["drop_marks"] & marks or rule["keep_marks"] & marks:
        return not rule["drop_marks"] & marks
    before, after = _before(doc, candidate.first, known), _after(doc, candidate.end)
    if not rule["drop_before"].isdisjoint(before) or not rule["drop_after"].isdisjoint(after):
        return False
    if not rule["keep_before"].isdisjoint(before) or not rule["keep_after"].isdisjoint(after):
        return True
    if rule["keep_office"] and candidate.entry.id in named and closes_office(doc, candidate.first, rule["keep_office"]):
        return True
    if rule["keep_with"] & named:
        return True
    if rule["drop_with"] & named and candidate.entry.id not in named:
        return False
    return bool(rule["default"]) or (candidate.entry.kind == "country" and _coordinated(candidate, doc, strong_at))


def _own_rules(candidate: Candidate, doc: Document, known: _Rules) -> Sequence[dict[str, Any]]:
    """What the data says of the candidate's folded tokens, its clitics cut."""
    first, end = candidate.first, candidate.end
    cut = doc.starts[first] != candidate.start
    if doc.words[end - 1] not in known.last and not (cut and end - first == 1):
        return ()  # nearly always
    words = doc.words[first:end]
    if cut:
        words = [*tokens_of(doc.text[candidate.start : doc.ends[first]]), *words[1:]]
    return known.by_form.get(tuple(words), ())


def _before(doc: Document, first: int, known: _Rules) -> Sequence[str]:
    """The word before, and where a cue of two words ends so the two words before, in all readings of the outer one."""
    if not first or doc.sentence_of[first - 1] != doc.sentence_of[first]:
        return ()
    word = doc.words[first - 1]
    if first == 1 or word not in known.paired:
        return readings(word)
    return [*readings(word), *[f"{outer} {word}" for outer in readings(doc.words[first - 2])]]


def _after(doc: Document, end: int) -> Sequence[str]:
    """The word after, and any word before the one behind it («* متر»), in all readings."""
    after = list(readings(doc.words[end])) if end < len(doc.words) else []
    return [*after, *[f"* {word}" for word in readings(doc.words[end + 1])]] if end + 1 < len(doc.words) else after


def _coordinated(candidate: Candidate, doc: Document, strong_at: set[int]) -> bool:
    """Beside a strong state in a list: «مالي والنيجر», «النيجر ومالي», «Niger and Mali»."""
    words, first, end = doc.words, candidate.first, candidate.end
    joined = doc.text[doc.starts[first]] == "و" and candidate.start > doc.starts[first]
    if joined and first - 1 in strong_at:
        return True
    if first > 1 and words[first - 1] in ("،", ",", "and", "و") and first - 2 in strong_at:
        return True
    if end < len(words) and end in strong_at and words[end].startswith("و"):
        return True
    return end + 1 < len(words) and words[end] in ("،", ",", "and", "و") and end + 1 in strong_at
