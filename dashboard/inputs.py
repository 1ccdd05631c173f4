"""What the commands have in common: paths and standard input to articles, progress on a terminal or as JSON lines."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from .api import given
from .errors import MarsadError, RejectedInput, refusal
from .extractors.engines import require
from .ingest import Fate, Summary, as_event, fate_values, fault, store_all
from .memory import much_read
from .model import Published, Record
from .pipeline import extract_article, extract_prepared
from .readers import FORMATS, Limits, Outcome, name_of, read_stream, walk
from .readers.refused import refused

if TYPE_CHECKING:
    from .store import Store

_CHUNK = 50


def outcomes(paths: Sequence[str], published: str | None = None) -> Iterator[Outcome]:
    """The articles under `paths` (`-`: JSON Lines on standard input); `published` where an article gives no date."""
    date, limits = given(published), Limits.from_environment()
    for path in paths:
        found = False
        for outcome in read_stream(sys.stdin.buffer, "-", limits) if path == "-" else walk([path], limits):
            found = True
            yield _dated(outcome, date)
        if not found and os.path.isdir(path):
            yield refused(name_of(path), "folder.empty", "formats", kinds=" ".join(FORMATS))


def _dated(outcome: Outcome, date: Published) -> Outcome:
    if isinstance(outcome, Exception) or date.date is None or outcome.published.how == "given":
        return outcome
    return replace(outcome, published=date)


def records(found: Iterable[Outcome], engine: str = "rules") -> Iterator[Record | RejectedInput]:
    """The record of each article, or why there is none."""
    require(engine)
    for outcome in much_read(found):
        if isinstance(outcome, RejectedInput):
            yield outcome
            continue
        try:
            yield extract_article(outcome, engine, today=dt.date.today())
        except MarsadError:
            raise
        except Exception as error:  # a fault of ours in one article: the others go on, and this one is named
            yield fault(outcome.origin, error)


def import_paths(
    paths: Sequence[str], workspace: str | None, published: str | None, label: str | None, as_json: bool,
    engine: str = "rules",
) -> Summary:  # fmt: skip
    """The ingest command: a progress bar on a terminal, rejected inputs a line each, one line of counts at the end."""
    from .store import Store

    require(engine)
    store = Store(workspace)
    label = label or ", ".join(os.path.basename(path.rstrip("/\\")) or path for path in paths[:3])
    label += "…" if len(paths) > 3 else ""
    found = much_read(outcomes(paths, published))
    if as_json:
        print(as_event("start"), flush=True)
        summary = store_all(found, store, label=label, report=_print_event, engine=engine)
        print(as_event("end", **asdict(summary)), flush=True)
        return summary
    with _progress() as report:
        summary = store_all(found, store, label=label, report=report, engine=engine)
    if summary.batch:
        print(f"import {summary.batch}; `{_removal(store, summary.batch)}` takes it back", file=sys.stderr)
    print(summary.line())
    if summary.added:
        _samples(store)
    return summary


def _removal(store: Store, batch: str) -> str:
    """The command that takes an import back, to be pasted as it is."""
    return f"python -m dashboard remove {batch} --workspace {shlex.quote(store.url)}"


def _samples(store: Store) -> None:
    """Say, beside one's own first articles, that the sample articles are there too, and what takes them away."""
    for batch in store.batches():
        if batch["samples"] and batch["articles"]:
            what = "one sample article" if batch["articles"] == 1 else f"{batch['articles']} sample articles"
            print(f"the workspace also holds {what}; `{_removal(store, batch['id'])}` takes them away", file=sys.stderr)


def _print_event(fate: Fate) -> None:
    print(as_event("file", **fate_values(fate)), flush=True)


class _progress:
    """A counter on a terminal, silence elsewhere; rejected inputs are lines of their own in both."""

    def __enter__(self) -> Callable[[Fate], None]:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
        self.bar = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
        self.task = self.bar.add_task("", total=None)
        self.bar.start()
        return self.report

    def report(self, fate: Fate) -> None:
        self.bar.update(self.task, advance=1)
        if fate.status == "rejected":
            print(f"rejected: {refusal(fate.origin, fate.reason, fate.remedy)}", file=sys.stderr)

    def __exit__(self, *_: object) -> None:
        self.bar.stop()


def reextract(workspace: str | None, engine: str = "rules", as_json: bool = False) -> int:
    """Today's engine, lexicon and themes of the workspace over every stored text, a chunk a transaction; how many."""
    from .store import Store
    from .theming import themed

    require(engine)
    store, done = Store(workspace, create=False), 0
    lexicon, whole = themed(store), store.count()
    for chunk in _chunks(much_read(store.articles()), _CHUNK):
        store.replace_findings([extract_prepared(article, engine, dt.date.today(), lexicon) for article in chunk])
        done += len(chunk)
        _print_progress(done, whole, as_json)
    return done


def reread(workspace: str | None, as_json: bool = False) -> int:
    """What was read with other themes or another lexicon, by the engine that read it; how many."""
    from .store import Store
    from .theming import reread as again

    store = Store(workspace, create=False)
    return again(store, lambda done, whole: _print_progress(done, whole, as_json))


def _print_progress(done: int, whole: int, as_json: bool) -> None:
    if as_json:
        print(as_event("progress", done=done, whole=whole), flush=True)


def _chunks(items: Iterable, size: int) -> Iterator[list]:  # type: ignore[type-arg]
    chunk = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
