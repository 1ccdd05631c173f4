"""What a desk asks of the network as it starts: nothing."""

from __future__ import annotations

import pytest
from streamlit import net_util

import dashboard.serve  # noqa: F401


def test_nobody_is_asked_for_this_machines_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_: object, **__: object) -> None:
        raise AssertionError("a server on the internet was asked")

    monkeypatch.setattr(net_util, "_make_blocking_http_get", ask)
    assert net_util.get_external_ip() is None
