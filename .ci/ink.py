"""Do readers show the pictures of our PDF with the ink that LibreOffice's rendering of the DOCX has there?

Poppler, MuPDF and pdfium draw each page of ours that has a picture. What they show in the picture's place, and a little
around it, is compared with LibreOffice's PDF: drawn by the same reader, where next to nothing may differ (ALIKE), and drawn by
poppler, where only the way that each shrinks a picture may (LIKE_POPPLER). Colours are compared, blurred a little, and a pixel up or
down, left or right counts nothing: readers move a picture to whole pixels, and a hundredth of a point decides to which. A
difference of all the ink is 1: a picture that is missing, or a black box over one."""
import re, subprocess, tempfile
from pathlib import Path
import numpy as np
import pdfplumber, pypdfium2
from PIL import Image, ImageFilter

DPI = 200
AROUND = 3.0                                # pt: what is seen around a picture
NEAR = 1.0                                  # pt: pictures no further apart than this are the same one
ALIKE, LIKE_POPPLER = 0.1, 0.25             # of the ink
BLUR = 5.0                                  # pixels
SHIFTS = (-1, 0, 1)                         # pixels


def places(pdf):
    """The boxes of the pictures of each page that has any: {number: [(x0, top, x1, bottom)]}."""
    if not re.search(rb"/Subtype\s*/Image", Path(pdf).read_bytes()):
        return {}
    with pdfplumber.open(pdf) as file:
        found = {page.page_number: [(i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images] for page in file.pages}
    return {number: boxes for number, boxes in found.items() if boxes}


def by_poppler(pdf, number, folder):
    stem = Path(folder) / "poppler"
    subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), "-png", "-singlefile", pdf, stem], check=True)
    return Image.open(f"{stem}.png").convert("RGB")


def by_mupdf(pdf, number, folder):
    file = Path(folder) / "mupdf.png"
    subprocess.run(["mutool", "draw", "-q", "-r", str(DPI), "-o", file, pdf, str(number)], check=True, stderr=subprocess.DEVNULL)
    return Image.open(file).convert("RGB")


def by_pdfium(pdf, number, folder):
    with pypdfium2.PdfDocument(pdf) as file:
        return file[number - 1].render(scale=DPI / 72).to_pil().convert("RGB")


READERS = {"poppler": by_poppler, "MuPDF": by_mupdf, "pdfium": by_pdfium}


def ink(page, box, shift=(0, 0)):
    """What is not white in a box of a page, by pixel and colour."""
    x0, top, x1, bottom = (round(side * DPI / 72) for side in (box[0] - AROUND, box[1] - AROUND, box[2] + AROUND, box[3] + AROUND))
    across, down = shift
    part = page.crop((x0 + across, top + down, x1 + across, bottom + down)).filter(ImageFilter.GaussianBlur(BLUR))
    return 255 - np.asarray(part, float)


def difference(page, reference, box):
    """-> (how much of the ink differs, how many times as much the page has)"""
    a = ink(page, box)
    others = [ink(reference, box, (across, down)) for across in SHIFTS for down in SHIFTS]
    share, b = min(((np.abs(a - b).sum() / max(a.sum(), b.sum(), 1), b) for b in others), key=lambda found: found[0])
    return share, a.sum() / max(b.sum(), 1)


def compare(ours, theirs):
    """-> (report, differences), or nothing where neither file has a picture"""
    wrong, count, largest = [], 0, 0.0
    mine, other = places(ours), places(theirs)
    if not mine and not other:
        return None
    for number in sorted(mine.keys() | other.keys()):
        left, right = mine.get(number, []), list(other.get(number, []))
        pairs = []
        for box in left:
            far = {place: max(abs(a - b) for a, b in zip(box, place)) for place in right}
            place = min(far, key=far.get, default=None)
            if place is None or far[place] > NEAR:
                wrong.append(f"p{number}: LibreOffice has no picture at {box[0]:.0f}, {box[1]:.0f}")
            else:
                pairs.append(box)
                right.remove(place)
        wrong += [f"p{number}: only LibreOffice has a picture at {box[0]:.0f}, {box[1]:.0f}" for box in right]
        with tempfile.TemporaryDirectory() as folder:
            poppler = by_poppler(theirs, number, folder)
            for reader, draw in READERS.items():
                page = draw(ours, number, folder)
                references = ((poppler, LIKE_POPPLER), (draw(theirs, number, folder), ALIKE))
                for box in pairs:
                    count += 1
                    for reference, limit in references:
                        share, times = difference(page, reference, box)
                        largest = max(largest, share)
                        if share > limit:
                            wrong.append(f"p{number}: {reader} shows another ink where the picture at {box[0]:.0f}, {box[1]:.0f} is: "
                                         f"{share:.2f} of it differs, limit {limit}, {times:.1f} times as much")
                            break
    return f"{count} look(s) at pictures, ink differs by {largest:.2f} at most", wrong
