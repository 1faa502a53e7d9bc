// Pages that open without a network: as long as they are fresh, and only those that the portal lets be kept.

const FRESH = 12 * 3600 * 1000;

export function isFresh(response, now = Date.now()) {
  const made = Date.parse(response.headers.get("Date") ?? "");
  return now - made < FRESH;
}

export const mayKeep = (response) =>
  response.ok && !response.redirected && !(response.headers.get("Cache-Control") ?? "no-store").includes("no-store");

// One that an act is about to change.
export async function forgetPage(account, address) {
  if ("caches" in globalThis) await (await caches.open(`pages ${account}`)).delete(address);
}

// With `anew` also one that was kept some hours ago.
export async function keepPage(account, address, { anew = false } = {}) {
  if (!("caches" in self)) return;
  const pages = await caches.open(`pages ${account}`);
  const kept = await pages.match(address);
  if (kept && !(anew && !isFresh(kept))) return;
  const response = await fetch(address).catch(() => undefined);
  if (response && mayKeep(response)) await pages.put(address, response);
}
