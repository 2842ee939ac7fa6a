"""Names changed in the text of a value, JSON's or TOML's, without reading it as a whole."""
import json, re

from .names import changed, is_index, written

SPACE = re.compile(r"(?:\s|#[^\n]*)*")
BARE = re.compile(r"[^\s,\[\]{}:=#\"']+")
STRING = re.compile(r'"""(?:.|\n)*?"""|\'\'\'(?:.|\n)*?\'\'\'|"(?:[^"\\]|\\.)*"|\'[^\']*\'', re.S)


class Scan:
    """Collects the edits of one value. `equals` stands between name and value: `:` of JSON, `=` of TOML."""

    def __init__(self, text, names, equals=":", at=0):
        self.all, self.names, self.equals, self.at = text, names, equals, at
        self.edits, self.moved, self.seen = [], [], []

    def text(self):
        out, last = [], 0
        for start, end, new in sorted(self.edits):
            out += [self.all[last:start], new]
            last = end
        return "".join(out) + self.all[last:]

    def whole(self):
        self.space()
        if self.peek() == "\ufeff":
            self.at += 1
        try:
            self.value((), ())
        except IndexError:
            pass

    def space(self):
        pattern = SPACE if self.equals == "=" else re.compile(r"\s*")
        self.at = pattern.match(self.all, self.at).end()

    def peek(self):
        return self.all[self.at : self.at + 1]

    def token(self):
        """The next string or bare word; nothing where the text is broken."""
        found = STRING.match(self.all, self.at) or BARE.match(self.all, self.at)
        if not found:
            raise IndexError
        self.at = found.end()
        return found

    def value(self, path, wrap, change=""):
        """Reads a value that stood at `path`; a leaf is put into the objects and lists of `wrap`."""
        self.space()
        if self.peek() == "{":
            self.object(path)
        elif self.peek() == "[":
            self.list(path)
        else:
            found = self.token()
            self.leaf(found, wrap, change)

    def leaf(self, found, wrap, change):
        text = found[0]
        if change and text[:1] == '"':
            try:
                old = json.loads(text)
            except ValueError:
                old = None
            new = old if old is None else changed(old, change)
            if new != old and (isinstance(new, str) or self.equals == ":"):
                text = json.dumps(new, ensure_ascii=False)
        for step in reversed(wrap):
            text = f"[{text}]" if is_index(step) else f'{{"{step}": {text}}}' if self.equals == ":" else f"{{ {step} = {text} }}"
        if text != found[0]:
            self.edits.append((found.start(), found.end(), text))

    def scalar(self):
        """Whether what comes is neither an object nor a list."""
        here = self.at
        self.space()
        is_scalar = self.peek() not in "{["
        self.at = here
        return is_scalar

    def list(self, path):
        self.at += 1
        index = 0
        while True:
            self.space()
            if self.peek() in ("]", ""):
                break
            if self.peek() == ",":
                self.at += 1
                continue
            self.child(path + (index,), None)
            index += 1
        self.at += 1

    def object(self, path):
        self.at += 1
        new_names = {}
        while True:
            self.space()
            if self.peek() in ("}", ""):
                break
            if self.peek() == ",":
                self.at += 1
                continue
            key = self.token()
            self.space()
            if self.peek() != self.equals:
                raise IndexError
            self.at += 1
            name = key[0].strip("\"'")
            new = self.child(path + (name,), key)
            if new_names.setdefault(new, name) != name:
                self.moved.append(written(path + (name,)))
        self.at += 1

    def child(self, path, key):
        """Reads the value at `path`, whose name, if it has one, is `key`; gives its new name."""
        names, old_name = self.names, path[-1]
        self.seen.append(path)
        new, change = names.leaf(path) if self.scalar() else (names.holder(path), "")
        holder = names.holder(path[:-1])
        inside = new[len(holder) :]
        if new[: len(holder)] != holder or not inside:
            self.moved.append(written(path))
            self.value(path, ())
            return old_name
        if key is not None and inside[0] != old_name:
            quoted = f'"{inside[0]}"' if key[0][0] == '"' else inside[0]
            self.edits.append((key.start(), key.end(), quoted))
        self.value(path, inside[1:], change)
        return inside[0]
