// The checklist's page. Without this script it is one form with one button; with it each answer is saved at once.

import { Bar } from "./checklist/bar.js";
import { CheckHere } from "./checklist/check-here.js";
import { newToken, post } from "./checklist/exchange.js";
import { Filling } from "./checklist/filling.js";
import { Following } from "./checklist/following.js";
import { Keyboard } from "./checklist/keyboard.js";
import { Opened } from "./checklist/opened.js";
import { Outbox } from "./checklist/outbox.js";
import { Sheet } from "./checklist/sheet.js";
import { keeps, storeOf } from "./checklist/store.js";

const RETRY_AFTER = 8000;
// A note is sent while it is written, whenever the writer pauses.
const PAUSE = 1500;

document.documentElement.classList.add("js");

const form = document.getElementById("checklist");
const sheet = new Sheet(form);
const outbox = new Outbox(storeOf(form.dataset));
const bar = new Bar();
// None of a correction: what is answered there stays on no device.
const opened = form.dataset.opened && new Opened(document.body.dataset.account, form.dataset.opened);
const send = opened ? opened.through(post) : post;
const filling = new Filling({ sheet, outbox, bar, path: form.dataset.path, post: send, newToken });
export const { sending } = filling;
new Keyboard(sheet, filling);
const following = new Following(sheet);
const checkHere =
  opened && new CheckHere({ part: document.getElementById("check-here"), sheet, opened, sending, seen });
if (checkHere) filling.onGiven = () => checkHere.somethingIsGiven();
sending.onward = () => opened?.hasEnded && location.assign(opened.arrived.address);
filling.restore();
checkHere?.resume();
if (!keeps()) bar.problem("full");
if (checkHere && location.hash === "#check-here") checkHere.open();

window.addEventListener("online", () => sending.retry());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sending.retry());
setInterval(() => sending.retry(), RETRY_AFTER);
window.addEventListener("storage", ({ key }) => {
  if (key?.startsWith(`${form.dataset.store}:`)) filling.followOtherTab();
});
// Brought back as it was left, it would show and send what was true then.
window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

let pause;
form.addEventListener("input", ({ target }) => {
  const question = sheet.questionAt(target);
  if (!question) return;
  filling.give(question);
  if (!target.matches("textarea")) return;
  clearTimeout(pause);
  pause = setTimeout(() => sending.run(), PAUSE);
});
form.addEventListener("change", ({ target }) => {
  const question = sheet.questionAt(target);
  if (!question) return;
  filling.giveAndSend(question);
  if (target.matches("input[type=radio]")) following.on(question);
});

function turn(value) {
  const [occasion, arose] = value.split(":");
  const gate = sheet.question(`gate:${occasion}`);
  gate.value = arose;
  filling.giveAndSend(gate);
}

function choose(button) {
  const question = sheet.questionAt(button);
  const { value, note, version } = button.closest(".clash").dataset;
  filling.choose(question, button.dataset.choose === "mine", { value, note, version: Number(version) });
  question.focus();
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
    choose(button);
    return;
  }
  event.preventDefault();
  if (button.name === "turn") {
    turn(button.value);
    focusInGroup(button.closest(".group"));
  } else if (button.name === "clear") {
    const question = sheet.questionAt(button);
    question.value = "";
    filling.giveAndSend(question);
    question.focus();
  } else if (button.closest("[data-act]")) {
    filling.act(button.closest("[data-act]").dataset.act);
  } else if (button.name === "submit") {
    submit(button.dataset.page);
  }
});

form.addEventListener("submit", (event) => event.preventDefault());

// What is looked at before it ends, of which audit.
function seen() {
  const visit = document.querySelector(".visit");
  const time = visit.querySelector("time");
  const told = visit.querySelector("[data-told]") ?? time;
  return {
    revision: outbox.revisionOf(Number(form.dataset.revision)),
    shown: sheet.versions,
    day: time.dateTime.slice(0, 10),
    card: form.dataset.keep,
    told: { unit: document.querySelector("h1").textContent.trim(), said: told.textContent.replace(/\s+/g, " ").trim() },
  };
}

// Only with everything saved: the next page says what has no answer. Without a network this one does.
async function submit(page) {
  if (opened?.isNew) {
    checkHere.open();
    return;
  }
  await sending.run();
  if (checkHere && (sending.trouble === "offline" || !(outbox.size || navigator.onLine))) checkHere.open();
  else if (!outbox.size) location.assign(page);
}

// Back to the very line from which one came.
const back = document.getElementById("back-to-check");
if (back && location.hash) back.hash = `${back.dataset.prefix}-${location.hash.slice(1)}`;

// A page about the visit that comes before an answer on its way would show, and send back, what was true before it.
for (const link of document.querySelectorAll("[data-after-saving]")) {
  link.addEventListener("click", async (event) => {
    if (!outbox.isWaiting) return;
    event.preventDefault();
    await sending.run();
    location.assign(link.href);
  });
}

const next = document.getElementById("next");
next.addEventListener("click", (event) => {
  const question = sheet.nextLeft(sheet.questionAt(document.activeElement));
  if (!question) return;
  event.preventDefault();
  question.element.scrollIntoView({ block: "center" });
  question.focus();
});
