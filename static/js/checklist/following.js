// After an answer by thumb or mouse the next question without one comes into view by itself. Keys have ways of their own,
// and an arrow key chooses on its way past answers. Whoever does not want it says so, and this browser remembers.

// A cookie outlives signing out, which clears what else a page may keep.
const COOKIE = "following";
const YEAR = 365 * 24 * 3600;

export const isOff = (cookies) => cookies.split("; ").includes(`${COOKIE}=no`);

// How far to scroll so that what lies between `top` and `bottom` stands in the upper half of the room between `from` and
// `to`; 0 where all of it is in sight already.
export function distance({ top, bottom }, { from, to }) {
  if (top >= from && bottom <= to) return 0;
  return Math.round(top - from - Math.max(0, (to - from - (bottom - top)) / 3));
}

export class Following {
  constructor(sheet) {
    this.sheet = sheet;
    this.box = document.getElementById("following");
    this.box.checked = !isOff(document.cookie);
    this.byKey = false;
    this.box.closest("[hidden]").hidden = false;
    this.box.addEventListener("change", () => this.remember());
    sheet.form.addEventListener("keydown", () => this.pressed(true), { capture: true });
    sheet.form.addEventListener("pointerdown", () => this.pressed(false), { capture: true });
  }

  pressed(byKey) {
    this.byKey = byKey;
  }

  remember() {
    const age = this.box.checked ? 0 : YEAR;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser of the office has the cookie store.
    document.cookie = `${COOKIE}=no; Max-Age=${age}; Path=/audyty/; SameSite=Strict${secure}`;
  }

  // Only forwards: what was passed over is for the button.
  on(question) {
    if (this.byKey || !this.box.checked || question.value === "") return;
    const next = this.sheet.nextLeft(question);
    const target = next?.element ?? document.getElementById("finish-heading");
    if (!(question.element.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
    const room = { from: 0, to: document.querySelector(".bar").getBoundingClientRect().top };
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = distance(target.getBoundingClientRect(), room);
    if (top) scrollBy({ top, behavior: isCalm ? "auto" : "smooth" });
  }
}
