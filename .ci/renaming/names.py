"""The names of before and today: docs/renamed.tsv, and where a path of before leads today.

A path is a tuple: a name is a string, an element of a list its index, or "[]" for any.
"""
import functools, pathlib, re

TABLE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "renamed.tsv"
SHARED, SET = "*", "criteria_set"


def steps(path):
    """`rows[].sessions[0].total` taken apart."""
    if path == ".":
        return ()
    found = re.findall(r"\[(\d*)\]|([^.\[\]]+)", path)
    return tuple(name or (int(index) if index else "[]") for index, name in found)


def written(path):
    """The path as text."""
    text = "".join("[]" if step == "[]" else f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.lstrip(".")


def is_index(step):
    return step == "[]" or isinstance(step, int)


class Rule:
    def __init__(self, old, new, change):
        self.anywhere = old.startswith("**.")
        self.old, self.new, self.change = steps(old.removeprefix("**.")), steps(new.removeprefix("**.")), change

    def indices(self, path):
        """The indices of `path` where the rule's old path has any, and how much of it stands before; else None."""
        before = len(path) - len(self.old)
        if before < 0 or (before and not self.anywhere):
            return None
        found = []
        for step, own in zip(path[before:], self.old):
            if own == "[]" and is_index(step):
                found.append(step)
            elif own != step:
                return None
        return before, found


@functools.cache
def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines if line]


@functools.cache
def kinds():
    """The library's kinds, and the criteria sets."""
    other = {"conclusion", "opinion_form", "official_letter", "submission"}
    return {kind for kind, *_ in rows() if kind != SHARED} | other


class Names:
    """The names of one kind."""

    def __init__(self, kind):
        own = [row for row in rows() if row[0] == kind or (row[0] == SHARED and kind != SET)]
        self.rules = [Rule(old, new, change) for _, old, new, change in own]

    def rule(self, path):
        """The rule of this very path, with its new path."""
        for rule in self.rules:
            found = rule.indices(path)
            if found:
                before, indices = found
                indices = iter(indices)
                new = tuple(next(indices) if step == "[]" else step for step in rule.new)
                return rule, self.holder(path[:before]) + new
        return None

    def usual(self, path):
        """Where a path leads that has no rule of its own."""
        return self.holder(path[:-1]) + path[-1:] if path else ()

    def holder(self, path):
        """Where an object or a list leads, whose children follow it."""
        found = self.rule(path) if path else None
        if found and not self.wraps(path, found[1]):
            return found[1]
        return self.usual(path)

    def leaf(self, path):
        """Where a text, a number or a truth value leads, and how it changes."""
        found = self.rule(path) if path else None
        return (found[1], found[0].change) if found else (self.usual(path), "")

    def wraps(self, path, new):
        """Whether the new path only puts the value into something: `agenda[0]` into `agenda[0].content`."""
        usual = self.usual(path)
        inside = new[: len(usual)] == usual and len(new) > len(usual)
        listed = bool(new) and is_index(new[-1]) and not is_index(path[-1])
        return inside or listed


def by_paths(paths):
    """The kind whose own names most of the paths need; None where none is needed, a list where it is open."""
    score = {}
    for kind in kinds() - {SET}:
        own = [row for row in rows() if row[0] == kind]
        names = Names(kind)
        names.rules = [Rule(old, new, change) for _, old, new, change in own]
        moved = [path for path in paths if names.leaf(path)[0] != path]
        score[kind] = len(moved) + sum(names.rule(path) is not None for path in paths)
    best = max(score.values())
    if not best:
        return None
    first = sorted(kind for kind in score if score[kind] == best)
    answers = {tuple(written(Names(kind).leaf(path)[0]) for path in paths) for kind in first}
    return first[0] if len(answers) == 1 else first


def changed(value, change):
    """A leaf's new value."""
    if not isinstance(value, str):
        return value
    if change == "no_end_mark":
        return value[:-1] if value.endswith(".") and not value.endswith("..") else value
    return value
