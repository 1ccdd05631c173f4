"""Headlines of other stories that stand unmarked between the paragraphs of an article, and would invent actors.

A paragraph ends with a sentence's mark; a teaser does not, is as long as a headline, looks like one, and speaks of
things that the rest of the article does not. All of that is asked: a subheading speaks of what follows it, an item of
a list stands among its like, and where paragraphs do not end with marks at all, nothing is judged.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..lexicon import load
from .boilerplate import ends_like_paragraph
from .cues import begins, words
from .fold import fold_key, folded, remembered

_SHORTEST, _LONGEST, _LONGEST_CUT = 5, 20, 30  # words of a teaser; of one that was cut off
_ENDED_PARAGRAPHS, _ENDED_SHARE = 3, 0.6
_NOVEL, _NOVEL_HEADLINE, _NOVEL_CUT = 0.6, 0.3, 0.6  # share of its words that stand nowhere else in the article
_LIST = 4  # so many in a row are a list
_ITEM = re.compile(r"^\s*(?:[-–—*•·▪◦]|\(?\d{1,3}\s*[-–.):/]|[IVX]{1,4}\s*[.\-ـ)])")
_HEADLINE_SIGNS = re.compile(r"^[^:]{3,45}:\s|\S\.{2,3}\s*\S|[؟?]\W*$")
_ELLIPSIS = ("..", "…")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=16)
def without_teasers(text: str) -> str:
    """`text` (normalised, without furniture) without unmarked teasers."""
    lines = text.split("\n")
    spoken = [index for index, line in enumerate(lines) if line.strip()]
    ended = sum(ends_like_paragraph(lines[index]) for index in spoken)
    if ended < _ENDED_PARAGRAPHS or ended < _ENDED_SHARE * len(spoken):
        return text
    paragraphs = [lines[index] for index in spoken]
    pairs = enumerate(zip(paragraphs[1:], paragraphs, strict=False), start=1)
    candidates = [place for place, (line, previous) in pairs if _like_a_headline(line, previous)]
    if not candidates:
        return text
    runs, sought = _run_lengths(candidates), set(candidates)
    candidates = [place for place in candidates if runs[place] < _LIST]
    if not candidates:
        return text
    # Teasers are no witnesses for each other: what the article speaks of is told by the rest alone.
    spelled = folded(text).split("\n")
    rest = _stems("\n".join(spelled[index] for place, index in enumerate(spoken) if place not in sought))
    dropped = {
        spoken[place] for place in candidates if _is_teaser(paragraphs[place], _stems(spelled[spoken[place]]), rest)
    }
    return "\n".join(line for index, line in enumerate(lines) if index not in dropped)


def _like_a_headline(line: str, previous: str) -> bool:
    """Whether a line has a teaser's length and ending, and is neither an item of a list nor the story going on."""
    count = line.count(" ") + 1  # a normalised line has single blanks
    cut = line.rstrip().endswith(_ELLIPSIS)
    if not _SHORTEST <= count <= (_LONGEST_CUT if cut else _LONGEST):
        return False
    if _ITEM.match(line) or line.count("|") > 1 or previous.rstrip().endswith(":"):  # an item, a table's row
        return False
    question = line.rstrip().endswith(("؟", "?"))
    if question and _points_back(line):
        return False
    if ends_like_paragraph(line) and not question and not _ends_in_short_quote(line):
        return False
    return not _continues(line)


def _points_back(line: str) -> bool:
    """A question about what has just been told heads a section of the story itself: «لماذا هو مختلف هذه المرة؟»."""
    return not _anaphors().isdisjoint(words(line).split()[-2:])


def _ends_in_short_quote(line: str) -> bool:
    """A headline may end in scare quotes ("…"); a paragraph that ends in a quotation has a long one."""
    match = re.search(r"[\"“«]([^\"“”«»]*)[\"”»]\W*$", line)
    return match is not None and len(match.group(1).split()) <= 4 and not re.search(r"[.!؟?]\W*$", line)


def _continues(line: str) -> bool:
    """Whether a line begins as a paragraph of the running story does."""
    said = words(line)
    if _openings()[0].match(said):
        return True
    first = said.split(" ", 1)[0]
    return len(first) > 2 and first[0] == "و" and first not in _own_waw()


def _is_teaser(line: str, stems: set[str], rest: set[str]) -> bool:
    """Whether a line whose words' stems are `stems` speaks of other things than the rest."""
    if len(stems) < 3:
        return False
    novelty = len(stems - rest) / len(stems)
    if line.rstrip().endswith(_ELLIPSIS):  # writers end paragraphs so too: one with a whole sentence in it is theirs
        return novelty >= _NOVEL_CUT and not re.search(r"[.!؟?][\s\"”»](?=.*\w)", line)
    headline = bool(_HEADLINE_SIGNS.search(line)) or bool(_openings()[1].match(words(line)))
    return novelty >= (_NOVEL_HEADLINE if headline else _NOVEL)


def _stems(spelled: str) -> set[str]:
    """The words of a folded line that mean something, without the article, clitics and most endings."""
    return set(map(_stem, _LETTERS.findall(spelled))) - {""}


@remembered
def _stem(word: str) -> str:
    """The first letters of what remains of a word, if enough does."""
    stem = re.sub(r"^(?:[وف]?(?:ال|بال|كال|لل)|[وفبلك](?=....))", "", word)
    if len(stem) > 4:
        stem = re.sub(r"(?:ها|هم|ات|ون|ين|ان|يه|ه|ي|ا)$", "", stem)
    return stem[:5] if len(stem) >= 3 else ""


def _run_lengths(places: list[int]) -> dict[int, int]:
    """How many candidates stand in a row where each stands."""
    lengths: dict[int, int] = {}
    run: list[int] = []
    for place in [*places, -1]:
        if run and place != run[-1] + 1:
            lengths.update(dict.fromkeys(run, len(run)))
            run = []
        run.append(place)
    return lengths


@lru_cache(maxsize=1)
def _openings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How paragraphs begin; how headlines begin."""
    data = load().data("boilerplate")
    return begins(data["body_openings"]), begins(data["headline_openings"])


@lru_cache(maxsize=1)
def _own_waw() -> frozenset[str]:
    return frozenset(map(fold_key, load().data("boilerplate")["own_waw"]))


@lru_cache(maxsize=1)
def _anaphors() -> frozenset[str]:
    return frozenset(map(fold_key, load().data("boilerplate")["anaphors"]))
