#!/usr/bin/env python3
"""parity.py OUTDIR BASE… : does BASE.pdf look like BASE.docx, and do both say what the document says?

LibreOffice 7.4 and 25.2, one start each for a hundred files, turn every BASE.docx into a PDF under OUTDIR. Then, for each pair:

lo74, lo25  The same pages, of the same size, and the same words in every line. Words are compared where they stand:
            each word of our PDF needs a word of its own in LibreOffice's: same text, same page, baseline within WINDOW.
            A word that broke to another line is a whole pitch away, so it is missed. No columns have to be guessed:
            side-by-side cells (letterhead, signatures) whose lines have other pitches can't disturb each other.
            Within a row (our words whose baselines agree within ROW) the words must also stand in the same order.
            y is judged (LIMIT); x is only reported, since a no-break space in a justified line may stretch or not.
lo74-borders, lo25-borders    Tables and rules stand in the same places, see borders.py.
lo74-ink, lo25-ink            Readers show our pictures as LibreOffice does, see ink.py; left out where neither has any.
words       `pdftotext -raw` (the order of the content, cell by cell) gives exactly the words of BASE.words.txt, in that
            order. Left out: page numbers (digits alone on a row in the top 20 mm, from page 2 on) and words with which
            a page opens and which repeat earlier ones (a table's repeated header). In a tagged PDF it is enough that
            the tags have this order: a cell that runs on over a page has its words behind those of its neighbour, and
            a word that is broken over lines counts as one.

A mark for which no letter of its own stands in Unicode (Kmrơ̆ng, Blê̆) is left out of both, and is judged by `words`
alone: LibreOffice sets it where it likes, gives it to another letter of the file as well, or writes no text for it, see
give_marks_text.

All text is NFC, a no-break space is a space. Check boxes are left out: the DOCX has a symbol, the PDF a drawing.
Baselines are MuPDF's character origins. Poppler's boxes will not do: they hang on the font descriptor's Descent, which
poppler takes from LibreOffice 25.2 but not from 7.4, and that alone is 1.9 pt at 14 pt.
Exit status 1 when anything differs."""
import re, shutil, subprocess, sys, unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
import pdfplumber, pikepdf
from lxml import etree
import borders, ink

JUDGES = Path(__file__).resolve().parent / "judges"
OFFICES = {"lo74": JUDGES / "soffice74.sh", "lo25": JUDGES / "soffice25.sh"}
ROW, WINDOW, LIMIT = 1.5, 7.0, 4.0          # pt; WINDOW + LIMIT must stay below the tightest pitch
NUMBER_ZONE = 20 / 25.4 * 72                # pt: page numbers stand in the top 20 mm
GLUE = 0.1                                  # em: pieces nearer than this are one word, cut by a change of font
HEADER = 80                                 # words: the longest repeated table header
BATCH = 100                                 # files a start: LibreOffice stops after some 240
OPEN_FILE = Path(__file__).resolve().parent / "open.txt"
# Defects that are known and not mended yet, each as a paper and a judge; one that is gone must leave the list.
OPEN = {tuple(line.split()) for line in OPEN_FILE.read_text("utf8").splitlines() if line and not line.startswith("#")}
SHOWN = 3                                   # differences printed a judge
BOXES = dict.fromkeys(map(ord, "☐☑☒□■✓✔"))
LOOSE_MARK = "\u0305"                       # one that is part of no character
GLYPH = re.compile(rb"^<([0-9A-F]{2})> <", re.M)    # whose text LibreOffice tells
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})  # LibreOffice shapes, we do not


@dataclass
class Word:
    x: float
    end: float
    y: float
    size: float
    text: str


@dataclass
class Page:
    width: float
    height: float
    words: list


def clean(text):
    return unicodedata.normalize("NFC", text.translate(BOXES).translate(LIGATURES))


def output(*command):
    command = [str(c) for c in command]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=300).stdout


def with_mark(letter, mark):
    """A letter and its mark where they are one character, else the letter alone."""
    one = clean(letter + mark)
    return one if len(one) == 1 else letter


