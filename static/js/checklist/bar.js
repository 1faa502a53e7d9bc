// The line at the bottom: whether answers are saved, and if not, why not and what to do.

export class Bar {
  constructor() {
    this.state = document.getElementById("save-state");
    this.login = document.getElementById("sign-in-again");
    this.language = document.documentElement.lang;
    this.plural = new Intl.PluralRules(this.language);
    this.show("ready");
  }

  show(name, { tone = "", value = "" } = {}) {
    const text = this.state.dataset[name].replace("#", value);
    if (this.state.textContent !== text) this.state.textContent = text;
    this.state.dataset.tone = tone;
    this.login.hidden = name !== "expired";
  }

  saved() {
    const time = new Date().toLocaleTimeString(this.language, { hour: "2-digit", minute: "2-digit" });
    this.show("saved", { tone: "saved", value: time });
  }

  problem(name) {
    this.show(name, { tone: "problem" });
  }

  offline(waiting) {
    const form = this.plural.select(waiting);
    const name = { one: "offlineOne", few: "offlineFew" }[form] ?? "offlineMany";
    this.show(name, { tone: "problem", value: waiting });
  }
}
