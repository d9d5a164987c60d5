"""Big enough for a thumb, large enough to read, short enough lines."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.checks import Seen
from tests.browser.journeys import AUTONOMY, DANGER, HOUSING, arrive, asked
from tests.browser.walking import SEND, Journey
from tests.sampled import Swept

THUMB = 44  # px
LARGE = 18  # px
LONGEST_LINE = 80  # characters, as WCAG 1.4.8 says; most are much shorter

PAGES = (
    "",
    "situations",
    "logement",
    "aides",
    "aides/pch",
    "services/pole-medico-social",
    "urgence",
    "une-page?besoins=logement",
)

# What one presses to go on. Links inside sentences are as high as their line.
TARGETS = (
    "button:not([aria-hidden]), .go, .choice, input:not([type=hidden], [type=radio], [type=checkbox]), summary, "
    ".calls a, header a, footer a, .back a, .list a, .answers a, main > p > a:only-child, .numbers a"
)

TOO_SMALL = """([selector, thumb]) => [...document.querySelectorAll(selector)]
  .filter(element => element.checkVisibility())
  .map(element => [element.getBoundingClientRect(), element])
  .filter(([box]) => box.width < thumb || box.height < thumb)
  .map(([box, element]) => `${box.width} × ${box.height}: ${element.outerHTML.slice(0, 120)}`)
"""

# Each visible piece of text with the element that holds it. Citations of the law may be smaller.
TEXTS = """
function* texts() {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (node.data.trim() && element.checkVisibility() && !element.closest("cite, .origin, .unseen"))
      yield [node, element];
  }
}
"""

TOO_FINE = f"""(large) => {{ {TEXTS}
  return [...texts()].filter(([, element]) => parseFloat(getComputedStyle(element).fontSize) < large)
    .map(([node]) => node.data);
}}"""

# The words of a block are sorted into lines by the height at which they stand.
TOO_LONG = f"""(longest) => {{ {TEXTS}
  const lines = new Map();
  for (const [node, element] of texts()) {{
    const block = element.closest("p, li, dd, dt, label, summary, h1, h2, h3, h4") ?? element;
    for (const word of node.data.matchAll(/\\S+/g)) {{
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const bottom = Math.round(range.getBoundingClientRect().bottom / 8);
      if (!lines.has(block)) lines.set(block, new Map());
      const line = lines.get(block).get(bottom);
      lines.get(block).set(bottom, line ? `${{line}} ${{word[0]}}` : word[0]);
    }}
  }}
  return [...lines.values()].flatMap(block => [...block.values()]).filter(line => line.length > longest);
}}"""


def states(page: Page, home: str, swept: Swept) -> Iterator[Page]:
    for path in PAGES:
        page.goto(home + path)
        yield page
    arrive(page, home, AUTONOMY)
    for path in (*asked(AUTONOMY, swept), "reponses"):
        page.goto(home + path)
        yield page
    arrive(page, home, DANGER)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    yield page
    page.goto(f"{home}effacer")
    yield page


def test_every_state(page: Page, site: str, swept: Swept) -> None:
    """In every run, each page that is made of anything new."""
    seen = Seen()
    for state in states(page, f"{site}/fr/", swept):
        if not seen.is_new(state) and not swept.whole:
            continue
        state.set_viewport_size({"width": 360, "height": 740})
        assert state.locator(TARGETS).count()
        faults = {
            "too small for a thumb": state.evaluate(TOO_SMALL, [TARGETS, THUMB]),
            "too fine to read": state.evaluate(TOO_FINE, LARGE),
        }
        state.set_viewport_size({"width": 1280, "height": 800})
        faults["lines too long"] = state.evaluate(TOO_LONG, LONGEST_LINE)
        assert not any(faults.values()), f"{state.url}: {faults}"


@pytest.mark.parametrize("journey", [pytest.param(AUTONOMY, marks=pytest.mark.long), HOUSING], ids=["long", "short"])
def test_the_button_is_where_one_looks_for_it(page: Page, site: str, swept: Swept, journey: Journey) -> None:
    """One button to go on in each question, at the same edge, never covered."""
    edges = set()
    arrive(page, f"{site}/fr/", journey)
    page.set_viewport_size({"width": 360, "height": 640})
    for path in asked(journey, swept):
        page.goto(f"{site}/fr/{path}")
        button = page.locator(SEND)
        assert button.count() == 1
        button.click(trial=True)
        box = button.bounding_box()
        assert box
        edges.add(box["x"])
    assert len(edges) == 1
