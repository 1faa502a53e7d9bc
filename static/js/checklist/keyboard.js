// Digits judge the focused question, arrows (and j, k) move. The keys work only while a question is focused.

export class Keyboard {
  constructor(sheet, sender) {
    Object.assign(this, { sheet, sender });
    sheet.form.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const question = this.sheet.questionAt(event.target);
    if (!question) return;
    if (event.target.matches("textarea")) {
      if (event.key === "Escape") this.done(event, () => question.focus());
      return;
    }
    const moves = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
    const typing = event.target.matches("input[type=text]");
    if (event.key in moves && !(typing && event.key.length === 1)) {
      this.done(event, () => this.move(question, moves[event.key]));
    } else if (event.key === "Enter" && event.target.matches("input")) {
      this.done(event, () => this.sheet.nextLeft(question.element)?.focus());
    } else if (!typing && /^[0-9]$/.test(event.key)) {
      this.done(event, () => this.judge(question, event.key));
    } else if (!typing && event.key === "n" && question.note) {
      this.done(event, () => this.openNote(question));
    }
  }

  done(event, action) {
    event.preventDefault();
    action();
  }

  move(question, step) {
    const { shown } = this.sheet;
    shown[shown.indexOf(question) + step]?.focus();
  }

  judge(question, digit) {
    if (digit === "0") {
      question.value = "";
      this.sender.giveAndSend(question);
      return;
    }
    const radio = question.radios.find((one) => one.dataset.digit === digit);
    if (!radio || radio.checked) return;
    radio.checked = true;
    radio.focus({ preventScroll: true });
    this.sender.giveAndSend(question);
  }

  openNote(question) {
    question.note.closest("details").open = true;
    question.note.focus();
  }
}
