"""One look at a word for all who ask something of words.

Nearly every extractor asks each word of a text whether it begins something: a name, a report, a date, an event. Most
words begin nothing, and a memo for each of a dozen questions would be a dozen tables too large for the processor's
caches. So it is kept together which questions say something of a word, and a text is passed over once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .fold import remembered

# What is asked of a folded word; a falsy answer says nothing of it.
Question = Callable[[str], object]

_MOST = 64  # questions at a time: a process asks some forty, and more only where it goes over to other data


class _Sieve:
    """The questions that have been asked, and which of them say something of a word."""

    def __init__(self, *questions: Question) -> None:
        self.questions = questions
        self._shared: dict[tuple[int, ...], tuple[int, ...]] = {}  # few of them, so near at hand
        self.concerned = remembered(self._concerned)

    def _concerned(self, word: str) -> tuple[int, ...]:
        """The numbers of the questions that say something of the word."""
        numbers = tuple(number for number, ask in enumerate(self.questions) if ask(word))
        return self._shared.setdefault(numbers, numbers)


_sieve = _Sieve()


def sift(words: Sequence[str], question: Question) -> dict[Question, list[int]]:
    """The places of the words of which `question` says something, and the same for all that were asked before."""
    global _sieve
    sieve = _sieve
    if question not in sieve.questions:
        sieve = _sieve = _Sieve(*(sieve.questions if len(sieve.questions) < _MOST else ()), question)
    found: list[list[int]] = [[] for _ in sieve.questions]
    for at, numbers in enumerate(map(sieve.concerned, words)):
        for number in numbers:
            found[number].append(at)
    return dict(zip(sieve.questions, found, strict=True))
