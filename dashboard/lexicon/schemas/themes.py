"""Themes: what makes an article be about something. The format of `data/themes/<id>.yml` is described here.

    group: military            one of military, diplomacy, economy, society, files, or a group of one's own
    ar: مناورات بحرية           the name in Arabic
    en: Naval drills           the name in English
    strong: {ar: [...], en: [...]}   phrases of which one is enough
    weak: {ar: [...], en: [...]}     phrases that are enough beside a companion within the sentence, or when repeated
    with: {ar: [...], en: [...]}     the companions
    blockers: {ar: [...], en: [...]} phrases within which no cue of this theme counts (المناورة السياسية)
    unless: {ar: [...], en: [...]}   phrases that rob weak cues of their companions wherever they stand
    entities: {strong: [SCO], weak: [AFG]}   ids of states, organisations or places that are cues themselves
    queries: ['عضوية NEAR/5 شنغهاي']  queries in the grammar of the search: a sentence that answers one is enough
    needs: [IRN, PRK]          the theme is given only where one of these is named
    yields_to: [naval-drills]  a sentence that is evidence for one of these is none for this theme
    least: 2                   what is often named in passing must show in so many sentences of a longer article

Phrases are written as one would write them. Each word matches with and without ال, after و ف ب ل ك, and, with a
trailing `*`, with any ending (`مناور*`, `sanction*`); a `*` by itself stands for one to three words
(`انضمام * إلى منظمة`). Only group, ar, en and one of strong, weak, entities, queries are needed.
"""

from __future__ import annotations

from pydantic import Field, model_validator

from .names import Form, Strict


class Cues(Strict):
    ar: list[Form] = []
    en: list[Form] = []


class Entities(Strict):
    strong: list[str] = []
    weak: list[str] = []


class Theme(Strict):
    group: str
    ar: Form
    en: Form
    strong: Cues = Cues()
    weak: Cues = Cues()
    with_: Cues = Field(Cues(), alias="with")
    blockers: Cues = Cues()
    unless: Cues = Cues()
    entities: Entities = Entities()
    queries: list[str] = []
    needs: list[str] = []
    yields_to: list[str] = []
    least: float = 1

    @model_validator(mode="after")
    def _has_cues(self) -> Theme:
        cues = (
            self.strong.ar,
            self.strong.en,
            self.weak.ar,
            self.weak.en,
            self.entities.strong,
            self.entities.weak,
            self.queries,
        )
        if not any(cues):
            raise ValueError("a theme needs cues: strong, weak, entities or queries")
        return self
