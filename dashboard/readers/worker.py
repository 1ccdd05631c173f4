"""Reading hostile formats in a process of their own: memory and time bounded, one worker for many files.

A PDF or an Office file is a program for its parser. What hangs, eats memory or crashes there costs that file alone:
the worker is ended, the file refused, and the next one gets a fresh worker.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from ..errors import RejectedInput
from ..model import Article
from .frames import FrameError, outcome_of, receive, send
from .limits import Limits
from .refused import refused

_ROOT = Path(__file__).parent.parent.parent
_JOBS = 200  # files after which a worker makes room for a fresh one: parsers leak
_REMEDY = "anew"
_idle: list[_Worker] = []
_lock = threading.Lock()
_inside = False


def apart(kind: str) -> Callable[[bytes, str, Limits], Iterator[Article | RejectedInput]]:
    """A reader that has the worker read files of `kind`, a key of `worker_child.READERS`."""

    def read(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
        if _inside:  # an attachment of a message that is itself read in the worker
            from .worker_child import READERS

            yield from READERS[kind]()(data, origin, limits)
            return
        worker = _taken()
        try:
            yield from worker.outcomes(kind, data, origin, limits)
        finally:
            _returned(worker)

    return read


def enter() -> None:
    """Say that this process is the worker: readers run here."""
    global _inside
    _inside = True


class _Worker:
    """One child process; `fit` says whether it can take another file."""

    def __init__(self) -> None:
        # Its own threads would take address space, which is bounded.
        single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dashboard.readers.worker_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **single, "PYTHONPATH": os.pathsep.join(paths)},
        )
        assert self.process.stdin and self.process.stdout
        self.stdin: IO[bytes] = self.process.stdin
        self.stdout: IO[bytes] = self.process.stdout
        self.jobs, self.fit = 0, True

    def outcomes(self, kind: str, data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
        """What the child makes of one file; the time that it may take counts only while it is waited for."""
        self.jobs, self.fit = self.jobs + 1, False
        left, header = limits.seconds, {"kind": kind, "origin": origin, "limits": asdict(limits)}
        started = time.monotonic()
        told = self._timed(left, lambda: self._tell(json.dumps(header).encode(), data))
        left -= time.monotonic() - started
        while True:
            started = time.monotonic()
            reply = self._timed(left, lambda: json.loads(receive(self.stdout))) if told else None
            left -= time.monotonic() - started
            if reply is None:
                raise refused(origin, "late" if left <= 0 else "crash", _REMEDY, seconds=f"{limits.seconds:g}")
            if "end" in reply:
                self.fit = self.jobs < _JOBS
                return
            outcome = outcome_of(reply)
            if reply.get("last"):  # the child has had enough: memory, or an error that may have left traces
                yield outcome
                return
            yield outcome

    def close(self) -> None:
        """End the process, whatever it is at."""
        with suppress(OSError):
            self.process.kill()
        for pipe in (self.stdin, self.stdout):
            with suppress(OSError, ValueError):
                pipe.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)

    def _tell(self, header: bytes, data: bytes) -> bool:
        send(self.stdin, header)
        send(self.stdin, data)
        return True

    def _timed(self, seconds: float, act: Callable[[], Any]) -> Any:
        """What `act` returns; None where the process was ended for being late, or ended by itself."""
        watch = threading.Timer(max(seconds, 0.0), self.process.kill)
        watch.daemon = True
        watch.start()
        try:
            return act()
        except (OSError, FrameError, ValueError):
            return None
        finally:
            watch.cancel()


def _taken() -> _Worker:
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.process.poll() is None:
                return worker
            worker.close()
    return _Worker()


def _returned(worker: _Worker) -> None:
    if not worker.fit:
        worker.close()
        return
    with _lock:
        _idle.append(worker)


def _close_all() -> None:
    with _lock:
        for worker in _idle:
            worker.close()
        _idle.clear()


atexit.register(_close_all)
if hasattr(os, "register_at_fork"):  # two processes must not talk to one worker
    os.register_at_fork(after_in_child=_idle.clear)
