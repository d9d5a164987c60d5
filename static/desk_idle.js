// The desk between two visitors: F8 empties it, and so do some minutes without a key or a gesture.
(() => {
  const form = document.querySelector("form.desk");
  const notice = document.getElementById("idle");
  let quiet, wiped;

  const fresh = () => location.replace(form.dataset.fresh);

  const awake = () => {
    clearTimeout(quiet);
    clearTimeout(wiped);
    notice.textContent = "";
    quiet = setTimeout(() => {
      notice.textContent = form.dataset.warning;
      wiped = setTimeout(fresh, 60_000);
    }, (Number(form.dataset.idle) - 1) * 60_000);
  };

  for (const kind of ["keydown", "pointerdown", "wheel"]) addEventListener(kind, awake, { passive: true });
  addEventListener("keydown", (event) => event.key === "F8" && fresh());
  // A page brought back by the Back key would show the last visitor.
  addEventListener("pageshow", (event) => event.persisted && fresh());
  awake();
})();
