#!/usr/bin/env python3
"""judge_readers.py BASE… : do readers that are no Word give all words of BASE.docx, in order, as BASE.words.txt has them?

docx         no reader: the document's XML itself, read by lxml. It says what the readers below must give, and where a
             hyphen is a `w:noBreakHyphen`.
docx-preview in headless Chromium, what is seen (innerText); page headers are left out, since they repeat on each page
officeparser
docx2txt     the text of all headers, then the document's, then that of all footers
docx2python  the document's body (headers are apart); merged cells once; less what it writes of pictures
abiword      the document's body, then some of the headers

All five drop a `w:noBreakHyphen`. In a draft, where people go on typing, that is taken for a hyphen. In an issued paper it is a
loss, but where a line could break at the hyphen: there what it holds together (a word, or words with no-break spaces between
them) begins a line of BASE.pdf, or is cut over lines. A draft says so itself: a paragraph that is `Dự thảo lần N` and
nothing else; whatever has none is issued.

Every character but white space must come, in order, and none more. Words are parted where the document parts them, but where
a reader is known to write nothing for a line break (BREAKS_LOST). All text is NFC. Check boxes are left out, as in parity.py.
BASE.words.txt begins with what stands in the header of the first page, less its number. Node.js and Chromium start once for
all files. Exit status 1 when a word is missing."""
import json, re, subprocess, sys, tempfile, unicodedata, zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from lxml import etree

J = Path(__file__).resolve().parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BOXES = dict.fromkeys(map(ord, "☐☑☒□■✓✔"))
BREAKS_LOST = {"officeparser"}
DRAFT = re.compile(r"Dự thảo lần \d+")
PICTURE = re.compile(r"----Image alt text---->.*?<|----media/.*?----")  # what docx2python writes of one
SHOWN = 30                                  # characters around a difference


def clean(text):
    return unicodedata.normalize("NFC", text).translate(BOXES)


@dataclass
class Word:
    text: str
    soft: set                               # where its characters are a w:noBreakHyphen
    after_break: bool                       # nothing but a line break parts it from the word before
    glued: bool                             # nothing but no-break spaces parts it from the word before
    head: str = ""                          # the first of the words that are glued together with it


def pieces(xml):
    """The text of a part as pieces: (text, kind) where kind is text, soft, break, or gap (what parts words everywhere)."""
    for event, node in etree.iterwalk(etree.fromstring(xml), events=("start", "end")):
        if node.tag == f"{W}p":
            yield "\n", "gap"
        elif event == "end":
            continue
        elif node.tag == f"{W}t":
            yield node.text or "", "text"
        elif node.tag == f"{W}noBreakHyphen":
            yield "-", "soft"
        elif node.tag in (f"{W}br", f"{W}cr"):
            yield "\n", "break"
        elif node.tag == f"{W}tab":
            yield "\t", "gap"


def words(xml):
    """The words of a part, in order."""
    found, gap = [], "\n"                    # gap: what stands between two words, a line break as \v
    for text, kind in pieces(xml):
        for char in clean(text):
            if char.isspace():
                gap += "\v" if kind == "break" else char
                continue
            if gap:
                found.append(Word("", set(), set(gap) == {"\v"}, set(gap) == {"\u00a0"}))
                gap = ""
            if kind == "soft":
                found[-1].soft.add(len(found[-1].text))
            found[-1].text += char
    for before, word in zip([None, *found], found):
        word.head = before.head if word.glued else word.text
    return found


def is_draft(xml):
    paragraphs = etree.fromstring(xml).iter(f"{W}p")
    return any(DRAFT.fullmatch("".join(t.text or "" for t in p.iter(f"{W}t")).strip()) for p in paragraphs)


def difference(text, want, behind, engine, held):
    """What the reader's text lacks of the words, or has more than words that may stand behind them: a sentence, or nothing.
    And how many hyphens it lost where it may (`held`: heads of words)."""
    at, parted, lost = 0, True, 0
    show = lambda: f"«{text[max(0, at - SHOWN):at + SHOWN]}»".replace("\n", "⏎")
    for number, word in enumerate(want, 1):
        while at < len(text) and text[at].isspace():
            at, parted = at + 1, True
        if not parted and not (word.after_break and engine in BREAKS_LOST):
            return f"no space before «{word.text}»: {show()}", lost
        for place, char in enumerate(word.text):
            if text[at:at + 1] == char:
                at, parted = at + 1, False
            elif place in word.soft and word.head in held:
                lost += 1
            else:
                what = "its hyphen is lost" if place in word.soft else f"differs at character {place + 1}"
                return f"word {number} of {len(want)}, «{word.text}», {what}: {show()}", lost
    if Counter(text[at:].split()) - Counter(word.text for word in behind):
        return f"more than the document has: {show()}", lost
    return "", lost


