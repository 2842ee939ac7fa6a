//! Pictures: what is refused and in which words, what reaches the files, and that nothing of them is
//! taken for text.

use serde_json::{Value, json};
use vanban::batch::{Volume, Volumes};
use vanban::kinds::Resolution;
use vanban::parts::{Picture, Png};
use vanban::{AnyRecord, Renderer, Stage};

use crate::checklist::docx::Docx;

const SIGNATURE: &[u8] = include_bytes!("../../examples/data/signature.png");
const EMBLEM: &[u8] = include_bytes!("../../examples/data/emblem.png");

/// The complete example, signed with a picture of these bytes.
fn signed(bytes: &[u8]) -> Resolution {
    let mut record = Resolution::example();
    record.paper.signature.as_mut().unwrap().image = Some(Picture::new(Png::new(bytes)));
    record
}

fn problems(record: &Resolution) -> Vec<String> {
    crate::renderer().check(record).iter().map(ToString::to_string).collect()
}

/// Asserts what a signature's picture of these bytes is refused with.
#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let record = signed(bytes);
    assert_eq!(problems(&record), [expected]);
    let stops = expected.starts_with("lỗi");
    assert_eq!(crate::renderer().render(&record).is_err(), stops);
}

/// A PNG of `side` pixels a side, in one colour.
fn square(side: u32, colour: [u8; 4]) -> Vec<u8> {
    let samples = colour.repeat((side * side) as usize);
    encoded(side, side, &samples)
}

/// As [`square`], with a clear border of one pixel.
fn framed(colour: [u8; 4]) -> Vec<u8> {
    let clear = [colour[0], colour[1], colour[2], 0];
    let rows = [[clear; 4], [clear, colour, colour, clear], [clear; 4]];
    encoded(4, 3, rows.as_flattened().as_flattened())
}

fn encoded(width: u32, height: u32, samples: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(samples).unwrap();
    file
}

#[test]
fn a_signature_that_is_not_by_the_rule_is_refused() {
    assert_eq!(problems(&signed(SIGNATURE)), Vec::<String>::new());
    refused(
        b"\xff\xd8\xff\xe0 JPEG",
        "lỗi: signature.image.png (tệp ảnh): tệp không phải ảnh PNG; hãy lưu lại ảnh thành tệp .png \
         [05-HD/VPTW II.I.7.2.2; picture.not_png]",
    );
    refused(
        &SIGNATURE[..SIGNATURE.len() - 1],
        "lỗi: signature.image.png (tệp ảnh): ảnh PNG bị hỏng hoặc bị cắt cụt; hãy xuất lại ảnh \
         [05-HD/VPTW II.I.7.2.2; picture.broken]",
    );
    refused(
        &vec![0; 3_000_000],
        "lỗi: signature.image.png: tệp ảnh có 3.000.000 byte, quá 2.097.152 byte (2 MB); hãy thu nhỏ ảnh \
         [05-HD/VPTW II.I.7.2.2; picture.too_many_bytes]",
    );
    refused(
        &square(2001, [0, 0, 200, 0]),
        "lỗi: signature.image.png (tệp ảnh): ảnh có 2.001 × 2.001 điểm ảnh, quá 2.000 điểm ảnh một chiều; hãy thu nhỏ ảnh \
         [05-HD/VPTW II.I.7.2.2; picture.too_many_pixels]",
    );
    refused(
        &square(4, [0, 0, 200, 255]),
        "lỗi: signature.image.png (tệp ảnh): nền của ảnh chữ ký không trong suốt; hãy xoá nền rồi lưu lại thành tệp .png \
         [05-HD/VPTW II.I.7.2.2; signature.image_opaque]",
    );
    refused(
        &square(4, [0, 0, 200, 0]),
        "lỗi: signature.image.png (tệp ảnh): ảnh trong suốt hoàn toàn, không có nét nào \
         [05-HD/VPTW II.I.7.2.2; picture.blank]",
    );
    refused(
        &framed([20, 20, 20, 255]),
        "cảnh báo: signature.image.png (tệp ảnh): chữ ký trong ảnh không phải màu xanh \
         [05-HD/VPTW II.I.7.2.2; signature.image_not_blue]",
    );
    let mut animated = Vec::new();
    let mut encoder = png::Encoder::new(&mut animated, 1, 1);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_animated(1, 0).unwrap();
    encoder.write_header().unwrap().write_image_data(&[0, 0, 200, 9]).unwrap();
    refused(
        &animated,
        "lỗi: signature.image.png (tệp ảnh): ảnh PNG là ảnh động; hãy dùng ảnh tĩnh \
         [05-HD/VPTW II.I.7.2.2; picture.animated]",
    );
}

