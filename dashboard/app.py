"""The desk: page configuration, the list of pages, and what stands on every page. `streamlit run dashboard/app.py`."""

import sys
from pathlib import Path

# Streamlit puts this file's folder on the path, not the root that `dashboard` is imported from.
sys.path[:] = [str(Path(__file__).resolve().parent.parent), *(p for p in sys.path if p != str(Path(__file__).parent))]

import streamlit as st  # noqa: E402

from dashboard.errors import MarsadError  # noqa: E402
from dashboard.views import desk, frame, sidebar, state  # noqa: E402
from dashboard.views.words import words  # noqa: E402

PAGES = {
    "overview": ":material/space_dashboard:",
    "timeline": ":material/timeline:",
    "network": ":material/hub:",
    "map": ":material/public:",
    "statements": ":material/format_quote:",
    "announced": ":material/event_upcoming:",
    "articles": ":material/article:",
    "add": ":material/note_add:",
}


def main() -> None:
    say = words(state.language())
    st.set_page_config(
        page_title=say("app.name"), page_icon=str(frame.STATIC / "icon.svg"), layout="wide", initial_sidebar_state=310
    )
    pages = {
        name: st.Page(f"app_pages/{name}.py", title=say(f"page.{name}"), icon=icon, url_path=name,
                      default=name == "overview")
        for name, icon in PAGES.items()
    }  # fmt: skip
    page = st.navigation(list(pages.values()), position="top")
    wanted = st.session_state.pop("go", None)
    if wanted and wanted != (page.url_path or "overview"):
        st.session_state["keep_open"] = True
        st.switch_page(pages[wanted])
    state.pull(page.url_path or "overview")
    say = words(state.language())
    frame.style(say)
    try:
        now = desk.current(state.filters(), say)
    except MarsadError as error:
        frame.broken(say, error)
        return
    with st.sidebar:
        sidebar.show(now)
    st.session_state["desk"] = now
    try:
        page.run()
    finally:
        state.push()


main()
