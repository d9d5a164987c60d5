// The desk that nobody touches empties itself, after a warning in view. Any gesture puts it off.
(() => {
  const form = document.querySelector("form.desk");
  const notice = document.getElementById("idle");
  let quiet, wiped;

  const fresh = () => {
    desk.leaving = true;
    location.replace(form.dataset.fresh);
  };

  const awake = () => {
    clearTimeout(quiet);
    clearTimeout(wiped);
    notice.hidden = true;
    quiet = setTimeout(() => {
      notice.hidden = false;
      wiped = setTimeout(fresh, 60_000);
    }, (Number(form.dataset.idle) - 1) * 60_000);
  };

  for (const kind of ["keydown", "pointerdown", "pointermove", "touchstart", "touchmove", "wheel"])
    addEventListener(kind, awake, { passive: true });
  // A page brought back by the Back key would show the last visitor.
  addEventListener("pageshow", (event) => event.persisted && fresh());
  awake();
})();
