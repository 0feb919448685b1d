// What JavaScript has to do so that Go can serve: the front, which finds a team's
// object; the object, which holds one transaction around each call; and the one
// Go runtime of the isolate. Everything else is in Go: package workerd is the
// other half of this file.
//
// Three things here look odd and are needed:
//
//   - The runtime is started without awaiting anything. A promise made in one
//     request must not be waited for in another, and a runtime that has died (a
//     panic nobody recovered) is replaced before the next call.
//   - The transaction is held here, around the call into Go. Writes made before a
//     panic would otherwise stay, and an exception thrown inside a callback from
//     Go would kill the runtime.
//   - Go gets one text and the bytes in place of the Request, because every value
//     that crosses over costs.
import "../build/worker/wasm_exec.js";
import program from "../build/worker/app.wasm";

const MAX_BODY = 512 * 1024;
const DAY = 86_400_000;
/** Those that Go looks at, in the order in which it expects them. */
const HEADERS = [
  "authorization", "content-type", "content-length", "content-encoding", "origin", "upgrade", "sec-websocket-protocol",
];
const NO_BYTES = new Uint8Array(0);

globalThis.tryCatch = (fn) => {
  try {
    return { result: fn() };
  } catch (error) {
    return { error };
  }
};

/** @type {{go: any, context: {env: any, ctx: object, binding: any}} | undefined} */
let brain;

function boot(env) {
  const go = new Go();
  const context = { env, ctx: {}, binding: {}, reply };
  const instance = new WebAssembly.Instance(program, { ...go.importObject, workers: { ready() {} } });
  go.run(instance, context).catch((error) => console.error("Go stopped:", String(error)));
  return { go, context };
}

/** Runs one call into Go. Throws where it must leave nothing behind. */
function enter(env, scope, call) {
  if (!brain || brain.go.exited) brain = boot(env);
  const { go, context } = brain;
  context.env = scope;
  const result = call(context.binding);
  if (go.exited) scope.failed = "the Go runtime stopped";
  if (scope.failed) throw new Undo(go.exited ? undefined : result);
  return result;
}

/** Rolls a transaction back, and carries the reply there is all the same. */
class Undo extends Error {
  constructor(reply) {
    super("rolled back");
    this.reply = reply;
  }
}

/** Has Go answer a request: its head as lines of one text, its body as bytes. */
function handle(env, scope, request, body) {
  const address = request.url;
  let head = request.method + "\n" + address.slice(address.indexOf("/", 8));
  for (const name of HEADERS) head += "\n" + (request.headers.get(name) ?? "");
  return enter(env, scope, (binding) => binding.serve(head, body));
}

/** Go's reply: headers as lines, name and value by turns, and the body in parts. */
function reply(status, head, ...parts) {
  const headers = {};
  const lines = head.split("\n");
  for (let i = 0; i + 1 < lines.length; i += 2) headers[lines[i]] = lines[i + 1];
  return new Response(status === 204 ? null : parts.join(""), { status, headers });
}

/** What is answered where Go cannot. It has the form of Go's problems. */
function broken(request) {
  const headers = { "content-type": "application/problem+json", "cache-control": "no-store" };
  const origin = request.headers.get("origin") ?? "";
  if (/^(chrome|moz)-extension:\/\//.test(origin)) Object.assign(headers, { "access-control-allow-origin": origin, vary: "Origin" });
  return Response.json(
    { type: "urn:cleanbreak:problem:broken", title: "The Worker failed. Nothing was changed; try again.", status: 500, code: "broken" },
    { status: 500, headers },
  );
}

/** The body's bytes. Of one that is too large nothing is kept, and Go refuses it by its length. */
async function bytes(request) {
  if (!request.body) return request.method === "GET" || request.method === "OPTIONS" ? null : NO_BYTES;
  const length = Number(request.headers.get("content-length") ?? NaN);
  if (length > MAX_BODY) {
    let seen = 0; // read on a little, so that the sender hears the answer
    for await (const chunk of request.body) if ((seen += chunk.byteLength) > 8 * MAX_BODY) break;
    return NO_BYTES;
  }
  if (length >= 0) return new Uint8Array(await request.arrayBuffer());
  const chunks = [];
  let size = 0;
  for await (const chunk of request.body) {
    chunks.push(chunk);
    if ((size += chunk.byteLength) > MAX_BODY) break;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

/** One team: its storage, its sockets, its alarm. */
export class Team {
  constructor(state, env) {
    this.state = state;
    this.env = env;
    this.ready = false; // the schema is up to date
    const sql = state.storage.sql;
    /** The first column of the first row as text, or undefined, which costs Go nothing. */
    this.do = (statement, ...args) => {
      const rows = sql.exec(statement, ...args).raw().toArray();
      const value = rows.length > 0 ? rows[0][0] : null;
      return typeof value === "string" ? value : value === null ? undefined : String(value);
    };
    state.setWebSocketAutoResponse?.(new WebSocketRequestResponsePair("ping", "pong"));
  }

  async fetch(request) {
    const body = await bytes(request);
    const scope = { do: this.do, ready: this.ready };
    let response;
    try {
      response = this.state.storage.transactionSync(() => handle(this.env, scope, request, body));
    } catch (error) {
      console.error("rolled back:", String(scope.failed ?? error));
      return (error instanceof Undo && error.reply) || broken(request);
    }
    this.committed(scope);
    return response.ok && request.headers.get("upgrade") ? this.accept(await response.json()) : response;
  }

  committed(scope) {
    if (scope.ready && !this.ready) {
      this.ready = true;
      this.wake().catch((error) => console.error("no alarm:", String(error)));
    }
    if (scope.closed !== undefined) {
      for (const socket of this.state.getWebSockets(scope.closed)) socket.close(4001, "removed");
    }
    if (scope.news !== undefined) {
      for (const socket of this.state.getWebSockets()) {
        if (!this.state.getTags(socket).includes(scope.news)) socket.send("news");
      }
    }
  }

  /** Opens a socket for the device that Go let in. */
  accept({ device, protocol }) {
    const [client, server] = Object.values(new WebSocketPair());
    this.state.acceptWebSocket(server, [device]);
    return new Response(null, { status: 101, webSocket: client, headers: { "sec-websocket-protocol": protocol } });
  }

  webSocketMessage(socket) {
    socket.close(1003, "nothing is to be said here");
  }

  webSocketClose(socket, code) {
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }

  async wake() {
    if ((await this.state.storage.getAlarm()) === null) await this.state.storage.setAlarm(Date.now() + DAY);
  }

  async alarm() {
    const scope = { do: this.do, ready: this.ready };
    const more = this.state.storage.transactionSync(() => enter(this.env, scope, (binding) => binding.housekeep()));
    await this.state.storage.setAlarm(Date.now() + (more ? 1000 : DAY));
  }
}

const TEAM = /^\/v1\/teams\/([A-Za-z0-9_-]{21}[AQgw])(?:\/|$)/;

export default {
  async fetch(request, env) {
    const team = request.method !== "OPTIONS" && TEAM.exec(new URL(request.url).pathname);
    const scope = {};
    try {
      if (team) return await env.TEAMS.get(env.TEAMS.idFromName(team[1])).fetch(request); // fails where storage does
      return handle(env, scope, request, await bytes(request));
    } catch (error) {
      console.error("failed:", String(scope.failed ?? error));
      return (error instanceof Undo && error.reply) || broken(request);
    }
  },
};
