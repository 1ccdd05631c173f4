"""The only place that knows the order of the stages: an article in, a record out. Pure and picklable."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Sequence
from dataclasses import replace

from . import __version__
from .clean.document import Document, analyse
from .clean.prepare import prepare
from .extractors import dates, engines, flags, organs, people, phrases, places, quotes, relations, themes
from .extractors.quotes import stances
from .extractors.relations import seats
from .lexicon import Lexicon, load
from .model import Article, Candidate, Engine, Mention, Quote, Record, Relation, Theme, article_id
from .resolve import mentions as mention_stage
from .resolve.dates import resolve as resolve_dates
from .resolve.people import join_title

# New objects after which Python looks for cycles that nothing refers to: some articles, not some sentences.
_YOUNG = 10_000


def reads_many() -> None:
    """Tell Python that this process reads article after article, of whose small objects next to none are in cycles."""
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def extract_article(article: Article, engine: str = "rules", today: dt.date | None = None) -> Record:
    """Clean an article as it was read, and find everything in it."""
    article = prepare(article)
    return extract_prepared(replace(article, id=article_id(article)), engine, today)


def extract_prepared(
    article: Article, engine: str = "rules", today: dt.date | None = None, themed: Lexicon | None = None
) -> Record:
    """Everything an engine finds in an article that is clean already: its text and metadata stay as they are.

    `today` serves one flag, on a publication date that is still to come; nothing is resolved against it. `themed`
    is the lexicon with a workspace's own themes; without it, those that ship are looked for.
    """
    lexicon, chosen = load(), engines.load(engine)
    docs = _documents(article)
    named = _named(docs, article, lexicon, chosen)
    dated, date_flags = resolve_dates(
        [(doc, dates.find(doc, lexicon)) for doc in docs], article.published.date, lexicon, _home(article, lexicon)
    )
    said = [_after_dateline(quote, article) for doc in docs for quote in quotes.find(doc, lexicon, named)]
    day = article.published.date
    related: list[Relation] = []
    for doc in docs:  # the title first: the text takes up what it tells
        related += relations.find(doc, lexicon, named, said, dated, day, headline=tuple(related))
    related = seats.speaking(related, named, lexicon)
    said += [quote for doc in docs for quote in stances.find(doc, lexicon, named, said, related)]
    themed = themed or lexicon
    return Record(
        article=article,
        sentences=docs[1].sentences,
        countries=mention_stage.countries(named, docs, lexicon),
        mentions=named,
        dates=tuple(dated),
        quotes=tuple(said),
        relations=tuple(related),
        themes=_themes(docs, named, chosen, themed),
        flags=(*date_flags, *flags.find(docs, lexicon, named, dated, article, today)),
        engine=Engine(name=chosen.name, version="+".join((__version__, *chosen.parts)), lexicon=themed.hash),
    )


def themes_of(
    article: Article, mentions: Sequence[Mention], engine: str = "rules", themed: Lexicon | None = None
) -> tuple[Theme, ...]:
    """The themes alone of an article that was read before, whose mentions are known: a tenth of the work."""
    return _themes(_documents(article), mentions, engines.load(engine), themed or load())


def _documents(article: Article) -> list[Document]:
    language = article.language or "ar"
    return [analyse(article.title, "title", language), analyse(article.text, "text", language)]


def _themes(
    docs: list[Document], named: Sequence[Mention], chosen: engines.Rules, themed: Lexicon
) -> tuple[Theme, ...]:  # fmt: skip
    read = chosen.cue_documents(docs, themed)
    return tuple(chosen.told(themes.find(read, themed, named), docs, read))


def _named(docs: list[Document], article: Article, lexicon: Lexicon, chosen: engines.Rules) -> tuple[Mention, ...]:
    """The mentions, title first: the rules' as the engine judges them, and those that only the engine sees."""
    found = _names(docs, lexicon)
    judged, more = chosen.names(found, mention_stage.resolve(found, lexicon, article), lexicon)
    added = mention_stage.resolve(more, lexicon, article)
    if not added:
        return tuple(judged)
    return tuple(sorted((*judged, *added), key=lambda m: (m.field != "title", m.start or 0)))


def _after_dateline(quote: Quote, article: Article) -> Quote:
    """A statement that opens the article opens after its dateline, which nobody said."""
    if quote.field != "text" or not article.dateline or quote.start is None or quote.start >= article.dateline[1]:
        return quote
    rest = article.text[article.dateline[1] : quote.end]
    start = article.dateline[1] + len(rest) - len(rest.lstrip(" -–—:،,.\n"))
    return replace(quote, start=start) if quote.end is not None and start < quote.end else quote


def _home(article: Article, lexicon: Lexicon) -> str | None:
    """The state of the outlet, where the lexicon knows it: its weekend is that state's."""
    outlets = [entry for entry in lexicon.gazetteer.entries(article.source or "") if entry.type == "news"]
    return outlets[0].country if outlets else None


def _names(docs: list[Document], lexicon: Lexicon) -> list[tuple[Document, list[Candidate]]]:
    found: list[tuple[Document, list[Candidate]]] = []
    for doc in docs:
        candidates = phrases.find(doc, lexicon)
        candidates += organs.find(doc, lexicon, candidates)
        candidates += people.find(doc, lexicon, candidates)
        candidates += places.find(doc, lexicon, candidates)
        found.append((doc, candidates))
    title, text = found
    return [(title[0], join_title(title, text)), text]
