// What the browser does otherwise than a reader expects; done once a tab.
(function () {
  if (globalThis.__marsadBrowser) return;
  globalThis.__marsadBrowser = true;

  // Choices are found by what is typed once both are in lower case, which Arabic has none of: here alef without its hamza,
  // ya without its dots and the like are its lower case, letter for letter, and ايران finds إيران.
  const [WRITTEN, TYPED] = ["أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩", "اااايهوي0123456789"];
  const folded = Object.fromEntries([...WRITTEN].map((letter, at) => [letter, TYPED[at]]));
  const letters = new RegExp(`[${WRITTEN}]`, "g");
  const lower = String.prototype.toLowerCase;
  String.prototype.toLowerCase = function () {
    return lower.call(this).replace(letters, (letter) => folded[letter]);
  };

  // On a phone the list of pages lies over the page: once one of them is chosen it makes room.
  document.addEventListener("click", ({ target }) => {
    if (innerWidth > 640 || !target.closest("[data-testid=stSidebarNavLink]")) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click());
  });

  // Light or dark is chosen for the desk; Streamlit keeps it for the address at which the desk was opened alone.
  const keep = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    const version = /^stActiveTheme-.*(-v\d+)$/.exec(key)?.[1];
    const pages = document.querySelectorAll("[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]");
    if (version) for (const { pathname } of pages) keep.call(this, `stActiveTheme-${pathname}${version}`, value);
    keep.call(this, key, value);
  };

  // The link to what is seen, for somebody else: it says the language too, which a bare address leaves to the browser.
  document.addEventListener("click", ({ target }) => {
    if (!target.closest(".st-key-link button")) return;
    const link = new URL(location.href);
    link.searchParams.set("lang", navigator.language.slice(0, 2)); // the desk's own, see `frame.SPEAK`
    if (navigator.clipboard) navigator.clipboard.writeText(link.href).catch(() => copied(link.href));
    else copied(link.href);
  });

  // On a network without a certificate browsers have no clipboard for pages; what is marked they copy all the same.
  function copied(text) {
    const held = Object.assign(document.createElement("textarea"), { value: text });
    const focused = document.activeElement;
    document.body.append(held);
    held.select();
    document.execCommand("copy");
    held.remove();
    focused?.focus();
  }

  // A page is gone to by bare addresses, and its view is written into one of them a moment later, at times into that of
  // the page that is left. All that is one step: the way back leads to the view that one came from, not to a page that
  // has forgotten what it was filtered by, or to one with another's view.
  const push = history.pushState;
  const moment = (since) => Date.now() - since < 10000;
  let [bare, written] = [0, 0];
  history.pushState = function (state, unused, url) {
    const next = new URL(url ?? location.href, location.href);
    const same = next.search === location.search && next.pathname !== location.pathname;
    const passing = location.search ? same && moment(written) : moment(bare);
    written = passing && next.search ? Date.now() : 0;
    bare = !next.search && (location.search || passing) ? Date.now() : 0;
    return passing ? history.replaceState(state, unused, url) : push.call(this, state, unused, url);
  };
})();
