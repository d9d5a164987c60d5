"""A field and the boxes that stand for it: with a script, the last one used counts and the other empties in sight."""

import pytest
from playwright.sync_api import Page, expect

ONE_PAGE = "/fr/une-page?besoins=autonomie"
DESK = "/fr/poste-accueil?besoins=autonomie"


@pytest.mark.parametrize("address", [ONE_PAGE, DESK])
def test_the_last_one_used_counts_and_is_the_one_shown(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}{address}")
    age, unknown = page.locator("input#age"), page.locator("#age-nsp")
    unknown.check()
    age.press_sequentially("72")
    expect(unknown).not_to_be_checked()
    unknown.check()
    expect(age).to_have_value("")
    unknown.uncheck()
    expect(age).to_have_value("72")


def test_a_commune_empties_what_takes_its_place_and_keeps_what_goes_with_it(page: Page, site: str) -> None:
    page.goto(f"{site}{ONE_PAGE}")
    commune, new, homeless = (page.locator(f"#commune{end}") for end in ("", "-arrivee-recente", "-sans-domicile"))
    new.check()
    homeless.check()
    commune.press_sequentially("Annecy")
    expect(homeless).not_to_be_checked()
    expect(new).to_be_checked()
    homeless.check()
    expect(commune).to_have_value("")
