"""Written forms of Arabic demonyms: gender, number, definiteness, derived from the masculine singular nisba."""

from __future__ import annotations

# Endings after the final ي of a nisba, by what they name: one (adjective or person), or a people.
_ADJECTIVE = ("", "ة", "ان", "تان", "تين", "ات", "ا")
_PEOPLE = ("ون", "ين")


def inflect(nisba: str) -> list[tuple[str, str]]:
    """All (form, via) of a nisba of one or more words: via is "demonym", or "people" for definite sound plurals.

    Words that end in ي inflect together (الكورية الشمالية); others stay (جنوب أفريقية). The article goes on every
    inflected word, and on the first (الجنوب أفريقية is written as often as جنوب الأفريقية is not).
    """
    words = nisba.split()
    inflected = [word.endswith("ي") for word in words]
    if not any(inflected):
        return [(nisba, "demonym"), (f"ال{words[0]}" + "".join(f" {word}" for word in words[1:]), "demonym")]
    forms = []
    for ending in _ADJECTIVE + _PEOPLE:
        bare = [word + ending if moves else word for word, moves in zip(words, inflected, strict=True)]
        articles = ["ال" if moves or not index else "" for index, moves in enumerate(inflected)]
        definite = [article + word for article, word in zip(articles, bare, strict=True)]
        forms.append((" ".join(bare), "demonym"))
        if ending != "ا":  # the accusative's alef is only on indefinite words
            forms.append((" ".join(definite), "people" if ending in _PEOPLE else "demonym"))
    return forms


def definite(people: str) -> list[str]:
    """A people with and without the article, on each of its words."""
    return [people, " ".join(f"ال{word}" for word in people.split())]


def accusative(people: str) -> list[str]:
    """A broken plural as an indefinite object: دبلوماسيين روسا. Others have no form of their own."""
    return [] if " " in people or people.endswith(("ا", "ون", "ة", "ء")) else [f"{people}ا"]
