#!/usr/bin/env python3
"""Makes python/vanban/records.py, typed records of each kind, from the JSON Schemas of the library.

    records.py [--check]     # with vanban installed; --check compares
"""
import keyword
import pathlib
import sys

import vanban

TARGET = pathlib.Path(__file__).resolve().parent / "python/vanban/records.py"
HEAD = '''"""Typed records of each kind, and their parts. Made by records.py from the JSON Schemas; do not edit."""
from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union
'''
PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}


def camel(name):
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def shape(schema):
    """A schema without what it says to people."""
    if isinstance(schema, dict):
        said = ("title", "description", "examples")
        return {key: shape(value) for key, value in schema.items() if key not in said or isinstance(value, dict)}
    return [shape(it) for it in schema] if isinstance(schema, list) else schema


class Module:
    def __init__(self, kinds):
        self.aliases, self.classes, self.known = [], [], {}
        self.kinds = {camel(kind) for kind in kinds}

    def define(self, name, schema, spell):
        """Defines a part once; gives its name."""
        if name in self.known:
            assert shape(self.known[name]) == shape(schema), f"two shapes of {name}"
            return name
        self.known[name] = schema
        if "properties" in schema:
            self.record(name, schema, spell)
        else:
            self.aliases.append(f"{name} = {spell(schema, name + 'Fields')}")
        return name

    def record(self, name, schema, spell):
        lines, words, bases = {True: [], False: []}, {True: {}, False: {}}, []
        for field, value in schema["properties"].items():
            needed, spelt = field in schema.get("required", ()), spell(value, name + camel(field))
            if keyword.iskeyword(field):
                words[needed][field] = spelt
            else:
                said = f"  # {value['title']}" if "title" in value else ""
                lines[needed].append(f"    {field}: {spelt}{said}")
        # Words of Python's own cannot be written as fields.
        for needed, fields in words.items():
            if fields:
                bases.append(f"_{name}{'Given' if needed else 'Words'}")
                spelt = ", ".join(f'"{field}": {of}' for field, of in fields.items())
                self.classes.append(f'{bases[-1]} = TypedDict("{bases[-1]}", {{{spelt}}}, total={needed})')
        if lines[True] and lines[False]:
            bases.append(f"_{name}")
            self.classes.append("\n".join([f"class _{name}(TypedDict):", *lines[True]]))
            lines[True] = []
        doc = [f'    """{schema["title"]}"""', ""] if "title" in schema else []
        total = "" if lines[True] else ", total=False"
        head = f"class {name}({', '.join(bases) or 'TypedDict'}{total}):"
        self.classes.append("\n".join([head, *doc, *(lines[True] or lines[False])]))

    def kind(self, name, term, schema):
        parts = schema.get("$defs", {})

        def union(several):
            spelt = list(dict.fromkeys(several))
            values = [it[len("Literal[") : -1] for it in spelt if it.startswith("Literal[")]
            if len(values) > 1:
                return union([it for it in spelt if not it.startswith("Literal[")] + [f"Literal[{', '.join(values)}]"])
            if "None" in spelt:
                rest = union([it for it in spelt if it != "None"])
                return rest if rest.startswith("Optional[") else f"Optional[{rest}]"
            return spelt[0] if len(spelt) == 1 else f"Union[{', '.join(spelt)}]"

        def spell(it, own):
            if "$ref" in it:
                part = it["$ref"].rsplit("/", 1)[1]
                name = f"{part}Part" if part in self.kinds else part
                return f'"{self.define(name, parts[part], spell)}"'
            for several in ("anyOf", "oneOf"):
                if several in it:
                    # Of several groups of fields each has a name.
                    groups = [one for one in it[several] if "properties" in one]
                    number = lambda one: groups.index(one) + 1 if len(groups) > 1 and one in groups else ""
                    return union([spell(one, f"{own}{number(one)}") for one in it[several]])
            if "const" in it or "enum" in it:
                values = it.get("enum", [it.get("const")])
                return f"Literal[{', '.join(quoted(value) for value in values)}]"
            if isinstance(it.get("type"), list):
                return union([spell({**it, "type": one}, own) for one in it["type"]])
            if it.get("type") == "array":
                return f"List[{spell(it['items'], own)}]" if "items" in it else "List[Any]"
            if it.get("type") == "object":
                return f'"{self.define(own, it, spell)}"' if "properties" in it else "Dict[str, Any]"
            return PLAIN[it["type"]] if "type" in it else "Any"

        self.define(camel(name), {**schema, "title": term}, spell)


def quoted(value):
    return f'"{value}"' if isinstance(value, str) else repr(value)


def made():
    renderer = vanban.Renderer()
    kinds = renderer.kinds()
    module = Module(kinds)
    for name, term in kinds.items():
        module.kind(name, term, renderer.schema(name))
    names = ",\n".join(f'    "{camel(name)}"' for name in kinds)
    parts = [HEAD, f"__all__ = [\n{names},\n]", "\n".join(module.aliases), *(f"\n{it}" for it in module.classes)]
    return "\n\n".join(parts).replace("\n\n\n\n", "\n\n\n") + "\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(None if TARGET.read_text("utf-8") == made() else "python/vanban/records.py is stale: run records.py")
    TARGET.write_text(made(), "utf-8")
