// Sends what a draft's outbox holds, whatever page is open: the checklist, or the page before submitting. One tab at a
// time does so, and one request after the other.

const MOST_GAPS = 3;
// Asked again, they would be answered as before.
const FOR_GOOD = new Set(["gone", "late", "unaccepted"]);

// Without locks (no https) two tabs may use the same numbers: the server tells, and they are given anew.
const alone = (name, send) => (navigator.locks ? navigator.locks.request(name, send) : send());

export class Sending {
  constructor({ outbox, path, page, post, newToken, lock = alone }) {
    Object.assign(this, { outbox, path, page, post, newToken, lock });
    this.trouble = "";
    this.isRenewed = false;
    this.isRunning = false;
    this.running = Promise.resolve();
    this.most = Number.POSITIVE_INFINITY;
    // Called after each reply.
    this.onward = () => {};
  }

  // Until nothing waits or something is in the way.
  run() {
    if (!this.isRunning) {
      this.isRunning = true;
      this.running = this.sendAll();
    }
    return this.running;
  }

  async sendAll() {
    this.failures = 0;
    this.gaps = 0;
    try {
      await this.lock(`send ${this.path}`, async () => {
        let goesOn = this.trouble !== "expired" || (await this.renewToken());
        while (goesOn) goesOn = this.outbox.isWaiting && (await this.send());
      });
    } finally {
      this.isRunning = false;
    }
  }

  async send() {
    const { first, changes } = this.outbox.begin(this.most);
    if (!this.trouble) this.page.isSending();
    const sent = changes.map(({ key, value, note, version }) => ({ key, value, note, version }));
    const fields = { device: this.outbox.device, first, changes: JSON.stringify(sent) };
    const { outcome, reply } = await this.post(this.path, fields, this.page.token);
    const goesOn = await this.deal(outcome, reply);
    this.onward();
    return goesOn;
  }

  deal(outcome, reply) {
    if (outcome === "answered") return this.answered(reply);
    if (outcome === "gap") return this.gap(reply);
    if (outcome === "forbidden" && !this.isRenewed) return this.renewToken();
    if (outcome === "failed") return this.failed();
    return this.fail(outcome === "forbidden" ? "failed" : outcome);
  }

  // What becomes of it. Each says whether to go on.

  answered({ moved = {}, turned_down: turnedDown = {}, now = "", before, revision }) {
    this.trouble = "";
    this.isRenewed = false;
    this.outbox.follow(before, revision);
    // Before what waited is taken off the device, which other tabs are told of.
    if (now) this.outbox.store.savedAt = now;
    const settled = this.outbox.settle({ moved, turnedDown });
    this.page.isSettled({ moved, turnedDown, settled, now });
    return true;
  }

  gap({ seq }) {
    this.outbox.gap(seq);
    this.gaps += 1;
    return this.gaps < MOST_GAPS || this.fail("failed");
  }

  // It may be one question alone that the server fails on: others are tried, before all is taken to be down.
  failed() {
    this.outbox.failed();
    this.most = 1;
    this.failures += 1;
    this.fail("failed");
    return this.failures < 2;
  }

  fail(trouble) {
    this.trouble = trouble;
    this.isRenewed = false;
    this.page.isInTrouble(trouble);
    return false;
  }

  retry() {
    if (this.outbox.isWaiting && !FOR_GOOD.has(this.trouble)) this.run();
  }

  async renewToken() {
    const { token, trouble } = await this.newToken();
    if (trouble) return this.fail(trouble);
    this.page.token = token;
    this.trouble = "";
    // Refused again with a new token, it is not the token: that waits for the next round.
    this.isRenewed = true;
    return true;
  }
}
