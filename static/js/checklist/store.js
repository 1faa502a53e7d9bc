// What this device holds of one draft: answers that the portal does not have yet, each under a name of its own, so that
// two tabs never erase each other's; the journal's numbers; and what the portal said that it has.

const PROBE = "storage-probe";

function deviceStorage() {
  try {
    return localStorage;
  } catch {
    // Forbidden.
    return undefined;
  }
}

// That of this tab, gone with it: for what is to stay on no device, HR's corrections.
function tabStorage() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

// Whether it keeps what it is given: tried by writing and reading back.
export function keeps(storage = deviceStorage()) {
  try {
    const written = String(Math.random());
    storage.setItem(PROBE, written);
    const isKept = storage.getItem(PROBE) === written;
    storage.removeItem(PROBE);
    return isKept;
  } catch {
    return false;
  }
}

const newDevice = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

export class Store {
  // `shared`: where the browser's own name is.
  constructor(name, storage = deviceStorage(), shared = storage) {
    this.prefix = `${name}:`;
    this.storage = storage;
    this.shared = shared;
    // What found no room, or no storage: the page itself still holds it.
    this.unkept = new Map();
    this.last = 0;
  }

  read(name) {
    if (this.unkept.has(name)) return this.unkept.get(name);
    try {
      return JSON.parse(this.storage.getItem(name)) ?? undefined;
    } catch {
      // Storage is forbidden or holds what it should not: the page starts with what the server has.
      return undefined;
    }
  }

  write(name, value) {
    try {
      this.storage.setItem(name, JSON.stringify(value));
      this.unkept.delete(name);
    } catch {
      this.unkept.set(name, value);
    }
  }

  erase(name) {
    this.unkept.delete(name);
    try {
      this.storage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  }

  // Whether something given is held by this page alone.
  get isFull() {
    return this.unkept.size > 0;
  }

  // The browser's own name, the same for all drafts until its storage is wiped.
  get device() {
    const own = this.shared === this.storage ? this : new Store("", this.shared);
    const known = own.read("device");
    if (known) return known;
    const made = newDevice();
    own.write("device", made);
    return made;
  }

  // {issued, batch}: the last number given out, and the request that waits for its reply.
  get journal() {
    return { issued: 0, batch: null, ...this.read(`${this.prefix}journal`) };
  }

  set journal(journal) {
    this.write(`${this.prefix}journal`, journal);
  }

  // By key what the portal has: [version, value, note].
  get saved() {
    return this.read(`${this.prefix}saved`) ?? {};
  }

  set saved(saved) {
    this.write(`${this.prefix}saved`, saved);
  }

  // When that was, by the portal's clock: for the tabs that did not send it.
  get savedAt() {
    return this.read(`${this.prefix}saved-at`) ?? "";
  }

  set savedAt(time) {
    this.write(`${this.prefix}saved-at`, time);
  }

  // The revisions of the draft, [from, to], between which nobody but this device wrote, as far as it was told.
  get known() {
    return this.read(`${this.prefix}known`) ?? [];
  }

  set known(known) {
    this.write(`${this.prefix}known`, known);
  }

  get(key) {
    return this.read(`${this.prefix}unsent:${key}`);
  }

  put(key, entry) {
    this.write(`${this.prefix}unsent:${key}`, entry);
  }

  remove(key) {
    this.erase(`${this.prefix}unsent:${key}`);
  }

  names() {
    const names = new Set(this.unkept.keys());
    try {
      for (let index = 0; index < this.storage.length; index += 1) names.add(this.storage.key(index));
    } catch {
      // What the page holds is all there is.
    }
    return names;
  }

  // [key, entry] in the order of giving; keys are "answer:12", "gate:3", "others", …
  entries() {
    const start = `${this.prefix}unsent:`;
    const found = [];
    for (const name of this.names()) {
      const entry = name.startsWith(start) && this.read(name);
      if (entry) found.push([name.slice(start.length), entry]);
    }
    return found.sort(([, one], [, other]) => one.at - other.at);
  }

  get size() {
    return this.entries().length;
  }

  // Later than everything that was given before, also where the clock has been set back.
  now() {
    const latest = Math.max(this.last, ...this.entries().map(([, entry]) => entry.at));
    this.last = Math.max(Date.now(), latest + 1);
    return this.last;
  }
}

export const storeOfTab = (name) => new Store(name, tabStorage(), deviceStorage());

// As the page says: "tab", or on the device.
export const storeOf = ({ store, keeps: where }) => (where === "tab" ? storeOfTab(store) : new Store(store));
