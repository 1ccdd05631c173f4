"""Large pages for a process that reads article after article.

Words are looked up all over the lexicon's tables, and nearly each time the processor has forgotten where that page is;
of large pages there are five hundred times fewer to remember. Measured: a tenth more articles a second.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")

_LARGE = 2**21
# What is asked of Linux (madvise): let this be on large pages from now on; put it on them at once, since Linux 6.1.
_ADVICE = (14, 25)
# Private memory that can be written and is no file's: the heap, and what has no name.
_OWN = re.compile(r"^(\w+)-(\w+) rw-p \w+ \S+ 0 *(?:\[heap\])?$", re.MULTILINE)
# To put what a process holds on other pages takes as long as to extract so many articles saves.
_MANY = 200


def much_read(items: Iterable[Item]) -> Iterator[Item]:
    """`items`; once they are many, what this process has learnt from them and for them is put on large pages."""
    for count, item in enumerate(items):
        if count == _MANY:
            on_large_pages()
        yield item


def on_large_pages() -> None:
    """Put what this process holds on large pages, where the system can; it stays what it is."""
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):  # another C library, or nothing to be seen of one's own memory
        madvise = ctypes.CDLL(None).madvise
        madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
        for low, high in _OWN.findall(Path("/proc/self/maps").read_text("ascii", "replace")):
            first, end = -(-int(low, 16) // _LARGE) * _LARGE, int(high, 16) // _LARGE * _LARGE
            for advice in _ADVICE if first < end else ():
                madvise(first, end - first, advice)
