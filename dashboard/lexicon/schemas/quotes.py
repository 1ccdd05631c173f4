"""Words that report speech."""

from __future__ import annotations

from .names import Strict
from .people import Words


class ArabicReporting(Strict):
    verbs: Words
    needs_clause: Words
    governed: dict[str, list[str]]  # lemma → prepositions that open the statement; "+": or its object does
    participles: dict[str, str]  # participle → lemma
    according: Words
    clause: Words
    bare_clause: Words
    relays: Words
    saying_nouns: Words
    negations: Words
    inner: Words
    masculine: Words
    addressed: Words
    these: Words
    subordinators: Words
    passives: Words
    bodies: Words
    openers: Words
    between: Words
    connectives: Words
    leads: Words
    occasions: Words
    sources: Words
    titles_before: Words
    attached: Words
    anybody: Words
    manners: Words
    nouns: Words
    asserting: Words
    judging: Words
    attitudes: Words
    calls: Words
    ranking: Words
    states: Words
    platforms: Words
    feminine: Words
    homographs: Words
    chartered: Words
    accusative: Words
    bysaying: Words
    rooted: Words
    papers: Words
    crediting: Words
    leading: Words
    owned: Words
    weightless: Words
    excepting: Words
    but: Words
    bare_participles: Words
    human: Words
    vague: Words
    times: Words
    paired: Words
    relatives: Words
    asides: Words
    breaks: Words
    documents: Words
    stands: Words
    own_words: Words
    words_of: Words


class EnglishReporting(Strict):
    governed: dict[str, Words]  # verb → prepositions that open the statement; "+": or its object does
    replies: Words
    conjuncts: Words
    human: Words
    tellers: Words
    contents: Words
    finite: Words
    companions: Words
    namings: Words
    clausal: Words
    auxiliaries: Words
    spans: Words
    counting: Words
    phrasal: dict[str, str]  # verb → the word that stands behind it
    carrying: Words
    ongoing: dict[str, str]  # «accusing» → the verb that it is a form of
    occasions: Words
    days: Words
    addressees: Words
    pronouns: Words
    adverbs: Words
    prepositions: Words
    articles: Words
    breaks: Words
    inverted: Words
    inverted_quoted: Words
    phrases: Words
    verbs: Words
    needs_clause: Words
    participles: Words
    sources: Words


class Reporting(Strict):
    ar: ArabicReporting
    en: EnglishReporting
