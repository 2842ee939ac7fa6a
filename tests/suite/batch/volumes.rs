//! All papers in volumes for the printer.

use std::io;

use lopdf::{Document, Object};
use vanban::batch::{Batch, Volume, Volumes};

use super::sample;
use crate::archive::{dictionary, tags, text, walk};
use crate::renderer;

/// The volumes of some samples.
fn volumes(picks: &[usize], papers: usize, two_sided: bool) -> Vec<Volume> {
    let mut bound = Vec::new();
    let mut volumes = Volumes::new(|volume| {
        bound.push(volume);
        Ok(())
    })
    .papers(papers)
    .two_sided(two_sided);
    let records = picks.iter().map(|&pick| sample(pick));
    Batch::new(renderer()).formats(&[]).run(records, &mut volumes).unwrap();
    volumes.finish().unwrap();
    bound
}

fn read(volume: &Volume) -> Document {
    Document::load_mem(&volume.bytes).unwrap()
}

/// The words of each page.
fn words(bytes: &[u8]) -> Vec<String> {
    let file = Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    pages.iter().map(|&page| file.extract_text(&[page]).unwrap().trim().to_owned()).collect()
}

fn single(name: &str) -> Vec<u8> {
    crate::render(&crate::case(name)).to_pdf().unwrap()
}

#[test]
fn a_volume_holds_the_pages_of_its_papers_in_order() {
    let volumes = volumes(&[1, 3, 0, 2], 500, false);
    assert_eq!(volumes.len(), 1);
    assert_eq!((volumes[0].number, volumes[0].only, volumes[0].papers), (1, true, 3));
    let mut expected = words(&single("five_levels"));
    expected.extend(words(&single("draft_smallest")));
    expected.extend(words(&single("signature_acting")));
    assert_eq!(words(&volumes[0].bytes), expected);
}

/// Longer than what is drawn at a time.
#[test]
fn a_long_volume_holds_every_page_once() {
    let picks: Vec<usize> = (0..130).map(|index| index % 2).collect();
    let file = read(&volumes(&picks, 500, false)[0]);
    let mut paper: Vec<lopdf::content::Content> = Vec::new();
    for name in ["draft_smallest", "five_levels"] {
        let single = Document::load_mem(&single(name)).unwrap();
        paper.extend(single.get_pages().into_values().map(|page| content(&single, page)));
    }
    let pages = file.get_pages();
    assert_eq!(pages.len(), 65 * paper.len());
    assert!(pages.len() > 100, "drawn at once");
    for (page, expected) in pages.into_values().zip(paper.iter().cycle()) {
        assert_eq!(content(&file, page).operations.len(), expected.operations.len());
    }
    let words = words(&volumes(&picks, 500, false)[0].bytes);
    let mut expected = self::words(&single("draft_smallest"));
    expected.extend(self::words(&single("five_levels")));
    assert!(words.iter().eq(expected.iter().cycle().take(words.len())));
}

fn content(file: &Document, page: lopdf::ObjectId) -> lopdf::content::Content {
    lopdf::content::Content::decode(&file.get_page_content(page)).unwrap()
}

#[test]
fn the_faces_are_in_a_volume_once() {
    let file = read(&volumes(&[0, 1, 0, 1, 2], 500, false)[0]);
    let programs = file
        .objects
        .values()
        .filter(|object| object.as_dict().is_ok_and(|dictionary| dictionary.has(b"FontFile2")));
    assert_eq!(programs.count(), 4);
}

