"""What a process that reads many articles holds is put on large pages, once, and stays what it is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from dashboard import memory

_OFFERED = Path("/sys/kernel/mm/transparent_hugepage/enabled")


def test_many_are_handed_on_as_they_come_and_memory_is_moved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[int] = []
    seen: list[int] = []
    monkeypatch.setattr(memory, "on_large_pages", lambda: moved.append(len(seen)))
    monkeypatch.setattr(memory, "_MANY", 3)
    seen.extend(memory.much_read(range(8)))
    assert seen == list(range(8)) and moved == [3]


def test_few_are_not_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "on_large_pages", lambda: pytest.fail("moved"))
    assert list(memory.much_read("abc")) == ["a", "b", "c"]


def test_memory_stays_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [str(number) for number in range(200_000)]
    memory.on_large_pages()
    assert held == [str(number) for number in range(200_000)]
    monkeypatch.setattr(sys, "platform", "other")
    memory.on_large_pages()


@pytest.mark.skipif(not _OFFERED.exists() or "[never]" in _OFFERED.read_text(), reason="the system has none to give")
def test_linux_is_asked_for_large_pages() -> None:
    held = bytearray(32 * 2**20)
    memory.on_large_pages()
    advised = re.findall(r"^VmFlags:.* hg\b", Path("/proc/self/smaps").read_text(), re.MULTILINE)
    assert advised and len(held) == 32 * 2**20
