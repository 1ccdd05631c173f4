"""Scripts of installed packages beside the app's other static files, so that the browser asks no other host."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"
VIS = "vendor/vis-network.min.js"
PLOTLY = "vendor/plotly.min.js"


@lru_cache(maxsize=1)
def vis() -> Path:
    """vis-network as pyvis ships it."""
    import pyvis

    return _copied(next((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js")), VIS)


@lru_cache(maxsize=1)
def plotly() -> Path:
    """plotly.js as plotly ships it."""
    import plotly as package

    return _copied(Path(package.__file__).parent / "package_data" / "plotly.min.js", PLOTLY)


def _copied(found: Path, name: str) -> Path:
    """The file at its place below `static/`, copied when it is another one."""
    target = STATIC / name
    if not target.exists() or target.stat().st_size != found.stat().st_size:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = target.with_suffix(".part")  # a reader must never see half a script
        shutil.copyfile(found, scratch)
        scratch.replace(target)
    return target
