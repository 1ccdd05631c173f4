"""Who looks through a window that another had is as new to the desk as its first reader was."""

from __future__ import annotations

from .conftest import Desk
from .readers import Readers

KEEP = """() => { document.cookie = 'kept=1; path=/'; localStorage.setItem('kept', '1');
    sessionStorage.setItem('kept', '1'); return new Promise(done => { const asked = indexedDB.open('kept');
    asked.onsuccess = () => { asked.result.close(); done() } }) }"""
KEPT = """async () => [document.cookie.includes('kept'), localStorage.getItem('kept'), sessionStorage.getItem('kept'),
    (await indexedDB.databases()).filter(one => one.name == 'kept').length, innerWidth]"""


def test_a_window_given_back_has_forgotten(readers: Readers, served: tuple[str, str]) -> None:
    desk, brings = Desk(*served, readers), {"reduced_motion": "reduce"}  # a window that no other test looks through
    page = desk.visit("add?lang=en", viewport={"width": 500, "height": 500}, **brings)
    other = desk.visit("add?lang=en", **brings)
    page.evaluate(KEEP)
    assert page.evaluate(KEPT) == [True, "1", "1", 1, 500]
    assert other.evaluate(KEPT)[:4] == [False, None, None, 0]  # two readers at a time have two profiles
    page.evaluate("console.error('said')")
    page.wait_for_timeout(100)
    assert len(desk.errors) == 1
    desk.errors.clear()
    desk.close()
    after = Desk(*served, readers)
    pages = [after.visit("add?lang=en", **brings) for _ in range(2)]
    assert {page, other} == set(pages)
    assert page.evaluate(KEPT) == [False, None, None, 0, 1440]
    page.evaluate("console.error('said')")
    page.wait_for_timeout(100)
    assert desk.errors == [] and len(after.errors) == 1  # what it says is the new reader's alone
    after.errors.clear()
    after.close()
