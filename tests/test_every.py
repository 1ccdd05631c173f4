"""A table fails with each of its rows that does, and with no other."""

from __future__ import annotations

import pytest

from tests.every import every


def test_a_table_whose_rows_hold_passes() -> None:
    tried = []

    @every([("a", 1), ("b", 2)])
    def table(name: str, number: int) -> None:
        tried.append((name, number))

    table()
    assert tried == [("a", 1), ("b", 2)]


def test_each_row_that_fails_is_told_with_what_was_expected_and_found() -> None:
    @every([("زار روسيا", 9), ("زار إيران", 8), ("سافر إلى الصين", 14), ("لا طول", None)])
    def table(text: str, length: int | None) -> None:
        assert len(text) == length

    with pytest.raises(pytest.fail.Exception) as told:
        table()
    said = str(told.value)
    assert said.startswith("2 of 4 rows fail")
    assert "'زار إيران', 8" in said and "assert 9 == 8" in said  # the sentence, what was found and what was expected
    assert "'لا طول', None" in said and "assert 6 == None" in said
    assert "روسيا" not in said and "الصين" not in said


def test_an_error_in_a_row_is_told_and_the_others_are_tried() -> None:
    @every([{"text": "قال"}, {"words": "no text"}, {"text": ""}])
    def table(case: dict[str, str]) -> None:
        assert case["text"]

    with pytest.raises(pytest.fail.Exception, match="2 of 3 rows fail") as told:
        table()
    assert "{'words': 'no text'}" in str(told.value) and "KeyError: 'text'" in str(told.value)


def test_a_table_without_rows_does_not_pass() -> None:
    @every([])
    def table(row: object) -> None:
        """There is none to be called with."""

    with pytest.raises(pytest.fail.Exception, match="0 of 0 rows"):
        table()
