#!/usr/bin/env python3
"""The library for C, PHP, Java and C#: the archive that is handed out, and its programs, as the READMEs print them.

    c.py                      the archive of a development build; clippy and tests of vanban-c; the header is today's;
                              the first program of each language in an empty folder: its files are those of `vanban
                              render`, its two lines exact
    c.py --full               besides: second programs, slips, dates, warnings, own forms, threads, 10,000 damaged
                              records, misuse under valgrind and the sanitizers, musl (best with --release)
    c.py --release            the same with the release build
    c.py --built              only the first programs, with what cargo has built already
    c.py --archive FOLDER     leaves the archive there, of the release build, and tries nothing
    c.py STEP…                only these steps: doors header first second shapes learned threads damaged misuse musl
                              large

`UPDATE=1 c.py header` writes the header anew. Debian 12, as root: what is missing is installed."""
import argparse, pathlib, shutil, sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from native import archive, first, many, misuse, second  # noqa: E402

STEPS = {
    "doors": archive.doors,
    "header": archive.header,
    "first": first.programs,
    "second": second.programs,
    "shapes": first.shapes,
    "learned": many.learned,
    "threads": many.threads,
    "damaged": many.damaged,
    "misuse": misuse.misused,
    "musl": misuse.musl,
    "large": first.large,
}
QUICK = ["doors", "header", "first"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", choices=[[], *STEPS], metavar="STEP")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--release", action="store_true")
    parser.add_argument("--built", action="store_true")
    parser.add_argument("--archive", type=pathlib.Path, metavar="FOLDER")
    given = parser.parse_args()
    release = given.release or given.archive is not None
    built = archive.target(release) if given.built else archive.build(release, command=given.archive is None)
    made = archive.make(built)
    if given.archive:
        shutil.copytree(made.folder, given.archive, dirs_exist_ok=True)
        print(f"{given.archive}: {', '.join(sorted(file.name for file in made.folder.iterdir()))}")
        return
    for step in given.steps or (STEPS if given.full else ["first"] if given.built else QUICK):
        STEPS[step](made)


main()
