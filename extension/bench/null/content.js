// @ts-check
// The peer's reader. It reads nothing: the bench hands it the snapshot that our
// own reader sent. It sends as late after a change of the page as ours does, and
// from an idle callback as ours does, so that both measure on a page at rest.

(() => {
  const pause = 400; // ms, as in extension/content.js
  let snapshot = "";
  let timer = 0;

  addEventListener("bench-snapshot", (event) => void (snapshot = /** @type {CustomEvent} */ (event).detail));

  const send = () => {
    timer = 0;
    if (!snapshot) return;
    void chrome.runtime.sendMessage({ type: "page", snapshot, at: performance.timeOrigin + performance.now() }).catch(() => {});
    snapshot = "";
  };
  const changed = () => (timer ||= window.setTimeout(() => requestIdleCallback(send, { timeout: 100 }), pause));
  new MutationObserver(changed).observe(document, { subtree: true, childList: true, characterData: true });
})();
