// A mystery shopper's assignment where there is no network: its audit is opened on this device.

import { isReached } from "./checklist/exchange.js";
import { forgetPage } from "./checklist/keeping.js";
import { fieldsOf, fillIn, inWords, nowIn, openedBefore, openHere } from "./checklist/opening.js";

const { account } = document.body.dataset;
const form = document.getElementById("open-assigned");
const problem = document.getElementById("problem");
const moment = form.elements.took_place_at;
const { dataset } = form;
const before = openedBefore(account);

// The first that is wrong: [message, field].
function fault() {
  if (!moment.value || moment.value > nowIn(dataset.zone)) return [dataset.noMoment, moment];
  const day = moment.value.slice(0, 10);
  if (day < dataset.first || day > dataset.last) return [dataset.otherDay, moment];
  if (!form.elements.no_conflict.checked) return [dataset.noConflict, form.elements.no_conflict];
  return undefined;
}

async function submit(event) {
  const { submitter } = event;
  event.preventDefault();
  if (!before && (await isReached())) {
    form.removeEventListener("submit", submit);
    form.requestSubmit(submitter);
    return;
  }
  const wrong = fault();
  problem.textContent = wrong?.[0] ?? "";
  if (wrong) {
    wrong[1].focus();
    return;
  }
  const fields = { ...fieldsOf(form), assignment: dataset.assignment };
  // Nothing of whom it was about: that is for the portal alone.
  const told = { unit: document.querySelector("h1").textContent.trim(), said: inWords(fields.took_place_at) };
  const record = { fields, edition: Number(dataset.edition), card: dataset.card, opening: location.pathname, told };
  problem.textContent = (await openHere(account, before, record, dataset.noCard)) ?? dataset.noStorage;
}

if (Date.parse(dataset.until) < Date.now()) {
  problem.textContent = dataset.over;
  problem.focus();
  form.querySelector(".form-actions").hidden = true;
  forgetPage(account, location.pathname);
  forgetPage(account, dataset.card);
} else {
  form.addEventListener("submit", submit);
  if (before) fillIn(form, before.record);
}
