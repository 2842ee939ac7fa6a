//! The record that a PDF carries on request: that it is there, that it comes back, that it goes.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use vanban::kinds::{Decision, Notice, built_in};
use vanban::{Error, Renderer, Result, carried};

use crate::archive::dictionary;

const ABSENT: &str = "lỗi: tệp PDF không mang theo bản ghi: đây là bản quét, hoặc tệp được lập không kèm bản ghi \
                      (`--with-data`); hãy xin tệp gốc hoặc bản ghi [quy ước; returned.no_record]";
const BROKEN: &str =
    "lỗi: tệp PDF hỏng, chưa tải hết hoặc không phải là PDF; hãy xin lại tệp [quy ước; returned.damaged]";
const LARGE: &str =
    "lỗi: tệp PDF lớn quá mức của một văn bản, không mở; hãy xin lại tệp [quy ước; returned.too_large]";

fn notice() -> Vec<u8> {
    Renderer::new().render(&Notice::example()).unwrap().to_pdf_with_data().unwrap()
}

fn told<T: std::fmt::Debug>(result: Result<T>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Shape(_)));
    error.to_string()
}

/// A file as another program writes it: another kind of list of its objects, other numbers.
fn saved(file: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// A file that carries this under the record's name, made by hand.
fn carrying(contents: &[Stream]) -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let mut names: Vec<Object> = Vec::new();
    for content in contents {
        let content = file.add_object(content.clone());
        let files = dictionary! { "F" => content };
        let own =
            file.add_object(dictionary! { "F" => Object::string_literal("ban-ghi.json"), "EF" => files });
        names.extend([Object::string_literal("ban-ghi.json"), own.into()]);
    }
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } };
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Names" => names });
    file.trailer.set("Root", catalog);
    saved(&mut file)
}

fn deflated(content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().unwrap();
    stream
}

#[test]
fn each_kind_gives_its_record_back_byte_for_byte() {
    for kind in built_in() {
        let Some(example) = kind.example() else { continue };
        let record = crate::renderer().read(example).unwrap();
        let document = crate::renderer().render(&record).unwrap();
        let pdf = document.to_pdf_with_data().unwrap();
        let text = carried::record_of_pdf(&pdf).unwrap();
        assert_eq!(text, document.data().unwrap(), "{}", kind.name());
        assert_eq!(text, record.to_json().unwrap(), "{}", kind.name());
    }
}

/// ISO 19005-3, 6.8, and what a reader shows.
#[test]
fn the_record_is_a_file_that_the_paper_was_made_from() {
    let bytes = notice();
    assert!(bytes == notice(), "the same each time");
    let file = Document::load_mem(&bytes).unwrap();
    let catalog = file.catalog().unwrap();
    let related = catalog.get(b"AF").unwrap().as_array().unwrap();
    let own = dictionary(&file, &related[0]);
    let name = |key: &[u8]| own.get(key).unwrap().as_name().unwrap().to_vec();
    assert_eq!((name(b"Type"), name(b"AFRelationship")), (b"Filespec".to_vec(), b"Source".to_vec()));
    assert_eq!(own.get(b"UF").unwrap().as_str().unwrap(), b"ban-ghi.json");
    let names = dictionary(&file, catalog.get(b"Names").unwrap());
    let names = names.get(b"EmbeddedFiles").unwrap().as_dict().unwrap().get(b"Names").unwrap();
    assert_eq!(names.as_array().unwrap()[1], related[0]);
    let content = own.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap();
    let content = file.dereference(content).unwrap().1.as_stream().unwrap();
    assert_eq!(content.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"application/json");
    let parameters = content.dict.get(b"Params").unwrap().as_dict().unwrap();
    let date = Notice::example().paper.date.calendar().unwrap().to_string().replace('-', "");
    assert_eq!(parameters.get(b"ModDate").unwrap().as_str().unwrap(), format!("D:{date}000000Z").as_bytes());
    let claims = |bytes: &[u8], claim: &str| bytes.windows(claim.len()).any(|here| here == claim.as_bytes());
    assert!(claims(&bytes, "<pdfaid:part>3</pdfaid:part>"));
    let usual = Renderer::new().render(&Notice::example()).unwrap().to_pdf().unwrap();
    assert!(claims(&usual, "<pdfaid:part>2</pdfaid:part>"));
    assert!(!Document::load_mem(&usual).unwrap().catalog().unwrap().has(b"AF"));
}

