// The desk: each answer updates the verdicts.
const desk = (() => {
  const form = document.querySelector("form.desk");
  const by = (id) => document.getElementById(id);
  // What is answered, whatever questions are on the page; what the page tells of itself is no answer.
  const state = (data = new FormData(form)) =>
    [...data].filter(([name, text]) => text.trim() && !name.startsWith("vue.")).map(String).sort().join("\n");
  let told = state(), visit = 0, wanted = false, running, retry;

  const page = async (address, options) => {
    const answer = await fetch(address, { signal: AbortSignal.timeout?.(20_000), ...options });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // One request at a time, with the newest answers: none comes late and undoes another. Says whether it went well.
  const ask = async () => {
    while (wanted) {
      wanted = false;
      clearTimeout(retry);
      by("verdicts").setAttribute("aria-busy", "true");
      const body = new FormData(form), sending = state(body), whose = visit;
      try {
        body.append("vue.partie", "1");
        const come = await page(form.action, { method: "POST", body });
        if (whose !== visit) continue; // this visitor has gone
        showDesk(come, body);
        told = come.getElementById("poste").dataset.opened === undefined ? sending : state();
      } catch {
        // Offline, or a page of error: what is beside this line is from before.
        by("unreached").textContent = form.dataset.unreached;
        retry = setTimeout(update, 5000);
        return false;
      } finally {
        by("verdicts").removeAttribute("aria-busy");
      }
    }
    return true;
  };

  const update = () => {
    wanted = true;
    return (running ??= ask().finally(() => (running = null)));
  };

  const settled = () => told === state();

  // Someone else's page in place of this one, without a trace of what was under way.
  const load = async (address, options) => {
    visit += 1;
    wanted = false;
    clearTimeout(retry);
    showDesk.whole(await page(address, options));
    told = state();
  };

  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.hasAttribute("formaction")) return; // another language
    event.preventDefault();
    if (button?.name === "vue.aide") by("verdicts").querySelector("input[name='vue.aide']").value = button.value;
    update();
  });
  addEventListener("online", () => settled() || update());
  return { load, settled, update };
})();