def give_marks_text(pdf):
    """Gives a text to the marks of LibreOffice's PDF, where a reader would take their glyphs' numbers for text (`n̂"`).

    Letter and mark as glyphs of their own have all their text at the letter, and the mark has none; no other glyph has
    none."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as file:
        for font in file.objects:
            if not (isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font and "/FirstChar" in font):
                continue
            table = font.ToUnicode.read_bytes()
            known = {int(code, 16) for code in GLYPH.findall(table)}
            lost = [code for code in range(int(font.FirstChar), int(font.LastChar) + 1) if code not in known]
            added = "".join(f"1 beginbfchar\n<{code:02X}> <{ord(LOOSE_MARK):04X}>\nendbfchar\n" for code in lost)
            font.ToUnicode.write(table.replace(b"endcmap", added.encode() + b"endcmap", 1))
        file.save(pdf)


def rows(words):
    """Words with one baseline, top to bottom, each row from left to right."""
    found = []
    for word in sorted(words, key=lambda w: w.y):
        if found and word.y - found[-1][0].y <= ROW:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(row, key=lambda w: w.x) for row in found]


def pages(pdf):
    xml = output("mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf).encode()
    tree = etree.fromstring(xml, etree.XMLParser(recover=True, huge_tree=True))
    return [Page(float(p.get("width")), float(p.get("height")), page_words(p)) for p in tree.iter("page")]


def page_words(page):
    pieces = []
    for line in page.iter("line"):
        inside = False                      # a line's chars come with their spaces
        for char in line.iter("char"):
            text = char.get("c", "")
            if text.isspace():
                inside = False
                continue
            if unicodedata.combining(text):
                if inside:
                    pieces[-1].text = pieces[-1].text[:-1] + with_mark(pieces[-1].text[-1], text)
                continue
            x, y, size = float(char.get("x")), float(char.get("y")), float(char.getparent().get("size"))
            end = max(float(q) for q in char.get("quad").split()[0::2])
            if inside:
                pieces[-1].text, pieces[-1].end = pieces[-1].text + text, end
            else:
                pieces.append(Word(x, end, y, size, text))
            inside = True
    words = []
    for row in rows(pieces):
        start = len(words)
        for piece in row:
            if len(words) > start and abs(piece.x - words[-1].end) < GLUE * piece.size:
                words[-1].text, words[-1].end = words[-1].text + piece.text, piece.end
            else:
                words.append(piece)
    for word in words:
        word.text = clean(word.text)
    return [w for w in words if w.text]


def partners(ours, theirs):
    """Each of our words with the nearest word of the same text, one to one: {index: index}."""
    places = defaultdict(list)
    for j, word in enumerate(theirs):
        places[word.text].append(j)
    near = []
    for i, a in enumerate(ours):
        for j in places[a.text]:
            b = theirs[j]
            if abs(a.y - b.y) <= WINDOW:
                near.append((abs(a.x - b.x) + 4 * abs(a.y - b.y), i, j))   # 4: the line matters more than the place in it
    pairs, taken = {}, set()
    for _, i, j in sorted(near):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def text_at(page, y):
    """What the other file has on about this height."""
    found = [" ".join(w.text for w in row) for row in rows(page.words) if abs(row[0].y - y) <= WINDOW]
    return " / ".join(found) or "nothing"


def compare(ours, theirs):
    """-> (report, differences) of our pages and LibreOffice's."""
    wrong, total, equal, down, across = [], 0, 0, (0.0, ""), 0.0
    if len(ours) != len(theirs):
        wrong.append(f"{len(ours)} pages in ours, {len(theirs)} in LibreOffice's")
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        if abs(a.width - b.width) > 1 or abs(a.height - b.height) > 1:
            wrong.append(f"p{number}: {a.width:.0f}x{a.height:.0f} pt, LibreOffice {b.width:.0f}x{b.height:.0f} pt")
        pairs, index = partners(a.words, b.words), {id(w): i for i, w in enumerate(a.words)}
        for row in rows(a.words):
            total += 1
            found = [b.words[pairs[index[id(w)]]] for w in row if index[id(w)] in pairs]
            in_order = [w.text for w in sorted(found, key=lambda w: w.x)]
            if in_order == [w.text for w in row]:
                equal += 1
            else:
                line = " ".join(w.text for w in row)
                wrong.append(f"p{number} y={row[0].y:.0f}: ours «{line}», LibreOffice «{text_at(b, row[0].y)}»")
        for i, j in pairs.items():
            dy = b.words[j].y - a.words[i].y
            down = max(down, (abs(dy), f"p{number} «{a.words[i].text}» {dy:+.1f} pt"))
            across = max(across, abs(b.words[j].x - a.words[i].x))
        taken = set(pairs.values())
        extra = [w for j, w in enumerate(b.words) if j not in taken]
        # What moved is told by our own lines already.
        if extra and len(pairs) == len(a.words):
            wrong.append(f"p{number}: only LibreOffice has «{' '.join(w.text for w in extra[:12])}»")
    if down[0] > LIMIT:
        wrong.append(f"largest vertical offset {down[1]}, limit {LIMIT}")
    report = f"{len(ours)} page(s), lines equal {equal}/{total}, largest offset {down[0]:.1f} pt down, {across:.1f} pt across"
    return report, wrong, equal, total, down[0]


