// The checklist as the page shows it: its questions, what is answered, what is folded away, what is left.

import { asked, nextLeft, progress } from "./folding.js";

const UNANSWERED = "";
// What of a page is sent by itself: a question, or an act on several.
class Control {
  constructor(element) {
    this.element = element;
    this.status = element.querySelector(".status");
  }

  // In words, for a page that lists what waits.
  get told() {
    return this.element.querySelector("button").textContent.trim();
  }

  set isWaiting(isWaiting) {
    this.element.classList.toggle("is-waiting", isWaiting);
  }

  reply(html) {
    this.status.innerHTML = html;
  }

  // Seen by its colour; in words it takes no room.
  waits(text) {
    const waiting = document.createElement("span");
    waiting.className = "visually-hidden";
    waiting.textContent = text;
    this.status.replaceChildren(waiting);
  }

  isSaved(text) {
    const saved = document.createElement("span");
    saved.className = "saved";
    saved.textContent = text;
    this.status.replaceChildren(saved);
  }

  clearReply() {
    this.status.textContent = "";
  }
}

export class Question extends Control {
  constructor(element) {
    super(element);
    this.key = element.dataset.key;
    [this.kind, this.id] = this.key.split(":");
  }

  get asked() {
    return this.element.querySelector(".q__question").textContent.trim();
  }

  get words() {
    const chosen = this.radios.find((radio) => radio.checked);
    return this.input ? this.value : (chosen?.nextElementSibling.textContent.trim() ?? "");
  }

  get told() {
    return `${this.asked} ${this.words}`.trim();
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
    this.unfold();
  }

  // An answer that is folded away behind its question is shown.
  unfold() {
    const chosen = this.radios.find((radio) => radio.checked);
    const folded = chosen?.closest("details");
    if (folded) folded.open = true;
  }

  // What is sent and kept: the value, the note, and the version of what the page showed.
  get given() {
    return { value: this.value, note: this.note?.value ?? "", version: this.version };
  }

  set given({ value, note, version }) {
    this.show(value, note);
    this.version = version;
  }

  show(value, note) {
    this.value = value;
    if (!this.note || note === undefined) return;
    this.note.value = note;
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
}

export class Sheet {
  constructor(form) {
    this.form = form;
    this.questions = [...form.querySelectorAll(".q[data-key]")].map((element) => new Question(element));
    this.byKey = new Map(this.questions.map((question) => [question.key, question]));
    this.gates = this.questions.filter((question) => question.kind === "gate");
    this.rows = this.questions.filter((question) => question.kind === "answer");
    this.acts = new Map([...form.querySelectorAll("[data-act]")].map((one) => [one.dataset.act, new Control(one)]));
    this.left = document.getElementById("left");
    this.progress = document.getElementById("progress");
    this.next = document.getElementById("next");
    this.finish = form.querySelector("[name=submit]");
  }

  get token() {
    return this.form.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  set token(token) {
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
  }

  question(key) {
    return this.byKey.get(key);
  }

  // A question or an act.
  control(key) {
    return this.byKey.get(key) ?? this.acts.get(key);
  }

  questionAt(node) {
    const element = node?.closest?.(".q");
    return element ? this.byKey.get(element.dataset.key) : undefined;
  }

  get shown() {
    return this.questions.filter((question) => question.isShown);
  }

  // By key, which version it shows: as a form that ends filling says it.
  get versions() {
    const named = this.questions.filter(({ versionField }) => versionField);
    return named.map(({ key, version }) => `${key === "waiting" ? "visit" : key}=${version}`).join(" ");
  }

  touched() {
    const all = this.questions.map((question) => [question, question.touched]);
    return all.filter(([, touched]) => Object.keys(touched).length);
  }

  // Folds away what did not happen, asks each matter once, and counts what is left: as the server does.
  refresh() {
    const arose = new Map(this.gates.map((gate) => [gate.id, gate.value]));
    for (const group of this.form.querySelectorAll(".group")) group.dataset.arose = arose.get(group.dataset.gate);
    const rows = this.rows.map(({ element }) => ({
      element,
      gate: element.dataset.gate,
      matter: element.dataset.matter,
    }));
    const shown = asked(rows, arose);
    for (const row of rows) row.element.hidden = !shown.has(row);
    for (const list of this.form.querySelectorAll(".breaches__block, .breaches")) {
      list.hidden = !list.querySelector(".q:not([hidden])");
    }
    const questions = this.shown.filter((question) => question.kind !== "waiting");
    const { left, done, total } = progress(questions.map((question) => question.value));
    this.left.textContent = left;
    this.progress.max = total;
    this.progress.value = done;
    this.next.querySelector("span").textContent = left ? this.next.dataset.next : this.next.dataset.finish;
  }

  // The next question without an answer after another, from the top again when none follows.
  nextLeft(after) {
    const isLeft = this.questions.map((question) => question.isLeft);
    return this.questions[nextLeft(isLeft, this.questions.indexOf(after))];
  }

  // "Nothing else happened" and "none of the above" answer what has no answer.
  applyAct(key) {
    const [act, block] = key.split(":");
    if (act !== "others" && act !== "none") return;
    const within = block ? `[data-block="${block}"]` : ".breaches";
    const [selector, value] = act === "others" ? [".q--gate", "no"] : [`${within} .q`, "met"];
    for (const question of this.questions) {
      if (question.isLeft && question.element.matches(selector)) question.value = value;
    }
  }

  waitForNetwork(key) {
    this.control(key)?.waits(this.form.dataset.waiting);
  }
}
