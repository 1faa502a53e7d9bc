// The page's filling with a server of its own: one that may lose its replies, hold them back, or take a request late.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Filling } from "../../../static/js/checklist/filling.js";
import { Outbox } from "../../../static/js/checklist/outbox.js";
import { Store } from "../../../static/js/checklist/store.js";
import { Storage } from "./storage.js";

// As the real one (audits/fieldwork/journal.py).
class Server {
  constructor() {
    this.rows = new Map();
    this.devices = new Map();
    this.requests = [];
    this.pending = 0;
    this.mostPending = 0;
    this.fate = () => "answered";
  }

  row(key) {
    if (!this.rows.has(key)) this.rows.set(key, { value: "", note: "", version: 0 });
    return this.rows.get(key);
  }

  take({ device, first, changes }) {
    const kept = this.devices.get(device) ?? { seq: 0 };
    const listed = JSON.parse(changes);
    const last = first + listed.length - 1;
    if (last === kept.seq && changes === kept.changes) return kept.reply;
    if (first !== kept.seq + 1) return { outcome: "gap", reply: { seq: kept.seq } };
    const [moved, turnedDown] = [{}, {}];
    for (const { key, value, note, version } of listed) {
      const row = this.row(key);
      const isSame = row.value === value && row.note === note;
      if (!isSame && version !== row.version) {
        turnedDown[key] = { became: "clash", html: "clash" };
        continue;
      }
      if (!isSame) this.rows.set(key, { value, note, version: row.version + 1 });
      moved[key] = [version, this.row(key).version, value];
    }
    const reply = { outcome: "answered", reply: { seq: last, moved, turned_down: turnedDown, now: "12:30" } };
    this.devices.set(device, { seq: last, changes, reply });
    return reply;
  }

  // Somebody else's answer.
  set(key, value) {
    this.rows.set(key, { value, note: "", version: this.row(key).version + 1 });
  }

  post = async (_path, fields) => {
    const changes = JSON.parse(fields.changes);
    this.requests.push(changes.map(({ key, value, version }) => `${key} ${value}@${version}`).join(", "));
    this.pending += 1;
    this.mostPending = Math.max(this.mostPending, this.pending);
    const fate = await this.fate(fields, changes);
    this.pending -= 1;
    if (fate === "lost") return { outcome: "offline" };
    if (fate === "failed") return { outcome: "failed" };
    const reply = this.take(fields);
    return fate === "unheard" ? { outcome: "offline" } : reply;
  };
}

class Question {
  constructor(key, { value, note, version }) {
    Object.assign(this, { key, value, note, version, told: key, isWaiting: false, said: "" });
  }

  get given() {
    return { value: this.value, note: this.note, version: this.version };
  }

  set given({ value, note, version }) {
    Object.assign(this, { value, note, version });
  }

  show(value, note = this.note) {
    Object.assign(this, { value, note });
  }

  reply(html) {
    this.said = html;
  }

  isSaved(text) {
    this.said = text;
  }

  clearReply() {
    this.said = "";
  }
}

class Page {
  constructor(server, storage, served = server) {
    this.questions = new Map(["answer:1", "answer:2"].map((key) => [key, new Question(key, served.row(key))]));
    this.said = "";
    this.outbox = new Outbox(new Store("checklist:7:a", storage));
    const say = (name) => {
      this.said = name;
    };
    const bar = {
      show: say,
      problem: say,
      saved: () => say("saved"),
      savedAt: (time) => `saved ${time}`,
      offline: () => say("offline"),
    };
    const sheet = {
      token: "",
      question: (key) => this.questions.get(key),
      control: (key) => this.questions.get(key),
      touched: () => [],
      applyAct: () => {},
      refresh: () => {},
      waitForNetwork: () => {},
    };
    this.filling = new Filling({
      sheet,
      outbox: this.outbox,
      bar,
      path: "/zmiany/",
      post: server.post,
      newToken: async () => ({}),
      lock: (_name, send) => send(),
    });
    this.filling.restore();
  }

  answer(key, value) {
    const question = this.questions.get(key);
    question.value = value;
    this.filling.giveAndSend(question);
  }

  sent() {
    return this.filling.sending.run();
  }
}

let server;
let storage;
const open = () => new Page(server, storage);

beforeEach(() => {
  server = new Server();
  storage = new Storage();
});

test("quick answers go one request at a time, with the version of the reply before", async () => {
  const page = open();
  await page.sent();
  for (const value of ["met", "not_met", "met", "not_observed"]) page.answer("answer:1", value);
  page.answer("answer:2", "met");
  await page.sent();
  assert.deepEqual(server.requests, ["answer:1 met@0", "answer:1 not_observed@1, answer:2 met@0"]);
  assert.equal(server.mostPending, 1);
  assert.equal(page.said, "saved");
  assert.equal(page.questions.get("answer:1").said, "saved 12:30");
  assert.equal(page.outbox.size, 0);
});

test("an answer changed after a reply was lost does not clash with itself", async () => {
  const page = open();
  await page.sent();
  server.fate = () => "unheard";
  page.answer("answer:1", "not_met");
  await page.sent();
  assert.equal(page.said, "offline");
  server.fate = () => "answered";
  page.answer("answer:1", "met");
  await page.sent();
  assert.deepEqual(server.requests, ["answer:1 not_met@0", "answer:1 not_met@0", "answer:1 met@1"]);
  assert.equal(page.said, "saved");
  assert.equal(server.row("answer:1").value, "met");
});

