"""English relations by how the press words PLOVER's types: phrases with light verbs, idioms, steps taken up again."""

from __future__ import annotations

import pytest

from tests.every import every

from .english_cases import judge

pytestmark = pytest.mark.usefixtures("rules_alone")

# Text, what must be read, what must not.
TOLD: list[tuple[str, list[str], list[str]]] = [
    # Consent, readiness, promises.
    ("Ghana and Togo finalised a fisheries agreement.", ["AGREE GHA+TGO"], []),
    ("Ghana and Togo decided to set up a river commission.", ["AGREE GHA+TGO"], []),
    ("Ghana decided to set up a river commission.", [], ["AGREE GHA>-"]),
    ("Ghana is open to talks with Togo.", ["AGREE GHA>TGO"], ["CONSULT GHA+TGO occurred"]),
    ("The museum in Togo is open to visitors from Ghana.", [], ["AGREE TGO>GHA", "AGREE TGO>-"]),
    ("Ghana stood ready to assist Togo.", ["AGREE GHA>TGO announced"], []),
    ("Ghana gave the go-ahead to Togo's plan.", ["AGREE GHA>TGO"], []),
    ("Ghana offered to host a meeting on piracy.", ["AGREE GHA>-"], []),
    ("Ghana offered to repaint the stadium.", [], ["AGREE GHA>-"]),
    ("Ghana committed to supplying Togo with electricity.", ["AGREE GHA>TGO announced"], []),
    # Talks and visits.
    ("Nepal's minister was in Dhaka on Tuesday for talks.", ["CONSULT NPL+BGD"], []),
    ("Nepal's tea was in Dhaka on Tuesday for talks.", [], ["CONSULT NPL+BGD"]),
    ("Nepal's foreign minister briefed his Indian counterpart.", ["CONSULT NPL+IND"], []),
    ("The Nepali and Indian ministers conferred in Colombo.", ["CONSULT NPL+IND"], []),
    ("Nepal hosted talks between India and Bhutan.", ["CONSULT NPL>IND", "CONSULT IND+BTN"], []),
    ("Nepal sent a letter to Bhutan's king.", ["CONSULT NPL>BTN"], ["ACCUSE NPL>BTN"]),
    ("Nepal sent a clear message to Bhutan: pay.", [], ["CONSULT NPL>BTN"]),
    ("Nepal will not talk to Bhutan.", ["REJECT NPL>BTN occurred"], ["CONSULT NPL+BTN denied"]),
    ("Nepal did not talk to Bhutan.", [], ["REJECT NPL>BTN"]),
    # Standing by, recognising, coming to somebody's help.
    ("Cuba came to Bolivia's defence.", ["SUPPORT CUB>BOL"], []),
    ("Cuba came to Bolivia's aid.", ["AID CUB>BOL"], []),
    ("Cuba voted in favour of the Bolivian motion.", ["SUPPORT CUB>BOL"], []),
    ("Cuba does not recognise Bolivia's government.", ["REJECT CUB>BOL"], ["SUPPORT CUB>BOL"]),
    ("Cuban aid arrived in Bolivia.", ["AID CUB>BOL"], []),
    ("Cuban cigars arrived in Bolivia.", [], ["AID CUB>BOL", "CONSULT CUB+BOL"]),
    ("Cuba announced that Bolivian doctors would help its hospitals.", [], ["AGREE CUB>-", "AID CUB>-"]),
    # Yielding, easing.
    ("Iraq acceded to a Kuwaiti demand.", ["CONCEDE IRQ>KWT"], []),
    ("Iraq waived visas for Kuwaitis.", ["RETREAT IRQ>KWT"], []),
    ("Iraq revoked the visas of Kuwaitis.", ["SANCTION IRQ>KWT"], ["RETREAT IRQ>KWT"]),
    ("Iraq removed Kuwait from its blacklist.", ["RETREAT IRQ>KWT"], []),
    ("Iraq called off its offensive.", ["RETREAT IRQ>-"], ["ASSAULT IRQ>-"]),
    # Requests and words of blame.
    ("Chad proposed to Niger to share the lake.", ["REQUEST TCD>NER"], []),
    ("Chad suggested that Niger was trying to win time.", [], ["REQUEST TCD>NER"]),
    ("Chad expects Niger to comply at once.", ["REQUEST TCD>NER"], []),
    ("The fund expects Niger to grow by 3%.", [], ["REQUEST IMF>NER"]),
    ("Niger should pull its soldiers out, Chad's president said.", ["REQUEST TCD>NER"], []),
    ("Niger will pay a heavy price, Chad's president said.", ["THREATEN TCD>NER"], []),
    ("Chad voiced deep regret at the verdict.", ["ACCUSE TCD>-"], []),
    ("Chad voiced regret and promised an inquiry.", [], ["ACCUSE TCD>-"]),
    ("Chad voiced its sympathy.", [], ["ACCUSE TCD>-"]),
    ("Chad is concerned about Niger's plans.", ["ACCUSE TCD>NER"], []),
    ("Chad expressed concern about the Nigerien crisis.", [], ["ACCUSE TCD>-", "ACCUSE TCD>NER"]),
    ("Chad condemned in the strongest terms the raid by Niger.", ["ACCUSE TCD>NER"], []),
    ("Chad rejected as baseless the Nigerien charges.", ["REJECT TCD>NER"], []),
    ("Chad reneged on a deal with Niger.", ["REJECT TCD>NER"], ["AGREE TCD+NER"]),
    # Force, by whom and on whom.
    ("Two Lithuanians were killed in a Belarusian strike.", ["ASSAULT BLR>LTU"], []),
    ("Two Lithuanians were killed in a skirmish near the border with Belarus.", [], ["ASSAULT BLR>LTU"]),
    ("A Belarusian missile landed in Poland.", ["ASSAULT BLR>POL"], ["CONSULT BLR+POL"]),
    ("A Polish freighter, the Wisla, was taken by Somali pirates.", ["COERCE SOM>POL"], []),
    ("Polish police raided the offices of a Belarusian bank.", ["COERCE POL>BLR"], ["ASSAULT POL>BLR"]),
    ("Poland was hit by Belarusian sanctions.", ["SANCTION BLR>POL"], ["ASSAULT BLR>POL"]),
    ("Poland imposed a travel ban on Belarusian officials.", ["SANCTION POL>BLR"], ["COERCE POL>BLR"]),
    ("Poland called for the arrest of a Belarusian banker.", [], ["COERCE POL>BLR"]),
    ("Poland gave Belarus's charge d'affaires 48 hours to leave.", ["SANCTION POL>BLR"], ["THREATEN POL>BLR"]),
    ("Demonstrators clashed with police in Minsk.", ["PROTEST BLR>-"], []),
    ("Belarusians protested against Poland.", ["PROTEST BLR>POL"], ["ACCUSE BLR>POL"]),
    # The step, the attack, the court told of before.
    ("Norway expelled two Omani diplomats. Sweden welcomed the move.", ["SUPPORT SWE>NOR"], []),
    ("Norway expelled two Omani diplomats. Sweden welcomed the move of a bank to Malmo.", [], ["SUPPORT SWE>NOR"]),
    ("Norway closed its border with Oman. Muscat dismissed the closure as absurd.", ["REJECT OMN>NOR"], []),
    ("Norway may close its border with Oman. Sweden welcomed the move.", [], ["SUPPORT SWE>NOR"]),
    ("Norway took Oman to the International Court of Justice. Muscat does not recognise the court's jurisdiction.",
     ["REJECT OMN>ICJ"], []),
    ("Norway renewed a pact with Jakarta, and praised the archipelago.", ["SUPPORT NOR>IDN"], []),
    # Parties behind asides, lists and orders.
    ("Peru is sending a minister, Ana Diaz, to La Paz.", ["AGREE/CONSULT PER+BOL"], []),
    ("Peru's president ordered his army to shell Bolivia.", ["ASSAULT/THREATEN PER>BOL"], ["REQUEST PER>BOL"]),
    ("Peru has been fighting the ELN for more than a decade.", ["ASSAULT PER+ELN"], []),
    ("Peru ordered Bolivia to do all in its power to help.", ["REQUEST PER>BOL"], []),
    ("Peru agreed to Bolivia's terms, and Chile and Cuba are considering them.", ["CONCEDE PER>BOL"],
     ["CONCEDE PER>CHL"]),
]  # fmt: skip


@every(TOLD)
def test_wordings(text: str, told: list[str], untold: list[str]) -> None:
    judge(text, told, untold)
