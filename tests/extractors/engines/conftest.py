"""A data folder with a tiny model and a tiny morphology, made once; every test of this folder looks there for data."""

from __future__ import annotations

from pathlib import Path

import pytest

from .tiny import write_model, write_morphology

# مظاهرة is a cue of the themes; مظاهراتهما is in no list.
STEMS = [("مظاهره", "مُظاهَرَة"), ("مظاهرات", "مُظاهَرَة"), ("مظاهراتهما", "مُظاهَرَة"), ("حكومه", "حُكُومَة")]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("camel")
    write_model(root / "data" / "ner" / "arabert")
    write_morphology(root / "data" / "morphology_db" / "calima-msa-r13", STEMS)
    return root


@pytest.fixture
def camel(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(data))
    return data
