"""Arabic sites that no list knows, named whole: «مستشفى الشفاء», «ملعب الملك فهد الدولي», «شارع روتشيلد».

The noun belongs to the name. Behind it stand words that the language does not use, somebody's name, behind some nouns
a common word with ال, or a known place that an adjective seals («متحف دمشق الوطني»); `shared_names.yml: sites` says
behind which. Nouns that are verbs too count only behind a preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from ...clean.clitics import readings, variants
from ...clean.document import Document
from ...clean.fold import remembered
from ...lexicon import Lexicon
from ...lexicon.cues import offset
from ...model import Candidate
from .named import place
from .site_names import SiteNames, sites


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Sites in text order. Of what `candidates` know, persons go into a site's name, and places that its adjective
    seals, whose state and coordinates it takes."""
    look = _nouns(lexicon)
    heads = doc.where(look)
    if not heads:
        return []
    data, site, found = sites(lexicon), SiteNames(doc, lexicon, candidates), list[Candidate]()
    for noun in heads:
        cut, form = look(doc.words[noun]) or (0, "")
        at = noun + 1
        if noun in site.taken or at == len(doc.words) or doc.sentence_of[at] != doc.sentence_of[noun]:
            continue
        before = doc.words[noun - 1] if noun else ""
        if f"{before} {doc.words[noun]}" in data["said"]:  # «من وحي الخيال»
            continue
        if (
            form in data["guarded"]
            and not (cut and doc.words[noun][cut - 1] in "بل")
            and data["toward"].isdisjoint(readings(before))
        ):
            continue
        end = site.end(form, at)
        if end is not None:
            one = place(doc, noun, end, offset(doc, noun, cut), candidates, confidence=0.75)
            inside = site.known.get(at)
            if inside is not None and doc.words[end - 1] in data["seals"] and form not in data["streets"]:
                where = inside.entry
                one.entry = replace(one.entry, country=where.country, lat=where.lat, lon=where.lon)
            one.rule = "place.site"
            found.append(one)
    return found


@lru_cache(maxsize=2)
def _nouns(lexicon: Lexicon) -> Callable[[str], tuple[int, str] | None]:
    """A look-up of a word as a noun of a site: (letters of clitics, the noun), or None."""
    data = sites(lexicon)
    every = data["foreign"] | data["persons"] | data["articled"] | data["sealed"]

    @remembered
    def look(word: str) -> tuple[int, str] | None:
        return next(((cut, form) for cut, form in variants(word) if form in every), None)

    return look
