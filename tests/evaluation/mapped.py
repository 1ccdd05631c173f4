"""What annotated names and our contract call a name, where they differ in principle.

Both sides of a comparison are mapped, so that only what both mean alike is measured; nothing here knows an answer.

- titles: some annotate «الملك حسين» whole; the contract leaves titles to the role.
- nouns of place: some annotate «مدينة نابلس», «قرية كفر راعي»; the contract names نابلس and كفر راعي.
- the longest match wins: a place inside an organisation's name is no mention of its own («بلدية نابلس»).
- peoples and followers of a faith («المسلمين») are annotated as persons by some; in the contract they are none.
- dates: some annotate the present («الآن», «حاليا»), adjectives of a period («السنوية»), the latest days, months or
  years without a number («السنوات الأخيرة») and ages («سن الرابعة عشرة»); none of them says a time to be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.clean.clitics import readings
from dashboard.clean.fold import fold_key
from dashboard.extractors.people.words import TITLE, words_of
from dashboard.lexicon import Lexicon
from dashboard.lexicon.verbs import split

Span = tuple[int, int, str]
_WORD = re.compile(r"\S+")
_NO_DATE = re.compile(
    r"[وف]?(?:الان|حاليا?|نصف السنويه|ال(?:سنوي|يومي|شهري|اسبوعي)ه?|سن \w+.*"
    r"|ال(?:ايام|اسابيع|اشهر|شهور|سنوات|اعوام) الاخيره)"
)
_AGE = re.compile(r"(?:\b(?:عمر|عمره|عمرها|سن)|ا?تم) $")
_FOLLOWERS = re.compile(r"(?:ال|لل)?\w{2,}(?:ون|ين)")


def by_contract(text: str, spans: set[Span], lexicon: Lexicon) -> set[Span]:
    """The spans as the contract draws them."""
    titles = words_of(lexicon)
    nouns = frozenset(split([lexicon.data("shared_names")["place_nouns"][key] for key in ("heads", "beside")]))
    out: set[Span] = set()
    for start, end, kind in spans:
        if any(o != (start, end, kind) and o[0] <= start and end <= o[1] and o[1] - o[0] > end - start for o in spans):
            continue
        if kind == "PER":
            start = _trimmed(text, start, end, lambda word: any(titles.kind(form) & TITLE for form in readings(word)))
            if _FOLLOWERS.fullmatch(fold_key(text[start:end]).lstrip("وفبك")):
                continue
        elif kind == "LOC":
            start = _trimmed(text, start, end, lambda word: not nouns.isdisjoint(readings(word)))
        out.add((start, end, kind))
    return out


def is_date(text: str, start: int, end: int) -> bool:
    """Whether annotated words are a date in the contract's sense."""
    before = fold_key(text[max(0, start - 12) : start].rstrip()) + " "
    return not _NO_DATE.fullmatch(fold_key(text[start:end])) and not _AGE.search(before)


def _trimmed(text: str, start: int, end: int, left_out: Callable[[str], bool]) -> int:
    """Where a name begins behind the words at its head that the contract leaves out; some word always stays."""
    words = list(_WORD.finditer(text, start, end))
    while len(words) > 1 and left_out(fold_key(words[0].group())):
        words.pop(0)
    return words[0].start() if words else start
