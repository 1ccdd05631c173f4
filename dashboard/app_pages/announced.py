"""What was announced: when it is to be, who announced it first, and where it stands today."""

from __future__ import annotations

from dashboard.views import announced, frame

desk = frame.open_desk()
if frame.head(desk, "announced"):
    announced.show(desk)
