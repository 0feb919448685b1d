// The sync endpoint as one would write it with Hono on a Durable Object: the same
// checks, the same tables, the same statements, so that what the benchmark
// compares is Go in the isolate with JavaScript in the isolate. It is a peer to
// measure against and has nothing but this endpoint.
import { Hono } from "hono";
import { createHash, createHmac, randomBytes } from "node:crypto";

const TAG = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const WORD = /^[a-z-]{1,32}$/;
const BASE64 = /^[A-Za-z0-9_-]*$/;
const TOKEN = /^cbd_[A-Za-z0-9_-]{47}$/;
const MAX_BODY = 512 * 1024;
const MAX_EVENT = 8192;

const tag = (v) => typeof v === "string" && TAG.test(v);
const word = (v) => typeof v === "string" && WORD.test(v);
const yes = (v) => typeof v === "boolean";
const moment = (v) => Number.isSafeInteger(v) && v >= -62135596800000 && v <= 253402300799999;
const whole = (v) => Number.isSafeInteger(v) && v >= 0;
const base64 = (least, most) => (v) =>
  typeof v === "string" && v.length >= least && v.length <= most && v.length % 4 !== 1 && BASE64.test(v);
const tags = (v) => Array.isArray(v) && v.length <= 64 && v.every(tag) && new Set(v).size === v.length;

/** Fields of an event, in the order of its canonical form. */
const FIELDS = {
  id: tag, kind: word, who: tags, at: moment, key: tag, accounts: tags, message: tag, target: tag, same: tag,
  channel: word, direction: word, disposition: word, by_hand: yes, done: yes, by: word, verdict: word, reason: word,
  until: moment, starts: moment, base: tags, version: whole, extra: base64(0, 1024), sealed: base64(38, 8192),
};
const VERDICTS = new Set(
  ["stop", "won", "lost", "hand-off", "break-up", "pause", "last-try", "your-turn", "keep", "invest", "lift-stop"]);

/** What is wrong with an event: a code, or "". */
function problem(e) {
  if (typeof e !== "object" || e === null || Array.isArray(e)) return "wrong-type";
  for (const name in e) {
    const good = FIELDS[name];
    if (!good) return "unknown-field";
    if (!good(e[name])) return "wrong-type";
  }
  if (!e.id || !e.kind || e.at === undefined || !e.key || !e.sealed) return "missing-field";
  const named = e.who?.length > 0;
  switch (e.kind) {
    case "touch": case "reply":
      if (e.direction !== (e.kind === "touch" ? "out" : "in")) return "unknown-word";
      return named && e.channel ? "" : "missing-field";
    case "link": case "unlink": return e.who?.length === 2 ? "" : "wrong-length";
    case "reading": return named && e.target ? "" : "missing-field";
    case "decision": return !VERDICTS.has(e.verdict) ? "unknown-word" : named ? "" : "missing-field";
    case "card": case "promise": case "meeting": case "erase": return named ? "" : "missing-field";
    case "playbook": return e.version > 0 ? "" : "missing-field";
  }
  return "";
}

/** The event's canonical form. */
function canonical(e) {
  const out = {};
  for (const name in FIELDS) {
    const v = e[name];
    if (v === undefined || ((v === "" || v === 0 || v === false || v.length === 0) && name !== "at")) continue;
    out[name] = v;
  }
  return JSON.stringify(out);
}

const failure = (c, status, code, title) =>
  c.body(JSON.stringify({ type: `urn:cleanbreak:problem:${code}`, title, status, code }), status,
    { "content-type": "application/problem+json", "cache-control": "no-store" });

const ENTER = `UPDATE device SET used = iif(minute = ?2, used + 1, 1), minute = ?2 WHERE token = ?1 AND removed = 0
  RETURNING id, member, role, used`;
