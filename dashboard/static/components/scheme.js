// Streamlit turns light or dark by itself and asks for nothing; charts hold the colours that they were sent with.
export default function ({ parentElement, setTriggerValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  const scheme = () => getComputedStyle(app).colorScheme;
  let last = scheme();
  parentElement.watching?.disconnect();
  parentElement.watching = new MutationObserver(() => {
    if (scheme() === last) return;
    last = scheme();
    setTriggerValue("turned", last);
  });
  parentElement.watching.observe(app, { attributes: true, attributeFilter: ["class"] });
}
