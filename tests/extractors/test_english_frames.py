"""English relations by the frames and turns in which agencies tell them: hard negatives beside what must be read."""

from __future__ import annotations

import pytest

from tests.every import every

from .english_cases import judge

pytestmark = pytest.mark.usefixtures("rules_alone")

# Text, what must be read, what must not.
TOLD: list[tuple[str, list[str], list[str]]] = [
    # Decisions with their deciders, verbs in a list, auxiliaries of one's own.
    ("The decision by Togo to close its border with Benin was condemned in Accra.",
     ["SANCTION TGO>BEN occurred", "ACCUSE GHA>TGO"], ["ACCUSE GHA>BEN"]),
    ("The decision by a bank to close its branch in Benin was condemned.", [], ["SANCTION TGO>BEN"]),
    ("Kenya expelled Somalia's envoy in May, shut its border and threatened to send home 90 Somali workers.",
     ["SANCTION KEN>SOM", "THREATEN KEN>SOM"], []),
    ("Kenya told Somalia to pull back, but did not reject Uganda's offer.", [], ["REJECT SOM>UGA occurred"]),
    ("Norway has joined Iceland in imposing a travel ban on Belarusian judges.",
     ["SANCTION NOR>BLR", "SANCTION ISL>BLR"], []),
    ("Norway has joined Iceland in the Nordic Council.", [], ["SANCTION NOR>-", "SANCTION ISL>NOR"]),
    ("Latvia retaliated by barring a Belarusian lawmaker.", ["COERCE/SANCTION LVA>BLR"], []),
    ("Poland was hit by shelling.", [], ["ASSAULT POL>-"]),
    ("The treaty drew criticism from Ankara.", ["ACCUSE TUR>-"], []),
    # Words after a reported clause are the speaker's.
    ("Serbia's minister said Albania had sent weapons, and accused it of lying.", ["ACCUSE SRB>ALB"],
     ["ACCUSE ALB>-"]),
    ("Cuba accuses Haiti of hiding smugglers, which Haiti denies.", ["ACCUSE CUB>HTI", "REJECT HTI>CUB"], []),
    ("Cuba called the arrests kidnapping and described the trial as torture.", [], ["ASSAULT CUB>-"]),
    ("Peru blamed Chile and demanded that it pull its trawlers out.", ["REQUEST PER>CHL"], []),
    ("Oman's minister was praised. The two NATO members had refused to pay.", [], ["REJECT NATO>-"]),
    ("Chad's allies pledged 90 million euros.", [], ["AGREE TCD>-"]),
    ("Chad pledged 90 million euros to Gabon.", ["AGREE TCD>GAB"], []),
    ("Mali has been fighting JNIM for years.", ["ASSAULT MLI+JNIM"], []),
    ("The talks in Kampala between Uganda and Burundi on the fighting in Congo went on.", ["CONSULT UGA+BDI"],
     ["ASSAULT UGA+BDI"]),
    # What is stopped, sent, held, put off.
    ("Egypt stopped selling gas to Jordan.", ["SANCTION EGY>JOR"], ["COOPERATE EGY>JOR"]),
    ("Egypt stopped short of selling gas to Jordan.", [], ["SANCTION EGY>JOR"]),
    ("Oslo's ambassador to Baku was recalled on Friday.", ["SANCTION NOR>AZE"], ["SANCTION AZE>NOR"]),
    ("A court in Riga handed a Russian blogger four years in prison.", ["COERCE LVA>RUS"], []),
    ("A court in Riga handed a Russian blogger a prize.", [], ["COERCE LVA>RUS"]),
    ("Greece will open a consulate in Nairobi.", ["AGREE/SUPPORT GRC>KEN"], []),
    ("Greece will open an exhibition in Nairobi.", [], ["AGREE GRC>KEN", "SUPPORT GRC>KEN"]),
    ("Bolivia put relations with Peru on hold.", ["SANCTION BOL>PER"], []),
    ("Bolivia put relations with Peru on a new footing.", [], ["SANCTION BOL>PER"]),
    ("Spain will buy 20 tanks for Ukraine.", ["AGREE ESP>UKR"], []),
    ("Spain will buy 20 tanks for its army.", [], ["AGREE ESP>-"]),
    ("Lebanon's foreign ministry conveyed its concern to Cyprus.", ["ACCUSE LBN>CYP"], []),
    ("Lebanon's foreign ministry conveyed its condolences to Cyprus.", [], ["ACCUSE LBN>CYP"]),
    ("Nicaragua broke with Ecuador.", ["SANCTION NIC>ECU"], []),
    ("Nicaragua broke with tradition and invited Ecuador.", [], ["SANCTION NIC>ECU"]),
    ("Italy quit China's port scheme.", ["REJECT ITA>CHN"], []),
    ("Ethiopia and Somalia agreed to end a quarrel over a port deal.", ["AGREE ETH+SOM"], ["REJECT ETH>-"]),
    ("Hungary held up a loan for Moldova.", ["REJECT HUN>MDA"], []),
    ("Hungary held up a banner.", [], ["REJECT HUN>-"]),
    ("Iran's minister warned that Kuwait would pay a heavy price.", ["THREATEN IRN>KWT"], []),
    ("Iran's minister is opposed to the plan.", ["REJECT IRN>-"], []),
    ("Gabon gave the Cuban ambassador 48 hours to leave.", ["SANCTION GAB>CUB"], ["THREATEN GAB>CUB"]),
    ("Gabon gave Cuba 48 hours to apologise.", ["THREATEN GAB>CUB"], ["SANCTION GAB>CUB"]),
    ("Bulgaria joined Romania in entering the Schengen zone.", [], ["COERCE BGR>-"]),
    ("Indonesia has withdrawn its offer of troops.", [], ["RETREAT IDN>-"]),
    ("Qatar is paying the salaries of Lebanese soldiers.", ["AID QAT>LBN"], []),
    ("Cuba took Bolivia's side.", ["SUPPORT CUB>BOL"], []),
    ("Cuba took a step to Bolivia's side.", [], ["SUPPORT CUB>BOL"]),
    ("Zambia ordered the Malawian cultural centre in Lusaka closed.", ["SANCTION ZMB>MWI"], []),
    ("Tunisia has welcomed a ruling by the court, whose jurisdiction Malta rejects.", [], ["REJECT MLT>TUN"]),
    # Who "its" and "their" are, and subjects with asides.
    ("The African Union, in a statement, on Monday urged Gabon to hold elections.", ["REQUEST AU>GAB"], []),
    ("Ghana's president left. The opposition in Lome saw it differently: its leader accused Benin of bias.", [],
     ["ACCUSE GHA>BEN"]),
    ("Peru dropped duties. Chileans were angry, and their government threatened Bolivia.", ["THREATEN CHL>BOL"],
     ["THREATEN PER>BOL"]),
    ("Fiji claims the reef, ignoring a 2016 ruling by the Permanent Court of Arbitration.", ["REJECT FJI>PCA"], []),
    ("Malta has agreed to Libya's terms, and Germany's Uniper is considering them.", ["CONCEDE MLT>LBY"],
     ["CONCEDE MLT>DEU"]),
    ("Kenya's army said it had answered with an exercise.", [], ["ASSAULT KEN>-"]),
]  # fmt: skip


@every(TOLD)
def test_frames(text: str, told: list[str], untold: list[str]) -> None:
    judge(text, told, untold)
