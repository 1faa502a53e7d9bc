import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, offlineName } from "../../../static/js/checklist/bar.js";

test("waiting answers are counted in the right form of the Polish noun", () => {
  const names = [1, 2, 4, 5, 12, 22, 25].map((waiting) => offlineName("pl", waiting));
  assert.deepEqual(names, [
    "offlineOne",
    "offlineFew",
    "offlineFew",
    "offlineMany",
    "offlineMany",
    "offlineFew",
    "offlineMany",
  ]);
});

test("signing in again leads back to the page, at the question that one was at", () => {
  const page = { pathname: "/audyty/7/karta/", search: "?sprawdzenie=left" };
  assert.equal(addressOf(page, "row-12"), "/audyty/7/karta/?sprawdzenie=left#row-12");
  assert.equal(addressOf(page, undefined), "/audyty/7/karta/?sprawdzenie=left");
});
