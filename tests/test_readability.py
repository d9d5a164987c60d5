"""Templates and the stylesheet are for people to read: short lines, one thing a line, sections with a title."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted(path for path in (ROOT / "templates").iterdir() if path.suffix in {".html", ".typ"})
STYLESHEET = ROOT / "static" / "style.css"

LONGEST_LINE = 140  # characters
LONGEST_SECTION = 140  # lines of the stylesheet
LARGEST_STYLESHEET = 7_168  # bytes, compressed

TITLE = re.compile(r"/\* === (.+) === \*/")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'"[^"\n]*"')
# What a line may be: a part of a list of selectors, the start of a block, one declaration, the end of a block.
ONE_THING = re.compile(r"[^{};]+,|[^{};]+ \{|[\w-]+: [^{};]+;|\}")

# A number worked out or chosen in a template: `{{ loop.index + 1 }}`, `{{ 3 if costs else 2 }}`.
SAID = re.compile(r"\{\{.*?\}\}", re.DOTALL)
SUM = re.compile(r"(?<![\w.])\d+\s*[-+*/%]|[-+*/%]\s*\d+(?![\w.])")
CHOSEN_DIGIT = re.compile(r"(?<![\w.])\d+\s+if\b|\belse\s+\d+(?![\w.])")
WRITTEN_STEP = re.compile(r"<(h\d)[^>]*>\s*(?:<\w+[^>]*>\s*)?\d+\b")


def long_lines(text: str) -> list[int]:
    """The lines that no window shows whole."""
    return [number for number, line in enumerate(text.splitlines(), 1) if len(line) > LONGEST_LINE]


def crowded_lines(css: str) -> list[str]:
    """The lines that hold more than one thing."""
    plain = STRING.sub('""', COMMENT.sub("", css))
    return [line for line in map(str.strip, plain.splitlines()) if line and not ONE_THING.fullmatch(line)]


def problems_of_sections(css: str) -> list[str]:
    """Rules under no title, sections that are too long, and a table that does not say what follows."""
    head, *rest = TITLE.split(css)
    titles, bodies = rest[::2], rest[1::2]
    table = re.findall(r"^ +- (.+)$", head, re.MULTILINE)
    return [
        *(["rules before the first title"] if COMMENT.sub("", head).strip() else []),
        *([f"the table says {table}, the titles {titles}"] if table != titles else []),
        *(f"« {title} » is empty" for title, body in zip(titles, bodies, strict=True) if "{" not in body),
        *(
            f"« {title} » has more than {LONGEST_SECTION} lines: give its parts a title"
            for title, body in zip(titles, bodies, strict=True)
            if body.count("\n") > LONGEST_SECTION
        ),
    ]


def counted_by_hand(template: str) -> list[str]:
    """Numbers that a list or the stylesheet should count by itself."""
    without_texts = [STRING.sub('""', said) for said in SAID.findall(template)]
    sums = [said for said in without_texts if SUM.search(said) or CHOSEN_DIGIT.search(said)]
    return [*sums, *(found.group() for found in WRITTEN_STEP.finditer(template))]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_can_be_read(template: Path) -> None:
    text = template.read_text("utf-8")
    assert long_lines(text) == []
    assert "\t" not in text
    assert template.suffix != ".html" or counted_by_hand(text) == []


def test_the_stylesheet_can_be_read() -> None:
    css = STYLESHEET.read_text("utf-8")
    assert long_lines(css) == []
    assert crowded_lines(css) == []
    assert problems_of_sections(css) == []


def test_the_stylesheet_is_light() -> None:
    assert len(gzip.compress(STYLESHEET.read_bytes(), 9)) <= LARGEST_STYLESHEET


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("a { color: red }", "a { color: red }"),
        ("a {\n  color: red; margin: 0;\n}", "color: red; margin: 0;"),
        ("a {\n  color: red;\n} b {\n  margin: 0;\n}", "} b {"),
        ("@media print { a {\n  color: red;\n}\n}", "@media print { a {"),
        ("a {\n  color: red\n}", "color: red"),
    ],
)
def test_a_crowded_line_is_seen(css: str, line: str) -> None:
    assert crowded_lines(css) == [line]


@pytest.mark.parametrize(
    "css",
    [
        "/*\n - One\n*/\na {\n}\n/* === One === */\nb {\n}\n",
        "/*\n - One\n*/\n/* === One === */\nb {\n}\n/* === Two === */\nb {\n}\n",
        "/*\n - One\n*/\n/* === One === */\n",
        "/*\n - One\n*/\n/* === One === */\n" + "b {\n}\n" * LONGEST_SECTION,
    ],
    ids=["before the titles", "not in the table", "empty", "too long"],
)
def test_a_section_without_its_title_is_seen(css: str) -> None:
    assert problems_of_sections(css)


@pytest.mark.parametrize(
    "template",
    [
        "{{ loop.index + 1 }}",
        "{{ 1 + loop.index }}",
        "{{ 3 if todo.costs else 2 }}",
        "{{ 4 if todo.costs else 3 if likely else 1 }}",
        '<h3><span class="count">1</span> Les délais</h3>',
        "<h3>2. Les papiers</h3>",
    ],
)
def test_a_number_counted_by_hand_is_seen(template: str) -> None:
    assert counted_by_hand(template)


@pytest.mark.parametrize(
    "template",
    ['{{ say(item, "name") }}', "{{ items[0].value }}", '{{ _("24 heures + 1") }}', '{{ "oui" if given else "non" }}'],
)
def test_what_is_no_count_is_let_be(template: str) -> None:
    assert counted_by_hand(template) == []
