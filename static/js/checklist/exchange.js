// One request and what became of it.

const LONGEST_WAIT = 20_000;

// Led to the sign-in page, or answered by something between us and the portal, it comes from another address.
export function outcomeOf(status, isElsewhere, reply) {
  if (isElsewhere) return "expired";
  if (reply?.problem === "unaccepted") return "unaccepted";
  if (status === 403) return "forbidden";
  if (status === 404) return "gone";
  if (reply?.problem === "gap" || reply?.problem === "late") return reply.problem;
  return [200, 409, 422].includes(status) && reply?.seq !== undefined ? "answered" : "failed";
}

// Whether the portal can be reached: a browser that believes to be offline may be wrong, and one that does not too. None
// of the files that the worker keeps, which it would answer with by itself.
export async function isReached() {
  try {
    await fetch("/robots.txt", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

const pathOf = (address) => new URL(address, location.href).pathname;

// Undefined where something else answered in the portal's name.
function readReply(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function post(path, fields, token) {
  let response;
  let text;
  try {
    response = await fetch(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-CSRFToken": token },
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    text = await response.text();
  } catch {
    return { outcome: "offline" };
  }
  const reply = readReply(text);
  return { outcome: outcomeOf(response.status, pathOf(response.url) !== pathOf(path), reply), reply };
}

// Signing in again, here or in another window, makes the page's token void: a fresh page has the new one.
export async function newToken() {
  let response;
  let html;
  try {
    response = await fetch(location.pathname);
    html = await response.text();
  } catch {
    return { trouble: "offline" };
  }
  if (pathOf(response.url) !== location.pathname) return { trouble: "expired" };
  const page = new DOMParser().parseFromString(html, "text/html");
  const token = response.ok && page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  return token ? { token } : { trouble: response.status === 404 ? "gone" : "failed" };
}
