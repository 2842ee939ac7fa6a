//! A record to its files with a shared Renderer, beside the least it could cost: deflating the very
//! same bytes.
#![allow(clippy::expect_used, reason = "a bench that cannot run should say so")]

use std::hint::black_box;
use std::io::{Cursor, Read, Write};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use vanban::kinds::{Resolution, Scorer};
use vanban::scoring::CriteriaSet;
use vanban::scoring::SessionVariant;
use vanban::{Record, Renderer};

#[path = "../examples/common/forms.rs"]
mod forms;

fn render(c: &mut Criterion) {
    let renderer = Renderer::new();
    paper(c, "resolution", &renderer, &Resolution::example());
    let set = CriteriaSet::named("constructed_hd12_regular").expect("a set of the library");
    let blank = forms::blank(&set, SessionVariant::Regular, Scorer::Own, "Chi bộ 6", 2026);
    paper(c, "form", &renderer, &forms::filled(blank, &set));
}

/// What a process pays before its first paper, and for it.
fn start(c: &mut Criterion) {
    let mut group = c.benchmark_group("start");
    group.bench_function("new renderer", |b| b.iter(Renderer::new));
    let record = Resolution::example();
    group.bench_function("new renderer and a first paper", |b| {
        b.iter(|| {
            let document = Renderer::new().render(black_box(&record))?;
            Ok::<_, vanban::Error>((document.to_docx()?, document.to_pdf()?))
        });
    });
    group.finish();
}

/// A narrow cell over up to four thousand pages: twice the text takes twice the time.
fn cells(c: &mut Criterion) {
    let renderer = Renderer::new();
    let mut group = c.benchmark_group("cell");
    group.sample_size(10);
    for size in [100, 200, 400, 800] {
        let record = with_cell("W ".repeat(size * 500));
        group.throughput(Throughput::Bytes(size as u64 * 1000));
        group.bench_function(format!("{size} KB to DOCX"), |b| {
            b.iter(|| renderer.render(black_box(&record)).and_then(|document| document.to_docx()));
        });
        group.bench_function(format!("{size} KB to PDF"), |b| {
            b.iter(|| renderer.render(black_box(&record)).and_then(|document| document.to_pdf()));
        });
    }
    group.finish();
}

/// The example with tables, and a text in the narrowest of its cells.
fn with_cell(text: String) -> Resolution {
    let json = include_str!("../examples/data/tables.json");
    let mut record: serde_json::Value = serde_json::from_str(json).expect("an example");
    record["sections"][0]["table"]["rows"][0][0] = text.into();
    Resolution::from_json(&record.to_string()).expect("a good record")
}

/// What a record costs, part by part.
fn paper<R: Record>(c: &mut Criterion, name: &str, renderer: &Renderer, record: &R) {
    let document = renderer.render(record).expect("the record is good");
    let (docx, pdf) = (document.to_docx().expect("written"), document.to_pdf().expect("written"));
    println!("{name}: DOCX {} bytes, PDF {} bytes", docx.len(), pdf.len());

    let mut group = c.benchmark_group(name);
    group.bench_function("check, compose, lay out", |b| b.iter(|| renderer.render(black_box(record))));
    group.bench_function("record to DOCX", |b| {
        b.iter(|| renderer.render(black_box(record)).and_then(|document| document.to_docx()));
    });
    group.bench_function("record to PDF", |b| {
        b.iter(|| renderer.render(black_box(record)).and_then(|document| document.to_pdf()));
    });
    let (docx, pdf) = (docx_streams(&docx), pdf_streams(&pdf));
    group.bench_function("deflate the DOCX's bytes", |b| b.iter(|| deflate(black_box(&docx))));
    group.bench_function("deflate the PDF's bytes", |b| b.iter(|| deflate(black_box(&pdf))));
    group.finish();
}

/// What the package holds, inflated.
fn docx_streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    (0..zip.len())
        .map(|index| {
            let mut part = Vec::new();
            zip.by_index(index).expect("a part").read_to_end(&mut part).expect("sound");
            part
        })
        .collect()
}

/// What the file's streams hold, inflated.
fn pdf_streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let file = lopdf::Document::load_mem(bytes).expect("a PDF");
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    streams.map(|stream| stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())).collect()
}

fn deflate(streams: &[Vec<u8>]) -> usize {
    let deflated = streams.iter().map(|stream| {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(stream).expect("memory takes it");
        encoder.finish().expect("memory takes it").len()
    });
    deflated.sum()
}

criterion_group!(benches, start, render, cells);
criterion_main!(benches);
