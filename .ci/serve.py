#!/usr/bin/env python3
"""serve.py [SECONDS [VANBAN]]: `vanban serve` under load, the release build for a minute unless told otherwise. Linux.
load    200 callers at once: every answer is the right one, whole; memory is flat (figures before, midway, after)
bad     broken, huge, deep, packed, half-sent requests: each is refused as docs/service.md says, and the service goes on
slow    who sends a byte now and then, or reads nothing, is cut off; others are served all the while
batch   a batch of thousands with little memory; a caller who goes away ends the work
stop    told to stop under load: each answer that was begun is whole, exit status 0"""
import atexit, http.client, io, json, os, pathlib, random, signal, socket, struct, subprocess, sys, threading, time, zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 60
VANBAN = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else str(ROOT / "target/release/vanban")
CALLERS = 200
JSON, LINES = {"Content-Type": "application/json"}, {"Content-Type": "application/x-ndjson"}
RECORD = (ROOT / "examples/data/resolution_numbered.json").read_bytes()
WRONG = RECORD.replace('"Phó bí thư"'.encode(), '"Bí thư Chi bộ"'.encode())
MEGABYTE = 1 << 20
# Freed memory may stay with the allocator: so much more at the end than midway is a leak.
LEAK = 24


class Service:
    def __init__(self, *more):
        command = [VANBAN, "serve", "--address", "127.0.0.1:0", *more]
        self.process = subprocess.Popen(command, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        atexit.register(self.process.kill)
        line = self.process.stdout.readline()
        self.host, port = line.split("http://")[1].split()[0].split(":")
        self.port = int(port)

    def ask(self, method, path, body=None, headers={}, connection=None):
        own = connection or http.client.HTTPConnection(self.host, self.port, timeout=120)
        own.request(method, path, body, headers)
        answer = own.getresponse()
        got = answer.status, answer.read()
        if not connection:
            own.close()
        return got

    def connect(self, receive=None):
        raw = socket.socket()
        if receive:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        raw.settimeout(120)
        raw.connect((self.host, self.port))
        return raw

    def status(self, name):
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith(name)).split()[1])

    def memory(self):
        return self.status("VmRSS:") / 1024

    def spent(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=120)
        told = self.process.stderr.read()
        assert status == 0 and told == "", (status, told)


def raw(service, request, end=True):
    """What is answered to bytes; as an answer that may be none."""
    with service.connect() as caller:
        try:
            caller.sendall(request)
            if end:
                caller.shutdown(socket.SHUT_WR)
            answer = b""
            while piece := caller.recv(65536):
                answer += piece
        except (ConnectionResetError, BrokenPipeError):
            return None
    return int(answer.split(b" ", 2)[1]) if answer else None


def post(length, body, more=b""):
    return b"POST /render HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n%s" % (more, length, body)


def cases(service):
    """Each sort of request, and the only answer to it."""
    papers = {format: service.ask("POST", f"/render?format={format}", RECORD, JSON) for format in ("pdf", "docx")}
    wanted = [("POST", f"/render?format={format}", RECORD, JSON, answer) for format, answer in papers.items()]
    for method, path, body, headers in [
        ("POST", "/render", WRONG, JSON), ("POST", "/check", WRONG, JSON), ("POST", "/check", RECORD[:-40], JSON), ("GET", "/kinds", None, {}),
        ("POST", "/render", b"x", {"Content-Type": "text/plain"}), ("GET", "/nowhere", None, {}),
        ("POST", "/batch?format=pdf", b"[" + b",".join([RECORD] * 3) + b"]", JSON),
    ]:
        wanted.append((method, path, body, headers, service.ask(method, path, body, headers)))
    statuses = [answer[0] for *_, answer in wanted]
    assert statuses == [200, 200, 422, 200, 200, 200, 415, 404, 200], statuses
    return wanted


