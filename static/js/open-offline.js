// Opens an audit on this device: it gets its number here and is kept until the portal has it.

import { fieldsOf, fillIn, inWords, nowIn, openedBefore, openHere } from "./checklist/opening.js";
import { keeps } from "./checklist/store.js";

const { account } = document.body.dataset;
const form = document.getElementById("open-offline");
const problem = document.getElementById("problem");
const card = document.getElementById("card");
const person = document.getElementById("person");
const unit = form.elements.department;
const moment = form.elements.took_place_at;
const before = openedBefore(account);
const nowHere = () => nowIn(form.dataset.zone);

// The first that is wrong: [message, field].
function fault() {
  if (!person.value && !unit.value) return [form.dataset.nobody, person];
  if (!moment.value || moment.value > nowHere()) return [form.dataset.noMoment, moment];
  if (!form.elements.no_conflict.checked) return [form.dataset.noConflict, form.elements.no_conflict];
  return undefined;
}

function said() {
  const fields = fieldsOf(form);
  [fields.method, fields.channel] = card.value.split("/");
  fields.employee_name = person.value ? person.selectedOptions[0].dataset.name : "";
  return fields;
}

function toldOf(fields) {
  const where = unit.value ? unit.selectedOptions[0] : person.selectedOptions[0];
  const whom = fields.employee_name || fields.desk || "";
  return {
    unit: where.textContent.trim(),
    said: [inWords(fields.took_place_at), whom].filter(Boolean).join(" · "),
  };
}

// What only another method is asked.
function narrow() {
  const [method] = card.value.split("/");
  for (const part of form.querySelectorAll("[data-methods]")) part.hidden = !part.dataset.methods.includes(method);
}

card.addEventListener("change", narrow);
person.addEventListener("change", () => {
  unit.value = person.selectedOptions[0].dataset.unit ?? "";
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wrong = fault();
  problem.textContent = wrong?.[0] ?? "";
  if (wrong) {
    wrong[1].focus();
    return;
  }
  const fields = said();
  const edition = Number(form.dataset.edition);
  const record = { fields, edition, card: `${form.dataset.cards}${card.value}/${edition}/`, told: toldOf(fields) };
  const missing = await openHere(account, before, record, form.dataset.noCard);
  if (missing) problem.textContent = missing;
  document.getElementById("no-storage").hidden = missing !== undefined;
});

document.getElementById("no-storage").hidden = keeps();
if (before) {
  const { fields } = before.record;
  fillIn(form, before.record);
  // The card stays the one that was filled.
  card.value = `${fields.method}/${fields.channel}`;
  card.disabled = true;
} else if (!moment.value) moment.value = nowHere();
narrow();
