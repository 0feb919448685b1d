// @ts-check
// The peer's background: keeps the message in one transaction, then tells the
// panel. No library, no parsing, no judging.

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

const open = () =>
  new Promise((/** @type {(db: IDBDatabase) => void} */ resolve, reject) => {
    const opening = indexedDB.open("null", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("log", { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

/** @param {object} message */
async function put(message) {
  const tx = (await (opened ??= open())).transaction("log", "readwrite");
  tx.objectStore("log").put(message);
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
  });
}

chrome.runtime.onMessage.addListener((message, sender) => {
  const tab = sender.tab?.id;
  if (tab !== undefined && message.type === "page") void take(tab, message);
});

/** @param {number} tab @param {{snapshot: string, at: number}} message */
async function take(tab, { snapshot, at }) {
  await put({ at, snapshot });
  chrome.runtime.sendMessage({ type: "state", tab, state: snapshot }).catch(() => {});
}
