"""What a person types, as a query that FTS5 takes: folded as the stored text is."""

from __future__ import annotations

from ..clean.fold import fold_key

_QUOTES = str.maketrans(dict.fromkeys("«»“”„", '"'))


def fts_query(query: str) -> str:
    """FTS5's own syntax for what a person types: words are joined by AND, "phrases" and prefix* are kept."""
    parts = []
    for index, piece in enumerate(query.translate(_QUOTES).split('"')):
        if index % 2:
            words = _words(piece)
            if words:
                parts.append('"' + " ".join(words) + '"')
        else:
            for raw in piece.split():
                words = _words(raw)
                star = "*" if raw.endswith("*") else ""
                parts += [f'"{word}"' for word in words[:-1]] + [f'"{word}"{star}' for word in words[-1:]]
    return " AND ".join(parts)


def _words(piece: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold_key(piece)).split()
