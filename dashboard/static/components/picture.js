// Buttons that save a chart of the page as a picture. Streamlit's own charts keep their Plotly to themselves, so ours
// is fetched from this host when the first picture is asked for, and draws the chart's data and layout once more.
function load(url) {
  if (globalThis.Plotly?.downloadImage) return Promise.resolve();
  globalThis.__marsadPlotly ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(url, document.baseURI).href;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return globalThis.__marsadPlotly;
}

async function save(data, format) {
  const chart = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
  if (!chart) return;
  await load(data.script);
  const { width, height } = chart._fullLayout;
  // A picture stands on other grounds than the page's: it takes its own along, and a title that says what it counts.
  const margin = { ...chart.layout.margin, t: (chart.layout.margin?.t ?? 0) + 40, b: (chart.layout.margin?.b ?? 0) + (data.legend ? 60 : 12) };
  const title = { text: data.title, x: data.direction === "rtl" ? 0.98 : 0.02, y: 0.98, yref: "container", yanchor: "top",
    font: { size: 16 } };
  const layout = { ...chart.layout, paper_bgcolor: data.ground, margin, title, selections: [], showlegend: data.legend };
  if (data.legend) {
    const start = data.direction === "rtl" ? { x: 1, xanchor: "right", traceorder: "reversed" } : { x: 0, xanchor: "left" };
    layout.legend = { orientation: "h", y: -0.14, ...start };
  }
  if (data.credit) {
    margin.b += 14;
    layout.annotations = [...(layout.annotations ?? []), { text: data.credit, showarrow: false, xref: "paper", yref: "paper",
      x: 0.5, y: 0, yanchor: "top", yshift: -3, font: { size: 10 } }];
  }
  if (layout.xaxis) {
    layout.xaxis = { ...layout.xaxis, range: [...chart._fullLayout.xaxis.range], rangeselector: { visible: false },
      rangeslider: { visible: false } };
  }
  const figure = { data: chart.data, layout, config: { topojsonURL: data.topojson } };
  await globalThis.Plotly.downloadImage(figure, { format, width, height: height + (data.legend ? 100 : 52), scale: format === "png" ? 2 : 1,
    filename: data.name });
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
