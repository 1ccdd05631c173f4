"""What is new, who is in the news and how that changed, what is announced, what to check."""

from __future__ import annotations

from dashboard.views import frame, overview

desk = frame.open_desk()
if frame.head(desk, "overview"):
    overview.show(desk)
