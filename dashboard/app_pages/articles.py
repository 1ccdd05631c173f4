"""The articles: a table to go through, and the reader."""

from __future__ import annotations

from dashboard.views import articles, frame

desk = frame.open_desk()
articles.show(desk)
