"""Imports as child processes of the ingest command: pages start one, poll it, and never wait for it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from dashboard.errors import from_json
from dashboard.lexicon import said as messages

ROOT = Path(__file__).resolve().parent.parent.parent
TOLD = 600  # seconds for which a page that is loaded anew tells what became of an import
_latest: dict[str, Job] = {}  # by workspace


@dataclass
class Job:
    """One import: what became of each input so far and, when it has ended, its counts or what went wrong."""

    files: int
    results: list[dict[str, Any]] = field(default_factory=list)
    summary: dict[str, Any] | None = None
    failure: str | None = None  # what Marsad says of why it stopped
    error: str | None = None  # what the process said at its end
    done: bool = False
    ended: float | None = None  # by the monotonic clock
    progress: tuple[int, int] | None = None  # done, of how many, where the child knows

    @property
    def failed(self) -> bool:
        """Whether it has ended before it was done."""
        return bool(self.failure or self.error)


def stage(files: Iterable[tuple[str, bytes]]) -> Path:
    """Write dropped files into a folder of their own, under their own names, whatever those are."""
    folder = Path(tempfile.mkdtemp(prefix="marsad-import-"))
    for number, (name, content) in enumerate(files):
        parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
        safe = "/".join(
            "".join(c if c.isprintable() and c not in ':*?"<>|\0' else "_" for c in part)[-120:] for part in parts
        )
        target = folder / (safe.lstrip(".") or f"file-{number}")
        if target.exists():
            target = target.with_name(f"{number}-{target.name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def start(folder: Path, files: int, url: str, label: str, published: str | None = None) -> Job:
    """Start the import of a staged folder, which is removed when it has ended."""
    job = Job(files)
    command = [sys.executable, "-m", "dashboard", "ingest", str(folder), "--workspace", url, "--json", "--label", label]
    if published:
        command += ["--published", published]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    threading.Thread(target=_run, args=(job, command, environment, folder), daemon=True).start()
    _latest[url] = job
    return job


def latest(url: str) -> Job | None:
    """The import into a workspace that runs or has just ended, whoever started it."""
    job = _latest.get(url)
    return job if job and (job.ended is None or time.monotonic() - job.ended < TOLD) else None


def forget(url: str) -> None:
    """Tell no longer of an import that was taken back."""
    _latest.pop(url, None)


def reread(url: str) -> Job:
    """Start reading again what was read with other themes than the workspace has now."""
    job = Job(0)
    command = [sys.executable, "-m", "dashboard", "reextract", "--outdated", "--json", "--workspace", url]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    threading.Thread(target=_run, args=(job, command, environment, None), daemon=True).start()
    return job


def _run(job: Job, command: list[str], environment: dict[str, str], folder: Path | None) -> None:
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        said: list[str] = []
        # Both pipes are read, or a talkative child would fill one and stand still.
        listener = threading.Thread(target=lambda: said.extend(process.stderr or ()), daemon=True)
        listener.start()
        for line in process.stdout or ():
            _take(job, line, folder)
        process.wait()
        listener.join(timeout=5)
        if job.summary is None:
            job.error = "".join(said[-3:]).strip() or None
            if not job.failed:
                job.failure = messages.said("job.ended", status=process.returncode)
    except OSError as error:
        job.error = str(error)
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
        job.ended = time.monotonic()
        job.done = True


def _take(job: Job, line: str, folder: Path | None) -> None:
    event: dict[str, Any] = {}
    with contextlib.suppress(json.JSONDecodeError):
        event = json.loads(line)
    if event.get("event") == "file":
        # People know the name that they dropped, not the folder it was put into.
        event["origin"] = str(event.get("origin", "")).replace(f"{folder}{os.sep}", "").replace(str(folder), "")
        job.results.append(event)
    elif event.get("event") == "progress":
        job.progress = int(event["done"]), int(event["whole"])
    elif event.get("event") == "error":
        job.failure = from_json(event.get("said"))
    elif event.get("event") == "end":
        job.summary = event
