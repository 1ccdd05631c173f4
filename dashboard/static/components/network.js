// Draws a graph whose places were computed in Python. vis-network is loaded once, from this app's own static folder.
const drawn = new WeakMap();

// The graph as it stands, on the page's ground: vis-network's own canvas is see-through.
function save(stage, ground) {
  const drawing = stage.querySelector("canvas");
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [drawing.width, drawing.height];
  const pen = picture.getContext("2d");
  pen.fillStyle = ground;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(drawing, 0, 0);
  picture.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "marsad-network.png";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}

// As wide or as high as the stage: places were computed for one shape, windows have many.
function spread(nodes, stage) {
  const [x, y] = ["x", "y"].map((axis) => nodes.map((node) => node[axis]));
  const reach = (values) => Math.max(...values) - Math.min(...values) + 120; // and the names
  const factor = stage.clientWidth / stage.clientHeight / (reach(x) / reach(y));
  const [wider, higher] = [factor, 1 / factor].map((wanted) => Math.min(Math.max(wanted, 1), 2.2));
  return nodes.map((node) => ({ ...node, x: node.x * wider, y: node.y * higher }));
}

// On a small stage names are drawn as large as can be read, the largest nodes' first, where the names and nodes that
// are larger leave them room.
const LEAST = 10.5; // pixels
const below = (node, size, raised = 0) => {
  const half = 0.27 * size * (node.label.length - 2); // without the marks of its direction
  const top = node.y + node.size + 2 - raised;
  return [node.x - half, node.x + half, top, top + 1.3 * size];
};

// All of it in view above the buttons, names with it, which reach beyond their nodes and take more of the graph the
// smaller it is drawn.
const BUTTONS = 48; // pixels
function fit(network, nodes, font, stage) {
  let scale = 1;
  for (let turn = 0; turn < 4; turn++) {
    const boxes = nodes.get().map((node) => {
      const [left, right, , bottom] = below(node, Math.max(font, LEAST / scale));
      return [Math.min(left, node.x - node.size), Math.max(right, node.x + node.size), node.y - node.size, bottom];
    });
    const [left, right, top, bottom] = [0, 1, 2, 3].map((side) =>
      Math[side % 2 ? "max" : "min"](...boxes.map((box) => box[side])),
    );
    scale = Math.min(1.4, (stage.clientWidth - 20) / (right - left), (stage.clientHeight - 20 - BUTTONS) / (bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom + BUTTONS / scale) / 2 }, scale });
  }
}

function name(network, nodes, font) {
  const scale = network.getScale();
  const size = Math.max(font, LEAST / scale);
  if (size <= font) return;
  const taken = nodes.get().map(({ x, y, size }) => [x - size, x + size, y - size, y + size, size]);
  const ceiling = Math.min(...taken.map((box) => box[2])); // of what is in view
  const sorted = [...nodes.get()].sort((a, b) => b.size - a.size);
  nodes.update(
    sorted.map((node) => {
      // Above a node, or a line further down, where there is no room below it.
      const raised = [0, 2 * node.size + 4 + 1.7 * size, -1.2 * size].find((raised) => {
        const box = below(node, size, raised);
        return box[2] >= ceiling && taken.every((other) => other[4] <= node.size || box[1] < other[0] || other[1] < box[0] || box[3] < other[2] || other[3] < box[2]);
      });
      const free = raised !== undefined;
      if (free) taken.push(below(node, size, raised));
      return { id: node.id, font: { size: free ? size : 0, strokeWidth: 3.5 / scale, vadjust: free ? -raised : 0 } };
    }),
  );
}

export default async function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const stage = parentElement.querySelector(".stage");
  stage.style.height = `${data.height}px`;
  stage.setAttribute("aria-label", data.label);
  await loaded(data.script, () => globalThis.vis?.Network);
  if (!stage.isConnected) return;
  const known = drawn.get(stage);
  if (known?.signature === data.signature) return;
  const options = {
    ...data.options,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 120, keyboard: { enabled: false }, multiselect: false, zoomView: false },
  };
  const font = data.options.nodes.font.size;
  const view = known ? { position: known.network.getViewPosition(), scale: known.network.getScale() } : null;
  known?.network.destroy();
  const tip = (item) => {
    // A text node: names from newspapers are never read as markup.
    const box = document.createElement("div");
    box.dir = data.direction;
    box.className = "tip";
    box.textContent = item.title ?? "";
    return { ...item, title: box };
  };
  const nodes = new globalThis.vis.DataSet(spread(data.nodes, stage).map(tip));
  const network = new globalThis.vis.Network(
    stage,
    { nodes, edges: new globalThis.vis.DataSet(data.edges.map(tip)) },
    options,
  );
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) setTriggerValue("picked", `node:${nodes[0]}`);
    else if (edges.length) setTriggerValue("picked", `edge:${edges[0]}`);
  });
  network.once("afterDrawing", () => (stage.dataset.drawn = data.signature));
  if (view && known.frame === data.frame) network.moveTo(view);
  else fit(network, nodes, font, stage);
  name(network, nodes, font);
  // The wheel scrolls the page; the buttons and a pinch zoom the graph.
  for (const button of parentElement.querySelectorAll("[data-zoom]")) {
    button.title = data.words[button.dataset.zoom];
    button.setAttribute("aria-label", button.title);
    button.onclick = () => {
      if (button.dataset.zoom === "fit") fit(network, nodes, font, stage);
      else if (button.dataset.zoom === "png") save(stage, data.ground);
      else network.moveTo({ scale: network.getScale() * (button.dataset.zoom === "in" ? 1.3 : 1 / 1.3) });
    };
  }
  stage.__network = network; // for tests and for the curious
  drawn.set(stage, { network, signature: data.signature, frame: data.frame });
}
