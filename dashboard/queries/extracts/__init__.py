"""The desk's tables as a view leaves them, for other programs: what is counted on a page, with ids, names and words.

`TABLES` is the list: a table is its columns with their kinds (those of `tables.COLUMNS`) and the query that fills it.
"""

from __future__ import annotations

from .. import overview
from .counts import EVENTS, of_announced, of_articles, of_counted, of_edges, of_nodes, of_places, pair
from .facts import FOUND, OF_DATES, OF_RELATIONS, of_dates, of_evidence, of_flags, of_relations, of_statements
from .view import Table, View

__all__ = ["STORIES", "TABLES", "TIES", "Table", "View"]

ARTICLE = {"article": "id", "title": "text", "source": "id", "published": "day"}
WHERE = {**ARTICLE, "field": "id", "start": "int", "end": "int"}
WHO = {"sentence": "text", "states": "list", "themes": "list"}
STORIES = {"id": "id", "title": "text", "source": "id", "published": "day", "states": "list", "themes": "list",
           "flags": "int", "copies": "int", "copied_in": "list", "first": "day", "last": "day", "how": "id",
           "language": "id", "url": "text", "author": "text"}  # fmt: skip
TIES = {"source": "id", "target": "id", "sentences": "int", "reports": "int", "directed": "flag", "score": "float",
        "source_name": "text", "target_name": "text"}  # fmt: skip
_COUNTED = {"id": "id", "name": "text", "articles": "int", "before": "int"}
_PLACES = {"id": "id", "name": "text", "name_en": "text", "lat": "float", "lon": "float", "sentences": "int",
           "unsure": "int", "wide": "flag"}  # fmt: skip
_SAID = {"speakers": "list", "roles": "list", "words": "text", "direct": "flag", "verb": "text", "relayed_by": "text",
         "about": "list", "copies": "int"}  # fmt: skip
_ENDS = {"actor": "id", "actor_name": "text", "acted_on": "id", "acted_on_name": "text", "parties": "list"}
_EVIDENCE = {"theme": "id", "theme_name": "text", **ARTICLE, "sentence": "text", "states": "list"}
_FLAGS = {"kind": "id", "message": "text", "message_ar": "text", **FOUND, **WHERE, "sentence": "text"}
TABLES: dict[str, Table] = {
    "articles": Table(STORIES, of_articles),
    "states": Table(_COUNTED, of_counted(overview.states, lambda view, id: view.actor(id))),
    "pairs": Table(_COUNTED, of_counted(overview.dyads, pair)),
    "dates": Table({**OF_DATES, "announced": "flag", **WHERE, **WHO}, of_dates),
    "edges": Table({"edges": "id", **TIES}, of_edges),
    "nodes": Table({"edges": "id", "id": "id", "name": "text", "kind": "id", "articles": "int"}, of_nodes),
    "places": Table(_PLACES, of_places),
    "statements": Table({**_SAID, **WHERE, **WHO}, of_statements),
    "announced": Table(EVENTS, of_announced),
    "relations": Table({**_ENDS, **OF_RELATIONS, "from": "day", "to": "day", **WHERE, **WHO}, of_relations),
    "themes": Table(_EVIDENCE, of_evidence),
    "flags": Table(_FLAGS, of_flags),
}  # fmt: skip
