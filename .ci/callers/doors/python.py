"""python.py FOLDER   as node.mjs, the wheel"""
import hashlib, json, pathlib, sys

import vanban

renderer = vanban.Renderer()


def outcome(record):
    try:
        document = renderer.render(record)
        return {format: hashlib.sha256(getattr(document, format)()).hexdigest() for format in ("docx", "pdf")}
    except vanban.Invalid as error:
        return {"problems": [it.as_dict() for it in error.problems]}


for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    print(json.dumps([path.stem, outcome(json.loads(path.read_text("utf-8")))]), flush=True)
