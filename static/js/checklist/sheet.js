// The checklist as the page shows it: its questions, what is answered, what is folded away, what is left.

const UNANSWERED = "";

export class Question {
  constructor(element) {
    this.element = element;
    this.key = element.dataset.key;
    [this.kind, this.id] = this.key.split(":");
  }

  field(name) {
    return this.element.querySelector(`[name="${name}"]`);
  }

  get radios() {
    return [...this.element.querySelectorAll("input[type=radio]")];
  }

  get note() {
    return this.element.querySelector("textarea");
  }

  get versionField() {
    return this.element.querySelector('input[type=hidden][name*="version"]');
  }

  get version() {
    return Number.parseInt(this.versionField.value, 10);
  }

  set version(version) {
    this.versionField.value = version;
  }

  get input() {
    return this.element.querySelector("input[type=text]");
  }

  get value() {
    if (this.input) return this.input.value.trim();
    return this.radios.find((radio) => radio.checked)?.value ?? UNANSWERED;
  }

  set value(value) {
    if (this.input) this.input.value = value;
    else for (const radio of this.radios) radio.checked = radio.value === value;
  }

  // What is sent and kept: the value, the note, and the version of what the page showed.
  get given() {
    return { value: this.value, note: this.note?.value ?? "", version: this.version };
  }

  set given({ value, note, version }) {
    this.value = value;
    if (this.note) {
      this.note.value = note;
      if (note) this.note.closest("details").open = true;
    }
    this.version = version;
  }

  // What somebody changed of what the page came with; asked before anything else writes to its fields.
  get touched() {
    const { input, note } = this;
    const touched = {};
    if (input ? input.value !== input.defaultValue : this.radios.some((one) => one.checked !== one.defaultChecked)) {
      touched.value = this.value;
    }
    if (note && note.value !== note.defaultValue) touched.note = note.value;
    return touched;
  }

  get isShown() {
    return !this.element.hidden && !this.element.closest("[hidden]");
  }

  get isLeft() {
    return this.kind !== "waiting" && this.isShown && this.value === UNANSWERED;
  }

  focus() {
    const target = this.input ?? this.radios.find((radio) => radio.checked) ?? this.radios[0];
    target.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  status(text) {
    this.element.querySelector(".status").textContent = text;
  }
}

export class Sheet {
  constructor(form) {
    this.form = form;
    this.questions = [...form.querySelectorAll("[data-key]")]
      .filter((element) => element.classList.contains("q"))
      .map((element) => new Question(element));
    this.byKey = new Map(this.questions.map((question) => [question.key, question]));
    this.gates = this.questions.filter((question) => question.kind === "gate");
    this.rows = this.questions.filter((question) => question.kind === "answer");
    this.left = document.getElementById("left");
    this.progress = document.getElementById("progress");
    this.next = document.getElementById("next");
  }

  question(key) {
    return this.byKey.get(key);
  }

  questionAt(node) {
    const element = node?.closest?.(".q");
    return element ? this.byKey.get(element.dataset.key) : undefined;
  }

  get shown() {
    return this.questions.filter((question) => question.isShown);
  }

  // Folds away what did not happen, asks each matter once, and counts what is left: as the server does.
  refresh() {
    const arose = new Map(this.gates.map((gate) => [gate.id, gate.value]));
    for (const group of this.form.querySelectorAll(".group")) group.dataset.arose = arose.get(group.dataset.gate);
    const speaks = new Map();
    const rank = (row) => {
      const gate = row.element.dataset.gate;
      if (gate === undefined || arose.get(gate) === "yes") return 0;
      return arose.get(gate) === "no" ? 2 : 1;
    };
    for (const row of this.rows) {
      const matter = row.element.dataset.matter;
      if (matter && (!speaks.has(matter) || rank(row) < rank(speaks.get(matter)))) speaks.set(matter, row);
    }
    for (const row of this.rows) {
      const matter = row.element.dataset.matter;
      row.element.hidden = rank(row) > 0 || Boolean(matter && speaks.get(matter) !== row);
    }
    for (const list of this.form.querySelectorAll(".breaches")) {
      list.hidden = !list.querySelector(".q:not([hidden])");
    }
    const asked = this.shown.filter((question) => question.kind !== "waiting");
    const left = asked.filter((question) => question.isLeft).length;
    this.left.textContent = left;
    this.progress.max = Math.max(1, asked.length);
    this.progress.value = asked.length - left;
    this.next.querySelector("span").textContent = left ? this.next.dataset.next : this.next.dataset.finish;
  }

  // The next question without an answer after a place on the page, from the top again when none follows.
  nextLeft(after) {
    const left = this.questions.filter((question) => question.isLeft);
    if (!after) return left[0];
    const follows = (question) => after.compareDocumentPosition(question.element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return left.find((question) => question.element !== after && follows(question)) ?? left[0];
  }

  unanswered(selector) {
    return this.questions.filter((question) => question.isLeft && question.element.matches(selector));
  }
}
