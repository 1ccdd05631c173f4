// Numbers that others draw, with no setting for their digits: the axes of charts, the pages of a list, the ends of a
// slider, a date that is typed. Once the desk writes Arabic-Indic digits these are turned as they are drawn, and back
// when it does so no more. What holds anything but a number, as a name on an axis may, is left alone.
(function (chosen) {
  const held = (globalThis.__marsadDigits ??= { chosen: "latn" });
  if (held.chosen === chosen) return;
  held.chosen = chosen;
  const TYPED = "[data-testid=stDateInputField]";
  const PLACES = `.js-plotly-plot :is(.xtick, .ytick), [data-testid=stPagination], [data-testid=stSlider], ${TYPED}`;
  const WRITTEN = ["0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪"];
  const NUMBER = /^(?=.*[0-9٠-٩])[0-9٠-٩,.%٬٫٪/:−\s-]+$/;
  function turn(node) {
    const [from, to] = held.chosen === "arab" ? WRITTEN : [...WRITTEN].reverse();
    delete node.parentElement.dataset.numerals;
    if (!NUMBER.test(node.data)) return;
    const text = [...node.data].map((one) => (from.includes(one) ? to[from.indexOf(one)] : one)).join("");
    if (text === node.data) return;
    // Streamlit reads a date that is typed back from the page: over it the style sheet writes what is to be seen.
    if (node.parentElement.closest(TYPED)) node.parentElement.dataset.numerals = text;
    else node.data = text;
  }
  function within(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) turn(walker.currentNode);
  }
  function look(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.parentElement?.closest(PLACES) && turn(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.closest(PLACES)) within(node);
    else node.querySelectorAll(PLACES).forEach(within);
  }
  look(document.body);
  held.watch ??= new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) type === "characterData" ? look(target) : addedNodes.forEach(look);
  });
  held.watch.observe(document.body, { childList: true, subtree: true, characterData: true });
})("%s");
