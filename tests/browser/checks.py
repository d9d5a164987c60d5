"""What every page must pass in a real browser, to be called on each state of each page."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# axe leaves out its AAA, experimental and new rules unless each is asked for by name.
# The deprecated ones are left out: axe itself has withdrawn them as wrong or replaced.
RUN_RULES = """([colours, others]) => axe.run(document, {
  resultTypes: ["violations"],
  runOnly: {
    type: "rule",
    values: axe.getRules()
      .filter(rule => !rule.tags.includes("deprecated") && (rule.tags.includes("cat.color") ? colours : others))
      .map(rule => rule.ruleId),
  },
}).then(results => results.violations)"""

# Each element with the three that it stands in, whatever it says; and each step from a heading to the next.
PARTS = """() => {
  const told = ["class", "role", "type", "lang", "dir"];
  const states = [":checked", ":disabled", ":focus"];
  const titles = [...document.querySelectorAll("h1, h2, h3, h4")].map(title => title.localName);
  const parts = new Set(titles.map((title, index) => `${titles[index - 1]} ${title}`));
  const visit = (element, within) => {
    const attributes = [...element.attributes].map(({name, value}) => told.includes(name) ? `${name}=${value}` : name);
    const state = states.filter(one => element.matches(one));
    const empty = element.textContent.trim() ? "" : "/";
    const part = [...within, `${[element.localName, ...attributes.sort(), ...state].join(" ")}${empty}`].slice(-4);
    parts.add(part.join(" > "));
    for (const child of element.children) visit(child, part);
  };
  visit(document.documentElement, []);
  return [...parts];
}"""

# Each pair of colours of a text and of what it stands on; for a link, that of the text around it; and whether it is large.
SHADES = """() => {
  const shades = new Set(), clear = "rgba(0, 0, 0, 0)";
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.backgroundImage !== "none") return style.backgroundImage;
      if (style.backgroundColor !== clear) return style.backgroundColor;
    }
    return clear;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const style = getComputedStyle(element), link = element.closest("a");
    const around = link ? [getComputedStyle(link.parentElement).color, getComputedStyle(link).textDecorationLine] : [];
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    shades.add([style.color, ground(element), style.opacity, large, ...around].join(" | "));
  }
  return [...shades];
}"""

FIND_SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const scroll = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
  if (scroll <= width) return null;
  const tooWide = [...document.body.querySelectorAll("*")].filter(element => {
    const box = element.getBoundingClientRect();
    const inside = element.scrollWidth;  // a long word sticks out of its element as well
    return Math.max(box.right, box.left + inside) > width + 1 || Math.min(box.left, box.right - inside) < -1;
  });
  const innermost = tooWide.filter(
    element => !tooWide.some(other => other !== element && element.contains(other)));
  return {width, scroll, elements: innermost.slice(0, 5).map(element => element.cloneNode(false).outerHTML)};
}"""


def assert_accessible(page: Page, *, colours: bool = True, others: bool = True) -> None:
    """Fail when axe finds anything at all, and say which rule and which element.

    Its rules about colours, which take most of the time, and all `others` may each be left out: for a page whose
    same colours, or same structure, have been checked already.
    axe needs scripts: for a journey without JavaScript, check the same page with scripts on.
    """
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        raise RuntimeError("axe would wait for ever in a page without scripts")
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_itself())
    violations = page.evaluate(RUN_RULES, [colours, others])
    if violations:
        raise AssertionError(f"{page.url} is not accessible:\n" + "\n".join(map(_describe, violations)))


@cache
def axe_itself() -> str:
    """Read once: it is half a megabyte."""
    return Axe().axe_script


class Seen:
    """What pages are made of, as far as they were looked at: a page of known parts is not worth looking at again.

    `what` lists them: PARTS, or SHADES for what is said of colours.
    """

    def __init__(self, what: str = PARTS) -> None:
        self.what = what
        self.parts: set[str] = set()

    def is_new(self, page: Page) -> bool:
        """Whether the page holds anything, in its place and state, that no page held before; from now on it does."""
        known = len(self.parts)
        self.parts.update(page.evaluate(self.what))
        return len(self.parts) > known


def _describe(violation: dict) -> str:
    lines = [f"- {violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"]:
        lines.append(f"    at {node['target']}: {node['html'][:200]}")
        lines.extend(f"       {check['message']}" for check in node["any"] + node["all"] + node["none"])
    return "\n".join(lines)


def no_sideways_scroll(page: Page) -> None:
    """Fail when the page is wider than its window, and name what sticks out."""
    found = page.evaluate(FIND_SIDEWAYS)
    if found:
        elements = "\n".join(f"    {element}" for element in found["elements"])
        raise AssertionError(
            f"{page.url} scrolls sideways, {found['scroll']} px in a {found['width']} px window:\n{elements}"
        )
