"""What the stories of the chain share: an office's folder, what is typed there, and the words of its papers.

Commands and typed lines are counted as the stories say: what a program wrote does not count. Needs pdftotext.
"""
import atexit, difflib, html, json, os, pathlib, pty, re, select, subprocess, sys, time, zipfile

HERE = pathlib.Path(__file__).resolve().parents[2]
DATA = HERE / "tests/stories"
SLOWEST = 120         # seconds; a debug build on a busy machine
# No message is English or a parser's, and no paper has these.
NOT_ON_SCREEN = ("TOML parse error", "invalid type", "os error", "panicked", "thread '", "missing field")
NOT_ON_PAPER = ("cuộc họp", "Đ/c", "Căn cứ Căn cứ", "..", ",,", ";;", "Thứ nhất, Q", "kết luận của diễn đàn", "thực hiện kết quả diễn đàn")
# What `vanban new` knows of a record.
OFFICES = ("kind", "variant", "issuer", "place", "recipients", "signature")

failures = []


def check(what, is_so, *more):
    if not is_so:
        failures.append(f"{what} {' '.join(str(it) for it in more)}"[:3000])
        print("FAIL", failures[-1], flush=True)


def finish():
    print(f"{len(failures)} failures")
    sys.exit(bool(failures))


def written(value, indent=0):
    """JSON as a person types it: what has no list or object inside stands on one line."""
    is_object = isinstance(value, dict)
    inside = list(value.values()) if is_object else value if isinstance(value, list) else []
    holds = any(isinstance(it, (dict, list)) for it in inside)
    if not holds and (is_object and indent > 0 or len(inside) < 2):
        return json.dumps(value, ensure_ascii=False)
    names = [json.dumps(name, ensure_ascii=False) + ": " for name in value] if is_object else [""] * len(inside)
    room = " " * indent
    lines = ",\n".join(f"{room}  {name}{written(it, indent + 2)}" for name, it in zip(names, inside))
    return f"{{\n{lines}\n{room}}}" if is_object else f"[\n{lines}\n{room}]"


