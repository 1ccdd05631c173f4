"""The query language: characters to a tree, with an error at the character where one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...clean.fold import fold_key
from ...errors import QueryError
from .days import days
from .tree import And, In, Near, Node, Not, Or, Phrase, Word

# A field under each of its names.
FIELDS = {
    "title": "title", "عنوان": "title", "العنوان": "title",
    "source": "source", "مصدر": "source", "المصدر": "source",
    "country": "country", "state": "country", "دوله": "country", "الدوله": "country",
    "person": "person", "شخص": "person", "الشخص": "person",
    "org": "org", "organisation": "org", "organization": "org", "منظمه": "org", "جهه": "org",
    "place": "place", "مكان": "place", "المكان": "place",
    "theme": "theme", "موضوع": "theme", "الموضوع": "theme",
    "date": "date", "published": "date", "تاريخ": "date", "التاريخ": "date",
    "event": "event", "حدث": "event",
    "language": "language", "lang": "language", "لغه": "language",
}  # fmt: skip
_DATED = ("date", "event")
_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not", "أو": "or", "او": "or"}
_AND = "و"
_NEAR = 10  # words apart, where NEAR says no number
_DEEPEST = 50
_QUOTES = str.maketrans(dict.fromkeys("«»“”„", '"'))
_PIECE = re.compile(
    r'\s*(?:(?P<phrase>"(?P<inside>[^"]*)"(?:~(?P<slop>\d{1,3}))?)|(?P<open>\()|(?P<close>\))'
    r"|(?P<minus>-)(?=[^\s\-])|(?P<near>NEAR(?:/(?P<apart>\d{1,3}))?)(?=[\s(]|$)"
    r'|(?P<field>[^\W\d_]+):(?!//)(?=(?P<filled>\S)?)|(?P<word>[^\s()"]+)|(?P<unclosed>"))'
)

_KINDS = ("phrase", "open", "close", "minus", "near", "field", "word", "unclosed")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    at: int
    text: str = ""
    number: int = -1  # words apart, where the query says so


@lru_cache(maxsize=256)
def parse(query: str) -> Node | None:
    """The tree of a query; None where it asks for nothing. Raises QueryError, which names the character."""
    tokens = list(_tokens(query.translate(_QUOTES)))
    if not tokens:
        return None
    reader = _Reader(tokens, len(query))
    tree = reader.either(0)
    left = reader.next()
    if left.kind != "end":
        raise QueryError("unopened", left.at)
    return tree


def words_of(text: str) -> list[str]:
    """The folded words of a piece of text, as the index cuts them."""
    return "".join(char if char.isalnum() else " " for char in fold_key(text)).split()


def _tokens(query: str) -> list[_Token]:
    out, at = [], 0
    query = query.rstrip()
    while at < len(query):
        match = _PIECE.match(query, at)
        assert match is not None  # every character but a blank begins some piece
        kind = next(name for name in _KINDS if match[name] is not None)
        if kind == "field" and not match["filled"] and fold_key(match["field"]) not in FIELDS:
            kind = "word"  # قال: is a word before a colon
        start = match.start("field" if match["field"] else kind)
        at = match.end()
        if kind == "word" and match["word"] is None:
            out.append(_Token("word", match.start("field"), match["field"]))
        elif kind == "unclosed":
            raise QueryError("unclosed-quote", start)
        elif kind == "phrase":
            out.append(_Token("phrase", start, match["inside"], int(match["slop"] or -1)))
        elif kind == "near":
            out.append(_Token("near", start, number=int(match["apart"] or _NEAR)))
        elif kind == "field":
            name = FIELDS.get(fold_key(match["field"]))
            if name is None or not match["filled"]:
                raise QueryError("empty-field" if name else "unknown-field", start, name=match["field"])
            out.append(_Token("field", start, name))
        elif (
            kind == "word" and match["word"] == _AND
        ):  # الرياض و طهران: written apart, it joins as it does written together
            continue
        elif kind == "word":
            out.append(_Token(_OPERATORS.get(match["word"], "word"), start, match["word"]))
        else:
            out.append(_Token(kind, start))
    return out


class _Reader:
    """Recursive descent: OR binds less than AND, which stands between two terms anyway; NEAR binds most."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self.tokens, self.at, self.end = tokens, 0, _Token("end", end)

    def peek(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else self.end

    def next(self) -> _Token:
        token = self.peek()
        self.at += 1
        return token

    def either(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise QueryError("too-deep", self.peek().at)
        nodes = [self.both(depth)]
        while self.peek().kind == "or":
            self.next()
            nodes.append(self.both(depth))
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def both(self, depth: int) -> Node:
        nodes = [self.one(depth)]
        while self.peek().kind not in ("or", "close", "end"):
            if self.peek().kind == "and":
                self.next()
            nodes.append(self.one(depth))
        return nodes[0] if len(nodes) == 1 else And(tuple(nodes))

    def one(self, depth: int) -> Node:
        token = self.next()
        if token.kind in ("not", "minus"):
            return Not(self.one(depth))
        if token.kind == "open":
            node = self.either(depth + 1)
            if self.next().kind != "close":
                raise QueryError("unclosed-bracket", token.at)
            return node
        if token.kind == "field":
            value = self.next()
            if value.kind not in ("word", "phrase"):
                raise QueryError("empty-field", token.at, name=token.text)
            if token.text in _DATED:
                days(value.text.strip(), value.at)  # what is no date is said before anything is looked for
                return In(token.text, Word(value.text), value.text.strip(), value.at)
            said = _term(value)
            return In(token.text, said, value.text.strip(), value.at)
        if token.kind not in ("word", "phrase"):
            raise QueryError("missing-term", min(token.at, self.end.at))
        return self.near(token)

    def near(self, token: _Token) -> Node:
        """A term, with those that NEAR joins to it."""
        terms, apart = [_term(token)], 0
        while self.peek().kind == "near":
            apart = max(apart, self.next().number)
            other = self.next()
            if other.kind not in ("word", "phrase"):
                raise QueryError("missing-term", min(other.at, self.end.at))
            terms.append(_term(other))
        if len(terms) > 1:
            return Near(tuple(terms), apart)
        first = terms[0]
        if token.number >= 0 and isinstance(first, Phrase) and len(first.words) > 1:
            return Near(tuple(Word(word) for word in first.words), token.number)
        return first


def _term(token: _Token) -> Word | Phrase:
    """A word (several, where signs cut it: S-400) or a phrase."""
    words = words_of(token.text)
    if not words:
        raise QueryError("no-letters", token.at, name=token.text)
    if token.kind == "phrase" or len(words) > 1:
        return Phrase(tuple(words))
    prefix = token.text.endswith("*")
    if prefix and len(words[0]) < 2:
        raise QueryError("short-prefix", token.at)
    return Word(words[0], prefix)
