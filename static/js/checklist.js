// The checklist's page. Without this script it is one form with one button; with it each answer is saved at once.

import { Bar } from "./checklist/bar.js";
import { Keyboard } from "./checklist/keyboard.js";
import { Sender } from "./checklist/sender.js";
import { Sheet } from "./checklist/sheet.js";
import { Store } from "./checklist/store.js";

document.documentElement.classList.add("js");

const form = document.getElementById("checklist");
const sheet = new Sheet(form);
const store = new Store(form.dataset.store);
const sender = new Sender(sheet, store, new Bar());
new Keyboard(sheet, sender);

// Before htmx, which listens at each question, sends it: so that it is kept whatever happens to the request.
for (const kind of ["input", "change"]) {
  form.addEventListener(
    kind,
    (event) => {
      const question = sheet.questionAt(event.target);
      if (question) sender.give(question);
    },
    true,
  );
}

function turn(value) {
  const [occasion, arose] = value.split(":");
  const gate = sheet.question(`gate:${occasion}`);
  gate.value = arose;
  sender.giveAndSend(gate);
  return gate;
}

function focusInGroup(group) {
  const row = group.dataset.arose === "yes" && group.querySelector(".q:not([hidden])");
  if (row) sheet.questionAt(row).focus();
  else [...group.querySelectorAll("button")].find((button) => button.offsetParent)?.focus();
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.choose) {
    const question = sheet.questionAt(button);
    sender.choose(question, button.dataset.choose, button.closest(".clash"));
    question.focus();
    return;
  }
  event.preventDefault();
  if (button.name === "turn") {
    turn(button.value);
    focusInGroup(button.closest(".group"));
  } else if (button.name === "clear") {
    const question = sheet.questionAt(button);
    question.value = "";
    sender.giveAndSend(question);
    question.focus();
  } else if (button.closest("[data-act]")) {
    sender.act(button.closest("[data-act]"));
  } else if (button.name === "submit") {
    if (store.size) sender.retry();
    else location.assign(button.dataset.page);
  }
});

form.addEventListener("submit", (event) => event.preventDefault());

const next = document.getElementById("next");
next.addEventListener("click", (event) => {
  const focused = document.activeElement?.closest?.(".q");
  const question = sheet.nextLeft(focused);
  if (!question) return;
  event.preventDefault();
  question.element.scrollIntoView({ block: "center" });
  question.focus();
});
