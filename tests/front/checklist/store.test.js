import assert from "node:assert/strict";
import { test } from "node:test";

import { keeps, Store } from "../../../static/js/checklist/store.js";
import { Storage } from "./storage.js";

const keysOf = (store) => store.entries().map(([key]) => key);

test("what was given is there again for the next page, in the order of giving", () => {
  const storage = new Storage();
  const store = new Store("checklist:7:a", storage);
  for (const key of ["answer:3", "gate:1", "answer:1"]) store.put(key, { value: "met", at: store.now() });
  const again = new Store("checklist:7:a", storage);
  assert.deepEqual(keysOf(again), ["answer:3", "gate:1", "answer:1"]);
  assert.equal(again.get("gate:1").value, "met");
});

test("another checklist's answers are not this one's, and the device is the same", () => {
  const storage = new Storage();
  const store = new Store("checklist:7:a", storage);
  store.put("answer:3", { value: "met", at: 1 });
  const other = new Store("checklist:7:b", storage);
  assert.equal(other.size, 0);
  assert.match(store.device, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(other.device, store.device);
  assert.notEqual(new Store("checklist:7:a", new Storage()).device, store.device);
});

test("what is given after the clock was set back still comes last", () => {
  const storage = new Storage();
  new Store("checklist:7:a", storage).put("answer:1", { value: "met", at: Number.MAX_SAFE_INTEGER - 9 });
  const store = new Store("checklist:7:a", storage);
  store.put("answer:2", { value: "met", at: store.now() });
  assert.deepEqual(keysOf(store), ["answer:1", "answer:2"]);
});

test("two tabs see each other's answers", () => {
  const storage = new Storage();
  const [first, second] = [new Store("checklist:7:a", storage), new Store("checklist:7:a", storage)];
  first.put("answer:1", { value: "met", at: 1 });
  assert.equal(second.get("answer:1").value, "met");
  second.remove("answer:1");
  assert.equal(first.size, 0);
});

test("without a storage, and with one that is full, the page holds it and says so", () => {
  const full = new Storage();
  full.setItem("checklist:7:a:unsent:answer:1", "{");
  full.setItem = () => {
    throw new Error("QuotaExceededError");
  };
  for (const storage of [undefined, full]) {
    assert.equal(keeps(storage ?? null), false);
    const store = new Store("checklist:7:a", storage ?? null);
    assert.equal(store.size, 0);
    store.put("answer:2", { value: "met", at: 1 });
    assert.deepEqual(keysOf(store), ["answer:2"]);
    assert.equal(store.isFull, true);
    assert.equal(store.device, store.device);
    store.remove("answer:2");
    assert.equal(store.size, 0);
  }
});

test("a storage that takes and does not keep is none", () => {
  const storage = new Storage();
  assert.equal(keeps(storage), true);
  storage.setItem = () => {};
  assert.equal(keeps(storage), false);
});