def held_at_lines(want, pdf):
    """The heads of words with a `w:noBreakHyphen` each of which begins a line of the PDF, or is cut over lines there."""
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", str(pdf)], capture_output=True).stdout
    lines = etree.fromstring(out, etree.XMLParser(recover=True, huge_tree=True)).iter("line")
    lines = [clean("".join(char.get("c", "") for char in line.iter("char"))).split() for line in lines]
    starts, alone = Counter(line[0] for line in lines if line), [line[0] for line in lines if len(line) == 1]
    groups = []                             # words that are glued together
    for word in want:
        if not word.glued:
            groups.append([])
        groups[-1].append(word)
    soft = Counter(group[0].head for group in groups if any(word.soft for word in group))
    cut = lambda head: sum(line != head and head.startswith(line) for line in alone)
    return {head for head, count in soft.items() if count <= starts[head] + cut(head)}


def from_python(file):
    import docx2txt
    from docx2python import docx2python
    from docx2python.iterators import iter_paragraphs
    texts = {}
    try:
        texts["docx2txt"] = docx2txt.process(str(file))
    except Exception as error:
        texts["docx2txt"] = {"error": repr(error)[:200]}
    try:
        with docx2python(file, duplicate_merged_cells=False) as read:
            texts["docx2python"] = PICTURE.sub("", "\n".join(iter_paragraphs(read.body)))
    except Exception as error:
        texts["docx2python"] = {"error": repr(error)[:200]}
    return texts


def from_node(files):
    out = subprocess.run(["node", str(J / "readers.cjs")], input=json.dumps(files), capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"readers.cjs: {out.stderr[-500:]}")
    return json.loads(out.stdout)


def from_abiword(file):
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        command = ["abiword", "--to=txt", f"--to-name={text}", file]
        subprocess.run(command, capture_output=True, timeout=120)
        return text.read_text("utf8") if text.exists() else {"error": "AbiWord wrote no text"}


def first_header(package, body):
    """The words of the first page's header."""
    relations = {r.get("Id"): r.get("Target") for r in etree.fromstring(package.read("word/_rels/document.xml.rels"))}
    section = next(etree.fromstring(body).iter(f"{W}sectPr"), None)
    if section is None:
        return []
    kind = "first" if section.find(f"{W}titlePg") is not None else "default"
    names = [relations[h.get(R + "id")] for h in section.iter(f"{W}headerReference") if h.get(W + "type") == kind]
    return [word.text for name in names for word in words(package.read(f"word/{name}")) if not word.text.isdigit()]


def judge(base, texts):
    """-> {engine: (report, difference)}"""
    docx, file = Path(f"{base}.docx"), Path(f"{base}.words.txt")
    with zipfile.ZipFile(docx) as package:
        body = package.read("word/document.xml")
        part = lambda kind: [w for name in package.namelist() if re.match(rf"word/{kind}\d*\.xml", name)
                             for w in words(package.read(name))]
        headers, footers, first = part("header"), part("footer"), first_header(package, body)
    want, draft = words(body), is_draft(body)
    stated, soft = clean(file.read_text("utf8")).split(), sum(len(word.soft) for word in want)
    held = {word.head for word in want} if draft else held_at_lines(want, f"{base}.pdf") if soft else set()
    results = {"docx": (f"{len(want)} words, {'draft' if draft else 'issued'}, {soft} w:noBreakHyphen", "")}
    if (got := first + [word.text for word in want]) != stated:
        at = next((i for i, (a, b) in enumerate(zip(got, stated)) if a != b), min(len(got), len(stated)))
        results["docx"] = "", f"word {at + 1}: DOCX «{' '.join(got[at:at + 5])}», document «{' '.join(stated[at:at + 5])}»"
    for engine, text in texts.items():
        if not isinstance(text, str):
            results[engine] = "", text["error"]
            continue
        expected = headers + want + footers if engine == "docx2txt" else want
        behind = headers if engine == "abiword" else []
        wrong, lost = difference(clean(text), expected, behind, engine, held)
        results[engine] = "all words" + (f", {lost} hyphen(s) lost" if lost else ""), wrong
    return results


def main():
    bases = [Path(base).resolve() for base in sys.argv[1:]] or sys.exit(f"usage: {sys.argv[0]} BASE…")
    files = [f"{base}.docx" for base in bases]
    node, bad = from_node(files), 0
    for base, file in zip(bases, files):
        print(f"== {base}")
        results, failed = judge(base, node[file] | from_python(Path(file)) | {"abiword": from_abiword(file)}), []
        for engine, (report, wrong) in results.items():
            print(f"FAIL {engine}: {wrong}" if wrong else f"PASS {engine}: {report}")
            failed += [engine] if wrong else []
        bad += bool(failed)
        print(f"VERDICT {'DEFECT' if failed else 'OK'} {base.name}" + (f" [{' '.join(failed)}]" if failed else ""), flush=True)
    print(f"readers of {len(bases)} file(s): {bad} with a loss")
    sys.exit(bad > 0)


main()
