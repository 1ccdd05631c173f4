"""Who did what to whom in English: paragraphs of agency prose, and tables of kinds with what must not be read."""

from __future__ import annotations

import pytest

from dashboard import extract

from .english_cases import cases, fits, measure, say

pytestmark = pytest.mark.usefixtures("rules_alone")


def test_paragraphs_are_read_as_they_were_annotated() -> None:
    errors: list[str] = []
    precision, recall = measure([case for case in cases() if not case.unseen], errors)
    assert precision >= 0.95 and recall >= 0.92, "\n".join(errors)


TOLD = [
    ("The Dutch government summoned Turkey's charge d'affaires after Ankara barred two Dutch lawmakers from entering.",
     ["ACCUSE NLD>TUR", "COERCE TUR>NLD"]),
    ("Gunmen from Boko Haram abducted 20 schoolgirls.", ["ASSAULT BOKO-HARAM>-"]),
    ("Kazakhstan is ready to supply Germany with 1.2 million tonnes of oil.", ["AGREE KAZ>DEU announced"]),
    ("In a rare visit, Iraq's prime minister travelled to Damascus for talks with President Bashar al-Assad.",
     ["CONSULT IRQ+SYR"]),
    ("Canada and India each expelled six of the other's diplomats.", ["SANCTION CAN>IND", "SANCTION IND>CAN"]),
    ("The Israeli military said it had struck Hezbollah targets.", ["ASSAULT ISR>HEZBOLLAH"]),
    ("Bolivia severed diplomatic relations with Israel; Chile recalled its ambassador.",
     ["SANCTION BOL>ISR", "SANCTION CHL>-"]),
    ("Brussels is in talks with Tunis over migrants.", ["CONSULT BEL+TUN"]),
    ("Niger revoked a military accord with the United States.", ["REJECT NER>USA"]),
    ("Rwanda has repeatedly denied backing the M23.", ["SUPPORT RWA>M23 denied"]),
    ("The Kremlin said there were no plans for a meeting between Putin and Zelenskiy.", ["CONSULT RUS+UKR denied"]),
    ("Tehran and Riyadh agreed in March to restore diplomatic ties.", ["AGREE IRN+SAU"]),
    ("Niger's foreign minister threatened to expel more diplomats unless Paris apologised.",
     ["THREATEN NER>FRA hypothetical"]),
    ("Mexico, whose ambassador was declared persona non grata by Ecuador, severed ties with Quito.",
     ["SANCTION MEX>ECU"]),
]  # fmt: skip

NOTHING = [
    "England's attack on the defence of Croatia failed in the second half of the match.",
    "The minister's war on sugar began in France and spread to Germany.",
    "A Russian tourist was killed in Egypt.",
    "Prices in Iran and Turkey rose as the lira fell.",
    "The Vienna Convention and the Paris Agreement are taught in Canada.",
    "The strike of workers in France worried Germany.",
    "The chess player beat her rival in Norway and will play in India.",
    "The border between India and Pakistan is long.",
]


@pytest.mark.parametrize(("text", "codes"), TOLD)
def test_kinds_of_clauses(text: str, codes: list[str]) -> None:
    found = extract(text, published="2024-05-20", language="en").to_dict()["relations"]
    assert all(any(fits(code, one) for one in found) for code in codes), [say(one) for one in found]


@pytest.mark.parametrize("text", NOTHING)
def test_where_nothing_happens_between_states(text: str) -> None:
    found = extract(text, published="2024-05-20", language="en").to_dict()["relations"]
    assert found == [], [say(one) for one in found]
