import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, isOff } from "../../../static/js/checklist/following.js";

const ROOM = { from: 0, to: 600 };

test("what is in sight stays where it is", () => {
  assert.equal(distance({ top: 0, bottom: 150 }, ROOM), 0);
  assert.equal(distance({ top: 450, bottom: 600 }, ROOM), 0);
});

test("what the line at the bottom covers comes into the upper half of the room", () => {
  assert.equal(distance({ top: 500, bottom: 650 }, ROOM), 350);
});

test("what is higher than the room begins at its top", () => {
  assert.equal(distance({ top: 500, bottom: 1300 }, ROOM), 500);
});

test("it is off where this browser was told so, and on otherwise", () => {
  assert.equal(isOff("csrftoken=abc; following=no"), true);
  assert.equal(isOff("csrftoken=abc; following=not"), false);
  assert.equal(isOff(""), false);
});
