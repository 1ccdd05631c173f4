"""What each data file must hold. One small module of pydantic models a family, one line here a file."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ...errors import LexiconError
from . import dates, flags, interface, names, organs, pages, people, quotes, relations, themes

# File stem, or folder followed by "/", → the type that its content must have.
SCHEMAS: dict[str, Any] = {
    "states": dict[names.IsoState, names.State],
    "capitals": list[names.Capital],
    "places": list[names.Place],
    "cities": list[names.Place],
    "organisations": list[names.Organisation],
    "leaders": list[names.Leader],
    "ambiguity": names.Ambiguity,
    "shared_names": names.SharedNames,
    "themes/": themes.Theme,
    "languages/": dates.Language,
    "calendar": dates.Calendar,
    "interface/": interface.Interface,
    "flags": flags.Flags,
    "plover": relations.Plover,
    "relation_verbs": relations.RelationVerbs,
    "relation_verbs_ar": relations.ArabicEvents,
    "relation_verbs_en": relations.EnglishEvents,
    "attachment": dict[str, relations.Attachment],
    "name_parts": people.NameParts,
    "titles": people.Titles,
    "reporting_verbs": quotes.Reporting,
    "organ_patterns": organs.OrganPatterns,
    "boilerplate": pages.Furniture,
    "fields": pages.Fields,
    "mail": pages.Mail,
    "outlets": pages.Outlets,
    "publication": pages.Publication,
    "given_names": dict[str, pages.Names],
    "surnames": pages.Surnames,
}


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(SCHEMAS[key])


def validate(stem: str, content: Any) -> Any:
    """`content` itself if it is as it should be; LexiconError says what is wrong where."""
    key = stem if stem in SCHEMAS else stem.split("/")[0] + "/"
    if key not in SCHEMAS:
        raise LexiconError(f"data/{stem}.yml: no schema is registered for this file")
    try:
        _adapter(key).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"])
        raise LexiconError(f"data/{stem}.yml: at {place}: {first['msg']} (found {first['input']!r:.80})") from None
    return content
