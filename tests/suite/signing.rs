//! Fields for digital signatures, and where number, date, signatures and seals stand.

use lopdf::{Dictionary, Document, Object, ObjectId};
use vanban::batch::{Batch, Volumes};
use vanban::kinds::{BallotPaper, Decision, Invitation, Resolution};
use vanban::parts::Signature;
use vanban::{FieldPosition, Positions, Record, Renderer};

use crate::archive::{dictionary, text};

fn with_fields(record: &dyn Record) -> vanban::Document {
    Renderer::new().with_signature_fields(true).render(record).unwrap()
}

fn of_case(name: &str) -> Positions {
    crate::render(&crate::case(name)).positions()
}

fn names(fields: &[FieldPosition]) -> Vec<&str> {
    fields.iter().map(|field| field.field.as_str()).collect()
}

fn titles(fields: &[FieldPosition]) -> Vec<&str> {
    fields.iter().map(|field| field.title.as_str()).collect()
}

/// The fields of a file: their names and their dictionaries.
fn fields(file: &Document) -> Vec<(String, ObjectId, Dictionary)> {
    let Ok(form) = file.catalog().unwrap().get(b"AcroForm") else { return Vec::new() };
    let form = dictionary(file, form);
    let all = form.get(b"Fields").unwrap().as_array().unwrap();
    let field = |object: &Object| {
        let own = dictionary(file, object).clone();
        (text(own.get(b"T").unwrap()), object.as_reference().unwrap(), own)
    };
    all.iter().map(field).collect()
}

fn loaded(document: &vanban::Document) -> Document {
    Document::load_mem(&document.to_pdf().unwrap()).unwrap()
}

#[test]
fn a_paper_has_no_fields_unless_they_are_asked_for() {
    let file = loaded(&Renderer::new().render(&Decision::example()).unwrap());
    assert!(!file.catalog().unwrap().has(b"AcroForm"));
    for page in file.get_pages().into_values() {
        assert!(!file.get_dictionary(page).unwrap().has(b"Annots"));
    }
}

/// Each of the objects that PDF/A, PDF/UA and programs that sign ask for.
#[test]
fn each_field_is_whole_and_tagged() {
    let file = loaded(&with_fields(&Decision::example()));
    let catalog = file.catalog().unwrap();
    let form = dictionary(&file, catalog.get(b"AcroForm").unwrap());
    assert_eq!(form.get(b"SigFlags").unwrap(), &Object::Integer(1));
    assert!(!form.has(b"NeedAppearances") && !form.has(b"XFA"));
    let fields = fields(&file);
    let said: Vec<(&str, String)> =
        fields.iter().map(|(name, _, own)| (name.as_str(), text(own.get(b"TU").unwrap()))).collect();
    let seal = "Dấu, chữ ký số của Đảng uỷ Viện kiểm sát nhân dân thành phố Cần Thơ";
    assert_eq!(said, [("ChuKy_1", "Chữ ký số của Nguyễn Văn An".to_owned()), ("Dau", seal.to_owned())]);
    let root = dictionary(&file, catalog.get(b"StructTreeRoot").unwrap());
    let parents = dictionary(&file, root.get(b"ParentTree").unwrap());
    let numbers = parents.get(b"Nums").unwrap().as_array().unwrap();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let last = *pages.last().unwrap();
    for (index, (_, id, own)) in fields.iter().enumerate() {
        let name = |key: &[u8]| own.get(key).unwrap().as_name().unwrap().to_vec();
        assert_eq!((name(b"Subtype"), name(b"FT")), (b"Widget".to_vec(), b"Sig".to_vec()));
        assert_eq!(own.get(b"F").unwrap(), &Object::Integer(4));
        for absent in [&b"A"[..], b"AA", b"V", b"Parent"] {
            assert!(!own.has(absent));
        }
        let look = own.get(b"AP").unwrap().as_dict().unwrap();
        assert_eq!(look.len(), 1);
        let (_, look) = file.dereference(look.get(b"N").unwrap()).unwrap();
        assert_eq!(look.as_stream().unwrap().dict.get(b"Subtype").unwrap().as_name().unwrap(), b"Form");
        assert_eq!(own.get(b"P").unwrap().as_reference().unwrap(), last);
        let key = own.get(b"StructParent").unwrap().as_i64().unwrap();
        assert_eq!(key, (pages.len() + index) as i64);
        let at = numbers.iter().step_by(2).position(|number| number.as_i64().unwrap() == key).unwrap();
        let element_id = numbers[2 * at + 1].as_reference().unwrap();
        let element = file.get_dictionary(element_id).unwrap();
        assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Form");
        assert_eq!(element.get(b"Alt").unwrap(), own.get(b"TU").unwrap());
        // The reference itself, not an array of one.
        let reference = element.get(b"K").unwrap().as_dict().unwrap();
        assert_eq!(reference.get(b"Type").unwrap().as_name().unwrap(), b"OBJR");
        assert_eq!(reference.get(b"Obj").unwrap().as_reference().unwrap(), *id);
        let parent = dictionary(&file, element.get(b"P").unwrap());
        assert_eq!(parent.get(b"S").unwrap().as_name().unwrap(), b"Div");
        assert!(parent.get(b"K").unwrap().as_array().unwrap().contains(&element_id.into()));
    }
    assert_eq!(root.get(b"ParentTreeNextKey").unwrap().as_i64().unwrap(), (pages.len() + 2) as i64);
    let page = file.get_dictionary(last).unwrap();
    assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
    assert_eq!(page.get(b"Annots").unwrap().as_array().unwrap().len(), 2);
}

