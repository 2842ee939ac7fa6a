"""A record built anew, for values that move to another object, and its text."""
import json, re

from .names import changed, is_index

WIDTH = 110


def leaves(value, path=()):
    """Every text, number, truth value, null, empty object and empty list, with its path."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from leaves(inner, path + (name,))
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from leaves(inner, path + (index,))
    else:
        yield path, value


def rebuilt(record, names):
    whole = {}
    for path, value in leaves(record):
        if isinstance(value, (dict, list)):
            new, change = names.holder(path), ""
        else:
            new, change = names.leaf(path)
        if new:
            put(whole, new, changed(value, change))
    return whole


def put(node, path, value):
    for step, following in zip(path, path[1:] + (None,)):
        empty = value if following is None else [] if is_index(following) else {}
        if isinstance(node, list):
            while len(node) <= step:
                node.append(None)
            if node[step] is None or following is None:
                node[step] = empty
        elif following is None or not isinstance(node.get(step), (dict, list)):
            node[step] = empty
        node = node[step]


def text(value, old):
    """Written as the old text was: on one line, or indented, with short objects on one line where it had some."""
    body = old.strip().removeprefix("\ufeff")
    end = old[len(old.rstrip()) :]
    if "\n" not in body:
        tight = re.match(r'\{"\w+":\S', body)
        return json.dumps(value, ensure_ascii=False, separators=(",", ":") if tight else None) + end
    indent = re.search(r"\n([ \t]+)\S", body)
    short = re.search(r'\n[^\n]*\{"[^\n]*\}', body) is not None
    return block(value, indent[1] if indent else "  ", "", short) + end


def block(value, indent, at, short):
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or (short and at and len(at) + len(flat) <= WIDTH):
        return flat
    inner = at + indent
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(name, ensure_ascii=False)}: {block(part, indent, inner, short)}" for name, part in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{at}}}"
    return "[\n" + ",\n".join(inner + block(part, indent, inner, short) for part in value) + f"\n{at}]"
