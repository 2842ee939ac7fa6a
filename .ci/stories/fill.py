"""Fills content controls of a DOCX, as people and programs do: with python-docx, by edits of the XML, with LibreOffice."""
import json, pathlib, shutil, subprocess, zipfile
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
V = "urn:vanban:record"
w = lambda name: f"{{{W}}}{name}"


def places(path):
    """Where the fields of a form belong: JSON pointer, and what stands around it."""
    root = etree.fromstring(zipfile.ZipFile(path).read("customXml/item1.xml"))
    return [(place.get("at"), json.loads(place.get("with") or "{}")) for place in root.iter(f"{{{V}}}place")]


def controls(root):
    """Each control with its tag."""
    for control in root.iter(w("sdt")):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        if tag is not None:
            yield tag.get(w("val")), control


def say(control, text):
    """Puts a text into a control, as a program does that knows runs."""
    shown = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
    if shown is not None:
        shown.getparent().remove(shown)
    content = control.find(w("sdtContent"))
    runs = content.findall(w("r"))
    for run in runs[1:]:
        content.remove(run)
    for old in [child for child in runs[0] if child.tag != w("rPr")]:
        runs[0].remove(old)
    own = etree.SubElement(runs[0], w("t"))
    own.text = text
    own.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def edit(source, target, change, data=None):
    """Writes a DOCX again, its main part (and its data part) changed."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            for own, by in (("word/document.xml", change), ("customXml/item1.xml", data)):
                if name == own and by:
                    root = etree.fromstring(part)
                    by(root)
                    part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            after.writestr(name, part)


def by_xml(source, target, values, also=None):
    """As Word does: the text, and the data part."""
    def change(root):
        for tag, control in list(controls(root)):
            if tag in values:
                say(control, values[tag])
        if also:
            also(root)

    def data(root):
        fields = root.findall(f"{{{V}}}fields/{{{V}}}field")
        for (at, _), field in zip(places(source), fields):
            if at in values:
                field.text = values[at]
    edit(source, target, change, data)


def by_python_docx(source, target, values, also=None):
    """The text alone; python-docx sees no control, so they are found in its tree."""
    import docx
    document = docx.Document(source)
    root = document.element
    for tag, control in list(controls(root)):
        if tag in values:
            say(control, values[tag])
    if also:
        also(root)
    document.save(target)


def by_libreoffice(jobs, folder):
    """Files in one start of LibreOffice 25.2; a job is source, target, values, filter and password."""
    judges = pathlib.Path(__file__).resolve().parent.parent / "judges"
    root = pathlib.Path.home() / ".cache/vanban-lo25"
    inside = root / "tmp/vanban-fill"
    shutil.rmtree(inside, ignore_errors=True)
    inside.mkdir(parents=True)
    said = []
    for number, (source, target, values, filter_, password) in enumerate(jobs):
        shutil.copyfile(source, inside / f"{number}.docx")
        said.append({"in": f"/tmp/vanban-fill/{number}.docx", "out": f"/tmp/vanban-fill/out-{number}", "values": values, "filter": filter_, "password": password})
    (inside / "jobs.json").write_text(json.dumps(said), "utf-8")
    shutil.copyfile(judges.parent / "stories/fill_office.py", inside / "fill_office.py")
    environment = ["env", "-u", "FONTCONFIG_FILE", "HOME=/tmp/vanban-fill", "LC_ALL=C.UTF-8"]
    run = subprocess.run(["chroot", root, *environment, "timeout", "300", "/usr/bin/python3", "/tmp/vanban-fill/fill_office.py", "/tmp/vanban-fill/jobs.json"],
                         capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"LibreOffice: {run.stdout[-2000:]}{run.stderr[-2000:]}")
    for number, job in enumerate(jobs):
        shutil.copyfile(inside / f"out-{number}", job[1])
    shutil.rmtree(inside)
