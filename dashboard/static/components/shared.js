// What several components need: a script of this app's own static folder, loaded once for the whole page.
function loaded(url, there) {
  if (there()) return Promise.resolve();
  const known = (globalThis.__marsadScripts ??= {});
  known[url] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(url, document.baseURI).href;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return known[url];
}

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
};

