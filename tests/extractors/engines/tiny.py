"""A tiny model and a tiny morphology, laid out as camel-tools lays out its data: the real loading code runs on them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
_SENTENCE = "زار الرئيس القاهرة يوم الثلاثاء وقال محمد بن سلمان في الرياض أمس الأول إيران روسيا بوتين مناورات"
WORDS = _SENTENCE.split()
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = ".,،؛؟!()«»\"'-:/"


def write_model(folder: Path, words: Iterable[str] = WORDS, *, scale: float = 8.0, **size: int) -> Path:
    """A random BertForTokenClassification with a vocabulary of `words`; weights times `scale` make labels differ."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    folder.mkdir(parents=True)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary += dict.fromkeys([*words, *LETTERS, *SIGNS, *(f"##{letter}" for letter in LETTERS)])
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false, "model_max_length": 512}')
    torch.manual_seed(0)
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32, **size}
    config = BertConfig(
        vocab_size=len(vocabulary), max_position_embeddings=512, id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)}, **shape,
    )  # fmt: skip
    model = BertForTokenClassification(config)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(scale)
    model.save_pretrained(folder)
    return folder


def _database(stems: Iterable[tuple[str, str]]) -> str:
    lines = [f"{stem}\tN1\tdiac:{lex} lex:{lex}_1 bw:{lex}/NOUN gloss:x pos:noun" for stem, lex in stems]
    return "\n".join([
        "###DEFINES###", "DEFINE diac diac:*open*", "DEFINE lex lex:*open*", "DEFINE bw bw:*open*",
        "DEFINE gloss gloss:*open*", "DEFINE pos pos:noun pos:verb", "DEFINE prc0 prc0:0 prc0:na prc0:Al_det",
        "DEFINE prc2 prc2:0 prc2:na prc2:wa_conj", "DEFINE enc0 enc0:0 enc0:na enc0:3fs_poss",
        "DEFINE source source:lex source:backoff source:spvar",
        "###DEFAULTS###", "DEFAULT pos:noun prc0:0 prc2:0 enc0:0",
        *(f"DEFAULT pos:{pos} diac:* lex:* prc0:na prc2:na enc0:na" for pos in ("latin", "digit", "punc")),
        "###ORDER###", "ORDER diac lex bw gloss pos prc2 prc0 enc0 source", "###TOKENIZATIONS###",
        "###STEMBACKOFF###", "###PREFIXES###", "\tP0\tdiac: bw: prc0:0", "و\tP0\tdiac:وَ bw:وَ/CONJ+ prc2:wa_conj",
        "ال\tP0\tdiac:ال bw:ال/DET+ prc0:Al_det",
        "وال\tP0\tdiac:وَال bw:وَ/CONJ+ال/DET+ prc2:wa_conj prc0:Al_det",
        "###SUFFIXES###", "\tS0\tdiac: bw:", "ها\tS0\tdiac:ها bw:+ها/POSS enc0:3fs_poss",
        "###STEMS###", *lines,
        "###TABLE AB###", "P0 N1", "###TABLE BC###", "N1 S0", "###TABLE AC###", "P0 S0", "",
    ])  # fmt: skip


def write_morphology(folder: Path, stems: Iterable[tuple[str, str]]) -> Path:
    """A database that knows nouns as (folded stem, lemma), with و, ال and ها."""
    folder.mkdir(parents=True)
    (folder / "morphology.db").write_text(_database(stems), "utf-8")
    return folder


def write_catalogue(root: Path, **components: tuple[str, str]) -> None:
    """camel-tools' catalogue.json with a default data set (name, path) for each component."""
    entries: dict[str, Any] = {
        component: {"default": name, "datasets": {name: {"path": path}}}
        for component, (name, path) in components.items()
    }
    (root / "catalogue.json").write_text(json.dumps({"version": "1.6", "packages": {}, "components": entries}))
