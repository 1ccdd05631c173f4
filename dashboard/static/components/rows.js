// A list of rows that can be picked: names with a number and a bar, or sentences with their marks.
// Everything is set as text, never as markup: what newspapers write can't become part of the page.
function body(pieces, direction) {
  const block = make("div", "body");
  if (direction) block.dir = direction;
  for (const piece of pieces) {
    const line = make("p");
    for (const [text, mark] of piece) line.append(mark ? make("mark", mark, text) : text);
    block.append(line);
  }
  return block;
}

function draw(row, data, pick) {
  const kind = row.href ? "a" : row.id ? "button" : "div";
  const item = make(kind, `row${row.id && row.id === data.selected ? " selected" : ""}${row.quiet ? " quiet" : ""}`);
  if (row.href) item.href = row.href;
  if (row.id) {
    item.dataset.id = row.id;
    item.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return; // a new tab takes the link
      event.preventDefault();
      pick(row.id);
    });
  }
  if (row.checked !== undefined) {
    item.setAttribute("role", "checkbox");
    item.setAttribute("aria-checked", String(row.checked));
    item.append(make("span", "check"));
  } else if (kind === "button") item.setAttribute("aria-pressed", String(row.id === data.selected));
  if (row.bar) {
    const bar = make("span", "bar");
    bar.style.inlineSize = `${Math.max(1, row.bar * 100)}%`;
    item.append(bar);
  }
  if (row.swatch) {
    const swatch = make("span", "swatch");
    swatch.style.background = row.swatch;
    item.append(swatch);
  }
  const main = make("div", "main");
  const tag = row.tag && make("span", `tag ${row.tone || ""}`, row.tag);
  if (row.lead) {
    const head = make("div", "head");
    head.append(make("span", "lead", row.lead));
    if (tag) head.append(tag);
    main.append(head);
  }
  if (row.title) {
    const title = make("span", "title", row.title);
    title.dir = "auto";
    if (data.look === "lines") title.title = row.title; // what the line has no room for
    main.append(title);
  }
  if (row.body) main.append(body(row.body, row.dir));
  if (row.meta) {
    const meta = make("div", "meta");
    for (const part of row.meta) meta.append(make("bdi", flows(part, data.direction) ? "long" : "", part), " ");
    main.append(meta);
  }
  item.append(main);
  if (tag && !row.lead) item.append(tag);
  if (row.number !== undefined) item.append(make("span", "number", row.number));
  if (row.change !== undefined) item.append(make("span", `change ${row.tone || ""}`, row.change));
  return row.also ? beside(item, row.also, pick) : item;
}

// Whether a note is long, and written as the page is: another direction's lines, begun in the middle of one, are a riddle.
const flows = (text, direction) => text.length > 34 && /^[^A-Za-z\u0600-\u06ff]*[\u0600-\u06ff]/.test(text) === (direction === "rtl");

// A second place that a row leads to, as a link of its own beside it.
function beside(item, also, pick) {
  const pair = make("div", "pair");
  const link = make(also.href ? "a" : "button", "also", also.label); // a place, or something to do
  if (also.href) link.href = also.href;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    pick(also.id);
  });
  pair.append(item, link);
  return pair;
}

// Lines fade where the list goes on beyond its frame: many screens show no scroll bar.
const watched = new WeakSet();

function hint(list) {
  const show = () => {
    list.toggleAttribute("data-above", list.scrollTop > 4);
    list.toggleAttribute("data-below", list.scrollHeight - list.clientHeight - list.scrollTop > 4);
  };
  if (!watched.has(list)) {
    watched.add(list);
    list.addEventListener("scroll", show, { passive: true });
    new ResizeObserver(show).observe(list);
  }
  show();
}

// What is open stays open when the list is drawn again.
const opened = new WeakMap();

function folded(row, data, pick, open) {
  const group = make("div", "group");
  const more = make("button", "more", row.more_label);
  const inside = make("div", "inside");
  inside.append(...row.more.map((child) => draw(child, data, pick)));
  const turn = () => {
    const shown = open.has(row.id);
    more.setAttribute("aria-expanded", String(shown));
    inside.hidden = !shown;
  };
  more.addEventListener("click", () => {
    if (!open.delete(row.id)) open.add(row.id);
    turn();
  });
  turn();
  group.append(draw(row, data, pick), more, inside);
  return group;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const list = parentElement.querySelector(".rows");
  list.dir = data.direction;
  list.className = `rows ${data.look || ""}`;
  list.style.maxHeight = data.height ? `var(--rows, ${data.height})` : "";
  if (!opened.has(list)) opened.set(list, new Set());
  const pick = (id) => setTriggerValue("picked", id);
  const held = list.getRootNode().activeElement?.dataset?.id; // the keyboard stays where it was
  list.replaceChildren(
    ...data.rows.map((row) => {
      const line = make("div", "line");
      line.setAttribute("role", "listitem");
      line.append(row.more?.length ? folded(row, data, pick, opened.get(list)) : draw(row, data, pick));
      return line;
    }),
  );
  if (held) [...list.querySelectorAll("[data-id]")].find((row) => row.dataset.id === held)?.focus({ preventScroll: true });
  hint(list);
}
