import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting } from "../../../static/js/typed-choice/matching.js";

const NAMES = [
  "UD-BEM · Urząd Dzielnicy Bemowo",
  "UD-BEM-WOM · Wydział Obsługi Mieszkańców",
  "UD-WOL-WOM · Wydział Obsługi Mieszkańców",
  "B-KS · Biuro Kadr i Szkoleń",
];

test("every word typed begins a word of the code or the name", () => {
  assert.deepEqual(fitting("bem obs", NAMES), [NAMES[1]]);
  assert.deepEqual(fitting("wom", NAMES), [NAMES[1], NAMES[2]]);
  assert.deepEqual(fitting("zkole", NAMES), []);
});

test("case, Polish letters and hyphens make no difference", () => {
  assert.deepEqual(fitting("OBSLUGI mieszkancow", NAMES), [NAMES[1], NAMES[2]]);
  assert.deepEqual(fitting("ud-wol", NAMES), [NAMES[2]]);
  assert.deepEqual(fitting("szkoleń", NAMES), [NAMES[3]]);
});

test("a whole name, as it stands in the list, fits itself and nothing else", () => {
  for (const name of NAMES.slice(1)) assert.deepEqual(fitting(name, NAMES), [name]);
});

test("nothing typed fits everything", () => {
  assert.deepEqual(fitting(" · ", NAMES), NAMES);
});
