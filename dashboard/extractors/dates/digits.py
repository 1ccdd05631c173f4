"""Digits as the date grammar sees them: a run of numbers and signs is a date, a clock, a range, a number, or nothing.

What stands in a larger run (phone numbers, versions, addresses) or tight against Latin letters (F-35, 5G) gets no
reading at all, so no rule can take a piece of it.
"""

from __future__ import annotations

from ...clean.document import Document
from ...timex import Date

Reading = tuple[str, object]
SIGNS = frozenset("/-.:,،٫–−‑٬")
_ARABIC_POINT = "ر"  # agencies of the Maghreb write it for the decimal point: 4ر402
_LATIN_TAILS = frozenset(("th", "st", "nd", "rd", "s", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "h", "bc", "ad", "ce"))


def readings(doc: Document, at: int) -> tuple[int, list[Reading]]:
    """The token after the run of digits that begins at token `at`, and what the run may be: [(class, value), …]."""
    words = doc.words
    parts, signs, end = _run(doc, at)
    if _glued(doc, at, end):
        return end, []
    if not signs:
        return end, number(words[at])
    shape = "".join(dict.fromkeys(signs))
    if len(shape) == 1:
        found = _shaped(parts, shape, doc.spaced[at + 1])
        if found:
            return end, found
    if "." in shape or ":" in shape or "," in shape or len(parts) > 3:
        return end, []
    return at + 1, number(words[at])


def _run(doc: Document, at: int) -> tuple[list[str], list[str], int]:
    """Numbers and signs from `at` on: tight, or blanks around a slash or around a dash between like numbers."""
    words, spaced, size = doc.words, doc.spaced, len(doc.words)
    parts, end = [words[at]], at + 1
    signs: list[str] = []
    while end + 1 < size and words[end] in SIGNS and words[end + 1].isdecimal():
        before, after = spaced[end], spaced[end + 1]
        sign = "-" if words[end] in "–−‑" else "." if words[end] == "٫" else "," if words[end] in "،٬" else words[end]
        if (before or after) and not (
            sign == "/" or (sign == "-" and before and after and _dashed(doc, parts, signs, end))
        ):
            break
        parts.append(words[end + 1])
        signs.append(sign)
        end += 2
    return parts, signs, end


def _dashed(doc: Document, parts: list[str], signs: list[str], at: int) -> bool:
    """Does the spaced dash at token `at` join like numbers (13 - 15), or the parts of a date (15 - 9 - 1439)?"""
    number, last = doc.words[at + 1], parts[-1]
    if signs:
        return signs == ["-"] and len(number) == 4 and max(map(len, parts)) <= 2
    following = doc.words[at + 2 : at + 4]
    tight_after = len(following) == 2 and following[0] in SIGNS and following[1].isdecimal() and not doc.spaced[at + 2]
    return (len(number) == len(last) or max(len(number), len(last)) <= 2) and not (
        tight_after and not doc.spaced[at + 3]
    )


def _glued(doc: Document, at: int, end: int) -> bool:
    """Is the run part of a code: S-400, Su35, 5G, $100, 30%, +98…?"""
    words, spaced = doc.words, doc.spaced
    if at and not spaced[at]:
        previous = words[at - 1]
        if previous[-1].isascii() and previous[-1].isalpha():
            return not previous.isalpha() or previous not in ("t",)
        if previous in "$€£#+@&=*°" and len(previous) == 1:
            return True
        if previous == _ARABIC_POINT and at > 1 and words[at - 2].isdecimal() and not spaced[at - 1]:
            return True
        if previous in "-." and at > 1 and not spaced[at - 1] and words[at - 2][-1].isalpha():
            return not (previous == "-" and len(words[at]) == 4) and words[at - 2].isascii()
    if end < len(words):
        following = words[end]
        if following in ("%", "٪", "$", "€", "°"):
            return True
        if following == _ARABIC_POINT and not spaced[end]:
            return True
        if not spaced[end] and following.isascii() and following[0].isalpha():
            return following not in _LATIN_TAILS
    return False


