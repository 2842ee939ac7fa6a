"""`.ci/callers/python.sh --full` runs these tests and sets:

    VANBAN   the command
    MUTATED  how many mutated records are tried
"""
import json
import os
import pathlib
import subprocess

import pytest
import vanban

ROOT = pathlib.Path(__file__).resolve().parents[3]
CLERK = ROOT / "tests/clerk"


def given(name):
    return json.loads((ROOT / ".ci/callers" / name).read_text("utf-8"))


@pytest.fixture(scope="session")
def renderer():
    return vanban.Renderer()


@pytest.fixture
def paper():
    return given("paper.json")


@pytest.fixture
def wrong():
    return given("paper-wrong.json")


@pytest.fixture
def command():
    """Runs the command in a folder; gives its output."""

    def run(folder, *arguments, status=0):
        ran = subprocess.run([os.environ["VANBAN"], *arguments], cwd=folder, capture_output=True, text=True)
        assert ran.returncode == status, ran.stderr
        return ran.stdout

    return run


@pytest.fixture
def program():
    """The programs of the README."""
    blocks = (ROOT / "crates/vanban-py/README.md").read_text("utf-8").split("```python\n")[1:]
    return [block.split("```")[0] for block in blocks]
