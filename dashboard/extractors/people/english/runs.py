"""Runs of capitalised words that may be a name: their parts, where they end, what is none."""

from __future__ import annotations

from ..scene import COMMAS, DASHES, Scene
from .vocabulary import English

_DESCRIBES = frozenset(("a", "an", "who", "whose", "whom"))


class Runs:
    """Looks at a document token by token; offsets are tokens'."""

    def __init__(self, scene: Scene, data: English) -> None:
        self.scene, self.doc, self.data = scene, scene.doc, data

    def capital(self, at: int) -> bool:
        return self.doc.text[self.doc.starts[at]].isupper()

    def title(self, at: int) -> bool:
        word = self.doc.words[at].rstrip(".")
        return word in self.data.ranks or word in self.data.courtesy or word in self.data.parts

    def part(self, at: int) -> bool:
        """Whether token `at` may be a part of a name."""
        word = self.doc.words[at]
        if not word[0].isalpha() or not self.capital(at) or word in self.data.never or self.title(at):
            return False
        if at in self.scene.covered and word not in self.data.given:
            return self.namesake(at)
        return at not in self.scene.demonyms

    def namesake(self, at: int) -> bool:
        """Whether the state or city at token `at` is half of a person's name: «Hamish Mali, a grower», «Jordan Baptiste
        said». One word, beside a given name or a word that is a name too, and evidence behind both."""
        words, scene = self.doc.words, self.scene
        place = scene.taken.get(at)
        if place is None or place.end - place.first > 1 or place.entry.kind == "organization":
            return False
        if at and words[at - 1] in self.data.given and self.capital(at - 1) and at - 1 not in scene.covered:
            return self.evident(at + 1)
        if words[at] not in self.data.weak or at + 1 >= len(words) or not self.capital(at + 1):
            return False
        following = words[at + 1]
        if at + 1 in scene.covered or at + 1 in scene.demonyms or following in self.data.never or self.title(at + 1):
            return False
        before = words[at - 1] if at else ""
        return before in self.data.says or self.evident(at + 2)

    def evident(self, end: int) -> bool:
        """Whether what follows at `end` is said of a person: a verb of saying, «, who», «, a grower», «, 41»."""
        words = self.doc.words
        if end + 1 >= len(words):
            return False
        if words[end] in self.data.says:
            return True
        if words[end] == "of":  # «X of the aid group Clear Water said»
            return any(word in self.data.says for word in words[end + 1 : end + 9])
        return words[end] in COMMAS and (words[end + 1] in _DESCRIBES or words[end + 1].isdigit())

    def end(self, first: int) -> int:
        """The end of the run of name parts that begins at `first`."""
        words, at = self.doc.words, first + 1
        while at < len(words) and self.doc.sentence_of[at] == self.doc.sentence_of[first]:
            word = words[at]
            if word == "." and len(words[at - 1]) == 1 or self.part(at) or word.rstrip(".") in self.data.suffixes:
                at += 1
            elif at + 1 < len(words) and (self.hyphen(at) or (word in self.data.particles and self.part(at + 1))):
                at += 2
            else:
                break
        return at

    def hyphen(self, at: int) -> bool:
        return self.doc.words[at] in DASHES and not self.doc.spaced[at] and not self.doc.spaced[at + 1]

    def closes(self, end: int) -> bool:
        """Whether a comma or a verb of saying stands behind a name."""
        return end < len(self.doc.words) and (self.doc.words[end] in COMMAS or self.doc.words[end] in self.data.says)

    def ship(self, first: int) -> bool:
        """Whether the name is a ship's: «the frigate Admiral X», «HMS X»."""
        words, at = self.doc.words, first
        while at and self.rank(at - 1):
            at -= 1
        return at > 0 and words[at - 1] in self.data.ships

    def group(self, first: int) -> bool:
        """Whether the name is that of a group, as the word before it says: «the aid group Clear Water»."""
        return first > 0 and self.doc.words[first - 1] in self.data.groups

    def rank(self, at: int) -> bool:
        return self.doc.words[at].rstrip(".") in self.data.ranks
