"""Who English pronouns, descriptions and bare offices stand for, and attacks whose doer nobody names."""

from __future__ import annotations

import pytest

from tests.every import every

from .english_cases import judge

pytestmark = pytest.mark.usefixtures("rules_alone")

# Text, what must be read, what must not.
MEANT: list[tuple[str, list[str], list[str]]] = [
    # He is who was the subject, nobody where the last person is of no known state.
    ("Peru's president met Chile's Gabriel Boric in Quito. He threatened Bolivia with tariffs.",
     ["THREATEN PER>BOL"], ["THREATEN CHL>BOL"]),
    ("Peru expelled two Chileans. John Doe, a baker, heard of it. He threatened to attack his neighbour.",
     [], ["THREATEN PER>-", "THREATEN PER>CHL"]),
    # Bare offices where the paper is dated from the capital of whom it speaks first.
    ("LIMA, May 3 - Peru has shut its border. Foreign Minister Ana Diaz condemned Chile.", ["ACCUSE PER>CHL"], []),
    ("LIMA, May 3 - Chile has shut its border. Foreign Minister Ana Diaz condemned Cuba.", [], ["ACCUSE PER>CUB"]),
    ("LIMA, May 3 - Peru has shut its border. Former foreign minister Ana Diaz condemned Chile.", [],
     ["ACCUSE PER>CHL"]),
    # Those told of together, the last list, the two persons named.
    ("Mali, Niger and Togo left the bloc. The juntas accuse France of plotting.",
     ["ACCUSE MLI>FRA", "ACCUSE NER>FRA", "ACCUSE TGO>FRA"], []),
    ("Turkish President Recep Tayyip Erdogan called Vladimir Putin, who was in Riyadh. The two leaders will meet.",
     ["AGREE TUR+RUS"], ["AGREE TUR+SAU"]),
    ("Fiji and Samoa gave up their claims because the two Commonwealth members had refused to pay Tonga.",
     ["REJECT FJI>TON", "REJECT WSM>TON"], []),
    # A list that goes on with somebody unnamed.
    ("Peru met Chile. The envoy of Peru and several parties held talks.", ["CONSULT PER+CHL"], []),
    ("Chad and Mali met Togo in May. The governments of Chad and Niger condemned Fiji.", ["ACCUSE NER>FJI"],
     ["ACCUSE MLI>FJI"]),
    # It is what was judged; the charge called a lie is rejected; whose staff is accused.
    ("Norway condemned Russia's move, while a Kenyan minister called it a provocation.", ["ACCUSE KEN>RUS"],
     ["ACCUSE KEN>NOR"]),
    ("Togo accused Benin of theft. Benin called the accusation outrageous.", ["REJECT BEN>TGO"], ["ACCUSE BEN>TGO"]),
    ("Togo opened an inquiry into Ghanaian allegations that Benin had armed rebels.", ["ACCUSE GHA>BEN"], []),
    ("Ties between the two states, severed in May by Lima after a riot, were poor; Peru and Chile said so.", [],
     ["SANCTION CHL>PER"]),
    ("Oslo expelled two Iranian envoys in response to a similar step by Tehran.",
     ["SANCTION NOR>IRN", "SANCTION IRN>NOR"], []),
    # Who says that force was used on him complains of it.
    ("Kyiv said that Russian jets had bombed its port.", ["ACCUSE UKR>RUS", "ASSAULT RUS>UKR claimed"], []),
    ("Kyiv said that Russian jets had bombed a port in Syria.", [], ["ACCUSE UKR>RUS"]),
    # Attacks without a doer.
    ("Gunmen attacked Nigerian soldiers.", ["ASSAULT None>NGA"], []),
    ("Three Nigerian soldiers were killed in an ambush.", ["ASSAULT None>NGA"], ["ASSAULT NGA>-"]),
    ("Three Nigerian soldiers were killed in a bus crash.", [], ["ASSAULT None>NGA"]),
    ("A car bomb went off in Abuja.", ["ASSAULT None>NGA"], []),
    ("Two Nigerian journalists were kidnapped.", ["ASSAULT None>NGA"], []),
    ("Nigeria was hit by an epidemic.", [], ["ASSAULT None>NGA"]),
    ("Trade fell after the raid on the Nigerian parliament.", ["ASSAULT None>NGA"], []),
    ("Nigeria fears a raid on its parliament.", [], ["ASSAULT None>NGA", "ASSAULT NGA>NGA"]),
]  # fmt: skip


@every(MEANT)
def test_meant(text: str, told: list[str], untold: list[str]) -> None:
    judge(text, told, untold)
