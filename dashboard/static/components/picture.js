// Buttons that save a chart of the page as a picture. Streamlit's own charts keep their Plotly to themselves, so ours
// is fetched from this host when the first picture is asked for, and draws the chart's data and layout once more.
// The page's own type, put into the picture: where it is shown, and while it is turned into pixels, no other is at hand.
const FAMILY = "IBM Plex Sans Arabic";
const [LETTER, LINE] = [5.8, 16]; // pixels that a letter and a line of what stands below take

function faces() {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      return []; // another host's: none of ours
    }
  });
  return rules.filter(({ style, type }) => type === CSSRule.FONT_FACE_RULE && style.fontFamily.includes(FAMILY) && style.fontWeight === "400");
}

const held = (blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });

async function face({ style }) {
  const [, url] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src"));
  const font = await held(await (await fetch(new URL(url, document.baseURI))).blob());
  const range = style.getPropertyValue("unicode-range");
  return `@font-face { font-family: "${FAMILY}"; src: url(${font}); font-display: swap; unicode-range: ${range}; }`;
}

// The parts of a legend or of a note, in as many lines as the picture is wide for; each in its own direction of reading.
function lines(parts, gap, width, direction) {
  const found = [];
  let room = 0;
  for (const part of parts) {
    const takes = part.replace(/<[^>]*>/g, "").length + gap.length;
    if (takes > room) found.push([]);
    room = (takes > room ? width / LETTER : room) - takes;
    found.at(-1).push(part);
  }
  return found.map((line) => `${direction === "rtl" ? "\u2067" : "\u2066"}${line.join(gap)}\u2069`);
}

async function inPixels(svg, width, height, times) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * times, height: height * times });
  const pen = canvas.getContext("2d");
  for (const wait of [0, 120, 400]) {
    // A picture's own type is looked at when it is first drawn, and is there a moment later: nothing tells when.
    await new Promise((done) => setTimeout(done, wait));
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done));
}

function hand(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function save(data, format) {
  const chart = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
  if (!chart) return;
  await loaded(data.script, () => globalThis.Plotly?.toImage);
  const { width, height, _size } = chart._fullLayout;
  // A picture stands on other grounds than the page's: it takes its own along, a title that says what it counts, and
  // what the page says below the chart.
  const below = [lines(data.legend, "\u2003", width, data.direction), ...data.notes.map((note) => lines(note, " ", width, data.direction))].flat();
  const axis = chart.layout.xaxis?.rangeslider?.visible ? 0 : _size.b;
  const rtl = data.direction === "rtl";
  const margin = { ...chart.layout.margin, t: (chart.layout.margin?.t ?? 0) + 40, b: axis + 12 + below.length * LINE };
  const [start, end] = rtl ? [1, "right"] : [0, "left"];
  const title = { text: data.title, x: rtl ? 0.98 : 0.02, y: 0.98, yref: "container", yanchor: "top", font: { size: 16 } };
  const layout = { ...chart.layout, paper_bgcolor: data.ground, margin, title, selections: [] };
  layout.annotations = [...(layout.annotations ?? []), { text: below.join("<br>"), showarrow: false, xref: "paper", yref: "paper",
    x: start, xanchor: end, align: end, y: 0, yanchor: "top", yshift: -axis - 6, font: { size: 11 } }];
  if (layout.xaxis) {
    layout.xaxis = { ...layout.xaxis, range: [...chart._fullLayout.xaxis.range], rangeselector: { visible: false },
      rangeslider: { visible: false } };
  }
  const figure = { data: chart.data, layout, config: { topojsonURL: data.topojson } };
  const size = { width, height: height + margin.t + margin.b - _size.t - _size.b };
  const drawn = await globalThis.Plotly.toImage(figure, { ...size, format: "svg", imageDataOnly: true });
  const picture = new DOMParser().parseFromString(drawn, "image/svg+xml");
  const type = picture.createElementNS(picture.documentElement.namespaceURI, "style");
  type.textContent = (await Promise.all(faces().map(face))).join("\n") +
    `.geolayer .scatterlayer text { paint-order: stroke; stroke: ${data.ground}; stroke-width: 3px; stroke-linejoin: round; }`;
  picture.documentElement.prepend(type);
  const svg = new XMLSerializer().serializeToString(picture);
  const blob = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await inPixels(svg, size.width, size.height, 2);
  hand(blob, `${data.name}.${format}`);
}

export default function (component) {
  const { data, parentElement } = component;
  const row = parentElement.querySelector(".picture");
  row.dir = data.direction;
  const label = document.createElement("span");
  label.textContent = data.label;
  const buttons = ["png", "svg"].map((format) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = format.toUpperCase();
    button.setAttribute("aria-label", `${data.label} ${format.toUpperCase()}: ${data.title}`);
    button.onclick = async () => {
      button.disabled = true;
      try {
        await save(data, format);
      } finally {
        button.disabled = false;
      }
    };
    return button;
  });
  row.replaceChildren(label, ...buttons);
}