#[test]
fn a_field_stands_where_the_positions_say() {
    let document = with_fields(&Decision::example());
    let positions = document.positions();
    let all: Vec<&FieldPosition> = positions.signatures.iter().chain(&positions.seals).collect();
    for ((name, _, own), field) in fields(&loaded(&document)).iter().zip(all) {
        let corners = own.get(b"Rect").unwrap().as_array().unwrap();
        let corners: Vec<f64> = corners.iter().map(|corner| corner.as_float().unwrap().into()).collect();
        assert_eq!(name, &field.field);
        let at = field.at;
        for (drawn, said) in corners.iter().zip([at.left, at.bottom, at.right, at.top]) {
            assert!((drawn - said).abs() < 0.01, "{name}: {drawn} {said}");
        }
    }
}

/// 05-HD/VPTW II.I.8: over the left third of the signature, below the position and above the name.
#[test]
fn the_seal_lies_over_the_left_third_of_the_signature() {
    let document = Renderer::new().render(&Decision::example()).unwrap();
    let Positions { signatures, seals, .. } = document.positions();
    let (signature, seal) = (signatures[0].at, seals[0].at);
    let third = (signature.right - signature.left) / 3.0;
    assert!((seal.right - signature.left - third).abs() < 0.02);
    assert!(seal.left < signature.left && seal.bottom < signature.bottom && seal.top > signature.top);
    // Square, and between the position and the name: 80 points.
    assert!((seal.right - seal.left - 80.0).abs() < 0.02 && (seal.top - seal.bottom - 80.0).abs() < 0.02);
}

/// The backs of sheets have their margins on the other side: what lies on them moves along.
#[test]
fn on_the_back_of_a_sheet_a_field_stands_with_its_column() {
    let renderer = Renderer::new();
    let plain = renderer.render(&Decision::example()).unwrap().positions();
    let both = renderer.with_two_sided(true).render(&Decision::example()).unwrap().positions();
    let [Some(before), Some(after)] = [plain, both].map(|all| all.signatures.first().map(|own| own.at))
    else {
        panic!("nobody signs")
    };
    assert_eq!((before.page, after.page), (2, 2));
    // 30 mm at the left become 15.
    let moved = (before.left - after.left) / 72.0 * 25.4;
    assert!((moved - 15.0).abs() < 0.1, "{moved}");
}

#[test]
fn number_and_date_are_framed_where_they_are_printed() {
    let document = Renderer::new().render(&Resolution::example()).unwrap();
    let pages = document.to_text(vanban::Stage::Pages).unwrap();
    let Positions { number, date, .. } = document.positions();
    for (at, begins) in [(number.unwrap(), "Số 05"), (date.unwrap(), ", ngày")] {
        let run = pages.lines().find(|line| line.contains(begins)).unwrap();
        let mut figures = run.split_whitespace();
        let mut figure = || figures.next().unwrap().parse::<f64>().unwrap();
        let (x, baseline) = (figure(), 841.9 - figure());
        assert_eq!(at.page, 1);
        assert!((at.left - x).abs() < 0.02 && at.right > x + 50.0, "{run}");
        assert!(at.bottom < baseline && baseline + 9.0 < at.top && at.top - at.bottom < 20.0, "{at:?} {run}");
    }
}

/// II.I.8.1.2, II.I.7.1.4e.
#[test]
fn the_seal_stands_where_a_body_has_one() {
    let seals = |name: &str| of_case(name).seals.into_iter().map(|seal| seal.title).collect::<Vec<_>>();
    // A chi bộ has none, nor has who signs a form for himself.
    for name in ["minutes_regular", "resolution_monthly", "evaluation_self", "opinion_full"] {
        assert_eq!(seals(name), [""; 0], "{name}");
    }
    assert_eq!(names(&of_case("minutes_committee").signatures), ["ChuKy_1", "ChuKy_2"]);
    // That of a committee is sealed, the chair's signature.
    let minutes = crate::case("minutes_committee").replace("Chi bộ thôn Triều Khúc", "Đảng uỷ xã Triều Khúc");
    let Positions { signatures, seals: own, .. } = crate::render(&minutes).positions();
    assert_eq!(titles(&own), ["Dấu, chữ ký số của Đảng uỷ xã Triều Khúc"]);
    assert!(own[0].at.right < signatures[0].at.right && own[0].at.left > signatures[1].at.right);
    // What is confirmed is not sealed: the confirmation is.
    let Positions { signatures, seals, .. } = of_case("confirmation");
    let confirming = signatures.last().unwrap().at;
    assert_eq!(seals.len(), 1);
    assert!(seals[0].at.bottom < confirming.bottom && seals[0].at.top > confirming.top);
}

