// Digits judge the focused question, j and k move. The keys work only while a question is focused; the arrows choose, as
// browsers have it.

const MOVES = { j: 1, k: -1 };

// What a key asks for where it was pressed ("note": a note's text, "number": a field for a number, "choice": the
// rest); undefined leaves it to the browser.
export function meaningOf({ key, ctrlKey, metaKey, altKey }, place) {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (place === "note") return key === "Escape" ? { does: "leaveNote" } : undefined;
  const isTyped = place === "number" && key.length === 1;
  if (isTyped) return undefined;
  if (Object.hasOwn(MOVES, key)) return { does: "move", step: MOVES[key] };
  if (key === "Enter") return { does: "moveToNext" };
  if (/^[0-9]$/.test(key)) return { does: "judge", digit: key };
  return key === "n" ? { does: "openNote" } : undefined;
}

function placeOf(target) {
  if (target.matches("textarea")) return "note";
  return target.matches("input[type=text]") ? "number" : "choice";
}

export class Keyboard {
  constructor(sheet, filling) {
    Object.assign(this, { sheet, filling });
    sheet.form.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    const question = this.sheet.questionAt(event.target);
    const meaning = question && meaningOf(event, placeOf(event.target));
    if (!meaning) return;
    // Enter on a button or a link is theirs.
    if (meaning.does === "moveToNext" && !event.target.matches("input")) return;
    if (meaning.does === "openNote" && !question.note) return;
    event.preventDefault();
    this[meaning.does](question, meaning);
  }

  leaveNote(question) {
    question.focus();
  }

  move(question, { step }) {
    const { shown } = this.sheet;
    shown[shown.indexOf(question) + step]?.focus();
  }

  // At the end it leads on to the page before submitting.
  moveToNext(question) {
    const next = this.sheet.nextLeft(question);
    if (next) next.focus();
    else this.sheet.finish.click();
  }

  judge(question, { digit }) {
    if (digit === "0") {
      question.value = "";
      this.filling.giveAndSend(question);
      return;
    }
    const radio = question.radios.find((one) => one.dataset.digit === digit);
    if (!radio || radio.checked) return;
    radio.checked = true;
    question.unfold();
    radio.focus({ preventScroll: true });
    this.filling.giveAndSend(question);
  }

  openNote(question) {
    question.note.closest("details").open = true;
    question.note.focus();
  }
}
