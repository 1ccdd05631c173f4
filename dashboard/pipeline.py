"""The only place that knows the order of the stages: an article in, a record out. Pure and picklable."""

from __future__ import annotations

import importlib
from typing import Any

from . import __version__
from .clean.document import Document, analyse
from .clean.prepare import prepare
from .extractors import organs, phrases
from .lexicon import Lexicon, load
from .model import Article, Candidate, Engine, Record
from .resolve import mentions as mention_stage


class _Nothing:  # LEAD: goes when every stage stands
    @staticmethod
    def find(*_: Any) -> list[Any]:
        return []

    @staticmethod
    def resolve(*_: Any) -> tuple[list[Any], list[Any]]:
        return [], []


def _stage(name: str, function: str = "find") -> Any:
    try:
        module = importlib.import_module(f".{name}", __package__)
    except ImportError:
        return _Nothing
    return module if hasattr(module, function) else _Nothing


dates, flags, people = _stage("extractors.dates"), _stage("extractors.flags"), _stage("extractors.people")
quotes, relations, themes = _stage("extractors.quotes"), _stage("extractors.relations"), _stage("extractors.themes")
resolve_dates = _stage("resolve.dates", "resolve").resolve


def extract_article(article: Article) -> Record:
    """Clean an article as it was read, and find everything in it."""
    return extract_prepared(prepare(article))


def extract_prepared(article: Article) -> Record:
    """Everything the rules find in an article that is clean already: its text and metadata stay as they are."""
    lexicon = load()
    language = article.language or "ar"
    docs = [analyse(article.title, "title", language), analyse(article.text, "text", language)]
    named = mention_stage.resolve(_names(docs, lexicon), lexicon, article)
    dated, date_flags = resolve_dates(
        [(doc, dates.find(doc, lexicon)) for doc in docs], article.published.date, lexicon
    )
    said = [quote for doc in docs for quote in quotes.find(doc, lexicon, named)]
    related = [relation for doc in docs for relation in relations.find(doc, lexicon, named, said, dated)]
    return Record(
        article=article,
        sentences=docs[1].sentences,
        countries=mention_stage.countries(named, docs, lexicon),
        mentions=named,
        dates=tuple(dated),
        quotes=tuple(said),
        relations=tuple(related),
        themes=tuple(themes.find(docs, lexicon, named)),
        flags=(*date_flags, *flags.find(docs, lexicon, named, dated, article)),
        engine=Engine(name="rules", version=__version__, lexicon=lexicon.hash),
    )


def _names(docs: list[Document], lexicon: Lexicon) -> list[tuple[Document, list[Candidate]]]:
    found = []
    for doc in docs:
        candidates = phrases.find(doc, lexicon)
        candidates += organs.find(doc, lexicon, candidates)
        candidates += people.find(doc, lexicon, candidates)
        found.append((doc, candidates))
    return found
