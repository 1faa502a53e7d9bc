import assert from "node:assert/strict";
import { test } from "node:test";

import { meaningOf } from "../../../static/js/checklist/keyboard.js";

test("keys judge and move where a question is answered, and write where somebody writes", () => {
  assert.deepEqual(meaningOf({ key: "3" }, "choice"), { does: "judge", digit: "3" });
  assert.deepEqual(meaningOf({ key: "k" }, "choice"), { does: "move", step: -1 });
  assert.deepEqual(meaningOf({ key: "j" }, "choice"), { does: "move", step: 1 });
  for (const key of ["ArrowDown", "ArrowUp"]) assert.equal(meaningOf({ key }, "choice"), undefined);
  assert.deepEqual(meaningOf({ key: "n" }, "choice"), { does: "openNote" });
  assert.deepEqual(meaningOf({ key: "Enter" }, "number"), { does: "moveToNext" });
  assert.deepEqual(meaningOf({ key: "Escape" }, "note"), { does: "leaveNote" });
  for (const key of ["3", "j", "n"]) assert.equal(meaningOf({ key }, "number"), undefined);
  for (const key of ["3", "ArrowDown", "Enter"]) assert.equal(meaningOf({ key }, "note"), undefined);
  assert.equal(meaningOf({ key: "3", ctrlKey: true }, "choice"), undefined);
  assert.equal(meaningOf({ key: "toString" }, "choice"), undefined);
});
