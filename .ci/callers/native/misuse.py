"""What no program should do, as it is and under valgrind and the sanitizers."""
import random, shutil, subprocess, tempfile, pathlib

from .archive import ROOT, install, run
from .first import PAPERS, poor
from .many import damage, examples, packed

HERE = pathlib.Path(__file__).resolve().parent
BUILD = "cc -g -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror {more} {name}.c -I. {library} -lpthread -lm -Wl,-rpath,'$ORIGIN' -o {name}"
SHARED, STATIC = "-L. -lvanban", "-L. -l:libvanban.a"
SANITIZED = "-fsanitize=address,undefined -fno-sanitize-recover=all"
# A table of Rust is held by an address inside it, which valgrind takes for "possibly lost".
VALGRIND = "valgrind --quiet --error-exitcode=9 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite"


def misused(archive):
    install({"valgrind": lambda: shutil.which("valgrind"), "gcc": lambda: shutil.which("cc")})
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for file in [HERE / "misuse.c", HERE / "many.c", PAPERS / "paper.json", *(archive.folder / name for name in ("vanban.h", "libvanban.so", "libvanban.a"))]:
            shutil.copy(file, folder)
        # A header for C++ too.
        (folder / "header.cpp").write_text('#include "vanban.h"\nint main() { return vanban_version()[0] == 0; }\n')
        sh(folder, f"g++ -Wall -Wextra -Werror header.cpp -I. {SHARED} -Wl,-rpath,'$ORIGIN' -o header && ./header")
        chance, sound = random.Random(8), examples()
        records = [damage(chance.choice(sound[:12]), chance) for _ in range(40)]
        (folder / "records").write_bytes(packed([(PAPERS / "paper.json").read_bytes(), *records]))
        for what, more, library, start in [
            ("plain", "", SHARED, ""),
            ("linked into the program", "", STATIC, ""),
            ("address and undefined behaviour", SANITIZED, SHARED, ""),
            ("the same, linked into the program", SANITIZED, STATIC, ""),
            ("valgrind", "", SHARED, VALGRIND),
        ]:
            sh(folder, BUILD.format(name="misuse", more=more, library=library))
            sh(folder, BUILD.format(name="many", more=more, library=library))
            sh(folder, f"{start} ./misuse paper.json")
            lines = sh(folder, f"{start} ./many records 2").splitlines()
            assert len(lines) == len(records) + 1 and lines[0].startswith("made 1 "), lines
            print(f"misuse: {what}: clean, {len(lines)} records on two threads too")


def musl(archive):
    """The library for musl, in programs that need nothing of the system; there a thread has 128 KB of stack."""
    install({"musl-tools": lambda: shutil.which("musl-gcc")})
    target = "x86_64-unknown-linux-musl"
    run("rustup", "target", "add", target, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # musl has no libvanban.so, of which cargo warns.
    run("cargo", "build", "--quiet", "--locked", "-p", "vanban-c", "--target", target, cwd=ROOT)
    built = archive.vanban.parent.parent / target / "debug"
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()
    unwinder = pathlib.Path(sysroot) / "lib/rustlib" / target / "lib/self-contained/libunwind.a"
    chance, sound = random.Random(9), examples()
    records = [*sound[:20], *(damage(chance.choice(sound), chance) for _ in range(80))]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for file in [HERE / "misuse.c", HERE / "many.c", PAPERS / "paper.json", *(archive.folder / name for name in ("vanban.h", "libvanban.so"))]:
            shutil.copy(file, folder)
        shutil.copy(built / "libvanban_c.a", folder / "libvanban.a")
        (folder / "records").write_bytes(packed(records))
        sh(folder, BUILD.format(name="many", more="", library=SHARED) + " && mv many native")
        for name in ("misuse", "many"):
            build = BUILD.format(name=name, more="-static", library=STATIC).replace("cc ", "musl-gcc ", 1)
            sh(folder, f"{build} {unwinder}")
        sh(folder, "./misuse paper.json")
        assert sh(folder, "./many records 4") == sh(folder, "./native records 1"), "musl and glibc differ"
    print(f"musl: clean, {len(records)} records on four threads as with glibc")


def sh(folder, command):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env={**poor(), "ASAN_OPTIONS": "detect_leaks=1"}, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.returncode, done.stdout[-2000:], done.stderr[-6000:])
    assert done.stderr == "", (command, done.stderr[-6000:])
    return done.stdout
