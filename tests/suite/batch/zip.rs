//! All papers in one ZIP.

use std::io::{self, Cursor, Read, Write};

use vanban::batch::{self, Batch, Entry, Format, Zip};
use vanban::{Document, Renderer};
use zip::CompressionMethod;

use super::sample;
use crate::renderer;

#[test]
fn a_zip_holds_every_file_once_under_its_name() {
    let mut zip = Zip::new(Vec::new());
    batch::run(renderer(), [0, 3, 1, 0].map(sample), &mut zip).unwrap();
    let bytes = zip.finish().unwrap();
    let mut read = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = read.file_names().map(str::to_owned).collect();
    assert_eq!(
        names,
        [
            "nghi-quyet-du-thao-2-nq-cb.docx",
            "nghi-quyet-du-thao-2-nq-cb.pdf",
            "nghi-quyet-03-nq-cb.docx",
            "nghi-quyet-03-nq-cb.pdf",
            "nghi-quyet-du-thao-2-nq-cb-2.docx",
            "nghi-quyet-du-thao-2-nq-cb-2.pdf",
        ]
    );
    for index in 0..read.len() {
        let file = read.by_index_raw(index).unwrap();
        assert_eq!((file.compression(), file.size()), (CompressionMethod::Stored, file.compressed_size()));
    }
    let document = crate::render(&crate::case("five_levels"));
    let mut pdf = Vec::new();
    read.by_name(&names[3]).unwrap().read_to_end(&mut pdf).unwrap();
    assert!(pdf == document.to_pdf().unwrap());
}

/// What the names of a record's files begin with stands in the ZIP as in a folder.
#[test]
fn names_begin_with_their_records_prefix() {
    struct Prefixed(&'static str);
    impl Entry for Prefixed {
        fn file_prefix(&self) -> Option<String> {
            Some(self.0.to_owned())
        }

        fn render(&self, renderer: &Renderer) -> vanban::Result<Document> {
            sample(0).render(renderer)
        }
    }
    let mut zip = Zip::new(Vec::new());
    let records = ["Bước 1", "2", "Bước 1"].map(Prefixed);
    Batch::new(renderer()).formats(&[Format::Docx]).run(records, &mut zip).unwrap();
    let read = zip::ZipArchive::new(Cursor::new(zip.finish().unwrap())).unwrap();
    let names: Vec<&str> = read.file_names().collect();
    let expected = [
        "buoc-1-nghi-quyet-du-thao-2-nq-cb",
        "2-nghi-quyet-du-thao-2-nq-cb",
        "buoc-1-nghi-quyet-du-thao-2-nq-cb-2",
    ];
    assert_eq!(names, expected.map(|name| format!("{name}.docx")));
}

/// Who receives it need not wait for its end: each file has its size and its checksum before it.
#[test]
fn a_zip_can_be_read_while_it_is_made() {
    let mut zip = Zip::new(Vec::new());
    batch::run(renderer(), [0, 1].map(sample), &mut zip).unwrap();
    let bytes = zip.finish().unwrap();
    let mut stream = bytes.as_slice();
    let mut sizes = Vec::new();
    while let Some(mut file) = zip::read::read_zipfile_from_stream(&mut stream).unwrap() {
        // Its end is where its checksum is compared.
        sizes.push(io::copy(&mut file, &mut io::sink()).unwrap() == file.size());
    }
    assert_eq!(sizes, [true; 4]);
}

/// One that is given up on a full disk writes nothing more, and says nothing.
#[test]
fn a_zip_that_is_given_up_is_left_as_it_is() {
    let room = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    struct Shared(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);
    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut zip = Zip::new(Shared(room.clone()));
    zip.add("a.pdf", b"a").unwrap();
    let before = room.borrow().len();
    drop(zip);
    assert_eq!(room.borrow().len(), before);
}

#[test]
fn the_same_papers_give_the_same_zip() {
    let made = |jobs| {
        let mut zip = Zip::new(Vec::new());
        let batch = Batch::new(renderer()).jobs(jobs).formats(&[Format::Docx]);
        batch.run([1, 0, 2].map(sample), &mut zip).unwrap();
        zip.finish().unwrap()
    };
    assert!(made(1) == made(3));
}

/// A writer that has room for so many bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 < bytes.len() {
            return Err(io::Error::other("no space left"));
        }
        self.0 -= bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_ends_the_batch_or_the_zip() {
    let mut zip = Zip::new(Full(4_000));
    let error = batch::run(renderer(), (0..50).map(|_| sample(0)), &mut zip).unwrap_err();
    assert_eq!(error.to_string(), "no space left");
    assert!(zip.finish().is_err());
    let zip = Zip::new(Full(0));
    assert_eq!(zip.finish().map(|_| ()).unwrap_err().to_string(), "no space left");
}
