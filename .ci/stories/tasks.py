#!/usr/bin/env python3
"""docs/vi/theo-viec.md as it is typed: every command in its order, in an empty folder.

    .ci/stories/tasks.py VANBAN
"""
import pathlib, re, shlex, subprocess, sys, tempfile

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/vi/theo-viec.md"
VANBAN = pathlib.Path(sys.argv[1]).resolve()
OFFICE = ["init", "--office", "Chi bộ thôn Đông", "--superior", "Đảng bộ xã Tân Lập", "--place", "Tân Lập", "--signer",
          "Nguyễn Văn Bình, Bí thư", "--recipients", "Các đảng viên Chi bộ", "--archive", "Lưu Chi bộ"]


def types(folder, words):
    run = subprocess.run([VANBAN, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"vanban {shlex.join(words)}: {run.returncode}\n{run.stdout}{run.stderr}")


with tempfile.TemporaryDirectory() as name:
    folder, commands = pathlib.Path(name), 0
    types(folder, OFFICE)
    for block in re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.S):
        for line in block.splitlines():
            program, *words = shlex.split(line)
            if program != "vanban":
                sys.exit(f"no command of ours: {line}")
            types(folder, words)
            commands += 1
        # The page says: the template goes into this folder.
        if (folder / "notice.hbs").exists():
            (folder / "loi-van").mkdir()
            (folder / "notice.hbs").rename(folder / "loi-van/notice.hbs")
    print(f"theo-viec.md: {commands} commands")
