"""A catalogue small enough to hold in one's head, written to a folder and loaded like the real one.

Four aids: `toit` (a home, with its variant `toit-meubles`), `secours` (money), `carte` (a card), `accueil` (for
anyone). What one wants is asked by `souhait`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from inspect import unwrap
from pathlib import Path

from engine.case.interview import walk
from engine.case.path import Path as Walked
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue

DAY = date(2026, 11, 25)

NEEDS = """
- {id: logis, nom: Logis, icone: logis, demande: souhait, accueil: ecoute, accroche: a, en_bref: b, couvre: [c], sous_la_main: [d]}
- {id: argent, nom: Argent, icone: argent, demande: souhait, accueil: ecoute, accroche: a, en_bref: b, couvre: [c], sous_la_main: [d]}
- {id: demain, nom: Demain, icone: demain, accroche: a, en_bref: b, couvre: [c], sous_la_main: [d], ouvert: non}
"""
QUESTIONS = """
- id: danger
  type: choix
  texte: Un danger ?
  court: Danger
  toujours: oui
  options: [{id: non, texte: Non}, {id: feu, texte: Un feu, danger: oui}]
  nsp: {qui: Le 112.}
- id: revenus
  type: montant
  texte: Quels revenus ?
  court: Revenus
  sensible: oui
  min: "0"
  max: "100000"
  nsp: {qui: La banque.}
- {id: age, type: nombre, texte: Quel âge ?, court: Âge, min: "0", max: "120", nsp: {qui: La mairie.}}
- id: souhait
  type: choix-multiple
  texte: Quel besoin ?
  court: Besoin
  options:
    - {id: toit, texte: Un toit}
    - {id: meubles, texte: Des meubles}
    - {id: argent, texte: De l’argent}
    - {id: carte, texte: Une carte}
    - {id: rien, texte: Rien, exclusif: oui}
  nsp: {qui: La mairie.}
- {id: locataire, type: oui-non, texte: Locataire ?, court: Locataire, nsp: {qui: Le propriétaire.}}
- id: bail
  type: choix
  texte: Le bail ?
  court: Bail
  si: locataire
  options: [{id: signe, texte: Signé}, {id: promis, texte: Promis}]
  nsp: {qui: Le propriétaire.}
- id: lieu
  type: commune
  texte: Où ?
  court: Lieu
  options:
    - {id: hors-74, texte: Ailleurs}
    - {id: sans-domicile, texte: Nulle part}
    - {id: nouveau, texte: Depuis peu, avec_commune: oui}
  nsp: {qui: La mairie.}
"""
PAPERS = """
- {id: identite, nom: Une carte d’identité}
- {id: contrat, nom: Le contrat}
- {id: releve, nom: Un relevé}
- {id: facture, nom: Une facture}
"""
AMOUNTS = """
- {id: plafond, nom: Plafond, unite: euros, valeurs: [{depuis: "2026-01-01", jusque: "2026-12-31", valeur: "1000", reference: Décret}]}
"""
OFFICES = """
territoires: [{id: nord, nom: Nord}, {id: sud, nom: Sud}]
roles:
  - {id: mairie, nom: Mairie, explication: a, demander: b, niveau: commune}
  - {id: maison, nom: Maison, explication: a, demander: b, niveau: territoire, guichets: [maison-nord, maison-sud, maison-lac], repli: siege}
  - {id: ombre, nom: Ombre, explication: a, demander: b, niveau: territoire, repli: siege}
  - {id: siege, nom: Siège, explication: a, demander: b, niveau: departement, guichets: [siege]}
  - {id: ecoute, nom: Écoute, explication: a, demander: b, niveau: national, guichets: [ecoute]}
  - {id: muet, nom: Muet, explication: a, demander: b, niveau: departement, guichets: [muet], repli: siege}
guichets:
  - {id: maison-nord, nom: Maison du nord, territoire: nord, commune: Nordville, telephone: "0450000001", fiabilite: sure, verifie_le: "2026-01-01", source: {texte: loi}}
  - {id: maison-sud, nom: Maison du sud, territoire: sud, commune: Sudville, fiabilite: sure, verifie_le: "2026-01-01", source: {texte: loi}}
  - {id: maison-lac, nom: Maison du lac, commune: Lac-en-Haut, telephone: "0450000003", fiabilite: sure, verifie_le: "2026-01-01", source: {texte: loi}}
  - {id: siege, nom: Siège, telephone: "0450000000", fiabilite: sure, verifie_le: "2026-01-01", source: {texte: loi}}
  - {id: ecoute, nom: Écoute, telephone: "119", fiabilite: sure, verifie_le: "2026-01-01", source: {texte: loi}}
  - {id: muet, nom: Muet, fiabilite: nom-seul, verifie_le: "2026-01-01", source: {texte: loi}}
