//! `vanban watch`: a record that is saved has its papers soon.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{case, command, folder};

/// Ended with the test.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn watching(folder: &Path) -> Watching {
    let said = fs::File::create(folder.join("said.txt")).unwrap();
    let child = command()
        .current_dir(folder)
        .args(["watch", "."])
        .stdout(Stdio::null())
        .stderr(said)
        .spawn()
        .unwrap();
    let watching = Watching(child);
    until(|| fs::read_to_string(folder.join("said.txt")).unwrap().starts_with("đang theo dõi"));
    watching
}

/// Waits for something that is to happen soon.
#[track_caller]
fn until(happens: impl Fn() -> bool) {
    let begun = Instant::now();
    while !happens() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it did not happen");
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_record_that_is_saved_is_made() {
    let folder = folder("watch");
    let pdf = folder.join("a.pdf");
    let text = |path: &Path| fs::read(path).unwrap_or_default();
    fs::write(folder.join("bo.json"), "{\"id\": \"x\"}").unwrap();
    let _watching = watching(&folder);
    fs::write(folder.join("a.json"), case("notice")).unwrap();
    until(|| pdf.exists() && folder.join("a.docx").exists());
    let first = text(&pdf);
    // A record with an error is told, and its papers stand as they were.
    fs::write(folder.join("a.json"), case("notice").replacen('{', "{\"place\": 5, ", 1)).unwrap();
    until(|| fs::read_to_string(folder.join("said.txt")).unwrap().contains("a.json: lỗi: "));
    assert!(text(&pdf) == first);
    // What was edited in Word is kept.
    fs::write(folder.join("a.docx"), "đã sửa").unwrap();
    fs::write(folder.join("a.json"), case("notice_full")).unwrap();
    until(|| {
        text(&pdf) != first && fs::read_to_string(folder.join("said.txt")).unwrap().contains("a.docx: ")
    });
    assert_eq!(fs::read_to_string(folder.join("a.docx")).unwrap(), "đã sửa");
    // What Windows redirected is a record, too; what is no JSON is told.
    let wide: Vec<u8> =
        format!("\u{feff}{}", case("notice")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("b.json"), wide).unwrap();
    fs::write(folder.join("c.json"), "{").unwrap();
    until(|| {
        let said = fs::read_to_string(folder.join("said.txt")).unwrap();
        folder.join("b.pdf").exists() && said.contains("c.json: lỗi: ")
    });
    // The guidance of the office is that of all.
    let second = text(&pdf);
    fs::write(folder.join("vanban.toml"), "profile = \"hd36\"\n").unwrap();
    until(|| text(&pdf) != second);
    assert!(!folder.join("bo.pdf").exists());
}
