"""Page furniture: lines that a saved page or a pasted text carries beside its article.

Cues stand in `data/boilerplate.yml`. Only what is recognised goes; a line that is not stays, since a lost sentence
costs more than a kept button. Whether a line "ends like a paragraph" tells headlines from sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..days import only_a_day
from ..lexicon import load
from .cues import alternatives, begins, holds, nothing_but, words
from .dayline import day_line
from .fold import fold_key
from .publication import publication_line
from .signature import is_signature

_CLOSED, _ENDED = ('"', "”", "»", "’"), tuple(".!…؛:؟?")
_CLOSING = " \t\n\"'”“»«’)]"  # what may stand behind a sentence's mark
_CUT = ("..", "…", "[…]", "[...]")
_CLOCK_LINE = re.compile(r"\d{1,2}[:.]\d{2}(?: *(?:ت م|ت غ|ص|م|gmt|am|pm))?|ت م|ت غ")
_HASHTAGS = re.compile(r"(?:[#][\w]+[\s,،|]*)+")
_RULED = re.compile(r"/{2,}.*/{2,}|\W+")
_CAPTCHA = re.compile(r"(?:[^\s=]+ )?[^\s=]+ ?[+×x*−-] ?(?:[^\s=]+ ){0,2}[^\s=]* ?= ?\S{0,12}")  # عشرة + خمسة =
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_CREDIT, _TAG = 6, 4  # words: the longest line that only credits somebody, the longest tag in a row of them
_HEADLINE, _PARAGRAPH = 22, 12  # words: the longest headline, the shortest paragraph that ends a block of furniture
_POINTED = 30  # words: the longest line that points to another story
# Words of a line below the body, how many there may be (more are a list); how many paragraphs end, and what share.
_TRAILING, _FEW, _PARAGRAPHS, _SHARE = 8, 5, 3, 0.8
_ITEM = re.compile(r"\s*(?:[-–—•·▪◦*]|\(?\d{1,3}\s*[-–.):])\s*\S")
_NEXT_TO_POINTER = 8  # headlines that may follow a pointer which stands alone


def ends_like_paragraph(line: str) -> bool:
    """Whether a line ends with a sentence's mark; one cut off by an ellipsis does not."""
    return (line.endswith(_CLOSED) or line.rstrip(_CLOSING).endswith(_ENDED)) and not cut_off(line)


def cut_off(line: str) -> bool:
    """Whether a line ends in an ellipsis."""
    return line.rstrip().endswith(_CUT)


@lru_cache(maxsize=16)  # `prepare` asks again, of the same text where nothing was taken away
def without_furniture(text: str, title: str) -> str:
    """`text` (normalised) without its furniture; the text itself where nothing else would be left."""
    lines = text.split("\n")
    kept = _kept(lines, words(title))
    _drop_trailing(lines, kept)
    tail = _rules().tail
    cleaned = "\n".join(tail.sub("", line) for line, keep in zip(lines, kept, strict=True) if keep)
    return cleaned if any(char.isalpha() for char in cleaned) else text


def is_chrome(line: str) -> bool:
    """Whether a line above the body is a button, a menu or the day: never a title."""
    said = words(line)
    bare = " ".join(word for word in said.split() if not word.isdigit())
    dated = _is_day(line) or publication_line(line) is not None
    return dated or _rules().whole.fullmatch(bare) is not None


def _kept(lines: Sequence[str], title: str) -> list[bool]:
    kept = [True] * len(lines)
    body_words, at = 0, 0
    spoken = [index for index, line in enumerate(lines) if line.strip()]
    last_body = next((index for index in reversed(spoken) if _is_paragraph(lines[index])), -1)
    while at < len(spoken):
        index = spoken[at]
        line = lines[index]
        said = words(line)
        kind = _kind(line, said)
        if kind is None and title and said == title and at < 3:
            kind = "title"
        if kind is None and _is_day(line) and (not body_words or index > last_body):
            kind = "day"
        if kind is None:
            body_words += len(said.split())
            at += 1
            continue
        kept[index] = False
        at += 1
        if kind == "pointer" and body_words:
            at = _drop_headlines(lines, spoken, at, kept, _NEXT_TO_POINTER, furniture=False)
        elif kind == "block" and body_words:
            at = _drop_headlines(lines, spoken, at, kept, len(lines), furniture=True)
    return kept


