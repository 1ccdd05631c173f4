"""Readers' windows, each in a browser profile of its own. One that is given back has forgotten all but the desk's
scripts: to load and compile those is most of the work of a visit, so the next test's reader looks through it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Handlers = dict[str, Callable[[Any], None]]  # by the page's event


@dataclass
class Readers:
    browser: Any
    free: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))  # by what a reader brings
    brought: dict[Any, str] = field(default_factory=dict)

    def take(self, handlers: Handlers, viewport: dict[str, int], **brings: Any) -> Any:
        """A page that nobody else has; `brings` are a context's options: language, scheme, touch."""
        key = repr(sorted(brings.items()))
        page = self.free[key].pop() if self.free[key] else self.browser.new_context(**brings).new_page()
        page.set_viewport_size(viewport)
        page.set_default_timeout(30_000)
        for event, handler in handlers.items():
            page.on(event, handler)
        self.brought[page] = key
        return page

    def give_back(self, page: Any, handlers: Handlers) -> None:
        page.goto("about:blank")  # whatever the page still had to say was said before
        for event, handler in handlers.items():
            page.remove_listener(event, handler)
        context = page.context
        for opened in context.pages:
            if opened != page:
                opened.close()
        context.clear_cookies()
        session = context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        session.detach()
        self.free[self.brought.pop(page)].append(page)
