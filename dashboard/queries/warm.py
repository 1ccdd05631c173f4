"""What every desk asks first, answered ahead of it in the background where the workspace is large.

A page of 100,000 articles takes a second or two the first time, before any filter, and a tenth of it ever after.
"""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from dashboard.filters import Filters

from . import announced, atlas, namesakes, network, overview, pending, statements, timeline
from .actors import EVERYBODY, named
from .corpus import Corpus
from .dossier.ties import parties_of
from .stories import Texts

LARGE = 20_000  # articles below which no page waits
_ALL = Filters()


def warm(corpus: Corpus, texts: Texts) -> Thread | None:
    """Begin to answer a large corpus' first questions, `texts` being what its pages read from; the thread that does,
    None for a small one."""
    if len(corpus.articles) < LARGE:
        return None
    thread = Thread(target=_ask, args=(weakref.ref(corpus), texts), daemon=True, name="marsad-warm")
    thread.start()
    return thread


def _ask(held: weakref.ref[Corpus], texts: Texts) -> None:
    """One question after the other, until the corpus gives way to a newer one."""
    for question in _QUESTIONS:
        corpus = held()
        if corpus is None:
            return
        with suppress(Exception):  # the page that asks it will say what is wrong
            question(corpus, texts)
        del corpus
    # What stays for as long as the workspace does is not gone through again, for a tenth of a second, amid an answer.
    gc.unfreeze()  # an older revision's, to be collected
    gc.collect()
    gc.freeze()


def _overview(corpus: Corpus, _: Texts) -> object:
    return announced.events(corpus, _ALL, dt.date.today()), overview.states(corpus, _ALL), overview.dyads(corpus, _ALL)


_QUESTIONS: tuple[Callable[[Corpus, Texts], object], ...] = (
    _overview,
    lambda corpus, _: timeline.marks(corpus, _ALL, "themes", "event"),
    lambda corpus, _: network.graph(corpus, _ALL, "together", network.legible(network.together(corpus, _ALL))),
    lambda corpus, texts: statements.told(corpus, _ALL, texts),
    lambda corpus, _: (network.coded(corpus, _ALL), parties_of(corpus), named(corpus, EVERYBODY)),
    lambda corpus, _: (atlas.states(corpus, _ALL), atlas.places(corpus, _ALL), atlas.arcs(corpus, _ALL)),
    lambda corpus, _: network.graph(corpus, _ALL, "relations"),
    lambda corpus, _: network.graph(corpus, _ALL, "together", also=EVERYBODY),
    lambda corpus, _: (pending.rows(corpus, _ALL), namesakes.pairs(corpus, _ALL, "person")),
)
