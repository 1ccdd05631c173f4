"""English relations by construction: passives without "by", clauses and nouns that carry a deed, ends told ahead."""

from __future__ import annotations

import pytest

from tests.every import every

from .english_cases import judge

pytestmark = pytest.mark.usefixtures("rules_alone")

# Text, what must be read, what must not.
BUILT: list[tuple[str, list[str], list[str]]] = [
    # What stands between a verb and the noun that it carries.
    ("Laos has rejected a call by Thailand's king for an end to the feud.", ["REJECT LAO>THA"], []),
    ("The embargo that Laos imposed on Thailand in 2015 is still in force.", ["SANCTION LAO>THA"], []),
    ("Laos's expulsion of Thai diplomats followed a riot.", ["SANCTION LAO>THA"], ["SANCTION THA>LAO"]),
    ("Laos's expulsion followed a riot.", [], ["SANCTION LAO>-", "SANCTION LAO>LAO"]),
    ("Laos both expelled the Thai ambassador and closed its border.", ["SANCTION LAO>THA"], []),
    ("Laos's move to freeze the assets of a bank drew praise.", ["SANCTION LAO>-"], []),
    ("Laos's hopes to freeze the assets of a bank drew praise.", [], ["SANCTION LAO>- occurred"]),
    ("Laotian mortar fire killed two Thai soldiers.", ["ASSAULT LAO>THA"], []),
    ("Laos made an attack in which two Thai soldiers were killed.", ["ASSAULT LAO>THA"], []),
    ("Two Thai soldiers died in a Laotian raid.", ["ASSAULT LAO>THA"], []),
    ("Two Thai soldiers died in a bus crash.", [], ["ASSAULT LAO>THA", "ASSAULT None>THA"]),
    # Passives whose doer stands elsewhere.
    ("Three Thai diplomats were ordered to leave Laos.", ["SANCTION LAO>THA"], []),
    ("Three Thai diplomats were ordered to leave the room.", [], ["SANCTION LAO>THA"]),
    ("Three Thai envoys have been expelled, the Laotian foreign ministry said.", ["SANCTION LAO>THA"], []),
    ("Three Thai envoys have been expelled, a Thai newspaper said.", [], ["SANCTION THA>THA"]),
    ("Two Thai drones were shot down, Laos's army said.", ["ASSAULT LAO>THA"], []),
    ("Thai goods were banned from Laotian markets.", ["SANCTION/COERCE LAO>THA"], []),
    ("Thailand's ambassador was summoned to the Laotian foreign ministry.", ["ACCUSE LAO>THA"], []),
    ("Thailand's ambassador in Vientiane was summoned.", ["ACCUSE LAO>THA"], []),
    ("Thailand's ambassador in Vientiane was praised.", [], ["ACCUSE LAO>THA"]),
    ("The Thai plan was welcomed by Laos.", ["SUPPORT LAO>THA"], ["CONSULT LAO+THA"]),
    ("The Thai president was welcomed by Laos's king.", ["CONSULT LAO+THA"], []),
    ("Laos's aid to Thailand was cut.", ["SANCTION LAO>THA"], []),
    ("Since May Thailand has been given 20 million dollars by Laos.", ["AID LAO>THA"], []),
    ("The deal reached by Laos and Thailand was praised.", ["AGREE LAO+THA"], []),
    ("Laos ended its siege of a Thai town.", ["RETREAT LAO>THA"], []),
    ("Laos fought to end the Thai occupation of a town.", [], ["RETREAT LAO>THA"]),
    ("Laos and Thailand agreed to suspend expulsions.", [], ["SANCTION LAO>-", "SANCTION THA>-"]),
    ("Thailand was ravaged by a civil war.", [], ["ASSAULT None>THA"]),
    ("Laos offers education in medicine.", [], ["AGREE LAO>-"]),
    ("Laos rejected as fiction a report that Thailand would build a base.", ["REJECT LAO>-"], ["REJECT LAO>THA"]),
    ("Laos and Thailand had played host to talks between Chad and Mali.", ["CONSULT TCD+MLI"],
     ["CONSULT LAO>THA", "CONSULT THA>LAO"]),
    ("Laos said that Thailand does too little to curb coal.", [], ["SANCTION THA>-"]),
    ("Laos halted flights to its neighbour.", ["SANCTION LAO>-"], []),
    ("Speaking in Vientiane, Thailand's minister welcomed the support of all.", [], ["SUPPORT THA>LAO"]),
    # A mission closed in a city that is no capital; a counterpart.
    ("Canada closed its consulate in Chengdu.", ["SANCTION CAN>CHN"], []),
    ("Canada closed its consulate for the day.", [], ["SANCTION CAN>-"]),
    ("A Laotian minister left. His Thai counterpart, Somchai Dee, accused Laos of lying.", ["ACCUSE THA>LAO"],
     ["ACCUSE LAO>-", "ACCUSE LAO>THA"]),
    # What a deed stirs up, and in whom.
    ("The Thai raid drew condemnation from Laos.", ["ACCUSE LAO>THA"], []),
    ("The Thai decision prompted protests from Laos.", ["ACCUSE LAO>THA"], ["PROTEST THA>-"]),
    ("The Thai move angered Laos.", ["ACCUSE LAO>THA"], []),
    ("The flood angered Laos.", [], ["ACCUSE LAO>-"]),
    ("Laos joined a chorus of condemnation of Thailand.", ["ACCUSE LAO>THA"], []),
    ("Thailand won praise from Laos.", ["SUPPORT LAO>THA"], ["REJECT THA>-"]),
    ("Thailand won't praise Laos.", ["REJECT THA>LAO"], ["SUPPORT LAO>THA"]),
    ("Laos attacked Thailand's policies in a speech.", ["ACCUSE LAO>THA"], ["ASSAULT LAO>THA"]),
    # Ends that stand ahead, in a condition, in a thanks.
    ("Following the expulsion of its ambassador by Laos, Thailand protested.", ["SANCTION LAO>THA"], []),
    ("Under a deal with Laos, Thailand will free the men.", ["AGREE LAO+THA"], []),
    ("Under pressure from Laos, Thailand withdrew.", ["REQUEST LAO>THA"], []),
    ("Thailand's president, on a visit to Laos, praised the plan.", ["CONSULT LAO+THA"], []),
    ("Thailand thanked Laos for sending doctors.", ["AID LAO>THA", "SUPPORT THA>LAO"], []),
    ("Laos's demand that Thailand withdraw was turned down.", ["REQUEST LAO>THA"], []),
    ("Laos wants an apology from Thailand.", ["REQUEST LAO>THA"], []),
    ("Laos wants a goal from Thailand.", [], ["REQUEST LAO>THA"]),
]  # fmt: skip


@every(BUILT)
def test_constructions(text: str, told: list[str], untold: list[str]) -> None:
    judge(text, told, untold)
