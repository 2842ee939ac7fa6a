//! From a forum to the papers that follow from it: minutes, drafts, comments, the adopted and the issued
//! resolution. Each paper is written at each state.

use std::{fs, path::Path};

use vanban::chain::{Draft, Issued};
use vanban::{Comment, Given, Minutes, PaperDate, Record, Renderer, Signature, Vote};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let minutes = Minutes::example();
    write(&renderer, "1-minutes", &minutes)?;

    let draft = Draft::from_minutes(&minutes)?
        .with_abstract("về thực hiện trách nhiệm nêu gương, đổi mới, phát huy ý chí tự lực, tự cường")
        .with_recipients(vec!["Các đảng viên Chi bộ".into(), "Lưu Chi bộ".into()]);
    write(&renderer, "2-draft-1", draft.record())?;

    let commented = draft.collect(vec![Comment {
        from: "Tập thể Phòng 9".into(),
        content: "Phần II, mục 3: nêu rõ mỗi quý tổ chức ít nhất một buổi trao đổi nghiệp vụ.".into(),
        accepted: Some("Đã bổ sung vào mục II.3.".into()),
        explained: None,
    }]);
    write(&renderer, "3-comments", commented.table())?;

    let draft = commented.next()?;
    let mut sections = draft.record().sections.clone();
    sections[1].items[2].paragraphs.push("Mỗi quý tổ chức ít nhất một buổi trao đổi nghiệp vụ.".into());
    let draft = draft.with_sections(sections);
    write(&renderer, "4-draft-2", draft.record())?;

    let given = Given::Value;
    let (entitled, present, in_favour) = (given(14), given(13), given(13));
    let adopted =
        draft.adopt(Vote { entitled, present, in_favour, against: given(0), abstained: given(0) })?;
    write(&renderer, "5-adopted", adopted.record())?;

    let date = PaperDate { day: Some(given(10)), month: Some(given(6)), year: 2022 };
    let issued: Issued = adopted.issue(given(5), date, signature()?)?;
    write(&renderer, "6-issued", issued.record())
}

fn signature() -> Result<Signature, serde_json::Error> {
    serde_json::from_str(
        r#"{"capacity": "on_behalf_of", "body": "Chi bộ", "position": "Phó bí thư", "name": "Đặng Thị Thanh Hoằng"}"#,
    )
}

fn write<R: Record>(renderer: &Renderer, name: &str, record: &R) -> Result<(), Box<dyn std::error::Error>> {
    let file = Path::new("target/out/forum_chain").join(name);
    fs::create_dir_all(file.with_file_name(""))?;
    let document = renderer.render(record)?;
    document.warnings().iter().for_each(|warning| println!("{name}: {warning}"));
    fs::write(file.with_extension("docx"), document.to_docx()?)?;
    fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
    fs::write(file.with_extension("words.txt"), document.tree().words() + "\n")?;
    println!("{}", file.display());
    Ok(())
}
