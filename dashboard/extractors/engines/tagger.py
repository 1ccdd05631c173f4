"""camel-tools' name model over many sentences at once: its labels, without its padding and without its lost words.

`NERecognizer.predict` pads every sentence to 256 word pieces and drops words that have none, so that the labels of all
that follow shift. Here several sentences share a row in which each sees only itself and counts its places from zero, so
that next to nothing is padding; and each word keeps its label. Sentences of more pieces than the model takes are cut
where camel-tools cuts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

# Word pieces of a window, [CLS] and [SEP] included: what camel-tools gives the model, and what it was trained with.
_WINDOW = 256
# Rows hold several windows, up to so many pieces: short rows cost little attention, and few are left unfilled.
_ROW = 128
# Rows that go through the model at once: enough to keep the processor busy, few enough to stay in tens of megabytes.
_ROWS = 8
_MEMO_LIMIT = 100_000

Label = tuple[str, float]
OUTSIDE: Label = ("O", 1.0)


@dataclass(slots=True)
class _Window:
    """Pieces of a stretch of a sentence, and where each word's first piece is: (place in `pieces`, word)."""

    sentence: int
    pieces: list[int] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)


class Tagger:
    """Labels for words; wraps an NERecognizer's model and tokenizer.

    `half`: multiply in bfloat16, at half the time where the processor has it (None: where it does). The sums stay in
    full precision, so logits move by hundredths: only a word whose two best labels are as good as even, and
    whose probability says so, can get the other one.
    """

    def __init__(self, recogniser: Any, half: bool | None = None) -> None:
        self._model = recogniser.model.eval()
        self._tokenizer = recogniser.tokenizer
        self._labels = [str(self._model.config.id2label[i]) for i in range(len(self._model.config.id2label))]
        self._room = min(_WINDOW, int(self._model.config.max_position_embeddings)) - 2
        self._memo: dict[str, list[int]] = {}
        self._half = _has_half() if half is None else half

    def label(self, sentences: Sequence[Sequence[str]]) -> list[list[Label]]:
        """(label, probability) of each word of each sentence; a word of which the model sees nothing is outside."""
        out = [[OUTSIDE] * len(sentence) for sentence in sentences]
        windows = [window for i, sentence in enumerate(sentences) for window in self._windows(i, sentence)]
        rows = _rows(windows)
        for first in range(0, len(rows), _ROWS):
            self._run(rows[first : first + _ROWS], out)
        return out

    def _windows(self, sentence: int, words: Sequence[str]) -> list[_Window]:
        windows = [_Window(sentence)]
        for at, word in enumerate(words):
            pieces = self._pieces(word)
            if not pieces:
                continue
            if len(windows[-1].pieces) + len(pieces) > self._room:
                windows.append(_Window(sentence))
            windows[-1].words.append((len(windows[-1].pieces), at))
            windows[-1].pieces += pieces
        return [window for window in windows if window.pieces]

    def _pieces(self, word: str) -> list[int]:
        pieces = self._memo.get(word)
        if pieces is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            tokens = self._tokenizer.tokenize(word)[: self._room]
            pieces = self._memo[word] = list(self._tokenizer.convert_tokens_to_ids(tokens))
        return pieces

    def _run(self, rows: list[list[_Window]], out: list[list[Label]]) -> None:
        import torch

        width = max(sum(map(_length, row)) for row in rows)
        pieces = torch.full((len(rows), width), self._tokenizer.pad_token_id)
        places = torch.zeros((len(rows), width), dtype=torch.long)
        owner = torch.full((len(rows), width), -1)  # which of the row's windows a piece belongs to
        for at, row in enumerate(rows):
            start = 0
            for index, window in enumerate(row):
                end = start + _length(window)
                ids = [self._tokenizer.cls_token_id, *window.pieces, self._tokenizer.sep_token_id]
                pieces[at, start:end], owner[at, start:end] = torch.tensor(ids), index
                places[at, start:end] = torch.arange(end - start)
                start = end
        # True where one piece may look at another: inside its own window.
        sees = (owner[:, :, None] == owner[:, None, :])[:, None]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=self._half):
            logits = self._model(input_ids=pieces, attention_mask=sees, position_ids=places).logits.float()
            best = logits.argmax(-1).tolist()
            sure = logits.softmax(-1).amax(-1).tolist()
        for at, row in enumerate(rows):
            start = 1  # after [CLS]
            for window in row:
                for place, word in window.words:
                    out[window.sentence][word] = (self._labels[best[at][start + place]], sure[at][start + place])
                start += _length(window)


def _has_half() -> bool:
    """Whether the processor multiplies bfloat16 itself; where it doesn't, converting costs more than it saves."""
    import torch

    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


def _length(window: _Window) -> int:
    """Its pieces with [CLS] and [SEP]."""
    return len(window.pieces) + 2


def _rows(windows: list[_Window]) -> list[list[_Window]]:
    """Windows in rows of one width, the longest first, each in the first row that has room for it."""
    rows: list[list[_Window]] = []
    room: list[int] = []
    width = max(_ROW, *map(_length, windows)) if windows else _ROW
    for window in sorted(windows, key=_length, reverse=True):
        row = next((i for i, left in enumerate(room) if left >= _length(window)), None)
        if row is None:
            rows.append([])
            room.append(width)
            row = len(rows) - 1
        rows[row].append(window)
        room[row] -= _length(window)
    return rows
