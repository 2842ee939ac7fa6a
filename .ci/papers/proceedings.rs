//! Volumes for the judges. Of records alone: into `target/out/proceedings`, as DOCX and PDF like any paper. With the PDFs of
//! others, where no standard is claimed: into `target/volumes`, `NAME.pdf` and `NAME.docx`, the bound files beside them as
//! `NAME.PLACE.pdf`, by their place among the papers, from 1. `.ci/volumes.py` reads both kinds.
//!
//! `cargo run --example proceedings`

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vanban::kinds::{AnyRecord, BoundPaper, Proceedings, Resolution};
use vanban::profile::ProfileId;
use vanban::{Bound, Document, Profile, Renderer};

#[path = "../../examples/common/mod.rs"]
mod common;

const BOUND: &str = "target/volumes";
/// Titles and authors of the volume of a real meeting; the text below them is invented.
const PAPERS: [(&str, &str); 5] = [
    ("thực hiện quy định về trách nhiệm nêu gương của cán bộ, đảng viên", "Chi bộ Phòng Công tác ĐBQH"),
    (
        "công tác tuyên truyền, giáo dục rèn luyện phong cách làm việc khoa học, cụ thể, sâu sát cơ sở cho đội ngũ cán bộ, đảng viên",
        "Chi bộ Phòng Nghiệp vụ Pháp chế",
    ),
    (
        "siết chặt kỷ luật, kỷ cương, thực hiện nghiêm các nguyên tắc của Đảng, xử lý kịp thời, chính xác đảng viên vi phạm",
        "Chi bộ Phòng Nghiệp vụ Kinh tế - Ngân sách",
    ),
    (
        "tăng cường kiểm tra, giám sát của Đảng để góp phần ngăn chặn, đẩy lùi sự suy thoái, “tự diễn biến”, “tự chuyển hoá”",
        "Chi bộ Phòng Nghiệp vụ Văn hóa - Xã hội",
    ),
    (
        "đổi mới nội dung, hình thức để nâng cao chất lượng sinh hoạt chi bộ; tự phê bình và phê bình, khắc phục tình trạng nể nang, ngại va chạm trong sinh hoạt chi bộ",
        "Chi bộ Phòng Tổng hợp và Thông tin - Dân nguyện",
    ),
];
const SENTENCES: [&str; 4] = [
    "Chi bộ xác định đây là nhiệm vụ thường xuyên, gắn với việc thực hiện nghị quyết của đảng uỷ và kế hoạch công tác năm",
    "Mỗi đảng viên căn cứ chức trách được giao để đăng ký việc làm cụ thể, có thời hạn, có người theo dõi và có kết quả kiểm tra",
    "Cấp uỷ phân công đồng chí phụ trách từng nội dung, định kỳ hằng tháng nghe báo cáo và cho ý kiến chỉ đạo ngay trong kỳ sinh hoạt",
    "Những hạn chế đã nêu được phân tích rõ nguyên nhân, làm rõ trách nhiệm và đề ra thời hạn khắc phục",
];
const HEADINGS: [&str; 4] = ["Cơ sở của vấn đề", "Thực trạng", "Giải pháp", "Đề xuất, kiến nghị"];

/// Four sentences, beginning with another one each time.
fn paragraph(from: usize) -> String {
    let sentences: Vec<&str> = (0..4).filter_map(|step| SENTENCES.get((from + step) % 4).copied()).collect();
    sentences.join(". ") + "."
}

