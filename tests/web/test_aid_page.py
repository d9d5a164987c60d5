"""The page of an aid: one minute, links to its sections, each folded; what is for professionals comes last."""

from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.content.people import personas
from tests.sampled import Swept
from tests.web.journeys import Visitor
from tests.web.page import parse
from tests.web.words import words_of

AGENT_NOTE = "Hausse dans le texte de 2023"
SIMONE = next(persona for persona in personas() if persona.name.startswith("Simone"))


def page_of(client: FlaskClient, name: str) -> Element:
    return parse(client.get(f"/fr/aides/{name}").text)


def folds(page: Element) -> dict[str, Element]:
    """Each folded section by the id of its summary."""
    return {
        item.find("summary").get("id"): item for item in page.iter("details") if item.get("class") != "words noprint"
    }


def test_the_sections_are_folded_under_headings_that_links_lead_to(client: FlaskClient) -> None:
    page = page_of(client, "apa-domicile")
    found = folds(page)
    assert list(found) == [
        "conditions", "argent", "papiers", "etapes", "refus", "contact", "deja",
        "apa-accueil-familial", "apa-domicile-repit-aidant", "aides-techniques-conference-financeurs", "professionnels",
    ]  # fmt: skip
    assert {item.find("summary")[0].tag for item in found.values()} == {"h2", "h3"}
    assert [item for item in found.values() if "open" in item.attrib] == []
    jumps = next(item for item in page.iter("ul") if item.get("class") == "jumps")
    assert [item.get("href") for item in jumps.iter("a")] == [
        "#conditions", "#argent", "#papiers", "#etapes", "#refus", "#contact", "#deja", "#formes",
    ]  # fmt: skip


def test_every_condition_is_in_its_section_with_its_source(
    client: FlaskClient, catalogue: Catalogue, swept: Swept
) -> None:
    missing = []
    for aid in swept(aid for aid in catalogue.aids.values() if aid.own_conditions):
        found = folds(page_of(client, aid.parent or aid.id))[aid.id if aid.parent else "conditions"]
        cited = [item for item in found.iter("li") if item.find("cite") is not None]
        listed = next(item for item in found.iter("ul") if item.get("class") == "conditions")
        missing += [aid.id] if not {id(item) for item in listed} <= {id(item) for item in cited} else []
        missing += [aid.id] if len(listed) != len(aid.own_conditions) else []
    assert missing == []


def test_what_is_for_professionals_comes_last_with_its_citations(client: FlaskClient, catalogue: Catalogue) -> None:
    page = page_of(client, "apa-domicile")
    *_, last, words = page.iter("details")
    assert words_of(words[0]) == "Les mots de cette page"
    assert last.find("summary").get("id") == "professionnels"
    assert AGENT_NOTE in words_of(last)
    assert words_of(page.find("body")).count(AGENT_NOTE) == 1
    aids = [catalogue.aids[name] for name in ("apa-domicile", *catalogue.aids["apa-domicile"].variants)]
    notes = [note for aid in aids for note in aid.agent_notes]
    assert len(last.findall("ul/li")) == len(notes)
    assert [item for item in last.findall("ul/li") if item.find("cite") is None] == []


def test_no_note_for_agents_stands_on_a_page_for_one_person(client: FlaskClient, catalogue: Catalogue) -> None:
    visitor = Visitor(client)
    visitor.play(list(SIMONE.needs), {**SIMONE.sheet, "commune": "Annecy"})
    page = visitor.go("/fr/resultats")
    ids = [link.get("href").rsplit("/", 1)[1] for link in page.tree.iter("a") if _is_for_one(link)]
    noted = [name for name in ids if catalogue.aids[name].agent_notes]
    assert noted
    for name in noted:
        read = words_of(visitor.go(f"/fr/resultats/{name}").tree.find("body"))
        assert [note.text for note in catalogue.aids[name].agent_notes if note.text in read] == []


def _is_for_one(link: Element) -> bool:
    name = link.get("href", "").removeprefix("/fr/resultats/")
    return link.get("href") != name and "." not in name and name != "imprimer"


@pytest.mark.parametrize("path", ["pieces/piece-identite", "services/mairie-ccas", "autonomie"])
def test_lists_name_aids_in_short(client: FlaskClient, catalogue: Catalogue, path: str) -> None:
    shown = [words_of(item) for item in parse(client.get(f"/fr/{path}").text).iter("a")]
    names = {
        aid.written.name for aid in catalogue.aids.values() if aid.written.short_name not in (None, aid.written.name)
    }
    assert names.isdisjoint(shown)
