// A field and the boxes that stand for it (« je ne sais pas »): the last one used counts, and the other empties visibly.
// Heard before anything else, so that whatever sends the form sends what is shown.
(() => {
  const kept = new WeakMap();

  addEventListener("input", ({ target }) => {
    if (target.type !== "text" || !target.value) return;
    for (const box of document.querySelectorAll("[data-instead]"))
      if (box.dataset.instead === target.id) box.checked = false;
  }, true);

  addEventListener("change", ({ target }) => {
    const field = target.dataset.instead && document.getElementById(target.dataset.instead);
    if (!field) return;
    // What was typed comes back when the box is unticked: nothing is lost by a slip.
    if (target.checked && field.value) kept.set(field, field.value);
    field.value = target.checked ? "" : field.value || kept.get(field) || "";
  }, true);
})();
