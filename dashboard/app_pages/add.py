"""Articles in: drop or paste, and see what became of each."""

from __future__ import annotations

from dashboard.views import add, frame

add.show(frame.open_desk())
