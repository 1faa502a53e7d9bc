// A blank checklist becomes that of the audit that was opened on this device, whose number its address carries.

import { keepPage } from "./checklist/keeping.js";
import { Opened } from "./checklist/opened.js";

const { account } = document.body.dataset;
const uuid = new URLSearchParams(location.search).get("audyt") ?? "";
const opened = /^[0-9a-f-]{36}$/.test(uuid) ? new Opened(account, uuid) : undefined;
const form = document.getElementById("checklist");
const card = `/audyty/${uuid}/karta/`;
const show = (id, isShown) => {
  document.getElementById(id).hidden = !isShown;
};

// The core: what every visit shows. The rest is not asked, and excludes nothing: what it would exclude has occurred.
function narrow() {
  for (const part of form.querySelectorAll(".q[data-gate], .q--gate, .group")) part.remove();
  for (const row of form.querySelectorAll("[data-excludes]")) {
    if (document.getElementById(`row-${row.dataset.excludes}`)) continue;
    for (const radio of row.querySelectorAll('input[value="not_applicable"]')) {
      row.querySelector(`label[for="${radio.id}"]`).remove();
      radio.remove();
    }
  }
  for (const block of form.querySelectorAll(".breaches__block, .block:not(.finish)")) {
    if (!block.querySelector(".q")) block.remove();
  }
}

// Answered on a card of another edition: what means the same here is answered so, the rest is named.
function carryOver() {
  const keys = new Map();
  for (const element of form.querySelectorAll("[data-was]")) {
    const [kind] = element.dataset.key.split(":");
    for (const was of element.dataset.was.split(" ")) keys.set(`${kind}:${was}`, element.dataset.key);
  }
  opened.carryOver(keys, { edition: Number(form.dataset.edition), card: location.pathname });
}

function sayWhose({ told, fields, refused, notCarried = [] }) {
  document.getElementById("not-carried-answers").replaceChildren(...linesOf(notCarried));
  show("not-carried", notCarried.length > 0);
  document.getElementById("visit-unit").textContent = told.unit;
  const said = document.getElementById("visit-said");
  said.textContent = told.said;
  said.dateTime = fields.took_place_at;
  document.getElementById("mend-visit").search = `?audyt=${uuid}`;
  show("not-there-yet", true);
  sayWhyNot(refused, opened.record.otherCard);
}

function linesOf(told) {
  return told.map(({ text }) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  });
}

function sayWhyNot(reasons, otherCard) {
  document.getElementById("refused-reasons").replaceChildren(...linesOf(reasons));
  show("refused-on-arrival", reasons.length > 0);
  show("carry-over", Boolean(otherCard));
  if (otherCard) document.querySelector("#carry-over a").href = `${otherCard}?audyt=${uuid}`;
}

async function fill() {
  if (opened.record.edition !== Number(form.dataset.edition)) carryOver();
  const { record } = opened;
  if (record.fields.selection === "core") narrow();
  form.dataset.store = `checklist:${account}:${uuid}`;
  form.dataset.path = `${card}zmiany/`;
  form.dataset.keep = card;
  form.dataset.opened = uuid;
  for (const button of form.querySelectorAll("[data-page]")) button.dataset.page = `/audyty/${uuid}/zlozenie/`;
  sayWhose(record);
  const { sending } = await import("./checklist.js");
  const { onward } = sending;
  sending.onward = () => {
    settled();
    onward();
  };
  settled();

  // The portal has it: from here on it is a draft like any other, or it is finished.
  function settled() {
    sayWhyNot(opened.record?.refused ?? [], opened.record?.otherCard);
    if (opened.isNew) return;
    show("not-there-yet", false);
    keepPage(account, card);
  }
}

if (opened?.isNew) fill();
else if (opened) location.replace(card);
else {
  form.hidden = true;
  show("nobodys", true);
}
