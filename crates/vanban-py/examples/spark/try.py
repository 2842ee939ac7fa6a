"""Makes the papers of the conformance set as a job: as many as there are, and the refused ones with their problems."""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import pyarrow.parquet

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(ROOT / ".ci/callers"))
from conformance import merged  # noqa: E402

wanted = json.loads((ROOT / "tests/conformance/set.json").read_text("utf-8"))
with tempfile.TemporaryDirectory() as folder:
    records = [merged(json.loads((ROOT / line["record"]).read_text("utf-8")), line.get("patch", {})) for line in wanted]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (pathlib.Path(folder) / "records.jsonl").write_text(lines, "utf-8")
    subprocess.run([sys.executable, HERE / "country.py", "records.jsonl", "papers.parquet"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    rows = pyarrow.parquet.read_table(pathlib.Path(folder) / "papers.parquet").to_pylist()
papers = [line["pdf"] for line in wanted if "pdf" in line]
problems = [line["problems"] for line in wanted if "problems" in line]
assert sorted(hashlib.sha256(row["pdf"]).hexdigest() for row in rows if row["pdf"]) == sorted(papers)
assert sorted(row["problems"] for row in rows if not row["pdf"]) == sorted(json.dumps(it, ensure_ascii=False) for it in problems)
print(f"spark: {len(papers)} papers, {len(problems)} records refused, each as in the set")
