// The panel of evidence for keyboard and screen reader: a region with a name, which takes the keyboard when it opens and
// gives it back, to the row or the chart that it was on, when it is closed.
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

// Rows are drawn anew when one of them is opened: the one that was left is told by its id in the list it stood in.
function place(element) {
  const root = element.getRootNode();
  return () => (element.isConnected ? element : [...root.querySelectorAll("[data-id]")].find((row) => row.dataset.id === element.dataset.id));
}

export default function ({ data, parentElement }) {
  const panel = parentElement.querySelector("span").getRootNode().host.closest(".st-key-evidence");
  const now = (globalThis.__marsadPanel ??= {});
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", data.label);
  panel.tabIndex = -1;
  panel.onkeydown = (event) => {
    if (event.key === "Escape") panel.querySelector(".st-key-evidence_close button").click();
  };
  if (now.panel !== panel || now.question !== data.question) {
    const left = focused();
    if (!now.panel?.contains(left?.getRootNode().host ?? left)) now.back = left && place(left);
    const [opened] = performance.getEntriesByType("navigation");
    const linked = !now.question && new URL(opened.name).searchParams.get("show") === data.question;
    Object.assign(now, { panel, question: data.question });
    if (!linked) panel.focus({ preventScroll: true }); // a link opens a page at its top
  }
  return () =>
    setTimeout(() => {
      if (panel.isConnected) return; // drawn anew
      now.panel = null;
      if (focused() === document.body) now.back?.()?.focus({ preventScroll: true });
    });
}
