// Audits opened on a device, with a portal that may be out of reach, lose its replies, or refuse.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { isFresh, mayKeep } from "../../../static/js/checklist/keeping.js";
import { arrivedHere, Opened, openedHere } from "../../../static/js/checklist/opened.js";
import { Sending } from "../../../static/js/checklist/sending.js";
import { Storage } from "./storage.js";

const UUID = "11111111-1111-4111-8111-111111111111";
const RECORD = {
  fields: { method: "observation", channel: "counter", desk: "3" },
  edition: 5,
  card: "/audyty/nowy/bez-sieci/observation/counter/",
  told: { unit: "Wydział", said: "dziś" },
};
const PATH = `/audyty/${UUID}/karta/zmiany/`;

// As the real one (audits/fieldwork/arriving.py).
class Portal {
  constructor() {
    this.audits = new Map();
    // Whatever else is written to a draft of theirs.
    this.elsewhere = 0;
    this.requests = [];
    this.refusal = "";
    this.fate = () => "answered";
  }

  post = async (path, fields) => {
    this.requests.push(path);
    const fate = this.fate();
    if (fate === "offline") return { outcome: "offline" };
    const answer = this.take(path, fields);
    return fate === "lost" ? { outcome: "offline" } : answer;
  };

  take(path, fields) {
    const opens = path.endsWith("nowy/z-urzadzenia/");
    const uuid = opens ? fields.uuid : UUID;
    if (!this.audits.has(uuid)) {
      if (!opens) return { outcome: "gone" };
      if (this.refusal) return { outcome: "unaccepted", reply: { reasons: [{ field: "", text: this.refusal }] } };
      this.audits.set(uuid, { seq: 0, taken: [], receipt: "", desk: fields.desk, opened: 0 });
    }
    const audit = this.audits.get(uuid);
    const listed = JSON.parse(fields.changes);
    const last = fields.first + listed.length - 1;
    if (last > audit.seq) {
      if (fields.first !== audit.seq + 1) return { outcome: "gap", reply: { seq: audit.seq } };
      const given = listed.filter(({ key }) => key !== "nothing").map(({ key, value }) => `${key} ${value}`);
      audit.before = audit.taken.length + this.elsewhere;
      audit.taken.push(...given);
      audit.revision = audit.taken.length + this.elsewhere;
      audit.seq = last;
    }
    const { before, revision } = audit;
    const isSame = fields.revision === before && revision === audit.taken.length + this.elsewhere;
    if (fields.ending && isSame) audit.receipt = "KA/2026/000001";
    const why = fields.ending && !audit.receipt ? "changed" : "";
    const reply = { seq: last, before, revision, address: `/audyty/${uuid}/`, receipt: audit.receipt, why };
    return { outcome: "answered", reply };
  }
}

let portal;
let storage;
beforeEach(() => {
  portal = new Portal();
  storage = new Storage();
});

const page = { token: "", isSending() {}, isSettled() {}, isInTrouble() {} };

// As any page does it, also one opened after the phone was started again: all that there is lies in the storage.
async function send() {
  for (const opened of openedHere("7", storage)) {
    const { outbox } = opened;
    const lock = (_name, run) => run();
    const newToken = async () => ({ token: "" });
    await new Sending({ outbox, path: PATH, page, post: opened.through(portal.post), newToken, lock }).run();
  }
}

const give = (opened, key, value) => opened.outbox.give(key, { value, note: "", version: 0 });

function openOne() {
  const opened = new Opened("7", UUID, storage);
  opened.open(RECORD);
  return opened;
}

test("opened without a network it is there once, with its answers, when there is one", async () => {
  const opened = openOne();
  portal.fate = () => "offline";
  await send();
  give(opened, "answer:1", "met");
  await send();
  assert.equal(portal.audits.size, 0);
  portal.fate = () => "answered";
  await send();
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met"]);
  assert.equal(opened.record, undefined);
  assert.deepEqual(arrivedHere("7", storage), []);
});

test("an audit without an answer comes to the portal too", async () => {
  openOne();
  await send();
  assert.deepEqual([...portal.audits.keys()], [UUID]);
});

test("submitted without a network its receipt comes with the network, to whatever page is open", async () => {
  const opened = openOne();
  give(opened, "answer:1", "met");
  portal.fate = () => "offline";
  opened.end({ ending: "submit" });
  await send();
  portal.fate = () => "answered";
  await send();
  const [one] = arrivedHere("7", storage);
  assert.equal(one.arrived.receipt, "KA/2026/000001");
  assert.deepEqual(one.arrived.told, RECORD.told);
  assert.deepEqual(openedHere("7", storage), []);
  one.forgetArrived();
  assert.deepEqual(arrivedHere("7", storage), []);
});

test("a reply that is lost doubles nothing, and the end asked for meanwhile is not forgotten", async () => {
  const opened = openOne();
  give(opened, "answer:1", "met");
  portal.fate = () => "lost";
  await send();
  give(opened, "answer:2", "not_met");
  opened.end({ ending: "submit" });
  portal.fate = () => "answered";
  await send();
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met", "answer:2 not_met"]);
  assert.equal(arrivedHere("7", storage)[0].arrived.receipt, "KA/2026/000001");
});

test("its end goes with the last of its changes only", async () => {
  const opened = openOne();
  portal.fate = () => "offline";
  await send();
  give(opened, "answer:1", "met");
  opened.end({ ending: "submit" });
  const ends = [];
  portal.fate = () => "answered";
  const { post } = portal;
  portal.post = (path, fields) => {
    ends.push(fields.ending ?? "");
    return post(path, fields);
  };
  await send();
  assert.deepEqual(ends, ["", "submit"]);
});

