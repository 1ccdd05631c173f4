"""The camel engine's names beside `NERecognizer.predict_sentence`, on the same sentences and model in one run.

The model has the size of camel-tools' (bert-base) and random weights: time depends on the size alone, and random
labels show a shift of one word as surely as trained ones. Its vocabulary holds the words that recur in the articles;
the others fall into pieces, as they do in a real one.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.extractors.engines.tiny import write_model

SENTENCES = 96
_READ = 2000
BASE = {"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}


def names(path: Path) -> Iterator[str]:
    """Seconds a sentence of both, how often the labels are the same, and the factor."""
    from dashboard.extractors.engines.camel_tools_late import recogniser
    from dashboard.extractors.engines.tagger import Tagger

    sentences = _sentences(path)
    recurring = [word for word, count in Counter(w for s in sentences for w in s).items() if count > 1]
    with tempfile.TemporaryDirectory() as folder:
        model = recogniser(write_model(Path(folder) / "model", recurring, scale=1.0, **BASE))
    model.predict_sentence(sentences[0])
    sentences = sentences[:: max(1, len(sentences) // SENTENCES)][:SENTENCES]
    began = time.perf_counter()
    theirs = [model.predict_sentence(sentence) for sentence in sentences]
    slow = time.perf_counter() - began
    tagger = Tagger(model)
    began = time.perf_counter()
    ours = tagger.label(sentences)
    fast = time.perf_counter() - began
    words = sum(map(len, sentences))
    same = sum(a == b for x, y in zip(theirs, ours, strict=True) for a, (b, _) in zip(x, y, strict=True))
    yield (
        f"camel names, a model of bert-base size: {len(sentences)} sentences of {words / len(sentences):.0f} words: "
        f"predict_sentence {slow / len(sentences):.3f} s a sentence, engine {fast / len(sentences):.3f} s: "
        f"{slow / fast:.1f} times faster; same labels {same} of {words}"
    )


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
        doc = analyse(article.text)
        for first, end in doc.bounds:
            words = [word for word in written(doc, first, end) if word]
            if any("ء" <= word[0] <= "ي" for word in words):
                found.append(words)
    return found
