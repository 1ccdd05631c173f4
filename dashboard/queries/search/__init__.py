"""Search: what a person types, read as a query, asked of the corpus, and found again in the text.

One grammar for the sidebar's box, the command line and whoever scripts it:

    مناورات إيران            both words, each in any of its forms (و, ال, ب …, مناورة for مناورات)
    "أمن الملاحة"             these words in this order, as written; مناور* any word that begins so
    a OR b, NOT c, -c, ( )   also «أو»; AND is what stands between two words anyway
    a NEAR/5 b, "a b"~5      no more than five words apart
    country:إيران title:قمة source: person: org: place: theme: language: date:2021-08..2021-12 event:2022
"""

from .evaluate import answers, matching
from .grammar import parse
from .hits import spans

__all__ = ["answers", "matching", "parse", "spans"]
