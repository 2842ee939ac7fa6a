#!/usr/bin/env python3
"""The pictures of the guide in rustdoc (src/guide): pages that its own recipes make, as base64 of small PNGs.

    GUIDE_PAGES=$PWD/target/guide cargo test --doc -p vanban --features table,svg,fillin,collect -- guide
    .ci/judges/venv/bin/python .ci/guide.py target/guide           # writes src/guide/pictures/*.txt
    .ci/judges/venv/bin/python .ci/guide.py target/guide --check   # fails if one differs

A recipe writes its PDF where GUIDE_PAGES says, so a picture shows what the printed code makes. src/guide/pictures.tsv
has a line for each picture: name, PDF, page, top and bottom in per cent of the page, dots per inch. Needs pdftoppm.
"""
import base64, io, pathlib, subprocess, sys, tempfile

from PIL import Image, ImageOps

TO = pathlib.Path(__file__).resolve().parents[1] / "src/guide/pictures"
MOST = 26_000  # bytes of one PNG


def picture(pdf, page, top, bottom, dpi):
    """A page, or a band of it, in at most 16 colours with a thin border."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", dpi, "-png", "-f", page, "-l", page, pdf, f"{folder}/p"], check=True)
        image = Image.open(next(pathlib.Path(folder).iterdir())).convert("RGB")
    height = image.height
    image = image.crop((0, height * int(top) // 100, image.width, height * int(bottom) // 100))
    png = io.BytesIO()
    ImageOps.expand(image, 1, "#b0b0b0").quantize(16, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return png.getvalue()


def main():
    pages, check = pathlib.Path(sys.argv[1]), sys.argv[2:] == ["--check"]
    wrong, total, names = [], 0, set()
    for line in (TO.parent / "pictures.tsv").read_text("utf-8").splitlines()[1:]:
        name, pdf, page, top, bottom, dpi = line.split("\t")
        png = picture(pages / f"{pdf}.pdf", page, top, bottom, dpi)
        text, file = base64.b64encode(png).decode(), TO / f"{name}.txt"
        names.add(file.name)
        total += len(png)
        if len(png) > MOST:
            wrong.append(f"{name}: {len(png)} bytes; at most {MOST}")
        if not check:
            file.write_text(text, "ascii")
        elif not file.exists() or file.read_text("ascii") != text:
            wrong.append(f"{name}: not what its recipe makes")
    wrong += [f"{file.name}: no line of pictures.tsv" for file in sorted(TO.glob("*.txt")) if file.name not in names]
    print(f"{len(names)} pictures, {total} bytes")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
