"""Review: findings that need a look, one by one, decided by keys; what was decided, with its undo."""

from __future__ import annotations

from dashboard.views import frame, review

desk = frame.open_desk()
if frame.head(desk, "review"):
    review.show(desk)
