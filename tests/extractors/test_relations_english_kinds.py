"""English relations by kinds of grammar and of words, each beside what looks alike and tells nothing of the sort."""

from __future__ import annotations

import pytest

from dashboard import extract
from tests.every import every

from .english_cases import fits, say

pytestmark = pytest.mark.usefixtures("rules_alone")

# Text (a headline after "T: "), what must be read, what must not.
KINDS: list[tuple[str, list[str], list[str]]] = [
    # Particles behind the object; prepositions that are none.
    ("Norway handed the two hackers over to Estonia.", ["COERCE NOR>EST"], []),
    ("Norway handed the prize over in Estonia.", [], ["COERCE NOR>EST", "AID NOR>EST"]),
    ("Latvia brought its 40 soldiers home from Mali.", ["RETREAT LVA>MLI"], ["MOBILIZE LVA>MLI"]),
    ("Ireland pulled its ambassador out of Minsk.", ["SANCTION IRL>BLR"], ["RETREAT IRL>BLR"]),
    # Forces and offices whose state is that of the capital or town behind "in".
    ("Canada cut its aid to the government in Kampala.", ["SANCTION CAN>UGA"], []),
    ("Ministers met in Kampala; Canada cut its aid to Chad.", ["SANCTION CAN>TCD"], ["SANCTION CAN>UGA"]),
    ("Two Kenyans were deported by police in Mwanza.", ["COERCE TZA>KEN"], []),
    # Asides that say who a description is.
    ("The two presidents, Emmanuel Macron of France and Joseph Aoun of Lebanon, signed a treaty.",
     ["SUPPORT FRA+LBN"], []),
    ("The two presidents, guests of France, praised Lebanon.", [], ["SUPPORT FRA>LBN occurred"]),
    # Participles before the clause, behind a comma, behind a complaint.
    ("Accused by Ghana of smuggling, Togo closed a port.", ["ACCUSE GHA>TGO"], []),
    ("Two Russian bombers flew off Alaska, shadowed by Canadian F-18s.", ["COERCE CAN>RUS"], []),
    ("Peru lodged a complaint with Chile objecting to the dam.", ["REJECT PER>CHL"], ["REJECT CHL>PER"]),
    ("Panama blamed Cuba for stirring up unrest.", ["ACCUSE PAN>CUB"], []),
    # Object relatives, with and without a pronoun.
    ("Iraq cut the gas that it sells to Jordan.", ["SANCTION IRQ>JOR"], []),
    ("Iraq praised the gas that Iran sells to Jordan.", ["COOPERATE IRN>JOR"], ["SANCTION IRQ>JOR"]),
    ("It was a raid Peru blamed on rebels backed by Cuba.", ["SUPPORT CUB>-"], ["ACCUSE CUB>PER"]),
    # Who is let to do what is not doing it; what would have been was not.
    ("The pact would let Fiji send police to Samoa.", ["AID FJI>WSM hypothetical"], ["AID FJI>WSM occurred"]),
    ("Oslo would have condemned Russia.", ["ACCUSE NOR>RUS hypothetical"], ["ACCUSE NOR>RUS announced"]),
    ("Japan will send nurses to train Fijian soldiers.", ["AGREE JPN>FJI announced"], ["AID JPN>FJI occurred"]),
    ("Kuwait offered to host talks between Iran and Iraq.", ["AGREE KWT>IRN", "AGREE KWT>IRQ"],
     ["CONSULT IRN+IRQ occurred"]),
    # A decision that is judged has been taken.
    ("Mali condemned France's decision to recognise Kosovo.", ["SUPPORT FRA>XKX"], []),
    # What is taken up: in kind, suit, the talks, the attack, each side, him.
    ("Chad expelled four Libyan diplomats. Libya answered in kind.", ["SANCTION TCD>LBY", "SANCTION LBY>TCD"], []),
    ("Chad expelled four Libyan diplomats. Kenya answered questions.", [], ["SANCTION KEN>TCD", "SANCTION KEN>LBY"]),
    ("Chad recalled its envoy to Libya. Niger followed suit.", ["SANCTION NER>LBY"], []),
    ("Oman and Iran held talks on Monday. The talks will resume in May.", ["AGREE OMN+IRN announced"], []),
    ("Oman and Iran held talks. Other talks failed.", [], ["CONSULT OMN+IRN cancelled", "CONSULT OMN+IRN suspended"]),
    ("A drone hit a hotel in Israel. Hezbollah claimed responsibility for the attack.", ["ASSAULT HEZBOLLAH>ISR"], []),
    ("Hezbollah claimed responsibility for an attack.", [], ["ASSAULT HEZBOLLAH>ISR"]),
    ("Thailand and Cambodia traded shots. Each side blamed the other.", ["ACCUSE THA>KHM", "ACCUSE KHM>THA"], []),
    # A truce is not that of whoever brokered it.
    ("Israel left the hills under a truce brokered by France and Qatar.", ["CONSULT FRA>ISR/-"],
     ["RETREAT FRA+QAT"]),
    # Promises without an event; "would not say" is no refusal.
    ("Turkmenistan agreed to let the lorries of Iran through.", ["AGREE TKM>IRN"], []),
    ("Norway and Finland promised to set up a hotline.", ["AGREE NOR+FIN"], []),
    ("Norway promised to raise pensions.", [], ["AGREE NOR>-"]),
    ("Ottawa declined to say whether it would follow Washington.", [], ["REJECT CAN>-", "REJECT CAN>USA"]),
    # Headlines.
    ("T: Iran FM in Baghdad for talks with Iraqi counterpart", ["CONSULT IRN+IRQ"], []),
    ("T: Two Germans held in Iran freed", ["RETREAT IRN>DEU"], ["RETREAT DEU>-"]),
    ("T: Lavrov in Khartoum, meets Sudanese premier", ["CONSULT RUS+SDN"], []),
    # Words.
    ("Algeria broke off talks with Mali.", ["SANCTION DZA>MLI"], ["CONSULT DZA+MLI occurred"]),
    ("Chinese boats harassed a Philippine frigate.", ["COERCE CHN>PHL"], []),
    ("Chinese boats swarm in a Philippine film.", [], ["COERCE CHN>PHL"]),
    ("A court in Minsk handed a prison sentence to a Polish priest.", ["COERCE BLR>POL"], []),
    ("Qatar relayed a message from Iran to Israel.", ["CONSULT QAT>ISR"], []),
    ("Chile turned to Peru for help.", ["REQUEST CHL>PER"], []),
    ("The road turned to Peru.", [], ["REQUEST CHL>PER"]),
    ("Emmanuel Macron had dinner with Xi Jinping.", ["CONSULT FRA+CHN"], []),
    ("Qatar put two billion dollars into an airport in Rwanda.", ["COOPERATE QAT>RWA"], []),
    ("French farmers blocked motorways.", ["PROTEST FRA>-"], []),
    ("Snow blocked motorways in France.", [], ["PROTEST FRA>-"]),
    ("Bolivia was received with full honours by Peru.", [], ["SUPPORT BOL>-"]),
    # Whose army "the army" is; of whom "them" is; whom both ofs are of.
    ("Qatar held the Sudanese army responsible, a charge the army called a lie.", ["REJECT SDN>QAT"], ["REJECT QAT>-"]),
    ("India and Pakistan traded shots; Oman offered to mediate between them.", ["AGREE OMN>IND", "AGREE OMN>PAK"], []),
    ("Austria vetoed the entry of Romania and Bulgaria.", ["REJECT AUT>ROU", "REJECT AUT>BGR"], []),
    ("In Lima, the capital of Peru, Chile and Bolivia signed a treaty.", ["SUPPORT CHL+BOL"], ["SUPPORT PER+CHL"]),
    ("It came to the fury of Oslo, which recalled its ambassador from Minsk.", ["SANCTION NOR>BLR"], []),
    ("Troops loyal to the government in Aden seized an Iranian boat.", ["COERCE YEM>IRN"], []),
    # Asides of objects, and the clause behind them.
    ("Britain suspended the permit of Belavia, the Belarusian carrier, and Ukraine's president, Volodymyr Zelenskiy, "
     "praised it.", [], ["SANCTION GBR>UKR", "REJECT GBR>UKR"]),
    ("Moldova accused the owner, the Russian state, of blackmail.", ["ACCUSE MDA>RUS"], []),
    # Gaps: a date or a number stands for the verb.
    ("Panama cut ties with Taiwan in 2017 and Nicaragua in 2021.", ["SANCTION PAN>TWN", "SANCTION NIC>TWN"],
     ["SANCTION PAN>NIC"]),
    ("Panama cut ties with Taiwan and Nicaragua in 2021.", ["SANCTION PAN>TWN", "SANCTION PAN>NIC"],
     ["SANCTION NIC>TWN"]),
    ("Oman expelled an Iranian envoy. Qatar did the same.", ["SANCTION QAT>IRN"], []),
    ("Panama urged London to pay, a call echoed by Belize.", ["REQUEST PAN>GBR", "REQUEST BLZ>GBR"], []),
    ("Kuwait seized an Iraqi boat. Baghdad demanded an inquiry.", ["REQUEST IRQ>KWT"], []),
    ("Kuwait seized an Iraqi boat. Baghdad demanded obedience.", [], ["REQUEST IRQ>KWT"]),
    ("Albania cut ties with Iran over a cyber attack on its banks.", ["ASSAULT IRN>ALB"], []),
    # What is intransitive; conditions; one's own generals.
    ("Peru struck early and won.", [], ["ASSAULT PER>-"]),
    ("If Peru attacks, Chile will wait.", [], ["ASSAULT PER>- occurred"]),
    ("Peru and Chile told their generals to pull back.", [], ["REQUEST PER>CHL", "REQUEST CHL>PER"]),
    # Words.
    ("Yerevan ceded four villages to Azerbaijan.", ["CONCEDE ARM>AZE"], []),
    ("France is closing its base in Chad.", ["RETREAT FRA>TCD"], []),
    ("France closed its base rate debate in Chad's favour.", [], ["RETREAT FRA>TCD"]),
    ("Mexico extradited 29 men to the United States.", ["COERCE MEX>USA"], []),
    ("Kenya put Uganda under sanctions.", ["SANCTION KEN>UGA"], []),
    ("Uganda likened Rwanda to Hitler's Reich.", ["ACCUSE UGA>RWA"], []),
    ("Uganda compared Rwanda to Belgium in size.", [], ["ACCUSE UGA>RWA"]),
    ("Ukraine received tanks promised by Spain.", ["AID ESP>UKR"], []),
    ("Ukraine received guests invited by Spain.", [], ["AID ESP>UKR"]),
    # The two of one sentence; gifts to whose fishermen; who answers with a noun; who shares an agent.
    ("Oman's sultan received Iraq's premier and the two signed a treaty.", ["SUPPORT OMN+IRQ"], []),
    ("Oman's sultan received Iraq's premier and two clerks signed a treaty.", [], ["SUPPORT OMN+IRQ"]),
    ("Keir Starmer gave EU fishermen access to the bay.", ["RETREAT GBR>EU"], []),
    ("Keir Starmer gave EU officials a lecture.", [], ["RETREAT GBR>EU", "AID GBR>EU"]),
    ("Croatia expelled a Serbian diplomat; Belgrade responded with the expulsion of a Croatian secretary.",
     ["SANCTION HRV>SRB", "SANCTION SRB>HRV"], []),
    ("Their boat was rammed and doused by Chinese cutters.", ["ASSAULT CHN>-"], []),
    ("Spain recognised Palestine alongside Ireland.", ["SUPPORT ESP>PSE", "SUPPORT IRL>PSE"], []),
    ("Should China invade Taiwan, Japan would help.", ["ASSAULT CHN>TWN hypothetical"], ["ASSAULT CHN>TWN occurred"]),
    ("Moscow and Minsk wound up their war games.", ["COOPERATE RUS+BLR"], ["ASSAULT RUS>-", "ASSAULT BLR>-"]),
    ("Oman revoked a deal with India, whose soldiers it praised.", ["REJECT OMN>IND"], []),
    ("In Bolivia, teachers went on strike.", ["PROTEST BOL>-"], []),
    ("Thousands of Peruvians protested against Chile.", ["PROTEST PER>CHL"], ["ACCUSE PER>CHL"]),
    # Headlines.
    ("T: Four dead as Pakistani, Afghan forces clash", ["ASSAULT PAK+AFG"], []),
    ("T: Brazil hits back with levies on US goods", ["SANCTION BRA>USA"], []),
    ("T: Norway princess visits Kenya", ["CONSULT NOR+KEN"], []),
    # Words and what is none of theirs.
    ("Peru was critical of Chile.", ["ACCUSE PER>CHL"], []),
    ("Peru was critical for trade with Chile.", [], ["ACCUSE PER>CHL"]),
    ("Peru took Chile to task.", ["ACCUSE PER>CHL"], []),
    ("Peru took Chile to the final.", [], ["ACCUSE PER>CHL"]),
    ("Peru put two Chileans on trial.", ["COERCE PER>CHL"], []),
    ("Peru put two Chileans on stamps.", [], ["COERCE PER>CHL"]),
    ("Peru declined an invitation from Chile.", ["REJECT PER>CHL"], []),
    ("Peru's trade with Chile declined.", [], ["REJECT PER>CHL"]),
    ("Peru stepped up its pressure on Chile.", ["REQUEST PER>CHL"], []),
    ("Peru is considering sanctions against Chile.", ["SANCTION PER>CHL hypothetical"], ["SANCTION PER>CHL ongoing"]),
    ("Peru granted asylum to a Chilean general.", ["AID PER>CHL"], []),
    ("Peru spied on Chile.", ["COERCE PER>CHL"], []),
    ("Peru waged war on Chile.", ["ASSAULT PER>CHL"], []),
    ("Peru waged war on drugs in Chile.", [], ["ASSAULT PER>CHL"]),
    ("Peru unfroze Chilean assets.", ["RETREAT PER>CHL"], []),
    ("Peru resumed broadcasts across the Chilean border.", [], ["SUPPORT PER+CHL"]),
    # Officials who say so do not do it; the EU's man is not his state's; what "the country's" is.
    ("Kyiv's forces shelled Belgorod, Russian officials said, killing a woman.", ["ASSAULT UKR>RUS"],
     ["ASSAULT RUS>-"]),
    ("Israel's offensive has killed 40 Palestinians.", ["ASSAULT ISR>PSE"], []),
    ("Israel's weather has killed 40 Palestinians.", [], ["ASSAULT ISR>PSE"]),
    ("Algeria and Mali closed their airspace to each other's aircraft.", ["SANCTION DZA>MLI", "SANCTION MLI>DZA"], []),
    ("Hezbollah, the Iran-backed movement, left the hall.", ["SUPPORT IRN>HEZBOLLAH"], []),
    ("Hezbollah, an heir of movements, met the Iran-backed group.", [], ["SUPPORT IRN>HEZBOLLAH"]),
    ("Recep Tayyip Erdogan was in Rome. Angela Merkel paid him a visit on Monday.", ["CONSULT DEU+TUR"], []),
    ("Mali did not grant Chad's request.", ["REJECT MLI>TCD"], []),
    ("Mali, Niger and Togo, members of a bloc, said they were recalling their ambassadors from Algiers.",
     ["SANCTION MLI>DZA", "SANCTION NER>DZA", "SANCTION TGO>DZA"], []),
    ("The EU's Kaja Kallas warned Serbia of punishment.", ["THREATEN EU>SRB"], ["THREATEN EST>SRB"]),
    ("Javier Milei called him a murderer and left with Peru.", [], ["CONSULT ARG+PER"]),
    ("Hamas handed the bodies of two hostages to Israel.", ["RETREAT HAMAS>ISR"], []),
    ("Malaysia handed Thailand a note over the arrest of two fishermen.", [], ["RETREAT MYS>THA"]),
    ("T: Seoul, Tokyo, Washington hold trilateral naval drill", ["COOPERATE KOR+JPN+USA"], ["MOBILIZE USA>-"]),
]  # fmt: skip


@every(KINDS)
def test_kinds(text: str, told: list[str], untold: list[str]) -> None:
    title = text.removeprefix("T: ") if text.startswith("T: ") else ""
    text = "Ministers arrived in the morning." if title else text
    found = extract(text, title=title, published="2024-05-20", language="en").to_dict()["relations"]
    assert all(any(fits(code, one) for one in found) for code in told), [say(one) for one in found]
    assert not any(fits(code, one) for code in untold for one in found), [say(one) for one in found]
