// Answers on their way: kept on this device from the moment they are given until the server has said that it has them.
// Each under a name of its own, so that two windows on one checklist never erase each other's.

export class Store {
  constructor(name) {
    this.prefix = `${name}:`;
    this.entries = new Map();
    this.last = 0;
    this.read();
  }

  // key ("answer:12", "gate:3", "others", …) → what was given, in the order of giving.
  read() {
    const found = [];
    try {
      for (let index = 0; index < localStorage.length; index += 1) {
        const name = localStorage.key(index);
        if (!name.startsWith(this.prefix)) continue;
        found.push([name.slice(this.prefix.length), JSON.parse(localStorage.getItem(name))]);
      }
    } catch {
      // Storage is forbidden or holds what it should not: the page starts with what the server has.
    }
    found.sort((one, other) => one[1].at - other[1].at);
    this.entries = new Map(found);
  }

  keep(key) {
    try {
      localStorage.setItem(this.prefix + key, JSON.stringify(this.entries.get(key)));
    } catch {
      // No room: the page itself still holds what was given.
    }
  }

  get size() {
    return this.entries.size;
  }

  get(key) {
    return this.entries.get(key);
  }

  keys() {
    return [...this.entries.keys()];
  }

  // What is given later is sent later, whatever was given for the same question before.
  put(key, given) {
    this.last = Math.max(Date.now(), this.last + 1);
    this.entries.delete(key);
    this.entries.set(key, { ...given, at: this.last });
    this.keep(key);
  }

  rebase(key, version) {
    this.entries.get(key).version = version;
    this.keep(key);
  }

  remove(key) {
    if (!this.entries.has(key)) return;
    try {
      const name = this.prefix + key;
      // Another window may have kept a later answer to the same question.
      if (localStorage.getItem(name) === JSON.stringify(this.entries.get(key))) localStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
    this.entries.delete(key);
  }
}
