#!/usr/bin/env python3
"""Rewrites inputs of before format 1 was frozen with the names of today.

    rename.py FILE… -o DIR [--kind KIND]

FILE is a record (.json, .json.gz), records (.jsonl), a mapping (.toml), a wording (.hbs) or a criteria set
(.json, .toml); a folder stands for all files in it. DIR gets a copy of each under its own name. What is none of
these is copied as it is. docs/renamed.tsv says what is renamed:

    kind    `*` for every kind, `criteria_set` for criteria sets
    old     path of before: `[]` is any element of a list, `**` any place in the record
    new     path of today; `.` is the record itself
    change  `person`: a text is read as {name, position} and stays, a wording prints it
            with `comrade`, `person_inside` with a small letter; `no_end_mark`: a text loses its full
            stop, and a wording writes it

A mapping and a wording do not name their kind: it is taken from `--kind`, else from a comment `--kind KIND`
in a mapping, else from the file's name (a wording), else from the paths that only one kind has.
"""
import argparse, gzip, pathlib, sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from renaming import hbs, json_text, toml_text  # noqa: E402
from renaming.names import Names, kinds  # noqa: E402


def convert(path, kind, note):
    """The file's new bytes."""
    data = path.read_bytes()
    packed = path.suffix == ".gz"
    plain = gzip.decompress(data) if packed else data
    name = path.stem if packed else path.name
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError:
        note("not UTF-8, copied as it is")
        return data
    suffix = pathlib.PurePath(name).suffix
    rewrite = {".json": json_text.file, ".jsonl": json_text.lines, ".toml": toml_text.file, ".hbs": hbs.file}.get(suffix)
    if rewrite is None:
        note("no record, mapping, wording or criteria set: copied as it is")
        return data
    changed = rewrite(text, name, kind, note)
    if changed == text:
        return data
    changed = changed.encode("utf-8")
    return gzip.compress(changed, mtime=0) if packed else changed


def inputs(given):
    """Each file with the path that its copy gets below DIR."""
    for path in given:
        if path.is_dir():
            yield from ((file, file.relative_to(path)) for file in sorted(path.rglob("*")) if file.is_file())
        else:
            yield path, pathlib.Path(path.name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE")
    parser.add_argument("-o", dest="out", required=True, type=pathlib.Path, metavar="DIR")
    parser.add_argument("--kind", choices=sorted(kinds()))
    given = parser.parse_args()
    written, failed = set(), False
    for path, below in inputs(given.files):
        target = given.out / below

        def note(text, path=path):
            print(f"{path}: {text}", file=sys.stderr)

        if not path.is_file():
            note("no such file")
            failed = True
        elif target in written or target.resolve() == path.resolve():
            note(f"{target} is written already" if target in written else "DIR holds the input itself")
            failed = True
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(convert(path, given.kind, note))
            written.add(target)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
