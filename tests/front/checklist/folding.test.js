import assert from "node:assert/strict";
import { test } from "node:test";

import { asked, nextLeft, progress } from "../../../static/js/checklist/folding.js";

const named = (rows, arose) => [...asked(rows, new Map(Object.entries(arose)))].map((row) => row.name);

test("a row is asked when its occasion arose, or when it needs none", () => {
  const rows = [
    { name: "always" },
    { name: "fee", gate: "1" },
    { name: "form", gate: "2" },
    { name: "queue", gate: "3" },
  ];
  assert.deepEqual(named(rows, { 1: "yes", 2: "no", 3: "" }), ["always", "fee"]);
});

test("of the rows of one matter the first that applies for certain is asked", () => {
  const rows = [
    { name: "behind", gate: "1", matter: "greeting" },
    { name: "first", matter: "greeting" },
    { name: "second", matter: "greeting" },
  ];
  assert.deepEqual(named(rows, { 1: "" }), ["first"]);
  assert.deepEqual(named(rows, { 1: "no" }), ["first"]);
  assert.deepEqual(named(rows, { 1: "yes" }), ["behind"]);
});

test("a matter that only may apply is not asked yet, not even by a row whose occasion did not arise", () => {
  const rows = [
    { name: "closed", gate: "1", matter: "fee" },
    { name: "unknown", gate: "2", matter: "fee" },
  ];
  assert.deepEqual(named(rows, { 1: "no", 2: "" }), []);
  assert.deepEqual(named(rows, { 1: "no", 2: "yes" }), ["unknown"]);
});

test("progress counts what has an answer, and has a whole where nothing is asked", () => {
  assert.deepEqual(progress(["met", "", "no", ""]), { left: 2, done: 2, total: 4 });
  assert.deepEqual(progress([]), { left: 0, done: 0, total: 1 });
});

test("the next question follows, else comes from the top, else is none", () => {
  const isLeft = [true, false, true, false];
  assert.equal(nextLeft(isLeft, -1), 0);
  assert.equal(nextLeft(isLeft, 0), 2);
  assert.equal(nextLeft(isLeft, 2), 0);
  assert.equal(nextLeft([false, true], 1), 1);
  assert.equal(nextLeft([false, false], 0), -1);
});
