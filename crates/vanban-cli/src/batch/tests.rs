//! A batch on a disk that refuses names, is full, or loses its power.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Parser;

use super::{Options, Stop, run};
use crate::folder::power::{Loss, Power};
use crate::{Arguments, Command};

const FOLDER: &str = "/out";

/// A batch of the example's three rows.
fn options(more: &[&str]) -> Options {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data");
    let (rows, map) = (data.join("branches.csv"), data.join("branches.toml"));
    let arguments =
        ["vanban", "batch", rows.to_str().unwrap(), "--map", map.to_str().unwrap(), "--kind", "resolution"];
    let more = ["-o", FOLDER, "--merge", "in.pdf", "--zip", "all.zip", "--format", "docx", "--jobs", "1"]
        .iter()
        .chain(more);
    match Arguments::try_parse_from(arguments.iter().chain(more)).unwrap().command {
        Command::Batch(options) => *options,
        _ => unreachable!(),
    }
}

fn batch(disk: &Power, more: &[&str]) -> Result<bool, Vec<String>> {
    run::run(&options(more), Rc::new(disk.clone())).map_err(|stop| match stop {
        Stop::Usage(lines) | Stop::Failed(lines) => lines,
    })
}

fn there(disk: &Power) -> Vec<String> {
    let names = disk.files().into_keys().map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.')).collect()
}

fn text(disk: &Power, name: &str) -> String {
    String::from_utf8(disk.files()[&PathBuf::from(FOLDER).join(name)].clone()).unwrap()
}

#[test]
fn files_that_are_open_elsewhere_stop_no_paper() {
    let disk = Power::default();
    assert_eq!(batch(&disk, &[]), Ok(true));
    let before = disk.files();
    // Another name for all papers, so that report and volume would change.
    disk.refuse(&["in.pdf", "bao-cao.csv"]);
    assert_eq!(batch(&disk, &["--name", "{number} {place}"]), Ok(false));
    let after = disk.files();
    for held in ["in.pdf", "bao-cao.csv"] {
        let path = Path::new(FOLDER).join(held);
        assert!(before[&path] == after[&path], "{held}");
    }
    assert!(there(&disk).contains(&"6-nhan-thang.docx".to_owned()), "{:?}", there(&disk));
    disk.refuse(&[]);
    assert_eq!(batch(&disk, &["--name", "{number} {place}"]), Ok(true));
    assert!(
        text(&disk, "bao-cao.csv").contains("6-nhan-thang.docx;đã làm"),
        "{}",
        text(&disk, "bao-cao.csv")
    );
}

#[test]
fn a_paper_that_is_open_elsewhere_is_told_in_its_row() {
    let disk = Power::default();
    assert_eq!(batch(&disk, &[]), Ok(true));
    let paper = "nghi-quyet-06-nq-cb.docx";
    disk.write(&Path::new(FOLDER).join(paper), b"edited in Word");
    assert_eq!(batch(&disk, &[]), Ok(false));
    assert_eq!(text(&disk, paper), "edited in Word");
    let report = text(&disk, "bao-cao.csv");
    assert!(
        report.contains(&format!("{paper};giữ nguyên;\"{paper}: {}\"", crate::words::edited())),
        "{report}"
    );
    disk.refuse(&[paper]);
    assert_eq!(batch(&disk, &["--force"]), Ok(false));
    let report = text(&disk, "bao-cao.csv");
    assert!(
        report.contains(&format!("{paper};chưa ghi được;\"{paper}: {}\"", crate::words::open_elsewhere())),
        "{report}"
    );
}

#[test]
fn a_full_disk_ends_the_batch_and_is_told() {
    let disk = Power::default();
    disk.fill(true);
    let said = batch(&disk, &[]).unwrap_err();
    assert_eq!(said[0], format!("{FOLDER}: hết chỗ trên ổ đĩa; xóa bớt tệp hoặc chọn ổ khác"));
    disk.fill(false);
    assert_eq!(batch(&disk, &["--resume"]), Ok(true));
}

/// Cut at each step, and whatever is lost then: going on gives the folder of an undisturbed run.
#[test]
fn the_power_may_be_cut_at_each_step() {
    let undisturbed = Power::default();
    assert_eq!(batch(&undisturbed, &[]), Ok(true));
    let expected = undisturbed.files();
    for cut in 0..undisturbed.steps() {
        let disk = Power::default().cut_after(cut);
        let _ = batch(&disk, &[]);
        let other = if cut % 2 == 0 { Loss::Contents } else { Loss::Half };
        for loss in [Loss::All, other] {
            let disk = disk.back(loss);
            assert_eq!(batch(&disk, &["--resume"]), Ok(true), "cut after {cut} steps, {loss:?}");
            let files = disk.files();
            assert!(files == expected, "cut after {cut} steps, {loss:?}: {:?}", files.keys());
        }
    }
}
