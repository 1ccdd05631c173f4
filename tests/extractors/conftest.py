"""What tests of extraction share."""

from __future__ import annotations

import pytest

from dashboard.extractors import relations
from dashboard.extractors.relations import english


@pytest.fixture
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of grammar ask what rules tell; ends that they leave open stay open (`test_attachment` asks of those)."""
    for module in (relations, english):
        monkeypatch.setattr(module, "attach", lambda *_: None)
