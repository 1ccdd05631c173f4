"""Frozen dataclasses that are made as quickly as open ones.

Python fills a frozen dataclass field by field through `object`, which takes three times as long as to set the fields of
an open one; an article has a hundred records of up to twenty fields each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, TypeVar

Record = TypeVar("Record")

_become: Any = object.__dict__["__class__"].__set__
_moulds: dict[type[Any], type[Any]] = {}


def moulded(cls: type[Record]) -> type[Record]:
    """`cls`, a frozen dataclass with slots, whose instances are of an open class while they are filled.

    TypeError where the class asks for more than to have its fields set.
    """
    made: Any = cls
    if hasattr(cls, "__post_init__") or any(one.default_factory is not MISSING for one in fields(made)):
        raise TypeError(f"{cls.__name__}: a mould sets fields and makes nothing else")
    # One without the other would leave both to Python.
    opening = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    mould = _moulds[cls] = type(cls.__name__, cls.__bases__, {"__slots__": made.__slots__, **opening})
    scope: dict[str, Any] = {"_become": _become, "_mould": mould, "_cls": cls}
    listed, filled = [], []
    for one in sorted(fields(made), key=lambda one: bool(one.kw_only)):
        if one.kw_only and "*" not in listed:
            listed.append("*")
        known = one.default is not MISSING
        listed.append(f"{one.name}=_{one.name}" if known else one.name)
        filled.append(f"self.{one.name} = {one.name}")
        scope[f"_{one.name}"] = one.default
    lines = [f"def __init__(self, {', '.join(listed)}):", "_become(self, _mould)", *filled, "_become(self, _cls)"]
    exec("\n    ".join(lines), scope)  # as dataclasses themselves make their methods
    made.__init__ = scope["__init__"]
    return cls


def in_order(cls: type[Record]) -> Callable[..., Record]:
    """A function that makes records of the moulded `cls` from all their fields' values, in the fields' order.

    For records that are made by the dozen: to tell twenty values by their names takes longer than to set them.
    """
    names = [one.name for one in fields(cls)]  # type: ignore[arg-type]
    scope: dict[str, Any] = {"_become": _become, "_mould": _moulds[cls], "_cls": cls, "_new": object.__new__}
    filled = [f"self.{name} = {name}" for name in names]
    lines = [f"def make({', '.join(names)}):", "self = _new(_mould)", *filled, "_become(self, _cls)", "return self"]
    exec("\n    ".join(lines), scope)
    made: Callable[..., Record] = scope["make"]
    return made
