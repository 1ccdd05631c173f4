"""The map page: what to show, the map, what its marks mean, the sentences behind one, and all of it as a table."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from dashboard.queries import atlas
from dashboard.queries.evidence import Hits

from . import evidence, frame, legend, mapchart, mapfigure, palette, pictures, rows, state
from .choices import choice
from .desk import Desk
from .graphdata import edge_id, edge_title, sign

PLACES = 80  # points drawn
LAYERS = ("states", "places", "arcs")
EXTENTS = ("region", "world")


def show(desk: Desk) -> None:
    """Draw the page."""
    with evidence.beside(desk, lambda asked: hits(desk, asked)):
        _page(desk)


def _page(desk: Desk) -> None:
    say = desk.words
    st.html(frame.STATIC / "map.css")
    ground = palette.colours(desk.dark())["ground"]
    st.html(f"<style>.st-key-map {{ --map-ground: {ground}; }}</style>")
    on, extent = _choices(desk)
    states, places = atlas.states(desk.corpus, desk.filters), atlas.places(desk.corpus, desk.filters)
    arcs = atlas.arcs(desk.corpus, desk.filters)
    st.subheader(say("map.title"), help=say("map.help"))
    if states.empty and places.empty and arcs.empty:
        frame.nothing(desk, "map.none")
        return
    if not on:
        st.info(say("map.no_layer"))
    whole = extent == "world"
    wide, narrow = (
        atlas.WORLD if whole else atlas.window(desk.corpus, desk.filters, upright) for upright in (False, True)
    )
    named = states if "states" in on else None
    marked = places.head(PLACES) if "places" in on else None
    figure = mapfigure.draw(
        desk,
        named,
        marked,
        arcs.head(atlas.ARCS) if "arcs" in on else None,
    )  # fmt: skip
    with st.container(key="map_page"):
        with st.container(key="map_chart_side"):
            with st.container(key="map"):
                mapchart.draw(
                    desk, figure, mapfigure.shape(desk, wide, named, marked),
                    mapfigure.shape(desk, narrow, named, marked), evidence.ask,
                )  # fmt: skip
            said = _legend(desk, on, states, places, arcs)
            pictures.offer(desk, mapchart.KEY, say("map.title"), said, say("map.credits.short"))
            evidence.hint(desk, "map.hint")
        with st.container(key="map_lists"):
            _tables(desk, on, states, places, arcs)
    st.caption(say("map.credits"))


def hits(desk: Desk, question: str) -> tuple[str, Hits] | None:
    """Title and facts of a clicked state, place or arc; None for what the map does not hold."""
    kind, _, rest = question.partition(":")
    corpus, filters = desk.corpus, desk.filters
    if kind == "state":
        return desk.actor(rest), atlas.of_state(corpus, filters, rest)
    if kind == "place":
        found = atlas.places(corpus, filters)
        found = found[found["id"] == rest]
        return (_name(desk, next(found.itertuples())), atlas.of_place(corpus, filters, rest)) if len(found) else None
    if kind == "arc":
        from .network import hits as of_edge

        return of_edge(desk, "relations", f"edge:{rest}")
    return None


def _choices(desk: Desk) -> tuple[list[str], str]:
    say = desk.words
    with st.container(horizontal=True, key="choices"):
        kept = state.opened_thing("layers")
        chosen = [layer for layer in LAYERS if layer in kept.split("+")] if kept else list(LAYERS)
        st.session_state["w_layers"] = chosen

        def changed() -> None:
            picked = [layer for layer in LAYERS if layer in st.session_state["w_layers"]]
            state.open_thing(layers=None if len(picked) == len(LAYERS) else "+".join(picked) or "none")

        st.pills(
            say("map.layers"), LAYERS, selection_mode="multi", key="w_layers", on_change=changed,
            format_func=lambda layer: say(f"map.layers.{layer}"),
        )  # fmt: skip
        extent: str = choice(desk, "map", "extent", EXTENTS)
    return chosen, extent


def _legend(
    desk: Desk, on: list[str], states: pd.DataFrame, places: pd.DataFrame, arcs: pd.DataFrame
) -> list[legend.Part]:
    say, dark = desk.words, desk.dark()
    parts: list[legend.Part] = []
    if "states" in on and len(states):
        steps = mapfigure.shades(int(states["articles"].max()), dark)
        shades = "".join(
            f"{legend.square(colour)}{say.number(low)}{'+' if at == len(steps) - 1 else ''} "
            for at, (low, colour) in enumerate(steps)
        )
        parts.append((f"{html.escape(say('map.legend.states'))} {shades}", ""))
        if not states["shaped"].all():
            parts.append(("◉", say("map.legend.bare")))
    if "places" in on and len(places):
        parts += [("", part) for part in say("map.legend.places").split(" · ")]
    if "arcs" in on and len(arcs):
        parts += legend.signs(desk)
    legend.show(desk, parts)
    cut = [say(f"map.strongest.{name}", n=most) for name, found, most in (
        ("arcs", arcs, atlas.ARCS), ("places", places, PLACES)) if name in on and len(found) > most]  # fmt: skip
    if cut:
        st.caption(" ".join(cut))
    return parts


def _tables(desk: Desk, on: list[str], states: pd.DataFrame, places: pd.DataFrame, arcs: pd.DataFrame) -> None:
    """The map's numbers as lists: for the keyboard, for whoever can't see the map, and for what has no place on it."""
    say = desk.words
    lists: dict[str, list[rows.Row]] = {
        "states": [
            {"id": f"state:{row.id}", "title": desk.actor(row.id), "number": say.number(row.articles),
             "bar": row.articles / states["articles"].max(),
             "meta": [] if row.lat == row.lat else [say("map.nowhere")]}
            for row in states.itertuples()
        ],
        "places": [
            {"id": f"place:{row.id}", "title": _name(desk, row), "number": say.number(row.sentences),
             "bar": row.sentences / places["sentences"].max(),
             "meta": [say("map.unsure", n=int(row.unsure))] if row.unsure else []}
            for row in places.itertuples()
        ],
        "arcs": [
            {"id": f"arc:{edge_id(row)}", "title": edge_title(desk, row, "relations").split("\n")[0],
             "number": say.number(row.sentences), "bar": row.sentences / arcs["sentences"].max(),
             "swatch": palette.of_sign(row.score, desk.dark()), "meta": [say(f"network.{sign(row.score)}")]}
            for row in arcs.sort_values("sentences", ascending=False, kind="stable").itertuples()
        ],
    }  # fmt: skip
    shown = [layer for layer in LAYERS if layer in on and lists[layer]]
    for column, layer in zip(st.columns(len(shown), gap="medium") if shown else (), shown, strict=True):
        with column:
            st.markdown(f"**{say(f'map.table.{layer}')}**")
            rows.show(f"map_{layer}", lists[layer], say, evidence.ask, selected=state.opened_thing("show"), height=330)


def _name(desk: Desk, place: object) -> str:
    return str(place.ar if desk.words.language == "ar" else place.en)  # type: ignore[attr-defined]