def without_number(raw, page):
    """A page's raw text, less its page number."""
    lines = raw.split("\n")
    for row in rows(page.words):
        if row[0].y <= NUMBER_ZONE and len(row) == 1 and row[0].text.isdigit() and row[0].text in lines:
            lines.remove(row[0].text)
            break
    return "\n".join(lines)


def body_words(got, want):
    """All words of the pages but those that open a page and repeat earlier ones, where only that makes it agree."""
    words, repeated = [], 0
    for page in got:
        at, skip = len(words), 0
        if page != want[at:at + len(page)]:
            for n in range(1, min(HEADER, len(page)) + 1):
                seen = any(want[k:k + n] == page[:n] for k in range(at - n + 1))
                if not seen:
                    break
                if page[n:] == want[at:at + len(page) - n]:
                    skip = n
                    break
        words += page[skip:]
        repeated += skip
    return words, repeated


def joined(raw):
    """The words that two or three lines have between them: a line may break inside a word (`có/không?Nếu`)."""
    lines = [line for line in (clean(line).split() for page in raw for line in page.split("\n")) if line]
    words = Counter(a[-1] + b[0] for a, b in zip(lines, lines[1:]))
    return words + Counter(a[-1] + b[0] + c[0] for a, b, c in zip(lines, lines[1:], lines[2:]) if len(b) == 1)


def tagged_text(pdf):
    """The text in the order of the tags, without any space; nothing of a file without tags."""
    pieces = defaultdict(str)
    with pdfplumber.open(pdf) as file:
        for page in file.pages:
            for char in page.chars:
                pieces[page.page_number, char["mcid"]] += char["text"]

    def walk(node, page):
        if isinstance(node, pikepdf.Array):
            return "".join(walk(child, page) for child in node)
        if not isinstance(node, pikepdf.Dictionary):
            return pieces[page, int(node)]
        page = numbers[node.Pg.objgen] if "/Pg" in node else page
        if "/MCID" in node:
            return pieces[page, int(node.MCID)]
        return walk(node.K, page) if "/K" in node else ""

    with pikepdf.open(pdf) as file:
        numbers = {page.objgen: n for n, page in enumerate(file.pages, 1)}
        root = file.Root.get("/StructTreeRoot")
        return "" if root is None else clean("".join(walk(root, 0).split()))


