// Audits that were opened on this device and that the portal does not know yet. Each goes as one request, opening, ordered
// changes, and its end if that was asked for, and may be refused on arrival: then it stays, with the reasons.

import { Outbox } from "./outbox.js";
import { Store } from "./store.js";

const OPENED = /^opened:(\d+):([0-9a-f-]{36})$/;
const ARRIVED = /^arrived:(\d+):([0-9a-f-]{36})$/;
const ADDRESS = "/audyty/nowy/z-urzadzenia/";

export class Opened {
  constructor(account, uuid, storage) {
    this.uuid = uuid;
    this.store = storage
      ? new Store(`checklist:${account}:${uuid}`, storage)
      : new Store(`checklist:${account}:${uuid}`);
    this.outbox = new Outbox(this.store);
    this.name = `opened:${account}:${uuid}`;
    this.nameOfArrived = `arrived:${account}:${uuid}`;
  }

  // {fields, edition, card, told, ending, refused}, as long as the portal does not have all of it: what the opening form
  // said, by name; the edition and the address of its card; in words where and when; the fields that end it, or null; the
  // reasons why it was not accepted, [{field, text}].
  get record() {
    return this.store.read(this.name);
  }

  set record(record) {
    this.store.write(this.name, record);
  }

  // Opened by this: even without an answer it goes to the portal.
  open(record) {
    this.record = { ending: null, refused: [], ...record };
    this.touch();
  }

  mend(record) {
    this.record = { ...this.record, ...record, refused: [] };
  }

  end(ending) {
    this.record = { ...this.record, ending, refused: [] };
    if (ending) this.touch();
  }

  touch() {
    this.outbox.give("nothing", {});
  }

  // What the portal answered at last, to be read once: {told, address, receipt, why}.
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

  // The way of a checklist's changes, which first opens the audit.
  through(post) {
    return async (path, fields, token) => {
      const { record } = this;
      if (!record) return post(path, fields, token);
      const ends = record.ending && this.isAllInBatch;
      const all = {
        ...record.fields,
        uuid: this.uuid,
        edition: record.edition,
        ...(ends ? record.ending : {}),
        ...fields,
      };
      const answer = await post(ADDRESS, all, token);
      if (answer.outcome === "answered") this.isThere(answer.reply, Boolean(ends));
      if (answer.outcome === "unaccepted") this.record = { ...this.record, refused: answer.reply.reasons };
      return answer;
    };
  }

  isThere({ address = "", receipt = "", why = "" }, ended) {
    const { told, ending } = this.record;
    // Asked for since: with the next request.
    if (ending && !ended) return;
    this.drop();
    if (ended) this.store.write(this.nameOfArrived, { told, address, receipt, why });
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