#[test]
fn a_draft_is_not_signed_yet() {
    let mut record = signed(SIGNATURE);
    (record.paper.number, record.paper.draft) = (None, Some(1));
    assert_eq!(
        problems(&record),
        ["cảnh báo: signature.image (ảnh chữ ký): bản dự thảo chưa được ký; hãy bỏ ảnh chữ ký \
          [05-HD/VPTW II.I.7.2.2; signature.image_on_draft]"]
    );
}

#[test]
fn every_signature_is_checked() {
    let mut record: Value = serde_json::from_str(&crate::case("joint_images")).unwrap();
    let second = &mut record["joint_signatures"][1]["image"];
    *second = json!({"png": "aGVsbG8="});
    let mut confirmed: Value = serde_json::from_str(&crate::case("confirmation")).unwrap();
    confirmed["confirmation"]["signature"]["image"] = json!({"png": "aGVsbG8="});
    for (record, path) in
        [(record, "joint_signatures[1].image.png"), (confirmed, "confirmation.signature.image.png")]
    {
        let record = AnyRecord::from_json(&record.to_string()).unwrap();
        let found = crate::renderer().check(&record);
        let found: Vec<_> =
            found.iter().filter(|problem| problem.code == "picture.not_png").map(|p| &p.path).collect();
        assert_eq!(found, [path]);
    }
}

#[test]
fn an_emblem_needs_its_text_and_is_no_part_of_a_paper() {
    let mut record = Resolution::example();
    record.paper.marks.emblem = Some(Picture::new(Png::new(EMBLEM)));
    assert_eq!(
        problems(&record),
        [
            "cảnh báo: marks.emblem (biểu trưng): thể thức văn bản của Đảng không có biểu trưng; hãy bỏ, trừ khi cơ quan có quy \
             định riêng [05-HD/VPTW II.I; marks.emblem]",
            "lỗi: marks.emblem.alternative_text (văn bản thay thế): ảnh chưa có văn bản thay thế cho người đọc không nhìn thấy ảnh, ví \
             dụ “Biểu trưng của Chi bộ” [quy ước; picture.no_alternative_text]",
        ]
    );
    // It need not be blue, nor clear.
    record.paper.marks.emblem = Some(Picture {
        png: Png::new(square(4, [200, 0, 0, 255])),
        alternative_text: Some("Hình vuông đỏ".into()),
    });
    let codes: Vec<&str> = crate::renderer().check(&record).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["marks.emblem"]);
}

#[test]
fn what_is_no_base64_has_not_the_records_shape() {
    for (png, why) in [
        ("aGVsb G8=", "ký tự thứ 6 không thuộc base64"),
        ("aGVsb", "thiếu ký tự ở cuối"),
        ("aGVsbG9=", "ký tự cuối không đúng"),
        ("aGVsbG8", "thiếu dấu “=” ở cuối"),
    ] {
        let mut record: Value = serde_json::from_str(&crate::case("signature_image")).unwrap();
        record["signature"]["image"]["png"] = json!(png);
        let told = AnyRecord::from_json(&record.to_string()).unwrap_err().problems()[0].clone();
        assert_eq!(
            (told.code, told.path.to_string().as_str()),
            ("shape.no_such_value", "signature.image.png")
        );
        assert_eq!(
            told.message,
            format!("dữ liệu ảnh không đúng dạng base64: {why}; hãy mã hoá lại tệp ảnh")
        );
    }
    let mut record: Value = serde_json::from_str(&crate::case("signature_image")).unwrap();
    record["signature"]["image"]["png"] = json!("aGVsb G8=");
    assert_eq!(
        AnyRecord::from_json(&record.to_string()).unwrap_err().to_string(),
        "lỗi: signature.image.png (tệp ảnh): dữ liệu ảnh không đúng dạng base64: ký tự thứ 6 không thuộc base64; hãy mã hoá lại tệp \
         ảnh [quy ước; shape.no_such_value]"
    );
}

