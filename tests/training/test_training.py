"""The labels fit the articles, and what is trained on them learns; the weights that ship name what the code asks."""

from __future__ import annotations

import pytest

from dashboard.clean.prepare import prepare
from dashboard.extractors.relations.weighing import Role
from dashboard.lexicon import load
from dashboard.model import Article

from .__main__ import trained
from .examples import Example, examples
from .labelled import labels, tables, texts


def test_each_label_stands_at_its_word() -> None:
    known = {text.name: text for text in texts()}
    for name, lines in labels().items():
        text = known[name]
        article = Article(text=text.text, title=text.title, language=text.language)
        clean = prepare(article)  # what offsets point into
        for (field, at), line in lines.items():
            assert getattr(clean, field).startswith(line["word"], at), (name, line)


def test_parties_are_ids_of_the_data() -> None:
    ids = set(load().gazetteer.states) | {one["id"] for one in load().data("organisations")}
    named = {
        name
        for lines in labels().values()
        for line in lines.values()
        for end in ("source", "target")
        for _, name in line.get(end, ())
    }
    assert named
    assert not {name for name in named if name not in ids and len(name) == 3}  # a state's code that is none


def test_nothing_of_the_held_out_half_is_trained_on() -> None:
    from tests.evaluation import annotated

    held_out = {one.name for one in [*annotated.load(), *annotated.sentences()] if one.held_out}
    assert held_out.isdisjoint(labels())
    assert held_out.isdisjoint(text.name for text in texts())


def test_tables_have_both_languages_hard_negatives() -> None:
    assert sum(not types for _, types in tables()) > 100


def made(act: int, role: str, *features: str) -> Example:
    roles = frozenset({role} if role else ())
    return Example(act, f"article-{act}", "target", True, frozenset({"PER"}), ("IRQ",), (), features, roles, {})


def test_training_weighs_what_tells() -> None:
    known = [made(act, "target" if act % 3 == 0 else "", "near" if act % 3 == 0 else "far", "any") for act in range(60)]
    role = Role(**trained(known, "target"))
    assert role.chance([("near", "any")]) > 0.6 > 0.3 > role.chance([("far", "any")])
    assert "any" not in role.weights or abs(role.weights["any"]) < abs(role.weights["near"])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_weights_are_of_features_that_the_engine_knows(language: str) -> None:
    asked: set[str] = set()
    for number, example in enumerate(examples(language)):
        asked.update(feature.split(" ", 1)[0] for feature in example.features)
        if number > 600:
            break
    shipped = load().data("attachment")[language]
    named = {feature.split(" ", 1)[0] for role in ("source", "target", "party") for feature in shipped[role]["weights"]}
    assert named
    assert named <= asked
