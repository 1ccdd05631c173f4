"""What a table is filled from, and what its columns are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.filters import Filters
from dashboard.tables import column

from ..corpus import Corpus
from ..stories import Texts

Named = Callable[[str], str]
Filled = Mapping[str, Any]


@dataclass(frozen=True)
class View:
    """What is filtered, the texts it is filtered from, and what ids are called in the interface's language."""

    corpus: Corpus
    filters: Filters
    texts: Texts
    actor: Named
    theme: Named
    outlet: Named
    today: dt.date

    def sources(self, written: pd.Series) -> list[str | None]:
        """What outlets are called in the interface's language; None where nobody knows."""
        return [self.outlet(one) if isinstance(one, str) and one.strip() else None for one in written.astype(object)]


@dataclass(frozen=True)
class Table:
    """A table's columns with their kinds, and what fills them."""

    kinds: Mapping[str, str]
    fill: Callable[[View], Filled]

    def frame(self, view: View) -> pd.DataFrame:
        """A row a thing counted, each column typed, also where there is none."""
        return typed(self.fill(view), self.kinds)


def typed(found: Filled, kinds: Mapping[str, str]) -> pd.DataFrame:
    """Columns of values as a frame of these kinds."""
    return pd.DataFrame({name: column(list(found[name]), kind) for name, kind in kinds.items()})


def names(lists: Iterable[Iterable[str]], name: Named) -> list[list[str]]:
    """Lists of ids as lists of names."""
    return [[name(id) for id in ids] for ids in lists]