#[test]
fn each_paper_has_an_entry_labels_and_an_element() {
    let file = read(&volumes(&[0, 3, 1], 500, true)[0]);
    let catalog = file.catalog().unwrap();
    let outline = dictionary(&file, catalog.get(b"Outlines").unwrap());
    let mut lines = Vec::new();
    walk(&file, outline, 0, &mut lines);
    let papers: Vec<&String> = lines.iter().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        papers,
        [
            "1. Chi bộ thôn Triều Khúc: Dự thảo Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 02 năm 2026",
            "3. Chi bộ Phòng Hành chính - Quản trị và Công nghệ thông tin: Nghị quyết số 03-NQ/CB về công tác \
             cán bộ, ký hiệu A&B <thử> “nháy kép” ‘nháy đơn’",
        ]
    );
    assert!(lines.contains(&"    I- ĐÁNH GIÁ CHUNG".to_owned()), "{lines:?}");

    // One page, its empty back, then the next paper.
    let labels = dictionary(&file, catalog.get(b"PageLabels").unwrap()).get(b"Nums").unwrap();
    let labels = labels.as_array().unwrap();
    let label = |index: usize| {
        let label = dictionary(&file, &labels[index + 1]);
        (labels[index].as_i64().unwrap(), text(label.get(b"P").unwrap()))
    };
    assert_eq!((labels.len(), label(0), label(2)), (4, (0, "1-".into()), (2, "3-".into())));

    let root = dictionary(&file, catalog.get(b"StructTreeRoot").unwrap());
    let (mut found, mut pieces) = (Vec::new(), Vec::new());
    tags(&file, root.get(b"K").unwrap(), &mut found, &mut pieces);
    assert_eq!(found.iter().filter(|tag| *tag == "Document").count(), 1);
    assert_eq!(found.iter().filter(|tag| *tag == "Part").count(), 2);
    assert_eq!(found[1], "Part");
    let single = Document::load_mem(&self::single("five_levels")).unwrap();
    let (mut alone, mut alone_pieces) = (Vec::new(), Vec::new());
    let root = dictionary(&single, single.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    tags(&single, root.get(b"K").unwrap(), &mut alone, &mut alone_pieces);
    assert_eq!(found[found.len() - alone.len() + 1..], alone[1..]);
    let own = pieces.iter().rev().take(alone_pieces.len()).map(|(_, number)| *number);
    assert!(own.eq(alone_pieces.iter().rev().map(|(_, number)| *number)));
}

#[test]
fn printed_on_both_sides_each_paper_begins_on_a_right_hand_page() {
    let one_sided = words(&volumes(&[0, 0, 1, 0], 500, false)[0].bytes);
    let two_sided = words(&volumes(&[0, 0, 1, 0], 500, true)[0].bytes);
    let long = words(&single("five_levels")).len();
    assert_eq!(one_sided.len(), 3 + long);
    // No empty page behind the last paper.
    assert_eq!(two_sided.len(), 2 + 2 + long.next_multiple_of(2) + 1);
    let small = &words(&single("draft_smallest"))[0];
    for (page, words) in two_sided.iter().enumerate() {
        if words == small {
            assert!(page % 2 == 0, "page {page}");
        }
    }
    assert_eq!((two_sided[1].as_str(), two_sided[3].as_str()), ("", ""));
}

#[test]
fn a_full_volume_is_handed_on_before_the_next_paper() {
    let volumes = volumes(&[0, 1, 3, 0, 0, 2], 2, false);
    let told: Vec<_> = volumes.iter().map(|volume| (volume.number, volume.only, volume.papers)).collect();
    assert_eq!(told, [(1, false, 2), (2, false, 2), (3, false, 1)]);
    let titles: Vec<String> = volumes
        .iter()
        .map(|volume| {
            let file = read(volume);
            text(dictionary(&file, file.trailer.get(b"Info").unwrap()).get(b"Title").unwrap())
        })
        .collect();
    assert_eq!(titles, ["Tập văn bản 1", "Tập văn bản 2", "Tập văn bản 3"]);
    // As many as a volume holds are one volume.
    assert!(self::volumes(&[0, 0], 2, false)[0].only);
    assert!(self::volumes(&[3], 2, false).is_empty());
}

#[test]
fn a_volume_that_cannot_be_handed_on_ends_the_batch() {
    let mut volumes = Volumes::new(|_| Err(io::Error::other("the printer is on fire"))).papers(1);
    let error = Batch::new(renderer()).formats(&[]).run([0, 0].map(sample), &mut volumes).unwrap_err();
    assert_eq!(error.to_string(), "the printer is on fire");
}

#[test]
fn the_same_papers_give_the_same_volume() {
    assert!(volumes(&[0, 1, 2], 500, true) == volumes(&[0, 1, 2], 500, true));
    // The tree of a page's owners has every page, the empty ones too.
    let file = read(&volumes(&[0, 1], 500, true)[0]);
    for (index, page) in file.get_pages().into_values().enumerate() {
        let page = file.get_dictionary(page).unwrap();
        assert_eq!(page.get(b"StructParents").unwrap(), &Object::Integer(index as i64));
    }
}