def check_words(pdf, ours, file):
    """-> (report, differences)"""
    if not file.exists():
        return "", [f"no {file.name} beside it"]
    want = clean(file.read_text("utf8")).split()
    raw = output("pdftotext", "-raw", pdf, "-").split("\f")[:len(ours)]
    raw = [without_number(r, p) if n else r for n, (r, p) in enumerate(zip(raw, ours))]
    got = [clean(r).split() for r in raw]
    words, repeated = body_words(got, want)
    if words == want:
        return f"{len(want)} words in order" + (f", {repeated} repeated on top of a page" if repeated else ""), []
    if tagged_text(pdf) == "".join(want) and not Counter(want) - Counter(w for page in got for w in page) - joined(raw):
        return f"{len(want)} words, in the order of the tags", []
    at = next((i for i, (a, b) in enumerate(zip(words, want)) if a != b), min(len(words), len(want)))
    show = lambda s: " ".join(s[max(0, at - 3):at + 5])
    return "", [f"{len(words)} words, the document has {len(want)}; word {at + 1}: PDF «{show(words)}», document «{show(want)}»"]


def convert(out, names):
    """Both offices at once: there are two cores. Numbered names, since two folders may hold the same one."""
    shutil.rmtree(out, ignore_errors=True)
    (out / "docx").mkdir(parents=True)
    staged = [out / "docx" / f"{stem}.docx" for stem in names]
    for source, target in zip(names.values(), staged):
        shutil.copy(source.parent / f"{source.name}.docx", target)
    for office in OFFICES:
        (out / office).mkdir()
    for start in range(0, len(staged), BATCH):
        files = staged[start:start + BATCH]
        running = [subprocess.Popen([script, "--convert-to", "pdf", "--outdir", out / office, *files])
                   for office, script in OFFICES.items()]
        for process in running:
            process.wait()                  # a file that got no PDF is told in main


def judge(pair):
    """All judges on one pair -> (lines to print, whether one failed, lines equal, all lines, largest offset)"""
    out, stem, base = pair
    pdf, printed, failed = base.parent / f"{base.name}.pdf", [f"== {base}"], []
    ours, our_borders, lines, all_lines, offset = pages(pdf), borders.read(pdf), 0, 0, 0.0
    file = base.parent / f"{base.name}.words.txt"
    marked = file.exists() and any(map(unicodedata.combining, clean(file.read_text("utf8"))))
    results = {"words": check_words(pdf, ours, file)}
    for office in OFFICES:
        theirs = out / office / f"{stem}.pdf"
        if not theirs.exists():
            results[office] = "", ["LibreOffice made no PDF"]
            continue
        if marked:
            give_marks_text(theirs)
        report, wrong, equal, total, down = compare(ours, pages(theirs))
        results[office] = report, wrong
        results[f"{office}-borders"] = borders.compare(our_borders, borders.read(theirs))
        if shown := ink.compare(pdf, theirs):
            results[f"{office}-ink"] = shown
        lines, all_lines, offset = lines + equal, all_lines + total, max(offset, down)
    for name, (report, wrong) in results.items():
        known = (base.name, name) in OPEN
        if known and not wrong:
            wrong = [f"it is as it must be: take it out of {OPEN_FILE.name}"]
            known = False
        word = "OPEN" if known else "FAIL" if wrong else "PASS"
        printed.append(f"{word} {name}: " + "; ".join(filter(None, [report, wrong and f"{len(wrong)} difference(s)"])))
        printed += [f"     {difference}" for difference in wrong[:SHOWN]]
        failed += [name] if wrong and not known else []
    printed.append(f"VERDICT {'DEFECT' if failed else 'OK'} {base.name}" + (f" [{' '.join(failed)}]" if failed else ""))
    return printed, bool(failed), lines, all_lines, offset


def main():
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} OUTDIR BASE…")
    out = Path(sys.argv[1])
    names = {f"{n:04}-{Path(base).name}": Path(base) for n, base in enumerate(sys.argv[2:], 1)}
    convert(out, names)
    status, lines, all_lines, offset = 0, 0, 0, 0.0
    with Pool() as pool:
        for printed, failed, equal, total, down in pool.imap(judge, [(out, stem, base) for stem, base in names.items()]):
            print("\n".join(printed), flush=True)
            status, lines, all_lines, offset = status | failed, lines + equal, all_lines + total, max(offset, down)
    print(f"parity of {len(names)} pair(s): lines equal {lines}/{all_lines} with both LibreOffices, largest vertical offset {offset:.1f} pt")
    sys.exit(status)


if __name__ == "__main__":
    main()
