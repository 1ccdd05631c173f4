// The map: Plotly, and a part of the world for the shape that the window has room for. A phone is held upright: its map
// is as high as it is wide, of the narrower part that most is written about, with marks and names that leave it room.
const drawn = new WeakMap();
const NARROW = 640;
const HIGHEST = 600;
const MARK = 0.62; // what a mark takes on a phone of what it takes elsewhere

function composed(data, shape, named, narrow, width) {
  const { data: traces, layout } = JSON.parse(data.figure);
  Object.assign(layout.geo, {
    projection: { type: shape.projection },
    lonaxis: { range: shape.lon },
    lataxis: { range: shape.lat },
    center: shape.center,
  });
  const [, lon, lat, text] = named;
  const names = { type: "scattergeo", mode: "text", lon, lat, text, hoverinfo: "skip", showlegend: false, textfont: data.font };
  for (const { mode, marker, line } of narrow ? traces : []) {
    if (mode === "markers") marker.size = [].concat(marker.size).map((size) => size * MARK);
    if (line) line.width *= 0.75;
  }
  layout.height = height(shape, width);
  layout.dragmode = narrow ? false : "pan"; // a finger scrolls the page, until there is something to move to
  return [[...traces, names], layout];
}

const height = (shape, width) => Math.round(Math.min(HIGHEST, width / shape.ratio));

// The names that have room on a map of that width: Plotly's frame takes a little less of it.
const fitting = (shape, width) =>
  shape.names.findLast(([least]) => least <= 0.98 * height(shape, width) * shape.ratio) ?? [0, [], [], []];

function bind(stage, known, setTriggerValue) {
  stage.on("plotly_click", ({ points }) => {
    const asked = points.find((point) => point.customdata)?.customdata;
    if (asked) setTriggerValue("picked", String(asked));
  });
  stage.on("plotly_relayout", (event) => {
    if (!known.narrow || !("geo.projection.scale" in event || "geo.center.lon" in event)) return;
    const dragmode = stage._fullLayout.geo.projection.scale > known.scale * 1.01 ? "pan" : false;
    if (dragmode !== stage._fullLayout.dragmode) globalThis.Plotly.relayout(stage, { dragmode });
  });
}

export default async function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const stage = parentElement.querySelector(".plot");
  stage.setAttribute("aria-label", data.label);
  await loaded(data.script, () => globalThis.Plotly?.react);
  if (!stage.isConnected) return;
  const known = drawn.get(stage) ?? {};
  known.draw = async () => {
    const narrow = innerWidth < NARROW;
    const shape = narrow ? data.narrow : data.wide;
    // No wider than the map gets at its highest: its buttons would stand beside it.
    stage.style.maxInlineSize = `${Math.round(HIGHEST * shape.ratio)}px`;
    const named = fitting(shape, stage.clientWidth);
    if (known.signature === data.signature && known.narrow === narrow && known.fit === named[0]) return;
    Object.assign(known, { signature: data.signature, narrow, shape, fit: named[0] });
    const [traces, layout] = composed(data, shape, named, narrow, stage.clientWidth);
    layout.uirevision += `${known.shape.lon} ${known.shape.lat}`; // what was zoomed stays while sentences are read
    await globalThis.Plotly.react(stage, traces, layout, data.config);
    known.scale ??= stage._fullLayout.geo.projection.scale;
  };
  const first = !drawn.has(stage);
  drawn.set(stage, known);
  stage.inert = first; // Plotly shows its buttons before there is a map that they could move
  await known.draw();
  if (!first) return;
  bind(stage, known, setTriggerValue);
  stage.inert = false;
  new ResizeObserver(async () => {
    if (!stage.clientWidth || stage.clientWidth === known.width) return;
    known.width = stage.clientWidth;
    await known.draw();
    globalThis.Plotly.relayout(stage, { height: height(known.shape, known.width) });
  }).observe(stage);
}
