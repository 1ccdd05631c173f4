"""The desk: page configuration, the list of pages, and what stands on every page. `streamlit run dashboard/app.py`."""

import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Streamlit puts this file's folder on the path, not the root that `dashboard` is imported from.
sys.path[:] = [str(Path(__file__).resolve().parent.parent), *(p for p in sys.path if p != str(Path(__file__).parent))]

import streamlit as st  # noqa: E402

from dashboard.errors import MarsadError  # noqa: E402
from dashboard.views import desk, door, frame, sidebar, state  # noqa: E402
from dashboard.views.words import words  # noqa: E402

HOME = "overview"
PAGES = {
    HOME: ":material/space_dashboard:",
    "timeline": ":material/timeline:",
    "network": ":material/hub:",
    "map": ":material/public:",
    "dossier": ":material/folder_shared:",
    "statements": ":material/format_quote:",
    "announced": ":material/event_upcoming:",
    "articles": ":material/article:",
    "themes": ":material/sell:",
    "review": ":material/rule:",
    "brief": ":material/summarize:",
    "add": ":material/note_add:",
}
# Pages that change the workspace: on a shared desk they are the editors'.
EDITING = {"add"}


def main() -> None:
    say = words(state.language(), state.digits())
    st.set_page_config(
        page_title=say("app.name"), page_icon=str(frame.STATIC / "icon.svg"), layout="wide", initial_sidebar_state=310,
        menu_items={"About": say("app.name")},  # without an entry of ours there is no menu, and no light and dark in it
    )  # fmt: skip
    inside = door.role()
    pages = {
        name: st.Page(f"app_pages/{name}.py", title=say(f"page.{name}"), icon=icon,
                      url_path="" if name == HOME else name, default=name == HOME,
                      visibility="hidden" if inside == "reader" and name in EDITING else "visible")
        for name, icon in PAGES.items()
    }  # fmt: skip
    every = [*pages.values(), *elsewhere(pages[HOME])]
    page = st.navigation(every, position="top" if inside else "hidden")
    if inside is None:  # the address stays as it is: a link opens its view once the password is said
        frame.style(say)
        door.forget()
        door.ask(say)
        return
    wanted = st.session_state.pop("go", None)
    if wanted and wanted != (page.url_path or HOME):
        st.session_state["keep_open"] = True
        st.switch_page(pages[wanted])
    state.pull(page.url_path or HOME)
    if page.url_path == HOME:  # the first page's own name, which Streamlit knows by its bare address only
        state.hold()
        st.switch_page(pages[HOME])
    say = words(state.language(), state.digits())
    frame.style(say)
    try:
        now = desk.current(state.filters(), say, state.page() in desk.PATIENT)
    except MarsadError as error:
        frame.broken(say, error)
        return
    with st.sidebar:
        sidebar.show(now)
        door.way_out(say)
    st.session_state["desk"] = now
    try:
        barred = now.barred() if page.url_path in EDITING else None
        if barred:
            st.title(page.title)
            frame.editors_only(say, barred)
        else:
            page.run()
    except Exception as error:  # a fault of ours: said in the desk's language, with its trace in the terminal
        frame.failed(say, error)
    finally:
        state.push()


def elsewhere(home: st.Page) -> list[st.Page]:
    """Addresses that no page has: the first page's name, and what this browser asks for. Left to itself, Streamlit
    answers them with a dialog in English over the first page."""
    asked = unquote(urlsplit(st.context.url or "").path).strip("/").rpartition("/")[2]
    names = {HOME, asked} - {"", *(name for name in PAGES if name != HOME)}
    return [
        st.Page(lambda: frame.lost(home), title=home.title, url_path=name, visibility="hidden")
        for name in sorted(names)
    ]


main()
