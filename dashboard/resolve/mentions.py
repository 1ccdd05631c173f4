"""Which candidates stand: weak forms judged by their surroundings, overlaps settled, places told apart."""

from __future__ import annotations

from collections.abc import Sequence

from ..clean.clitics import readings
from ..clean.document import Document
from ..lexicon import Lexicon
from ..model import Article, Candidate, CountryCount, Mention
from ..mould import in_order
from .ambiguity import standing

# Of two names of one span, the one that says more: a person or organisation found by its own rule over a namesake.
_TOP, _NEAR = 12, 5  # sentences among which a standfirst stands, and behind it the sentence that says it again
_made = in_order(Mention)
_RANK = {"country": 0, "organization": 1, "person": 2, "place": 3}


def resolve(
    found: Sequence[tuple[Document, Sequence[Candidate]]], lexicon: Lexicon, article: Article
) -> tuple[Mention, ...]:
    """The record's mentions, title first, in text order, without overlaps."""
    if not any(candidates for _, candidates in found):
        return ()
    named = frozenset([c.entry.id for _, candidates in found for c in candidates if not c.weak])
    mentions: list[Mention] = []
    for doc, candidates in found:
        settled = _settle(_told_apart(standing(candidates, doc, named, lexicon), doc), doc, named)
        dateline = article.dateline if doc.field == "text" and article.dateline else (0, 0)
        mentions += [_mention(c, doc, dateline, several) for c, several in settled]
    return tuple(mentions)


def _told_apart(candidates: list[Candidate], doc: Document) -> list[Candidate]:
    """A surname that is a nisba too (السوداني): a definite adjective follows a definite noun, a name does not."""
    persons = {c.start for c in candidates if c.entry.kind == "person" and c.end - c.first == 1}
    demonyms = {c.start for c in candidates if c.entry.via == "demonym" and c.start in persons}
    if not demonyms:
        return candidates
    out = []
    for c in candidates:
        if c.start in demonyms and c.end - c.first == 1:
            before = doc.words[c.first - 1] if c.first else ""
            adjective = c.start == doc.starts[c.first] and any(form.startswith("ال") for form in readings(before))
            if (c.entry.kind == "person") == adjective:
                continue
        out.append(c)
    return out


def _settle(candidates: list[Candidate], doc: Document, named: frozenset[str]) -> list[tuple[Candidate, bool]]:
    """Longest first, no overlaps; of several entries for one span the likeliest, and whether others were as likely."""
    taken: dict[int, list[tuple[Candidate, bool]]] = {}  # by where they start
    groups: dict[int, list[Candidate]] = {}  # by negative length, then start
    size = len(doc.text)
    for c in candidates:
        groups.setdefault((c.start - c.stop) * size + c.start, []).append(c)
    occupied = bytearray(size)
    for key in sorted(groups):
        group = groups[key]
        best = group[0]
        start, stop = best.start, best.stop
        if occupied.find(1, start, stop) >= 0:
            continue
        if len(group) > 1:
            best = min(_known(group), key=lambda c: _preference(c, named))
        if best.weak and best.entry.kind == "person" and _namesakes(best, group, named):
            continue  # «نظام صالح»: which of them, nothing says
        occupied[start:stop] = b"\1" * (stop - start)
        if best.entry.type == "dual":
            taken[start] = [(c, False) for c in group if c.entry.type == "dual"]
        else:
            taken[start] = [(best, len(group) > 1 and _rivalled(best, group, named))]
    return [one for start in sorted(taken) for one in taken[start]]


def _known(group: list[Candidate]) -> list[Candidate]:
    """Without the persons that only a given name shows, where a place has that whole name: «بندر عباس», «جلال آباد»."""
    if not any(c.entry.kind == "place" and not c.weak and c.end - c.first > 1 for c in group):
        return group
    return [c for c in group if c.rule != "people.given-name"]


def _rivalled(best: Candidate, group: list[Candidate], named: frozenset[str]) -> bool:
    """Whether another place of that name is as likely."""
    places = [c for c in group if c.entry.kind == best.entry.kind == "place"]
    return len({c.entry.id for c in places if _preference(c, named) == _preference(best, named)}) > 1


def _namesakes(best: Candidate, group: list[Candidate], named: frozenset[str]) -> bool:
    others = (c for c in group if c.entry.kind == "person" and c.entry.id != best.entry.id)
    return any(_preference(c, named) == _preference(best, named) for c in others)


def _preference(c: Candidate, named: frozenset[str]) -> tuple[bool, bool, int]:
    return c.weak, not (c.entry.id in named or c.entry.country in named), _RANK[c.entry.kind]


def _mention(c: Candidate, doc: Document, dateline: tuple[int, int], several: bool) -> Mention:
    entry, start, stop, field = c.entry, c.start, c.stop, doc.field
    sentence = doc.sentence_of[c.first] if field == "text" else None
    counts = entry.via != "dissolved" and not dateline[0] <= start < dateline[1]
    return _made(
        start, stop, field, sentence, c.rule, c.confidence, doc.text[start:stop], entry.kind, entry.id, entry.name,
        entry.name_en, entry.country, entry.via, c.role, entry.lat, entry.lon, entry.nonstate, entry.acts_for_state,
        counts, several,
    )  # fmt: skip


def countries(mentions: Sequence[Mention], docs: Sequence[Document], lexicon: Lexicon) -> tuple[CountryCount, ...]:
    """The states of an article, the most named first. A sentence that stands twice (a standfirst) counts once."""
    repeated = _repeated(docs)
    counts: dict[str, int] = {}
    via: dict[str, list[str]] = {}
    for m in mentions:
        if not m.counts or not m.country or not (m.kind == "country" or m.acts_for_state):
            continue
        how = "organization" if m.kind == "organization" else (m.via or "name")
        counts.setdefault(m.country, 0)
        ways = via.setdefault(m.country, [])
        if how not in ways:
            ways.append(how)
        if m.field == "title" or m.sentence not in repeated:
            counts[m.country] += 1
    states = lexicon.gazetteer.states
    ordered = sorted((iso for iso in counts if iso in states), key=lambda iso: -counts[iso])
    return tuple(
        CountryCount(
            id=iso, name=states[iso].name, name_en=states[iso].name_en, count=max(counts[iso], 1), via=tuple(via[iso])
        )
        for iso in ordered
    )


def _repeated(docs: Sequence[Document]) -> set[int]:
    """Indexes of sentences of the text whose words stood before, alone or at the start of a longer sentence."""
    repeated: set[int] = set()
    for doc in docs:
        if doc.field != "text":
            continue
        bodies = [" ".join(doc.words[first:end]) for first, end in doc.bounds[: _TOP + _NEAR]]
        for index, body in enumerate(bodies[:_TOP]):
            said = body.rstrip(" .")
            if len(body) > 40 and any(said in later for later in bodies[index + 1 : index + 1 + _NEAR]):
                repeated.add(index)
    return repeated
