// What somebody typed and sent, but the portal did not take: because they had been signed out, had to say the purpose
// first, or something failed. The text waits in this tab until they come back to the form, then stands there again.

const NAME = "typed-text";
const KEPT_FOR = 12 * 60 * 60 * 1000;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(NAME));
  } catch {
    return null;
  }
}

function write(kept) {
  try {
    if (kept) sessionStorage.setItem(NAME, JSON.stringify(kept));
    else sessionStorage.removeItem(NAME);
  } catch {
    // Storage is forbidden or full: as without this script.
  }
}

// Not `form.action`: a field of that name would stand in its place.
const pathOf = (form) => new URL(form.getAttribute("action") || location.href, location.href).pathname;
const { account, restored } = document.body.dataset;
// On the way to having it taken: whoever is signed out, and pages that say so.
const isDetour = document.body.dataset.detour !== undefined || !account;

function keep(form) {
  if (isDetour) return;
  const path = pathOf(form);
  const texts = [...form.querySelectorAll("textarea[name]")].filter((one) => one.value.trim());
  const typed = texts.map((one) => [one.name, one.value, one.defaultValue]);
  if (typed.length) write({ account, path, at: Date.now(), texts: typed });
  else if (read()?.path === path) write(null);
}

function find(name, path) {
  const forms = [...document.querySelectorAll("form[method=post]")].filter((form) => pathOf(form) === path);
  return forms.map((form) => form.querySelector(`textarea[name="${CSS.escape(name)}"]`)).find(Boolean);
}

function tell(place) {
  const told = document.createElement("p");
  told.className = "notice";
  told.setAttribute("role", "status");
  place.before(told);
  told.textContent = restored;
}

function restore({ path, texts }) {
  for (const [name, text, before] of texts) {
    const place = find(name, path);
    // What stands there now and did not when they typed is newer than theirs.
    if (!place || (place.value && place.value !== before) || text === place.value) continue;
    place.value = text;
    const folded = place.closest("details");
    if (folded) folded.open = true;
    tell(place);
  }
}

// Whoever comes back by the browser's own button saw no page of the portal since: it would have taken the text away.
const [visit] = performance.getEntriesByType("navigation");
const kept = read();
const isTheirs = kept && Date.now() - kept.at < KEPT_FOR && (kept.account === account || isDetour);
// It can have been taken although the next page asks for something.
const isTaken = Boolean(document.querySelector("#messages .notice--success"));
const isBack = kept?.detoured || (!isTaken && (isDetour || visit?.type === "back_forward"));
if (isTheirs && isBack) {
  // It waits until it is sent: also through a reload.
  write({ ...kept, detoured: true });
  if (!isDetour) restore(kept);
} else if (kept) {
  // It was taken, or came back with what is wrong with it.
  write(null);
}

document.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (!defaultPrevented && target.getAttribute("method") === "post") keep(target);
});