/// What is left open of a date is no day of a clock.
#[test]
fn a_record_without_a_day_has_its_month() {
    let draft = crate::render(&crate::case("draft_smallest"));
    let file = Document::load_mem(&draft.to_pdf_with_data().unwrap()).unwrap();
    let dates: Vec<&[u8]> = file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok()?.dict.get(b"Params").ok()?.as_dict().ok())
        .map(|own| own.get(b"ModDate").unwrap().as_str().unwrap())
        .collect();
    let [date] = dates.as_slice() else { panic!("{dates:?}") };
    assert!(date.starts_with(b"D:20") && [6, 8].contains(&date.len()), "{date:?}");
}

#[test]
fn no_picture_of_a_signature_travels() {
    let case = crate::case("joint_images");
    assert!(case.contains("\"image\""));
    let document = crate::render(&case);
    let text = carried::record_of_pdf(&document.to_pdf_with_data().unwrap()).unwrap();
    assert!(!text.contains("\"image\"") && text.contains("\"capacity\""));
    assert!(document.record().to_string().contains("\"image\""));
    // It is a record still.
    crate::render(&text);
}

#[test]
fn a_file_that_others_wrote_again_gives_it() {
    let text = Notice::example().to_json().unwrap();
    let mut file = Document::load_mem(&notice()).unwrap();
    assert_eq!(carried::record_of_pdf(&saved(&mut file)).unwrap(), text);
    // An update behind it, as signing makes: the catalog anew.
    let before = notice();
    let catalog = file.catalog().unwrap().clone();
    let id = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let mut update =
        lopdf::IncrementalDocument::create_from(before.clone(), Document::load_mem(&before).unwrap());
    update.new_document.set_object(id, catalog);
    let mut updated = Vec::new();
    update.save_to(&mut updated).unwrap();
    assert!(updated.starts_with(&before));
    assert_eq!(carried::record_of_pdf(&updated).unwrap(), text);
    // Bytes of a mail before it.
    assert_eq!(carried::record_of_pdf(&[b"X-Mail: 1\r\n\r\n", before.as_slice()].concat()).unwrap(), text);
}

#[test]
fn a_file_without_a_record_says_so() {
    let usual = Renderer::new().render(&Notice::example()).unwrap().to_pdf().unwrap();
    assert_eq!(told(carried::record_of_pdf(&usual)), ABSENT);
    assert_eq!(told(carried::record_of_pdf(include_bytes!("../data/plain.pdf"))), ABSENT);
    assert_eq!(carried::strip_pdf(&usual).unwrap(), usual);
    let two = [deflated(b"{}".to_vec()), deflated(b"[]".to_vec())];
    assert_eq!(
        told(carried::record_of_pdf(&carrying(&two))),
        "lỗi: tệp PDF mang theo nhiều bản ghi, không rõ là của văn bản nào; hãy tách từng văn bản, hoặc xin tệp gốc [quy ước; \
         returned.no_record]"
    );
    assert_eq!(
        told(carried::record_of_pdf(&carrying(&[deflated(vec![0xff, 0xfe])]))),
        "lỗi: bản ghi kèm theo tệp PDF không đọc được; hãy xin tệp gốc hoặc bản ghi [quy ước; returned.no_record]"
    );
}

#[test]
fn what_cannot_be_read_is_told() {
    let whole = notice();
    for bytes in [&b""[..], b"%PDF-1.7\n", b"PK\x03\x04", &whole[..whole.len() / 2]] {
        assert_eq!(told(carried::record_of_pdf(bytes)), BROKEN);
        assert_eq!(told(carried::strip_pdf(bytes)), BROKEN);
    }
    for locked in [&include_bytes!("../data/locked_by_owner.pdf")[..], include_bytes!("../data/locked.pdf")] {
        assert_eq!(
            told(carried::record_of_pdf(locked)),
            "lỗi: tệp PDF có đặt mật khẩu hoặc bị khoá; hãy mở khoá, hoặc xin lại tệp [quy ước; returned.password]"
        );
    }
}

