"""How much a reader takes in: one setting for a file's size, and what follows from it for archives."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from ..errors import UsageError
from ..lexicon.said import said
from .refused import refused

SETTING = "MARSAD_MAX_MB"
DEFAULT_MB = 100.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. `entries` and `ratio` (uncompressed : compressed) bound an archive, `depth` markup and JSON.

    `seconds` and `memory` bound the worker that reads one file of a format that can be hostile, `pages` a PDF.
    """

    file: int = int(DEFAULT_MB * 2**20)
    total: int = int(4 * DEFAULT_MB * 2**20)
    entries: int = 20_000
    ratio: int = 200
    depth: int = 400
    seconds: float = 60.0
    memory: int = 2**30
    pages: int = 1000
    letters: int = 8  # an article with fewer letters in its text says nothing
    characters: int = 2_000_000  # a longer one is a book or a pile of articles, and would take gigabytes to extract

    @classmethod
    def from_environment(cls) -> Limits:
        """The limits that MARSAD_MAX_MB (a number of megabytes, fractions allowed) asks for."""
        raw = os.environ.get(SETTING, "").strip()
        if not raw:
            return cls()
        try:
            size = int(float(raw) * 2**20)
        except (ValueError, OverflowError):
            size = 0
        if size <= 0:
            raise UsageError(said("setting.megabytes", setting=SETTING, value=repr(raw), example=f"{DEFAULT_MB:g}"))
        return replace(cls(), file=size, total=4 * size)

    def check_size(self, size: int, origin: str) -> None:
        """Raise RejectedInput when one file of `size` bytes is more than is taken."""
        if size > self.file:
            values = {"size": megabytes(size), "most": megabytes(self.file), "setting": SETTING}
            raise refused(origin, "file.large", "file.split", **values)


def megabytes(size: int) -> str:
    """A size for a message: two digits that matter, no noise."""
    return f"{size / 2**20:.2f}".rstrip("0").rstrip(".")
