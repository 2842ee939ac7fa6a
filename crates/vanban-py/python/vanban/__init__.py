"""Records in, properly formatted documents of Vietnam's Party organisations out: DOCX and PDF.

    document = vanban.Renderer().render(record)      # a dict, JSON, or a typed record: vanban.Resolution(…)
    pathlib.Path("a.pdf").write_bytes(document.pdf())
"""
from . import records
from ._renderer import Document, Renderer, Table
from ._told import Error, Invalid, Outcome, Problem
from ._vanban import VERSION as __version__
from .records import *  # noqa: F403  # a class for each kind of records

__all__ = ["Document", "Error", "Invalid", "Outcome", "Problem", "Renderer", "Table", "__version__", "records", *records.__all__]
