// Which of many names somebody means who types the beginnings of some of their words.

export function folded(text) {
  return text
    .toLowerCase()
    .replaceAll("ł", "l")
    .replace(/[\u2010-\u2015\u2212-]/g, " ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

// Those names in which every word typed begins a word, without regard to case and Polish letters, in their order.
export function fitting(typed, names) {
  const words = folded(typed)
    .split(/[\s·]+/u)
    .filter(Boolean);
  return names.filter((name) => words.every((word) => ` ${folded(name)}`.includes(` ${word}`)));
}
