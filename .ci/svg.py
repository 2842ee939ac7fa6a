#!/usr/bin/env python3
"""Does a page as SVG look like the PDF's, and say the same?

    python3 .ci/svg.py BASE…

librsvg draws BASE.1.svg and so on, poppler the pages of BASE.pdf. Both are blurred a little, since each smooths edges in its
own way; where one has ink that the other lacks by more than INK in some place, or the words differ, the page is a defect.
"""
import re, subprocess, sys, xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
import numpy as np
from PIL import Image, ImageFilter

DPI = 72
BLUR = 2.0       # pixels
INK = 60         # of 255


def grey(png):
    image = Image.open(BytesIO(png)).convert("L").filter(ImageFilter.GaussianBlur(BLUR))
    return np.asarray(image, dtype=np.int16)


def letters(text):
    """The letters of a page, wherever a reader puts them: columns are set apart in many ways, a hyphen that ends a line is
    taken out by some, and a box is no letter to others."""
    return sorted(re.sub(r"[-\s☐☒]+", "", text))


def page(base, number):
    svg = Path(f"{base}.{number}.svg")
    drawn = subprocess.run(["rsvg-convert", "-d", str(DPI), "-p", str(DPI), svg], capture_output=True, check=True).stdout
    printed = subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), "-png", f"{base}.pdf"], capture_output=True, check=True).stdout
    ours, theirs = grey(drawn), grey(printed)
    high, wide = min(ours.shape[0], theirs.shape[0]), min(ours.shape[1], theirs.shape[1])
    most = int(np.abs(ours[:high, :wide] - theirs[:high, :wide]).max())
    says = "".join("".join(text.itertext()) for text in ET.parse(svg).iter("{http://www.w3.org/2000/svg}text"))
    read = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), f"{base}.pdf", "-"], capture_output=True, check=True, text=True).stdout
    told = []
    if max(abs(ours.shape[0] - theirs.shape[0]), abs(ours.shape[1] - theirs.shape[1])) > 1:
        told.append(f"sheets differ: {ours.shape}, {theirs.shape}")
    if most > INK:
        told.append(f"ink differs by {most}")
    if letters(says) != letters(read):
        told.append("words differ")
    return most, [f"FAIL {svg}: {it}" for it in told]


def pages(base):
    number = 1
    while Path(f"{base}.{number}.svg").exists():
        yield base, number
        number += 1


jobs = [job for base in sys.argv[1:] for job in pages(base)]
if not jobs:
    sys.exit("FAIL no page as SVG")
with ThreadPoolExecutor(2) as pool:
    results = list(pool.map(lambda job: page(*job), jobs))
told = [line for _, lines in results for line in lines]
print("\n".join(told + [f"{len(jobs)} pages as SVG: ink differs by {max(most for most, _ in results)} of 255 at most, {len(told)} defects"]))
sys.exit(bool(told))
