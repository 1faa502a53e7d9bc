// A blank checklist becomes that of the audit that was opened on this device, whose number its address carries.

import { keepPage } from "./checklist/keeping.js";
import { Opened } from "./checklist/opened.js";
import { Sheet } from "./checklist/sheet.js";

const { account } = document.body.dataset;
const uuid = new URLSearchParams(location.search).get("audyt") ?? "";
const opened = /^[0-9a-f-]{36}$/.test(uuid) ? new Opened(account, uuid) : undefined;
const form = document.getElementById("checklist");
const here = document.getElementById("check-here");
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

function sayWhose({ told, refused }) {
  document.getElementById("visit-unit").textContent = told.unit;
  document.getElementById("visit-said").textContent = told.said;
  document.getElementById("mend-visit").search = `?audyt=${uuid}`;
  show("not-there-yet", true);
  sayWhyNot(refused);
}

function sayWhyNot(reasons) {
  const lines = reasons.map(({ text }) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  });
  document.getElementById("refused-reasons").replaceChildren(...lines);
  show("refused-on-arrival", lines.length > 0);
}

function lineOf(question) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${question.element.id}`;
  link.textContent = question.told;
  line.append(link);
  if (question.note?.value) {
    const note = document.createElement("span");
    note.className = "check-list__note";
    note.textContent = question.note.value;
    line.append(note);
  }
  return line;
}

const WORTH_A_LOOK = ["not_met", "partly"];

function lists(sheet) {
  const rows = sheet.rows.filter((row) => row.isShown);
  const isBreach = ({ element }) => element.classList.contains("q--breach");
  const worth = rows.filter(({ value }) => WORTH_A_LOOK.includes(value));
  return {
    left: sheet.questions.filter((question) => question.isLeft),
    noes: worth.filter((row) => !isBreach(row)),
    breaches: worth.filter(isBreach),
    notes: rows.filter((row) => row.note?.value && !WORTH_A_LOOK.includes(row.value)),
  };
}

function drawCheck(sheet) {
  for (const [name, questions] of Object.entries(lists(sheet))) {
    const part = here.querySelector(`[data-list="${name}"]`);
    part.hidden = questions.length === 0;
    part.querySelector("ul").replaceChildren(...questions.map(lineOf));
    if (name === "left") part.querySelector("h3").textContent = leftInWords(questions.length);
  }
  here.hidden = false;
}

function leftInWords(count) {
  const kind = new Intl.PluralRules(document.documentElement.lang).select(count);
  const words = { one: here.dataset.questionOne, few: here.dataset.questionFew }[kind] ?? here.dataset.questionMany;
  return words.replace("#", count);
}

async function fill() {
  const { record } = opened;
  if (record.edition === undefined) opened.mend({ edition: Number(here.dataset.edition) });
  if (record.fields.selection === "core") narrow();
  form.dataset.store = `checklist:${account}:${uuid}`;
  form.dataset.path = `${card}zmiany/`;
  form.dataset.opened = uuid;
  for (const button of form.querySelectorAll("[data-page]")) button.dataset.page = `/audyty/${uuid}/zlozenie/`;
  sayWhose(record);
  const sheet = new Sheet(form);
  const { sending } = await import("./checklist.js");
  sending.onward = () => settled();
  if (record.ending) show("will-be-sent", true);

  // The portal has it: from here on it is a draft like any other, or it is finished.
  function settled() {
    sayWhyNot(opened.record?.refused ?? []);
    if (opened.record) return;
    show("not-there-yet", false);
    if (opened.arrived) location.assign(opened.arrived.address);
    else keepPage(account, card);
  }

  form.addEventListener("finish", (event) => {
    if (!opened.record) return;
    event.preventDefault();
    drawCheck(sheet);
    here.scrollIntoView();
    here.focus({ preventScroll: true });
  });
  // What is answered after that was not looked at.
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      if (opened.record?.ending) opened.end(null);
      show("will-be-sent", false);
      if (!here.hidden) drawCheck(sheet);
    });
  }

  function end(button, ending, isMissing) {
    const problem = document.getElementById("check-here-problem");
    problem.textContent = isMissing ? button.dataset.problem : "";
    if (isMissing) return;
    if (document.getElementById("leave-here").checked) ending.leave_unanswered = "on";
    opened.end(ending);
    show("will-be-sent", true);
    sending.run();
  }

  const submit = document.getElementById("submit-here");
  submit.addEventListener("click", () => {
    const isOpen =
      sheet.questions.some((question) => question.isLeft) && !document.getElementById("leave-here").checked;
    end(submit, { ending: "submit" }, isOpen);
  });
  const aside = document.getElementById("aside-here");
  aside?.addEventListener("click", () => {
    const until = document.getElementById("until-here").value;
    end(aside, { ending: "aside", until }, !until);
  });
}

if (opened?.record) fill();
else if (opened) location.replace(card);
else {
  form.hidden = true;
  show("nobodys", true);
}
