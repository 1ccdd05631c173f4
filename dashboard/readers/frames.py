"""What the worker and its owner say to each other: frames of bytes behind their length, outcomes as JSON.

JSON and not pickle: a parser that a file took over may write here.
"""

from __future__ import annotations

import datetime as dt
import struct
from dataclasses import asdict
from typing import IO, Any

from ..errors import RejectedInput, as_json, from_json
from ..model import Article, Published

_LENGTH = struct.Struct(">Q")
_MOST = 2**31


class FrameError(Exception):
    """The other side has gone, or says what can't be."""


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write one frame."""
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """The next frame; FrameError where there is none."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    if length > _MOST:
        raise FrameError("a frame beyond reason")
    return _exactly(pipe, length)


def message_of(outcome: Article | RejectedInput) -> dict[str, Any]:
    """An outcome as JSON values."""
    if isinstance(outcome, RejectedInput):
        return {"rejected": [outcome.origin, as_json(outcome.reason), as_json(outcome.remedy)]}
    day = outcome.published.date
    return {"article": {**asdict(outcome), "published": {**asdict(outcome.published), "date": day and day.isoformat()}}}


def outcome_of(message: dict[str, Any]) -> Article | RejectedInput:
    """The outcome that `message_of` described."""
    if "rejected" in message:
        origin, reason, remedy = message["rejected"]
        return RejectedInput(origin, from_json(reason), from_json(remedy))
    values = dict(message["article"])
    stated = dict(values["published"])
    day = dt.date.fromisoformat(stated["date"]) if stated["date"] else None
    values["published"] = Published(**{**stated, "date": day})
    values["dateline"] = tuple(values["dateline"]) if values["dateline"] else None
    return Article(**values)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if data is None or len(data) < size:
        raise FrameError("the other side has gone")
    return data
