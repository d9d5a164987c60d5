// The desk by single keys: a digit or a letter chooses in the question in use, Enter goes on.
const deskKeys = (() => {
  const KEYS = "123456789abcdefghijklmnopqrstuvwxyz";
  const form = document.querySelector("form.desk"), needs = document.getElementById("needs");
  const asked = () => [...form.querySelectorAll(".asked:not([data-spare])")];
  const answered = (place) => place.querySelector(":checked") || place.querySelector("input[type=text]")?.value;
  const passed = new Set(); // left without an answer
  let from; // where one goes on from, until the next key

  const go = (place) => {
    (place.querySelector("input[type=radio]:checked") ?? place.querySelector("input")).focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  };

  const following = (place) => {
    const all = asked(), start = all.indexOf(place) + 1;
    return [...all.slice(start), ...all.slice(0, start)].find((one) => !answered(one) && !passed.has(one.id));
  };

  const onward = (place) => {
    if (place !== needs && !answered(place)) passed.add(place.id);
    from = place.id;
    const next = following(place);
    if (next) go(next);
    else desk.update();
  };

  // The answer may have opened or closed questions: go where one would have gone, if no key was pressed since.
  form.addEventListener("shown", () => {
    const place = from && document.getElementById(from);
    if (!place) return;
    const next = place.querySelector(".fault") ? place : following(place);
    if (next && !next.contains(document.activeElement)) go(next);
    else if (!next) (form.querySelector(".lines button") ?? document.getElementById("verdicts")).focus();
  });

  const choose = (place, key) => {
    const boxes = [...place.querySelectorAll(".choice input")];
    const box = key === "0" ? boxes.at(-1) : boxes[KEYS.indexOf(key)];
    if (!box) return false;
    box.focus({ preventScroll: true });
    box.click();
    if (box.type === "radio" || (box.checked && place.dataset.alone?.split(" ").includes(box.value))) onward(place);
    return true;
  };

  // On a French keyboard the row of digits gives letters: what counts is the key, not its sign.
  const pressed = ({ code, key }) => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key.toLowerCase();

  addEventListener("keydown", (event) => {
    const { target, key } = event, place = target.closest(".asked, #needs");
    from = undefined;
    if (!place || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (key === "Enter") onward(place);
    else if (target.type === "text" || key.length > 1 || !choose(place, pressed(event))) return;
    event.preventDefault();
  });
  addEventListener("pointerdown", () => (from = undefined));
  form.addEventListener("fresh", () => passed.clear());
  if (document.activeElement === document.body) needs.querySelector("input").focus();
  return { asked, go };
})();
