"""What a click costs on the sample articles: the whole run of a page on the server, its figures and lists with it.

Each page is opened once, and then under one filter of each kind, as a reader sets them; Streamlit's own test session
runs it, so that the browser's share is not in it.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from dashboard.filters import Filters
from dashboard.ingest import open_workspace
from dashboard.queries import select
from dashboard.queries.corpus import Corpus
from dashboard.tables import frames
from tests.pages.conftest import APP, PAGES

from .pages import ALL, views


def interactions() -> Iterator[str]:
    """A line a page: seconds the first time (what it imports is in it) and under each filter; the longest at last."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = str(Path(folder) / "w.db")
        with mock.patch.dict(os.environ, MARSAD_WORKSPACE=workspace):
            corpus = Corpus(frames(open_workspace(workspace)))
            asked, longest = views(corpus), 0.0
            subject = {"kind": "state", "id": str(select.facets(corpus, ALL)["states"].index[0])}
            yield f"{'seconds on the samples':<22}{'first':>10}{''.join(f'{name:>10}' for name in asked)}"
            for page in PAGES:
                opened = subject if page == "dossier" else {}
                first, *later = (_run(page, view, opened) for view in (ALL, *asked.values()))
                longest = max(longest, *later)
                yield f"{page:<22}{''.join(f'{took:>10.2f}' for took in (first, *later))}"
            yield f"an interaction on the samples takes the server {longest:.2f} s at most"


def _run(page: str, filters: Filters, opened: dict[str, str]) -> float:
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in {**filters.to_params(), **opened}.items():
        app.query_params[key] = value
    if page != PAGES[0]:
        app.switch_page(f"app_pages/{page}.py")
    began = time.perf_counter()
    app.run()
    took = time.perf_counter() - began
    if app.exception:
        raise RuntimeError(f"{page}: {app.exception[0].value}")
    return took
