"""A small workspace for the desk's tests, written as records: what the pages count is known by hand.

Texts name what they hold by simple markers, so that offsets are never typed: `[RUS:روسيا]` is a mention of a state.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.model import (
    Article,
    CountryCount,
    DateMention,
    Evidence,
    Flag,
    Mention,
    Published,
    Quote,
    Record,
    Relation,
    Theme,
)  # fmt: skip
from dashboard.store import Store

NAMES = {
    "IRN": ("إيران", "Iran"),
    "RUS": ("روسيا", "Russia"),
    "CHN": ("الصين", "China"),
    "SAU": ("السعودية", "Saudi Arabia"),
}
_MARK = re.compile(r"\[([A-Z]{3}):([^\]]+)\]")


@dataclass
class Draft:
    """An article with markers, and its findings by the words they stand on (found in the text)."""

    id: str
    title: str
    text: str
    published: str | None
    source: str | None = "وكالة الساحل"
    language: str = "ar"
    dates: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    themes: dict[str, list[str]] = field(default_factory=dict)
    relations: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    quotes: list[tuple[str, str]] = field(default_factory=list)
    flags: list[tuple[str | None, str, str]] = field(default_factory=list)

    def record(self) -> Record:
        text, mentions = _unmark(self.text)
        sentences = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^.\n]*\.?", text))

        def at(words: str) -> dict[str, Any]:
            start = text.index(words)
            index = next(i for i, (s, e) in enumerate(sentences) if s <= start < e)
            return {"start": start, "end": start + len(words), "sentence": index, "rule": "test"}

        found = tuple(
            Mention(start=s, end=e, text=text[s:e], kind="country", id=id, name=NAMES[id][0], name_en=NAMES[id][1],
                    via="name", rule="test", sentence=next(i for i, (a, b) in enumerate(sentences) if a <= s < b))
            for id, s, e in mentions
        )  # fmt: skip
        counts = {id: sum(m.id == id for m in found) for id in dict.fromkeys(m.id for m in found)}
        return Record(
            article=Article(
                id=self.id,
                title=self.title,
                text=text,
                language=self.language,
                source=self.source,
                published=Published(dt.date.fromisoformat(self.published), "given") if self.published else Published(),
            ),
            sentences=sentences,
            mentions=found,
            countries=tuple(
                CountryCount(id=id, name=NAMES[id][0], name_en=NAMES[id][1], count=n, via=("name",))
                for id, n in counts.items()
            ),
            dates=tuple(DateMention(text=words, **{**at(words), **values}) for words, values in self.dates),
            relations=tuple(Relation(**{**at(words), **values}) for words, values in self.relations),
            quotes=tuple(Quote(speaker=who, verb="قال", **at(words)) for words, who in self.quotes),
            themes=tuple(
                Theme(
                    id=id,
                    score=0.5,
                    evidence=tuple(Evidence(**{**at(words), "rule": f"strong:{words}"}) for words in spans),
                )
                for id, spans in self.themes.items()
            ),
            flags=tuple(
                Flag(
                    kind=kind,
                    message=said,
                    message_ar=said,
                    **(at(words) if words else {"start": None, "end": None, "rule": "test"}),
                )
                for words, kind, said in self.flags
            ),
        )


def _unmark(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    out, mentions, at = "", [], 0
    for match in _MARK.finditer(marked):
        out += marked[at : match.start()]
        mentions.append((match[1], len(out), len(out) + len(match[2])))
        out += match[2]
        at = match.end()
    return out + marked[at:], mentions


def drill(status: str, **more: Any) -> dict[str, Any]:
    """A reciprocal relation of all named states."""
    return {
        "source": "IRN",
        "target": "RUS",
        "actors": ("IRN", "RUS"),
        "reciprocal": True,
        "type": "AGREE",
        "sign": "+",
        "status": status,
        **more,
    }


DRAFTS = (
    Draft(
        "a1",
        "مناورة بحرية مرتقبة",
        "أعلنت [IRN:إيران] و[RUS:روسيا] و[CHN:الصين] مناورة بحرية في مارس المقبل. "
        "وقال قائد الأسطول إن التدريب يحمي الملاحة. وزار وفد من [CHN:الصين] الميناء أمس.",
        "2023-02-10",
        dates=[
            (
                "مارس المقبل",
                {"from_day": "2023-03-01", "to_day": "2023-03-31", "precision": "month", "tense": "future"},
            ),
            ("أمس", {"from_day": "2023-02-09", "to_day": "2023-02-09", "precision": "day", "tense": "past"}),
        ],
        themes={"naval-drills": ["مناورة بحرية"], "maritime-security": ["الملاحة"]},
        relations=[("أعلنت", drill("announced", actors=("IRN", "RUS", "CHN"), announces="COOPERATE", date=0))],
        quotes=[("إن التدريب يحمي الملاحة", "قائد الأسطول")],
    ),
    Draft(
        "a2",
        "استئناف العلاقات",
        "اتفقت [SAU:السعودية] و[IRN:إيران] على استئناف العلاقات. وجرت المحادثات في عاصمة [CHN:الصين].",
        "2023-03-11",
        source="صحيفة الميناء",
        themes={"diplomacy": ["استئناف العلاقات", "المحادثات"]},
        relations=[("اتفقت", drill("occurred", source="IRN", target="SAU", actors=("SAU", "IRN")))],
    ),
    Draft(
        "a3",
        "New sanctions",
        "[RUS:Russia] rejected the sanctions on [IRN:Iran] late this year or early next year.",
        "2023-03-20",
        source="Harbour Post",
        language="en",
        themes={"sanctions": ["sanctions"]},
        dates=[
            (
                "late this year",
                {
                    "from_day": "2023-10-01",
                    "to_day": "2023-12-31",
                    "precision": "year",
                    "mod": "end",
                    "alternative": 1,
                    "tense": "future",
                },
            ),
            (
                "early next year",
                {
                    "from_day": "2024-01-01",
                    "to_day": "2024-03-31",
                    "precision": "year",
                    "mod": "start",
                    "alternative": 1,
                    "tense": "future",
                },
            ),
        ],
        relations=[
            (
                "rejected",
                {
                    "source": "RUS",
                    "target": "IRN",
                    "actors": ("RUS", "IRN"),
                    "reciprocal": False,
                    "type": "REJECT",
                    "sign": "-",
                    "status": "occurred",
                },
            )
        ],
    ),
    Draft(
        "a4",
        "<script>alert(1)</script> **bold** [x](javascript:alert(2))",
        "نص فيه <img src=x onerror=alert(3)> عن [RUS:روسيا].",
        None,
        source="<b>مصدر</b> $x$",
        flags=[(None, "no-publication-date", "<i>لا تاريخ</i> **نشر**")],
    ),
)


def fill(store: Store, drafts: tuple[Draft, ...] = DRAFTS) -> Store:
    """Store the drafts as one import."""
    store.put([draft.record() for draft in drafts], store.add_batch("test"))
    return store
