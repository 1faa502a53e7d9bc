// The line at the bottom: whether answers are saved, and if not, why not and what to do.

// Which of the sentences about waiting answers has the right form of the noun.
export function offlineName(language, waiting) {
  const form = new Intl.PluralRules(language).select(waiting);
  return { one: "offlineOne", few: "offlineFew" }[form] ?? "offlineMany";
}

// Of a page, at one of its elements.
export const addressOf = ({ pathname, search }, id) => `${pathname}${search}${id ? `#${id}` : ""}`;

export class Bar {
  constructor() {
    this.state = document.getElementById("save-state");
    this.login = document.getElementById("sign-in-again");
    this.language = document.documentElement.lang;
    this.show("ready");
  }

  show(name, { tone = "", value = "" } = {}) {
    const text = this.state.dataset[name].replace("#", value);
    if (this.state.textContent !== text) this.state.textContent = text;
    this.state.dataset.tone = tone;
    this.login.hidden = name !== "expired";
    if (!this.login.hidden) this.leadBack();
  }

  // Whoever signs in again comes to this page, at the question that they were at.
  leadBack() {
    const question = document.activeElement?.closest(".q[id]");
    const here = addressOf(location, question?.id);
    this.login.search = `?${new URLSearchParams({ next: here })}`;
  }

  // The portal's clock, not the phone's.
  savedAt(time) {
    return this.state.dataset.saved.replace("#", time);
  }

  saved(time) {
    this.show("saved", { tone: "saved", value: time });
  }

  problem(name) {
    this.show(name, { tone: "problem" });
  }

  offline(waiting) {
    this.show(offlineName(this.language, waiting), { tone: "problem", value: waiting });
  }
}