def _drop_trailing(lines: Sequence[str], kept: list[bool]) -> None:
    """Drop the short lines below the body that are no sentences (Sign up for alerts), where paragraphs end as such."""
    spoken = [index for index, line in enumerate(lines) if kept[index] and line.strip()]
    body = len(spoken)
    while body and _is_trailing(lines[spoken[body - 1]]):
        body -= 1
    ended = sum(ends_like_paragraph(lines[index]) for index in spoken[:body])
    if len(spoken) - body <= _FEW and ended >= _PARAGRAPHS and ended >= _SHARE * body:
        for index in spoken[body:]:
            kept[index] = False


def _is_trailing(line: str) -> bool:
    sentence = ends_like_paragraph(line) or cut_off(line)
    return len(line.split()) <= _TRAILING and not sentence and not _ITEM.match(line)


def _drop_headlines(
    lines: Sequence[str], spoken: list[int], at: int, kept: list[bool], most: int, *, furniture: bool
) -> int:
    """Drop the headlines (and, in a block, the furniture) that follow; stop at the first that may be a paragraph."""
    end = min(len(spoken), at + most)
    while at < end:
        line = lines[spoken[at]]
        said = words(line)
        short = len(said.split()) <= _HEADLINE
        headline = short and (not ends_like_paragraph(line) or line.rstrip().endswith(("؟", "?")))
        known = furniture and (_kind(line, said) is not None or _is_day(line))
        if not (headline or known or (furniture and cut_off(line))):
            break
        kept[spoken[at]] = False
        at += 1
    return at


def _is_day(line: str) -> bool:
    """Whether a line says nothing but the day, or the day with its place and agency."""
    return only_a_day(fold_key(line)) is not None or day_line(line) is not None


def _is_paragraph(line: str) -> bool:
    return len(line.split()) >= _PARAGRAPH and ends_like_paragraph(line)


@lru_cache(maxsize=4096)  # `prepare` looks twice: the second look at a line costs nothing
def _kind(line: str, said: str) -> str | None:
    """What furniture a line is, or None: furniture, pointer (to other stories, alone), block (of them, or a form)."""
    rules = _rules()
    count = said.count(" ") + 1 if said else 0
    if len(said) <= 1:
        return "furniture" if line.strip(" -–—*•·.،\"'") or _RULED.fullmatch(line.strip()) else None
    bare = " ".join(word for word in said.split() if not word.isdigit())
    if count <= 12 and rules.block.fullmatch(bare):
        return "block"
    if rules.pointer_alone.fullmatch(bare):
        return "pointer"
    if count <= _POINTED and rules.pointing.match(line.strip(" *-–—•»«>←‹›|")):
        return "furniture"
    sentence = line.rstrip().endswith(".") and not cut_off(line)
    if count <= _HEADLINE and bare and not sentence and rules.whole.fullmatch(bare):
        return "furniture"
    if count <= rules.opening_words and (rules.opening.match(said) or rules.labelled.match(line.strip(" *-–—•|"))):
        return "furniture"
    if count <= rules.opening_words and any(sign in line for sign in rules.signs):
        return "furniture"
    if count <= rules.anywhere_words and rules.anywhere.search(said):
        return "furniture"
    folded = fold_key(line).strip(" |-–—()[]")
    bounded = line.strip()
    if _CLOCK_LINE.fullmatch(folded) or _HASHTAGS.fullmatch(bounded):
        return "furniture"
    if bounded.startswith("//") and _RULED.fullmatch(bounded):
        return "furniture"
    if bounded.count("|") > 1 and all(len(part.split()) <= _TAG for part in bounded.split("|")):
        return "furniture"
    if _ADDRESS.fullmatch(bounded) or rules.trail.match(bounded):
        return "furniture"
    if count <= _CREDIT and rules.credit.match(bounded) and not bounded.endswith("."):
        return "furniture"
    if publication_line(line) or is_signature(line):
        return "furniture"
    return "furniture" if _CAPTCHA.fullmatch(bounded) else None


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
        self.tail = re.compile(rf"(?<=[.!؟?…\"”»])\s*\(?(?:{pointers})\s*(?::|\.\.+|/|\|){headline}$", re.IGNORECASE)


def _spelled(cues: Sequence[str]) -> str:
    """A pattern for cues in a text as written: hamza and closing ta as people happen to write them."""
    loose = {**dict.fromkeys("اأإآ", "[اأإآ]"), **dict.fromkeys("يى", "[يى]"), "ة": "[ةه]", " ": r"\s+", "'": "['’]"}
    forms = sorted(set(cues), key=len, reverse=True)
    spelled = ("".join(loose.get(char, re.escape(char)) for char in form) for form in forms)
    return "|".join(pattern + ("ً?" if form.endswith("ا") else "") for pattern, form in zip(spelled, forms, strict=True))


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return _Rules()
