"""What rests on a finding: told before it is called wrong, and just what then goes."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from dashboard import deciding
from dashboard.ingest import open_workspace
from dashboard.resting import KINDS, resting
from dashboard.store import Store
from dashboard.verdicts import READINGS
from tests.deskdata import DRAFTS, Draft, drill


def record(draft: Draft = DRAFTS[0]) -> dict[str, Any]:
    return draft.record().to_dict()


def told(read: dict[str, Any], name: str, index: int) -> dict[str, int]:
    return {kind: n for kind, n in resting(name, [(read, read[name][index])]).items() if n}


def test_a_party_takes_what_it_did() -> None:
    """A deed of three goes on without one of them; one of two takes the deed along."""
    read = record()
    assert told(read, "mentions", 1) == {"parties": 1, "articles": 1}  # Russia, beside Iran and China
    two = Draft("d", "خبر", "هددت [RUS:روسيا] [IRN:إيران] أمس. ونفت [IRN:إيران] ذلك.", "2023-03-22",
                relations=[("هددت", drill("occurred")), ("ونفت", drill("denied"))])  # fmt: skip
    assert told(record(two), "mentions", 0) == {"relations": 1, "articles": 1}
    assert told(record(two), "mentions", 1) == {"relations": 1}  # Iran is named once more
    assert told(record(two), "relations", 0) == {}


def test_a_day_a_statement_and_a_speaker_are_lost_to_what_points_at_them() -> None:
    read = record()
    read["quotes"][0]["speaker_mention"] = 2
    read["relations"][0] |= {"attributed_to": 0, "date": 0}
    assert told(read, "dates", 0) == {"days": 1} and told(read, "dates", 1) == {}
    assert told(read, "quotes", 0) == {"tellers": 1}
    assert told(read, "mentions", 2)["speakers"] == 1
    twice = [(read, read["dates"][0]), ({**record(), "id": "a9"}, record()["dates"][0])]
    assert resting("dates", twice)["days"] == 2  # the draft's own relation has its day from it, too


def test_findings_of_one_article_are_taken_together() -> None:
    """Each of two alone leaves the other to name the party."""
    twice = Draft("d", "خبر", "هددت [RUS:روسيا] [IRN:إيران] وحذرت [IRN:إيران] أيضًا.", "2023-03-22",
                  relations=[("هددت", drill("occurred"))])  # fmt: skip
    read = record(twice)
    assert told(read, "mentions", 1) == told(read, "mentions", 2) == {}
    both = resting("mentions", [(read, read["mentions"][at]) for at in (1, 2)])
    assert +both == Counter(relations=1, articles=1)


def test_nothing_rests_on_a_flag_and_nothing_is_decided_by_asking() -> None:
    read = record(DRAFTS[3])
    assert told(read, "flags", 0) == {}
    assert read == record(DRAFTS[3])


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_workspace(str(tmp_path_factory.mktemp("resting") / "samples.db"))


def test_of_every_finding_of_the_samples_just_that_goes_and_comes_back(samples: Store) -> None:
    """Asked beforehand, then done: the article as the store tells it loses so many relations, days and speakers."""
    seen: Counter[str] = Counter()
    for record in list(samples.records())[:24]:
        id = record["id"]
        before = samples.article(id)
        assert before is not None
        for name in READINGS:
            for item in before[name][:6]:
                said = resting(name, [(before, item)])
                number = deciding.judge(samples, name, before, item, "wrong")
                after = samples.article(id)
                assert after is not None
                gone = len(before["relations"]) - len(after["relations"]) - (name == "relations")
                assert said["relations"] == gone
                if not gone and name != "relations":
                    lost = sum(one["date"] is not None and other["date"] is None
                               for one, other in zip(before["relations"], after["relations"], strict=True))  # fmt: skip
                    assert said["days"] == lost
                lost = {state["id"] for state in before["countries"]} - {state["id"] for state in after["countries"]}
                assert said["articles"] == len(lost)
                seen += said
                deciding.take_back(samples, [{"id": number, "article": id, "action": deciding.VERDICT}])
                assert samples.article(id) == before
    assert all(seen[kind] for kind in KINDS), seen
