// Makes what is shown like what has come, and touches no field: not its node, its text, its choice, its caret or its
// focus. What has the same name (id), or the same kind and place, keeps its node. `left(node, gone)` says what is left
// just as it is; `gone`: although it is not in what has come.
const merge = (() => {
  const persons = (node, name) => ["value", "checked", "open"].includes(name) && node.type !== "hidden";

  const named = (node) => {
    const children = new Map(), counts = {};
    for (const child of node.childNodes) {
      const kind = `${child.nodeName} ${child.className ?? ""}`;
      children.set(child.id || `${kind} ${(counts[kind] = (counts[kind] ?? 0) + 1)}`, child);
    }
    return children;
  };

  const attributes = (shown, come) => {
    for (const { name } of [...shown.attributes])
      if (!come.hasAttribute(name) && !persons(shown, name)) shown.removeAttribute(name);
    for (const { name, value } of come.attributes)
      if (!persons(shown, name) && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  };

  const merge = (shown, come, left) => {
    if (shown.isEqualNode(come) || left(shown, false)) return;
    if (!shown.attributes) {
      shown.data = come.data;
      return;
    }
    attributes(shown, come);
    const here = named(shown), wanted = named(come), stay = new Set();
    for (const [name, child] of here)
      if (!wanted.has(name)) left(child, true) ? stay.add(child) : child.remove();
    let place = shown.firstChild;
    for (const [name, child] of wanted) {
      const found = here.get(name);
      while (stay.has(place)) place = place.nextSibling;
      if (!found) {
        shown.insertBefore(child, place);
        continue;
      }
      // What holds the focus would lose it by moving: the others move instead.
      while (place !== found && found.contains(document.activeElement)) {
        const next = place.nextSibling;
        if (!stay.has(place)) shown.append(place);
        place = next;
      }
      if (found === place) place = found.nextSibling;
      else shown.insertBefore(found, place);
      merge(found, child, left);
    }
  };
  return merge;
})();
