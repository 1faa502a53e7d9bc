// Of every page: the worker that keeps checklists at hand, the way out of an account, and what is still on this device.

import { draftsWithUnsent, forgetWhatCanBeRead, othersHold, sendAll } from "./checklist/device.js";
import { keepPage } from "./checklist/keeping.js";
import { arrivedHere, openedHere } from "./checklist/opened.js";

const { account, onDevice, unsentOne, unsentFew, unsentMany } = document.body.dataset;
// After the last that a page loads.
const QUIET = 1500;
const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

async function register() {
  if (!("serviceWorker" in navigator)) return;
  // A browser may refuse, in a private window for one: then everything works but without a network.
  const registered = navigator.serviceWorker.register(`/worker.js?account=${account}`);
  const registration = await registered.catch(() => undefined);
  if (!registration) return;
  // A new version of the portal waits until nothing is unsent.
  const takeOver = (worker) => draftsWithUnsent(account).length || worker?.postMessage("take over");
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && takeOver(installing));
  });
  await navigator.serviceWorker.ready;
  await forgetAssignments();
  await keepCards();
  // One that has been waiting since an earlier page. A page that is still loading would keep the version before busy, and
  // the browser gives up then.
  setTimeout(() => takeOver(registration.waiting), QUIET);
}

// Of assignments that are open no more nothing stays.
async function forgetAssignments() {
  const named = [...document.querySelectorAll("#assignments-to-keep [data-keep]")].map((one) => one.dataset.keep);
  if (!document.getElementById("assignments-to-keep") || !("caches" in self)) return;
  const held = new Set(openedHere(account).map(({ record }) => record.card));
  const pages = await caches.open(`pages ${account}`);
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/moje-zlecenia/") && !named.includes(pathname) && !held.has(pathname)) {
      await pages.delete(pathname);
    }
  }
}

// This page, shown before there was a worker, and what it names: the account's drafts, and what opens a new audit.
async function keepCards() {
  if (navigator.connection?.saveData) return;
  for (const one of document.querySelectorAll("[data-keep]")) {
    await keepPage(account, new URL(one.dataset.keep, location).pathname, { anew: "fresh" in one.dataset });
  }
}

// A page of an audit sends its own.
async function sendWhatWasOpened() {
  const others = openedHere(account).filter(({ uuid }) => !location.href.includes(uuid));
  if (!navigator.onLine || !others.length) return;
  await sendAll(account, token(), others);
  tellWhatIsHere();
}

function linkTo(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

function tellWhatIsHere() {
  const place = document.getElementById("still-here");
  if (!place) return;
  const links = [];
  const count = draftsWithUnsent(account).reduce((sum, { outbox }) => sum + outbox.answers, 0);
  if (count) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    const text = { one: unsentOne, few: unsentFew }[form] ?? unsentMany;
    links.push(linkTo(onDevice, text.replace("#", count)));
  }
  for (const { record } of openedHere(account)) {
    const name = record.fields ? "opened" : "ends";
    const text = place.dataset[record.refused.length ? "refused" : name];
    links.push(linkTo(onDevice, text.replace("#", record.told.unit)));
  }
  for (const { arrived } of arrivedHere(account)) {
    const name = arrived.until ? "aside" : "notEnded";
    const text = place.dataset[arrived.receipt ? "arrived" : name];
    links.push(linkTo(onDevice, text.replace("#", arrived.receipt || arrived.told.unit)));
  }
  const lines = document.createElement("span");
  lines.append(...links.flatMap((link) => [link, document.createElement("br")]).slice(0, -1));
  place.replaceChildren(lines);
  place.hidden = links.length === 0;
}

function keepStorage(form) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "keep_storage", value: "yes" });
  form.append(field);
}

// Sends first; what cannot be sent is named, and signing out is a choice then.
async function signOut(event) {
  const form = event.target;
  if (!form.matches("form[data-sign-out]")) return;
  // What another account left here is not this one's to delete.
  if (othersHold(account)) keepStorage(form);
  if (!draftsWithUnsent(account).length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const troubles = await sendAll(account, token());
  if (troubles.size) location.assign(`${onDevice}?wylogowanie`);
  else form.submit();
}

if (account) {
  register();
  tellWhatIsHere();
  sendWhatWasOpened();
  window.addEventListener("online", sendWhatWasOpened);
  document.addEventListener("submit", signOut, { capture: true });
} else {
  forgetWhatCanBeRead();
}
