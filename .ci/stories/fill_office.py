"""fill_office.py JOBS.json: fills content controls by their tags with LibreOffice (UNO), and saves the files again."""
import json, os, subprocess, sys, tempfile, time, uno
from com.sun.star.beans import PropertyValue


def value(name, what):
    own = PropertyValue()
    own.Name, own.Value = name, what
    return own


def office():
    profile, pipe = tempfile.mkdtemp(), f"vanban{os.getpid()}"
    program = subprocess.Popen(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(200):
        try:
            return program, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.3)
    sys.exit("LibreOffice does not start")


def controls(text):
    paragraphs = text.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.TextTable"):
            for name in paragraph.getCellNames():
                yield from controls(paragraph.getCellByName(name))
        elif paragraph.supportsService("com.sun.star.text.Paragraph"):
            portions = paragraph.createEnumeration()
            while portions.hasMoreElements():
                portion = portions.nextElement()
                if portion.TextPortionType == "ContentControl":
                    yield portion.ContentControl


def main():
    program, context = office()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        for job in json.load(open(sys.argv[1], encoding="utf-8")):
            document = desktop.loadComponentFromURL("file://" + job["in"], "_blank", 0, (value("Hidden", True),))
            left = dict(job["values"])
            for control in list(controls(document.Text)):
                if control.Tag in left:
                    control.setString(left.pop(control.Tag))
                    control.ShowingPlaceHolder = False
            if left:
                sys.exit(f"{job['in']}: no control for {sorted(left)}")
            how = [value("FilterName", job["filter"] or "MS Word 2007 XML")]
            if job["password"]:
                how.append(value("Password", job["password"]))
            document.storeToURL("file://" + job["out"], tuple(how))
            document.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        program.wait(30)


main()
