"""Flags: the words by which a text calls a city a capital, and the cases that are no error."""

from __future__ import annotations

from .names import Form, IsoState, Strict
from .themes import Cues


class Capital(Strict):
    of: Cues
    definite: Cues
    possessive: Cues
    exceptions: Cues
    disputed: list[IsoState]
    accepted: dict[IsoState, list[Form]]


class Flags(Strict):
    capital: Capital
