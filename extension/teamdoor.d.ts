// The door between JavaScript and the team's program (wasm/team), and what the
// pages ask of it through the background (team.js). Everything that crosses is a
// number or a text; texts are JSON where it says so.

/** What the shell gives the program. Promises reject with an Error to show. */
export interface Host {
  /** The index key of this device's log, base64. */
  key(): Promise<string>;
  /** JSON device.Membership; "" without a team. */
  membership(): Promise<string>;
  /** The same, while it is pending. */
  joining(): Promise<string>;
  /** JSON device.Membership that is pending, to be kept; null drops the one there is. */
  join(membership: string): Promise<void>;
  /** JSON list of every event of the log. */
  log(): Promise<string>;
  /** JSON {events, looks, mine}: all that this device holds of people. */
  everything(): Promise<string>;
  /** JSON member.Restored, added in one transaction. */
  restore(restored: string): Promise<void>;
  /** JSON member.Entering, written in one transaction. False: the log has grown
   * since it was read, and nothing was written. */
  enter(entering: string): Promise<boolean>;
  leave(): Promise<void>;
  /** device.Membership.Address of the team that was left last, or "". */
  left(): Promise<string>;
  /** JSON list of device.Waiting: so many of the outbox, the first. */
  waiting(most: string): Promise<string>;
  /** JSON device.Step, written in one transaction. */
  take(step: string): Promise<void>;
  /** JSON object: the members' names, by member. */
  names(names: string): Promise<void>;
  /** IANA name of the device's zone. */
  zone: string;
  /** The file of a zone, as the Go toolchain has it. */
  zoneFile(name: string): Promise<Uint8Array>;
  /** The rep's language, as languages.js gives it; none is English. */
  tongue?: object;
  /** Sends a JSON device.Request; JSON device.Answer. Rejects where nothing comes. */
  request(request: string): Promise<string>;
  /** The program calls it once, when it can be asked. */
  ready(api: Api): void;
}

/** What the program answers. Every call gives a promise; a fault rejects it, with
 * words for the rep. */
export interface Api {
  /** JSON {worker, setup, label} in. */
  create(given: string): Promise<void>;
  /** JSON {invitation, label} in. */
  join(given: string): Promise<void>;
  /** JSON {worker, team, key, label} in. */
  recover(given: string): Promise<void>;
  /** Sends and fetches until nothing is left. How many tries have failed in a row,
   * and a random number from 0 to 1, in; JSON Outcome out. */
  round(failures: number, luck: number): Promise<string>;
  /** JSON Team out. */
  team(): Promise<string>;
  /** "own", "rep" or "manager" in; JSON {text, expires} out. */
  invite(whom: string): Promise<string>;
  /** A device's or a recovery's id in; JSON Team out. */
  remove(device: string): Promise<string>;
  /** A device's id and its new name in; JSON Team out. */
  rename(device: string, name: string): Promise<string>;
  /** JSON {worker, team, key} out. */
  recovery(): Promise<string>;
  /** All that the team holds, as a JSON file. */
  export(): Promise<string>;
  /** All that this device holds, as a JSON file. */
  save(): Promise<string>;
  /** Such a file in; JSON {events, people} out, how many were added. */
  restore(file: string): Promise<string>;
  /** JSON {told} out: whether the Worker knows. */
  leave(): Promise<string>;
  /** JSON {url, protocols} of the socket. */
  ticket(): Promise<string>;
}

/** How a round went. */
export interface Outcome {
  /** Others' events came in. */
  news: boolean;
  /** Why it did not work, in words; "" where it did. */
  problem: string;
  /** The device is out of the team: to leave it is all there is to do. */
  gone: boolean;
  /** Nothing came back from the Worker. */
  offline: boolean;
  /** Until the next try, ms. */
  wait: number;
  /** The Worker said so: nobody tries before, not even a page that asks. */
  held: boolean;
}

/** The team as the settings page shows it. */
export interface Team {
  /** This device's. */
  member: string;
  role: string;
  devices: Device[];
  recoveries: Recovery[];
  fingerprint: string;
}

/** A printed recovery key that has not been used. */
export interface Recovery {
  recovery: string;
  /** Name of the device that made it, or "". */
  by: string;
  /** ms */
  created: number;
}

export interface Device {
  device: string;
  member: string;
  role: string;
  name: string;
  self: boolean;
  /** ms; 0 never */
  seen: number;
  removed: number;
}

/** How far this device is in step with its team's. */
export interface Step {
  team: boolean;
  /** Events that the team does not have yet. */
  waiting: number;
  refused: Refused[];
  /** When a round last brought everything, ms; 0 never. */
  at: number;
  offline: boolean;
  /** Why the last round did not work, in words; "" where it did. */
  problem: string;
  /** The device is out of the team: to leave it is all there is to do. */
  gone: boolean;
}

/** An event that the team's server did not take, or this device did not believe. */
export interface Refused {
  id: string;
  code: string;
  kind: string;
  /** RFC 3339, or "". */
  at: string;
  /** Whom it is about, where that is known. */
  name?: string;
}
