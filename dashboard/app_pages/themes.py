"""Themes: what each looks for and what shows it, edited, tried on the corpus, added, switched off, shared as files."""

from __future__ import annotations

from dashboard.views import frame, themes

desk = frame.open_desk()
frame.head(desk, "themes")
themes.show(desk)