#[test]
fn who_signs_by_order_of_a_committee_has_its_seal() {
    let mut paper = Resolution::example();
    let order = Signature::by_order_of("Đảng uỷ phường Bình An", "Bí thư Chi bộ", "Lê Thị Hoa");
    assert_eq!(Renderer::new().render(&paper).unwrap().positions().seals, []);
    paper.paper.signature = Some(order);
    let Ok(document) = Renderer::new().render(&paper) else { return };
    assert_eq!(titles(&document.positions().seals), ["Dấu, chữ ký số của Đảng uỷ phường Bình An"]);
}

#[test]
fn every_body_of_a_joint_paper_seals_its_own_signature() {
    let Positions { signatures, seals, .. } = of_case("joint");
    let count = signatures.len();
    assert!(count >= 2);
    assert_eq!(names(&signatures)[..2], ["ChuKy_1", "ChuKy_2"]);
    assert_eq!(names(&seals)[..2], ["Dau", "Dau_2"]);
    assert_eq!(seals.len(), count);
}

#[test]
fn who_is_not_named_has_a_field_too() {
    let mut paper = Decision::example();
    paper.paper.signature = paper.paper.signature.map(Signature::unnamed);
    paper.paper.draft = Some(1);
    paper.paper.number = None;
    let document = with_fields(&paper);
    assert_eq!(titles(&document.positions().signatures), ["Chữ ký số của Bí thư"]);
    assert_eq!(fields(&loaded(&document)).len(), 2);
}

#[test]
fn several_copies_and_volumes_have_no_fields() {
    let one = Invitation::example();
    let mut guest = one.clone();
    guest.addressees.truncate(1);
    assert_eq!(names(&with_fields(&guest).positions().signatures), ["ChuKy_1"]);
    for record in [&BallotPaper::example() as &dyn Record, &one] {
        let document = with_fields(record);
        assert_eq!(document.positions().signatures, []);
        assert_eq!(fields(&loaded(&document)).len(), 0);
    }
    let renderer = Renderer::new().with_signature_fields(true);
    let mut bytes = Vec::new();
    let mut volumes = Volumes::new(|volume| {
        bytes = volume.bytes;
        Ok(())
    });
    Batch::new(&renderer).formats(&[]).run([Decision::example()], &mut volumes).unwrap();
    volumes.finish().unwrap();
    assert_eq!(fields(&Document::load_mem(&bytes).unwrap()).len(), 0);
}

/// Who copies signs the copy; pages of a PDF that are copied carry no fields.
#[test]
fn a_copy_has_the_fields_of_who_copies() {
    let renderer = Renderer::new().with_signature_fields(true);
    let copy = vanban::kinds::CertifiedCopy::example();
    let document = renderer.copy_of(&Decision::example(), &copy).unwrap();
    let own = document.positions();
    let who = copy.signature.name.as_ref().unwrap().to_string();
    assert_eq!(titles(&own.signatures), [format!("Chữ ký số của {who}")]);
    assert_eq!(names(&own.seals), ["Dau"]);
    assert_eq!(own.signatures[0].at.page, document.page_count());
    let pdf = renderer.render(&Decision::example()).unwrap().to_pdf().unwrap();
    let behind = Document::load_mem(&renderer.copy_of_pdf(&pdf, &copy).unwrap()).unwrap();
    // Those of the original stay, since its bytes do; the page behind has none.
    let pages: Vec<ObjectId> = behind.get_pages().into_values().collect();
    assert!(!behind.get_dictionary(*pages.last().unwrap()).unwrap().has(b"Annots"));
}

#[test]
fn positions_are_json() {
    let positions = Renderer::new().render(&Decision::example()).unwrap().positions();
    let json = serde_json::to_value(&positions).unwrap();
    assert_eq!(json["number"]["page"], 1);
    assert_eq!(json["signatures"][0]["field"], "ChuKy_1");
    for key in ["title", "page", "left", "bottom", "right", "top"] {
        assert!(!json["seals"][0][key].is_null(), "{key}");
    }
    assert!(serde_json::to_value(of_case("opinion_full")).unwrap()["number"].is_null());
}
