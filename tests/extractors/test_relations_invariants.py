"""What holds of every relation, whatever the text: built from words of the lexicon in any order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extractors import flags, relations, themes
from dashboard.lexicon import load
from dashboard.model import Article

from .marked import read

VOCABULARY = """
{إيران|IRN} {روسية|RUS:demonym} و{الصين|CHN} {طاشقند|UZB:capital} {حزب|nonstate:HEZBOLLAH} {غزة|place:31.5,34.4}
البلدان بلاده قواته ستجري أجرى مناورات عسكرية مشتركة قصفت قتل جنود في على من بين مع إلى ضد التي الذي أن إن لم قد سوف
عقوبات فرض رفع إلغاء زيارة عاصمة ، . : « » ( ) هذه مشاركة وَقَصَفَتْ مـوسكو 😀
announced talks between {Iran|IRN} and will bomb the attack of on by
"""

texts = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_spans_ids_and_codes_are_sound(text: str) -> None:
    doc, mentions = read(text)
    lexicon = load()
    types = lexicon.data("plover")["types"]
    known = {mention.id for mention in mentions} | {mention.country for mention in mentions}
    for one in relations.find(doc, lexicon, mentions, [], []):
        assert 0 <= one.start < one.end <= len(doc.text)
        assert one.sentence is not None and doc.sentences[one.sentence][0] <= one.start
        assert one.sign == types[one.type]["sign"]
        assert set(one.actors) <= known and (one.source in one.actors or one.source is None is not one.target)
        assert one.target is None or one.target in one.actors
        assert one.announces is None or one.type in ("AGREE", "CONCEDE")
        assert not one.reciprocal or len(one.actors) > 1
    for theme in themes.find([doc], lexicon, mentions):
        assert 0 < theme.score <= 1 and theme.evidence
        assert all(0 <= item.start < item.end <= len(doc.text) for item in theme.evidence)
    for flag in flags.find([doc], lexicon, mentions, [], Article(text=doc.text)):
        assert flag.start is not None and flag.end is not None and 0 <= flag.start < flag.end <= len(doc.text)
