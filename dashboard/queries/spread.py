"""How days are spread: what lies together is shown first, so that a lone 1979 hides nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd

Window = tuple[pd.Timestamp, pd.Timestamp]


def near(
    days: np.ndarray, weight: np.ndarray, out: float, widen: float, least: int, margin: tuple[float, int] = (0, 0)
) -> Window:
    """First and last day without what lies far out, each day as often as its weight says.

    Far out is what the `out` part at either end is, and farther from the rest than `widen` of its length, or than
    `least` days; the `margin` around is a part of that length too, or so many days.
    """
    low, high = quantile(days, weight, out), quantile(days, weight, 1 - out)
    length = high - low
    reach, edge = (max(length * part, pd.Timedelta(days=most)) for part, most in ((widen, least), margin))
    kept = days[(days >= (low - reach).to_datetime64()) & (days <= (high + reach).to_datetime64())]
    return pd.Timestamp(kept.min()) - edge, pd.Timestamp(kept.max()) + edge


def quantile(days: np.ndarray, weight: np.ndarray, share: float) -> pd.Timestamp:
    """The quantile of days that are there as often as their weights say, without a list of them all."""
    order = np.argsort(days, kind="stable")
    number, total = days[order].astype("datetime64[us]").astype(np.int64), np.cumsum(weight[order])
    place = (total[-1] - 1) * share
    before = int(place)
    one, other = number[np.searchsorted(total, [before, min(before + 1, total[-1] - 1)], "right")]
    return pd.Timestamp(int(one + (other - one) * (place - before)), unit="us")
