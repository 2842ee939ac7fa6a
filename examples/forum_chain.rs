//! From a forum to the papers that follow from it: minutes, drafts, comments, the adopted and the issued
//! resolution, the notice, next month's plan. Each paper is written at each state.

use vanban::chain::{Draft, Issued};
use vanban::kinds::{Comment, Minutes};
use vanban::parts::{PaperDate, Signature, Vote};
use vanban::{Record, Renderer, Text};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let recipients: Vec<Text> = vec!["Các đảng viên Chi bộ".into(), "Lưu Chi bộ".into()];
    let day = |day, month| PaperDate::new(2022, month, day);
    let signature = Signature::on_behalf_of("Chi bộ", "Phó bí thư", "Đặng Thị Thanh Hoằng");

    let minutes = Minutes::example();
    write(&renderer, "1-minutes", &minutes)?;
    let notice = Draft::notice(&minutes)?.with_recipients(recipients.clone());
    write(&renderer, "2-notice-draft", notice.record())?;
    write(&renderer, "3-notice", notice.issue(7, day(25, 5), signature.clone())?.record())?;

    let draft = Draft::from_minutes(&minutes)?
        .with_abstract("về thực hiện trách nhiệm nêu gương, đổi mới, phát huy ý chí tự lực, tự cường")
        .with_recipients(recipients);
    write(&renderer, "4-draft-1", draft.record())?;
    let comment = Comment::new(
        "Tập thể Phòng 9",
        "Phần II, mục 3: nêu rõ mỗi quý tổ chức ít nhất một buổi trao đổi nghiệp vụ.",
    );
    let commented = draft.collect(vec![comment.accepted("Đã bổ sung vào mục II.3.")]);
    write(&renderer, "5-comments", commented.table())?;
    let draft = commented.next()?;
    let mut sections = draft.record().outline.sections.clone();
    sections[1].items[2].paragraphs.push("Mỗi quý tổ chức ít nhất một buổi trao đổi nghiệp vụ.".into());
    let draft = draft.with_sections(sections);
    write(&renderer, "6-draft-2", draft.record())?;

    let adopted = draft.adopt(Vote::new(14, 13).in_favour(13))?;
    write(&renderer, "7-adopted", adopted.record())?;
    let issued: Issued = adopted.issue(5, day(10, 6), signature.clone())?;
    write(&renderer, "8-issued", issued.record())?;

    let leads =
        ["Chi bộ", "Lãnh đạo hai phòng", "Đồng chí Phó Bí thư", "Từng đảng viên", "Đồng chí Phó Bí thư"];
    let plan = issued.plan(7, 2022)?.with_leads(leads);
    write(&renderer, "9-plan-draft", plan.record())?;
    write(&renderer, "10-plan", plan.issue(8, day(1, 7), signature)?.record())
}

fn write<R: Record>(renderer: &Renderer, name: &str, record: &R) -> Result<(), Box<dyn std::error::Error>> {
    common::write("target/out/forum_chain", name, &renderer.render(record)?)
}
