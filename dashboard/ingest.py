"""Files into a workspace: read, clean, extract, store, and say of each what became of it."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import MarsadError, RejectedInput, Said, as_json
from .lexicon.said import said
from .model import Article, Record
from .readers import Outcome, name_of, walk

if TYPE_CHECKING:  # its database comes late: what only extracts does without
    from .store import Store

SAMPLES = Path(__file__).parent.parent / "sample_articles"
# So many articles are stored in one transaction; what is reported is on the disk.
_CHUNK = 25


def fault(origin: str, error: Exception) -> RejectedInput:
    """What is said of an article on which the engine itself failed."""
    return RejectedInput(origin, said("fault", error=f"{type(error).__name__}: {error}"), said("remedy.report"))


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one input: added, duplicate, updated or rejected (then with reason and remedy)."""

    origin: str
    status: str
    id: str | None = None
    title: str | None = None
    reason: str | None = None
    remedy: str | None = None
    published: str | None = None
    copy_of: str | None = None  # the first stored article of the same wording, of one that was added or updated


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of an import: counts, and the id of its batch (None where nothing was stored)."""

    added: int = 0
    duplicates: int = 0
    updated: int = 0
    rejected: int = 0
    batch: str | None = None

    def line(self) -> str:
        """The line that the command ends with."""
        return f"added {self.added}, duplicates {self.duplicates}, updated {self.updated}, rejected {self.rejected}"


def ingest(
    paths: Iterable[str | os.PathLike[str]],
    workspace: str | os.PathLike[str] | Store | None = None,
    *,
    label: str | None = None,
    samples: bool = False,
    report: Callable[[Fate], None] | None = None,
) -> Summary:
    """Read, extract and store everything under `paths`. Idempotent; what can't be read is reported, the others go."""
    from .store import Store

    inputs = [Path(path) for path in paths]
    store = workspace if isinstance(workspace, Store) else Store(workspace)
    label = label or ", ".join(path.name or str(path) for path in inputs[:3]) + ("…" if len(inputs) > 3 else "")
    return store_all(walk(inputs), store, label=label, samples=samples, report=report)


def store_all(
    outcomes: Iterable[Outcome],
    store: Store,
    *,
    label: str,
    samples: bool = False,
    report: Callable[[Fate], None] | None = None,
    engine: str = "rules",
) -> Summary:
    """Extract and store what readers yield, a chunk a transaction."""
    counts = {"added": 0, "duplicate": 0, "updated": 0, "rejected": 0}
    batch: str | None = None
    for fates, records in _chunks(outcomes, store, engine):
        if records:
            batch = batch or store.add_batch(name_of(label), samples)
            store.put(records, batch)
            copies = store.copies([str(record.article.id) for record in records])
            fates = [_with_copy(fate, copies) for fate in fates]
        for fate in fates:
            counts[fate.status] += 1
            if report:
                report(fate)
    return Summary(counts["added"], counts["duplicate"], counts["updated"], counts["rejected"], batch)


def _chunks(outcomes: Iterable[Outcome], store: Store, engine: str) -> Iterator[tuple[list[Fate], list[Record]]]:
    from .clean.prepare import prepare
    from .pipeline import extract_prepared
    from .theming import themed

    fates: list[Fate] = []
    records: list[Record] = []
    seen: set[str | None] = set()
    lexicon = themed(store)
    for outcome in outcomes:
        if isinstance(outcome, RejectedInput):
            fates.append(_refusal(outcome))
        else:
            try:
                status, article = store.stored(prepare(outcome))
                if article.id in seen:  # twice in one chunk: the first is about to be stored
                    status = "duplicate"
                if status != "duplicate":
                    records.append(extract_prepared(article, engine, dt.date.today(), lexicon))
                    seen.add(article.id)
                fates.append(_fate(outcome, status, article))
            except MarsadError:
                raise  # the workspace or the lexicon, not this article
            except Exception as error:  # a fault of ours in one article: the others go on, and this one is named
                fates.append(_refusal(fault(outcome.origin, error)))
        if len(fates) >= _CHUNK:
            yield fates, records
            fates, records, seen = [], [], set()
    yield fates, records


def _refusal(rejection: RejectedInput) -> Fate:
    return Fate(rejection.origin, "rejected", reason=rejection.reason, remedy=rejection.remedy)


def _fate(outcome: Article, status: str, article: Article) -> Fate:
    day = article.published.date
    return Fate(outcome.origin, status, article.id, article.title, published=day.isoformat() if day else None)


def _with_copy(fate: Fate, copies: dict[str, dict[str, Any]]) -> Fate:
    flag = copies.get(fate.id or "") if fate.status in ("added", "updated") else None
    return replace(fate, copy_of=flag["copy_of"]) if flag else fate


def open_workspace(workspace: str | os.PathLike[str] | None = None, *, empty: bool = False) -> Store:
    """The workspace, a new one filled with the sample articles unless it is to be `empty`."""
    from .store import Store

    store = Store(workspace)
    if store.new and not empty and SAMPLES.is_dir():
        ingest([SAMPLES], store, label="sample articles", samples=True)
    return store


def as_event(event: str, **values: object) -> str:
    """One line of the machine-readable progress that the desk reads from its child process."""
    return json.dumps({"event": event, **values}, ensure_ascii=False)


def fate_values(fate: Fate) -> dict[str, object]:
    """A fate's fields that are set, for an event; `said` holds its messages with their codes."""
    values = {key: value for key, value in asdict(fate).items() if value is not None}
    coded = {key: as_json(value) for key, value in values.items() if isinstance(value, Said)}
    return {**values, **({"said": coded} if coded else {})}
