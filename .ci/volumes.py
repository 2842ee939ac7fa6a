#!/usr/bin/env python3
"""volumes.py OUTDIR BASE… : do the contents of a volume say where its papers begin?

BASE.pdf and BASE.docx are one volume. The DOCX is read twice, by LibreOffice 7.4 and by 25.2, after every number of its contents
was changed to 999: what they print then, they counted themselves.

For each of the three PDFs: the numbers at the right edge of the contents are the pages on which what stands at the right of the
head changes, and each page says its own number in the middle of its head. The three have the same numbers, and so has the DOCX as
it was written. BASE.PLACE.pdf is the file that was bound as paper PLACE, from 1: its pages show in BASE.pdf what they show by
themselves, to the pixel, without a head. Where nothing was bound BASE.pdf claims its standards, else none.
Exit status 1 when anything differs."""
import re, shutil, subprocess, sys, zipfile
from pathlib import Path
import pdfplumber, pikepdf

JUDGES = Path(__file__).resolve().parent / "judges"
OFFICES = {"lo74": JUDGES / "soffice74.sh", "lo25": JUDGES / "soffice25.sh"}
HEAD = 25 / 25.4 * 72                       # pt: the head of a page ends above
BESIDE = 4                                  # pt: words on a line, of two sizes
RIGHT = 60                                  # pt: as wide is the column of the numbers, at most
FIELD = re.compile(r"(PAGEREF _vanban_\d+ .*?separate.*?<w:t[^>]*>)(\d+)(</w:t>)", re.S)
CONTENTS = "Mục lục"


def head(page):
    """-> what stands at the left, in the middle and at the right of the head"""
    words = [word for word in page.extract_words() if word["bottom"] < HEAD]
    number = [word for word in words if word["text"].isdigit() and abs(word["x0"] + word["x1"] - page.width) < 60]
    if not number:
        return None
    middle = number[0]
    beside = [word for word in words if abs(word["bottom"] - middle["bottom"]) < BESIDE]
    at = lambda side: " ".join(word["text"] for word in beside if side(word))
    return at(lambda word: word["x1"] < middle["x0"]), int(middle["text"]), at(lambda word: word["x0"] > middle["x1"])


def numbers(page):
    """The numbers of a page of the contents, from its right edge."""
    words = [word for word in page.extract_words() if word["bottom"] > HEAD and word["text"].isdigit()]
    edge = max((word["x1"] for word in words), default=0)
    return [int(word["text"]) for word in words if word["x1"] > edge - RIGHT and word["x1"] > page.width / 2]


def read(pdf):
    """-> heads of all pages, numbers of the contents"""
    with pdfplumber.open(pdf) as file:
        heads = [head(page) for page in file.pages]
        contents = [number for page, top in zip(file.pages, heads) if top and top[2] == CONTENTS for number in numbers(page)]
    return heads, contents


def begins(heads):
    """The pages, from 1 on, behind the contents on which the title at the head changes; empty pages have none."""
    found, before = [], CONTENTS
    behind = max(n for n, top in enumerate(heads) if top and top[2] == CONTENTS) + 1
    for n, top in enumerate(heads[behind:], behind + 1):
        if top and top[2] != before:
            found.append(n)
            before = top[2]
    return found


def stale(docx, to):
    """The DOCX with 999 for each number of its contents -> the numbers that it had"""
    had = []
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                text = data.decode("utf8")
                had = [int(number) for _, number, _ in FIELD.findall(text)]
                data = FIELD.sub(r"\g<1>999\g<3>", text).encode("utf8")
            target.writestr(entry, data)
    return had


def pages(pdf):
    with pikepdf.open(pdf) as file:
        return len(file.pages)


def pictures(pdf, first, last, to):
    subprocess.run(["pdftoppm", "-r", "72", "-f", str(first), "-l", str(last), pdf, to / "page"], check=True)
    shown = [file.read_bytes() for file in sorted(to.glob("page-*.ppm"))]
    for file in to.glob("page-*.ppm"):
        file.unlink()
    return shown


def convert(out, files):
    """Both offices at once: there are two cores."""
    running = []
    for office, script in OFFICES.items():
        (out / office).mkdir()
        running.append(subprocess.Popen([script, "--convert-to", "pdf", "--outdir", out / office, *files]))
    for process in running:
        process.wait()


def judge(base, had, out):
    """-> what is wrong with a volume"""
    wrong = []
    pdf = base.with_name(base.name + ".pdf")
    guests = {int(file.suffixes[-2][1:]): file for file in sorted(base.parent.glob(base.name + ".[0-9]*.pdf"))}
    heads, contents = read(pdf)
    if had != contents or not had:
        wrong.append(f"the DOCX was written with {had}, the PDF says {contents}")
    for place, first in enumerate(contents, 1):
        if place not in guests and first not in begins(heads):
            wrong.append(f"no paper begins on page {first}, papers do on {begins(heads)}")
    foreign = {first + n for place, first in enumerate(contents, 1) if place in guests for n in range(pages(guests[place]))}
    for n, top in enumerate(heads, 1):
        if n not in foreign and top and top[1] != n:
            wrong.append(f"page {n} says that it is page {top[1]}")
    for office in OFFICES:
        theirs, said = read(out / office / f"{base.name}.pdf")
        # Of a volume on both sides LibreOffice may leave out empty pages, which it counts.
        begun = [theirs[n - 1][1] for n in begins(theirs)]
        if said != contents or begun != contents:
            wrong.append(f"{office}: the contents say {said}, papers begin on {begun}; ours say {contents}")
    with pikepdf.open(pdf) as file:
        claims = "/Metadata" in file.Root and b"pdfaid" in file.Root.Metadata.read_bytes()
        if claims == bool(guests):
            wrong.append("a volume with the pages of others claims a standard" if claims else "it claims no standard")
    for place, guest in guests.items():
        first, count = contents[place - 1], pages(guest)
        if pictures(guest, 1, count, out) != pictures(pdf, first, first + count - 1, out):
            wrong.append(f"the pages of {guest.name} are not what they were")
    check = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True)
    if check.returncode:
        wrong.append(check.stdout + check.stderr)
    print(f"{base.name}: {len(heads)} pages, papers on {contents}, {len(guests)} of them files of others")
    return wrong


def main():
    out, bases = Path(sys.argv[1]), [Path(base) for base in sys.argv[2:]]
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    had = {base: stale(base.with_name(base.name + ".docx"), out / f"{base.name}.docx") for base in bases}
    convert(out, [out / f"{base.name}.docx" for base in bases])
    wrong = [f"FAIL {base.name}: {line}" for base in bases for line in judge(base, had[base], out)]
    print(*wrong, f"volumes: {len(bases)}, differences: {len(wrong)}", sep="\n")
    return 1 if wrong or not bases else 0


if __name__ == "__main__":
    sys.exit(main())
