// Names the administration's autocomplete fields for screen readers: Select2 names each by its choice alone,
// which says nothing while none is made, and leaves its search box without a name.

const labelOf = (select) => document.querySelector(`label[for="${CSS.escape(select.id)}"]`);

function name(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const choice = select.parentElement.querySelector(".select2-selection");
    const label = labelOf(select);
    if (!choice || !label) continue;
    label.id ||= `label_${select.id}`;
    const chosen = choice.querySelector(".select2-selection__rendered");
    choice.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
    // A textbox within a combobox would have to be named again.
    chosen.removeAttribute("role");
    chosen.removeAttribute("aria-readonly");
    choice.setAttribute("aria-haspopup", "listbox");
  }
}

// Select2 starts when the document is ready, and again for each row that is added.
new MutationObserver(() => name(document)).observe(document.documentElement, { childList: true, subtree: true });

document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-search__field")) return;
  const open = document.querySelector(".select2-container--open");
  const label = open?.previousElementSibling && labelOf(open.previousElementSibling);
  if (label) target.setAttribute("aria-label", label.textContent.trim());
  const choice = open?.querySelector(".select2-selection");
  if (choice?.hasAttribute("aria-owns")) choice.setAttribute("aria-controls", choice.getAttribute("aria-owns"));
});
