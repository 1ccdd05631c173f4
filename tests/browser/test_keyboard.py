"""Tab leads through every page: to each control, in sight of it, components' own among them."""

from __future__ import annotations

import pytest

from .conftest import Desk

PAGES = ("", "timeline", "network", "map", "statements", "articles?article=a1", "themes?id=sanctions", "review", "add")
# `controls`: what can be operated and stands on the page, that of components too. `at`: which of them has the keyboard,
# and whether it looks otherwise than without it. `missed`: those that none of the numbers is; within a group of
# alternatives Tab stops once and the arrows lead on. `#stMain` is the page itself, which the arrows scroll.
SCRIPT = """
    window.controls = (root = document) => [...root.querySelectorAll('*')].flatMap(e => [
        ...(e.matches('button, a[href], input, textarea, select, [role=button], [tabindex]') ? [e] : []),
        ...(e.shadowRoot ? controls(e.shadowRoot) : [])])
        .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true})
            && e.getBoundingClientRect().width > 0 && !e.closest('[inert], [aria-hidden=true]'));
    const look = e => { const all = [];
        for (let one = e, up = 0; one && up < 5; one = one.parentElement, up++) {
            const s = getComputedStyle(one);
            all.push(s.outline, s.boxShadow, s.borderColor, s.backgroundColor) }
        return all.join() };
    window.plain = new Map(controls().map(e => [e, look(e)]));
    window.at = () => { let e = document.activeElement;
        while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
        if (e === document.body) return null;
        return [controls().indexOf(e), look(e) !== plain.get(e) || e.id === 'stMain', e.outerHTML.slice(0, 120)] };
    window.missed = seen => { const all = controls();
        const group = e => e.closest('[data-testid=stButtonGroup], [role=radiogroup], [role=tablist]');
        const groups = new Set(seen.map(at => group(all[at])));
        return all.filter((e, at) => !seen.includes(at) && !(group(e) && groups.has(group(e))))
            .map(e => e.outerHTML.slice(0, 160)) };
    0"""


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_every_control_and_shows_where_it_is(desk: Desk, name: str) -> None:
    page = desk.visit(f"{name}{'&' if '?' in name else '?'}lang=en")
    page.wait_for_timeout(800)
    page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    page.evaluate(SCRIPT)
    seen, unseen = set(), set()
    for _ in range(page.evaluate("controls().length") + 30):
        page.keyboard.press("Tab")
        at = page.evaluate("at()")
        if at is None and seen:  # out of the page again
            break
        if at is None:
            continue
        seen.add(at[0])
        if not at[1]:
            unseen.add(at[2])
    missed = page.evaluate("seen => missed(seen)", sorted(seen - {-1}))
    assert missed == []
    assert unseen == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_shows_where_the_keyboard_is(desk: Desk, scheme: str) -> None:
    page = desk.visit("", color_scheme=scheme)
    page.locator(".st-key-overview_newest .rows").wait_for()  # the page is drawn, and draws the menu no more
    page.locator("[data-testid=stTopNavLink]").nth(1).focus()
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.tagName == 'A'")
    page.wait_for_function("getComputedStyle(document.activeElement).outline.match(/2px/)")
    assert "solid" in page.evaluate("getComputedStyle(document.activeElement).outline")
