// @ts-check
// Lists of prospects that are made as they are needed, as tables of ours with their
// activities.

/** @typedef {Record<string, string>} List the files' text by their names */

/** The day so many days ago. */
export const ago = (/** @type {number} */ days) => new Date(Date.now() - days * 864e5).toISOString().slice(0, 10);

/** Sixty who were written to up to six times; every fifth answered. @returns {List} */
export function touched() {
  const people = ["id,name,email,account"], touches = ["id,email,at,type,direction"];
  for (let n = 0; n < 60; n++) {
    people.push(`${n},Person ${n},p${n}@x.example,Company ${n}`);
    for (let i = 0; i <= n % 6; i++) touches.push(`${n}-${i},p${n}@x.example,2026-0${3 + i}-1${n % 9},email,out`);
    if (n % 5 === 0) touches.push(`${n}-r,p${n}@x.example,2026-0${3 + (n % 6)}-28,email,in`);
  }
  return { "people.csv": people.join("\n"), "touches.csv": touches.join("\n") };
}

/** Eight prospects who got ten mails each, 150 days ago and on; every other one wrote back 30 days ago. @returns {List} */
export function silence() {
  const deals = ["id,title,contact person,organization,stage,value,country,employees"], touches = ["id,deal id,at,type,direction"];
  for (let n = 0; n < 8; n++) {
    deals.push(`${n},Deal ${n},Person ${n},Company ${n},demo,${5000 + n},,`);
    for (let i = 0; i < 10; i++) touches.push(`${n}-${i},${n},${ago(150 - 4 * i)},email,out`);
    if (n % 2 === 0) touches.push(`${n}-r,${n},${ago(30)},email,in`);
  }
  for (let n = 0; n < 12; n++) deals.push(`w${n},Won ${n},Buyer ${n % 6},Buyers ${n % 6},closed won,20000,DE,${100 + 10 * (n % 6)}`);
  return { "deals.csv": deals.join("\n"), "touches.csv": touches.join("\n") };
}
