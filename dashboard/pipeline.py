"""The only place that knows the order of the stages: an article in, a record out. Pure and picklable."""

from __future__ import annotations

from . import __version__
from .clean.document import Document, analyse
from .clean.prepare import prepare
from .extractors import dates, flags, organs, people, phrases, quotes, relations, themes
from .lexicon import Lexicon, load
from .model import Article, Candidate, Engine, Record
from .resolve import mentions as mention_stage
from .resolve.dates import resolve as resolve_dates


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
        [(doc, dates.find(doc, lexicon)) for doc in docs], article.published.date, lexicon, _home(article, lexicon)
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


def _home(article: Article, lexicon: Lexicon) -> str | None:
    """The state of the outlet, where the lexicon knows it: its weekend is that state's."""
    outlets = [entry for entry in lexicon.gazetteer.entries(article.source or "") if entry.type == "news"]
    return outlets[0].country if outlets else None


def _names(docs: list[Document], lexicon: Lexicon) -> list[tuple[Document, list[Candidate]]]:
    found = []
    for doc in docs:
        candidates = phrases.find(doc, lexicon)
        candidates += organs.find(doc, lexicon, candidates)
        candidates += people.find(doc, lexicon, candidates)
        found.append((doc, candidates))
    return found
