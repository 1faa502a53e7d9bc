// Opens an audit on this device: it gets its number here and is kept until the portal has it.

import { Opened } from "./checklist/opened.js";
import { keeps } from "./checklist/store.js";

const { account } = document.body.dataset;
const form = document.getElementById("open-offline");
const problem = document.getElementById("problem");
const card = document.getElementById("card");
const person = document.getElementById("person");
const unit = form.elements.department;
const moment = form.elements.took_place_at;
const asked = new URLSearchParams(location.search).get("audyt") ?? "";
const before = /^[0-9a-f-]{36}$/.test(asked) ? new Opened(account, asked) : undefined;

// The office's wall clock, whatever zone the device is set to: as the portal reads the moment. Swedish dates are ISO's.
const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: form.dataset.zone,
  dateStyle: "short",
  timeStyle: "short",
});
const nowHere = () => clock.format(new Date()).replace(" ", "T");

function fillIn({ fields, refused }) {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements[name];
    if (field?.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
  }
  card.value = `${fields.method}/${fields.channel}`;
  const lines = refused.map(({ text }) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  });
  document.getElementById("refused-reasons").replaceChildren(...lines);
  const told = document.getElementById("refused");
  told.hidden = lines.length === 0;
  if (lines.length) told.focus();
}

// The first that is wrong: [message, field].
function fault() {
  if (!person.value && !unit.value) return [form.dataset.nobody, person];
  if (!moment.value || moment.value > nowHere()) return [form.dataset.noMoment, moment];
  if (!form.elements.no_conflict.checked) return [form.dataset.noConflict, form.elements.no_conflict];
  return undefined;
}

function said() {
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  [fields.method, fields.channel] = card.value.split("/");
  fields.employee_name = person.value ? person.selectedOptions[0].dataset.name : "";
  return fields;
}

function toldOf(fields) {
  const where = unit.value ? unit.selectedOptions[0] : person.selectedOptions[0];
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  const whom = fields.employee_name || fields.desk || "";
  return {
    unit: where.textContent.trim(),
    said: [when.format(new Date(fields.took_place_at)), whom].filter(Boolean).join(" · "),
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

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = fault();
  problem.textContent = wrong?.[0] ?? "";
  if (wrong) {
    wrong[1].focus();
    return;
  }
  const fields = said();
  const opened = before?.record ? before : new Opened(account, crypto.randomUUID());
  const record = { fields, card: `${form.dataset.cards}${card.value}/`, told: toldOf(fields) };
  if (opened.record) opened.mend(record);
  else opened.open(record);
  if (opened.store.isFull) document.getElementById("no-storage").hidden = false;
  else location.assign(`${record.card}?audyt=${opened.uuid}`);
});

document.getElementById("no-storage").hidden = keeps();
if (before?.record) fillIn(before.record);
else if (!moment.value) moment.value = nowHere();
narrow();
