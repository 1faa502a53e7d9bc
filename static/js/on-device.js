// What is on this device: answers that were not sent, and checklists that open without a network.

import { draftsWithUnsent, drop, sendAll } from "./checklist/device.js";
import { arrivedHere, Opened } from "./checklist/opened.js";
import { keeps } from "./checklist/store.js";

const { account } = document.body.dataset;
const list = document.getElementById("unsent");
const CARD = /^\/audyty\/[0-9a-f-]{36}\/karta\/$/;
const ASSIGNMENT = /^\/moje-zlecenia\/[0-9a-f-]{36}\/$/;
const show = (name, isShown) => {
  document.getElementById(name).hidden = !isShown;
};

function line(text, className) {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

function button(text, className, does) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `btn ${className}`;
  made.textContent = text;
  made.addEventListener("click", does);
  return made;
}

function linkTo(address, text, className = "") {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  link.className = className;
  return link;
}

function entryOf(draft, trouble) {
  const item = document.createElement("li");
  const { record, isNew, ending } = new Opened(account, draft.uuid);
  const name = record ? `${record.told.unit}, ${record.told.said}` : `${list.dataset.card} ${draft.uuid.slice(0, 8)}`;
  const address = isNew ? `${record.card}?audyt=${draft.uuid}` : `/audyty/${draft.uuid}/karta/`;
  item.append(linkTo(address, `${name} (${draft.outbox.answers})`));
  if (ending) item.append(line(list.dataset[ending.until ? "aside" : "ends"], "check-list__note"));
  const reasons = record?.refused ?? [];
  const told =
    { late: list.dataset.late, gone: list.dataset.gone }[trouble] ?? (reasons.length && list.dataset.unaccepted);
  if (told) item.append(line(told, "check-list__reason"));
  for (const { text } of reasons) item.append(line(text, "check-list__reason"));
  if (record?.otherCard) {
    item.append(linkTo(`${record.otherCard}?audyt=${draft.uuid}`, list.dataset.carry, "btn btn-primary"));
  }
  if (reasons.length) {
    const opening = record.opening ?? list.dataset.opening;
    item.append(linkTo(`${opening}?audyt=${draft.uuid}`, list.dataset.mend, "btn btn-primary"));
  }
  for (const [key, entry] of draft.outbox.entries()) {
    if (key !== "nothing") item.append(line(entry.told ?? "", "check-list__note"));
    if (entry.note) item.append(line(entry.note, "check-list__note"));
  }
  if (told) item.append(dropOf(draft));
  return item;
}

function dropOf(draft) {
  return button(list.dataset.drop, "btn-outline-danger", () => {
    drop(draft, account);
    draw(new Map());
    document.getElementById("unsent-heading").scrollIntoView();
  });
}

// Receipts that came while nobody looked; what was taken but could not be ended says why.
function drawArrived() {
  const place = document.getElementById("arrived");
  const items = arrivedHere(account).map((one) => {
    const item = document.createElement("li");
    const { told, address, receipt, until, why, differs = [] } = one.arrived;
    item.append(linkTo(address, [receipt, told.unit, told.said].filter(Boolean).join(", ")));
    if (until) item.append(line(place.dataset.aside.replace("#", until), "check-list__note"));
    if (why) item.append(line(`${place.dataset.notEnded} ${why}`, "check-list__reason"));
    for (const { question, words, note } of differs) {
      item.append(line([question, words, note].filter(Boolean).join(" – "), "check-list__note"));
    }
    item.append(
      button(place.dataset.hide, "btn-outline-secondary", () => {
        one.forgetArrived();
        drawArrived();
      }),
    );
    return item;
  });
  place.replaceChildren(...items);
  show("arrived-part", items.length > 0);
}

function draw(troubles) {
  const drafts = draftsWithUnsent(account);
  list.replaceChildren(...drafts.map((draft) => entryOf(draft, troubles.get(draft.uuid))));
  show("nothing", drafts.length === 0);
  drawArrived();
}

async function drawCards() {
  const kept = "caches" in self ? await (await caches.open(`pages ${account}`)).keys() : [];
  const addresses = kept.map(({ url }) => new URL(url).pathname).filter((path) => CARD.test(path));
  const pages = "caches" in self && (await caches.open(`pages ${account}`));
  const items = [];
  for (const address of addresses) {
    const html = await (await pages.match(address)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = page.querySelector("h1").textContent.trim();
    item.append(link, line(page.querySelector(".visit summary").textContent.replace(/\s+/g, " "), "check-list__note"));
    items.push(item);
  }
  document.getElementById("cards").replaceChildren(...items);
  show("no-cards", items.length === 0);
  show("open-here", Boolean(pages && (await pages.match(list.dataset.opening))));
}

// A mystery shopper's, as long as they may be written up.
async function drawAssignments() {
  if (!("caches" in self)) return;
  const pages = await caches.open(`pages ${account}`);
  const items = [];
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url);
    if (!ASSIGNMENT.test(pathname)) continue;
    const page = new DOMParser().parseFromString(await (await pages.match(pathname)).text(), "text/html");
    const { until, card } = page.getElementById("open-assigned").dataset;
    if (Date.parse(until) < Date.now()) {
      await pages.delete(pathname);
      await pages.delete(card);
      continue;
    }
    const item = document.createElement("li");
    item.append(linkTo(pathname, page.querySelector("h1").textContent.trim()));
    const facts = page.querySelectorAll(".facts dd");
    for (const fact of facts) item.append(line(fact.textContent.replace(/\s+/g, " ").trim(), "check-list__note"));
    items.push(item);
  }
  document.getElementById("assignments").replaceChildren(...items);
  show("assignments-part", items.length > 0);
}

async function refresh() {
  show("no-network", !navigator.onLine);
  draw(new Map());
  await drawCards();
  await drawAssignments();
  if (navigator.onLine) draw(await sendAll(account, document.querySelector("[name=csrfmiddlewaretoken]").value));
}

show("insecure", !self.isSecureContext);
show("no-storage", !keeps());
if (new URLSearchParams(location.search).has("wylogowanie")) {
  show("signing-out", true);
  document.getElementById("signing-out").focus();
}
document.querySelector("[data-anyway]").addEventListener("submit", () => {
  for (const draft of draftsWithUnsent(account)) drop(draft, account);
});
window.addEventListener("online", refresh);
window.addEventListener("offline", () => show("no-network", true));
refresh();
