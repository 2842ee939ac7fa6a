"""Many records, many threads, and records that are damaged."""
import copy
import json
import os
import random
import threading
import time

import pytest
import vanban
from conftest import ROOT

MUTATED = int(os.environ.get("MUTATED", "500"))


def test_one_renderer_for_eight_threads(renderer, paper):
    expected = (renderer.render(paper).docx(), renderer.render(paper).pdf())
    wrong = []

    def work():
        for _ in range(50):
            document = renderer.render(paper)
            if (document.docx(), document.pdf()) != expected:
                wrong.append(document)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_other_python_code_runs_meanwhile(renderer, paper):
    """One call makes many papers; with the interpreter's lock held nobody else would get on."""
    ticks, over = [], threading.Event()

    def tick():
        while not over.wait(0.001):
            ticks.append(time.perf_counter())

    other = threading.Thread(target=tick)
    other.start()
    given = [json.dumps(paper).encode()] * 32
    begun = time.perf_counter()
    renderer._made.batch(["docx", "pdf"], 1).run(given)
    ended = time.perf_counter()
    over.set()
    other.join()
    meanwhile = sum(begun < tick < ended for tick in ticks)
    assert meanwhile > 5, f"{meanwhile} ticks in {ended - begun:.3f} s"


def test_a_batch_keeps_order_and_names(renderer, paper, wrong):
    taken = []

    def records():
        for number in range(1, 101):
            taken.append(number)
            yield wrong if number == 7 else {**paper, "number": number % 90 + 1}

    outcomes = renderer.batch(records(), jobs=2)
    first = next(outcomes)
    assert first.index == 0 and first.files[0][1] == first.document.docx() and len(taken) < 100
    outcomes = [first, *outcomes]
    assert [it.index for it in outcomes] == list(range(100))
    refused = outcomes[6]
    assert (refused.state, refused.name, refused.document, refused.files) == ("refused", "7", None, [])
    assert refused.problems == renderer.check(wrong) and "7: lỗi" in refused.message
    names = [name for it in outcomes for name, _ in it.files]
    assert len(set(names)) == len(names) == 198
    late = list(renderer.batch([paper] * 40 + [b"{"], formats=["pdf"], jobs=1))
    assert (late[-1].name, late[-1].state, late[-1].problems[0].code) == ("41", "failed", "shape.syntax")
    assert [name[-4:] for name, _ in late[0].files] == [".pdf"]


def test_what_the_iterator_raises_is_raised(renderer, paper):
    def records():
        yield paper
        raise KeyError("gone")

    with pytest.raises(KeyError):
        list(renderer.batch(records()))


def mutated(text, chance):
    """A record with some bytes or some values changed."""
    if chance.random() < 0.5:
        data = bytearray(text.encode())
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(3)] = bytes(chance.randrange(256) for _ in range(chance.randrange(3)))
        return bytes(data)
    record = json.loads(text)
    values = ["", "x" * 5000, "\ud800", "\0", "a\u0301" * 50, "😀", 10**30, -1, 1e308, float("nan"), None, [], {}, True, [[]] * 20, {"a": {"b": []}}]
    for _ in range(chance.randrange(1, 4)):
        place = record
        while True:
            keys = list(place) if isinstance(place, dict) else range(len(place))
            key = chance.choice(keys)
            if not isinstance(place[key], (dict, list)) or not place[key] or chance.random() < 0.3:
                break
            place = place[key]
        place[key] = copy.deepcopy(chance.choice(values))
    return record


def memory():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


def test_a_damaged_record_is_a_paper_or_a_problem(renderer):
    chance = random.Random(2026)
    texts = [file.read_text("utf-8") for file in sorted(ROOT.glob("examples/data/*.json")) if file.stat().st_size < 20_000]
    papers = problems = 0
    midway = 0
    for count in range(MUTATED):
        try:
            renderer.render(mutated(chance.choice(texts), chance)).pdf()
            papers += 1
        except vanban.Invalid as error:
            assert error.problems and all(it.message and it.code for it in error.problems)
            problems += 1
        if count == MUTATED // 2:
            midway = memory()
    assert papers and problems and papers + problems == MUTATED
    assert memory() < midway + 40, f"{midway} MB midway, {memory()} MB at the end"
