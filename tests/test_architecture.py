"""The one-way flow, read from the imports themselves, and what the ground floor may not bring in."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.every import every

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "dashboard"
# Each room may import from rooms of lower floors, and from its own.
FLOORS = {
    "errors": 0, "model": 0, "mould": 0, "memory": 0,
    "text": 1,  # clean.fold, .document, .clitics, .cues, .sieve: what a folded token is, shared by every stage
    "lexicon": 2,
    "access": 1, "timex": 0, "days": 3, "bylines": 3, "filters": 3,
    "verdicts": 3, "resting": 3, "identities": 3,
    "readers": 4, "clean": 4, "extractors": 4, "resolve": 4,  # stages: pipeline composes them
    "pipeline": 5, "store": 5,
    "tables": 6,
    "theming": 6, "ingest": 7, "dating": 7, "deciding": 7,
    "api": 8, "inputs": 9,
    "queries": 8,
    "export": 9,
    "views": 10, "app_pages": 11, "app": 12, "serve": 11, "launch": 10, "__main__": 13,
}  # fmt: skip
STAGES = {"readers", "clean", "extractors", "resolve"}
TEXT = {"clean.fold", "clean.document", "clean.clitics", "clean.cues", "clean.sieve"}


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def room(name: str) -> str:
    """The room of a module named below `dashboard`: `clean.fold` → text, `store.rows` → store."""
    if ".".join(name.split(".")[:2]) in TEXT:
        return "text"
    return name.split(".")[0]


def imported(path: Path) -> set[str]:
    """The project's own modules that a file imports at any depth, named below `dashboard`."""
    inside = path.relative_to(PACKAGE).with_suffix("").parts
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = inside[: len(inside) - node.level]
            stem = [*base, *(node.module or "").split(".")] if node.module else list(base)
            for alias in node.names:
                full = [part for part in (*stem, alias.name) if part]
                names.add(".".join(full))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dashboard"):
            names.update(f"{node.module}.{alias.name}".removeprefix("dashboard.") for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(a.name.removeprefix("dashboard.") for a in node.names if a.name.startswith("dashboard."))
    return {name for name in names if room(name) in FLOORS or (PACKAGE / name.split(".")[0]).exists()}


@every(modules())
def test_imports_run_one_way(path: Path) -> None:
    own = room(".".join(path.relative_to(PACKAGE).with_suffix("").parts))
    assert own in FLOORS, f"{own} has no floor: give it one"
    for name in imported(path):
        other = room(name)
        if other == own or other not in FLOORS:
            continue
        assert FLOORS[other] <= FLOORS[own], f"{path.name} ({own}) reaches up to {name}"
        if own in STAGES:
            assert other not in STAGES, f"{path.name}: a stage imports another stage ({name})"


@every(modules())
def test_only_the_pages_know_streamlit(path: Path) -> None:
    tops = {
        name.split(".")[0]
        for node in ast.walk(parsed(path))
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        )
    }  # fmt: skip
    if path.relative_to(PACKAGE).parts[0] not in ("app.py", "serve.py", "views", "app_pages"):
        assert "streamlit" not in tops


@pytest.mark.parametrize("statement", ["import dashboard", "from dashboard import extract, read, ingest, frames"])
def test_the_engine_starts_without_the_heavy_libraries(statement: str) -> None:
    code = f"{statement}\nimport sys\nprint(sorted({{'streamlit', 'torch', 'camel_tools'}} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_no_module_hides_a_standard_one() -> None:
    """`streamlit run dashboard/app.py` puts dashboard/ on the path: a module named html there would break it all."""
    names = {path.stem for path in PACKAGE.iterdir()} - {"__init__", "__main__", "__pycache__"}
    assert not names & set(sys.stdlib_module_names)


def test_nothing_else_stands_at_the_top() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode:
        pytest.skip("no git checkout")
    tops = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    allowed = {"requirements.txt", "README.md", "dashboard", "tests", "sample_articles", ".streamlit", ".ci",
               ".gitignore", "pyproject.toml", "LICENSE", "CHANGELOG.md"}  # fmt: skip
    assert tops <= allowed
