// @ts-check
// The peer's panel: parses the snapshot, and paints who it is, how many messages
// there are and the newest of them.

const channel = new MessageChannel();
const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
let shown = { tab: 0, url: "" };

// The same end of a drawing as in wasm/panel: after the next frame, in a turn of its own.
channel.port1.onmessage = () => {
  performance.clearMarks("painted");
  performance.mark("painted", { detail: shown });
};

const rowsShown = 10;

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message.type !== "state" || sender.tab) return;
  const page = JSON.parse(message.state);
  const mails = page.lists.messages.items.map((/** @type {any} */ m) => m.fields);
  const to = page.lists.messages.items.at(-1).lists.to.items[0].fields;
  byId("who").textContent = `${to.name.value} ${to.email.value}`;
  byId("count").textContent = `${mails.length} messages: ${page.fields.subject.value}`;
  byId("last").textContent = mails.at(-1).text.value;
  const rows = mails.slice(-rowsShown).map((/** @type {any} */ m) => {
    const row = document.createElement("li");
    row.textContent = `${m.name.value}, ${m.shown.value}`;
    return row;
  });
  byId("rows").replaceChildren(...rows);
  shown = { tab: message.tab, url: page.url };
  requestAnimationFrame(() => channel.port2.postMessage(0));
});
