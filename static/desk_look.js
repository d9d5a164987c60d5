// The desk: / leads to the search, a number there to its question, arrows from one aid to the next.
(() => {
  const form = document.querySelector("form.desk"), search = document.getElementById("cherche");

  const step = (row, by) => {
    const rows = [...form.querySelectorAll(".lines button")], next = rows[rows.indexOf(row) + by];
    next?.focus();
    next?.click();
  };

  // The question in use folds when one leaves it: not while the button is down, or the answer would move away from it.
  form.addEventListener("mousedown", (event) => event.target.closest(".asked .choice") && event.preventDefault());

  // A question that is folded into one line opens again.
  form.addEventListener("click", ({ target }) => {
    if (target.matches(".asked .choice input")) target.focus({ preventScroll: true });
    const question = !target.closest(".choice, .row") && target.closest(".asked:not(:focus-within)");
    if (question) deskKeys.go(question);
  });

  addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const question = target === search && key === "Enter" && deskKeys.asked()[search.value - 1];
    if (key === "/" && !target.matches("input:not([type=radio], [type=checkbox]), textarea, select")) search.focus();
    else if (question) {
      deskKeys.go(question);
      search.value = "";
    } else if (target.matches(".lines button") && key === "ArrowDown") step(target, 1);
    else if (target.matches(".lines button") && key === "ArrowUp") step(target, -1);
    else return;
    event.preventDefault();
  });
})();
