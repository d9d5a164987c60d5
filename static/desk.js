// The desk: each answer updates the verdicts; F9 prints, F8 empties; nobody at the keyboard, and it empties itself.
(() => {
  const form = document.querySelector("form.desk");
  const print = document.getElementById("print");
  const notice = document.getElementById("idle");
  let latest = 0, quiet, wiped;

  const fresh = () => location.replace(form.dataset.fresh);

  // Only the newest answer counts: a slow one that comes back late is dropped.
  const update = async () => {
    const number = ++latest;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (!answer || number !== latest) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = document.activeElement?.id;
    for (const id of ["questions", "verdicts", "printed"])
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
    // The node stays, so that a screen reader says what changed in it.
    document.getElementById("summary").textContent = page.getElementById("summary").textContent;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  const awake = () => {
    clearTimeout(quiet);
    clearTimeout(wiped);
    notice.textContent = "";
    quiet = setTimeout(() => {
      notice.textContent = form.dataset.warning;
      wiped = setTimeout(fresh, 60_000);
    }, (Number(form.dataset.idle) - 1) * 60_000);
  };

  print.hidden = false;
  print.addEventListener("click", () => window.print());
  form.addEventListener("change", update);
  for (const kind of ["keydown", "pointerdown", "wheel"]) addEventListener(kind, awake, { passive: true });
  addEventListener("keydown", (event) => {
    if (event.key === "F8") fresh();
    if (event.key === "F9") window.print();
  });
  // A page brought back by the Back key would show the last visitor.
  addEventListener("pageshow", (event) => event.persisted && fresh());
  awake();
})();
