// Sends each answer at once, keeps it until it is saved, and sends it again when the network is back.
//
// htmx makes the requests, one at a time and in order. An answer is kept before it is sent, and forgotten only when
// the server has it. A reply carries the new versions, so that quick answers never clash with each other; what was
// changed in another window comes back as a clash, to be decided by the person.

const RETRY_AFTER = 8000;

export class Sender {
  constructor(sheet, store, bar) {
    Object.assign(this, { sheet, store, bar });
    this.form = sheet.form;
    this.sent = new WeakMap();
    this.held = new Set();
    this.trouble = "";
    this.isRenewed = false;
    this.inFlight = 0;
    this.form.addEventListener("htmx:configRequest", (event) => this.noteWhatIsSent(event.detail));
    this.form.addEventListener("htmx:beforeSend", () => this.started());
    this.form.addEventListener("htmx:beforeSwap", (event) => {
      if (this.isElsewhere(event.detail)) event.detail.shouldSwap = false;
    });
    this.form.addEventListener("htmx:afterRequest", (event) => this.finished(event.detail));
    window.addEventListener("online", () => this.retry());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.retry());
    setInterval(() => this.retry(), RETRY_AFTER);
    this.restore();
  }

  // What was given before the page was closed or lost its network, and then, as the latest, what was given before
  // this script arrived on a slow one.
  restore() {
    const early = this.sheet.questions.map((one) => [one, one.touched]).filter(([, touched]) => Object.keys(touched).length);
    for (const key of this.store.keys()) {
      const entry = this.store.get(key);
      if (entry.act) this.applyAct(key);
      else if (this.sheet.question(key)) this.sheet.question(key).given = entry;
      else this.store.remove(key);
    }
    this.sheet.refresh();
    if (this.store.size) this.bar.offline(this.store.size);
    for (const [question, touched] of early) {
      // The rest of it stays as it was kept.
      question.given = { ...question.given, ...touched };
      this.give(question);
    }
    this.pump();
  }

  // What the person gives

  give(question) {
    this.held.delete(question.key);
    this.store.put(question.key, question.given);
    question.element.classList.add("is-waiting");
    this.sheet.refresh();
  }

  giveAndSend(question) {
    this.give(question);
    window.htmx.trigger(question.element, "resend");
  }

  act(element) {
    const key = element.dataset.act;
    this.store.put(key, { act: true });
    this.applyAct(key);
    this.sheet.refresh();
    window.htmx.trigger(element, "act");
  }

  applyAct(key) {
    const [act, block] = key.split(":");
    const [selector, value] = act === "others" ? [".q--gate", "no"] : [`#breaches-${block} .q`, "met"];
    for (const question of this.sheet.unanswered(selector)) question.value = value;
  }

  // What becomes of it

  noteWhatIsSent(config) {
    const question = this.sheet.question(config.elt.dataset.key);
    if (question) this.sent.set(config, question.given);
  }

  started() {
    this.inFlight += 1;
    if (!this.trouble) this.bar.show("saving");
  }

  // A request that was led to the sign-in page, or answered by something between us and the portal.
  isElsewhere({ xhr, requestConfig }) {
    return Boolean(xhr.responseURL) && new URL(xhr.responseURL).pathname !== new URL(requestConfig.path, location).pathname;
  }

  finished(detail) {
    this.inFlight = Math.max(0, this.inFlight - 1);
    const { xhr, elt, requestConfig } = detail;
    const key = elt.dataset.key ?? elt.dataset.act;
    if (!key) return;
    if (this.isElsewhere(detail)) this.fail("expired");
    else if (xhr.status === 200) this.saved(key, elt, this.sent.get(requestConfig));
    else if (xhr.status === 409) this.hold(key, "clash");
    else if (xhr.status === 422) this.refused(key);
    else if (xhr.status === 403 && !this.isRenewed) this.renewToken();
    else if (xhr.status === 404) this.fail("gone");
    else this.fail(xhr.status ? "failed" : "offline");
  }

  saved(key, elt, given) {
    const reply = elt.querySelector("[data-state]");
    // Something between us and the portal answered in its name.
    if (!reply) return this.fail("failed");
    const entry = this.store.get(key);
    if (entry && (entry.act || (entry.value === given.value && entry.note === given.note))) {
      this.store.remove(key);
      elt.classList.remove("is-waiting");
    }
    this.takeOver(JSON.parse(reply.dataset.state), key);
    this.trouble = "";
    this.isRenewed = false;
    this.held.delete(key);
    if (this.held.size) this.bar.problem("clash");
    else if (this.store.size) this.bar.offline(this.store.size);
    else this.bar.saved();
    this.pump();
    return undefined;
  }

  // The versions and values that moved by our own act.
  takeOver(state, own) {
    for (const [id, [version, value]] of Object.entries(state.answers ?? {})) this.move(`answer:${id}`, version, value, own);
    for (const [id, [version, value]] of Object.entries(state.gates ?? {})) this.move(`gate:${id}`, version, value, own);
    if (state.audit !== undefined) this.move("waiting", state.audit, undefined, own);
    this.sheet.refresh();
  }

  move(key, version, value, own) {
    const question = this.sheet.question(key);
    if (!question) return;
    const entry = this.store.get(key);
    if (!entry) {
      question.version = version;
      if (key !== own && value !== undefined) question.value = value;
    } else if (key === own || version === entry.version + 1) {
      // Our own act moved it by one; an answer that still waits is meant to come after that.
      question.version = version;
      this.store.rebase(key, version);
    }
  }

  hold(key, why) {
    this.held.add(key);
    this.trouble = "";
    this.bar.problem(why);
    this.pump();
  }

  refused(key) {
    this.store.remove(key);
    this.sheet.question(key)?.element.classList.remove("is-waiting");
    this.trouble = "";
    this.bar.problem("refused");
    this.pump();
  }

  fail(trouble) {
    this.trouble = trouble;
    this.isRenewed = false;
    for (const key of this.store.keys()) {
      if (!this.held.has(key)) this.sheet.question(key)?.status(this.form.dataset.waiting);
    }
    if (trouble === "offline") this.bar.offline(this.store.size);
    else this.bar.problem(trouble);
  }

  // The person decides between two values

  choose(question, choice, clash) {
    const version = Number(clash.dataset.version);
    this.held.delete(question.key);
    if (choice === "mine") {
      question.version = version;
      question.status("");
      this.giveAndSend(question);
      return;
    }
    this.store.remove(question.key);
    question.given = { value: clash.dataset.value, note: clash.dataset.note, version };
    question.element.classList.remove("is-waiting");
    question.status("");
    this.sheet.refresh();
    if (!this.held.size && !this.store.size) this.bar.saved();
  }

  // Sending again

  pump() {
    // Not before htmx has taken up what waits in its own queue.
    setTimeout(() => this.sendNext(), 0);
  }

  sendNext() {
    const key = this.store.keys().find((one) => !this.held.has(one));
    if (!key || this.inFlight) return;
    const question = this.sheet.question(key);
    if (question) window.htmx.trigger(question.element, "resend");
    else window.htmx.trigger(this.form.querySelector(`[data-act="${key}"]`), "act");
  }

  async retry() {
    if (!this.store.size || this.inFlight || this.trouble === "gone") return;
    if (this.trouble === "expired") await this.renewToken();
    else this.pump();
  }

  // Signing in again, here or in another window, makes the page's token void: take the new one from a fresh page.
  async renewToken() {
    try {
      const response = await fetch(location.pathname, { credentials: "same-origin" });
      if (new URL(response.url).pathname !== location.pathname) return this.fail("expired");
      if (!response.ok) return this.fail(response.status === 404 ? "gone" : "failed");
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const token = page.querySelector("[name=csrfmiddlewaretoken]").value;
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
      document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
      this.trouble = "";
      // Refused again with a new token, it is not the token: that waits for the next round.
      this.isRenewed = true;
      this.pump();
    } catch {
      this.fail("offline");
    }
    return undefined;
  }
}
