"""The error tree: one base, a handful below it. Every message is written for the person who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Said(str):
    """A message in English, with the code and the values by which `data/interface/` says it in any language.

    A value may be such a message itself. Made by `lexicon.said`.
    """

    code: str
    values: dict[str, str]

    def __new__(cls, text: str, code: str, values: Mapping[str, str]) -> Said:
        made = super().__new__(cls, text)
        made.code, made.values = code, dict(values)
        return made

    def __getnewargs__(self) -> tuple[str, str, dict[str, str]]:  # type: ignore[override]
        return str(self), self.code, self.values


def as_json(message: str) -> Any:
    """A message as JSON values: plain text, or text, code and values."""
    if not isinstance(message, Said):
        return message
    return {"text": str(message), "code": message.code, "values": {k: as_json(v) for k, v in message.values.items()}}


def from_json(found: Any) -> str:
    """The message that `as_json` described."""
    if not isinstance(found, dict):
        return str(found)
    return Said(found["text"], found["code"], {key: from_json(value) for key, value in found["values"].items()})


class MarsadError(Exception):
    """Base of every error that Marsad raises on purpose; its text is fit to be shown to a user."""

    @property
    def message(self) -> str:
        """What is said of it, where it can be with its code."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class LexiconError(MarsadError):
    """A file of `dashboard/data/` does not hold what it should; names the file and the entry."""


class WorkspaceError(MarsadError):
    """The workspace can't be opened, or was made by a newer Marsad."""


class UsageError(MarsadError):
    """What was asked for can't be done as asked (an unknown id, a bad date); exit status 2."""


def refusal(origin: str, reason: str | None, remedy: str | None) -> str:
    """What is told of a refused input: which, why, and what would do."""
    return f"{origin}: {reason}" + (f"; try: {remedy}" if remedy else "")


class RejectedInput(MarsadError):
    """One input can't be read; the others go on.

    `origin` names the file and the record in it, `reason` what is wrong, `remedy` what would be accepted.
    """

    def __init__(self, origin: str, reason: str, remedy: str = "") -> None:
        self.origin, self.reason, self.remedy = origin, reason, remedy
        super().__init__(refusal(origin, reason, remedy))


class QueryError(MarsadError):
    """A search that can't be read: `code` says why, `at` is the character (from 0) where, `name` what stands there and
    `near` what may have been meant."""

    REASONS = {
        "unclosed-quote": "this quotation mark is not closed",
        "unclosed-bracket": "this bracket is not closed",
        "unopened": "nothing was opened that closes here",
        "missing-term": "a word is missing here",
        "unknown-field": "there is no field {name}; there are title, source, country, person, org, place, theme, date, "
        "event, language",
        "empty-field": "{name}: wants a word or a phrase after it",
        "bad-date": "{name} is no date; write 2021, 2021-08, 2021-08-24 or 2021-08..2021-12",
        "no-letters": "{name} has no letter or digit to search for",
        "short-prefix": "a beginning needs two letters at least before *",
        "too-deep": "too many brackets within brackets",
        "unknown-country": "no state is called {name}",
        "unknown-theme": "no theme is called {name}",
        "unknown-person": "nobody here is called {name}",
        "unknown-org": "no organisation here is called {name}",
        "unknown-place": "no place is called {name}",
    }

    def __init__(self, code: str, at: int, name: str = "", near: tuple[str, ...] = ()) -> None:
        self.code, self.at, self.name, self.near = code, at, name, near
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"search, character {at + 1}: {self.REASONS[code].format(name=name)}{meant}")
