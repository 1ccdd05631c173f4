"""Marsad: a desk for people who follow a region through its press.

The public names are imported late, so that `import dashboard` costs nothing and needs neither Streamlit nor torch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import extract, frames, ingest, read

__version__ = "0.1.0"
__all__ = ["extract", "frames", "ingest", "read"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
