"""Reads the forms of a page and fills them as a browser would."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

DONT_KNOW = "nsp"
Written = str | list[str]


@dataclass
class Form:
    """What a form sends as it stands (`data`), and what can be ticked or typed in it."""

    method: str
    action: str
    data: dict[str, Written] = field(default_factory=dict)
    boxes: dict[str, list[str]] = field(default_factory=dict)
    several: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    def with_answer(self, written: Written) -> dict[str, Written]:
        """What is sent for one answer: an option, several of them, a typed text, or « je ne sais pas »."""
        data = {name: value for name, value in self.data.items() if name not in ("answer", "pick", "unknown")}
        if "pick" in self.boxes:
            return {**data, ("pick" if written in self.boxes["pick"] else "answer"): written}
        if "unknown" in self.boxes and written == DONT_KNOW:
            return {**data, "answer": "", "unknown": self.boxes["unknown"][0]}
        return {**data, "answer": written}


def read_forms(tree: Element) -> list[Form]:
    """The forms of a page, in order."""
    return [_read(form) for form in tree.iter("form")]


def main_form(tree: Element) -> Form:
    """The one form of a page that moves the journey on; never the quick exit, nor the desk's paper."""
    aside = ("/quitter", "/feuille.pdf")
    forms = [form for form in read_forms(tree) if form.method == "post" and not form.action.endswith(aside)]
    assert len(forms) == 1, f"{len(forms)} forms to choose from"
    return forms[0]


def _listed(written: Written) -> list[str]:
    return [written] if isinstance(written, str) else written


def _read(element: Element) -> Form:
    form = Form(element.get("method", "get"), element.get("action", ""))
    for item in element.iter():
        name, value = item.get("name", ""), item.get("value", "")
        if item.tag == "input" and item.get("type") in ("radio", "checkbox"):
            form.boxes.setdefault(name, []).append(value)
            form.several |= {name} if item.get("type") == "checkbox" else set()
            if item.get("checked") is not None:
                form.data[name] = [*form.data.get(name, []), value] if name in form.several else value
        elif item.tag == "input" and name:
            form.data[name] = [*_listed(form.data[name]), value] if name in form.data else value
            if item.get("type") != "hidden":
                form.texts.append(name)
    return form
