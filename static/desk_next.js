// The desk between two visitors: F8 empties it, F2 brings all back within 20 seconds, and leaving it asks first.
// What is brought back waits in this page alone.
(() => {
  const form = document.querySelector("form.desk"), notes = document.getElementById("notes");
  const undo = document.getElementById("undo");
  let kept, forgetting;

  const forget = () => {
    clearTimeout(forgetting);
    kept = undefined;
    undo.hidden = true;
  };

  const leave = () => {
    desk.leaving = true;
    location.replace(form.dataset.fresh);
  };

  const next = async () => {
    const last = { answers: new FormData(form), notes: notes.value };
    notes.value = "";
    document.getElementById("papier").reset();
    try {
      await desk.load(form.dataset.fresh);
    } catch {
      leave();
      return;
    }
    form.dispatchEvent(new Event("fresh"));
    forget();
    kept = last;
    undo.hidden = false;
    forgetting = setTimeout(forget, 20_000);
  };

  const back = async () => {
    if (!kept) return;
    const last = kept;
    try {
      await desk.load(form.action, { method: "POST", body: last.answers });
    } catch {
      return;
    }
    notes.value = last.notes;
    forget();
  };

  document.getElementById("fresh").addEventListener("click", (event) => {
    event.preventDefault();
    next();
  });
  undo.querySelector("button").addEventListener("click", back);
  addEventListener("keydown", (event) => {
    const act = { F8: next, F2: back }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  form.addEventListener("submit", ({ submitter }) => (desk.leaving = submitter?.hasAttribute("formaction")));
  addEventListener("beforeunload", (event) => {
    const typed = [...form.querySelectorAll(".asked input[type=text]")].some(({ value }) => value);
    const answers = typed || form.querySelector(".asked :checked");
    if (!desk.leaving && (answers || notes.value)) event.preventDefault();
  });
})();
