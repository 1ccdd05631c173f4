"""The forms of English verbs and nouns, from what the data lists."""

from __future__ import annotations

from collections.abc import Iterator

from ....clean.document import tokens_of


def inflect(entry: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(form, which, further words) of a verb of the data: base, or base/past/participle; further words follow."""
    head, *more = entry.split()
    rest = tuple(word for part in more for word in tokens_of(part))
    base, *irregular = head.split("/")
    final = base[-1]
    ies = final == "y" and base[-2:-1] not in tuple("aeiou")
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else base[:-1] + "ies" if ies else base + "s"
    # Whether the stress is on the last syllable no spelling tells: confer, conferred; of the two forms one is no word.
    stressed = base[-3:-2] not in tuple("aeiou") or base[-4:-2] == "qu"
    double = final not in "aeiouywxh" and base[-2:-1] in tuple("aeiou") and stressed
    stem = base[:-1] if final == "e" and base not in ("be", "see", "flee", "agree", "free") else base
    yield base, "base", rest
    yield third, "s", rest
    yield stem + "ing", "ing", rest
    if base.endswith("ie"):
        yield base[:-2] + "ying", "ing", rest
    if double:
        yield base + final + "ing", "ing", rest
    if irregular:
        yield irregular[0], "past", rest
        yield irregular[-1], "pp", rest
    else:
        past = base + "d" if final == "e" else base[:-1] + "ied" if ies else base + "ed"
        yield past, "past", rest
        yield past, "pp", rest
        if double:
            yield base + final + "ed", "past", rest
            yield base + final + "ed", "pp", rest
    if base.endswith(("el", "al")) and len(base) > 4 and not irregular:  # expel, expelled; signal, signalled
        for form, which in (("ing", "ing"), ("ed", "past"), ("ed", "pp")):
            yield base + "l" + form, which, rest


def plural(noun: str) -> str:
    """The plural of a noun's last word."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch", "s")) else "s")
