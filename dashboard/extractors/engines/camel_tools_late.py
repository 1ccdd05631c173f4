"""The only door to camel-tools' models: imports late, offline, and without a trace in the user's folders.

Importing `camel_tools.data` reads a catalogue, downloads one where there is none, and makes a folder in the user's
home. So it is imported while its variables point at the user's own data, where that has a catalogue, else at a stub in
a temporary folder of ours; whatever is in the variables afterwards is what was there before.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...errors import UsageError
from .installed import data_folder

_STUB = {
    "version": "0",
    "packages": {},
    "components": {
        name: {"default": "none", "datasets": {}} for name in ("MorphologyDB", "NamedEntityRecognition")
    },
}  # fmt: skip


def recogniser(path: Path) -> Any:
    """camel-tools' NERecognizer on the model at `path`, on the processor; seconds, most of it importing torch."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # else a damaged model is looked for on the network for half a minute
    try:
        _import_data()
        from camel_tools.ner import NERecognizer
        from transformers.utils import logging

        # A tenth of a second needs no bar, and standard error is for messages.
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return NERecognizer(str(path), use_gpu=False)
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        raise _damaged("ner-arabert", path, error) from error


def analyser(path: Path) -> Any:
    """camel-tools' Analyzer over the database in the folder `path`."""
    try:
        _import_data()
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
        from camel_tools.morphology.errors import MorphologyError

        try:
            return Analyzer(MorphologyDB(str(path / "morphology.db"), "a"))
        except MorphologyError as error:
            raise ValueError(str(error)) from error
    except (ImportError, OSError, ValueError, LookupError) as error:
        raise _damaged("morphology-db-msa-r13", path, error) from error


def _damaged(package: str, path: Path, error: Exception) -> UsageError:
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
    again = f"camel_data -i -f {package}"
    return UsageError(f"engine camel: {path} can't be used ({reason}); install it again with `{again}`")


def _import_data() -> None:
    with tempfile.TemporaryDirectory(prefix="marsad-camel-") as own:
        folder = data_folder()
        if not (folder / "catalogue.json").is_file():
            folder = Path(own)
            (folder / "catalogue.json").write_text(json.dumps(_STUB), "utf-8")
        with _variables(CAMELTOOLS_DATA=str(folder), HOME=own, USERPROFILE=own):
            import camel_tools.data  # noqa: F401


@contextmanager
def _variables(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
