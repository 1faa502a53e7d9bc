// What is given on the checklist's page: kept at once, sent at once, and shown as what it is: saved, waiting, refused, or
// changed in another window meanwhile, to be decided by the person.

import { Sending } from "./sending.js";

export class Filling {
  constructor({ sheet, outbox, bar, path, ...exchange }) {
    Object.assign(this, { sheet, outbox, bar });
    this.sending = new Sending({ outbox, path, page: this, ...exchange });
    // Called when something is given, before it is sent.
    this.onGiven = () => {};
  }

  // What was given before the page was closed or lost its network, and then, as the latest, what was given before
  // this script arrived on a slow one.
  restore() {
    const early = this.sheet.touched();
    this.layOver();
    if (this.outbox.size) this.bar.offline(this.outbox.answers);
    for (const [question, touched] of early) {
      // The rest of it stays as it was kept.
      question.given = { ...question.given, ...touched };
      this.give(question);
    }
    return this.sending.run();
  }

  // What the portal said that it has, where the page is older (from a cache, or filled in another tab since), and what
  // waits.
  layOver() {
    for (const [key, [version, value, note]] of Object.entries(this.outbox.store.saved)) {
      const question = this.sheet.question(key);
      if (!question || this.outbox.has(key) || question.version >= version) continue;
      question.version = version;
      question.show(value, note);
      question.isWaiting = false;
    }
    for (const [key, entry] of this.outbox.entries()) {
      const question = this.sheet.question(key);
      if (question) {
        question.given = entry;
        question.isWaiting = true;
      } else this.sheet.applyAct(key);
    }
    this.sheet.refresh();
  }

  // Another tab of this browser gave an answer, or sent what waited, also what waited here.
  followOtherTab() {
    this.layOver();
    const time = this.outbox.store.savedAt;
    if (!this.outbox.size && time) this.bar.saved(time);
  }

  give(question) {
    // Another tab of this browser may have been answered since this one was last told.
    const [version = 0] = this.outbox.store.saved[question.key] ?? [];
    if (question.version < version) question.version = version;
    this.outbox.give(question.key, { ...question.given, told: question.told });
    question.isWaiting = true;
    this.sheet.refresh();
    this.tellOfIt();
    this.onGiven();
  }

  // "Saved" was of what came before.
  tellOfIt() {
    if (this.outbox.store.isFull) this.bar.problem("full");
    else if (!this.sending.trouble && !this.outbox.held.size) this.bar.show("saving");
  }

  giveAndSend(question) {
    this.give(question);
    this.sending.run();
  }

  act(key) {
    this.outbox.give(key, { told: this.sheet.control(key).told });
    this.sheet.applyAct(key);
    this.sheet.refresh();
    this.tellOfIt();
    this.onGiven();
    this.sending.run();
  }

  // The person decides between two values. `saved` is the other one: {value, note, version}.
  choose(question, isMine, saved) {
    question.clearReply();
    if (isMine) {
      question.version = saved.version;
      this.giveAndSend(question);
      return;
    }
    this.outbox.drop(question.key);
    question.given = saved;
    question.isWaiting = false;
    this.sheet.refresh();
    this.onGiven();
    if (!this.outbox.size) this.bar.show("ready");
  }

  // As the sending tells it

  get token() {
    return this.sheet.token;
  }

  set token(token) {
    this.sheet.token = token;
  }

  isSending() {
    this.bar.show("saving");
  }

  isSettled({ moved, turnedDown, settled, now }) {
    for (const [key, [, version, value]] of Object.entries(moved)) {
      const question = this.sheet.question(key);
      if (!question) continue;
      const entry = this.outbox.get(key);
      if (!entry) question.show(value);
      // What waits carries the version that it came to know.
      question.version = entry ? entry.version : version;
    }
    for (const key of settled) {
      const control = this.sheet.control(key);
      if (!control) continue;
      control.isWaiting = this.outbox.has(key);
      if (turnedDown[key]) control.reply(turnedDown[key].html);
      else control.isSaved(this.bar.savedAt(now));
    }
    this.sheet.refresh();
    if (this.outbox.held.size) this.bar.problem("clash");
    else if (Object.keys(turnedDown).length) this.bar.problem("refused");
    else if (this.outbox.store.isFull) this.bar.problem("full");
    else if (!this.outbox.size) this.bar.saved(now);
  }

  isInTrouble(trouble) {
    for (const [key] of this.outbox.entries()) {
      if (!this.outbox.held.has(key)) this.sheet.waitForNetwork(key);
    }
    if (trouble === "offline") this.bar.offline(this.outbox.answers);
    else this.bar.problem(trouble);
  }
}
