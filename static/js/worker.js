// Keeps the checklists that somebody fills at hand without a network. Served at the root, with the list of what the
// pages need before it (standards_portal/offline.py). It never sends anything: that is the pages' own to do.

const { STATIC, VERSION, FALLBACK, INSTEAD } = self.NEEDED;
const ACCOUNT = new URL(self.location).searchParams.get("account");
const SHELL = `shell ${VERSION}`;
// Named by account: another one that signs in on this device finds nothing.
const PAGES = `pages ${ACCOUNT}`;
// An audit's own page is shown once it is submitted.
const FINISHED = /^\/audyty\/[0-9a-f-]{36}\/$/;
// Its page before submitting: without a network the check of what the device holds, on the card.
const CHECK = /^(\/audyty\/[0-9a-f-]{36}\/)zlozenie\/$/;
const HASHED = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(fill()));

// It takes over once no page of the version before holds anything unsent; the pages say so.
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(settle()));

async function fill() {
  const shell = await caches.open(SHELL);
  await shell.addAll(STATIC);
  const response = await fetch(FALLBACK);
  // Led elsewhere, to the sign-in page or the second factor, it is no page to keep.
  if (response.redirected || !mayKeep(response)) throw new Error(`${FALLBACK} cannot be kept`);
  await (await caches.open(PAGES)).put(FALLBACK, response);
}

// What another version or account left. A kept page names the files of its own version.
async function settle() {
  for (const name of await caches.keys()) {
    if (name.startsWith("shell ") && name !== SHELL) {
      await caches.delete(name);
      await forgetCards();
    }
    if (name.startsWith("pages ") && name !== PAGES) await caches.delete(name);
  }
  await self.clients.claim();
}

async function forgetCards() {
  const pages = await caches.open(PAGES);
  for (const request of await pages.keys()) {
    if (new URL(request.url).pathname !== FALLBACK) await pages.delete(request);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (pathname.startsWith("/static/")) event.respondWith(file(request));
});

// What the portal lets nobody keep is not kept, and what it no longer shows is forgotten.
const mayKeep = (response) =>
  response.status === 200 && !(response.headers.get("Cache-Control") ?? "no-store").includes("no-store");

async function page(request, pathname) {
  const pages = await caches.open(PAGES);
  try {
    const response = await fetch(request);
    if (mayKeep(response)) await pages.put(pathname, response.clone());
    else if (response.status === 404) await pages.delete(pathname);
    else if (response.status === 200 && FINISHED.test(pathname)) await pages.delete(`${pathname}karta/`);
    return response;
  } catch {
    const card = pathname.replace(CHECK, "$1karta/");
    if (card !== pathname && (await pages.match(card))) return Response.redirect(`${card}#check-here`);
    return (await pages.match(INSTEAD[pathname] ?? pathname)) ?? (await pages.match(FALLBACK)) ?? Response.error();
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept && HASHED.test(new URL(request.url).pathname)) return kept;
  try {
    return await fetch(request);
  } catch (fault) {
    if (kept) return kept;
    throw fault;
  }
}
