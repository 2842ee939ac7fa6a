//! Rules for whom a paper goes to: addressees at its head, recipients at its end (05-HD/VPTW II.I.9).

use crate::error::Problems;
use crate::parts::{Address, Frame};
use crate::path::Path;
use crate::text::{Text, capitalised};

const CLAUSE: &str = "05-HD/VPTW II.I.9.2.5";

/// Checks whom the paper goes to.
pub(super) fn check(frame: &Frame, problems: &mut Problems) {
    addressees(frame, problems);
    recipients(frame, problems);
}

/// Kính gửi, Kính trình.
fn addressees(frame: &Frame, problems: &mut Problems) {
    let Some(address) = &frame.address else { return };
    if address.names().is_empty() {
        problems.error(
            "addressees.missing",
            "address",
            "05-HD/VPTW II.I.9.2.3",
            "chưa ghi nơi gửi sau “Kính gửi:” hoặc “Kính trình:”",
        );
    }
    let codes = ["addressees.end_mark", "addressees.dash", "addressees.small_letter"];
    plain(address.names(), "address", codes, "nơi gửi", problems);
}

/// Names stand without dash and end mark, which the library prints.
fn plain(
    names: &[Text],
    list: &'static str,
    codes: [&'static str; 3],
    called: &str,
    problems: &mut Problems,
) {
    let [end_mark, dash, small_letter] = codes;
    for (index, name) in names.iter().enumerate() {
        let (path, text) = (Path::at(list).index(index), name.as_str());
        // The archive's line has a rule of its own.
        if text.starts_with(char::is_lowercase) && !text.starts_with("lưu ") {
            problems.warning(
                small_letter,
                path.clone(),
                "quy ước",
                format!("{called} viết hoa chữ đầu: ghi “{}”; hiện là “{text}”", capitalised(text)),
            );
        }
        if text.ends_with([';', ',', '.']) {
            problems.error(
                end_mark,
                path.clone(),
                CLAUSE,
                format!("{called} ghi không có dấu ở cuối; phần mềm tự thêm dấu “;” và dấu “.”"),
            );
        }
        if text.starts_with('-') {
            problems.error(
                dash,
                path,
                CLAUSE,
                format!("{called} ghi không có gạch đầu dòng; phần mềm tự thêm"),
            );
        }
    }
}

/// Nơi nhận at the end.
fn recipients(frame: &Frame, problems: &mut Problems) {
    let codes = ["recipients.end_mark", "recipients.dash", "recipients.small_letter"];
    plain(&frame.recipients, "recipients", codes, "nơi nhận", problems);
    // I.9.2.3, I.9.2.4: who is named at the head is named here too.
    let answers = frame.letter || matches!(frame.address, Some(Address::Submitted(_)));
    if let (true, Some(first)) = (answers, frame.recipients.first())
        && first.as_str() != "Như trên"
    {
        problems.error(
            "recipients.no_as_above",
            Path::at("recipients").index(0),
            "05-HD/VPTW II.I.9.2.3",
            format!("dòng đầu nơi nhận của công văn, tờ trình là “Như trên”; hiện là “{first}”"),
        );
    }
    let Some(last) = frame.recipients.last() else {
        if frame.draft.is_none() && frame.closing.needs_recipients() {
            problems.error(
                "recipients.missing",
                "recipients",
                "05-HD/VPTW II.I.9",
                "văn bản chính thức chưa có nơi nhận",
            );
        }
        return;
    };
    let path = Path::at("recipients").index(frame.recipients.len() - 1);
    let last = last.as_str();
    if last.starts_with("Lưu:") || last.split(|c: char| !c.is_alphanumeric()).any(|word| word == "VT") {
        problems.error(
            "recipients.state_form",
            path,
            "05-HD/VPTW PL2.9",
            format!("dòng lưu ghi “Lưu …”, không có dấu hai chấm và không ghi “VT”; hiện là “{last}”"),
        );
    } else if !last.starts_with("Lưu ") && frame.copying.is_none() {
        problems.error(
            "recipients.no_archive",
            path,
            "05-HD/VPTW PL2.9",
            format!("dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu Chi bộ”; hiện là “{last}”"),
        );
    }
}
