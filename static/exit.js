// « Quitter vite » by a key: Shift three times in a row, wherever the focus is. The page goes blank at once, because
// the site that follows may be slow to come.
(() => {
  const form = document.querySelector("form.exit");
  let presses = 0, last = 0;

  const blank = () => {
    document.body.hidden = true;
    document.title = "";
  };

  for (const hint of document.querySelectorAll(".scripted")) hint.hidden = false;
  form.addEventListener("submit", blank);
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const again = event.timeStamp - last < 2000 ? presses : 0;
    presses = event.key === "Shift" ? again + 1 : 0;
    last = event.timeStamp;
    if (presses < 3) return;
    blank();
    form.submit();
  });
  // Brought back by the Back key after all: ask anew, and find the answers erased.
  addEventListener("pageshow", (event) => event.persisted && document.body.hidden && location.reload());
})();
