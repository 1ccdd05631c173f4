"""Who appears with whom, and what joins them."""

from __future__ import annotations

from dashboard.views import frame, network

desk = frame.open_desk()
if frame.head(desk, "network"):
    network.show(desk)
