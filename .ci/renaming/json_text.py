"""Records and criteria sets in JSON: names are changed where they stand, so that the rest of the text stays as
it is, mistakes in it too. Where a value moves to another object, the record is written anew."""
import json, re

from . import tree
from .names import SET, Names, kinds
from .scan import Scan


def kind_of(value):
    if isinstance(value, dict):
        kind = value.get("kind")
        if isinstance(kind, str) and (kind in kinds() or "format" in value):
            # A caller's own kind has the names of every paper.
            return kind
        if "kind" not in value and isinstance(value.get("groups"), list) and "ratings" in value:
            return SET
    return None


def read(text):
    """The value, and whether one object has a name twice; None where it is no JSON."""
    twice = []

    def pairs(found):
        if len(dict(found)) < len(found):
            twice.append(True)
        return dict(found)

    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=pairs), bool(twice)
    except ValueError:
        return None, False


def one(text, kind, note):
    """One record's new text; None where it is none."""
    value, twice = read(text)
    named = kind_of(value) if value is not None else None
    if named is None and value is None:
        found = re.search(r'"kind"\s*:\s*"(\w+)"', text)
        named = found[1] if found and found[1] in kinds() else kind
        if named:
            note("the JSON is broken: names are changed as far as it can be followed")
    if named is None:
        return None
    names = Names(named)
    scan = Scan(text, names)
    scan.whole()
    if scan.moved and value is not None and not twice:
        return tree.text(tree.rebuilt(value, names), text)
    for path in scan.moved:
        note(f"{path} moves to another object; that is left to the writer")
    return scan.text()


def file(text, _, kind, note):
    changed = one(text, kind, note)
    if changed is None:
        note("neither a record nor a criteria set: copied as it is")
        return text
    return changed


def lines(text, _, kind, note):
    changed = []
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        new = one(line, kind, lambda said, number=number: note(f"line {number}: {said}")) if line.strip() else line
        if new is None:
            note(f"line {number}: no record, kept as it is")
        changed.append(line if new is None else new)
    return "".join(changed)
