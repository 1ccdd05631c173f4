// The article as written, with every finding marked. Text nodes only: an article can't bring markup of its own.
const bound = new WeakMap();

function stretch(piece, tips) {
  const places = ["here", "hit"].filter((name) => piece[name]); // where a link led, what was searched for
  if (!piece.kinds?.length) {
    return places.length ? make("span", places.join(" "), piece.text) : document.createTextNode(piece.text);
  }
  const mark = make("span", ["m", ...piece.kinds.map((kind) => `k-${kind}`), ...places, ...(piece.cut ?? []).map((side) => `cut-${side}`), piece.judged ? "judged" : ""].join(" "), piece.text);
  mark.dataset.tips = piece.tips.join(" ");
  if (!piece.text.trim()) return mark; // the blank between two findings is no stop for the keyboard
  mark.tabIndex = 0;
  mark.setAttribute("role", "note"); // a mark may not have a name of its own
  mark.setAttribute("aria-label", `${piece.text}: ${piece.tips.map((tip) => tips[tip][0]).join("; ")}`);
  return mark;
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".reader");
  const tipBox = parentElement.querySelector(".tip");
  root.className = `reader ${data.on.map((kind) => `on-${kind}`).join(" ")}`;
  root.dir = data.direction;
  if (root.dataset.signature !== data.signature) {
    root.dataset.signature = data.signature;
    const blocks = data.blocks.map(({ tag, pieces }) => {
      const block = make(tag);
      for (const piece of pieces) block.append(stretch(piece, data.tips));
      return block;
    });
    root.replaceChildren(...blocks);
    (root.querySelector(".here") ?? root.querySelector(".hit"))?.scrollIntoView({ block: "center" });
  }
  const show = (mark) => {
    const shown = mark.dataset.tips.split(" ").filter((tip) => data.on.includes(data.tips[tip][1]));
    if (!shown.length) return hide();
    tipBox.dir = data.interface;
    tipBox.replaceChildren(
      ...shown.map((tip) => {
        const [name, kind, ...lines] = data.tips[tip];
        const box = make("div", `about k-${kind}`);
        box.append(make("b", "", name), ...lines.map((line) => make("span", "", line)));
        return box;
      }),
    );
    tipBox.hidden = false;
    const frame = parentElement.querySelector(".frame").getBoundingClientRect();
    const place = mark.getClientRects()[0];
    const left = Math.min(Math.max(place.left - frame.left, 0), Math.max(frame.width - tipBox.offsetWidth - 4, 0));
    tipBox.style.left = `${left}px`;
    const below = place.bottom - frame.top + 6;
    const above = place.top - frame.top - tipBox.offsetHeight - 6;
    tipBox.style.top = `${below + tipBox.offsetHeight > frame.height && above > 0 ? above : below}px`;
  };
  const hide = () => (tipBox.hidden = true);
  // Rebound at every rerun: what is switched on has changed.
  bound.get(root)?.abort();
  const until = new AbortController();
  bound.set(root, until);
  const on = (names, act) => names.forEach((name) => root.addEventListener(name, act, { signal: until.signal }));
  on(["mouseover", "focusin"], (event) => (event.target.classList.contains("m") ? show(event.target) : hide()));
  on(["mouseleave", "focusout"], hide);
  on(["scroll"], () => {
    const focused = root.getRootNode().activeElement; // the keyboard's way to a finding may scroll to it
    return focused?.classList.contains("m") ? show(focused) : hide();
  });
  for (const mark of root.querySelectorAll(".m[tabindex]")) {
    const shown = mark.dataset.tips.split(" ").some((tip) => data.on.includes(data.tips[tip][1]));
    mark.tabIndex = shown ? 0 : -1;
  }
  on(["keydown"], (event) => event.key === "Escape" && hide());
}
