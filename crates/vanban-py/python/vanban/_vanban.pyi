from typing import Any

VERSION: str

class Row:
    """A record of a table."""

    @property
    def name(self) -> str: ...  # its place: `Tháng 6, dòng 14 (Chi bộ Khu phố 8)`
    @property
    def is_second(self) -> bool: ...  # whether it is a second paper of the row before it

class Renderer:
    def __init__(self, profile: str | None, two_sided: bool, fields: bool, signatures: bool) -> None: ...
    def __getattr__(self, name: str) -> Any: ...
