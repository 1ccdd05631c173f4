"""Who spoke before: in which sentence, and by which form of the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .vocabulary import Cue


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name to show, the mention where the text names them, the words by which they were called."""

    name: str
    mention: int | None
    called: tuple[str, ...] = ()


class Memory:
    """The speakers of a document so far."""

    def __init__(self) -> None:
        self.last: tuple[Speaker, ...] = ()
        self.sentence = -1  # in which the last one spoke
        self.spoken: list[Speaker] = []
        self.known: dict[str, bool] = {}  # person's id → whether their verbs are feminine
        self._by_form: dict[tuple[bool, bool], tuple[Speaker, ...]] = {}

    def said(self, speakers: Sequence[Speaker], cue: Cue, sentence: int) -> None:
        self.last, self.sentence = tuple(speakers), sentence
        self.spoken.extend(speakers)
        if len(speakers) > 1:
            self._by_form[False, True] = self._by_form[True, True] = self.last
        if len(speakers) == 1 or not cue.plural:
            self._by_form[cue.feminine, cue.plural] = self.last
        if cue.kind == "relay":  # «نقلت … عن»: the verb says nothing of the one behind عن
            self._by_form[False, False] = self._by_form[True, False] = self.last

    def previous(self, cue: Cue) -> tuple[Speaker, ...]:
        """Who goes on speaking with this verb: those whom a verb of the same gender and number introduced last."""
        return self._by_form.get((cue.feminine, cue.plural), ())