def together(service, wanted, until, failures, counts, weights):
    """One caller: asks on one connection until the time is over."""
    connection = http.client.HTTPConnection(service.host, service.port, timeout=120)
    chance = random.Random(threading.get_ident())
    while time.monotonic() < until:
        method, path, body, headers, answer = chance.choices(wanted, weights)[0]
        begun = time.monotonic()
        try:
            got = service.ask(method, path, body, headers, connection)
        except Exception as error:
            failures.append(f"{method} {path}: {error!r}")
            return
        if got != answer:
            failures.append(f"{method} {path}: {got[0]} {got[1][:200]}")
        counts.append(time.monotonic() - begun)
    connection.close()


def load():
    service = Service()
    wanted = cases(service)
    weights = [8, 8, 2, 2, 1, 1, 1, 1, 1]
    before, failures, counts = service.memory(), [], []
    begun = time.monotonic()
    callers = [threading.Thread(target=together, args=(service, wanted, begun + SECONDS, failures, counts, weights)) for _ in range(CALLERS)]
    for caller in callers:
        caller.start()
    # The bad ones come while the others are served.
    time.sleep(SECONDS / 4)
    bad(service)
    time.sleep(max(0, begun + SECONDS / 2 - time.monotonic()))
    midway = service.memory()
    for caller in callers:
        caller.join()
    seconds, after = time.monotonic() - begun, service.memory()
    counts.sort()
    print(f"load: {CALLERS} callers, {seconds:.0f} s: {len(counts)} answers, {len(counts) / seconds:.0f} a second, {len(failures)} failures; "
          f"half within {counts[len(counts) // 2] * 1000:.0f} ms, 99 % within {counts[len(counts) * 99 // 100] * 1000:.0f} ms; "
          f"memory {before:.0f} MB before, {midway:.0f} midway, {after:.0f} after, peak {service.status('VmHWM:') / 1024:.0f}")
    assert not failures, failures[:5]
    assert after < midway + LEAK, "memory grows"
    slow(service)
    assert service.ask("POST", "/render?format=pdf", RECORD, JSON) == wanted[0][4]
    service.stop()