def number(text: str) -> list[Reading]:
    """What a lone number may be: INT, DAY 1–31, HOUR 0–24, YEAR4 1000–2199, HHMM of four digits (HHMMC: no year)."""
    if len(text) > 4:
        return [("INT", int(text))] if len(text) < 7 else []
    value = int(text)
    found: list[Reading] = [("INT", value)]
    if len(text) <= 2:
        if 1 <= value <= 31:
            found.append(("DAY", value))
        if value <= 24:
            found.append(("HOUR", value))
    elif len(text) == 4:
        if 1000 <= value <= 2199:
            found.append(("YEAR4", value))
        if value // 100 < 24 and value % 100 < 60:
            found.append(("HHMM", (value // 100, value % 100)))
            if not 1800 <= value < 2100:
                found.append(("HHMMC", (value // 100, value % 100)))
    elif value % 100 < 60:
        found += [("HHMM", (value // 100, value % 100)), ("HHMMC", (value // 100, value % 100))]
    return found


def _shaped(parts: list[str], sign: str, spaced: bool) -> list[Reading]:
    lengths = [len(part) for part in parts]
    values = [int(part) for part in parts]
    if max(lengths) > 4 and sign != ",":
        return []
    if len(parts) == 3 and sign in "/-.":
        return _three(values, lengths, sign)
    if sign == ":":
        return _clock(values, lengths)
    if len(parts) != 2:
        return [("INT", int("".join(parts)))] if sign == "," and lengths[1:] == [3] * (len(parts) - 1) else []
    first, second = values
    if sign in ",.":
        return _decimal(parts, values, lengths, sign)
    found: list[Reading] = []
    if lengths == [4, 4] and 1000 <= first < second < 2200 and second - first < 400:
        found.append(("YEARRANGE", (first, second)))
    if lengths == [4, 2] and sign in "-/" and 1000 <= first < 2200:
        last = first // 100 * 100 + second  # 1939-45; 2010-11 may be a month
        if last == first + 1 or (sign == "-" and second > 12 and first < last):
            found.append(("YEARRANGE", (first, last)))
        elif second == (first + 1) % 100:  # 1999-00
            found.append(("YEARRANGE", (first, first + 1)))
    if max(lengths) <= 2 and sign == "-" and 1 <= first < second <= 31:
        found.append(("DAYRANGE", (first, second)))
    if max(lengths) <= 2 and not spaced | (sign == "-" and lengths == [1, 1]):
        names = ["DM", "DMS"] if sign == "/" else ["DM"]
        if sign == "/" and lengths == [2, 2] and "0" in (parts[0][0], parts[1][0]):
            names.append("DMZ")  # 22/04: no fraction and no score is written with a nought before it
        found += [(name, pair) for pair in [day_month(first, second)] if pair for name in names]
    if lengths[0] == 4 and lengths[1] <= 2 and 1300 <= first < 2200 and 1 <= second <= 12:
        found.append(("MY", Date(first, second)))
    if lengths[1] == 4 and lengths[0] <= 2 and 1300 <= second < 2200 and 1 <= first <= 12:
        found.append(("MY", Date(second, first)))
    return found


def day_month(first: int, second: int) -> tuple[int, int] | None:
    """(day, month) of two numbers: day first unless only the other order is possible."""
    if 1 <= first <= 31 and 1 <= second <= 12:
        return first, second
    return (second, first) if 1 <= second <= 31 and 1 <= first <= 12 else None


def _three(values: list[int], lengths: list[int], sign: str) -> list[Reading]:
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        year, month, day = values
    elif lengths[2] == 4 and max(lengths[:2]) <= 2:
        day, month, year = values
    elif lengths[2] == 2 and max(lengths) <= 2 and sign in "/-":
        day, month, year = values
        year += 2000 if year < 70 else 1900
    else:
        return []
    if month > 12 >= day and lengths[0] != 4:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 2200):
        return []
    # Day and month may be told apart only by the language's habit: `swappable` for the grammar of English.
    name = "NUMDATE" if lengths[0] == 4 or day > 12 or day == month or values[0] > 12 else "AMBIDATE"
    return [(name, Date(year, month, day))]


def _clock(values: list[int], lengths: list[int]) -> list[Reading]:
    if lengths[0] <= 2 and lengths[1:] in ([2], [2, 2]) and values[0] <= 24 and max(values[1:]) < 60:
        return [("HM", (values[0] % 24, values[1]))]
    return []


def _decimal(parts: list[str], values: list[int], lengths: list[int], sign: str) -> list[Reading]:
    found: list[Reading] = []
    if sign == "," and lengths[1] == 3:
        return [("INT", int("".join(parts)))]
    found.append(("DEC", float(f"{parts[0]}.{parts[1]}")))
    if lengths[0] <= 2 and lengths[1] == 2 and values[0] <= 24 and values[1] < 60:
        found.append(("HMC", (values[0] % 24, values[1])))
    if sign == "." and max(lengths) <= 2:
        found += [("DOTDM", pair) for pair in [day_month(*values)] if pair]
    return found
