"""The camel engine's names beside `NERecognizer.predict_sentence`, on the same sentences and model in one run.

The model has the size of camel-tools' (bert-base) and random weights: time depends on the size alone, and random
labels show a shift of one word as surely as trained ones. Its vocabulary holds the words that recur in the articles
and the halves of the others, so that there are about as many pieces as a real one makes of news. Both run on one core,
in turns of an article's sentences, and their own processor time is counted: a busy machine changes little.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.extractors.engines.tiny import write_model

ROUNDS, SENTENCES = 6, 20
_READ = 2000
BASE = {"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}


def names(path: Path) -> Iterator[str]:
    """Seconds a sentence of both, how often the labels are the same, and the factor."""
    import torch

    from dashboard.extractors.engines.camel_tools_late import recogniser
    from dashboard.extractors.engines.tagger import Tagger

    sentences = _sentences(path)
    with tempfile.TemporaryDirectory() as folder:
        model = recogniser(write_model(Path(folder) / "model", _vocabulary(sentences), scale=1.0, **BASE))
    torch.set_num_threads(1)
    tagger = Tagger(model)
    sentences = sentences[:: max(1, len(sentences) // (ROUNDS * SENTENCES))][: ROUNDS * SENTENCES]
    model.predict_sentence(sentences[0])
    tagger.label(sentences[:1])
    slow = fast = 0.0
    words = same = 0
    for start in range(0, len(sentences), SENTENCES):
        part = sentences[start : start + SENTENCES]
        began = time.process_time()
        theirs = [model.predict_sentence(sentence) for sentence in part]
        between = time.process_time()
        ours = tagger.label(part)
        slow, fast = slow + between - began, fast + time.process_time() - between
        words += sum(map(len, part))
        same += sum(a == b for x, y in zip(theirs, ours, strict=True) for a, (b, _) in zip(x, y, strict=True))
    pieces = sum(len(model.tokenizer.tokenize(word)) for sentence in sentences for word in sentence)
    count = len(sentences)
    yield (
        f"camel names, a model of bert-base size on one core: {count} sentences of {words / count:.0f} words, "
        f"{pieces / count:.0f} pieces: predict_sentence {slow / count:.3f} s a sentence, engine {fast / count:.3f} s: "
        f"{slow / fast:.1f} times faster; same labels {same} of {words}"
    )


def _vocabulary(sentences: list[list[str]]) -> list[str]:
    vocabulary = []
    for word, count in Counter(word for sentence in sentences for word in sentence).items():
        half = (len(word) + 1) // 2
        vocabulary += [word] if count > 1 or half == len(word) else [word[:half], f"##{word[half:]}"]
    return vocabulary


def _sentences(path: Path) -> list[list[str]]:
    """The Arabic sentences of the articles as the engine gives them to the model, words without letters left out."""
    from dashboard.clean.document import analyse
    from dashboard.extractors.engines.spans import written
    from dashboard.readers import walk

    found = []
    for article in walk([path]):
        if isinstance(article, Exception):
            continue
        if len(found) > _READ:
            break
        for doc in (analyse(article.title, "title"), analyse(article.text)):
            for first, end in doc.bounds:
                words = [word for word in written(doc, first, end) if word]
                if any("ء" <= word[0] <= "ي" for word in words):
                    found.append(words)
    return found
