#!/usr/bin/env python3
"""conformance.py DOOR…   the records of tests/conformance/set.json through each DOOR: equal everywhere, byte for byte

    command[=VANBAN]     the command                    service[=VANBAN]     `vanban serve`
    node[=PACKAGE]       the npm package in Node.js     chromium[=PACKAGE]   the same in Chromium
    python[=PYTHON]      an interpreter with the wheel  c[=LIBRARY]          the C library, by ctypes

Where nothing is said, they are what the scripts here leave: target/debug/vanban, target/npm/page-check/package,
target/callers/python/env/bin/python, target/debug/libvanban_c.so."""
import hashlib, http.client, json, os, pathlib, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
DOORS = pathlib.Path(__file__).resolve().parent / "doors"
FORMATS = ("docx", "pdf")


def merged(target, patch):
    for name, value in patch.items():
        if value is None:
            target.pop(name, None)
        elif isinstance(value, dict):
            merged(target.setdefault(name, {}), value)
        else:
            target[name] = value
    return target


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def command(vanban, folder, names):
    for name in names:
        out, record = folder / f"{name}.out", folder / f"{name}.json"
        made = subprocess.run([vanban, "render", record, "-o", out], capture_output=True, cwd=folder)
        if made.returncode == 0:
            papers = {format: list(out.glob(f"*.{format}")) for format in FORMATS}
            yield name, {format: sha256(papers[format][0].read_bytes()) for format in FORMATS}
            continue
        assert not list(out.glob("*.*")), f"{name}: a file of a refused record"
        told = subprocess.run([vanban, "check", "--json", record], capture_output=True, cwd=folder).stdout
        yield name, {"problems": [{key: value for key, value in it.items() if key != "file"} for it in json.loads(told)]}


def service(vanban, folder, names):
    with subprocess.Popen([vanban, "serve", "--address", "127.0.0.1:0"], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        address = process.stdout.readline().split("http://")[1].split()[0]
        connection = http.client.HTTPConnection(address, timeout=120)
        for name in names:
            outcome = {}
            for format in FORMATS:
                body = (folder / f"{name}.json").read_bytes()
                connection.request("POST", f"/render?format={format}", body, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                data = answer.read()
                if answer.status == 200:
                    outcome[format] = sha256(data)
                else:
                    outcome = {"problems": json.loads(data)}
            yield name, outcome
        process.terminate()


def told_by(program):
    """A door that is a program of its own: it reads the folder and prints a line of JSON for each record."""
    def door(given, folder, names):
        with subprocess.Popen([*program(given), str(folder)], stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                yield tuple(json.loads(line))
        assert process.returncode == 0, f"exit status {process.returncode}"
    return door


KNOWN = {
    "command": (command, TARGET / "debug/vanban"),
    "service": (service, TARGET / "debug/vanban"),
    "node": (told_by(lambda package: ["node", DOORS / "node.mjs", package]), TARGET / "npm/page-check/package"),
    "chromium": (told_by(lambda package: ["node", DOORS / "chromium.mjs", package]), TARGET / "npm/page-check/package"),
    "python": (told_by(lambda python: [python, DOORS / "python.py"]), ROOT / "target/callers/python/env/bin/python"),
    "c": (told_by(lambda library: [sys.executable, DOORS / "c.py", library]), TARGET / "debug/libvanban_c.so"),
}


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    expected = json.loads((ROOT / "tests/conformance/set.json").read_text("utf-8"))
    wanted = {line["name"]: {key: line[key] for key in (*FORMATS, "problems") if key in line} for line in expected}
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for line in expected:
            record = merged(json.loads((ROOT / line["record"]).read_text("utf-8")), line.get("patch", {}))
            (folder / f"{line['name']}.json").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
        for door in sys.argv[1:]:
            name, _, given = door.partition("=")
            if name not in KNOWN:
                raise SystemExit(__doc__)
            through, usual = KNOWN[name]
            # A path without a folder is a program that is looked for.
            given = given if given and os.sep not in given else pathlib.Path(given or usual).absolute()
            outcomes = dict(through(given, folder, list(wanted)))
            others = [paper for paper in wanted if outcomes.get(paper) != wanted[paper]]
            for paper in others:
                print(f"FAIL {name}: {paper}: {json.dumps(outcomes.get(paper), ensure_ascii=False)}, not {json.dumps(wanted[paper], ensure_ascii=False)}")
            failed |= bool(others)
            papers = sum("pdf" in outcome for outcome in wanted.values())
            print(f"{name}: {len(wanted) - len(others)} of {len(wanted)} as in the set ({papers} papers, {len(wanted) - papers} refused)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
