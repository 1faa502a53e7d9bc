// All that this browser holds of one account's drafts, whatever page is open.

import { newToken, post } from "./exchange.js";
import { Opened } from "./opened.js";
import { Outbox } from "./outbox.js";
import { Sending } from "./sending.js";
import { Store, storeOfTab } from "./store.js";

const UNSENT = /^(checklist:(\d+):([0-9a-f-]{36})):unsent:/;

function names() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

// What this tab alone holds: HR's corrections.
function namesOfTab() {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}

// Whether another account left something here that is not sent.
export const othersHold = (account) => names().some((name) => (UNSENT.exec(name)?.[2] ?? account) !== account);

// The drafts with something unsent: {uuid, outbox}.
export function draftsWithUnsent(account) {
  const found = new Map();
  const note = (name, made) => {
    const [, store, owner, uuid] = UNSENT.exec(name) ?? [];
    if (owner === account && !found.has(uuid)) found.set(uuid, { uuid, outbox: new Outbox(made(store)) });
  };
  for (const name of names()) note(name, (store) => new Store(store));
  for (const name of namesOfTab()) note(name, storeOfTab);
  return [...found.values()];
}

// Where nothing reads the outcome but who asked for it: what was in the way, or "".
class Quietly {
  trouble = "";

  constructor(token) {
    this.token = token;
  }

  isSending() {}

  isSettled() {
    this.trouble = "";
  }

  isInTrouble(trouble) {
    this.trouble = trouble;
  }
}

// Sends what it can, or those of `drafts`; returns, by draft, what was in the way.
export async function sendAll(account, token, drafts = draftsWithUnsent(account)) {
  const troubles = new Map();
  for (const { uuid, outbox } of drafts) {
    const page = new Quietly(token);
    const through = new Opened(account, uuid).through(post);
    await new Sending({ outbox, path: `/audyty/${uuid}/karta/zmiany/`, page, post: through, newToken }).run();
    if (outbox.size) troubles.set(uuid, outbox.held.size ? "clash" : page.trouble);
  }
  return troubles;
}

// What the portal said that it has, and what was kept to be read without a network: not for whoever comes next.
export async function forgetWhatCanBeRead() {
  for (const name of names()) if (/^checklist:.*:saved(-at)?$/.test(name)) localStorage.removeItem(name);
  if (!("caches" in self)) return;
  for (const name of await caches.keys()) if (name.startsWith("pages ")) await caches.delete(name);
}

export function drop({ outbox, uuid }, account) {
  new Opened(account, uuid).drop();
  for (const [key] of outbox.entries()) outbox.drop(key);
  outbox.store.journal = { ...outbox.store.journal, batch: null };
}
