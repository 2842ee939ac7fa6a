"""Wordings: the paths in `{{…}}`, each seen from the block that it stands in."""
import re

from .names import Names, by_paths, is_index, kinds, steps, written

TAG = re.compile(r"\{\{(?:!--.*?--|![^}]*|[^}]*)\}\}", re.S)
WORD = re.compile(r'"[^"]*"|[^\s(){}~=|]+|.', re.S)
HELPERS = {
    "comrade", "count", "data_table", "date_long", "date_short", "enumerated", "eq", "letter", "next", "number",
    "ordinal", "percent", "roman", "row", "upper", "words", "written",
}
BLOCKS = {"each", "if", "unless", "with", "outline"}
PLAIN = re.compile(r"(?:@root[./])?(?:\.\./)*(?:this[./])?[A-Za-z_][\w]*(?:[./]\w+)*|(?:\.\./)+this|this")


# How `comrade` prints a person where a text stood before.
PERSONS = {"person": "cell=true", "person_inside": "inside=true"}


class Frame:
    """A block's context: where its paths begin, before and today."""

    def __init__(self, old, new):
        self.old, self.new = old, new


class Paths:
    def __init__(self, names, note):
        self.names, self.note = names, note
        self.frames, self.seen = [Frame((), ())], []

    def absolute(self, raw):
        """The frame that a path is seen from, and the path from the record on; None where it leads nowhere."""
        rest, frame = raw, len(self.frames) - 1
        if rest.startswith(("@root.", "@root/")):
            rest, frame = rest[6:], 0
        while rest.startswith("../"):
            rest, frame = rest[3:], frame - 1
        own = [step for step in re.split(r"[./]", rest) if step not in ("this", "")]
        if frame < 0 or self.frames[frame].old is None:
            return None
        return frame, self.frames[frame].old + tuple(int(step) if step.isdigit() else step for step in own)

    def renamed(self, raw, holder):
        """The path as it is written today, and how its value changes."""
        found = self.absolute(raw)
        if not found:
            return raw, ""
        frame, old = found
        self.seen.append(old)
        new, change = (self.names.holder(old), "") if holder else self.names.leaf(old)
        usual = self.frames[frame].new + old[len(self.frames[frame].old) :]
        if new == usual:
            return raw, change
        before = "@root." if raw.startswith("@root") else "../" * (len(self.frames) - 1 - frame)
        base = self.frames[frame].new
        if new[: len(base)] == base:
            own = new[len(base) :]
        elif not any(is_index(step) for step in new):
            before, own = "@root.", new
        else:
            self.note(f"{raw} leads to {written(new)} today; that is left to the writer")
            return raw, ""
        if not own:
            return (before.rstrip(".") if before.startswith("@") else f"{before}this"), change
        return before + ".".join(str(step) for step in own), change

    def entered(self, name, raw):
        """The frame of a block of this helper on this path."""
        found = self.absolute(raw) if PLAIN.fullmatch(raw) else None
        if not found:
            return Frame(None, None)
        old = found[1]
        new = self.names.holder(old)
        return Frame(old + ("[]",), new + ("[]",)) if name in ("each", "outline") else Frame(old, new)


def file(text, name, kind, note):
    stem = name.removesuffix(".hbs")
    kind = kind or max((known for known in kinds() if stem == known or stem.startswith(known + "_")), key=len, default=None)
    if kind is None:
        first = Paths(Names(None), lambda _: None)
        walk(text, first)
        kind = by_paths(first.seen)
        if isinstance(kind, list):
            note(f"of {' or '.join(kind)}? say --kind; only the names of every kind are changed")
            kind = None
    return walk(text, Paths(Names(kind), note))


def walk(text, paths):
    stack = []

    def tag(found):
        whole = found[0]
        if whole.startswith("{{!"):
            return whole
        inner = whole[2:-2]
        words = [word for word in WORD.findall(inner)]
        said = [word for word in words if word.strip() and word != "~"]
        if not said:
            return whole
        if said[0].startswith("/"):
            if stack and stack.pop():
                paths.frames.pop()
            return whole
        block = said[0][1:] if said[0].startswith("#") else None
        if said[0] == "else":
            return "{{" + rewritten(words, paths, None)[0] + "}}"
        new, change = rewritten(words, paths, block)
        if block:
            opens = block in ("each", "with", "outline")
            if opens:
                paths.frames.append(paths.entered(block, said[1] if len(said) > 1 else ""))
            stack.append(opens)
        printed = not block and len(said) == 1
        if printed and change in PERSONS:
            return "{{" + re.sub(r"[^\s~]+", lambda it: f"comrade {it[0]} {PERSONS[change]}", new, count=1) + "}}"
        # A wording that writes the mark already is one of today.
        if printed and change == "no_end_mark" and not found.string.startswith(".", found.end()):
            return "{{" + new + "}}."
        return "{{" + new + "}}"

    return TAG.sub(tag, text)


def rewritten(words, paths, block):
    out, change = [], ""
    for index, word in enumerate(words):
        following = "".join(words[index + 1 :]).lstrip()
        is_path = PLAIN.fullmatch(word) and word not in HELPERS | {"else", "true", "false", "null"}
        is_path = is_path and not following.startswith("=") and not (block is None and word in BLOCKS)
        if is_path:
            word, own = paths.renamed(word, holder=block in ("each", "with", "outline"))
            compared = "".join(words[:index]).rstrip().endswith("(eq")
            word += ".name" if own in PERSONS and compared else ""
            change = change or own
        out.append(word)
    return "".join(out), change