const LOOK_UP = `SELECT (?4 = 0 OR EXISTS (SELECT 1 FROM event WHERE seq = ?4 AND tag = ?5)) AS holds,
  (SELECT ifnull(max(seq), 0) FROM event) AS seq, (SELECT ifnull(max(id), 0) FROM person) AS last,
  (SELECT json_group_array(event.id) FROM json_each(?1)
    CROSS JOIN about ON pseudonym = substr(value, 1, 22) AND mark = substr(value, 23, 11)
    CROSS JOIN event ON event.seq = about.seq AND event.id = substr(value, 23)) AS known,
  (SELECT json_group_array(json_array(pseudonym, person, erased, ifnull(length(decisions) > 2 AND json_array_length(decisions) > 1, 0)))
    FROM identity LEFT JOIN person ON person.id = identity.person WHERE pseudonym IN (SELECT value FROM json_each(?2))) AS people,
  (SELECT json_group_array(DISTINCT value) FROM json_each(?3)
    CROSS JOIN identity AS this ON this.pseudonym = substr(value, 1, 22) AND this.person <> 0
    CROSS JOIN identity AS linked ON linked.person = this.person
    CROSS JOIN about ON about.pseudonym = linked.pseudonym AND about.mark = substr(value, 23)) AS seen,
  (SELECT json_group_array(id) FROM sealing_key) AS keys`;
const EVENT = `INSERT INTO event (seq, tag, id, kind, entry) VALUES (?, ?, ?, ?, ?)`;
const ABOUT = `INSERT INTO about (pseudonym, mark, seq) SELECT value->>0, value->>1, value->>2 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`;
const IDENTITIES = `INSERT INTO identity (pseudonym, person) SELECT value->>0, value->>1 FROM json_each(?1)`;
const TALLIES = `INSERT INTO tally (person, channel, direction, n)
  SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?1) WHERE true ON CONFLICT DO UPDATE SET n = n + excluded.n`;
const PEOPLE = `INSERT INTO person (id, changed, last_touch, last_reply, contact)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?1) WHERE true
  ON CONFLICT DO UPDATE SET changed = excluded.changed, last_touch = max(last_touch, excluded.last_touch),
    last_reply = max(last_reply, excluded.last_reply), contact = max(contact, excluded.contact)`;
const PULL = `SELECT group_concat(entry, ',') AS entries, max(seq) AS last,
    (SELECT seq || '.' || tag FROM event WHERE seq = (SELECT max(seq) FROM (SELECT seq FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2 + 0))) AS cursor,
    (SELECT max(seq) FROM event) AS newest, (SELECT sealing_key FROM team) AS key
  FROM (SELECT seq, entry FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2 + 0)`;

const NOBODY = "----------------------";
const SCHEMA = __SCHEMA__; // the Worker's own, put here by the build

export class Team {
  constructor(state, env) {
    this.sql = state.storage.sql;
    this.storage = state.storage;
    this.env = env;
    this.app = new Hono();
    this.app.put("/v1/teams/:team", (c) => this.create(c));
    this.app.post("/v1/teams/:team/sync", (c) => this.sync(c));
  }

  fetch(request) {
    return this.app.fetch(request);
  }

  /** A team with one device, for the benchmark. */
  async create(c) {
    const { setup, key, public_key } = await c.req.json();
    if (setup !== this.env.SETUP_SECRET) return failure(c, 403, "setup-refused", "The set-up secret is not right.");
    const token = createHash("sha256").update(c.req.header("authorization").slice(7)).digest("base64url");
    const [device, member] = [randomBytes(16).toString("base64url"), randomBytes(16).toString("base64url")];
    this.storage.transactionSync(() => {
      for (const statement of SCHEMA) this.sql.exec(statement);
      this.sql.exec("INSERT INTO team (id, created, sealing_key) VALUES (?, ?, ?)", c.req.param("team"), Date.now(), key);
      this.sql.exec("INSERT INTO sealing_key (id, created) VALUES (?, ?)", key, Date.now());
      this.sql.exec("INSERT INTO device (token, id, member, role, public_key, created) VALUES (?, ?, ?, 'manager', ?, ?)",
        token, device, member, public_key, Date.now());
    });
    return c.json({ device, member, role: "manager" });
  }

