#!/usr/bin/env python3
"""The Windows program, under wine, beside the native one.

    python3 .ci/windows.py VANBAN.EXE VANBAN

Its files are the native one's, byte for byte; files that another program holds are named and the others made; in a
window of its own it asks and waits. Needs Debian's wine64, and the mingw compiler that `.ci/cross.sh` unpacks.
"""
import filecmp, os, pathlib, pty, select, shutil, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parents[1]
NATIVE = pathlib.Path(sys.argv[2]).resolve()
CROSS = pathlib.Path(os.environ.get("VANBAN_CROSS_CACHE", HERE / "target/cross"))
GCC = CROSS / "root/usr/bin/x86_64-w64-mingw32-gcc-win32"
WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
LONGEST = 300

failures = []


def check(what, is_so, *more):
    if not is_so:
        failures.append(what)
    print("ok  " if is_so else "FAIL", what, *(more if not is_so else ()), flush=True)


work = pathlib.Path(tempfile.mkdtemp(prefix="vanban-windows-"))
program = work / "vanban.exe"
shutil.copyfile(sys.argv[1], program)
os.environ.update(WINEPREFIX=str(work / "prefix"), WINEDEBUG="-all", WINEDLLOVERRIDES="mscoree,mshtml=", LANG="C.UTF-8")


def compiled(name, text, *options):
    """A program or library of a few lines, made with the compiler that made vanban.exe."""
    source = work / f"{name}.c"
    source.write_text(text)
    path = os.environ | {"PATH": f"{GCC.parent}:{os.environ['PATH']}"}
    subprocess.run([GCC, *options, "-o", work / name, source, "-ladvapi32"], check=True, env=path)
    return work / name


# wine 8 lacks a library that every Windows since 8 has.
compiled(
    "bcryptprimitives.dll",
    """__declspec(dllimport) int __stdcall SystemFunction036(void *to, unsigned long n);
__declspec(dllexport) int ProcessPrng(void *to, unsigned long long n) { return SystemFunction036(to, (unsigned long)n); }
""",
    "-shared",
)
hold = compiled(
    "hold.exe",
    """#include <windows.h>
#include <stdio.h>
int wmain(int count, wchar_t **names) { (void)count; (void)names; return 0; }
int main(void) {
    int count; wchar_t **names = CommandLineToArgvW(GetCommandLineW(), &count);
    for (int i = 1; i < count; i++)
        if (CreateFileW(names[i], GENERIC_READ, 0, 0, OPEN_EXISTING, 0, 0) == INVALID_HANDLE_VALUE) return 1;
    puts("held"); fflush(stdout); Sleep(600000); return 0;
}
""",
    "-lshell32",
)


def folder(name):
    made = work / name
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    return made


def types(arguments, where, windows):
    command = [WINE, program] if windows else [NATIVE]
    return subprocess.run(command + arguments, cwd=where, capture_output=True, timeout=LONGEST)


def both(name, put, *lines):
    """The same lines typed into two folders with the same files; both folders."""
    folders = []
    for windows in (False, True):
        where = folder(f"{name}-{'windows' if windows else 'native'}")
        put(where)
        said = []
        for line in lines:
            run = types(line, where, windows)
            said.append((run.returncode, run.stdout.replace(b"\\", b"/")))
        folders.append((where, said))
    (native, told), (windows, told_there) = folders
    compared = filecmp.dircmp(native, windows, ignore=[".vanban.lock"])
    differing = list(walk(native, windows, compared))
    count = sum(1 for it in windows.rglob("*") if it.is_file())
    check(f"{name}: {count} files are the same", not differing and count > 0, differing[:5])
    check(f"{name}: what is said is the same", told == told_there, told, told_there)
    return windows


def walk(left, right, compared):
    yield from compared.left_only + compared.right_only
    for name in compared.common_files:
        if (left / name).read_bytes() != (right / name).read_bytes():
            yield name
    for name, inner in compared.subdirs.items():
        yield from walk(left / name, right / name, inner)


def records(where):
    for record in sorted((HERE / "examples/data").glob("*.json")):
        shutil.copyfile(record, where / record.name)


def sheet(where):
    shutil.copyfile(HERE / "tests/clerk/cham-diem-thang-6-da-sua.xlsx", where / "Chấm điểm.xlsx")
    for name in ("branches.csv", "branches.toml"):
        shutil.copyfile(HERE / "examples/data" / name, where / name)


names = [it.name for it in sorted((HERE / "examples/data").glob("*.json"))]
both("records", records, *([["render", name, "-o", "ra"] for name in names]))
both("texts", records, ["kinds"], ["schema", "minutes"], ["example", "plan"], ["show", "plan.json"], ["check", "plan.json"])
batch = ["batch", "branches.csv", "--kind", "resolution", "--map", "branches.toml", "-o", "Nghị quyết",
         "--merge", "in.pdf", "--zip", "tat-ca.zip", "--two-sided"]
windows = both("batch", sheet, batch)

# `*.json` is the program's to expand.
where = folder("stars")
records(where)
run = types(["check", "*.json"], where, True)
check("*.json is expanded", run.stdout.count(b".json: ") >= len(names) - 1, run.stdout[:500], run.stderr[:500])

# A file that is open elsewhere is named, and the others are made.
out = windows / "Nghị quyết"
held = ["in.pdf", "bao-cao.csv"]
for name in held:
    (out / name).write_bytes((out / name).read_bytes())
shutil.rmtree(out)
first = types(batch, windows, True)
holder = subprocess.Popen([WINE, hold, *held], cwd=out, stdout=subprocess.PIPE)
check("the files are held", holder.stdout.readline().strip() == b"held")
changed = [it for it in batch if it != "--two-sided"]
run = types(changed, windows, True)
said = (run.stdout + run.stderr).decode()
check("status 1 while files are held", (first.returncode, run.returncode) == (0, 1), first, said)
for name in held:
    check(f"{name} is named", any(name in line and "đang mở trong chương trình khác; đóng lại rồi chạy lại" in line
                                  for line in said.splitlines()), said)
check("no number of the system", "os error" not in said, said)
holder.kill()
subprocess.run([WINE.replace("wine64", "wineserver"), "-k"], check=False)
run = types(changed, windows, True)
check("closed, the same line makes them", run.returncode == 0, run)


def on_console(arguments, answers, where):
    """What it says on a console, and whether it waited for the last key."""
    master, slave = pty.openpty()
    process = subprocess.Popen([WINE, *arguments], cwd=where, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    said, waited = b"", False
    for answer in [*answers, None]:
        quiet = time.monotonic() + 8
        while time.monotonic() < quiet and process.poll() is None:
            if select.select([master], [], [], 0.5)[0]:
                try:
                    said += os.read(master, 65536)
                except OSError:
                    break
                quiet = time.monotonic() + 3
        waited = process.poll() is None
        if answer is not None and waited:
            os.write(master, answer.encode() + b"\r")
    process.kill()
    return said.decode(errors="replace"), waited


said, waited = on_console([program], ["4", names[0]], where)
check("a double-click is asked what to do", "Cần làm gì?" in said, said[-1500:])
check("and waits for a key", waited and "để đóng cửa sổ này" in said, said[-1500:])
said, waited = on_console(["cmd", "/c", program], [], where)
check("in a terminal it does not wait", not waited and "Cần làm gì?" not in said, said[-1500:])

shutil.rmtree(work, ignore_errors=True)
print(f"{len(failures)} failures")
sys.exit(bool(failures))
