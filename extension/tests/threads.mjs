// @ts-check
// Gmail threads with one invented prospect, made to measure: so many days ago
// each mail, in words of the test's choice.

/** @typedef {{to: string, name: string}} Prospect */
/** @typedef {{theirs?: boolean, day: number, text: string}} Mail day: how many days ago */

/** A thread whose mails stand in it as they are. @param {Prospect} prospect @param {Mail[]} mails @param {number} [now] ms; a thread that is made again is the same with the same one */
export function thread({ to, name }, mails, now = Date.now()) {
  const escaped = name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const them = `<span class="gD" email="${to}" name="${escaped}">${escaped}</span>`;
  const me = `<span class="gD" email="robin@cleanbreak-demo.example" name="Robin Vale">Robin Vale</span>`;
  const other = (/** @type {string} */ who) => who.replace("gD", "g2");
  const all = mails.map(({ theirs, day, text }, i) => {
    const id = ((BigInt(Math.round(now - day * 864e5)) << 20n) + BigInt(to.length * 100 + i)).toString(16);
    return `<div role="listitem"><div class="adn ads" data-message-id="#msg-f:${BigInt("0x" + id)}" data-legacy-message-id="${id}">
      ${theirs ? them : me}<span class="hb">to ${other(theirs ? me : them)}</span><div class="ii gt"><div class="a3s aiL">${text}</div></div></div></div>`;
  });
  return {
    url: `https://mail.google.com/mail/u/0/#inbox/FMfcgz${to.replace(/\W/g, "")}`,
    html: `<!doctype html><title>Planning - robin@cleanbreak-demo.example - Gmail</title><div role="main">
      <h2 class="hP" data-thread-perm-id="thread-f:${to.length}" data-legacy-thread-id="${to.length}">Planning</h2><div role="list">${all.join("")}</div></div>`,
  };
}
