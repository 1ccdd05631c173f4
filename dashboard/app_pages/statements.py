"""Who said what, in which role, about whom and when."""

from __future__ import annotations

from dashboard.views import frame, statements

desk = frame.open_desk()
if frame.head(desk, "statements"):
    statements.show(desk)
