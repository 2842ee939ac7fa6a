"""Mappings and criteria sets in TOML: names and paths are changed where they stand; comments stay."""
import re

from .names import SET, Names, by_paths, kinds, steps, written
from .scan import STRING, Scan

HEADER = re.compile(r"^[ \t]*(\[\[?)[ \t]*([^\]\n]+?)[ \t]*\]\]?", re.M)
ENTRY = re.compile(r'^[ \t]*("(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[\w.-]+)[ \t]*=[ \t]*', re.M)


def entries(text):
    """Each `name = value` outside of values: table, whether it is one of a list, name, where the value begins and ends."""
    at, table, listed = 0, (), False
    while at < len(text):
        line = text.find("\n", at)
        end = len(text) if line < 0 else line
        header, entry = HEADER.match(text, at), ENTRY.match(text, at)
        if header:
            table, listed = (header[2], header.span(2)), header[1] == "[["
            yield table, listed, None, None
        elif entry:
            end = past(text, entry.end())
            yield table, listed, entry, end
            line = text.find("\n", end)
            end = len(text) if line < 0 else line
        at = end + 1


def past(text, at):
    """Where the value ends that begins at `at`."""
    depth = 0
    while at < len(text):
        string = STRING.match(text, at)
        if string:
            at = string.end()
        elif text[at] == "#":
            at = min(found for found in (text.find("\n", at), len(text)) if found >= 0)
        else:
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(text[at], 0)
            if text[at] == "\n" and depth <= 0:
                return at
            at += 1
            continue
        if depth <= 0:
            return at
    return at


def file(text, name, kind, note):
    found = list(entries(text))
    tables = {table[0] for table, *_ in found if table}
    if "groups" in tables or "groups.items" in tables:
        return criteria(text, found)
    if tables & {"columns", "constants"}:
        return mapping(text, found, kind, note)
    note("neither a mapping nor a criteria set: copied as it is")
    return text


def edited(text, edits):
    out, last = [], 0
    for start, end, new in sorted(edits):
        out += [text[last:start], new]
        last = end
    return "".join(out) + text[last:]


def bare(name):
    return name[1:-1] if name[0] in "\"'" else name


def mapping(text, found, kind, note):
    places, values = [], []
    for table, _, entry, end in found:
        if entry and table and table[0] == "columns":
            places.append((entry.end(), end, text[entry.end() : end].strip()))
        elif entry and table and table[0] == "constants":
            values.append(entry)
            if Scan(text, None, "=", entry.end()).scalar():
                places.append((*entry.span(1), entry[1]))
    places = [(start, end, steps(bare(raw))) for start, end, raw in places if raw]
    said = re.search(r"^#.*--kind[ =](\w+)", text, re.M)
    kind = kind or (said[1] if said and said[1] in kinds() else None)
    if kind is None:
        kind = by_paths([path for _, _, path in places] + inside(text, values, Names(None), [], note))
    if isinstance(kind, list):
        note(f"of {' or '.join(kind)}? say --kind; only the names of every kind are changed")
        kind = None
    names, edits = Names(kind), []
    for start, end, path in places:
        new = names.leaf(path)[0]
        if new != path:
            edits.append((start, end, f'"{written(new)}"'))
    inside(text, values, names, edits, note)
    return edited(text, edits)


def inside(text, values, names, edits, note):
    """The names in the lists and tables of `values`; gives the paths that stand there."""
    seen = []
    for entry in values:
        scan, path = Scan(text, names, "=", entry.end()), steps(bare(entry[1]))
        if scan.scalar():
            continue
        if names.holder(path) != path:
            edits.append((*entry.span(1), f'"{written(names.holder(path))}"'))
        scan.value(path, ())
        edits += scan.edits
        seen += [path] + scan.seen
        for moved in scan.moved:
            note(f"{moved} moves to another object; that is left to the writer")
    return seen


def criteria(text, found):
    names, edits = Names(SET), []
    for table, listed, entry, _ in found:
        parts = table[0].split(".") if table else []
        # A list of tables has an element of the list that holds it, too.
        path = tuple(step for part in parts for step in ((part, "[]") if part in ("groups", "items", "levels") else (part,)))
        if entry is None:
            new = [step for step in names.holder(path) if step != "[]"]
            if listed and new != parts:
                edits.append((*table[1], ".".join(new)))
            continue
        scan = Scan(text, names, "=", entry.end())
        scan.child(path + (entry[1].strip("\"'"),), re.compile(re.escape(entry[1])).match(text, entry.start(1)))
        edits += scan.edits
    return edited(text, edits)
