"""camel-tools' name model over many sentences at once: its labels, without its padding and without its lost words.

`NERecognizer.predict` pads every sentence to 256 word pieces and drops words that have none, so that the labels of all
that follow shift. Here sentences of like length share a batch that is as wide as its longest, and each word keeps its
place. Sentences of more pieces than the model takes are cut where camel-tools cuts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

# Word pieces of a window, [CLS] and [SEP] included: what camel-tools gives the model, and what it was trained with.
_WINDOW = 256
# Padded pieces of a batch: enough to keep the processor busy, few enough to stay in tens of megabytes.
_BATCH = 2048
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
    """Labels for words; wraps an NERecognizer's model and tokenizer."""

    def __init__(self, recogniser: Any) -> None:
        self._model = recogniser.model.eval()
        self._tokenizer = recogniser.tokenizer
        self._labels = [str(self._model.config.id2label[i]) for i in range(len(self._model.config.id2label))]
        self._room = min(_WINDOW, int(self._model.config.max_position_embeddings)) - 2
        self._memo: dict[str, list[int]] = {}

    def label(self, sentences: Sequence[Sequence[str]]) -> list[list[Label]]:
        """(label, probability) of each word of each sentence; a word of which the model sees nothing is outside."""
        out = [[OUTSIDE] * len(sentence) for sentence in sentences]
        windows = [window for i, sentence in enumerate(sentences) for window in self._windows(i, sentence)]
        windows.sort(key=lambda window: len(window.pieces))
        start = 0
        while start < len(windows):
            end = start + 1
            while end < len(windows) and (end + 1 - start) * (len(windows[end].pieces) + 2) <= _BATCH:
                end += 1
            self._run(windows[start:end], out)
            start = end
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

    def _run(self, windows: list[_Window], out: list[list[Label]]) -> None:
        import torch

        width = max(len(window.pieces) for window in windows) + 2
        pieces = torch.full((len(windows), width), self._tokenizer.pad_token_id)
        mask = torch.zeros((len(windows), width), dtype=torch.long)
        for row, window in enumerate(windows):
            ids = [self._tokenizer.cls_token_id, *window.pieces, self._tokenizer.sep_token_id]
            pieces[row, : len(ids)] = torch.tensor(ids)
            mask[row, : len(ids)] = 1
        with torch.inference_mode():
            logits = self._model(input_ids=pieces, attention_mask=mask).logits
            best = logits.argmax(-1).tolist()
            sure = logits.softmax(-1).amax(-1).tolist()
        for row, window in enumerate(windows):
            for place, word in window.words:
                out[window.sentence][word] = (self._labels[best[row][place + 1]], sure[row][place + 1])
