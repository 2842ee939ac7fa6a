"""c.py LIBRARY FOLDER   as node.mjs, the C library through ctypes"""
import ctypes, hashlib, json, pathlib, sys
from ctypes import c_bool, c_char_p, c_size_t, c_void_p


class Bytes(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("len", c_size_t)]


library = ctypes.CDLL(sys.argv[1])


def function(name, result, *given):
    made = getattr(library, name)
    made.restype, made.argtypes = result, given
    return made


new = function("vanban_renderer_new", c_void_p)
render = function("vanban_render", c_void_p, c_void_p, c_char_p, c_size_t)
stands = function("vanban_ok", c_bool, c_void_p)
files = {name: function(f"vanban_{name}", Bytes, c_void_p) for name in ("docx", "pdf")}
problems = function("vanban_problems_json", c_char_p, c_void_p)
free = function("vanban_document_free", None, c_void_p)
renderer = new()

for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
    record = path.read_bytes()
    document = render(renderer, record, len(record))
    if stands(document):
        made = {name: file(document) for name, file in files.items()}
        outcome = {name: hashlib.sha256(ctypes.string_at(it.data, it.len)).hexdigest() for name, it in made.items()}
    else:
        outcome = {"problems": json.loads(problems(document))}
    free(document)
    print(json.dumps([path.stem, outcome]), flush=True)
