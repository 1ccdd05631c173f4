"""What an English statement answers («, which Serbia denied»), and who passes it on («told Reuters»)."""

from __future__ import annotations

from .english_scene import EnglishScene, Span


def agency(scene: EnglishScene, at: int, end: int) -> str | None:
    """Who passes it on: told Reuters, was quoted by TASS as saying."""
    if scene.words[at] not in ("told", "quoted"):
        return None
    for token in range(at + 1, min(end, at + 6)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].id in scene.data.agencies:
            return scene.mentions[found[0]].text
        if scene.words[token] in ("that", "as", ","):
            return None
    return None


def reply(scene: EnglishScene, subject: int, start: int) -> bool:
    """Whether the subject stands in «, which Serbia denied», «, a claim Beijing rejected»."""
    return any(
        scene.words[i] in ("which", "claim", "charge", "accusation", "allegation", "charges", "allegations")
        and "," in (scene.words[i - 1], scene.words[i - 2]) for i in range(max(start + 2, subject - 3), subject + 2)
        if i < len(scene.words)
    )  # fmt: skip


def replied(scene: EnglishScene, subject: int, start: int, latest: tuple[int, Span] | None) -> Span | None:
    """What is denied: the statement that the sentence reports before, else the clause before the comma."""
    comma = next((i for i in range(subject, max(start, subject - 6), -1) if scene.words[i] == ","), None)
    if comma is None:
        return None
    if latest is not None and latest[0] == scene.doc.sentence_of[subject] and latest[1][1] <= comma:
        return latest[1]
    return (start, comma, False) if comma - start > 2 else None
