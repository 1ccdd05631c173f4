"""Messages by their code, in English as the command line says them; the desk says them in its own language.

The two files that hold them are read by themselves: an error must be said in few milliseconds and little memory.
"""

from __future__ import annotations

from functools import lru_cache

import yaml

from ..errors import Said
from .loader import DATA

FILES = "interface/errors_{language}"


def said(code: str, **values: object) -> Said:
    """The message of `code` with its values, numbers and texts; raises KeyError for an unknown code."""
    shown = {key: value if isinstance(value, str) else str(value) for key, value in values.items()}
    return Said(_english()[code].format(**shown), code, shown)


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    path = DATA / f"{FILES.format(language='en')}.yml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(path.read_text("utf-8"), Loader=loader))  # noqa: S506 - a safe loader
