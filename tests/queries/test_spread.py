"""What lies together of many days, against pandas' quantiles over a list of all of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard.queries.spread import near, quantile


@pytest.mark.parametrize("seed", range(20))
def test_quantiles_of_weighed_days_are_those_of_their_list(seed: int) -> None:
    chance = np.random.default_rng(seed)
    many = int(chance.integers(1, 30))
    days = np.datetime64("2020-01-01", "us") + chance.integers(0, 900, many).astype("timedelta64[D]")
    weight = chance.integers(1, 60, many)
    for share in (0.0, 0.02, 0.05, 0.5, 0.95, 1.0):
        assert quantile(days, weight, share) == pd.Series(np.repeat(days, weight)).quantile(share)


def test_a_lone_day_far_out_is_left_out_and_many_are_not() -> None:
    days = np.array(["1979-01-16", "2023-01-01", "2023-02-01", "2023-04-01"], dtype="datetime64[us]")
    shown = pd.Timestamp("2022-12-29"), pd.Timestamp("2023-04-04")
    assert near(days, np.array([1, 40, 40, 40]), 0.05, widen=0.4, least=30, margin=(0.03, 3)) == shown
    assert near(days, np.array([20, 40, 40, 40]), 0.05, widen=0.4, least=30)[0] == pd.Timestamp("1979-01-16")
