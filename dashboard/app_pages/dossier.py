"""One state, pair of states, organisation, person or theme: everything that is known of it."""

from __future__ import annotations

from dashboard.views import dossier, frame

desk = frame.open_desk()
if frame.head(desk, "dossier"):
    dossier.show(desk)
