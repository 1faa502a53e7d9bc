// Texts with a limit count down. Nothing is cut: what is too long stays, and the portal says by how much when it is sent.

const NEAR = 20;
const said = (name) => document.querySelector(`meta[name=limit-${name}]`)?.content ?? "{n}";

// As the portal counts: a character is one, whatever it takes to store it.
const lengthOf = (field) => [...field.value].length;

function counterOf(field) {
  const next = field.nextElementSibling;
  if (next?.classList.contains("limit")) return next;
  const counter = document.createElement("p");
  counter.className = "limit form-text";
  // Seen at each key; told only when it is near or over.
  const seen = document.createElement("span");
  seen.setAttribute("aria-hidden", "true");
  const told = document.createElement("span");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  counter.append(seen, told);
  field.after(counter);
  return counter;
}

// Once there it stays: what stands below must not move from under a press that takes the focus away.
function count(field) {
  const left = Number(field.dataset.limit) - lengthOf(field);
  const isNear = left <= NEAR;
  const isShown = isNear || field.tagName === "TEXTAREA";
  if (!isShown && !field.nextElementSibling?.classList.contains("limit")) return;
  const counter = counterOf(field);
  const [seen, told] = counter.children;
  const text = said(left < 0 ? "over" : "left").replace("{n}", Math.abs(left));
  counter.classList.toggle("limit--over", left < 0);
  seen.textContent = text;
  const state = left < 0 ? "over" : isNear ? "near" : "";
  if (told.dataset.state !== state) told.textContent = state && text;
  told.dataset.state = state;
}

for (const event of ["focusin", "input"]) {
  document.addEventListener(event, ({ target }) => {
    if (target instanceof HTMLElement && target.matches("[data-limit]")) count(target);
  });
}
