// Audits that were opened, or ended, on this device and of which the portal does not know yet. One that was opened goes as
// one request, opening, ordered changes, and its end if that was asked for, and may be refused on arrival: then it stays,
// with the reasons. Of a draft that the portal has, the end goes with the last of its changes.

import { forgetPage } from "./keeping.js";
import { Outbox } from "./outbox.js";
import { Store } from "./store.js";

const OPENED = /^opened:(\d+):([0-9a-f-]{36})$/;
const ARRIVED = /^arrived:(\d+):([0-9a-f-]{36})$/;
const ADDRESS = "/audyty/nowy/z-urzadzenia/";

export class Opened {
  constructor(account, uuid, storage) {
    this.account = account;
    this.uuid = uuid;
    this.store = storage
      ? new Store(`checklist:${account}:${uuid}`, storage)
      : new Store(`checklist:${account}:${uuid}`);
    this.outbox = new Outbox(this.store);
    this.name = `opened:${account}:${uuid}`;
    this.nameOfArrived = `arrived:${account}:${uuid}`;
    // Whether the portal has said so to this page.
    this.hasEnded = false;
  }

  // {fields, edition, card, told, ending, shown, revision, refused}, as long as the portal does not have all of it: what
  // the opening form said, by name, none of a draft that the portal has; the edition and the address of its card; in words
  // where and when; the fields that end it, or null, with the versions and the revision that were looked at; the reasons
  // why it was not accepted, [{field, text}].
  get record() {
    return this.store.read(this.name);
  }

  set record(record) {
    this.store.write(this.name, record);
  }

  // Whether the portal is yet to be told of it.
  get isNew() {
    return Boolean(this.record?.fields);
  }

  get ending() {
    return this.record?.ending ?? null;
  }

  // Opened by this: even without an answer it goes to the portal.
  open(record) {
    this.record = { ending: null, refused: [], ...record };
    this.touch();
  }

  mend(record) {
    this.record = { ...this.record, ...record, refused: [], otherCard: "" };
  }

  // To the card of another edition: `keys` gives the keys there of what means the same. What else was answered is told,
  // and answered anew; so is an act on several, which meant those of the other card. Nothing of it is in the portal.
  carryOver(keys, card) {
    const notCarried = [...(this.record.notCarried ?? [])];
    const entries = this.outbox.entries().filter(([key]) => key !== "nothing");
    for (const [key] of entries) this.outbox.drop(key);
    for (const [key, entry] of entries) {
      const there = key === "waiting" ? key : keys.get(key);
      if (there) this.outbox.give(there, { ...entry, version: 0 });
      else notCarried.push({ text: [entry.told, entry.note].filter(Boolean).join(" – ") });
    }
    this.store.journal = { issued: 0, batch: null };
    this.mend({ ...card, ending: null, notCarried });
    this.touch();
  }

  // `seen` is {revision, shown}; of a draft that the portal has also {card, told}.
  end(ending, seen) {
    this.record = { ...this.record, ...seen, ending, refused: [] };
    this.touch();
  }

  // Something was given after that, and not looked at; or somebody thought better of it.
  takeBack() {
    if (!this.ending) return;
    if (this.isNew) this.record = { ...this.record, ending: null };
    else this.drop();
  }

  touch() {
    this.outbox.give("nothing", {});
  }

  // What the portal answered at last, to be read once: {told, address, receipt, until, why, differs}.
  get arrived() {
    return this.store.read(this.nameOfArrived);
  }

  forgetArrived() {
    this.store.erase(this.nameOfArrived);
  }

  drop() {
    this.store.erase(this.name);
  }

  // Its end is asked for with the last of its changes only.
  get isAllInBatch() {
    const sent = new Map((this.store.journal.batch?.changes ?? []).map(({ key, at }) => [key, at]));
    return this.outbox.entries().every(([key, { at }]) => sent.get(key) === at);
  }

  // The way of a checklist's changes, which first opens the audit, and at last ends it.
  through(post) {
    return async (path, fields, token) => {
      const { record } = this;
      const ends = Boolean(record?.ending) && this.isAllInBatch;
      if (!record || !(record.fields || ends)) return post(path, fields, token);
      const end = ends
        ? { ...record.ending, revision: this.outbox.revisionOf(record.revision ?? 0), shown: record.shown ?? "" }
        : {};
      const answer = record.fields
        ? await post(ADDRESS, { ...record.fields, uuid: this.uuid, edition: record.edition, ...end, ...fields }, token)
        : await post(`/audyty/${this.uuid}/zlozenie/z-urzadzenia/`, { ...end, ...fields }, token);
      if (answer.outcome === "answered") this.isThere(answer.reply, record.told, ends && record.ending);
      if (answer.outcome === "unaccepted") {
        const { reasons, card: otherCard = "" } = answer.reply;
        this.record = { ...this.record, refused: reasons, otherCard };
      }
      return answer;
    };
  }

  isThere({ address = "", receipt = "", why = "", differs = [] }, told, ended) {
    if (ended) {
      const until = (!why && ended.until) || "";
      this.store.write(this.nameOfArrived, { told, address, receipt, until, why, differs });
      this.hasEnded = true;
      // It shows what was true before.
      forgetPage(this.account, `/audyty/${this.uuid}/karta/`);
    }
    if (ended || !this.ending) this.drop();
    // Asked for since: with the next request, of a draft that is there now.
    else this.record = { ...this.record, fields: undefined, card: `/audyty/${this.uuid}/karta/` };
  }
}

function found(account, pattern, storage) {
  const matches = new Store("", storage).names();
  return [...matches]
    .map((name) => pattern.exec(name))
    .filter((match) => match?.[1] === account)
    .map(([, , uuid]) => new Opened(account, uuid, storage));
}

export const openedHere = (account, storage) => found(account, OPENED, storage);
export const arrivedHere = (account, storage) => found(account, ARRIVED, storage);
