// The check before submitting, of what this device holds, where there is no network; and the end that waits for one.

const WORTH_A_LOOK = ["not_met", "partly"];
const DAY = 24 * 3600 * 1000;
const iso = (day) => day.toISOString().slice(0, 10);

// What the check lists, of what the page shows.
export function listed(sheet) {
  const rows = sheet.rows.filter((row) => row.isShown);
  const isBreach = ({ element }) => element.classList.contains("q--breach");
  const worth = rows.filter(({ value }) => WORTH_A_LOOK.includes(value));
  return {
    left: sheet.questions.filter((question) => question.isLeft),
    noes: worth.filter((row) => !isBreach(row)),
    breaches: worth.filter(isBreach),
    notes: rows.filter((row) => row.note?.value && !WORTH_A_LOOK.includes(row.value)),
  };
}

// What is left and is judged at the visit itself: a gate with what is behind it, unless all of that comes later.
export function leftNow(sheet) {
  const later = (question) =>
    question.kind === "gate"
      ? sheet.rows
          .filter((row) => row.element.dataset.gate === question.id)
          .every((row) => "later" in row.element.dataset)
      : "later" in question.element.dataset;
  return sheet.questions.filter((question) => question.isLeft && !later(question));
}

// The days until which an audit of that day may wait: {first, usual, last}.
export function daysToWait(today, visit, { longest, usually }) {
  const last = iso(new Date(Date.parse(visit) + longest * DAY));
  const usual = iso(new Date(Date.parse(today) + usually * DAY));
  // Days in ISO order as texts do.
  const [earlier] = [usual, last].sort();
  return { first: today, usual: earlier, last };
}

export class CheckHere {
  // `seen` gives what is kept with the end: of what was looked at, and of whom it is.
  constructor({ part, sheet, opened, sending, seen }) {
    Object.assign(this, { part, sheet, opened, sending, seen });
    this.problem = part.querySelector("#check-here-problem");
    this.leave = part.querySelector("#leave-here");
    this.until = part.querySelector("#until-here");
    this.back = document.getElementById("back-to-check-here");
    this.title = document.title;
    part.querySelector("#submit-here").addEventListener("click", () => this.submit());
    part.querySelector("#aside-here")?.addEventListener("click", () => this.setAside());
    part.querySelector("#take-back").addEventListener("click", () => this.takeBack());
    part.addEventListener("click", ({ target }) => this.goTo(target.closest("a")?.closest("li")));
    this.back.addEventListener("click", (event) => {
      event.preventDefault();
      this.comeBack();
    });
  }

  // On a page that was left with its end waiting.
  resume() {
    if (!this.opened.ending) return;
    this.draw();
    this.sayThatItWaits();
  }

  open() {
    this.draw();
    this.part.scrollIntoView();
    this.part.focus({ preventScroll: true });
  }

  draw() {
    for (const [name, questions] of Object.entries(listed(this.sheet))) {
      const part = this.part.querySelector(`[data-list="${name}"]`);
      part.hidden = questions.length === 0;
      part.querySelector("ul").replaceChildren(...questions.map((question) => this.lineOf(question, name)));
      if (name === "left") part.querySelector("h3").textContent = this.leftInWords(questions.length);
    }
    if (this.until) this.limitDays();
    this.part.hidden = false;
  }

  lineOf(question, name) {
    const line = document.createElement("li");
    line.id = `here-${name}-${question.element.id}`;
    const link = document.createElement("a");
    link.href = `#${question.element.id}`;
    link.textContent = question.asked;
    line.append(link);
    const add = (text, className) => {
      if (!text) return;
      const span = document.createElement("span");
      Object.assign(span, { className, textContent: text });
      line.append(span);
    };
    add(question.words, "check-list__words");
    add(question.note?.value, "check-list__note");
    return line;
  }

  leftInWords(count) {
    const { dataset } = this.part;
    const kind = new Intl.PluralRules(document.documentElement.lang).select(count);
    const words = { one: dataset.questionOne, few: dataset.questionFew }[kind] ?? dataset.questionMany;
    return words.replace("#", count);
  }

  limitDays() {
    const { longest, usually, zone } = this.part.dataset;
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(new Date());
    const { first, usual, last } = daysToWait(today, this.seen().day, { longest, usually });
    this.until.min = first;
    this.until.max = last;
    this.until.value ||= usual;
  }

  // To a row, and back to the very line from which one came.
  goTo(line) {
    if (!line?.id) return;
    this.from = line.id;
    this.back.hidden = false;
    this.sheet.questionAt(document.getElementById(line.id.replace(/^here-[a-z]+-/, "")))?.focus();
  }

  comeBack() {
    this.draw();
    this.back.hidden = true;
    const line = document.getElementById(this.from);
    if (line) line.querySelector("a").focus();
    else this.part.focus();
  }

  // What is given after that was not looked at.
  somethingIsGiven() {
    this.opened.takeBack();
    if (this.part.hidden) return;
    this.say("");
    this.sayThatItWaits();
    this.draw();
  }

  takeBack() {
    this.opened.takeBack();
    this.sayThatItWaits();
    this.part.focus();
  }

  submit() {
    const { dataset } = this.part.querySelector("#submit-here");
    const isOpen = listed(this.sheet).left.length > 0 && !this.leave.checked;
    if (isOpen) this.say(dataset.problem);
    else this.end({ ending: "submit" });
  }

  setAside() {
    const { dataset } = this.part.querySelector("#aside-here");
    const { value, min, max } = this.until;
    if (!value || value < min || value > max) this.say(dataset.problem);
    else if (leftNow(this.sheet).length && !this.leave.checked) this.say(dataset.left);
    else this.end({ ending: "aside", until: value });
  }

  end(ending) {
    this.say("");
    if (this.leave.checked) ending.leave_unanswered = "on";
    const { revision, shown, card, told } = this.seen();
    this.opened.end(ending, this.opened.isNew ? { revision, shown } : { revision, shown, card, told });
    if (this.opened.store.isFull) this.say(this.part.dataset.full);
    else this.sayThatItWaits();
    this.sending.run();
  }

  // Focus and title tell an error.
  say(problem) {
    this.problem.textContent = problem;
    document.title = problem ? `${this.part.dataset.failed} – ${this.title}` : this.title;
    if (problem) this.problem.focus();
  }

  sayThatItWaits() {
    const { ending } = this.opened;
    this.part.querySelector("#will-be-sent").hidden = !ending;
    this.part.querySelector("#will-be-submitted").hidden = ending?.ending !== "submit";
    this.part.querySelector("#will-be-set-aside").hidden = ending?.ending !== "aside";
    this.part.querySelector("#end-here").hidden = Boolean(ending);
  }
}
