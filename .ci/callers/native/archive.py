"""Builds the library of C and makes the archive that is handed out: vanban.h, libvanban.so, libvanban.a, Vanban.php,
vanban.jar, Vanban.cs, the READMEs and the licences."""
import dataclasses, os, pathlib, platform, shutil, subprocess, tempfile, zipfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
CRATE = ROOT / "crates" / "vanban-c"
CBINDGEN = "0.29.4"
JNA = pathlib.Path("/usr/share/java/jna.jar")
# What each Debian package is asked for.
PACKAGES = {
    "php-cli": lambda: shutil.which("php"),
    "openjdk-17-jdk-headless": lambda: shutil.which("javac"),
    "mono-mcs": lambda: shutil.which("mcs"),
    "mono-runtime": lambda: shutil.which("mono"),
    "libjna-java": JNA.exists,
    "poppler-utils": lambda: shutil.which("pdftotext"),
}


@dataclasses.dataclass
class Archive:
    folder: pathlib.Path
    vanban: pathlib.Path


def install(packages):
    missing = [name for name, there in packages.items() if not there()]
    if missing:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        apt = ["apt-get", "-o", "DPkg::Lock::Timeout=600", "-qq"]
        subprocess.run([*apt, "update"], check=True)
        subprocess.run([*apt, "install", "-y", "--no-install-recommends", *missing], check=True, env=quiet, stdout=subprocess.DEVNULL)


def run(*command, **more):
    subprocess.run([str(part) for part in command], check=True, **more)


def build(release, command):
    """The folder with what cargo built. The command is built beside it, so that the library is compiled once."""
    crates = ["-p", "vanban-c", *(["-p", "vanban-cli"] if command else [])]
    run("cargo", "build", "--quiet", "--locked", *crates, *(["--release"] if release else []), cwd=ROOT)
    return target(release)


def target(release):
    return pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / ("release" if release else "debug")


def make(built):
    install(PACKAGES)
    folder = built / "archive-c"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    # Whoever calls it does not step through it.
    run("strip", "--strip-debug", "-o", folder / "libvanban.so", built / "libvanban_c.so")
    shutil.copy(built / "libvanban_c.a", folder / "libvanban.a")
    for file in ["include/vanban.h", "php/Vanban.php", "csharp/Vanban.cs"]:
        shutil.copy(CRATE / file, folder)
    for file, name in [("", "C"), ("php", "PHP"), ("java", "Java"), ("csharp", "CSharp")]:
        shutil.copy(CRATE / file / "README.md", folder / f"README-{name}.md")
    for file in ["LICENSE-MIT", "LICENSE-APACHE", "fonts/OFL.txt"]:
        shutil.copy(ROOT / file, folder)
    jar(folder)
    sizes = (f"{name} {(folder / name).stat().st_size / 1e6:.1f} MB" for name in ("libvanban.so", "libvanban.a", "vanban.jar"))
    print(f"archive: {', '.join(sizes)}")
    return Archive(folder, built / "vanban")


def jar(folder):
    """Our classes, JNA's, and both native libraries, where JNA looks for them."""
    machine = {"x86_64": "x86-64", "aarch64": "aarch64"}[platform.machine()]
    listed = subprocess.run(["dpkg", "-L", "libjna-jni"], check=True, capture_output=True, text=True).stdout.split()
    [dispatch] = [file for file in listed if file.endswith(".so")]
    with tempfile.TemporaryDirectory() as classes, zipfile.ZipFile(folder / "vanban.jar", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        run("javac", "--release", "17", "-Xlint:all", "-Werror", "-cp", JNA, "-d", classes, *sorted((CRATE / "java/vanban").glob("*.java")))
        made.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nAutomatic-Module-Name: vanban\n\n")
        for file in sorted(pathlib.Path(classes).rglob("*.class")):
            made.write(file, file.relative_to(classes))
        with zipfile.ZipFile(JNA) as jna:
            for name in jna.namelist():
                if name.endswith(".class"):
                    made.writestr(name, jna.read(name))
        made.write("/usr/share/doc/libjna-java/copyright", "META-INF/LICENSE-JNA")
        made.write(ROOT / "LICENSE-MIT", "META-INF/LICENSE-MIT")
        made.write(dispatch, f"com/sun/jna/linux-{machine}/libjnidispatch.so")
        made.write(folder / "libvanban.so", f"linux-{machine}/libvanban.so")


def doors(_):
    """The tests of the library of C. With the command beside it, what is built is built."""
    run("cargo", "clippy", "--quiet", "--locked", "-p", "vanban-c", "-p", "vanban-cli", "--all-targets", "--", "-D", "warnings", cwd=ROOT)
    run("cargo", "test", "--quiet", "--locked", "-p", "vanban-c", "-p", "vanban-cli", "--lib", cwd=ROOT, stdout=subprocess.DEVNULL)
    print("doors: clippy and the tests of vanban-c pass")


def header(_):
    """The header is what cbindgen makes of today's sources."""
    tools = ROOT / "target" / "tools"
    cbindgen = tools / "bin" / "cbindgen"
    if not cbindgen.exists():
        run("cargo", "install", "--quiet", "--locked", "--debug", "--version", CBINDGEN, "cbindgen", "--root", tools)
    kept = CRATE / "include/vanban.h"
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "vanban.h"
        run(cbindgen, "--quiet", "--config", CRATE / "cbindgen.toml", "--output", made, CRATE)
        if os.environ.get("UPDATE"):
            shutil.copy(made, kept)
        run("diff", "-u", kept, made)
    print('header: vanban.h is fresh')
