"""English relations whose ends the clause leaves to the talk around it, and verbs read by what follows them."""

from __future__ import annotations

import pytest

from tests.every import every

from .english_cases import judge

pytestmark = pytest.mark.usefixtures("rules_alone")

# Text, what must be read, what must not.
TOLD: list[tuple[str, list[str], list[str]]] = [
    # Who is answered.
    ("Nigeria accused Benin of smuggling. Benin rejected the charge.", ["REJECT BEN>NGA"], []),
    ("Nigeria accused Benin of smuggling. Ghana rejected a budget.", [], ["REJECT GHA>NGA", "REJECT GHA>BEN"]),
    ("Cuba vowed to respond in kind after Panama ordered its envoy to leave.", ["THREATEN CUB>PAN"], []),
    ("Oman's minister renewed a claim to the islands, and Yemen rejected it at once.", ["REJECT YEM>OMN"], []),
    ("Chile has rejected a map that Peru signed with Bolivia.", [], ["REJECT CHL>-"]),
    ("Peru has rejected a treaty that was signed by Chile and Bolivia.", ["REJECT PER>CHL"], ["REJECT PER>-"]),
    # The other of two.
    ("Latvia quarrelled with Belarus. Minsk downgraded ties.", ["SANCTION BLR>LVA"], []),
    ("Latvia, Estonia and Belarus quarrelled. Minsk downgraded ties.", [], ["SANCTION BLR>LVA", "SANCTION BLR>EST"]),
    ("Ghana cut ties with Togo, accusing it of arming rebels.", ["SANCTION GHA>TGO", "ACCUSE GHA>TGO"],
     ["ACCUSE GHA>-"]),
    # Who says it does it.
    ("Riga said Minsk was behind the attacks.", ["ACCUSE LVA>BLR"], []),
    ("Riga said Minsk bore full responsibility.", ["ACCUSE LVA>BLR"], []),
    ("The minister, behind a desk in Riga, was responsible.", [], ["ACCUSE LVA>-"]),
    ("Niger's prime minister told reporters that American bases were unacceptable.", ["REJECT NER>USA"], []),
    ("The weather was unacceptable, a farmer in Niger said.", [], ["REJECT NER>-"]),
    # Help that is promised or comes.
    ("Portugal's parliament voted to send 90 soldiers to Mozambique.", ["AGREE PRT>MOZ announced"],
     ["REJECT PRT>-", "MOBILIZE PRT>-"]),
    ("Portugal's parliament voted against the treaty.", ["REJECT PRT>-"], []),
    ("Rwandan police officers landed in Maputo on Monday.", ["AID RWA>MOZ"], ["CONSULT RWA+MOZ"]),
    ("Rwanda's president landed in Maputo on Monday.", ["CONSULT RWA+MOZ"], ["AID RWA>MOZ"]),
    ("Senegal and Gambia have also pledged personnel.", ["AGREE SEN>- announced", "AGREE GMB>- announced"], []),
    ("Laos asked the United Nations for tents. Vietnam pledged a million dollars.", ["AGREE VNM>LAO announced"], []),
    ("Spain offered to send police to Haiti.", ["AGREE ESP>HTI announced"], ["THREATEN ESP>HTI"]),
    ("Spain vowed to defend Andorra.", [], ["THREATEN ESP>AND"]),
    ("A Nepalese delegation is due in Dhaka next week.", ["AGREE NPL+BGD announced"], []),
    ("The rent is due in Dhaka next week, a Nepalese tenant said.", [], ["AGREE NPL+BGD announced"]),
    ("Nepal's foreign minister is expected in Dhaka next week.", ["AGREE NPL+BGD announced"], []),
    ("Rain is expected in Nepal.", [], ["AGREE NPL+NPL"]),
    # Force short of war.
    ("Vietnamese coast guard ships fired water cannon at Malaysian boats.", ["ASSAULT VNM>MYS"], []),
    ("Firefighters in Vietnam fired water cannon at a burning Malaysian ferry.", [], ["ASSAULT VNM>MYS"]),
    ("Greek frigates locked their radar on Turkish jets.", ["COERCE GRC>TUR"], []),
    ("Ghana and Togo agreed to talk after days of fighting along their border.", ["ASSAULT GHA+TGO"], []),
    ("Boko Haram killed 12 soldiers, Cameroon said.", ["ASSAULT BOKO-HARAM>-"], []),
    ("Cameroon warned of Boko Haram, which killed 12 soldiers in a raid.", ["ASSAULT BOKO-HARAM>CMR"], []),
    # Doors shut.
    ("Laos has closed its border with Myanmar.", ["SANCTION LAO>MMR"], []),
    ("Laos closed its stock exchange at the border with Myanmar.", [], ["COERCE LAO>MMR"]),
    ("Four Laotian envoys were expelled from Naypyidaw.", ["SANCTION MMR>LAO"], []),
    ("The embargo that Canada had imposed on Myanmar was tightened.", ["SANCTION CAN>MMR"], []),
    # Standing by somebody, and not giving way.
    ("Brazil stood by Cuba, and Bolivia expressed solidarity with Havana.", ["SUPPORT BRA>CUB", "SUPPORT BOL>CUB"], []),
    ("Serbia shut a crossing with Kosovo. Albania and Croatia backed their neighbour.", [], ["SUPPORT ALB>HRV"]),
    ("Pristina would not bow to pressure from Belgrade.", ["REJECT XKX>SRB"], ["CONCEDE XKX>-"]),
    ("Algeria said it would not accept foreign troops.", ["REJECT DZA>-"], ["CONCEDE DZA>-"]),
    # A condition's "it", and three who were named as three.
    ("Italy, Spain and Portugal met. The Libyan embassy cheered. The three countries have threatened to restore UN "
     "sanctions on Sudan unless it resumes cooperation with the International Atomic Energy Agency.",
     ["THREATEN ITA>SDN hypothetical", "THREATEN PRT>SDN hypothetical"], ["SUPPORT LBY+IAEA", "COOPERATE LBY+IAEA"]),
    ("Kenya freed two Ugandans.", ["RETREAT KEN>UGA"], []),
    ("Kenya freed two Ugandan songs from copyright.", [], ["RETREAT KEN>UGA"]),
    ("Araghchi, speaking in Rome after talks with Qatar, Oman and Kuwait on the pipeline, suggested a pause.",
     ["CONSULT IRN+QAT+OMN+KWT"], []),
    ("Denmark will permanently station a battalion in Latvia, the defence minister said on a visit to Riga.",
     ["AGREE DNK>LVA announced"], []),
    ("Kuwait denied having offered the jets to Sudan.", ["AGREE KWT>SDN denied"], ["AGREE KWT>SDN occurred"]),
    ("Both have since asked Oman to mediate, Yemen's envoy said.", [], ["REQUEST OMN>-"]),
    ("Oman summoned the Dutch charge d'affaires.", ["ACCUSE OMN>NLD"], ["ACCUSE NLD>-"]),
    # Subjects behind participles and reports, objects before their verb.
    ("ASEAN ministers meeting in Vientiane on Monday promised help for Myanmar.", ["AGREE ASEAN>MMR announced"], []),
    ("Cuba's embassy said the boat was empty and accused Panama of hysteria.", ["ACCUSE CUB>PAN"], []),
    ("Cuba's embassy said that Jamaica was calm and accused Panama of hysteria.", [], ["ACCUSE JAM>CUB"]),
    ("Ghana agreed to a truce after seizing a post from Togo's army.", ["COERCE GHA>TGO", "AGREE GHA>-"], []),
    ("Bolivia's president, whom Chile accuses of theft, left the hall.", ["ACCUSE CHL>BOL"], ["ACCUSE CHL>-"]),
    ("Chile opposed a plan to seize Bolivian funds.", ["REJECT CHL>-"], ["COERCE CHL>BOL"]),
    ("Laos advised its citizens against travelling to Thailand.", [], ["CONSULT LAO+THA"]),
    # "It" is no plural; what is asked, may come, is called names.
    ("Estonia said three Belarusian jets had violated its airspace.", ["COERCE BLR>EST"], ["COERCE BLR>-"]),
    ("Togo must free the sailors, Ghana's president told reporters.", ["REQUEST GHA>TGO"], []),
    ("Togo must be a fine place, a tourist told reporters.", [], ["REQUEST TGO>-"]),
    ("A Ghanaian attack on Togo could prompt a war.", ["ASSAULT GHA>TGO hypothetical"], ["ASSAULT GHA>TGO occurred"]),
    ("The Ghanaian attack on Togo could prompt a boycott.", ["ASSAULT GHA>TGO occurred"], []),
    ("Oman's foreign minister is to visit Lebanon.", ["AGREE OMN+LBN announced"], ["CONSULT OMN+LBN occurred"]),
    ("Nepal accused Bhutan of theft. Thimphu called the allegations false.", ["REJECT BTN>NPL"], []),
    ("Nepal called the harvest false.", [], ["ACCUSE NPL>-"]),
    ("Nepal accused Bhutan of theft. Thimphu denied it.", ["REJECT BTN>NPL"], []),
    ("Nepal arrested two Bhutanese monks, drawing a rebuke from Thimphu.", ["ACCUSE BTN>NPL"], ["ACCUSE NPL>-"]),
    ("Chad and Sudan met. The neighbours fought a war in 1990.", ["ASSAULT TCD+SDN"], []),
    ("Chad and Sudan met. The neighbours next door fought over a fence in Kenya.", [], ["ASSAULT TCD+SDN+KEN"]),
    # The word that a date brings is nobody's.
    ("Mali fired a ballistic missile on Friday.", ["MOBILIZE MLI>-"], []),
    ("Mali fired a ballistic missile at Niger.", ["ASSAULT MLI>NER"], ["MOBILIZE MLI>-"]),
    ("Peru sent three warships to the Caribbean.", ["MOBILIZE PER>-"], ["AID PER>-"]),
    ("Peru donated three warships to Haiti.", ["AID/COOPERATE PER>HTI"], ["MOBILIZE PER>-"]),
    ("Armenia has frozen its membership of the CSTO.", ["REJECT ARM>CSTO"], ["SUPPORT ARM>CSTO"]),
    ("Gabon was suspended from the African Union.", ["SANCTION AU>GAB"], []),
    ("Togo was suspended from the talks by rain.", [], ["SANCTION AU>TGO"]),
    ("Canada will send an ambassador to Dhaka.", ["AGREE CAN>BGD announced"], []),
    ("A Maltese engineer was arrested in Libya.", ["COERCE LBY>MLT"], []),
    ("Niger demanded the withdrawal of French troops.", ["REQUEST NER>FRA"], []),
    # Whose a thing is and who speaks for whom.
    ("Norway protested after a Danish ship rammed one of its trawlers.", ["ASSAULT DNK>NOR"], ["ASSAULT DNK>-"]),
    ("The Danish government rammed through one of its laws in Norway.", [], ["ASSAULT DNK>NOR"]),
    ("Syria was quiet. Turkish troops stayed in Iraq, where they fought Kurdish forces.", [], ["ASSAULT TUR+SYR"]),
    ("EU Commission chief Ursula von der Leyen telephoned Ruto.", ["CONSULT EU-COMMISSION+KEN"],
     ["CONSULT DEU+KEN"]),
    ("Brunei has cut aid to Laos and Britain has sanctioned a minister.", ["SANCTION BRN>LAO"], ["RETREAT BRN>-"]),
    ("Vietnam handed Laos a protest note.", ["ACCUSE VNM>LAO"], []),
    ("The African Union suspended the talks.", [], ["SANCTION AU>-"]),
    ("The African Union suspended Mali.", ["SANCTION AU>MLI"], []),
    ("Latvia announced the closure of the last Belarusian consulate.", ["SANCTION LVA>BLR"], []),
    ("Latvia announced the closure of the last Belarusian cinema.", [], ["SANCTION LVA>BLR"]),
    ("Chad's president defended his decision.", [], ["SUPPORT TCD>-"]),
    ("Chad's president defended Sudan's decision.", ["SUPPORT TCD>SDN"], []),
    ("Angola took over from Gabon.", [], ["COERCE AGO>-", "COERCE AGO>GAB"]),
    ("Peru condemned the raid, while Chile called for dialogue.", [], ["CONSULT PER+CHL"]),
    ("Iraq stopped the work after Jordan and Kuwait attacked its dams.", ["ASSAULT JOR>IRQ", "ASSAULT KWT>IRQ"], []),
    ("Slovenia dropped its veto on the plan.", ["CONCEDE SVN>-"], ["REJECT SVN>-"]),
]  # fmt: skip


@every(TOLD)
def test_what_the_talk_around_a_clause_says(text: str, told: list[str], untold: list[str]) -> None:
    judge(text, told, untold)
