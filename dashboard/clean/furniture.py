"""What furniture a single line is, told by the cues of `data/boilerplate.yml` and by its signs.

Nearly every line is none. So the long patterns are tried only where a line begins with a word that some cue begins
with, and only what a line of that length may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..bylines import may_be_publication, publication_line
from ..lexicon import load
from .cues import alternatives, begins, first_words, holds, nothing_but, words
from .fold import fold_key
from .signature import is_signature

_CUT = ("..", "…", "[…]", "[...]")
_CLOCK_LINE = re.compile(r"\d{1,2}[:.]\d{2}(?: *(?:ت م|ت غ|ص|م|gmt|am|pm))?|ت م|ت غ")
_CLOCK_WORDS = 4
_HASHTAGS = re.compile(r"(?:[#][\w]+[\s,،|]*)+")
_RULED = re.compile(r"/{2,}.*/{2,}|\W+")
_CAPTCHA = re.compile(r"(?:[^\s=]+ )?[^\s=]+ ?[+×x*−-] ?(?:[^\s=]+ ){0,2}[^\s=]* ?= ?\S{0,12}")  # عشرة + خمسة =
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_FIGURE = re.compile(r"\d")
_CREDIT, _TAG = 6, 4  # words: the longest line that only credits somebody, the longest tag in a row of them
HEADLINE = 22  # words: the longest headline
_BLOCK, _POINTED = 12, 30  # words: the longest line that heads a block, that points to another story


def cut_off(line: str) -> bool:
    """Whether a line ends in an ellipsis."""
    return line.rstrip().endswith(_CUT)


def only_cues(line: str) -> bool:
    """Whether a line is a button or a menu and nothing else, numbers aside."""
    return _rules().whole.fullmatch(_bare(words(line))) is not None


def without_pointer(line: str, spelled: Sequence[str]) -> str:
    """A paragraph, whose folded words are `spelled`, without the headline of another story at its end (… انتهى
    الاجتماع. اقرأ أيضا: …)."""
    rules = _rules()
    found = None if rules.sending.isdisjoint(spelled) else rules.tail.search(line)
    return line[: found.start() + 1] if found else line


@lru_cache(maxsize=4096)  # where something is taken away `prepare` looks twice: the second look costs nothing
def furniture(line: str, said: str) -> str | None:
    """What furniture a line is, or None: furniture, pointer (to other stories, alone), block (of them, or a form).

    `said` are the line's folded words (`cues.words`).
    """
    bounded = line.strip()
    if len(said) <= 1:
        return "furniture" if line.strip(" -–—*•·.،\"'") or _RULED.fullmatch(bounded) else None
    rules, count = _rules(), said.count(" ") + 1
    first = said.partition(" ")[0]
    if first in rules.firsts or first.isdigit():
        kind = _by_its_beginning(rules, line, said, count)
        if kind is not None:
            return kind
    if count <= rules.anywhere_words and not rules.telling.isdisjoint(said.split()) and rules.anywhere.search(said):
        return "furniture"
    if count <= rules.opening_words and any(sign in line for sign in rules.signs):
        return "furniture"
    published = may_be_publication(first, line) and publication_line(line) is not None
    return "furniture" if _by_its_signs(line, bounded, count) or published or is_signature(line) else None


def _by_its_beginning(rules: _Rules, line: str, said: str, count: int) -> str | None:
    bare = _bare(said)
    if count <= _BLOCK and rules.block.fullmatch(bare):
        return "block"
    if rules.pointer_alone.fullmatch(bare):
        return "pointer"
    if count <= _POINTED and rules.pointing.match(line.strip(" *-–—•»«>←‹›|")):
        return "furniture"
    sentence = line.rstrip().endswith(".") and not cut_off(line)
    if count <= HEADLINE and bare and not sentence and rules.whole.fullmatch(bare):
        return "furniture"
    if count <= rules.opening_words and (rules.opening.match(said) or rules.labelled.match(line.strip(" *-–—•|"))):
        return "furniture"
    bounded = line.strip()
    credited = count <= _CREDIT and rules.credit.match(bounded) is not None and not bounded.endswith(".")
    return "furniture" if credited or rules.trail.match(bounded) else None


def _by_its_signs(line: str, bounded: str, count: int) -> bool:
    """A clock, hashtags, a ruled heading, a row of tags, an address, a sum to be solved."""
    if count <= _CLOCK_WORDS and _CLOCK_LINE.fullmatch(fold_key(line).strip(" |-–—()[]")):
        return True
    if bounded[0] == "#" and _HASHTAGS.fullmatch(bounded):
        return True
    if bounded.startswith("//") and _RULED.fullmatch(bounded):
        return True
    if bounded.count("|") > 1 and all(len(part.split()) <= _TAG for part in bounded.split("|")):
        return True
    if " " not in bounded and _ADDRESS.fullmatch(bounded):
        return True
    return "=" in bounded and _CAPTCHA.fullmatch(bounded) is not None


def _bare(said: str) -> str:
    """Folded words without the numbers."""
    return " ".join([word for word in said.split() if not word.isdigit()]) if _FIGURE.search(said) else said


class _Rules:
    """The cues of the data file, compiled."""

    def __init__(self) -> None:
        data = load().data("boilerplate")
        lists = ("whole", "opening", "anywhere", "pointers", "blocks")
        both = {name: [*data[name]["ar"], *data[name]["en"]] for name in lists}
        several = [cue for cue in both["opening"] if " " in cue]
        single = [cue for cue in both["opening"] if " " not in cue]
        self.opening_words: int = data["opening_words"]
        self.anywhere_words: int = data["anywhere_words"]
        self.signs: list[str] = data["signs"]
        self.whole = nothing_but(both["whole"])
        self.block = re.compile(alternatives(both["blocks"]))
        self.pointer_alone = re.compile(alternatives(both["pointers"]))
        self.opening = begins(several)
        self.anywhere = holds(both["anywhere"])
        self.labelled = re.compile(rf"(?:{_spelled(single)})\s*[:|#]", re.IGNORECASE)
        self.credit = re.compile(rf"[(\[]?(?:{_spelled(data['credits'])})\s*[:/]", re.IGNORECASE)
        self.trail = re.compile(rf"(?:{_spelled(data['home'])})\s*[>»«/|‹›\\]\s*\S.{{0,120}}$", re.IGNORECASE)
        pointers, with_comma = _spelled(both["pointers"]), _spelled(data["pointers_with_comma"])
        separator = r"\s*(?::|\.\.+|…|/|\||»|–|—|(?<=\s)-|-(?=\s))"
        self.pointing = re.compile(rf"(?:(?:{pointers}){separator}|(?:{with_comma})\s*(?:[،,]|$))", re.IGNORECASE)
        headline = r"[^\n.]{8,200}(?:\.\.[^\n.]{3,150}){0,3}"
        self.tail = re.compile(rf"[.!؟?…\"”»]\s*\(?(?:{pointers})\s*(?::|\.\.+|/|\|){headline}$", re.IGNORECASE)
        beginnings = [both[name] for name in ("whole", "opening", "pointers", "blocks")]
        beginnings += [data[name] for name in ("credits", "home", "pointers_with_comma")]
        self.firsts = frozenset[str]().union(*map(first_words, beginnings))
        # One word of each cue: where none of them stands, the pattern needn't be tried.
        self.telling, self.sending = (
            frozenset(max(words(cue).split(), key=len) for cue in both[name]) for name in ("anywhere", "pointers")
        )


def _spelled(cues: Sequence[str]) -> str:
    """A pattern for cues in a text as written: hamza and closing ta as people happen to write them."""
    loose = {**dict.fromkeys("اأإآ", "[اأإآ]"), **dict.fromkeys("يى", "[يى]"), "ة": "[ةه]", " ": r"\s+", "'": "['’]"}
    forms = sorted(set(cues), key=len, reverse=True)
    spelled = ("".join(loose.get(char, re.escape(char)) for char in form) for form in forms)
    return "|".join(pattern + ("ً?" if form.endswith("ا") else "") for pattern, form in zip(spelled, forms, strict=True))


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return _Rules()
