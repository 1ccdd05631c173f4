"""How far an office goes: right from its first word over what belongs to it, up to the name."""

from __future__ import annotations

from . import names
from .heads import OWNERS, another, articles
from .known import QUOTES
from .scene import BRACKETS, COMMAS, Scene
from .words import COMMON, COURTESY, FUNCTION, GIVEN, NAME, NOUN, OFFICE, RANK, VERB

# Tokens of the longest office.
_LONGEST = 18


class Walk:
    """Goes right from a title over what belongs to it, up to the name or to the first word that belongs to neither."""

    def __init__(self, scene: Scene, first: int, form: str, kind: int) -> None:
        self.scene, self.first = scene, first
        self.definite = form.startswith("ال")
        self.ranked = bool(kind & (RANK | COURTESY))
        self.courtesy = bool(kind & COURTESY)
        self.speaks = form.removeprefix("ال").startswith(("متحدث", "ناطق"))  # «المتحدث باسم», but «النائب باسم السبع»
        self.vague = form in scene.words.titles["vague"]
        possessed = form.endswith("ه") and scene.doc.text[scene.doc.ends[first] - 1] == "ه"  # نائبه, not نائبة
        counted = form in scene.words.titles["counterparts"]
        self.whole = self.definite or self.ranked or possessed or counted  # else it needs what it is an office of
        theirs = form.endswith(OWNERS) and not counted and not scene.words.kind(form) & (OFFICE | RANK | COURTESY)
        self.whole = self.whole or theirs
        self.last = first + 1  # the role's end so far
        self.name: int | None = None
        self.owned = theirs  # «وزير خارجيته», «مندوبتها»: of whom or what was named before
        self._open = False  # a preposition wants its noun
        self._construct = not self.whole

    def run(self) -> None:
        scene = self.scene
        at, limit = self.first + 1, min(self.first + _LONGEST, scene.doc.bounds[scene.sentence(self.first)][1])
        while at < limit:
            after = self._step(at)
            if after is None:
                return
            at = after

    def _step(self, at: int) -> int | None:
        """The token after what stands at `at` and belongs to the role; None where the role ends."""
        scene, words = self.scene, self.scene.doc.words
        word, kind = words[at], scene.kinds[at]
        if at in scene.leaders:
            # «الملك سلمان بن عبد العزيز»: the name is behind الملك, though the lexicon knows him with it too.
            following = at + 1 < len(words)
            titled = kind & (RANK | COURTESY) and following and names.parse(scene, at + 1, names.TITLED) is not None
            leader = scene.leader(at)
            if leader is not None and leader.start > scene.doc.starts[at]:  # «ولي العهد السعودي وترامب»
                return None
            if words[at - 1] in scene.words.titles["held"]:  # «الوزير السابق في حكومة الصيد»
                return self._take(scene.leaders[at][0].end)
            if leader is not None and not titled and not self.whole:  # «محامي ترامب»
                return self._take(leader.end)
            if self.whole and not titled and leader is not None:
                self.name = None if self._open else at
                return None
        known = scene.taken.get(at)
        if known is not None and (self._construct or self._open or scene.cut(at) or known.start > scene.doc.starts[at]
                                  or known.entry.kind == "organization"):  # fmt: skip
            return self._take(known.end)
        if at in scene.weak and (self._construct or self._open):
            return self._take(scene.weak[at].end)
        if at in scene.demonyms and (word.startswith("ال") or self.whole):
            return self._take(scene.demonyms[at].end)
        return self._word(at, word, kind) if word[0].isalpha() else self._sign(at, word)

    def _sign(self, at: int, word: str) -> int | None:
        """What follows a sign at token `at`: the name, more of the role, or nothing that belongs to it."""
        scene, words = self.scene, self.scene.doc.words
        if word in COMMAS:
            if not self.whole or self._open or self.courtesy or at + 1 >= len(words):
                return None
            behind = scene.kinds[at + 1]
            if behind & (RANK | COURTESY):
                return at + 1
            if behind & OFFICE and at + 2 < len(words) and scene.kinds[at + 2] & RANK:  # «، نائب الأدميرال X»
                return self._take(at + 2)
            if self._begins(at + 1, after_comma=True):
                self.name = at + 1
            return None
        if word in BRACKETS and self.whole and not self._open and at + 2 < len(words) and words[at + 2] in BRACKETS:
            self.name = at + 1 if scene.kinds[at + 1] & GIVEN and self._begins(at + 1) else None
            return None
        if word in QUOTES and not self.ranked:  # «قيادة "خاتم الأنبياء" العميد»
            close = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i] in QUOTES), None)
            return None if close is None else self._take(close + 1)
        if word == "#" and at + 1 < len(words) and not scene.doc.spaced[at + 1]:  # «رئيس #البنك_المركزي»
            return at + 1
        return None

    def _word(self, at: int, word: str, kind: int) -> int | None:
        """The token after a word that joins or tells more of the role, or what any other word is to it."""
        scene, words = self.scene, self.scene.doc.words
        if word.isascii():
            return None
        if word == "في" and self.whole and words[at + 1 : at + 3] in (["ذلك", "الحين"], ["ذلك", "الوقت"]):
            return at + 3  # «الرئيس في ذلك الحين X»
        if word == "من" and words[at + 1 : at + 2] and words[at + 1].endswith(("ها", "هم")):  # «من مقرها»
            return None
        spoken = word == "باسم" and (self.speaks or not self.whole)
        if word in scene.words.titles["joints"] and (spoken or not (kind & GIVEN and self._begins(at))):
            if not self.whole and word != "باسم":
                return None
            if at + 1 < len(words) and words[at + 1] in scene.words.occasions:
                return None
            self._open = True
            return at + 1
        if word in scene.words.titles["modifiers"]:
            return self._take(at + 1)
        if word.startswith("المنتهيه") and at + 1 < len(words) and words[at + 1].startswith("ولايت"):
            return self._take(at + 2)  # «الرئيس المنتهية ولايته»
        if word[0] == "و" and self.whole and not self._open and another(scene, self.first, at):
            return None
        if self.speaks and word in ("باسمه", "باسمها", "باسمهم"):
            self.owned = True
            return self._take(at + 1)
        return self._part(at, word, kind)

    def _part(self, at: int, word: str, kind: int) -> int | None:
        """The token after a word that is a part of the role by its kind; where it is the name's, the name begins."""
        scene = self.scene
        if self.ranked and at == self.last and word in scene.words.titles["rank_parts"]:
            self.vague = False  # «الفريق أول» is no team
            return self._take(at + 1)
        if self._adjective(at, word):
            return self._take(at + 1)
        if self.whole and not self._open and self._begins(at):
            self.name = at
            return None
        if kind & (RANK | COURTESY) or (kind & OFFICE and (self._construct or self._open)):
            self.ranked = bool(kind & (RANK | COURTESY))
            return self._take(at + 1, whole=True)
        if kind & (FUNCTION | VERB) and not kind & NOUN:
            return None
        if self._construct and at == self.last and names.surely_given(kind) and not kind & COMMON:
            return None  # «الإماراتي خليفة أحمد العامري»
        definite, joined = articles(word)
        if word[0] == "و" and not definite and not kind & NOUN:
            return None
        if kind & NOUN or scene.words.common(word):
            if kind & VERB and not definite and not self._construct and not self._open:
                return None
            if not definite and not joined and self.whole and not self._construct and not self._open:
                return None
            owned = not definite and self._possessed(at, word)
            self.owned = self.owned or owned
            return self._take(at + 1, whole=definite or owned or self._open or self.whole)
        adjective = definite and not scene.kinds[at] & NAME and word[-1] in "يه"  # «للشؤون اللوجستية»
        if adjective or self._open or (self._construct and not self.whole):
            return self._take(at + 1, whole=True)  # an unknown place or body: «عمدة أنقرة»
        return None

    def _possessed(self, at: int, word: str) -> bool:
        """«وزير خارجيته», «وزير دفاعها»: the office is whole with the pronoun."""
        ends = self.scene.doc.text[self.scene.doc.ends[at] - 1]
        return self._construct and len(word) > 4 and (ends == "ه" or word.endswith(("ها", "هم", "هما")))

    def _adjective(self, at: int, word: str) -> bool:
        """«السلطان العثماني سليم»: a nisba between a title and a given name belongs to the title."""
        scene = self.scene
        if not self.definite or not (word.startswith("ال") and word[-1] in "يه") or at + 1 >= len(scene.kinds):
            return False
        return bool(scene.kinds[at + 1] & GIVEN) and scene.sentence(at + 1) == scene.sentence(at)

    def _take(self, end: int, *, whole: bool = True) -> int:
        self.last = end
        self._open = False
        if whole:
            self.whole, self._construct = True, False
        return end

    def _begins(self, at: int, *, after_comma: bool = False) -> bool:
        """Whether a name begins at token `at`."""
        scene = self.scene
        if at >= len(scene.doc.words) or scene.sentence(at) != scene.sentence(self.first):
            return False
        if scene.leader(at) is not None or (self.ranked and at == self.last and at in scene.leaders):
            return True
        end = names.parse(scene, at, names.SAID if after_comma else names.TITLED)
        if end is None:
            return False
        if self.vague and not scene.kinds[at] & NAME and not scene.recurs(at):
            return False
        if end - at == 1:
            clitic = scene.doc.words[at][0] in "ولبف" and at > self.first + 1 and not scene.recurs(at)
            behind_rank = self.ranked and at == self.last and not clitic
            return not after_comma and (behind_rank or (not scene.kinds[at] & COMMON and self._alone(at)))
        return True

    def _alone(self, at: int) -> bool:
        """Whether a name of one word is one: listed, or said in full elsewhere, or behind «X الروسي»."""
        scene = self.scene
        return scene.listed(at) or scene.recurs(at)
