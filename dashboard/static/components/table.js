// A table whose lines open what they name: sorted by the server, copies folded below the line that they repeat.
// Everything is set as text, never as markup.
const opened = new WeakMap();

function head(column, data, sort) {
  const cell = make("th", `c-${column.id}`);
  cell.scope = "col";
  cell.setAttribute("aria-sort", column.sorted || "none");
  const button = make("button", "", column.label);
  button.append(make("span", "arrow", { ascending: " ▲", descending: " ▼" }[column.sorted] || ""));
  button.addEventListener("click", () => sort(column.id));
  cell.append(button);
  return cell;
}

function line(row, data, pick, className) {
  const item = make("tr", className);
  item.dataset.id = row.id;
  for (const { id } of data.columns) {
    const cell = make("td", `c-${id}`);
    const text = row.cells[id] ?? "";
    if (id === "title") {
      const link = make("a", "", text);
      link.href = row.href;
      link.dir = "auto";
      cell.append(link);
    } else if (id === "copies" && row.more?.length) {
      const button = make("button", "more", text);
      button.setAttribute("aria-label", row.more_label);
      button.title = row.more_label;
      cell.append(button);
    } else {
      cell.append(make("bdi", "", text));
    }
    item.append(cell);
  }
  item.addEventListener("click", (event) => {
    if (event.target.closest(".more") || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    pick(row.id);
  });
  return item;
}

function lines(row, data, pick, open) {
  const item = line(row, data, pick, "row");
  if (!row.more?.length) return [item];
  const note = make("tr", "note");
  const said = make("td", "", row.more_label);
  said.colSpan = data.columns.length;
  note.append(said);
  const inside = [note, ...row.more.map((child) => line(child, data, pick, "row child"))];
  const button = item.querySelector(".more");
  const turn = () => {
    button?.setAttribute("aria-expanded", String(open.has(row.id)));
    for (const child of inside) child.hidden = !open.has(row.id);
  };
  button?.addEventListener("click", () => {
    if (!open.delete(row.id)) open.add(row.id);
    turn();
  });
  turn();
  return [item, ...inside];
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const table = parentElement.querySelector("table");
  table.dir = data.direction;
  table.setAttribute("aria-label", data.label);
  if (!opened.has(table)) opened.set(table, new Set());
  const top = make("tr");
  top.append(...data.columns.map((column) => head(column, data, (id) => setTriggerValue("sorted", id))));
  table.tHead.replaceChildren(top);
  const pick = (id) => setTriggerValue("picked", id);
  table.tBodies[0].replaceChildren(...data.rows.flatMap((row) => lines(row, data, pick, opened.get(table))));
}
