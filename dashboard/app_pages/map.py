"""Where: the states that are named, the places that are written about, and what states do to each other."""

from __future__ import annotations

from dashboard.views import atlas, frame

desk = frame.open_desk()
if frame.head(desk, "map"):
    atlas.show(desk)
