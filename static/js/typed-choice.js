// A long list to choose from becomes a field to type in: what fits stands below while somebody types.
// The list itself stays in the form and carries the choice; without this script it is chosen from as it is.

import { fitting } from "./typed-choice/matching.js";

const MOST_SHOWN = 50;

class TypedChoice {
  constructor(root) {
    this.root = root;
    this.select = root.querySelector("select");
    this.options = new Map(
      [...this.select.options].filter((one) => one.value).map((one) => [one.text.trim(), one.value]),
    );
    this.active = -1;
    this.build();
    this.show();
  }

  build() {
    const { select } = this;
    const input = document.createElement("input");
    input.type = "text";
    input.id = `${select.id}_typed`;
    input.className = "form-control";
    input.autocomplete = "off";
    for (const name of ["aria-describedby", "aria-invalid", "required"])
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    if (select.classList.contains("is-invalid")) input.classList.add("is-invalid");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    const list = document.createElement("ul");
    list.id = `${select.id}_options`;
    list.className = "combobox__list typed-choice__list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.root.dataset.options);
    list.hidden = true;
    input.setAttribute("aria-controls", list.id);
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    const holder = document.createElement("div");
    holder.className = "combobox";
    select.before(holder);
    holder.append(input, list, status);
    for (const label of document.querySelectorAll(`label[for="${select.id}"]`)) label.htmlFor = input.id;
    select.hidden = true;
    Object.assign(this, { input, list, status });
    input.addEventListener("input", () => this.open(input.value));
    input.addEventListener("click", () => this.list.hidden && this.open(""));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.leave());
    // What is typed is no choice yet; only what was picked tells the page that something changed.
    input.addEventListener("change", (event) => event.stopPropagation());
    // Pressing an option must not take the focus away before it is picked.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[data-value]");
      if (item) this.pick(item.dataset.value);
    });
  }

  get items() {
    return [...this.list.querySelectorAll("[data-value]")];
  }

  found(typed) {
    return fitting(typed, [...this.options.keys()]);
  }

  open(typed) {
    const found = this.found(typed);
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(
      ...found.slice(0, MOST_SHOWN).map((name, at) => {
        const item = document.createElement("li");
        item.id = `${this.list.id}_${at}`;
        item.className = "combobox__option";
        item.dataset.value = this.options.get(name);
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = name;
        return item;
      }),
    );
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.say(found.length ? "" : this.root.dataset.none);
  }

  say(text) {
    this.status.textContent = text;
    this.status.classList.toggle("visually-hidden", !text);
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.say("");
  }

  key(event) {
    const { items } = this;
    if (event.key === "Escape") return this.leave();
    if (event.key === "ArrowDown" && this.list.hidden) {
      event.preventDefault();
      return this.open("");
    }
    if (this.list.hidden || !items.length) return undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = this.active < 0 && step < 0 ? 0 : this.active;
      this.move((from + step + items.length) % items.length);
    } else if (event.key === "Enter") {
      // The form is not sent with half a name.
      event.preventDefault();
      if (this.active >= 0) this.pick(items[this.active].dataset.value);
      else if (items.length === 1) this.pick(items[0].dataset.value);
    }
    return undefined;
  }

  move(at) {
    const { items } = this;
    for (const [index, item] of items.entries()) item.setAttribute("aria-selected", String(index === at));
    this.active = at;
    this.input.setAttribute("aria-activedescendant", items[at].id);
    items[at].scrollIntoView({ block: "nearest" });
  }

  pick(value) {
    const changed = this.select.value !== value;
    this.select.value = value;
    this.show();
    if (changed) this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Whoever leaves the field with one thing left that fits means it; else what was chosen before stands.
  leave() {
    const found = this.input.value && !this.list.hidden ? this.found(this.input.value) : [];
    if (found.length === 1) this.pick(this.options.get(found[0]));
    else this.show();
  }

  show() {
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen?.value ? chosen.text.trim() : "";
    this.close();
  }
}

for (const root of document.querySelectorAll(".typed-choice")) if (root.querySelector("select")) new TypedChoice(root);
