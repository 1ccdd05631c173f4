"""Refusals by code: why an input can't be read and what would be accepted, see `data/interface/errors_*.yml`."""

from __future__ import annotations

from ..errors import RejectedInput
from ..lexicon.said import said


def refused(origin: str, reason: str, remedy: str, **values: object) -> RejectedInput:
    """A refusal for the codes of its reason and its remedy, which share their values."""
    return RejectedInput(origin, said(reason, **values), said(f"remedy.{remedy}", **values))
