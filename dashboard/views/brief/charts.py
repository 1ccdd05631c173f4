"""The brief's figures as SVG: bars of what came in, the network as it is laid out, a strip of key dates."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.brief import Group
from dashboard.queries.network import Graph
from dashboard.queries.overview import GRAINS, per_period
from dashboard.views import figures, palette
from dashboard.views.desk import Desk
from dashboard.views.text import shortened

from . import lines
from .document import Figure
from .svg import drawing, hover, tag, text, width_of

WIDTH = 760.0
INK = palette.colours(dark=False)
BARS = 160  # periods; more would be hairlines
WIDEST = 48.0  # of a bar


def bars(desk: Desk, group: Group) -> Figure:
    """Articles by period, stacked by theme, the newest at the right: as the overview draws them, in its order and
    colours, with the periods in which nothing came in and without those that lie far out."""
    say = desk.words
    _, tidy, (first, last) = per_period(desk.corpus, desk.filters)
    periods = list(pd.period_range(first, last, freq=GRAINS[group.id]).start_time)[-BARS:]
    place = {period: at for at, period in enumerate(periods)}
    found = [line for line in reversed(group.lines) if line.about["low"] in place]
    colour = figures.colours(tidy)
    order = list(colour)
    most = max(sum(n for _, n in line.about["themes"]) for line in found)
    left, right, top, base = (8.0, 40.0, 10.0, 210.0) if say.rtl else (40.0, 8.0, 10.0, 210.0)
    step = (WIDTH - left - right) / len(periods)
    wide = min(step * 0.8, WIDEST)
    parts = _grid(desk, most, left, WIDTH - right, top, base)
    shown = 0.0
    for line in found:
        x, y = left + (place[line.about["low"]] + 0.5) * step, base
        for theme, n in sorted(line.about["themes"], key=lambda part: order.index(part[0])):
            height = (base - top) * n / most
            y -= height
            said = f"{lines.title(desk, line)} · {say.theme(theme)}: {say.number(int(n))}"
            parts.append(tag("rect", hover(said), x=x - wide / 2, y=y, width=wide, height=height,
                             fill=colour[theme]))  # fmt: skip
    for at, period in enumerate(periods):
        form = "%d/%m/%Y" if group.id in ("day", "week") else "%Y" if group.id == "year" else "%m/%Y"
        label = say.numerals(f"{period:{form}}")
        x, half = left + (at + 0.5) * step, width_of(label, 11) / 2
        if x - half >= shown and x + half <= WIDTH:
            parts.append(text(x, base + 16, label, fill=INK["soft"], font_size=11))
            shown = x + half + 10
    height = _key(desk, parts, [(colour[theme], say.theme(theme)) for theme in order], base + 36)
    title = say(f"overview.per_{group.id}")
    told = "; ".join(f"{lines.title(desk, line)}: {say.number(line.number)}" for line in found)
    legend = say("brief.bars")
    if len(found) < len(group.lines):
        days = say.span(group.lines[-1].about["low"], group.lines[0].about["high"])
        legend += " " + say("brief.outside", days=days)
    return Figure(drawing("bars", WIDTH, height, title, told, parts), title, legend)


def _grid(desk: Desk, most: int, left: float, right: float, top: float, base: float) -> list[str]:
    """Lines at whole numbers, said on the side that reading starts from."""
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**3, 10**4, 10**5, 10**6) if most / size <= 5)
    parts = []
    for value in range(0, most + 1, step):
        y = base - (base - top) * value / most
        parts.append(tag("line", x1=left, x2=right, y1=y, y2=y, stroke=INK["line"], stroke_width=1))
        rtl = desk.words.rtl
        parts.append(text(right + 5 if rtl else left - 5, y + 4, desk.words.number(value), "left" if rtl else "right",
                          fill=INK["soft"], font_size=11))  # fmt: skip
    return parts


def _key(desk: Desk, parts: list[str], names: list[tuple[str, str]], y: float) -> float:
    """What the colours mean, from where reading starts; gives the height that is taken."""
    rtl, at = desk.words.rtl, 0.0
    for colour, name in names:
        room = width_of(name, 12) + 34
        if at + room > WIDTH:
            at, y = 0.0, y + 20
        x = WIDTH - at if rtl else at
        parts.append(tag("rect", x=x - 12 if rtl else x, y=y - 9, width=12, height=10, rx=2, fill=colour))
        parts.append(
            text(x - 18 if rtl else x + 18, y, name, "right" if rtl else "left", rtl, fill=INK["ink"], font_size=12)
        )
        at += room
    return y + 12


def network(desk: Desk, graph: Graph) -> Figure:
    """The strongest ties where the network page has them: width by reports, size by articles."""
    say, pad = desk.words, 46.0
    spots = graph.nodes.set_index("id")[["x", "y"]].astype(float)
    low, room = spots.min(), (spots.max() - spots.min()).clip(lower=1.0)
    height = 430.0
    place = {
        id: (
            pad + (WIDTH - 2 * pad) * (x - low["x"]) / room["x"],
            pad / 2 + (height - 1.5 * pad) * (y - low["y"]) / room["y"],
        )
        for id, x, y in spots.itertuples()
    }  # fmt: skip
    most, largest = int(graph.edges["reports"].max()), int(graph.nodes["articles"].max())
    parts, told = [], []
    for edge in graph.edges.itertuples():
        (x1, y1), (x2, y2) = place[edge.source], place[edge.target]
        said = f"{desk.actor(edge.source)} – {desk.actor(edge.target)}: {say('network.reports', n=int(edge.reports))}"
        told.append(said)
        parts.append(tag("line", hover(said), x1=x1, y1=y1, x2=x2, y2=y2, stroke=INK["neutral"],
                         stroke_opacity=0.6, stroke_width=1 + 6 * (edge.reports / most) ** 0.6))  # fmt: skip
    for node in graph.nodes.itertuples():
        x, y = place[node.id]
        radius = 5 + 11 * (node.articles / largest) ** 0.5
        said = f"{desk.actor(node.id)}: {say('evidence.articles', n=int(node.articles))}"
        parts.append(tag("circle", hover(said), cx=x, cy=y, r=radius, fill=INK["accent"], stroke="#fff"))
    for node in graph.nodes.itertuples():
        x, y = place[node.id]
        radius = 5 + 11 * (node.articles / largest) ** 0.5
        name = shortened(desk.actor(node.id), 22)
        x = min(max(x, width_of(name, 12) / 2), WIDTH - width_of(name, 12) / 2)
        parts.append(text(x, y + radius + 13, name, rtl=say.rtl, fill=INK["ink"], font_size=12, font_weight=500,
                          stroke="#fff", stroke_width=3, paint_order="stroke"))  # fmt: skip
    title = say("network.title_together")
    return Figure(drawing("network", WIDTH, height, title, "; ".join(told), parts), title, say("brief.net"))


def strip(desk: Desk, group: Group) -> Figure:
    """The key dates along time, as many rows as they need: a day a point, an interval a bar, hollow where announced."""
    say, pad, row = desk.words, 14.0, 24.0
    low = min(line.about["low"] for line in group.lines)
    high = max(line.about["high"] for line in group.lines) + pd.Timedelta(days=1)
    span = max((high - low) / pd.Timedelta(days=1), 1.0)

    def at(day: pd.Timestamp) -> float:
        return float(pad + (WIDTH - 2 * pad) * ((day - low) / pd.Timedelta(days=1)) / span)

    parts: list[str] = []
    ends: list[float] = []
    marks = []
    for number, line in enumerate(group.lines, 1):
        x1, x2 = at(line.about["low"]), at(line.about["high"] + pd.Timedelta(days=1))
        x1, x2 = (x1, x2) if x2 - x1 > 20 else ((x1 + x2) / 2 - 10, (x1 + x2) / 2 + 10)
        place = next((i for i, end in enumerate(ends) if x1 > end + 3), len(ends))
        ends[place : place + 1] = [x2]
        marks.append((number, line, x1, x2, place))
    base = 10 + row * len(ends)
    for number, line, x1, x2, place in marks:
        y, ahead = base - row * (place + 1), line.about["ahead"]
        said = f"{lines.title(desk, line)}: {say('evidence.sentences', n=line.number)}"
        shape = tag("rect", hover(said), x=x1, y=y, width=x2 - x1, height=20, rx=10,
                    fill="#fff" if ahead else INK["accent"], stroke=INK["accent"], stroke_width=1.6)  # fmt: skip
        said = text((x1 + x2) / 2, y + 14.5, say.number(number), font_size=11, font_weight=600,
                    fill=INK["accent"] if ahead else "#fff")  # fmt: skip
        parts.append(tag("a", shape, said, href=f"#date-{number}"))
    parts.append(tag("line", x1=pad, x2=WIDTH - pad, y1=base + 4, y2=base + 4, stroke=INK["soft"]))
    for step in range(5):
        day = low + (high - low) * step / 4
        x = at(day)
        parts.append(tag("line", x1=x, x2=x, y1=base + 4, y2=base + 9, stroke=INK["soft"]))
        side = "left" if not step else "right" if step == 4 else "middle"
        parts.append(text(x, base + 24, say.numerals(f"{day:%d/%m/%Y}"), side, fill=INK["soft"], font_size=11))
    title = say("brief.group.dates")
    told = "; ".join(f"{say.number(number)}: {lines.title(desk, line)}" for number, line in enumerate(group.lines, 1))
    return Figure(drawing("strip", WIDTH, base + 32, title, told, parts), title, say("brief.strip"))
