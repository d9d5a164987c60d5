"""`python -m tools.reference_tables REFERENCE_FOLDER`: keep what the project needs of the reference tables.

The list of the aids to cover becomes `questionnaires/couverture.csv`, and the contacts found in public lists
`questionnaires/releves.csv`; the dated amounts, and prints of each commune and of each contact found in a public list,
are kept beside the tests that hold our own files against them. Run twice, it changes nothing.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.content.shapes.findings import FINDING_COLUMNS
from engine.content.source_texts import fingerprint
from tools.public_findings import findings

ROOT = Path(__file__).parents[1]
COVERAGE, FINDINGS, AMOUNTS, COMMUNES, CONTACTS = (
    "questionnaires/couverture.csv",
    "questionnaires/releves.csv",
    "tests/content/references/baremes.csv",
    "tests/content/references/communes.csv",
    "tests/content/references/contacts.csv",
)
COVERAGE_COLUMNS = ("id", "besoin", "forme", "parent", "nom", "source")
AMOUNT_COLUMNS = ("nom", "depuis", "valeur", "unite", "reference", "verifie_le")
COMMUNE_COLUMNS = ("insee", "empreinte", "territoire")
CONTACT_COLUMNS = ("insee", "date", "telephone", "courriel", "code_postal")


def make(reference: Path) -> dict[str, bytes]:
    """The kept files, by their place in the project.

    Raises:
        FileNotFoundError: a table is not in the folder `reference`.
        KeyError: a table has lost a column.
    """
    communes = json.loads((reference / "annuaire/communes74.json").read_text("utf-8"))["communes"]
    return {
        COVERAGE: _table(COVERAGE_COLUMNS, _rows(reference / "couverture.csv", COVERAGE_COLUMNS)),
        FINDINGS: _table(FINDING_COLUMNS, findings(reference / "annuaire/contacts.csv", communes)),
        AMOUNTS: _table(AMOUNT_COLUMNS, _rows(reference / "baremes.csv", AMOUNT_COLUMNS)),
        COMMUNES: _table(
            COMMUNE_COLUMNS,
            sorted(
                (
                    commune["insee"],
                    commune_print(commune["insee"], commune["nom"], commune["codesPostaux"]),
                    "oui" if commune["territoire_selon_graines"] else "non",
                )
                for commune in communes
            ),
        ),
        CONTACTS: _table(CONTACT_COLUMNS, sorted(_contacts(reference / "annuaire/contacts.csv"))),
    }


def _contacts(path: Path) -> Iterator[tuple[str, ...]]:
    """Of each contact that has a telephone: where and when it was read, and prints of what it says.

    A page without a date is as old as the hours that it gives.
    """
    for insee, read, hours, *said in _rows(path, ("insee", "source_date", "hours", "phone", "email", "postcode")):
        month = re.search(r"\d{4}(-\d{2})?", f"{read} {hours}")
        if said[0]:
            yield (insee, month[0] if month else "", *(fingerprint(text) if text else "" for text in said))


def commune_print(insee: str, name: str, postcodes: Iterable[str]) -> str:
    """What changes with the code, the name or a postcode of a commune."""
    return fingerprint(" ".join((insee, name, *postcodes)))


def _rows(path: Path, columns: Sequence[str]) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [[row[column] for column in columns] for row in csv.DictReader(file, delimiter=";")]


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows((columns, *rows))
    return text.getvalue().encode()


def main(arguments: Sequence[str]) -> int:
    """Write the files that differ; 0 when done, 2 when the folder is not given or lacks a table."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        made = make(Path(arguments[0]))
    except FileNotFoundError as error:
        print(f"Il manque une table : {error.filename}", file=sys.stderr)
        return 2
    for name, content in made.items():
        path = ROOT / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
