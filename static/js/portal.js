// Small comforts of every page; each page works without them.

import "./typed-text.js";
import { isReached } from "./checklist/exchange.js";

// The menus that open close like any menu: by Escape, and by pressing elsewhere.
for (const menu of document.querySelectorAll(".user-menu, .more-menu")) {
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

// Without a network the browser would put its own page in the place of a form, and what was typed would be gone.
async function sendIfReached(form, button) {
  if (!(await isReached())) {
    form.querySelector(".offline")?.remove();
    const told = document.createElement("p");
    told.className = "offline notice notice--warning";
    told.setAttribute("role", "alert");
    (button?.closest(".form-actions") ?? button ?? form.lastElementChild).before(told);
    // Filled once it is there: else it is not read out.
    told.textContent = document.body.dataset.offline;
    return;
  }
  form.dataset.reached = "yes";
  form.requestSubmit(button);
  delete form.dataset.reached;
}

// A form sent twice by a double click is sent once. The server holds that too; this spares the second answer.
document.addEventListener("submit", (event) => {
  const form = event.target;
  // Not `form.method`: a field of that name would stand in its place.
  if (event.defaultPrevented || form.hasAttribute("hx-post") || form.getAttribute("method") !== "post") return;
  if (!navigator.onLine && !form.dataset.reached) {
    event.preventDefault();
    sendIfReached(form, event.submitter);
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // Some forms answer with a file and leave the page where it is.
  setTimeout(() => delete form.dataset.sent, 3000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
