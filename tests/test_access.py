"""Passwords of a shared desk: kept as hashes, never shown twice, and worth what their role may do."""

from __future__ import annotations

import io

import pytest

from dashboard import access
from dashboard.errors import UsageError


def test_each_password_lets_its_role_in() -> None:
    shared = access.Access({"reader": access.hashed("look-only"), "editor": access.hashed("look-and-add")})
    assert shared.role("look-only") == "reader"
    assert shared.role("look-and-add") == "editor"
    assert [shared.role(wrong) for wrong in ("", "look", "look-only ", "LOOK-ONLY", shared.hashes["reader"])] == [
        None
    ] * 5


def test_one_password_for_both_roles_gives_the_most() -> None:
    assert (
        access.Access({role: access.hashed("the-same-one") for role in access.ROLES}).role("the-same-one") == "editor"
    )


def test_hashes_are_salted_and_travel() -> None:
    assert access.hashed("look-only") != access.hashed("look-only")
    environment = access.Access({"reader": access.hashed("look-only")}).to_environment()
    assert "look-only" not in str(environment)
    assert access.from_environment(environment).role("look-only") == "reader"


def test_passwords_may_stand_in_variables() -> None:
    assert access.from_environment({"MARSAD_EDITOR_PASSWORD": "look-and-add"}).role("look-and-add") == "editor"
    assert not access.from_environment({}).hashes
    with pytest.raises(UsageError, match="MARSAD_ACCESS"):
        access.from_environment({"MARSAD_ACCESS": "{"})


def test_what_is_not_given_is_made_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setenv("MARSAD_READER_PASSWORD", "look-only")
    monkeypatch.delenv("MARSAD_EDITOR_PASSWORD", raising=False)
    shared, told = access.chosen()
    assert list(told) == ["editor"] and shared.role(told["editor"]) == "editor"
    assert shared.role("look-only") == "reader"


def test_a_short_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_READER_PASSWORD", "1234567")
    with pytest.raises(UsageError, match="shorter than 8"):
        access.chosen()


def test_made_passwords_differ_and_hold_no_lookalikes() -> None:
    made = {access.made() for _ in range(50)}
    assert len(made) == 50
    assert not set("".join(made)) & set("01loiIOL")


def test_a_link_is_drawn_for_a_terminal() -> None:
    lines = access.picture("http://192.0.2.7:8501").splitlines()
    assert len(lines) > 10 and set("".join(lines)) <= set(" █▀▄")
