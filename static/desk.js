// The desk: each answer updates the verdicts, F9 prints.
(() => {
  const form = document.querySelector("form.desk");
  const print = document.getElementById("print");
  const verdicts = document.getElementById("verdicts");
  // What is answered, whatever questions are on the page.
  const state = () => [...new FormData(form)].filter(([, text]) => text.trim()).map(String).sort().join("\n");
  let told = state(), wanted = false, running, retry;

  // One request at a time, with the newest answers: none comes late and undoes another. Says whether it went well.
  const ask = async () => {
    while (wanted) {
      wanted = false;
      clearTimeout(retry);
      verdicts.setAttribute("aria-busy", "true");
      const sending = state(), body = new FormData(form);
      try {
        const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout?.(20_000) });
        showDesk(new DOMParser().parseFromString(await answer.text(), "text/html"), body);
        told = sending;
      } catch {
        // Offline, or a page of error: what is beside this line is from before.
        document.getElementById("unreached").textContent = form.dataset.unreached;
        retry = setTimeout(update, 5000);
        return false;
      } finally {
        verdicts.removeAttribute("aria-busy");
      }
    }
    return true;
  };

  const update = () => {
    wanted = true;
    return (running ??= ask().finally(() => (running = null)));
  };

  // What is being typed counts too. A paper without the last answer is not printed.
  const toPaper = async () => {
    while (told !== state()) if (!(await update())) return;
    window.print();
  };

  print.hidden = false;
  print.addEventListener("click", toPaper);
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return; // another language
    event.preventDefault();
    update();
  });
  addEventListener("online", () => told !== state() && update());
  addEventListener("keydown", (event) => event.key === "F9" && toPaper());
})();