def bad(service):
    junk = os.urandom(10 * MEGABYTE)
    given = [
        ("10 MB of junk", [422], post(len(junk), junk)),
        ("10 MB of brackets", [422], post(10 * MEGABYTE, b"[" * 10 * MEGABYTE)),
        ("20 MB", [413], post(20 * MEGABYTE, b" " * 20 * MEGABYTE)),
        ("a length beyond all", [413], post(1 << 50, b"{}")),
        ("no length that there is", [400], b"POST /render HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"),
        ("two lengths", [400], b"POST /render HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        ("broken UTF-8", [422], post(17, b'{"kind": "\xff\xfe\xc3\x28\x80"}')),
        ("nested 100,000 deep", [422], post(100_000, b'{"a":' * 20_000)),
        ("a body cut off", [None, 400], post(len(RECORD), RECORD[:100])),
        ("pieces of no size", [None, 400], b"POST /render HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        ("packed", [415], post(2, b"{}", b"Content-Encoding: gzip\r\n")),
        ("a head of 1 MB", [None, 431, 400], b"GET / HTTP/1.1\r\nX: " + b"a" * MEGABYTE + b"\r\n\r\n"),
        ("no HTTP", [None, 400], b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20),
        ("nothing", [None], b""),
    ]
    for name, expected, request in given:
        close = request.replace(b"Host: x\r\n", b"Host: x\r\nConnection: close\r\n", 1)
        got = raw(service, close, end=name in ("a body cut off", "nothing", "no HTTP"))
        assert got in expected, (name, got)
    # Gone in the middle, with a reset.
    for _ in range(100):
        caller = service.connect()
        caller.sendall(post(len(RECORD), RECORD[: random.randrange(len(RECORD))]))
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        caller.close()
    assert service.ask("GET", "/health")[0] == 200
    print(f"bad: {len(given)} sorts of bad requests, 100 resets: each refused, the service goes on")


def slow(service):
    """Fifty heads and fifty bodies that come a byte at a time, fifty that stop."""
    begun, ends, lock = time.monotonic(), [], threading.Lock()

    def drip(request, first, every):
        with service.connect() as caller:
            caller.sendall(request[:first])
            caller.settimeout(every)
            for at in range(first, len(request)):
                try:
                    if caller.recv(1024) == b"":
                        break
                    continue
                except TimeoutError:
                    pass
                except OSError:
                    break
                try:
                    caller.sendall(request[at : at + 1])
                except OSError:
                    break
            with lock:
                ends.append(time.monotonic() - begun)

    head = b"GET /health HTTP/1.1\r\nX: " + b"a" * 1000
    body = post(1000, b"{" + b" " * 998 + b"}")
    threads = [threading.Thread(target=drip, args=args) for args in [(head, 10, 1), (body, len(body) - 999, 1), (body, len(body) - 999, 40)] for _ in range(50)]
    for thread in threads:
        thread.start()
    longest = 0
    while any(thread.is_alive() for thread in threads):
        asked = time.monotonic()
        assert service.ask("POST", "/render", RECORD, JSON)[0] == 200
        longest = max(longest, time.monotonic() - asked)
        time.sleep(0.5)
    assert max(ends) < 90, ends
    print(f"slow: 150 slow callers cut off after {min(ends):.0f} to {max(ends):.0f} s; others waited {longest * 1000:.0f} ms at most")


def batch():
    service = Service()
    line = json.dumps(json.loads(RECORD), ensure_ascii=False).encode() + b"\n"
    count = int(min(5000, max(200, SECONDS * 80)))
    before = service.memory()
    status, zipped = service.ask("POST", "/batch", line * count, LINES)
    with zipfile.ZipFile(io.BytesIO(zipped)) as made:
        assert status == 200 and made.testzip() is None and len(made.namelist()) == 2 * count + 1
        assert made.read("bao-cao.csv").decode("utf-8-sig").count("đã làm") == count
    peak = service.status("VmHWM:") / 1024
    print(f"batch: {count} records, ZIP of {len(zipped) / MEGABYTE:.0f} MB; memory {before:.0f} MB before, peak {peak:.0f}")
    assert peak < before + 60, "the ZIP is held in memory"
    # A caller who goes away: soon nothing is made any more, and nothing is left open.
    files = service.files()
    with service.connect(receive=4096) as caller:
        caller.sendall(b"POST /batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n" % (len(line) * count))
        caller.sendall(line * count)
        assert caller.recv(1000).startswith(b"HTTP/1.1 200")
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    time.sleep(2)
    spent = service.spent()
    time.sleep(2)
    idle = service.spent() - spent
    assert idle < 0.2 and service.files() <= files, (idle, service.files(), files)
    print(f"batch: the caller goes away: {idle:.2f} s of work in the two seconds after, {service.files()} files open of {files}")
    service.stop()


def stop():
    rounds, whole, none = 5, 0, 0
    for _ in range(rounds):
        service = Service()
        expected = service.ask("POST", "/render?format=pdf", RECORD, JSON)
        results, stopped = [], threading.Event()

        def caller():
            while not stopped.is_set():
                try:
                    results.append(service.ask("POST", "/render?format=pdf", RECORD, JSON) == expected)
                except ConnectionError:
                    # Not taken up: nothing of an answer came.
                    results.append(None)
                    if service.process.poll() is not None:
                        return
                except http.client.HTTPException as error:
                    results.append(isinstance(error, http.client.RemoteDisconnected) and None)

        callers = [threading.Thread(target=caller) for _ in range(50)]
        for thread in callers:
            thread.start()
        time.sleep(min(3, SECONDS / 5) * random.uniform(0.5, 1))
        service.stop()
        stopped.set()
        for thread in callers:
            thread.join()
        assert False not in results, "an answer is cut"
        whole, none = whole + results.count(True), none + results.count(None)
    print(f"stop: {rounds} times under 50 callers: {whole} whole answers, {none} not taken up, none cut; exit status 0")


load()
batch()
stop()
