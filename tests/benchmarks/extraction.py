"""Articles a second on one core, beside dateparser, which on the same articles only looks for dates.

It is asked both ways: as it comes, when it finds out a text's language as extraction does, and with the language given,
which spares it that.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from dashboard.memory import on_large_pages
from dashboard.model import Article
from dashboard.pipeline import extract_article, reads_many
from dashboard.readers import walk

# What "an article" is where articles of all lengths are counted together.
CHARACTERS = 1600
# Other programs share the machine: of several short runs over so many articles the quickest is the one undisturbed.
_RUN, _RUNS = 20, 5


def compare(path: Path) -> Iterator[str]:
    """Both on the same articles, in turns; extraction on more of them, and on those with its caches warm."""
    reads_many()  # as the commands do
    articles = [article for article in walk([path]) if not isinstance(article, Exception)][:400]
    for article in articles:
        extract_article(article)
    on_large_pages()  # so do they when they have read so many
    characters = sum(len(article.text) for article in articles)
    yield f"extraction: {len(articles)} articles, {characters / len(articles):.0f} characters each on average"
    yield f"extraction: {_rate(extract_article, articles):.0f} articles of {CHARACTERS} characters/s"
    if find_spec("dateparser") is None:
        yield "dateparser: not installed, see tests/requirements.txt"
        return
    from dateparser.search import search_dates

    few = articles[:: max(1, len(articles) // 40)]
    ways: dict[str, Callable[[Article], object]] = {
        "which finds the language out, as extraction does": lambda article: search_dates(article.text),
        "with the language given": lambda article: search_dates(article.text, languages=[article.language or "ar"]),
    }
    for way, search in ways.items():
        ours, theirs = _rate(extract_article, few), _rate(search, few)
        rates = f"{theirs:.0f}/s; extraction {ours:.0f}/s: {ours / theirs:.1f}×"
        yield f"dateparser's search_dates, {way}, on {len(few)} of them: {rates}"


def _rate(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Articles of the standard length a second of processor time."""
    seconds = 0.0
    for first in range(0, len(articles), _RUN):
        times = []
        for _ in range(_RUNS):
            began = time.process_time()
            for article in articles[first : first + _RUN]:
                work(article)
            times.append(time.process_time() - began)
        seconds += min(times)
    return sum(len(article.text) for article in articles) / CHARACTERS / seconds
