"""The whole extraction with the tiny model: for every text offsets are exact and all the rules' mentions are there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.model import Article, Record
from dashboard.pipeline import extract_article, extract_prepared

from .tiny import WORDS

MARKS = st.sampled_from("ـًَُِّْٰ\u200f\u200c\ufeff\u202b\u202cﷲﷺﻻﻷé😀#_\n«».،؟-٣3U")
NEWS = st.sampled_from([*WORDS, "وإيران", "للرياض", "ومحمد", "مظاهراتهما"])
TEXT = st.lists(st.one_of(NEWS, MARKS, st.text(max_size=4)), max_size=30).map(" ".join)
JOINED = st.lists(st.one_of(NEWS, MARKS), max_size=20).map("".join)


def check(article: Article, record: Record) -> None:
    texts = {"title": article.title, "text": article.text}
    last = ("title", 0)
    for mention in record.mentions:
        assert mention.start is not None and mention.end is not None
        assert texts[mention.field][mention.start : mention.end] == mention.text != ""
        assert 0 < mention.confidence <= 1
        assert mention.field != last[0] or mention.start >= last[1]  # in order, without overlaps
        last = (mention.field, mention.end)
    for item in (*record.quotes, *record.relations, *record.dates):
        assert 0 <= (item.start or 0) < (item.end or 0) <= len(texts[item.field])
    for theme in record.themes:
        for evidence in theme.evidence:
            assert 0 <= evidence.start < evidence.end <= len(texts[evidence.field])


@pytest.mark.usefixtures("camel")
@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(TEXT, JOINED, st.text(max_size=60)), title=st.one_of(TEXT, st.text(max_size=20)))
def test_offsets_are_exact_and_the_rules_are_whole(text: str, title: str) -> None:
    article = Article(text=text, title=title, language="ar")
    rules, both = extract_prepared(article), extract_prepared(article, "camel")
    check(article, both)
    there = {(m.field, m.start, m.end, m.kind, m.id) for m in both.mentions}
    assert {(m.field, m.start, m.end, m.kind, m.id) for m in rules.mentions} <= there
    assert {theme.id for theme in rules.themes} <= {theme.id for theme in both.themes}


@pytest.mark.usefixtures("camel")
def test_the_record_says_which_engine_and_the_rule_which_part() -> None:
    article = Article(text="زار الرئيس القاهرة يوم الثلاثاء. وقال محمد بن سلمان في الرياض إن إيران بدأت ذلك.")
    rules, both = extract_article(article), extract_article(article, "camel")
    assert rules.engine.name == "rules" and both.engine.name == "camel"
    assert not any("camel" in mention.rule for mention in rules.mentions)
    assert any("camel.ner" in mention.rule for mention in both.mentions)


@pytest.mark.usefixtures("camel")
def test_other_languages_are_left_to_the_rules() -> None:
    article = Article(text="Iran and Russia held talks in Moscow on Tuesday.", language="en")
    assert extract_prepared(article, "camel").mentions == extract_prepared(article).mentions
