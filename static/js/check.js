// The page before submitting: what this device still holds goes first, and the form says how much it ever gave. Without a
// network what was asked for waits on the device.

import { isReached, newToken, post } from "./checklist/exchange.js";
import { forgetPage } from "./checklist/keeping.js";
import { Opened } from "./checklist/opened.js";
import { Outbox } from "./checklist/outbox.js";
import { Sending } from "./checklist/sending.js";
import { storeOf } from "./checklist/store.js";

const RETRY_AFTER = 8000;

const page = document.getElementById("check");
const problem = document.getElementById("check-problem");
const outbox = new Outbox(storeOf(page.dataset));
// None of a correction: nothing of it stays on a device.
const opened = page.dataset.opened && new Opened(document.body.dataset.account, page.dataset.opened);

class Check {
  trouble = "";

  get token() {
    return document.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  set token(token) {
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  }

  isSending() {
    this.trouble = "";
  }

  isSettled() {
    this.trouble = outbox.held.size ? "clash" : "";
  }

  isInTrouble(trouble) {
    this.trouble = trouble;
  }
}

const check = new Check();
const send = opened ? opened.through(post) : post;
const sending = new Sending({ outbox, path: page.dataset.path, page: check, post: send, newToken });
sending.onward = () => opened?.hasEnded && location.replace(opened.arrived.address);

for (const line of page.querySelectorAll("[data-device]")) {
  if (line.dataset.device === outbox.device) line.querySelector("[hidden]").hidden = false;
}

// What the page showed was not all: the same page, as it is now.
async function sendWhatIsHeld() {
  if (!outbox.size) return;
  await sending.run();
  if (!outbox.size && !opened?.hasEnded) location.reload();
}

function show(id, isShown) {
  document.getElementById(id).hidden = !isShown;
}

// What came of an end that was asked for on this device without a network, and why it is none.
function tellWhyNot() {
  const { why, differs = [] } = opened?.arrived ?? {};
  if (!why) return;
  document.getElementById("not-ended-why").textContent = why;
  const lines = differs.map(({ question, words, note }) => {
    const line = document.createElement("li");
    line.textContent = [question, words, note].filter(Boolean).join(" – ");
    return line;
  });
  document.getElementById("not-ended-differs").replaceChildren(...lines);
  show("not-ended", true);
  document.getElementById("not-ended").focus();
  opened.forgetArrived();
}

// Asked for without a network, of what this page shows.
function keepTheEnd(form) {
  const { revision, shown, until } = form.elements;
  const { keep, unit, said } = page.dataset;
  const leave = form.elements.leave_unanswered;
  if (leave && !leave.checked) problem.textContent = page.dataset.problemLeft;
  else if (until && !(until.value && until.validity.valid)) problem.textContent = page.dataset.problemDay;
  if (problem.textContent) {
    problem.focus();
    return;
  }
  const ending = until ? { ending: "aside", until: until.value } : { ending: "submit" };
  if (leave) ending.leave_unanswered = "on";
  const told = { unit, said };
  opened.end(ending, { revision: Number(revision.value), shown: shown.value, card: keep, told });
  if (opened.store.isFull) problem.textContent = page.dataset.problemFull;
  else sayThatItWaits();
}

function sayThatItWaits() {
  const ending = opened?.ending;
  show("will-be-sent", Boolean(ending));
  show("will-be-submitted", ending?.ending === "submit");
  show("will-be-set-aside", ending?.ending === "aside");
  for (const form of page.querySelectorAll("form")) form.hidden = Boolean(ending);
  if (ending) document.getElementById("will-be-sent").focus();
}

// A press that was made is made once everything is there; what the page did not show then is looked at again.
async function submit(event) {
  const { target: form, submitter } = event;
  event.preventDefault();
  problem.textContent = "";
  await sending.run();
  if (opened && !outbox.size && !(await isReached())) {
    keepTheEnd(form);
    return;
  }
  if (outbox.size) {
    const told = page.dataset;
    const name = { clash: "problemClash", offline: "problemOffline", expired: "problemExpired" }[check.trouble];
    // Filled once it is empty: else it is not read out.
    problem.textContent = told[name ?? "problemFailed"];
    // Which shows what this page does not.
    show("check-on-card", Boolean(opened) && check.trouble === "offline");
    return;
  }
  for (const [name, value] of [
    ["device", outbox.device],
    ["last", outbox.last],
  ]) {
    form.elements[name].value = value;
    form.elements[name].disabled = false;
  }
  // It shows what was true before; the start page keeps it anew, if it is a draft still.
  if (opened) await forgetPage(document.body.dataset.account, page.dataset.keep);
  form.removeEventListener("submit", submit);
  form.requestSubmit(submitter);
}

for (const form of page.querySelectorAll("form")) form.addEventListener("submit", submit);
// The tick is for whom no script can tell.
document.getElementById("holds-nothing")?.remove();

document.getElementById("take-back")?.addEventListener("click", () => {
  opened.takeBack();
  sayThatItWaits();
});
window.addEventListener("online", () => opened?.ending && sending.run());
setInterval(() => opened?.ending && sending.retry(), RETRY_AFTER);

window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
if (opened) {
  tellWhyNot();
  sayThatItWaits();
}
sendWhatIsHeld();
