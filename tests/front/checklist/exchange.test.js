import assert from "node:assert/strict";
import { test } from "node:test";

import { outcomeOf } from "../../../static/js/checklist/exchange.js";

test("what came of a request is read from its reply, unless something else answered", () => {
  for (const status of [200, 409, 422]) assert.equal(outcomeOf(status, false, { seq: 3 }), "answered");
  assert.equal(outcomeOf(409, false, { problem: "gap", seq: 3 }), "gap");
  assert.equal(outcomeOf(409, false, { problem: "late" }), "late");
  assert.equal(outcomeOf(422, false, { problem: "unreadable" }), "failed");
  const outcomes = [403, 404, 200, 500, 502].map((status) => outcomeOf(status, false, undefined));
  assert.deepEqual(outcomes, ["forbidden", "gone", "failed", "failed", "failed"]);
  assert.equal(outcomeOf(200, true, { seq: 3 }), "expired");
});