"""
COMMUNES = """insee;nom;codes_postaux;epci;population;territoire;pms
74001;Nordville;74100;;100;nord;
74002;Sudville;74200 74210;;100;sud;
74003;Lac-en-Haut;74300;;100;;
74004;Saint-Élan-sur-Œil;74400;;100;;maison-lac
74005;Le Lac;74300;;100;;
"""
HOME = """
id: toit
nom: Un toit
en_bref: Un toit.
nature: aide
besoins: [logis]
source: {texte: loi, lignes: 10-20}
concerne: souhait has "toit"
conditions:
  - {texte: Majeur., si: age >= 18, origine: national, source: {lignes: 11}}
  - {texte: Locataire., si: locataire, origine: national, source: {lignes: 12}}
pieces: [identite, {piece: contrat, si: bail == "signe", note: L’original.}]
guichet: {deposer: maison, renseigner: siege}
delais:
  - {texte: Deux mois pour contester., qui: vous}
  - {texte: Avant la fin du bail., qui: vous, quand: maintenant, urgent: oui, si: bail == "signe"}
  - {texte: Réponse en un mois., qui: service}
recuperation:
  - {texte: Repris sur la succession.}
  - {texte: Repris sur le bail., si: bail == "signe"}
postes:
  - id: toit-meubles
    nom: Des meubles
    en_bref: Des meubles.
    source: {lignes: 15}
    concerne: souhait has "meubles"
    conditions: [{texte: Peu de revenus., si: revenus <= bareme.plafond, origine: local, source: {lignes: 16}}]
    pieces: [facture, {piece: contrat, note: Une copie.}]
"""
MONEY = """
id: secours
nom: Un secours
en_bref: Un secours.
nature: aide
besoins: [logis, argent]
source: {texte: loi, lignes: "30"}
concerne: souhait has "argent"
conditions:
  - {texte: Peu de revenus., si: revenus <= bareme.plafond, origine: local, source: {lignes: 31}}
pieces: [identite, releve]
guichet: {deposer: siege}
delais: [{texte: Deux mois pour contester., qui: vous}]
participation: [{texte: Un euro par jour.}]
recuperation: [{texte: Repris sur la succession.}]
"""
CARD = """
id: carte
nom: Une carte
en_bref: Une carte.
nature: service
besoins: [argent]
source: {texte: loi, lignes: "40"}
regles: [habitants]
concerne: souhait has "carte"
conditions:
  - {texte: 60 ans., si: age >= 60, origine: national, source: {lignes: 41}}
  - {texte: Seul., si: not locataire or inconnu, origine: national, source: {lignes: 42}}
guichet: {deposer: mairie}
recuperation: [{texte: Repris sur la succession.}]
"""
WELCOME = """
id: accueil
nom: Un accueil
en_bref: Un accueil.
nature: service
besoins: [logis]
source: {texte: loi, lignes: "50"}
guichet: {renseigner: ecoute}
"""
RESIDENTS = """
id: habitants
nom: Habitants
source: {texte: loi, lignes: "60"}
conditions: [{texte: Habiter ici., si: lieu != "hors-74", origine: local, source: {lignes: 61}}]
"""

NUMBERS = """
besoins: [logis, argent, demain]
questions:
  - {id: danger, type: choix, reponses: [non, feu]}
  - {id: souhait, type: choix-multiple, reponses: [toit, meubles, argent, carte, rien]}
  - {id: age, type: nombre}
  - {id: locataire, type: oui-non}
  - {id: bail, type: choix, reponses: [signe, promis]}
  - {id: lieu, type: commune, reponses: [hors-74, sans-domicile, nouveau]}
  - {id: revenus, type: montant}
"""

FILES: Mapping[str, str] = {
    "besoins.yaml": NEEDS,
    "questions/toutes.yaml": QUESTIONS,
    "pieces/toutes.yaml": PAPERS,
    "baremes.yaml": AMOUNTS,
    "sources.yaml": "- {id: loi, nom: La loi}",
    "urgences.yaml": """- {id: pompiers, numero: "18", nom: Pompiers, pour: Un feu., source: {texte: loi}, si: danger == "feu"}""",
    "guichets.yaml": OFFICES,
    "communes.csv": COMMUNES,
    "departement.yaml": """{nom: Haute-Savoie, code: "74", fuseau: Europe/Paris}""",
    "numeros.yaml": NUMBERS,
    "regles/habitants.yaml": RESIDENTS,
    "aides/1/toit.yaml": HOME,
    "aides/2/secours.yaml": MONEY,
    "aides/3/carte.yaml": CARD,
    "aides/4/accueil.yaml": WELCOME,
}


def load(root: Path, changed: Mapping[str, str] | None = None) -> Catalogue:
    """The small catalogue, written under `root`, some of its files `changed`."""
    for name, text in {**FILES, **(changed or {})}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return unwrap(load_catalogue)(root)  # its own, even where it is like another one


def ask(catalogue: Catalogue, written: Mapping[str, Written], needs: tuple[str, ...] = ("logis",)) -> Walked:
    """The path of someone who has given these answers, as text."""
    return walk(catalogue, needs, read_answers(catalogue, written), DAY)
