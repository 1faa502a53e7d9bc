import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Outbox } from "../../../static/js/checklist/outbox.js";
import { Store } from "../../../static/js/checklist/store.js";
import { Storage } from "./storage.js";

let storage;
let outbox;

// As after a closed page: what was kept, and nothing else.
const opened = () => new Outbox(new Store("checklist:7:a", storage));
const give = (key, value, version, note = "") => outbox.give(key, { value, note, version });
// The request in short: "first: key value@version …".
const asked = (most) => {
  const { first, changes } = outbox.begin(most);
  return `${first}: ${changes.map(({ key, value, version }) => `${key} ${value}@${version}`).join(" ")}`;
};
const clash = (...keys) => ({ turnedDown: Object.fromEntries(keys.map((key) => [key, { became: "clash" }])) });

beforeEach(() => {
  storage = new Storage();
  outbox = opened();
});

test("all that waits goes in one request, numbered in the order of giving", () => {
  give("answer:2", "met", 0);
  give("answer:1", "met", 0);
  give("answer:2", "not_met", 0);
  assert.equal(asked(), "1: answer:1 met@0 answer:2 not_met@0");
  outbox.settle({});
  assert.equal(outbox.isWaiting, false);
  give("gate:1", "yes", 3);
  assert.equal(asked(), "3: gate:1 yes@3");
});

test("until a reply comes the very same is asked again, through a closed page too", () => {
  give("answer:1", "not_met", 0);
  const first = outbox.begin();
  outbox = opened();
  give("answer:2", "met", 0);
  give("answer:1", "met", 0);
  outbox = opened();
  assert.deepEqual(outbox.begin(), first);
});

test("what was given since carries the version that the reply gave", () => {
  give("answer:1", "not_met", 0);
  outbox.begin();
  give("answer:1", "met", 0, "uśmiech");
  outbox.settle({ moved: { "answer:1": [0, 1, "not_met"] } });
  assert.equal(asked(), "2: answer:1 met@1");
});

test("so does what another answer of this device moved; what somebody else moved does not", () => {
  give("gate:3", "yes", 0);
  outbox.begin();
  give("answer:1", "met", 4);
  give("answer:2", "met", 4);
  outbox.settle({ moved: { "gate:3": [0, 1, "yes"], "answer:1": [4, 5, ""], "answer:2": [5, 6, ""] } });
  assert.equal(asked(), "2: answer:1 met@5 answer:2 met@4");
});

test("a longer note alone is something later", () => {
  give("answer:1", "met", 0, "mruk");
  outbox.begin();
  give("answer:1", "met", 0, "mruknął");
  outbox.settle({ moved: { "answer:1": [0, 1, "met"] } });
  assert.equal(outbox.begin().changes[0].note, "mruknął");
});

test("an act pressed again while it was on its way is asked again", () => {
  outbox.give("others", {});
  outbox.begin();
  outbox.give("others", {});
  outbox.settle({});
  assert.equal(asked(), "2: others @0");
  outbox.settle({});
  assert.equal(outbox.isWaiting, false);
});

test("a clash waits for the person, lets everything else go, and counts as held", () => {
  give("answer:1", "met", 0);
  outbox.begin();
  assert.deepEqual(outbox.settle(clash("answer:1")), ["answer:1"]);
  assert.equal(outbox.isWaiting, false);
  assert.equal(outbox.last, 2);
  give("answer:2", "met", 0);
  assert.equal(asked(), "2: answer:2 met@0");
  outbox.settle({});
  give("answer:1", "met", 4);
  assert.equal(asked(), "3: answer:1 met@4");
});

test("what was turned down is not the last word where something was given since", () => {
  for (const became of ["clash", "refused"]) {
    give("answer:1", "not_met", 0);
    outbox.begin();
    give("answer:1", "met", 0);
    assert.deepEqual(outbox.settle({ turnedDown: { "answer:1": { became } } }), []);
    assert.match(asked(), /answer:1 met@0$/);
    outbox.settle({});
  }
});

test("what was refused is forgotten: it has its number, and the portal lists it", () => {
  give("answer:1", "wonderful", 0);
  outbox.begin();
  assert.deepEqual(outbox.settle({ turnedDown: { "answer:1": { became: "refused" } } }), ["answer:1"]);
  assert.equal(outbox.size, 0);
  assert.equal(outbox.last, 1);
});

test("the last number counts what waits, and what has no answer yet twice", () => {
  give("answer:1", "met", 0);
  give("answer:2", "met", 0);
  assert.equal(outbox.last, 2);
  outbox.begin();
  assert.equal(outbox.last, 4);
  outbox.settle({});
  assert.equal(outbox.last, 2);
});

test("after a gap all that is held is numbered from where the portal is", () => {
  give("answer:1", "met", 0);
  outbox.begin();
  outbox.gap(7);
  assert.equal(asked(), "8: answer:1 met@0");
});

test("what the server fails on is asked alone, then gives its number up and lets the rest go before it", () => {
  give("answer:1", "not_met", 0);
  give("answer:2", "met", 0);
  outbox.begin();
  outbox.failed();
  assert.equal(asked(), "1: answer:1 not_met@0");
  outbox.failed();
  assert.equal(asked(), "1: nothing @0");
  outbox.failed();
  assert.equal(asked(), "1: nothing @0");
  outbox.settle({});
  assert.equal(asked(1), "2: answer:2 met@0");
  outbox.settle({});
  assert.equal(asked(1), "3: answer:1 not_met@0");
});

test("what the portal has is remembered with its note, for a page that is older", () => {
  give("answer:1", "met", 0, "uśmiech");
  outbox.begin();
  outbox.settle({ moved: { "answer:1": [0, 1, "met"], "answer:2": [3, 4, "met"] } });
  assert.deepEqual(opened().store.saved, { "answer:1": [1, "met", "uśmiech"], "answer:2": [4, "met", null] });
});
