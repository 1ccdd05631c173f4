"""Arabic-Indic digits: in all that the desk itself writes and nowhere else, chosen in Arabic, kept in the address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store import Store
from dashboard.views.words import words
from tests.deskdata import DRAFTS, Draft, fill

from .conftest import PAGES, Open
from .test_pages import component, param

OURS, LATIN = re.compile("[٠-٩]"), re.compile("[0-9]")
TURNED = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%")
# Of what a component is given, what is read; ids, addresses and colours stand beside it.
READ = ("title", "number", "change", "meta", "lead", "tag", "label", "more_label", "cells", "published")
VIEWS = [
    *((page, {}) for page in PAGES),
    ("overview", {"show": "state:IRN", "from": "2023-02-01", "to": "2023-03-31"}),
    ("articles", {"article": "a1"}),
    ("dossier", {"kind": "state", "id": "IRN", "show": "sentences"}),
    ("review", {"part": "names"}),
    ("timeline", {"times": "published"}),
    ("network", {"edges": "relations", "show": "edge:IRN|RUS"}),
]


def read_in(data: Any, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from read_in(value, name if name in READ else key if key == "cells" else "")
            if name in ("rows", "more", "columns") and not isinstance(value, str):
                yield from (said for item in value for said in read_in(item))
    elif isinstance(data, list) and key:
        yield from (said for item in data for said in read_in(item, key))
    elif isinstance(data, str) and key:
        yield data


def drawn(figure: dict[str, Any]) -> Iterator[str]:
    for trace in figure["data"]:
        for key in ("hovertemplate", "text"):
            said = trace.get(key) or []
            yield from [said] if isinstance(said, str) else (one for one in said if isinstance(one, str))


def written(app: AppTest) -> list[str]:
    """What a page says, chart by chart and line by line."""
    out: list[str] = []
    for kind in ("title", "header", "subheader", "markdown", "caption", "info", "warning"):
        out += [item.value for item in app.get(kind)]
    for kind in ("button", "download_button", "page_link", "expander", "tab"):
        out += [getattr(item, "label", None) or item.proto.label for item in app.get(kind)]
    for kind in ("multiselect", "selectbox", "select_slider"):
        out += [option for item in app.get(kind) for option in item.options]
    for item in app.get("button_group"):
        out += [option.content for option in item.proto.options]
    for item in app.get("bidi_component"):
        data = json.loads(item.proto.json)
        out += read_in(data)
        out += drawn(json.loads(data["figure"])) if "figure" in data else []
        out += [one["title"] for one in (*data["nodes"], *data["edges"])] if "nodes" in data else []
    for item in app.get("plotly_chart"):
        out += drawn(json.loads(item.proto.spec))
    return [re.sub(r":material/\w+:", "", said) for said in out if said]


@pytest.mark.parametrize(("page", "view"), VIEWS, ids=str)
def test_every_number_of_a_page_is_in_the_digits_chosen(open_page: Open, page: str, view: dict[str, str]) -> None:
    """Where no article is quoted, whatever is left in others was not asked how it is to be written."""
    digits = words("ar").number(123)  # the choice of the others stands in the sidebar
    titles = [draft.title for draft in DRAFTS if LATIN.search(draft.title)]
    arabic = written(open_page(page, lang="ar", digits="arab", **view))
    left = [said for said in arabic if LATIN.search(said) and said != digits]
    assert [said for said in left if not any(title in said for title in titles)] == []
    latin = written(open_page(page, lang="ar", **view))
    assert [said.translate(TURNED) for said in arabic] == [said.translate(TURNED) for said in latin]  # and nothing else
    assert any(LATIN.search(said) for said in latin if said != digits)


def test_the_choice_is_kept_in_the_address_and_offered_in_arabic_only(open_page: Open) -> None:
    app = open_page("articles", lang="ar")
    assert "digits" not in app.query_params
    choose(app, "arab")
    assert param(app, "digits") == ["arab"]
    line = component(app, "articles_table")["rows"][0]
    assert "digits=arab" in line["href"] and OURS.search(line["cells"]["published"])
    choose(app, "latn")
    assert "digits" not in app.query_params
    choose(app, "arab")
    speak(app, "en")
    assert "digits" not in app.query_params and "w_digits" not in [item.key for item in app.get("button_group")]
    assert not any(OURS.search(said) for said in written(app))
    speak(app, "ar")
    assert param(app, "digits") == ["arab"]  # it was not taken back


def choose(app: AppTest, digits: str) -> None:
    next(item for item in app.get("button_group") if item.key == "w_digits").set_value(digits).run()
    assert not app.exception


def speak(app: AppTest, language: str) -> None:
    next(item for item in app.get("button_group") if item.key == "w_language").set_value(language).run()
    assert not app.exception


@pytest.mark.parametrize("asked", ["latn", "deva", "", "<b>"])
def test_other_digits_in_a_link_are_the_usual_ones(open_page: Open, asked: str) -> None:
    app = open_page(lang="ar", digits=asked)
    assert not any(OURS.search(said) for said in written(app) if said != words("ar", "arab").number(123))
    assert "digits" not in app.query_params
    app = open_page(lang="en", digits="arab")
    assert not any(OURS.search(said) for said in written(app))


def test_what_articles_say_stays_as_it_is_written(open_page: Open, tmp_path: Path) -> None:
    told = Draft("d9", "قمة 2024 و١٢ دولة", "حضرت [IRN:إيران] قمة 2024 مع ١٢ دولة.", "2024-05-06", source="قناة 24")
    url = fill(Store(tmp_path / "w.db"), (*DRAFTS, told)).url
    app = open_page("articles", workspace=url, lang="ar", digits="arab")
    line = component(app, "articles_table")["rows"][0]
    assert line["cells"]["title"] == "قمة 2024 و١٢ دولة" and line["cells"]["source"] == "قناة 24"
    assert line["cells"]["published"] == "٦ مايو ٢٠٢٤" and "article=d9" in line["href"]
    app = open_page("articles", workspace=url, lang="ar", digits="arab", article="d9")
    text = json.dumps(component(app, "reader")["blocks"], ensure_ascii=False)
    assert "قمة 2024 مع ١٢ دولة" in text
