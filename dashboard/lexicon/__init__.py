"""The only loader and validator of `dashboard/data/`: language is data, and this is its door."""

from .loader import Lexicon, load

__all__ = ["Lexicon", "load"]
