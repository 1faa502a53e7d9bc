// The page before submitting: what this device still holds goes first, and the form says how much it ever gave.

import { newToken, post } from "./checklist/exchange.js";
import { Outbox } from "./checklist/outbox.js";
import { Sending } from "./checklist/sending.js";
import { storeOf } from "./checklist/store.js";

const page = document.getElementById("check");
const problem = document.getElementById("check-problem");
const outbox = new Outbox(storeOf(page.dataset));

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
const sending = new Sending({ outbox, path: page.dataset.path, page: check, post, newToken });

for (const line of page.querySelectorAll("[data-device]")) {
  if (line.dataset.device === outbox.device) line.querySelector("[hidden]").hidden = false;
}

// What the page showed was not all: the same page, as it is now.
async function sendWhatIsHeld() {
  if (!outbox.size) return;
  await sending.run();
  if (!outbox.size) location.reload();
}

// A press that was made is made once everything is there; what the page did not show then is looked at again.
async function submit(event) {
  const { target: form, submitter } = event;
  event.preventDefault();
  problem.textContent = "";
  await sending.run();
  if (outbox.size) {
    const told = page.dataset;
    const name = { clash: "problemClash", offline: "problemOffline", expired: "problemExpired" }[check.trouble];
    // Filled once it is empty: else it is not read out.
    problem.textContent = told[name ?? "problemFailed"];
    return;
  }
  for (const [name, value] of [
    ["device", outbox.device],
    ["last", outbox.last],
  ]) {
    form.elements[name].value = value;
    form.elements[name].disabled = false;
  }
  form.removeEventListener("submit", submit);
  form.requestSubmit(submitter);
}

for (const form of page.querySelectorAll("form")) form.addEventListener("submit", submit);
// The tick is for whom no script can tell.
document.getElementById("holds-nothing")?.remove();

window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
sendWhatIsHeld();
