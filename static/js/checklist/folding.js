// Which questions are asked now: as the server decides it (audits.fieldwork.shown), without asking it.

// 0: its occasion arose, or it needs none; 1: not known; 2: it did not arise.
const rank = (row, arose) => {
  if (row.gate === undefined || arose.get(row.gate) === "yes") return 0;
  return arose.get(row.gate) === "no" ? 2 : 1;
};

// The rows that are asked: open ones, and of those about one matter the first. `rows` are {gate, matter} in the
// order of the page, `arose` says of each gate "yes", "no" or "".
export function asked(rows, arose) {
  const speaks = new Map();
  for (const row of rows) {
    const before = speaks.get(row.matter);
    if (!before || rank(row, arose) < rank(before, arose)) speaks.set(row.matter, row);
  }
  return new Set(rows.filter((row) => rank(row, arose) === 0 && (!row.matter || speaks.get(row.matter) === row)));
}

// How far the person has come, of values of which "" is none.
export function progress(values) {
  const left = values.filter((value) => value === "").length;
  return { left, done: values.length - left, total: Math.max(1, values.length) };
}

// The index of the next without an answer after `from`, from the top again when none follows; -1 where none is left.
export function nextLeft(isLeft, from) {
  const after = isLeft.indexOf(true, from + 1);
  return after === -1 ? isLeft.indexOf(true) : after;
}
