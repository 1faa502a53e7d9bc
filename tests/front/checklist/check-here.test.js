// What the check without a network makes of a checklist, and until when an audit may wait.

import assert from "node:assert/strict";
import { test } from "node:test";

import { daysToWait, leftNow, listed } from "../../../static/js/checklist/check-here.js";

const row = (id, given = {}) => ({
  kind: "answer",
  isShown: true,
  value: "",
  isLeft: !given.value,
  ...given,
  element: { id: `row-${id}`, dataset: given.data ?? {}, classList: { contains: () => Boolean(given.isBreach) } },
});
const gate = (id, isLeft) => ({ kind: "gate", id, isLeft, element: { dataset: {} } });
const sheet = (rows, gates = []) => ({ rows, questions: [...gates, ...rows] });
const ids = (questions) => questions.map(({ element }) => element.id);

test("each list has its own: what is left, a no, a breach, and a note of anything else", () => {
  const note = { value: "mruknął" };
  const rows = [
    row(1),
    row(2, { value: "not_met", note }),
    row(3, { value: "partly", isBreach: true }),
    row(4, { value: "met", note }),
    row(5, { value: "met" }),
    row(6, { value: "not_met", isShown: false }),
  ];
  const { left, noes, breaches, notes } = listed(sheet(rows));
  assert.deepEqual([left, noes, breaches, notes].map(ids), [["row-1"], ["row-2"], ["row-3"], ["row-4"]]);
});

test("what comes later may be left when an audit is set aside, with a gate about nothing else", () => {
  const rows = [row(1), row(2, { data: { later: "", gate: "7" } }), row(3, { data: { gate: "8" } })];
  const left = leftNow(sheet(rows, [gate("7", true), gate("8", true)]));
  assert.deepEqual(
    left.map((one) => one.id ?? one.element.id),
    ["8", "row-1", "row-3"],
  );
});

test("an audit waits a week as a rule, and for 90 days after the visit at most", () => {
  const rule = { longest: "90", usually: "7" };
  assert.deepEqual(daysToWait("2026-03-01", "2026-02-27", rule), {
    first: "2026-03-01",
    usual: "2026-03-08",
    last: "2026-05-28",
  });
  // Over the night on which the clocks change too.
  assert.equal(daysToWait("2026-03-27", "2026-01-01", rule).usual, "2026-04-01");
});
