"""A brief to take away: what is picked of the view, with its evidence, as one page or a Word document."""

from __future__ import annotations

from dashboard.views import frame
from dashboard.views.brief import room

desk = frame.open_desk()
if frame.head(desk, "brief"):
    room.show(desk)
