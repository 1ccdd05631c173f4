"""English statements: who speaks where another has spoken already, and what is no statement."""

from __future__ import annotations

from tests.every import every

from .test_quotes import said


@every(
    [
        # Another's quotation stands before: it is not this speaker's.
        ('Norway called the fine "absurd", while the Kremlin said it saw no alternative.', "Kremlin", "it saw no alt"),
        ('Peru noted that Chile "often forgets", and Bolivia said it would wait.', "Bolivia", "it would wait"),
        ("Peru said the road would open, but Bolivia itself said the road was closed.", "Bolivia", "the road was"),
        # A second verb: the subject is the person, not the office or the state before the name.
        ("A Kremlin spokesman, Dmitry Peskov, declined to comment but noted that contacts went on.", "Dmitry Peskov",
         "contacts went on"),
        ("Swedish Prime Minister Ulf Kristersson smiled and said the wait was over.", "Ulf Kristersson", "the wait"),
        ("Sergei Lavrov said it was late. He thanked the local government and said the road was open.", "Sergei Lavrov",
         "the road was open"),
        ('Sergei Lavrov spoke of "a lost decade".', "Sergei Lavrov", "a lost decade"),
        ('Sergei Lavrov dismissed the report as "an old fairy tale".', "Sergei Lavrov", "an old fairy tale"),
        ("The ambassador went on to say that the office would reopen.", "ambassador", "the office would reopen"),
        # Words around the verb that are nobody's.
        ("The barrage will open next spring, a senior officer said on condition of anonymity.", "senior officer",
         "The barrage will open next spring"),
        ("About 90 lorries were stuck at the gate, a hauliers' association said.", "hauliers' association", "About 90"),
        # Subjects far from their verb, in parentheses, behind a day, or of a kind that nothing lists.
        ("The Lagos Ports Authority (LPA) says the quay will reopen.", "Lagos Ports Authority", "the quay will reopen"),
        ("Peru on Wednesday said the bridge was shut.", "Peru", "the bridge was shut"),
        ("Local beekeepers said they had lost half of their hives.", "Local beekeepers", "they had lost"),
        ("The road was mined, his driver said.", "driver", "The road was mined"),
        ("The bloc, by which both had been fined, said in a note that it would wait.", "bloc", "it would wait"),
        ("Peru is calling for a new vote.", "Peru", "a new vote"),
        ("Peru believes the talks have failed.", "Peru", "the talks have failed"),
        # A participle behind a comma is the subject's, though nobody has spoken in the sentence.
        ("Chile said no. Peru rejected the offer, calling the price a joke.", "Peru", "the price a joke"),
        ('Peru "strongly condemned" the raid.', "Peru", "strongly condemned"),
        ("Two agencies quoted Sergei Lavrov as saying the talks were over.", "Sergei Lavrov", "the talks were over"),
        # American days without a preposition, credits behind, openings that take the subject's words.
        ("The quay will reopen, Peruvian and Chilean officials said Friday.", "Peruvian and Chilean officials",
         "The quay will reopen"),
        ("The quay was sold, according to Portimar, its owner.", "Portimar", "The quay was sold"),
        ("The bill was opposed by Peru, which said it was late.", "Peru", "it was late"),
        ("Accusing Chile of stealing water, Peru closed the bridge.", "Peru", "stealing water"),
        ("Reid's campaign hit back, saying her zeal was false.", "Reid's campaign", "her zeal"),
        ("One of the drivers present said they would wait.", "One of the drivers present", "they would wait"),
        ("These, Sergei Lavrov said, are the causes.", "Sergei Lavrov", "are the causes"),
        ('"Why so late?" said Sergei Lavrov, back in Moscow.', "Sergei Lavrov", "Why so late"),
        # Nouns that nothing lists, behind auxiliaries and asides; who is told.
        ("The industry has said the year was poor.", "industry", "the year was poor"),
        ("The harbour master, who had slept badly, said the tide was late.", "harbour master", "the tide was late"),
        ("The driver told police he had followed the van.", "driver", "he had followed the van"),
        # A clause before a colon, participles behind a letter or "while", verbs with a further word.
        ('Sergei Lavrov was blunter: "They lied to us."', "Sergei Lavrov", "They lied to us"),
        ("Peru issued a statement saying that the quay was shut.", "Peru", "the quay was shut"),
        ("Peru has ruled out any sale.", "Peru", "any sale"),
        ("Sergei Lavrov made clear that Moscow would wait.", "Sergei Lavrov", "Moscow would wait"),
        ('"It was black," said Amina, a mother of four.', "Amina", "It was black"),
        ("A person briefed on the sale said it was off.", "person briefed on the sale", "it was off"),
        ("Peru warned against a new dam.", "Peru", "a new dam"),
        ('Peru denounced the "reckless step" of its rival.', "Peru", "reckless step"),
        # The name behind the office, offices of several states, an aside without a verb.
        ("The quay was hit, according to the mayor, Sergei Lavrov, who was there.", "Sergei Lavrov", "The quay was"),
        ('It "fired first", said the navy\'s spokesman, Commander Sergei Lavrov.', "Sergei Lavrov", "fired first"),
        ('The foreign ministers of Peru, Chile and Togo said they were "worried".', "foreign ministers of Peru, Chile "
         "and Togo", "they were"),
        ('The Turkish leader, furious with his aides, declared that the road "no longer exists".', "Turkish leader",
         "no longer exists"),
        # Behind quotation marks more verbs may stand before their subject.
        ('"It was dark," recalled Maria Lopez, 43, who sells fish.', "Maria Lopez", "It was dark"),
        # Phrases without a verb of saying.
        ('In the words of one diplomat, the plan was "dead on arrival".', "one diplomat", "dead on arrival"),
        ('It would be, in Sergei Lavrov\'s phrase, "a knife at the throat".', "Sergei Lavrov", "a knife"),
        ('As one aide put it, "nobody wants a war over fish".', "one aide", "nobody wants"),
        ('Nawaf Salam called on donors "not to abandon us".', "Nawaf Salam", "not to abandon us"),
        ("The court found that the state had failed.", "court", "the state had failed"),
    ]
)  # fmt: skip
def test_the_speaker_among_others(text: str, speaker: str, words: str) -> None:
    assert [quote.speaker for quote in said(text, "en") if words in text[quote.start : quote.end]] == [speaker]


