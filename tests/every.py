"""A table as one test: thousands of rows cost no more than their checks, and none that fails hides another."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def every(rows: Iterable[Any]) -> Callable[[Test], Callable[[], None]]:
    """As `parametrize`, in one test: all rows are tried, and each that fails is told, with what was wrong of it.

    A row is a test's one argument or the tuple of them. Rows share a home and bring no fixtures: a table is of values.
    """
    table = list(rows)

    def made(test: Test) -> Callable[[], None]:
        single = len(inspect.signature(test).parameters) == 1

        def tried() -> None:
            failed = [told for row in table if (told := _failure(test, (row,) if single else row))]
            if failed or not table:
                pytest.fail(f"{len(failed)} of {len(table)} rows fail\n\n" + "\n\n".join(failed), pytrace=False)

        tried.__name__, tried.__qualname__, tried.__doc__ = test.__name__, test.__qualname__, test.__doc__
        tried.__module__ = test.__module__
        return tried

    return made


def _failure(test: Test, row: tuple[Any, ...]) -> str:
    """The row, what is wrong of it and in which line; nothing where it holds."""
    try:
        test(*row)
    except (Exception, pytest.fail.Exception) as error:
        at = error.__traceback__.tb_next if error.__traceback__ else None
        wrong = f"line {at.tb_lineno}: {type(error).__name__}: {error}" if at else repr(error)
        return f"{', '.join(map(repr, row))}\n{wrong}"
    return ""
