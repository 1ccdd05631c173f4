"""Search: what a person types, read as a query, asked of the corpus, and found again in the text.

One grammar (`lexicon.query`) for the sidebar's box, the command line, whoever scripts it, and themes.
"""

from dashboard.lexicon.query.grammar import parse

from .evaluate import answers, matching
from .hits import spans

__all__ = ["answers", "matching", "parse", "spans"]
