"""What camel-tools data the user has: looked up in its folder, without importing it, writing or fetching anything."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import UsageError
from ...lexicon.said import said


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that the camel engine can add: `use` what for, `path` where it is installed, if it is."""

    name: str
    use: str
    package: str
    path: Path | None

    @property
    def installed(self) -> bool:
        return self.path is not None

    @property
    def command(self) -> str:
        """What the user runs to install it."""
        return f"camel_data -i {self.package}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A component of camel-tools' catalogue, where its default data lies without one, and the files it can't lack."""

    name: str
    use: str
    package: str
    component: str
    folder: str
    needs: tuple[tuple[str, ...], ...]  # one of each


_KINDS = (
    _Kind("names", "the model's names", "ner-arabert", "NamedEntityRecognition", "ner/arabert",
          (("config.json",), ("vocab.txt",), ("pytorch_model.bin", "model.safetensors"))),
    _Kind("lemmas", "lemmas for the themes' cues", "morphology-db-msa-r13", "MorphologyDB",
          "morphology_db/calima-msa-r13", (("morphology.db",),)),
)  # fmt: skip


def data_folder() -> Path:
    """Where camel-tools keeps its data: CAMELTOOLS_DATA, else its folder in the user's home; it need not exist."""
    given = os.environ.get("CAMELTOOLS_DATA")
    if given:
        return Path(given).expanduser().absolute()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def available() -> tuple[Part, ...]:
    """The parts of the camel engine, installed or not, with the command that installs each."""
    folder = data_folder()
    catalogue = _catalogue(folder)
    return tuple(Part(kind.name, kind.use, kind.package, _find(kind, folder, catalogue)) for kind in _KINDS)


def installed() -> Mapping[str, Path]:
    """Part name → path of what is there. Raises UsageError where nothing is, naming the commands that install it."""
    parts = available()
    found = {part.name: part.path for part in parts if part.path is not None}
    if not found:
        commands = " or ".join(f"`{part.command}` ({part.use})" for part in parts)
        raise UsageError(said("engine.missing", folder=data_folder(), commands=commands))
    return found


def _catalogue(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "catalogue.json").read_text("utf-8"))["components"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _find(kind: _Kind, folder: Path, catalogue: dict[str, Any]) -> Path | None:
    """The first of the catalogue's default data set and the usual place that holds all it needs."""
    places = [kind.folder]
    try:
        component = catalogue[kind.component]
        places.insert(0, component["datasets"][component["default"]]["path"])
    except (KeyError, TypeError):
        pass
    for place in places:
        path = folder / "data" / place
        if all(any((path / name).is_file() for name in names) for names in kind.needs):
            return path
    return None
