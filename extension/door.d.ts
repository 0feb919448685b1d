// The one door between JavaScript and the Go brain. Everything that crosses it
// is a number or a text; texts are JSON where it says so.

/** What the shell gives the brain. Promises reject with an Error to show. */
export interface Host {
  /** IANA name of the device's zone. */
  zone: string;
  /** The rep's language; none is English. */
  tongue?: { code: string; lines: string };
  /** The file of a zone, as the Go toolchain has it. */
  zoneFile(name: string): Promise<Uint8Array>;
  /** The words of drafts in a language, as core/words has them. */
  wordsFile(lang: string): Promise<Uint8Array>;
  /** The phrases that the check of drafts looks for, in a language. */
  phrasesFile(lang: string): Promise<Uint8Array>;
  /** The index key, base64, made on first use. */
  key(): Promise<string>;
  /** JSON brain.Mine, "{}" before the rep has said anything. */
  mine(): Promise<string>;
  /** JSON brain.Mine, kept on this device. */
  keep(mine: string): Promise<void>;
  /** JSON of what was counted from the log, "" before anything was. */
  learnt(): Promise<string>;
  /** The same, kept on this device. */
  keepLearnt(counted: string): Promise<void>;
  /** JSON {who, accounts}, lists of pseudonyms, in: what names one of these
   * people, or anybody of one of these accounts. JSON brain.Known out. */
  load(asked: string): Promise<string>;
  /** JSON {name, addresses} in: the cards of tracked people who have that full
   * name, or one of these mailboxes. JSON list of events out. */
  alike(asked: string): Promise<string>;
  /** JSON brain.Known of everything. */
  all(): Promise<string>;
  /** JSON brain.Known, written in one transaction. It is begun within the call
   * where the log is open. */
  put(known: string): Promise<void>;
  /** JSON text: an event's id. */
  remove(id: string): Promise<void>;
  /** JSON {who, events}: everything that names one of these pseudonyms goes, and
   * these events stay of them; in one transaction. */
  forget(gone: string): Promise<void>;
  /** The brain calls it once, when it can be asked. */
  ready(api: Api): void;
}

/** What the brain answers. Every call gives a promise; a fault rejects it. */
export interface Api {
  /** A snapshot read in a tab, as JSON. The origin is the browser's word for
   * where it was read: one that names another address or site is refused. */
  page(tab: number, origin: string, snapshot: string): Promise<Shown>;
  /** What the badge says of whom a profile's address names, silent unless they are
   * tracked. Nothing is kept, and no page is shown for it. */
  at(address: string): Promise<Shown>;
  /** The mails that are being written in a tab's Gmail, as JSON (page.ReadBoxes);
   * "" where nobody watches them any more. */
  writing(tab: number, origin: string, boxes: string): Promise<Shown>;
  /** A view.Action, as JSON. Those that make an event bring its id in `new`. */
  act(action: string): Promise<Shown>;
  /** The tab shows another page, or is closed. */
  left(tab: number): Promise<void>;
  /** JSON view.Dues: some of everybody, judged, for the page in a tab. `from` is how
   * many it has. */
  today(tab: number, from: number): Promise<string>;
  /** Erases a person everywhere: a mail address, or that of a profile, and the id
   * of the event that tells the team. */
  erase(person: string, id: string): Promise<void>;
  /** JSON {name, file, may} of the playbook that decides; file is "" for Balanced,
   * and this rep may change it or not. */
  playbook(): Promise<string>;
  /** Makes a playbook's file decide, "" Balanced; the id of the event that says so.
   * JSON {fault: {path, problem, words}} out, or {}. */
  setPlaybook(file: string, id: string): Promise<string>;
  /** A playbook's file, and how many the caller has; JSON {effect: brain.Effect} of
   * some of everybody, or a fault as above. */
  effect(file: string, from: number): Promise<string>;
  /** JSON [{rule, quote, better, from, to}]: what is to mend in a template of a
   * language, a purpose and a part; in English, the places in UTF-16 units. */
  lint(lang: string, purpose: string, part: string, text: string): Promise<string>;
  /** JSON brain.Mine: what the rep says of themselves. */
  mine(): Promise<string>;
  /** Keeps a JSON brain.Mine. JSON out: {fault: {path, problem}} where a field is
   * wrong; {gone}, names of tracked people who would be forgotten with it, and
   * nothing is kept before the rep is sure. */
  setMine(mine: string, sure: boolean): Promise<string>;
  /** Tracks the people of a JSON list of brain.Listed; JSON brain.Taken out. */
  take(list: string): Promise<string>;
  /** Records the decisions of a JSON list of brain.Agreed in the histories of those
   * who are tracked, or, unless sure, only counts them; JSON brain.Recorded out. */
  agree(list: string, sure: boolean): Promise<string>;
  /** Erases whom nobody was in contact with for the months that are set; how many. */
  retire(): Promise<number>;
  /** Counts when replies stop and who came back, of some people at a time; whether
   * there are more. */
  learn(): Promise<boolean>;
  /** JSON brain.Brought: what letting go freed and who came back, as it was counted
   * last. */
  brought(): Promise<string>;
  /** JSON list of brain.Happening in, what the engine says of an invented prospect
   * out. Nothing is kept. */
  sample(happened: string): Promise<string>;
  /** For tests and tools, in cases.wasm alone: what `cleanbreak assess` prints for a case or a list of cases, both JSON. */
  assess(cases: string): Promise<string>;
  /** The same: JSON {context, found} of a snapshot, for `make read`. */
  read(snapshot: string): Promise<string>;
}

/** What there is to show about a tab. */
export interface Shown {
  /** The address of the page. */
  url: string;
  /** view.State as JSON. */
  state: string;
  badge: Badge;
}

export interface Badge {
  /** Empty: the badge is silent. */
  text: string;
  /** The verdict, for the colour. */
  tone: string;
  title: string;
}
