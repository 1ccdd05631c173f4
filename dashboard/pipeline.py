"""The only place that knows the order of the stages: an article in, a record out. Pure and picklable."""

from __future__ import annotations

from dataclasses import replace

from . import __version__
from .clean.document import Document, analyse
from .clean.prepare import prepare
from .extractors import dates, flags, organs, people, phrases, quotes, relations, themes
from .lexicon import Lexicon, load
from .model import Article, Candidate, Engine, Record
from .resolve import mentions as mention_stage
from .resolve.dates import resolve as resolve_dates


def extract_article(article: Article, *, prepared: bool = False) -> Record:
    """Everything the rules find in an article. `prepared`: the text is clean already and stays as it is."""
    lexicon = load()
    if not prepared:
        article = prepare(article)
    docs = [
        analyse(article.title, "title", article.language or "ar"),
        analyse(article.text, "text", article.language or "ar"),
    ]
    named = mention_stage.resolve([(doc, candidates) for doc, candidates in _names(docs, lexicon)], lexicon, article)
    dated, date_flags = resolve_dates(
        [(doc, dates.find(doc, lexicon)) for doc in docs], article.published.date, lexicon, _source_state(article, lexicon)
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
        flags=tuple([*date_flags, *flags.find(docs, lexicon, named, dated, article)]),
        engine=Engine(name="rules", version=__version__, lexicon=lexicon.hash),
    )


def extract_stored(article: Article) -> Record:
    """Today's engine over a stored article: its text and metadata stay as they are."""
    return extract_article(replace(article), prepared=True)


def _names(docs: list[Document], lexicon: Lexicon) -> list[tuple[Document, list[Candidate]]]:
    found = []
    for doc in docs:
        candidates = phrases.find(doc, lexicon)
        candidates += organs.find(doc, lexicon, candidates)
        found.append((doc, candidates))
    # A person named in full in the text is known by the surname in the title, so people are sought in all at once.
    for (_, candidates), persons in zip(found, people.find_all(found, lexicon), strict=True):
        candidates += persons
    return found


def _source_state(article: Article, lexicon: Lexicon) -> str | None:
    """The state of the outlet, where the lexicon knows it: its weekend is that state's."""
    return None