class Desk:
    """A folder, the commands typed there, and the lines typed into its files."""

    def __init__(self, vanban, folder, office, never=()):
        self.never = (*NOT_ON_SCREEN, *never)
        self.vanban, self.folder = pathlib.Path(vanban).resolve(), pathlib.Path(folder)
        self.commands, self.lines = 0, 0
        (self.folder / "vanban.toml").write_text(office, "utf-8")

    def types(self, *arguments, status=0, counts=True, answers=None):
        """A command; with answers, at a terminal."""
        self.commands += counts
        begun = time.monotonic()
        if answers is None:
            run = subprocess.run([self.vanban, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=SLOWEST, text=True)
            code, said = run.returncode, run.stdout + run.stderr
        else:
            code, said = self.at_terminal(arguments, answers)
        print(f"  vanban {' '.join(arguments)[:100]}: {code}, {time.monotonic() - begun:.1f} s", flush=True)
        check("status of", code == status, arguments, code, said)
        for no in self.never:
            check(f"“{no}” on the screen", no not in said, said)
        return said

    def at_terminal(self, arguments, answers):
        """Answers each question, when it is asked; a question that nobody expected is a failure."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execv(self.vanban, [str(self.vanban), *arguments])
        said, rest, begun = b"", list(answers), time.monotonic()
        while time.monotonic() - begun < SLOWEST:
            if rest and rest[0][0] in said.decode("utf-8", "ignore").rsplit("\n", 1)[-1]:
                os.write(terminal, (rest.pop(0)[1] + "\n").encode())
                # What was asked is behind it.
                said += b"\n"
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                read = os.read(terminal, 65536)
            except OSError:
                break
            if not read:
                break
            said += read
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.close(terminal)
        check("every question was asked", not rest, rest, said.decode("utf-8", "ignore"))
        return code, said.decode("utf-8", "ignore")

    def record(self, name):
        """A record, with comments and commas as `vanban new` writes them."""
        text = (self.folder / name).read_text("utf-8")
        text = re.sub(r'("(?:\\.|[^"\\])*")|//[^\n]*', lambda it: it[1] or "", text)
        return json.loads(re.sub(r",(\s*[}\]])", r"\1", text))

    def begins(self, name, kind, session, record):
        """`vanban new`, and what it does not know typed into its record."""
        self.types("new", kind, "--session", session, "-o", name)
        self.edits(name, lambda it: it.update((key, value) for key, value in record.items() if key not in OFFICES))

    def edits(self, name, change):
        """A record that a program wrote, as it is changed by hand: lines that were not there are typed."""
        record = self.record(name)
        before = written(record).splitlines()
        change(record)
        after = written(record).splitlines()
        self.lines += sum(line.startswith("+ ") for line in difflib.ndiff(before, after))
        (self.folder / name).write_text("\n".join(after) + "\n", "utf-8")

    def watches(self):
        """`vanban watch .` in a second window, until the story ends."""
        self.commands += 1
        self.watcher = subprocess.Popen([self.vanban, "watch", "."], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        atexit.register(self.watcher.kill)
        check("it watches", "theo dõi" in self.watcher.stdout.readline())

    def saved(self, name):
        """A record was saved: its papers are made anew in the second window."""
        record, begun = self.folder / name, time.monotonic()
        papers = [record.with_suffix(it) for it in (".docx", ".pdf")]
        while not all(it.exists() and it.stat().st_mtime_ns >= record.stat().st_mtime_ns for it in papers):
            if time.monotonic() - begun > SLOWEST:
                check("watched", False, name)
                return
            time.sleep(0.05)

    def leaves(self):
        self.watcher.kill()
        said = self.watcher.communicate()[0]
        for no in self.never:
            check(f"“{no}” in the second window", no not in said, said)

    def names(self):
        return sorted(it.name for it in self.folder.iterdir() if not it.name.startswith("."))

    def bytes(self):
        return {name: (self.folder / name).read_bytes() for name in self.names() if (self.folder / name).is_file()}

    def paper(self, name):
        """The words of the PDF, its lines joined; those of the DOCX are the same."""
        pdf = subprocess.run(["pdftotext", "-layout", self.folder / f"{name}.pdf", "-"], capture_output=True, text=True).stdout
        raw = subprocess.run(["pdftotext", self.folder / f"{name}.pdf", "-"], capture_output=True, text=True).stdout
        return Paper(name, joined(pdf), joined(raw), docx(self.folder / f"{name}.docx"), self.record(f"{name}.json"))


def joined(text):
    return " ".join(text.replace("\xa0", " ").replace("\u2011", "-").split())


def docx(path):
    with zipfile.ZipFile(path) as file:
        text = file.read("word/document.xml").decode("utf-8")
    text = re.sub(r"<w:instrText\b.*?</w:instrText>", "", text).replace("<w:noBreakHyphen/>", "-")
    text = re.sub(r"<w:(tab|br)\b[^>]*/>|</w:p>", " ", text)
    return joined(html.unescape(re.sub(r"<[^>]+>", "", text)))


class Paper:
    """A paper's words: as its lines stand side by side, as they are read, and in the DOCX."""

    def __init__(self, name, beside, read, docx, record):
        self.name, self.beside, self.read, self.docx, self.record = name, beside, read, docx, record
        self.lacks(*NOT_ON_PAPER)
        check(f"{name}: no guidance in the record", "profile" not in record)

    def says(self, *words):
        """These words, one after the other, in both files."""
        for which, text in (("PDF", self.read), ("DOCX", self.docx)):
            at = 0
            for word in words:
                found = text.find(word, at)
                if found < 0 and which == "PDF":
                    # A table's or a header's columns are read beside each other.
                    found = at if word in self.beside else -1
                check(f"{self.name}.{which} says", found >= 0, f"“{word}”", text[:6000])
                at = max(found, at)
        return self

    def lacks(self, *words):
        for which, text in (("PDF", self.read), ("PDF", self.beside), ("DOCX", self.docx)):
            for word in words:
                check(f"{self.name}.{which} has not", word not in text, f"“{word}”")
        return self

    def counts(self, word, times):
        for which, text in (("PDF", self.read), ("DOCX", self.docx)):
            check(f"{self.name}.{which} has {times} times", text.count(word) == times, f"“{word}”", text.count(word))
        return self
