"""Whether a demonym that is a common word too closes an office: «وزير الأمن والحماية المدنية المالي»."""

from __future__ import annotations

from ..clean.clitics import readings
from ..clean.document import Document

# Words of the longest list of departments.
_LONGEST = 8


def closes_office(doc: Document, at: int, heads: frozenset[str]) -> bool:
    """Whether token `at`, with ال, ends an office that begins with one of `heads` and goes on in definite words.

    It agrees with the head, which is not right before it: «وزيرة الثقافة المالية», never «وزير المالية».
    """
    word = doc.words[at]
    if not word.startswith("ال") or word.endswith(("ين", "ون", "ات")):
        return False
    for back in range(at - 1, max(at - 1 - _LONGEST, doc.bounds[doc.sentence_of[at]][0] - 1), -1):
        head = next((form for form in readings(doc.words[back]) if form in heads), None)
        if head is not None:
            return back < at - 1 and head.endswith("ه") == word.endswith("ه")
        if not doc.words[back].startswith(("ال", "وال", "لل", "ولل")):
            return False
    return False