test("refused on arrival it stays with the reason, is mended, and is there once", async () => {
  const opened = openOne();
  give(opened, "answer:1", "met");
  portal.refusal = "Ta osoba pracowała wtedy gdzie indziej.";
  await send();
  assert.deepEqual(opened.record.refused, [{ field: "", text: portal.refusal }]);
  assert.equal(opened.outbox.get("answer:1").value, "met");
  opened.mend({ fields: { ...RECORD.fields, desk: "4" } });
  assert.deepEqual(opened.record.refused, []);
  portal.refusal = "";
  await send();
  assert.equal(portal.audits.get(UUID).desk, "4");
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met"]);
});

const SEEN = { revision: 0, shown: "answer:1=0", card: `/audyty/${UUID}/karta/`, told: RECORD.told };

function ofThePortal() {
  const opened = new Opened("7", UUID, storage);
  portal.audits.set(UUID, { seq: 0, taken: [], receipt: "", before: 0, revision: 0 });
  return opened;
}

test("a draft of the portal's that is ended without a network gets its receipt once there is one", async () => {
  const opened = ofThePortal();
  give(opened, "answer:1", "met");
  portal.fate = () => "offline";
  opened.end({ ending: "submit" }, SEEN);
  await send();
  assert.equal(portal.audits.get(UUID).receipt, "");
  portal.fate = () => "answered";
  await send();
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met"]);
  assert.equal(arrivedHere("7", storage)[0].arrived.receipt, "KA/2026/000001");
  assert.deepEqual(openedHere("7", storage), []);
});

test("what this device itself sent since it was looked at is no change of somebody else's", async () => {
  const opened = ofThePortal();
  give(opened, "answer:1", "met");
  portal.fate = () => "lost";
  opened.end({ ending: "submit" }, SEEN);
  // Asked for with what was on its way already: the very same request comes first.
  await send();
  portal.fate = () => "answered";
  await send();
  assert.equal(arrivedHere("7", storage)[0].arrived.why, "");
  assert.equal(portal.audits.get(UUID).receipt, "KA/2026/000001");
});

test("what was changed elsewhere is looked at first", async () => {
  const opened = ofThePortal();
  give(opened, "answer:1", "met");
  portal.elsewhere = 1;
  opened.end({ ending: "submit" }, SEEN);
  await send();
  const [{ arrived }] = arrivedHere("7", storage);
  assert.deepEqual([arrived.receipt, arrived.why], ["", "changed"]);
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met"]);
});

test("what is given after its end was asked for was not looked at: it ends nothing", async () => {
  const opened = ofThePortal();
  opened.end({ ending: "submit" }, SEEN);
  give(opened, "answer:1", "met");
  opened.takeBack();
  await new Sending({
    outbox: opened.outbox,
    path: PATH,
    page,
    post: opened.through(portal.post),
    lock: (_name, run) => run(),
  }).run();
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met"]);
  assert.equal(portal.audits.get(UUID).receipt, "");
});

test("on the card of another edition what means the same is answered so, and the rest is told", async () => {
  const opened = openOne();
  opened.outbox.give("answer:1", { value: "met", note: "", version: 3, told: "Pierwsze Tak" });
  opened.outbox.give("answer:2", { value: "met", note: "mruknął", version: 0, told: "Drugie Tak" });
  opened.outbox.give("others", { told: "Nic innego" });
  opened.end({ ending: "submit" }, { revision: 0, shown: "" });
  portal.refusal = "Inne wydanie.";
  await send();
  opened.carryOver(new Map([["answer:1", "answer:11"]]), { edition: 6, card: "/inna/" });
  const { record } = opened;
  assert.deepEqual(
    record.notCarried.map(({ text }) => text),
    ["Drugie Tak – mruknął", "Nic innego"],
  );
  assert.deepEqual([record.edition, record.card, record.refused, record.ending], [6, "/inna/", [], null]);
  portal.refusal = "";
  await send();
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:11 met"]);
});

test("another account on the same device finds none of it", () => {
  openOne();
  assert.deepEqual(openedHere("8", storage), []);
  assert.deepEqual(openedHere("77", storage), []);
});

test("once the portal has it, its changes go the way of any draft", async () => {
  const opened = openOne();
  await send();
  give(opened, "answer:1", "met");
  const { outbox } = opened;
  const post = opened.through(portal.post);
  await new Sending({ outbox, path: PATH, page, post, newToken: undefined, lock: (_name, run) => run() }).run();
  assert.equal(portal.requests.at(-1), PATH);
  assert.deepEqual(portal.audits.get(UUID).taken, ["answer:1 met"]);
});

test("a kept page is fetched anew after twelve hours", () => {
  const now = Date.parse("2026-12-01T20:00:00Z");
  const made = (date) => new Response("", { headers: date ? { Date: date } : {} });
  assert.equal(isFresh(made("Tue, 01 Dec 2026 08:00:01 GMT"), now), true);
  assert.equal(isFresh(made("Tue, 01 Dec 2026 07:59:59 GMT"), now), false);
  assert.equal(isFresh(made(""), now), false);
});

test("what the portal lets nobody keep is not kept", () => {
  const answered = (control, status = 200) => new Response("", { status, headers: { "Cache-Control": control } });
  assert.equal(mayKeep(answered("private, no-cache")), true);
  assert.equal(mayKeep(answered("no-store")), false);
  assert.equal(mayKeep(answered("private, no-cache", 404)), false);
  assert.equal(mayKeep(new Response("")), false);
});
