"""When: the days and intervals that articles speak of, and the days on which they came out."""

from __future__ import annotations

from dashboard.views import frame, timeline

desk = frame.open_desk()
if frame.head(desk, "timeline"):
    timeline.show(desk)
