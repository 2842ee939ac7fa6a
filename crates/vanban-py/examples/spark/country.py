"""A country's papers as one job: records as JSON in, rows with files or problems out."""
import json
import os
import sys
from typing import Iterator

import pyarrow
from pyspark.sql import SparkSession, functions

import vanban

COLUMNS = "record bigint, state string, name string, docx binary, pdf binary, problems string"


def papers(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """The rows of one task; a batch of Arrow in, a batch of Arrow out."""
    renderer = vanban.Renderer()
    for batch in batches:
        given = batch.to_pydict()
        # The cluster deals out the cores: one job a task.
        outcomes = renderer.batch(given["json"], jobs=1)
        rows = [row(number, outcome) for number, outcome in zip(given["record"], outcomes)]
        yield pyarrow.RecordBatch.from_pylist(rows, schema=SCHEMA)


def row(number: int, outcome: vanban.Outcome) -> dict[str, object]:
    name = outcome.document.file_name if outcome.document else None
    files = {file.rsplit(".", 1)[1]: data for file, data in outcome.files}
    problems = json.dumps([it.as_dict() for it in outcome.problems], ensure_ascii=False)
    return {"record": number, "state": outcome.state, "name": name, **files, "problems": problems}


SCHEMA = pyarrow.schema(
    [("record", "int64"), ("state", "string"), ("name", "string"), ("docx", "binary"), ("pdf", "binary"), ("problems", "string")]
)

if __name__ == "__main__":
    # The tasks run in the interpreter that has the wheel.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master("local[2]").appName("papers").config("spark.sql.execution.arrow.maxRecordsPerBatch", 256).getOrCreate()
    lines = spark.read.text(sys.argv[1]).withColumnRenamed("value", "json")
    records = lines.withColumn("record", functions.monotonically_increasing_id()).repartition(8)
    # DOCX and PDF are packed already.
    records.mapInArrow(papers, COLUMNS).write.mode("overwrite").option("compression", "none").parquet(sys.argv[2])
    spark.read.parquet(sys.argv[2]).groupBy("state").count().show()
    spark.stop()
