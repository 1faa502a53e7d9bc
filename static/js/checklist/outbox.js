// The device's side of the journal: what waits to be sent, under which numbers, and what became of it. It knows neither
// the page nor the network.
//
// A request whose reply never came may have been taken all the same, or may yet arrive. Until a reply says what became
// of it, the very same is asked again, before anything that was given later; the server knows it by its numbers and
// answers as before. A change is numbered only when it is first sent, so that what is given again before is sent once.

const NOTHING = "nothing";

export class Outbox {
  constructor(store) {
    this.store = store;
    // Those that the person has to decide on: they stay until then.
    this.held = new Set();
  }

  get size() {
    return this.store.size;
  }

  // As somebody counts them who gave them.
  get answers() {
    return this.entries().filter(([key]) => key !== NOTHING).length;
  }

  get(key) {
    return this.store.get(key);
  }

  has(key) {
    return Boolean(this.store.get(key));
  }

  entries() {
    return this.store.entries();
  }

  get device() {
    return this.store.device;
  }

  // How many changes this device has given to the draft: all of them have to be there before it ends. What was sent and
  // not answered counts twice: it may have been a clash, on which the person has yet to decide.
  get last() {
    return this.store.journal.issued + this.size;
  }

  // Whether anything can be sent.
  get isWaiting() {
    return Boolean(this.store.journal.batch) || this.store.entries().some(([key]) => !this.held.has(key));
  }

  // `given` is {value, note, version}, or {} for an act.
  give(key, given) {
    this.held.delete(key);
    this.store.put(key, { ...given, at: this.store.now() });
  }

  drop(key) {
    this.held.delete(key);
    this.store.remove(key);
  }

  // The request to be made now: {first, changes}, at most so many. From here on, and through a closed page, it is asked
  // until a reply tells what became of it.
  begin(most = Number.POSITIVE_INFINITY) {
    const { issued, batch } = this.store.journal;
    if (batch) return batch;
    const waiting = this.store.entries().filter(([key]) => !this.held.has(key));
    const changes = waiting.slice(0, most).map(([key, { value, note, version, at }]) => ({
      key,
      value: value ?? "",
      note: note ?? "",
      version: version ?? 0,
      at,
    }));
    const begun = { first: issued + 1, changes };
    this.store.journal = { issued: issued + changes.length, batch: begun };
    return begun;
  }

  // What became of the request, by the server: `moved` by key [version before, version now, value], `turnedDown` by key
  // {became}. Returns what of it was the last word: what was given since is asked instead, and gets an answer of its own.
  settle({ moved = {}, turnedDown = {} }) {
    const { issued, batch } = this.store.journal;
    const settled = [];
    for (const { key, at } of batch.changes) {
      if (this.store.get(key)?.at !== at) continue;
      settled.push(key);
      if (turnedDown[key]?.became === "clash") this.held.add(key);
      else this.store.remove(key);
    }
    this.remember(batch, moved, turnedDown);
    // What waits is meant to come after the acts of its own device. Whatever else moved it is somebody else's.
    for (const [key, [before, now]] of Object.entries(moved)) {
      const entry = this.store.get(key);
      if (entry && entry.version === before) this.store.put(key, { ...entry, version: now });
    }
    this.store.journal = { issued, batch: null };
    return settled;
  }

  // What the portal has is laid over a page that is older.
  remember(batch, moved, turnedDown) {
    const { saved } = this.store;
    for (const [key, [, version, value]] of Object.entries(moved)) {
      const own = !turnedDown[key] && batch.changes.find((one) => one.key === key);
      saved[key] = [version, value, own ? own.note : saved[key]?.[2]];
    }
    this.store.saved = saved;
  }

  // The draft's revisions around what was taken just now.
  follow(before, revision) {
    if (revision === undefined) return;
    const [from, to] = this.store.known;
    this.store.known = [to === before ? from : before, revision];
  }

  // Which revision a page that came with `shown` shows now, with what this device gave since laid over it.
  revisionOf(shown) {
    const [from, to] = this.store.known;
    return from <= shown && shown <= to ? to : shown;
  }

  // The numbers do not follow what the server has: what is held is numbered anew from there.
  gap(seq) {
    this.store.journal = { issued: seq, batch: null };
  }

  // What the server failed on is asked alone; then its number is given up and it lets everything else go before it.
  failed() {
    const { batch } = this.store.journal;
    const [{ key, at }] = batch.changes;
    if (key === NOTHING) return;
    if (batch.changes.length > 1) {
      const alone = { first: batch.first, changes: batch.changes.slice(0, 1) };
      this.store.journal = { issued: batch.first, batch: alone };
      return;
    }
    const entry = this.store.get(key);
    if (entry?.at === at) this.store.put(key, { ...entry, at: this.store.now() });
    const given = { key: NOTHING, value: "", note: "", version: 0, at: 0 };
    this.store.journal = { issued: batch.first, batch: { first: batch.first, changes: [given] } };
  }
}