test("nor does one changed on the page opened anew, whether that page came before or after it was taken", async () => {
  for (const isTakenBefore of [true, false]) {
    server = new Server();
    storage = new Storage();
    const first = open();
    await first.sent();
    let late;
    server.fate = (fields) => {
      late = fields;
      return isTakenBefore ? "unheard" : "lost";
    };
    first.answer("answer:1", "not_met");
    await first.sent();
    server.fate = () => "answered";
    const again = open();
    if (!isTakenBefore) server.take(late);
    again.answer("answer:1", "met");
    await again.sent();
    await again.sent();
    assert.equal(again.said, "saved");
    assert.equal(server.row("answer:1").value, "met");
  }
});

test("a request that arrives after all later ones changes nothing", async () => {
  const page = open();
  await page.sent();
  let late;
  server.fate = (fields) => {
    late ??= fields;
    return "lost";
  };
  page.answer("answer:1", "not_met");
  await page.sent();
  server.fate = () => "answered";
  page.answer("answer:1", "met");
  await page.sent();
  assert.equal(server.take(late).outcome, "gap");
  assert.equal(server.row("answer:1").value, "met");
});

test("while a reply is held back nothing else is sent", async () => {
  const page = open();
  await page.sent();
  let release;
  server.fate = () => new Promise((resolve) => (release = resolve));
  page.answer("answer:1", "met");
  page.answer("answer:1", "not_met");
  page.answer("answer:2", "met");
  page.filling.sending.retry();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(server.requests.length, 1);
  server.fate = () => "answered";
  release("answered");
  await page.sent();
  assert.equal(page.said, "saved");
  assert.deepEqual(server.row("answer:1"), { value: "not_met", note: "", version: 2 });
});

test("what another window saved is never overwritten, and the person's choice is", async () => {
  const page = open();
  await page.sent();
  server.set("answer:1", "met");
  page.answer("answer:1", "not_met");
  await page.sent();
  assert.equal(page.said, "clash");
  assert.equal(server.row("answer:1").value, "met");
  page.filling.choose(page.questions.get("answer:1"), true, { value: "met", note: "", version: 1 });
  await page.sent();
  assert.equal(page.said, "saved");
  assert.equal(server.row("answer:1").value, "not_met");
});

test("a question that the server fails on does not keep the others back", async () => {
  const page = open();
  await page.sent();
  server.fate = (_fields, changes) => (changes.some(({ key }) => key === "answer:1") ? "failed" : "answered");
  page.answer("answer:1", "met");
  await page.sent();
  assert.equal(page.said, "failed");
  page.answer("answer:2", "met");
  await page.sent();
  assert.equal(server.row("answer:2").value, "met");
  assert.equal(page.said, "failed");
  assert.equal(page.outbox.size, 1);
  server.fate = () => "answered";
  await page.sent();
  assert.equal(server.row("answer:1").value, "met");
  assert.equal(page.said, "saved");
});

test("a portal that is down is asked twice a round, however much waits", async () => {
  const page = open();
  await page.sent();
  server.fate = () => "failed";
  for (const [key, value] of [
    ["answer:1", "met"],
    ["answer:2", "met"],
    ["answer:1", "not_met"],
  ])
    page.answer(key, value);
  await page.sent();
  assert.equal(server.requests.length, 2);
  assert.equal(page.said, "failed");
  server.fate = () => "answered";
  await page.sent();
  assert.equal(page.said, "saved");
  assert.equal(server.row("answer:1").value, "not_met");
  assert.equal(server.row("answer:2").value, "met");
});

test("signed out, everything waits; signed in again, it goes with the new token", async () => {
  const page = open();
  await page.sent();
  const { sending } = page.filling;
  const tokens = [{ trouble: "expired" }, { token: "new" }];
  sending.newToken = async () => tokens.shift();
  sending.post = async () => ({ outcome: "expired" });
  page.answer("answer:1", "met");
  await page.sent();
  await page.sent();
  assert.equal(page.said, "expired");
  sending.post = server.post;
  await page.sent();
  assert.equal(page.filling.token, "new");
  assert.equal(page.said, "saved");
});

test("after the audit was submitted what waits stays, and is not sent again and again", async () => {
  const page = open();
  await page.sent();
  page.filling.sending.post = async () => ({ outcome: "late", reply: { problem: "late" } });
  page.answer("answer:1", "met");
  await page.sent();
  page.filling.sending.retry();
  assert.equal(page.said, "late");
  assert.equal(page.outbox.size, 1);
});

test("a page from a cache shows what the portal has and what waits", async () => {
  const page = open();
  await page.sent();
  const old = new Server();
  page.answer("answer:1", "met");
  await page.sent();
  server.fate = () => "lost";
  page.answer("answer:2", "not_met");
  await page.sent();
  const cached = new Page(server, storage, old);
  const shown = [...cached.questions.values()].map(({ value, version, isWaiting }) => [value, version, isWaiting]);
  assert.deepEqual(shown, [
    ["met", 1, false],
    ["not_met", 0, true],
  ]);
});

test("two tabs without locks use the same numbers: the portal tells, and nothing is lost", async () => {
  const [one, other] = [open(), new Page(server, storage)];
  await Promise.all([one.sent(), other.sent()]);
  let release;
  server.fate = () => new Promise((resolve) => (release = resolve));
  one.answer("answer:1", "met");
  await new Promise((resolve) => setImmediate(resolve));
  server.fate = () => "answered";
  other.answer("answer:2", "met");
  await other.sent();
  release("answered");
  await one.sent();
  await other.sent();
  assert.equal(server.row("answer:1").value, "met");
  assert.equal(server.row("answer:2").value, "met");
});
