//! What a folder does with other people's files, with open ones, and when the power is cut.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::power::{Loss, Power};
use super::{By, Folder, Put};
use crate::words;

const FOLDER: &str = "/out";

fn open(disk: &Power, force: bool) -> Folder {
    Folder::open(Rc::new(disk.clone()), Path::new(FOLDER), By::Batch, force, &[]).unwrap()
}

/// Writes files, two at a time, and closes the folder; what is wrong with which.
fn run(disk: &Power, files: &[(&str, &str)], force: bool) -> Result<Vec<(String, String)>, String> {
    let mut folder = Folder::open(Rc::new(disk.clone()), Path::new(FOLDER), By::Batch, force, &[])?;
    let mut wrong = Vec::new();
    for two in files.chunks(2) {
        for (name, bytes) in two {
            match folder.put(name, bytes.as_bytes()).map_err(|error| error.to_string())? {
                Put::Stands => {}
                Put::Kept(why) => wrong.push(((*name).to_owned(), why.to_owned())),
                Put::Failed(why) => wrong.push(((*name).to_owned(), why)),
            }
        }
        wrong.extend(folder.commit().map_err(|error| error.to_string())?);
    }
    folder.close().map_err(|error| error.to_string())?;
    Ok(wrong)
}

fn text(disk: &Power, name: &str) -> String {
    String::from_utf8(disk.files()[&PathBuf::from(FOLDER).join(name)].clone()).unwrap()
}

fn wrong(name: &str, why: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), why.to_owned())]
}

#[test]
fn only_what_it_made_and_nobody_changed_is_replaced() {
    let disk = Power::default();
    assert_eq!(run(&disk, &[("a", "1"), ("b", "1")], false).unwrap(), []);
    assert_eq!(run(&disk, &[("a", "2"), ("b", "2")], false).unwrap(), []);
    assert_eq!(text(&disk, "a"), "2");
    disk.write(&Path::new(FOLDER).join("a"), b"edited");
    disk.write(&Path::new(FOLDER).join("c"), b"another's");
    let files = [("a", "3"), ("b", "3"), ("c", "3")];
    let expected = [wrong("a", words::edited()), wrong("c", words::foreign())].concat();
    assert_eq!(run(&disk, &files, false).unwrap(), expected);
    assert_eq!(["a", "b", "c"].map(|name| text(&disk, name)), ["edited", "3", "another's"]);
    // It stays so.
    assert_eq!(run(&disk, &files, false).unwrap(), expected);
    assert_eq!(run(&disk, &files, true).unwrap(), []);
    assert_eq!(["a", "b", "c"].map(|name| text(&disk, name)), ["3", "3", "3"]);
    // From now on they are its own.
    assert_eq!(run(&disk, &[("c", "4")], false).unwrap(), []);
}

#[test]
fn a_file_that_is_open_elsewhere_is_told_until_it_is_closed() {
    let disk = Power::default();
    let (first, second) = ([("a", "1"), ("b", "1")], [("a", "2"), ("b", "2")]);
    run(&disk, &first, false).unwrap();
    disk.refuse(&["a"]);
    // What would not change is not touched.
    assert_eq!(run(&disk, &first, false).unwrap(), []);
    assert_eq!(run(&disk, &second, false).unwrap(), wrong("a", words::open_elsewhere()));
    assert_eq!(["a", "b"].map(|name| text(&disk, name)), ["1", "2"]);
    disk.refuse(&[]);
    assert_eq!(run(&disk, &second, false).unwrap(), []);
    assert_eq!(text(&disk, "a"), "2");
}

#[test]
fn a_name_is_given_once() {
    let disk = Power::default();
    let files = [("in.pdf", "1"), ("In.pdf", "2")];
    assert_eq!(run(&disk, &files, true).unwrap(), wrong("In.pdf", words::twice()));
}

#[test]
fn what_an_earlier_run_made_is_told() {
    let disk = Power::default();
    run(&disk, &[("a", "1"), ("b", "1"), ("c", "1")], false).unwrap();
    disk.write(&Path::new(FOLDER).join("c"), b"edited");
    let mut folder = open(&disk, false);
    assert!(matches!(folder.put("a", b"1"), Ok(Put::Stands)));
    assert_eq!(folder.left_over(), ["b"]);
}

/// Cut at each step, and whatever is lost then: each file is whole, old or new, and the next run makes all of them.
#[test]
fn the_power_may_be_cut_at_each_step() {
    let old = [("a", "old a"), ("b", "old b"), ("c", "old c")];
    let new = [("a", "new a"), ("b", "new b"), ("d", "new d"), ("c", "new c"), ("e", "new e")];
    let undisturbed = Power::default();
    run(&undisturbed, &old, false).unwrap();
    let before = undisturbed.steps();
    run(&undisturbed, &new, false).unwrap();
    let expected = undisturbed.files();
    for cut in 0..undisturbed.steps() - before {
        for loss in [Loss::All, Loss::Contents, Loss::Half] {
            let disk = Power::default();
            run(&disk, &old, false).unwrap();
            assert!(run(&disk.clone().cut_after(cut), &new, false).is_err() || cut > 0, "{cut}");
            let disk = disk.back(loss);
            for (name, bytes) in visible(&disk) {
                let is_whole = bytes == format!("old {name}") || bytes == format!("new {name}");
                assert!(is_whole, "cut after {cut} steps, {loss:?}: {name} is {bytes:?}");
            }
            assert_eq!(run(&disk, &new, false).unwrap(), [], "cut after {cut} steps, {loss:?}");
            assert!(disk.files() == expected, "cut after {cut} steps, {loss:?}");
        }
    }
}

fn visible(disk: &Power) -> BTreeMap<String, String> {
    let files = disk.files().into_iter().map(|(path, bytes)| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, String::from_utf8(bytes).unwrap())
    });
    files.filter(|(name, _)| !name.starts_with('.')).collect()
}
