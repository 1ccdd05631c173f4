"""What is installed is found where camel-tools puts it, and what isn't is named with the command that installs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.__main__ import _parser
from dashboard.errors import UsageError
from dashboard.extractors import engines
from dashboard.extractors.engines.camel_tools_late import recogniser

from .tiny import write_catalogue, write_model, write_morphology

ROOT = Path(__file__).parents[3]


def state() -> dict[str, bool]:
    return {part.name: part.installed for part in engines.available()}


def marsad(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True)


def test_nothing_is_installed_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert state() == {"names": False, "lemmas": False}
    with pytest.raises(UsageError, match="camel_data -i ner-arabert.*camel_data -i morphology-db-msa-r13"):
        engines.load("camel")
    assert engines.lemma_of("حكومة") is None
    assert not list(tmp_path.iterdir())


def test_without_the_variable_it_is_in_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    write_morphology(tmp_path / ".camel_tools" / "data" / "morphology_db" / "calima-msa-r13", [])
    assert state() == {"names": False, "lemmas": True}


def test_the_catalogue_says_where_its_default_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    write_morphology(tmp_path / "data" / "elsewhere", [])
    assert not state()["lemmas"]
    write_catalogue(tmp_path, MorphologyDB=("own", "elsewhere"))
    assert state() == {"names": False, "lemmas": True}


@pytest.mark.parametrize("lost", ["config.json", "vocab.txt", "model.safetensors"])
def test_half_a_model_is_none(lost: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    folder = write_model(tmp_path / "data" / "ner" / "arabert")
    assert state()["names"]
    (folder / lost).unlink()
    assert not state()["names"]


@pytest.mark.parametrize("catalogue", ["", "[]", "{}", '{"components": 3}', '{"components": {"MorphologyDB": []}}'])
def test_a_broken_catalogue_hides_nothing(catalogue: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    write_morphology(tmp_path / "data" / "morphology_db" / "calima-msa-r13", [])
    (tmp_path / "catalogue.json").write_text(catalogue)
    assert state()["lemmas"]


def test_a_damaged_model_is_refused_with_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    folder = write_model(tmp_path / "data" / "ner" / "arabert")
    (folder / "config.json").write_text("{")
    with pytest.raises(UsageError, match="camel_data -i -f ner-arabert"):
        recogniser(folder)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match="rules, camel"):
        engines.require("gpt")


def test_the_commands_offer_the_engines_that_there_are() -> None:
    for command in ("extract", "ingest", "reextract"):
        arguments = [command] if command == "reextract" else [command, "x"]
        for name in engines.ENGINES:
            assert _parser().parse_args([*arguments, "--engine", name]).engine == name
        assert _parser().parse_args(arguments).engine == "rules"


def test_the_engines_command_lists_both(camel: Path, tmp_path: Path) -> None:
    said = marsad("engines").stdout
    assert str(camel / "data" / "ner" / "arabert") in said and "missing" not in said
    said = marsad("engines", CAMELTOOLS_DATA=str(tmp_path)).stdout
    assert "`camel_data -i ner-arabert`" in said and "`camel_data -i morphology-db-msa-r13`" in said


def test_a_missing_model_is_wrong_usage_and_makes_no_workspace(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("قالت إيران إنها مستعدة", "utf-8")
    workspace = tmp_path / "w.db"
    for command in (["extract", str(article)], ["ingest", str(article), "--workspace", str(workspace)]):
        done = marsad(*command, "--engine", "camel", CAMELTOOLS_DATA=str(tmp_path))
        assert done.returncode == 2 and "camel_data -i ner-arabert" in done.stderr and not done.stdout
    assert not workspace.exists()


def test_the_camel_engine_leaves_no_trace(camel: Path, tmp_path: Path) -> None:
    """Neither in camel-tools' folder nor in the user's home, and nothing is asked of the network."""
    home = tmp_path / "home"
    home.mkdir()
    article = tmp_path / "a.txt"
    article.write_text("خبر\n\nقال محمد بن سلمان في الرياض إن إيران وروسيا بدأتا مناوراتهما.", "utf-8")
    before = {path: path.stat().st_mtime_ns for path in camel.rglob("*")}
    done = marsad("extract", str(article), "--engine", "camel", HOME=str(home), USERPROFILE=str(home))
    assert (done.returncode, done.stderr) == (0, "")
    record = json.loads(done.stdout)
    assert record["engine"]["name"] == "camel" and record["engine"]["version"].endswith("+names+lemmas")
    assert {path: path.stat().st_mtime_ns for path in camel.rglob("*")} == before
    assert not (home / ".camel_tools").exists()


def test_the_rules_import_no_model() -> None:
    code = (
        "from dashboard import extract\nextract('قالت إيران إنها مستعدة')\n"
        "from dashboard.extractors.engines import available\navailable()\n"
        "import sys\nprint({'torch', 'transformers', 'camel_tools'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
