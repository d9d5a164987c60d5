// The desk, when an answer of the site has come: verdicts, questions and paper follow, around the field in use.
const showDesk = (() => {
  const form = document.querySelector("form.desk");
  const by = (id) => document.getElementById(id);
  const asked = () => [...form.querySelectorAll(".asked")];
  let spare = false;

  // `come` is the page that answers to `sent`. Since then, the person may have gone on.
  const show = (come, sent) => {
    if (come.getElementById("poste").dataset.opened !== undefined) return show.whole(come); // a code was typed
    const focus = document.activeElement, before = new Set(asked()), now = new FormData(form);
    const text = (data, fact) => data.getAll(fact).join("\n");
    // A question answered since is left alone; one in use stays, even if it serves no more, until one leaves it.
    const left = (node, gone) => {
      const fact = node.dataset?.fact;
      if (!fact) return false;
      const used = gone && node.contains(focus);
      spare ||= used;
      if (used) node.dataset.spare = "";
      return used || text(now, fact) !== text(sent, fact);
    };
    spare = false;
    for (const id of ["questions", "verdicts", "kept"]) merge(by(id), come.getElementById(id), left);
    for (const item of by("aside").querySelectorAll("input")) if (by(`q-${item.name}`)) item.remove();
    // Tab went past the last question, and now there is one more.
    const more = by("send")?.contains(focus) && asked().find((question) => !before.has(question));
    const next = more ? more.querySelector("input") : focus.isConnected ? focus : by("verdicts");
    if (next !== document.activeElement) next.focus({ preventScroll: !more });
    form.dispatchEvent(new Event("shown"));
  };

  // All of it, fields included: another case.
  show.whole = (come) => {
    const parts = ["needs", "questions", "verdicts", "kept"].map((id) => [by(id), come.getElementById(id).childNodes]);
    for (const [part, nodes] of parts) part.replaceChildren(...nodes);
    by("cherche").value = "";
    by("needs").querySelector("input").focus();
    form.dispatchEvent(new Event("shown"));
  };

  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const there = relatedTarget?.closest(".asked");
    if (spare && target.closest(".asked") !== there) form.dispatchEvent(new Event("change"));
  });
  return show;
})();
