// What the forms share that open an audit on this device.

import { Opened } from "./opened.js";

// The office's wall clock, whatever zone the device is set to: as the portal reads a moment. Swedish dates are ISO's.
export function nowIn(zone) {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return clock.format(new Date()).replace(" ", "T");
}

// The audit that is to be mended, by the page's address.
export function openedBefore(account) {
  const asked = new URLSearchParams(location.search).get("audyt") ?? "";
  const opened = /^[0-9a-f-]{36}$/.test(asked) ? new Opened(account, asked) : undefined;
  return opened?.isNew ? opened : undefined;
}

export function fillIn(form, { fields, refused }) {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements[name];
    if (field?.type === "checkbox") field.checked = true;
    else if (field && name !== "uuid") field.value = value;
  }
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

export function fieldsOf(form) {
  const { csrfmiddlewaretoken, uuid, ...fields } = Object.fromEntries(new FormData(form));
  return fields;
}

export function inWords(moment) {
  // As the portal's own pages say it; both together would stand without a comma between them.
  return [{ dateStyle: "long" }, { timeStyle: "short" }]
    .map((style) => new Intl.DateTimeFormat(document.documentElement.lang, style).format(new Date(moment)))
    .join(", ");
}

// One that was opened before keeps the card that it was filled on: its answers are carried over there, if need be.
export async function openHere(account, before, record, missing) {
  const opened = before ?? new Opened(account, crypto.randomUUID());
  const kept = "caches" in self && (await caches.match(record.card));
  if (!before && !kept && !navigator.onLine) return missing;
  if (before) opened.mend({ fields: record.fields, told: record.told });
  else opened.open(record);
  if (opened.store.isFull) return undefined;
  location.assign(`${opened.record.card}?audyt=${opened.uuid}`);
  return "";
}
