"""People: names by titles, offices, verbs of saying, appositions, given names; later short mentions join them."""

from __future__ import annotations

from collections.abc import Sequence

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Candidate
from . import english
from .arabic import spans
from .link import link
from .scene import build
from .words import words_of

__all__ = ["find"]


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The people of a document in text order, `candidates` being the lexicon's matches in it.

    A short mention shares id, role and state with the full one. Spans hold neither titles nor clitics. A person whom
    the lexicon knows is among `candidates` already and gets its role there, in place.
    """
    scene = build(doc, words_of(lexicon), candidates)
    found = spans(scene) + english.spans(scene, lexicon)
    return link(scene, found)