  async sync(c) {
    const origin = c.req.header("origin");
    if (origin && !/^(chrome|moz)-extension:\/\//.test(origin)) return failure(c, 403, "origin-refused", "Extensions only.");
    if (c.req.header("content-encoding")) return failure(c, 415, "compressed", "Compressed bodies are not taken.");
    if (!/^application\/json/i.test(c.req.header("content-type") ?? "")) return failure(c, 415, "not-json", "The body must be JSON.");
    if (Number(c.req.header("content-length") ?? 0) > MAX_BODY) return failure(c, 413, "body-too-large", "The body is too large.");
    const text = await c.req.text();
    if (text.length > MAX_BODY) return failure(c, 413, "body-too-large", "The body is too large.");
    return this.storage.transactionSync(() => this.round(c, text));
  }

  round(c, text) {
    const bearer = c.req.header("authorization") ?? "";
    const token = bearer.slice(7);
    const body = token.slice(0, 47);
    const sum = createHash("sha256").update("cleanbreak token " + body).digest().subarray(0, 3).toString("base64url");
    if (!bearer.startsWith("Bearer ") || !TOKEN.test(token) || sum !== token.slice(47)) return failure(c, 401, "unknown-token", "Not of the team.");
    const now = Date.now();
    const [by] = this.sql.exec(ENTER, createHash("sha256").update(token).digest("base64url"), Math.floor(now / 60000)).toArray();
    if (!by) return failure(c, 401, "unknown-token", "Not of the team.");
    if (by.used > Number(this.env.REQUESTS_PER_MINUTE)) return failure(c, 429, "too-many-requests", "Wait a minute.");
    let frame;
    try {
      frame = JSON.parse(text);
    } catch {
      return failure(c, 400, "malformed", "The body is not JSON.");
    }
    const { client, cursor, limit = 500, events, ...more } = frame;
    const at = cursor === "0" ? ["0", "0", ""] : /^([1-9]\d{0,15})\.([A-Za-z0-9_-]{11})$/.exec(cursor);
    if (Object.keys(more).length || !whole(client) || !whole(limit) || limit > 500 || !Array.isArray(events) || events.length > 200) {
      return failure(c, 400, "wrong-type", "The body is not a frame.");
    }
    if (!at) return failure(c, 400, "wrong-cursor", "The cursor is not one of ours.");
    const reply = this.push(c.req.param("team"), by, Number(at[1]), at[2], events, now);
    const [page] = this.sql.exec(PULL, Number(at[1]), limit).toArray();
    const end = page.last === null ? cursor : page.cursor;
    return c.body(`{"acknowledged":${JSON.stringify(reply.acknowledged)},"refused":${JSON.stringify(reply.refused)},"events":[${page.entries ?? ""}],` +
      `"cursor":"${end}","more":${page.last !== null && page.newest > page.last},"key":"${page.key}"}`, 200,
      { "content-type": "application/json", "cache-control": "no-store" });
  }

  push(team, by, seq, cursorTag, offers, now) {
    const acknowledged = [], refused = [], good = [], ids = [], marks = [], who = new Set();
    for (const { event: e, ...more } of offers) {
      const code = Object.keys(more).length ? "unknown-field" : problem(e);
      const form = code ? "" : canonical(e);
      if (code || form.length > MAX_EVENT) {
        refused.push({ id: e?.id, code: code || "too-large" });
        continue;
      }
      good.push([e, form]);
      ids.push((e.who?.[0] ?? NOBODY) + e.id);
      for (const w of e.who ?? []) {
        who.add(w);
        if (e.message) marks.push(w + e.message.slice(0, 11));
        if (e.same) marks.push(w + e.same.slice(0, 11));
      }
    }
    const [at] = this.sql.exec(LOOK_UP, JSON.stringify(ids), JSON.stringify([...who]), JSON.stringify(marks), seq, cursorTag).toArray();
    const known = new Set(JSON.parse(at.known)), seen = new Set();
    const keys = new Set(JSON.parse(at.keys)), person = new Map(), erased = new Set(), dirty = new Set(), clash = new Set();
    for (const [pseudonym, id, gone, clashes] of JSON.parse(at.people)) {
      person.set(pseudonym, id);
      if (gone) erased.add(pseudonym);
      if (clashes) clash.add(id);
    }
    for (const v of JSON.parse(at.seen)) seen.add(person.get(v.slice(0, 22)) + v.slice(22));
    let { seq: next, last } = at;
    const random = randomBytes(8 * good.length);
    let at8 = 0;
    const about = [], identities = [], tallies = new Map(), people = new Map();
    const touched = (id) => people.get(id) ?? people.set(id, { touch: 0, reply: 0, heard: 0 }).get(id);
    for (const [e, form] of good) {
      if (known.has(e.id)) {
        acknowledged.push(e.id);
        continue;
      }
      const code = !keys.has(e.key) ? "unknown-key" : (e.who ?? []).some((w) => erased.has(w)) ? "erased" : "";
      if (code) {
        refused.push({ id: e.id, code });
        continue;
      }
      known.add(e.id);
      acknowledged.push(e.id);
      next++;
      const rowTag = random.subarray(at8, (at8 += 8)).toString("base64url");
      const receipt = createHmac("sha256", this.env.RECEIPT_SECRET).update(`${team}.${by.member}.${by.role}.`).update(form)
        .digest().subarray(0, 16).toString("base64url");
      this.sql.exec(EVENT, next, rowTag, e.id, e.kind, `{"seq":${next},"tag":"${rowTag}","received":${now},` +
        `"author":"${by.member}","role":"${by.role}","receipt":"${receipt}","event":${form}}`);
      const eventMarks = [e.message, e.same].filter(Boolean).map((v) => v.slice(0, 11));
      about.push([e.who?.[0] ?? NOBODY, e.id.slice(0, 11), next]);
      const once = new Set();
      for (const w of e.who ?? []) {
        let id = person.get(w);
        if (!id) {
          person.set(w, (id = ++last));
          identities.push([w, id]);
          touched(id);
        }
        for (const mark of eventMarks) about.push([w, mark, next]);
        if (once.has(id)) continue;
        once.add(id);
        if (!["touch", "reply", "meeting", "decision"].includes(e.kind)) continue;
        if (e.kind === "decision" || (e.kind === "reply" && clash.has(id))) dirty.add(id);
        for (const mark of eventMarks) {
          if (seen.has(id + mark)) dirty.add(id);
          seen.add(id + mark);
        }
        const c = touched(id);
        if (e.kind === "decision") continue;
        if (e.kind === "touch") c.touch = Math.max(c.touch, e.at);
        if (e.kind === "reply") c.reply = Math.max(c.reply, e.at);
        c.heard = now;
        const key = JSON.stringify([id, e.channel, e.direction]);
        tallies.set(key, (tallies.get(key) ?? 0) + 1);
      }
    }
    if (about.length) this.sql.exec(ABOUT, JSON.stringify(about));
    if (identities.length) this.sql.exec(IDENTITIES, JSON.stringify(identities));
    if (tallies.size) this.sql.exec(TALLIES, `[${[...tallies].map(([k, n]) => `${k.slice(0, -1)},${n}]`).join(",")}]`);
    if (people.size) this.sql.exec(PEOPLE, JSON.stringify([...people].map(([id, c]) => [id, next, c.touch, c.reply, c.heard])));
    // The benchmark sends nothing that leaves people to be folded anew.
    if (dirty.size) throw new Error("not in this peer");
    return { acknowledged, refused };
  }
}

const TEAM = /^\/v1\/teams\/([A-Za-z0-9_-]{21}[AQgw])(?:\/|$)/;

export default {
  fetch(request, env) {
    const team = TEAM.exec(new URL(request.url).pathname);
    if (team) return env.TEAMS.get(env.TEAMS.idFromName(team[1])).fetch(request);
    return new Response("{}", { status: 404 });
  },
};