/// Bombs, rings and depths.
#[test]
fn what_takes_too_much_is_refused() {
    let small = carrying(&[deflated(vec![b' '; 16 << 20])]);
    assert_eq!(carried::record_of_pdf(&small).unwrap().len(), 16 << 20);
    let bomb = carrying(&[deflated(vec![b' '; (16 << 20) + 1])]);
    assert!(bomb.len() < 100_000);
    assert_eq!(told(carried::record_of_pdf(&bomb)), LARGE);
    // A tree of names that leads to itself, a list of objects before itself, arrays without an end.
    let catalog = |names: &str, trailer: &str| {
        let body = format!(
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>\nendobj\n2 0 obj\n{names}\nendobj\n"
        );
        let (first, second) = (body.find("1 0 obj").unwrap(), body.find("2 0 obj").unwrap());
        let at = body.len();
        format!(
            "{body}xref\n0 3\n0000000000 65535 f \n{first:010} 00000 n \n{second:010} 00000 n \ntrailer\n<</Size 3/Root 1 0 R{}>>\nstartxref\n{at}\n%%EOF",
            trailer.replace("HERE", &at.to_string())
        )
        .into_bytes()
    };
    assert_eq!(told(carried::record_of_pdf(&catalog("<</Names[]>>", "/Prev HERE"))), ABSENT);
    assert_eq!(told(carried::record_of_pdf(&catalog("2 0 R", ""))), BROKEN);
    assert_eq!(told(carried::record_of_pdf(&catalog("<</Kids[2 0 R 2 0 R 2 0 R]>>", ""))), LARGE);
    let deep = "[".repeat(200_000);
    assert_eq!(told(carried::record_of_pdf(&catalog(&deep, ""))), ABSENT);
}

/// Who strips a file reads all of it: four packed bombs that nothing leads to, each within its bound.
#[test]
fn a_file_of_many_bombs_is_not_stripped() {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = vec![0];
    let mut object = |text: String, content: &[u8]| {
        places.push(file.len());
        file.extend(text.bytes());
        file.extend(content);
        file.extend(b"\nendstream\nendobj\n");
    };
    let dictionaries = [
        "1 0 obj\n<</Names<</EmbeddedFiles<</Names[(a)2 0 R]>>>>/A(",
        "2 0 obj\n<</F(ban-ghi.json)/EF<</F 3 0 R>>/A(",
    ];
    dictionaries.iter().for_each(|text| object((*text).to_owned(), b")>>"));
    object("3 0 obj\n<</Length 2>>stream\n".to_owned(), b"{}");
    let bomb = deflated([b"99 0 null".to_vec(), vec![b' '; 15 << 20]].concat()).content;
    for id in 4..8 {
        let length = bomb.len();
        let own =
            format!("{id} 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length {length}>>stream\n");
        object(own, &bomb);
    }
    let list = file.len();
    file.extend(b"8 0 obj\n<</Type/XRef/Size 13/W[1 4 1]/Root 1 0 R/Length 78>>stream\n");
    let mut row = |kind: u8, place: usize| {
        file.push(kind);
        file.extend((place as u32).to_be_bytes());
        file.push(0);
    };
    row(0, 0);
    places[1..].iter().for_each(|&place| row(1, place));
    row(1, list);
    (4..8).for_each(|container| row(2, container));
    file.extend(format!("\nendstream\nendobj\nstartxref\n{list}\n%%EOF\n").bytes());
    assert_eq!(carried::record_of_pdf(&file).unwrap(), "{}");
    assert_eq!(told(carried::strip_pdf(&file)), LARGE);
}

#[test]
fn a_stripped_file_has_no_record_and_is_whole() {
    let renderer = Renderer::new().with_signature_fields(true);
    let document = renderer.render(&Decision::example()).unwrap();
    let with_data = document.to_pdf_with_data().unwrap();
    let stripped = carried::strip_pdf(&with_data).unwrap();
    assert_eq!(told(carried::record_of_pdf(&stripped)), ABSENT);
    assert_eq!(carried::strip_pdf(&stripped).unwrap(), stripped);
    let file = Document::load_mem(&stripped).unwrap();
    let catalog = file.catalog().unwrap();
    assert!(!catalog.has(b"AF") && !catalog.has(b"Names") && catalog.has(b"AcroForm"));
    let text = String::from_utf8_lossy(&stripped);
    assert!(text.contains("<pdfaid:part>2</pdfaid:part>") && !text.contains("<pdfaid:part>3"));
    // Nothing of it is left, packed or not.
    for object in file.objects.values() {
        let Ok(stream) = object.as_stream() else { continue };
        let plain = stream.get_plain_content().unwrap_or_default();
        assert!(!plain.starts_with(b"{\n  \"kind\""));
    }
    assert_eq!(file.get_pages().len(), document.page_count());
}

#[test]
fn a_signed_file_is_not_stripped() {
    let mut bytes = notice();
    bytes.extend_from_slice(b"% 9 0 obj <</Type/Sig/ByteRange[0 1 2 3]>> endobj\n");
    assert_eq!(
        told(carried::strip_pdf(&bytes)),
        "lỗi: tệp PDF đã được ký số, bỏ bản ghi kèm theo thì chữ ký không còn giá trị; hãy bỏ bản ghi trước khi ký [quy ước; \
         returned.signed]"
    );
}