/// The picture's bytes are no text: nothing is found in them, and the templates do not get them.
#[test]
fn a_picture_is_no_text() {
    let record = signed(SIGNATURE);
    let wording = |path: &str| format!("<p>{{{{signature.name}}}} {{{{{path}}}}}.</p>");
    let renderer = |path| Renderer::new().with_wording("resolution", &wording(path)).unwrap();
    let said = renderer("signature.image.alternative_text");
    let mut named = record.clone();
    let image = named.paper.signature.as_mut().unwrap().image.as_mut().unwrap();
    image.alternative_text = Some("Chữ  ký".into());
    assert!(said.render(&named).unwrap().words().contains("Chữ ký."));
    assert!(renderer("signature.image.png").render(&record).is_err());
    // In the words of a paper a picture is nothing.
    let words = |record: &Resolution| crate::renderer().render(record).unwrap().words();
    assert_eq!(words(&record), words(&Resolution::example()));
}

#[test]
fn the_docx_holds_each_picture_once_with_its_text() {
    let document = crate::render(&crate::case("joint_images"));
    let docx = document.to_docx().unwrap();
    let read = Docx::read(&docx).unwrap();
    let shown: Vec<&str> = read
        .paragraphs
        .iter()
        .flat_map(|one| &one.pictures)
        .map(|picture| picture.relation.as_str())
        .collect();
    // The signature that stands at the left comes first.
    assert_eq!(shown, ["picture1", "picture2", "picture2", "picture2"]);
    assert_eq!(read.pictures.keys().filter(|relation| relation.starts_with("picture")).count(), 2);
    // These files hold nothing but the picture, so they are what was given.
    assert_eq!(read.pictures["picture2"], SIGNATURE);
    let text = document.to_text(Stage::Docx).unwrap();
    let properties: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with("wp:docPr")).collect();
    assert_eq!(
        properties,
        [
            "wp:docPr id=\"1\" name=\"Picture 1\" descr=\"Biểu trưng: quyển sách mở\"",
            "wp:docPr id=\"2\" name=\"Picture 2\" descr=\"Chữ ký điện tử của đồng chí Trần Văn Bình\"",
            "wp:docPr id=\"3\" name=\"Picture 3\" descr=\"Chữ ký của Nguyễn Văn An\"",
            "wp:docPr id=\"4\" name=\"Picture 4\" descr=\"Chữ ký điện tử của đồng chí Lê Thị Chi\"",
        ]
    );
}

/// The signature of the second paper is another block on another page, and the same object.
#[test]
fn in_a_volume_every_picture_keeps_its_place() {
    let mut bound = Vec::new();
    let mut volumes = Volumes::new(|volume: Volume| {
        bound.push(volume.bytes);
        Ok(())
    });
    let document = crate::renderer().render(&signed(SIGNATURE)).unwrap();
    for number in [1, 2] {
        volumes.add(number, &document).unwrap();
    }
    volumes.finish().unwrap();
    let file = lopdf::Document::load_mem(&bound[0]).unwrap();
    let dictionaries = || file.objects.values().filter_map(|object| object.as_dict().ok());
    let is = |one: &lopdf::Dictionary, tag: &[u8]| {
        one.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|name| name == tag)
    };
    let pages: Vec<lopdf::ObjectId> = file.get_pages().into_values().collect();
    let mut places: Vec<(usize, bool)> = dictionaries()
        .filter(|one| is(one, b"Figure"))
        .map(|figure| {
            let page = figure.get(b"Pg").unwrap().as_reference().unwrap();
            let layout = crate::archive::dictionary(&file, figure.get(b"A").unwrap());
            (pages.iter().position(|&one| one == page).unwrap(), layout.has(b"BBox"))
        })
        .collect();
    places.sort_unstable();
    assert_eq!(places, [(2, true), (5, true)]);
    let images = file.objects.values().filter_map(|object| object.as_stream().ok());
    assert_eq!(images.filter(|stream| stream.dict.has(b"SMask")).count(), 1);
}

/// On the back of a sheet the text moves to the binding's other side, and pictures with it.
#[test]
fn pictures_move_with_the_text_of_the_back() {
    let record = AnyRecord::from_json(&crate::case("joint_images")).unwrap();
    let second = |renderer: &Renderer| -> Vec<f64> {
        let pages = renderer.render(&record).unwrap().to_text(Stage::Pages).unwrap();
        let page = pages.split("page ").nth(2).unwrap();
        let lines = page.lines().skip(1).map(|line| line.trim().trim_start_matches("picture "));
        lines.map(|line| line.split(' ').next().unwrap().parse().unwrap()).collect()
    };
    let (front, back) = (second(crate::renderer()), second(&Renderer::new().with_two_sided(true)));
    assert_eq!(front.len(), back.len());
    // 30 mm against 15 mm.
    for (front, back) in front.iter().zip(&back) {
        assert!((front - back - 42.5).abs() < 0.1, "{front} {back}");
    }
}
