// Finding an employee by name: the list that opens under the field while somebody types.
// Without this script the name is looked up when the form is sent.

const DELAY = 250;

class Combobox {
  constructor(root) {
    this.root = root;
    this.input = root.querySelector("input[name=employee_name]");
    this.value = root.querySelector("input[name=employee]");
    this.list = root.querySelector("[role=listbox]");
    this.status = root.querySelector("[role=status]");
    this.active = -1;
    const { input, list } = this;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("focus", () => this.offer());
    input.addEventListener("click", () => this.offer());
    // Pressing an option must not take the focus away before it is picked.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[data-uuid]");
      if (option) this.pick(option);
    });
    // On a slow network somebody may type before this script arrives.
    if (document.activeElement === input && input.value && !this.value.value) this.typed();
    else if (document.activeElement === input) this.offer();
  }

  get options() {
    return [...this.list.querySelectorAll("[data-uuid]")];
  }

  // Before anything is typed: whoever there is.
  offer() {
    if (!this.input.value && this.list.hidden) this.search();
  }

  typed() {
    this.value.value = "";
    this.leave();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), DELAY);
  }

  async search() {
    const name = this.input.value.trim();
    const form = this.input.form;
    const { draft } = this.root.dataset;
    this.request?.abort();
    this.request = new AbortController();
    const query = new URLSearchParams({
      [draft ? "draft" : "department"]: draft ?? form.elements.department.value,
      employee_name: name,
      took_place_at: form.elements.took_place_at.value,
    });
    try {
      const response = await fetch(`${this.root.dataset.search}?${query}`, { signal: this.request.signal });
      if (!response.ok || response.redirected) return this.fail();
      this.list.innerHTML = await response.text();
    } catch (error) {
      return error.name === "AbortError" ? undefined : this.fail();
    }
    this.open();
  }

  open() {
    const count = this.options.length;
    // Options that cannot be picked are shown with their reason.
    const shown = this.list.children.length;
    if (document.activeElement !== this.input) return;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown > 0));
    this.say(shown ? "" : this.root.dataset.none);
    // What the list shows needs to be told only to whoever cannot see it.
    if (shown && !count) this.status.textContent = this.root.dataset.untold;
  }

  fail() {
    this.close();
    this.say(this.root.dataset.failed);
  }

  // `text` is for everybody; without it there is nothing to tell.
  say(text) {
    this.status.textContent = text;
    this.status.classList.toggle("visually-hidden", !text);
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const { options } = this;
    if (event.key === "Escape") return this.close();
    if (this.list.hidden || !options.length) return undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.move((this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.pick(options[this.active]);
    }
    return undefined;
  }

  move(index) {
    const { options } = this;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === index));
    this.active = index;
    this.input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  // An audit belongs to the unit of whom it is about.
  take(unit) {
    const units = this.input.form.elements.department;
    if (!units) return;
    const before = units.value;
    units.value = unit;
    const chosen = units.selectedOptions[0];
    if (units.value === before || !chosen) return;
    this.taken = { unit, before: this.taken?.before ?? before };
    units.dispatchEvent(new Event("change", { bubbles: true }));
    this.say(this.root.dataset.unit.replace("{unit}", chosen.text));
  }

  // Nobody is picked any more: the unit that came with them goes too, unless it was changed by hand since.
  leave() {
    const units = this.input.form.elements.department;
    if (this.taken && units.value === this.taken.unit) units.value = this.taken.before;
    this.taken = undefined;
  }

  pick(option) {
    this.input.value = option.dataset.name;
    this.value.value = option.dataset.uuid;
    this.close();
    this.take(option.dataset.department);
  }
}

for (const root of document.querySelectorAll(".combobox")) new Combobox(root);
