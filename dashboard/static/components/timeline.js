// The timeline's chart: Plotly with clicks and boxes at once, marks lit from Python, and word of where it is zoomed to.
// Streamlit's own chart takes no clicks while a box can be drawn, and forgets its zoom when its figure changes.
const drawn = new WeakMap();
const NARROW = 640;

const day = (moment) => String(moment).slice(0, 10);

// The days of a range in Plotly's own words ("-0101-01-01 12:00" is possible, and is left alone).
const said = (range) => `${day(range[0])}..${day(range[1])}`;

// Lanes' names in several lines, so that a phone has room for the days.
function wrap(axis) {
  axis.ticktext = axis.ticktext.map((text) => text.replace(/(\S{3,}(?: \S{1,3})?) (?=\S)/g, "$1<br>"));
  axis.tickfont = { ...axis.tickfont, size: 11 };
}

function light(stage, chosen) {
  const wanted = new Set(chosen);
  const places = [];
  const points = [];
  stage.data.forEach((trace, place) => {
    if (!trace.customdata) return;
    places.push(place);
    const marks = [...trace.customdata];
    points.push(wanted.size ? marks.flatMap((mark, at) => (wanted.has(mark) ? [at] : [])) : null);
  });
  if (places.length) globalThis.Plotly.restyle(stage, { selectedpoints: points }, places);
}

function lanesIn(data, [a, b]) {
  const [top, bottom] = [Math.min(a, b), Math.max(a, b)];
  return data.lanes.filter((_, at) => data.edges[at] < bottom && data.edges[at + 1] > top);
}

function bind(stage, known, setTriggerValue) {
  stage.on("plotly_click", ({ points }) => {
    const mark = points.find((point) => point.customdata)?.customdata;
    if (mark) setTriggerValue("picked", `mark:${mark}`);
  });
  stage.on("plotly_selected", (event) => {
    const { data } = known;
    if (event?.range) {
      const lanes = lanesIn(data, event.range.y);
      const range = [...event.range.x].map(String).sort();
      if (lanes.length) setTriggerValue("picked", `box:${said(range)}:${lanes.join("+")}`);
    }
    if (stage.layout.selections?.length) globalThis.Plotly.relayout(stage, { selections: [] });
    light(stage, data.chosen);
  });
  stage.on("plotly_relayout", (event) => {
    if (!Object.keys(event).some((name) => name.startsWith("xaxis.") && !name.includes("slider"))) return;
    clearTimeout(known.waiting);
    known.waiting = setTimeout(() => {
      known.waiting = null;
      const now = said(stage._fullLayout.xaxis.range);
      if (now === known.at) return;
      known.at = now;
      known.sent.add(now);
      setTriggerValue("zoomed", now);
    }, 450);
  });
}

export default async function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const stage = parentElement.querySelector(".plot");
  stage.setAttribute("aria-label", data.label);
  const narrow = innerWidth < NARROW;
  const height = data.height - (narrow ? data.slider : 0);
  stage.style.minHeight = `${height}px`;
  await loaded(data.script, () => globalThis.Plotly?.react);
  if (!stage.isConnected) return;
  let known = drawn.get(stage);
  const came = data.range ? data.range.join("..") : "";
  if (known?.signature !== data.signature) {
    const figure = JSON.parse(data.figure);
    const moved = known && known.frame === data.frame && (known.waiting || known.sent.has(came) || known.came === came);
    if (moved) figure.layout.xaxis.range = [...stage._fullLayout.xaxis.range];
    else if (data.range) figure.layout.xaxis.range = data.range;
    if (narrow) {
      wrap(figure.layout.yaxis);
      figure.layout.xaxis.rangeslider.visible = false; // too low for a finger
      figure.layout.height = height;
    }
    figure.layout.dragmode = narrow ? false : (moved && stage.layout.dragmode) || "select"; // a finger scrolls the page
    const config = { ...data.config, scrollZoom: !narrow, displayModeBar: !narrow };
    await globalThis.Plotly.react(stage, figure.data, figure.layout, config);
    if (!known) {
      known = { sent: new Set() };
      drawn.set(stage, known);
      known.data = data;
      bind(stage, known, setTriggerValue);
      new ResizeObserver(() => {
        if (stage.clientWidth && stage.clientWidth !== known.width) globalThis.Plotly.Plots.resize(stage);
        known.width = stage.clientWidth;
      }).observe(stage);
    }
  } else if (came !== known.came && !known.waiting && !known.sent.has(came)) {
    // The address says another window: a link, the back button.
    await globalThis.Plotly.relayout(stage, data.range ? { "xaxis.range": data.range } : { "xaxis.range": data.home });
  }
  known.sent.delete(came);
  Object.assign(known, { signature: data.signature, frame: data.frame, data, came });
  known.at = said(stage._fullLayout.xaxis.range);
  light(stage, data.chosen);
  stage.dataset.drawn = data.signature;
}
