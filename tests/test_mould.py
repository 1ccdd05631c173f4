"""Records that are filled as open ones are frozen all the same, and like any dataclass otherwise."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from dashboard.model import Article, Evidence, Mention
from dashboard.mould import in_order, moulded


@dataclass(frozen=True, slots=True)
class Plain:
    first: int
    last: int | None = None


def test_a_record_is_frozen_once_it_is_made() -> None:
    evidence = Evidence(start=1, end=2, rule="strong:x")
    assert type(evidence) is Evidence
    with pytest.raises(FrozenInstanceError):
        evidence.start = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del evidence.start


def test_it_compares_copies_and_travels_like_one_that_is_not_moulded() -> None:
    mould = moulded(dataclass(frozen=True, slots=True)(type("Plain", (), {"__annotations__": {"first": int}})))
    one = mould(first=1)
    assert one == mould(1) and hash(one) == hash(mould(1)) and one != mould(2) and replace(one, first=2) == mould(2)
    mention = Mention(start=0, end=3, rule="lexicon.name", text="مصر", kind="country", id="EGY", name="مصر")
    assert pickle.loads(pickle.dumps(mention)) == copy.deepcopy(mention) == mention
    assert asdict(mention)["counts"] is True and list(asdict(mention)) == [one.name for one in fields(Mention)]


def test_what_is_missing_or_not_of_it_is_refused_as_ever() -> None:
    mould = moulded(Plain)
    assert mould(1) == mould(1, None) == mould(first=1)
    for arguments, keywords in (((), {}), ((1, 2, 3), {}), ((1,), {"other": 2})):
        with pytest.raises(TypeError):
            mould(*arguments, **keywords)
    with pytest.raises(TypeError):
        Evidence(1, 2, rule="x")  # type: ignore[misc]
    assert Article("نص").title == ""


def test_a_record_is_made_of_its_values_in_order() -> None:
    mention = Mention(
        start=0, end=3, rule="lexicon.name", text="مصر", kind="country", id="EGY", name="مصر", counts=False
    )
    values = list(asdict(mention).values())
    made = in_order(Mention)(*values)
    assert made == mention and type(made) is Mention
    with pytest.raises(FrozenInstanceError):
        made.start = 3  # type: ignore[misc]
    with pytest.raises(TypeError):
        in_order(Mention)(*values[:-1])
    with pytest.raises(KeyError):
        in_order(dataclass(frozen=True, slots=True)(type("Other", (), {"__annotations__": {"first": int}})))


def test_a_record_that_makes_more_than_its_fields_gets_no_mould() -> None:
    @dataclass(frozen=True, slots=True)
    class Filled:
        names: list[str] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Checked:
        first: int

        def __post_init__(self) -> None:
            assert self.first

    for cls in (Filled, Checked):
        with pytest.raises(TypeError):
            moulded(cls)