/// A paper of four headings, each with so many paragraphs.
fn paper(renderer: &Renderer, place: usize, paragraphs: usize) -> Result<AnyRecord, Box<dyn Error>> {
    let (title, author) = PAPERS[place];
    let section = |(at, heading): (usize, &&str)| {
        let text: Vec<String> = (0..paragraphs).map(|step| paragraph(place + at + step)).collect();
        json!({ "heading": heading, "paragraphs": text })
    };
    let record = json!({
        "kind": "discussion_paper",
        "issuer": { "superior": "Đảng bộ cơ quan Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "name": author },
        "place": "Bình Giang",
        "date": "26/12/2026",
        "subject": title,
        "salutation": ["Kính thưa các đồng chí!"],
        "sections": HEADINGS.iter().enumerate().map(section).collect::<Vec<Value>>(),
        "signature": { "capacity": "direct", "position": "Người trình bày", "name": "Bùi Văn Bình" },
    });
    Ok(renderer.read(&record.to_string())?)
}

/// What is bound: a record, or a file.
enum Paper {
    Record(AnyRecord),
    Pdf(Vec<u8>),
}

/// The volume of that meeting, of these papers; a PDF has its title from here.
fn volume(renderer: &Renderer, papers: &[Paper]) -> Result<Document, Box<dyn Error>> {
    let entry = |(paper, (title, author)): (&Paper, (&str, &str))| {
        let own = BoundPaper::new().author(author);
        if matches!(paper, Paper::Pdf(_)) { own.title(format!("Bài gửi đến: {title}")) } else { own }
    };
    let record = json!({
        "issuer": {
            "superior": "Đảng bộ Khối các cơ quan tỉnh",
            "name": "Đảng uỷ cơ quan Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        },
        "place": "Bình Giang",
        "date": "26/12/2026",
        "subject": "Các tham luận tại buổi sinh hoạt chuyên đề “Xây dựng và chỉnh đốn Đảng; khắc phục tình trạng suy thoái về tư tưởng, đạo đức, lối sống, biểu hiện “tự diễn biến”, “tự chuyển hoá” trong nội bộ”",
        "foreword": (0..3).map(paragraph).collect::<Vec<String>>(),
        "editors": "Ban Biên tập",
        "papers": papers.iter().zip(PAPERS).map(entry).collect::<Vec<BoundPaper>>(),
    });
    let bound: Vec<Bound<'_>> = papers
        .iter()
        .map(|paper| match paper {
            Paper::Record(record) => Bound::Record(record),
            Paper::Pdf(bytes) => Bound::Pdf(bytes),
        })
        .collect();
    Ok(renderer.bind(&Proceedings::from_value(record)?, &bound)?)
}

/// A file whose pages lie on their side.
fn turned(file: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut file = lopdf::Document::load_mem(file)?;
    for page in file.get_pages().into_values() {
        file.get_object_mut(page)?.as_dict_mut()?.set("Rotate", 270);
    }
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

fn main() -> Result<(), Box<dyn Error>> {
    let out = "target/out/proceedings";
    let (renderer, older) = (Renderer::new(), Renderer::new().with_profile(Profile::named(ProfileId::Hd36)));
    let two_sided = Renderer::new().with_two_sided(true);
    let records = |renderer: &Renderer, paragraphs: usize| -> Result<Vec<Paper>, Box<dyn Error>> {
        (0..PAPERS.len()).map(|place| paper(renderer, place, paragraphs).map(Paper::Record)).collect()
    };
    // Some sixty pages.
    common::write(out, "ky-yeu-05", &volume(&renderer, &records(&renderer, 17)?)?)?;
    common::write(out, "ky-yeu-36", &volume(&older, &records(&older, 3)?)?)?;
    // Its empty pages stand inside one row of numbers, which the judges of single papers do not know.
    common::write(BOUND, "ky-yeu-records-two-sided", &volume(&two_sided, &records(&two_sided, 4)?)?)?;

    let resolution = renderer.render(&Resolution::example())?.to_pdf()?;
    let plain = include_bytes!("../../tests/data/plain.pdf");
    let files = [(2, resolution), (3, plain.to_vec()), (5, turned(plain)?)];
    fs::create_dir_all(BOUND)?;
    for (name, renderer) in [("ky-yeu", &renderer), ("ky-yeu-two-sided", &two_sided)] {
        let file = |extension: &str| Path::new(BOUND).join(format!("{name}.{extension}"));
        let mut papers = records(renderer, 4)?;
        for (place, bytes) in &files {
            papers[place - 1] = Paper::Pdf(bytes.clone());
            fs::write(file(&format!("{place}.pdf")), bytes)?;
        }
        let document = volume(renderer, &papers)?;
        fs::write(file("docx"), document.to_docx()?)?;
        fs::write(file("pdf"), document.to_pdf()?)?;
        println!("{BOUND}/{name}");
    }
    Ok(())
}