@every(
    [
        "Peru recalled its ambassador and expelled the Chilean envoy.",
        "Peru welcomed the truce.",
        "Peru asked the court to rule on the islands.",
        "Peru voiced support for the Chilean bid.",
        "The minister spoke of the weather.",
        "The ship went on to Lima.",
        "The ministry refused to say how long the bridge would be shut.",
        "Peru has not said who paid.",
        "Police held two men accused of robbing a bank.",
        "Peru neither confirmed nor denied that it had paid.",
        "Peru hopes to win.",
        "One of the injured was said to be in a ward.",
        "The movement, which is small, claimed responsibility for the raid.",
        "A car from Sergei Lavrov, who asked for more, came late.",
        "Peru closed its crossings, recalled its ambassador and expelled the Chilean envoy.",
        "The words of the song are sad, and Peru put it first.",
        "Police found the car.",
        "The minister, in a long speech, said nothing of the war.",
    ]
)
def test_no_statement(text: str) -> None:
    assert said(text, "en") == []


def test_a_quotation_over_several_paragraphs_is_one_speakers() -> None:
    text = (
        '"We wait.\n\n"They are slow," said Sergei Lavrov.\n\n"It is a shame.\n\n"We regret it."\n\nPeru said nothing.'
    )
    found = [(quote.speaker, text[quote.start : quote.end].strip(".,")) for quote in said(text, "en")]
    words = ["We wait", "They are slow", "It is a shame", "We regret it"]
    assert found == [("Sergei Lavrov", word) for word in words]


def test_an_unclosed_quotation_hides_nothing_behind_it() -> None:
    text = 'Sergei Lavrov said no. "We wait. "They are slow." The Kremlin said it was "ready" to go.'
    assert [quote.speaker for quote in said(text, "en")][-1] == "Kremlin"


def test_two_who_say_it_have_a_row_each() -> None:
    text = "The road is open, witnesses and police said."
    assert {quote.speaker for quote in said(text, "en")} == {"witnesses", "police"}
