"""The worker's side: takes a file, reads it within its bounds, says what came of it; ends when its owner does."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from ..errors import RejectedInput
from ..model import Article
from .frames import FrameError, message_of, receive, send
from .limits import Limits, megabytes
from .refused import refused
from .worker import enter

Reader = Callable[[bytes, str, Limits], Iterator[Article | RejectedInput]]
_GROWTH = 3  # times its own size that a file may need beside the fixed bound
_UNKNOWN = 512 * 2**20  # address space in use, where the system does not say
_REMEDY = "anew"


def _word() -> Reader:
    from .word import read_docx

    return read_docx


def _sheets() -> Reader:
    from .sheets import read_xlsx

    return read_xlsx


def _pdf() -> Reader:
    from .pdf import read_pdf

    return read_pdf


def _mail() -> Reader:
    from .mail import read_eml

    return read_eml


def _mhtml() -> Reader:
    from .mhtml import read_mhtml

    return read_mhtml


def _page() -> Reader:
    from .web import read_html

    return read_html


# Each imports its library when its first file comes.
READERS: dict[str, Callable[[], Reader]] = {
    "docx": _word,
    "xlsx": _sheets,
    "pdf": _pdf,
    "eml": _mail,
    "mhtml": _mhtml,
    "html": _page,
}


def main() -> None:
    """Serve jobs from standard input until it closes."""
    enter()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a library that prints must not garble the answers

    def say(message: dict[str, Any]) -> None:
        send(out, json.dumps(message).encode())

    while True:
        try:
            job, data = json.loads(receive(sys.stdin.buffer)), receive(sys.stdin.buffer)
        except FrameError:
            return
        origin, limits = job["origin"], Limits(**job["limits"])
        try:
            reader = READERS[job["kind"]]()
            _bound(limits, len(data))
            for outcome in reader(data, origin, limits):
                say(message_of(outcome))
            say({"end": True})
            continue
        except RejectedInput as refusal:
            say(message_of(refusal))
            say({"end": True})
            continue
        except MemoryError:
            rejection = refused(origin, "memory", _REMEDY, size=megabytes(limits.memory))
        except RecursionError:
            rejection = refused(origin, "nested", _REMEDY)
        except Exception as error:  # whatever a parser raises on a broken file: its text goes to the user, no traceback
            reason = f"{type(error).__name__}: {' '.join(str(error).split())[:160]}"
            rejection = refused(origin, "broken.file", _REMEDY, error=reason)
        say({**message_of(rejection), "last": True})
        return


def _bound(limits: Limits, size: int) -> None:
    """Bound address space and processor time from here on; systems without `resource` have the owner's clock alone."""
    try:
        import resource
    except ImportError:
        return
    most = _address_space() + limits.memory + _GROWTH * size
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    for kind, soft in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _address_space() -> int:
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return _UNKNOWN


if __name__ == "__main__":
    main()
