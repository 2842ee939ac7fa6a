#!/usr/bin/env python3
"""The pictures of docs/vi: what the command says, as typed, and pages that it makes.

    .ci/judges/venv/bin/python .ci/pictures.py VANBAN   # writes docs/vi/*.png

Needs pdftoppm and DejaVu Sans Mono.
"""
import json, os, pathlib, pty, re, select, shutil, subprocess, sys, tempfile, textwrap

from PIL import Image, ImageDraw, ImageFont, ImageOps

HERE = pathlib.Path(__file__).resolve().parents[1]
TO = HERE / "docs/vi"
VANBAN = pathlib.Path(sys.argv[1]).resolve()
FACE = ImageFont.truetype("DejaVuSansMono.ttf", 15)
COLUMNS, MOST = 104, 30
HERSELF = ["Đảng ủy phường Bình An", "Đảng bộ tỉnh Bình Giang", "Bình An", "an_phu_ward_2025_monthly", "Lê Văn Cường, Bí thư",
           "Ban Tổ chức Tỉnh ủy (báo cáo)", "Lưu Văn phòng Đảng ủy", ""]


def screen(name, lines, most=MOST):
    """A picture of what stands on a terminal, its long lines broken as a terminal breaks them."""
    shown = [part for line in lines for part in (textwrap.wrap(line, COLUMNS, drop_whitespace=False) or [""])]
    if len(shown) > most:
        shown = [*shown[: most - 1], "…"]
    height = 20
    image = Image.new("RGB", (COLUMNS * 9 + 40, len(shown) * height + 32), "#1b1f24")
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(shown):
        draw.text((20, 16 + row * height), line, "#8ddb8c" if line.startswith("> ") else "#e6e6e6", FACE)
    keep(name, image)


def page(name, pdf, number=1, turned=False):
    """A picture of a page, with a thin border."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "80", "-png", "-f", str(number), "-l", str(number), pdf, f"{folder}/p"], check=True)
        image = Image.open(next(pathlib.Path(folder).iterdir()))
        keep(name, ImageOps.expand(image.convert("RGB"), 1, "#b0b0b0"))


def keep(name, image):
    image.quantize(64).save(TO / f"{name}.png", optimize=True)
    print(f"{name}.png {(TO / f'{name}.png').stat().st_size} bytes")


def types(folder, *words, answers=None):
    """What stands on the terminal after a command, the line that was typed first."""
    typed = "> vanban " + " ".join(f'"{word}"' if " " in word else word for word in words)
    if answers is None:
        run = subprocess.run([VANBAN, *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return [typed, *run.stdout.splitlines()]
    master, slave = pty.openpty()
    process = subprocess.Popen([VANBAN, *words], cwd=folder, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    said, waiting = b"", list(answers)
    while process.poll() is None or select.select([master], [], [], 0)[0]:
        # Who is asked answers when nothing more is said.
        if not select.select([master], [], [], 1)[0]:
            if waiting:
                os.write(master, waiting.pop(0).encode() + b"\n")
            continue
        try:
            said += os.read(master, 4096)
        except OSError:
            break
    process.wait()
    return [typed, *said.decode().replace("\r", "").splitlines()]


def clerk(folder):
    sheet = "Chấm điểm tháng 6.xlsx"
    screen("init", types(folder, "init", answers=HERSELF), 50)
    shutil.copyfile(HERE / "tests/clerk/cham-diem-thang-6.xlsx", folder / sheet)
    screen("bang", types(folder, "batch", sheet, "--kind", "evaluation_form", "--map-template", "-o", "phieu.toml"))
    mapping = folder / "phieu.toml"
    text = mapping.read_text("utf-8")
    mapping.write_text(answered(text), "utf-8")
    made = ["batch", sheet, "--map", "phieu.toml", "-o", "thang-6", "--merge", "in.pdf", "--two-sided"]
    screen("lap-phieu", types(folder, *made))
    shutil.copyfile(HERE / "tests/clerk/cham-diem-thang-6-da-sua.xlsx", folder / sheet)
    types(folder, *made)
    page("phieu", folder / "thang-6/in.pdf")
    types(folder, "summarize", "thang-6", "--of", "month")
    page("danh-sach", next((folder / "thang-6").glob("danh-sach*.pdf")))


def answered(text):
    """The mapping as she answers it: the code begins the names, the others stay ignored."""
    return re.sub(r'^name = ""', 'name = "Mã chi bộ"', text, flags=re.M).replace('"Mã chi bộ", "Tình', '"Tình')


def secretary(folder):
    typed = json.loads((HERE / "tests/stories/secretary_typed.json").read_text("utf-8"))["office"]
    signer, recipients = typed["signer"], typed["recipients"]
    types(folder, "init", "--office", typed["name"], "--superior", typed["superior"], "--place", typed["place"], "--signer",
          f"{signer['name']}, {signer['position']}", "--recipients", ";".join(recipients[:-1]), "--archive", recipients[-1])
    begun = types(folder, "new", "minutes", "--session", "forum", "-o", "bien-ban.json")
    screen("bien-ban", [*begun, *(folder / "bien-ban.json").read_text("utf-8").splitlines()])
    record = json.loads((HERE / "tests/stories/forum_minutes.json").read_text("utf-8"))
    basis = record["basis"]
    record = json.loads(json.dumps(record, ensure_ascii=False).replace("năm 2022", "năm 2026"))
    record |= {"date": "21/6/2026", "basis": basis}
    (folder / "bien-ban.json").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    screen("tiep-theo", types(folder, "next", "bien-ban.json", "--to", "resolution"))
    draft = next(it for it in folder.glob("nghi-quyet*.pdf"))
    page("du-thao", draft)
    screen("ban-hanh", types(folder, "issue", draft.with_suffix(".json").name, "--number", "5", "--date", "10/7/2026",
                             answers=["10/7/2026", "13", "12", "12", "0", "0"]))
    page("nghi-quyet", folder / "nghi-quyet.pdf")


if __name__ == "__main__":
    TO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        clerk(pathlib.Path(work))
    with tempfile.TemporaryDirectory() as work:
        secretary(pathlib.Path(work))
