//! `vanban init`: an office says once what it is, by answers or by options, and has its `vanban.toml`.

use std::fmt::Write;
use std::path::Path;

use clap::Args;
use toml::{Table, Value};
use vanban::Renderer;
use vanban::scoring::CriteriaSets;

use super::questions::{self, Question};
use super::{FILE, Office};
use crate::ask::Person;
use crate::folder::write_alone;
use crate::{reading, words};

/// The options of `vanban init`: an answer each.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The issuing body.
    #[arg(long)]
    office: Option<String>,
    /// Its direct superior.
    #[arg(long)]
    superior: Option<String>,
    /// The place before the date.
    #[arg(long)]
    place: Option<String>,
    /// The criteria set of evaluation forms, by id or number.
    #[arg(long, value_name = "ID")]
    criteria_set: Option<String>,
    /// The signer: name, position.
    #[arg(long, value_name = "NAME, POSITION")]
    signer: Option<String>,
    /// The recipients; repeat the option, or separate them by `;`.
    #[arg(long)]
    recipients: Vec<String>,
    /// The archive.
    #[arg(long)]
    archive: Option<String>,
    /// The folder for documents.
    #[arg(short, long, value_name = "DIR")]
    output: Option<String>,
    /// The guidance: hd05, hd36.
    #[arg(long)]
    profile: Option<String>,
    /// Overwrites the existing file.
    #[arg(long)]
    force: bool,
}

impl Options {
    /// What is answered.
    fn answers(&self) -> Vec<(Question, String)> {
        let recipients = (!self.recipients.is_empty()).then(|| self.recipients.join(";"));
        let all = [
            (Question::Office, &self.office),
            (Question::Superior, &self.superior),
            (Question::Place, &self.place),
            (Question::CriteriaSet, &self.criteria_set),
            (Question::Signer, &self.signer),
            (Question::Recipients, &recipients),
            (Question::Archive, &self.archive),
            (Question::Output, &self.output),
            (Question::Guidance, &self.profile),
        ];
        all.into_iter().filter_map(|(question, answer)| Some((question, answer.clone()?))).collect()
    }
}

/// Makes `vanban.toml` in the working folder; tells whether it is made.
pub(crate) fn init(options: &Options) -> bool {
    let path = Path::new(FILE);
    if path.exists() && !options.force {
        let text = reading::text(path).unwrap_or_default();
        tell!("{}", words::usage::office_stands(FILE, text.trim_end()));
        return false;
    }
    let renderer = Renderer::new();
    let sets = renderer.criteria();
    let answers = options.answers();
    let office = match given(&answers, sets) {
        Ok(office) => office,
        Err(wrong) => {
            wrong.iter().for_each(|line| tell!("{line}"));
            return false;
        }
    };
    let asked: Vec<Question> = questions::ALL
        .into_iter()
        .filter(|question| answers.iter().all(|(answered, _)| answered != question))
        .collect();
    let office = match Person::at_terminal() {
        Some(mut person) if !asked.is_empty() => {
            let Some(office) = questions::ask(&mut person, &asked, office, sets) else {
                tell!("{}", words::usage::not_answered());
                return false;
            };
            office
        }
        None if answers.is_empty() => {
            let options: Vec<String> =
                questions::ALL.iter().map(|question| format!("--{} \"…\"", question.option())).collect();
            tell!("{}", words::usage::nobody_to_ask(&options.join(" ")));
            return false;
        }
        _ => office,
    };
    let Some(text) = written(&office, sets) else { return false };
    crate::output::print(&words::usage::office_written(FILE, &text, &next(&office)))
}

/// The office of the answers; what only should be looked at is told.
fn given(answers: &[(Question, String)], sets: &CriteriaSets) -> Result<Office, Vec<String>> {
    let (mut office, mut wrong) = (Office::default(), Vec::new());
    for (question, answer) in answers {
        let said = |said: &str| format!("--{}: {said}", question.option());
        if let Err(why) = question.take(&mut office, answer, sets) {
            wrong.push(said(&why));
            continue;
        }
        // What is left open lacks nothing here.
        if answer.trim().is_empty() {
            continue;
        }
        let (errors, warnings) = question.problems(&office);
        wrong.extend(errors.iter().map(|why| said(why)));
        warnings.iter().for_each(|why| tell!("{}: {}", words::usage::warning(), said(why)));
    }
    if wrong.is_empty() { Ok(office) } else { Err(wrong) }
}

/// Writes the file of an office; what was written, or nothing where that fails, which is told.
pub(crate) fn written(office: &Office, sets: &CriteriaSets) -> Option<String> {
    let text = text(office, sets);
    let path = &Path::new(".").join(FILE);
    match write_alone(path, text.as_bytes()) {
        Ok(()) => Some(text),
        Err(said) => {
            tell!("{FILE}: {said}");
            None
        }
    }
}

/// The file's text.
fn text(office: &Office, sets: &CriteriaSets) -> String {
    let mut text = String::from(
        "# Cơ quan lập văn bản: các lệnh vanban trong thư mục này lấy từ đây.\n\
         # Sửa giữa hai dấu nháy; mục nào không dùng thì để trống.\n",
    );
    let said = |value: &Option<String>| Value::String(value.clone().unwrap_or_default());
    let signer: Table =
        office.signer.iter().map(|(key, value)| (key.clone(), Value::String(value.clone()))).collect();
    let recipients = office.recipients.iter().cloned().map(Value::String).collect();
    let set = office.criteria_set.as_deref().and_then(|id| sets.get(id));
    let set =
        set.map_or_else(|| "bộ tiêu chí chấm điểm".to_owned(), |set| format!("bộ tiêu chí: {}", set.name));
    let guidance = office.profile.map(|id| Value::String(vanban::Profile::named(id).name().to_owned()));
    for (key, value, what) in [
        ("office", Some(said(&office.office)), "cơ quan ban hành"),
        ("superior", Some(said(&office.superior)), "cấp trên trực tiếp"),
        ("place", Some(said(&office.place)), "địa danh"),
        ("profile", guidance, "hướng dẫn thể thức"),
        ("criteria_set", Some(said(&office.criteria_set)), &set),
        ("signer", Some(Value::Table(signer)), "người ký: name là họ tên, position là chức vụ"),
        ("recipients", Some(Value::Array(recipients)), "nơi nhận"),
        ("archive", Some(said(&office.archive)), "nơi lưu, dòng cuối của nơi nhận"),
        ("output", Some(said(&office.output)), "thư mục để văn bản"),
    ] {
        if let Some(value) = value {
            // Writing to a String never fails.
            let _ = writeln!(text, "{key} = {value}  # {what}");
        }
    }
    text
}

/// What may be typed next.
fn next(office: &Office) -> String {
    let mut lines = vec![
        (
            "vanban new \"biên bản\"",
            fixed!(
                "bắt đầu một văn bản; các loại: vanban kinds",
                "begin a document; the kinds: vanban kinds"
            ),
        ),
        ("vanban render bien-ban.json -o .", fixed!("lập DOCX và PDF", "make DOCX and PDF")),
    ];
    if office.criteria_set.is_some() {
        lines.insert(
            0,
            (
                "vanban batch bang-diem.xlsx --kind evaluation_form --map-template -o phieu.toml",
                fixed!("xem một bảng điểm", "look at a sheet of scores"),
            ),
        );
    }
    lines.iter().map(|(command, what)| format!("  {command}   ({what})\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets() -> CriteriaSets {
        CriteriaSets::built_in()
    }

    fn asked(answers: &str) -> (Option<Office>, String) {
        let mut said = Vec::new();
        let mut person = Person::new(answers.as_bytes(), &mut said);
        let office = questions::ask(&mut person, &questions::ALL, Office::default(), &sets());
        drop(person);
        (office, String::from_utf8(said).unwrap())
    }

    #[test]
    fn eight_answers_make_the_file() {
        let (office, said) = asked(
            "Đảng ủy phường Bình An\nĐảng bộ tỉnh Bình Giang\nBình An\n1\nLê Văn Cường, Bí thư\nBan Tổ chức Tỉnh ủy (báo cáo)\nLưu Văn phòng Đảng ủy\nC:\\Phiếu\n",
        );
        let text = text(&office.unwrap(), &sets());
        assert_eq!(
            text,
            "# Cơ quan lập văn bản: các lệnh vanban trong thư mục này lấy từ đây.\n\
             # Sửa giữa hai dấu nháy; mục nào không dùng thì để trống.\n\
             office = \"Đảng ủy phường Bình An\"  # cơ quan ban hành\n\
             superior = \"Đảng bộ tỉnh Bình Giang\"  # cấp trên trực tiếp\n\
             place = \"Bình An\"  # địa danh\n\
             criteria_set = \"an_phu_ward_2025_monthly\"  # bộ tiêu chí: Phiếu đánh giá chất lượng sinh hoạt chi bộ tháng, Đảng ủy phường An Phú (Kế hoạch số 08-KH/ĐU ngày 19/9/2025; theo Hướng dẫn số 42-HD/BTCTW)\n\
             signer = { name = \"Lê Văn Cường\", position = \"Bí thư\" }  # người ký: name là họ tên, position là chức vụ\n\
             recipients = [\"Ban Tổ chức Tỉnh ủy (báo cáo)\"]  # nơi nhận\n\
             archive = \"Lưu Văn phòng Đảng ủy\"  # nơi lưu, dòng cuối của nơi nhận\n\
             output = 'C:\\Phiếu'  # thư mục để văn bản\n"
        );
        assert!(Office::parse(&text).is_ok());
        for (question, number) in questions::ALL.iter().zip(1..) {
            assert!(said.contains(&format!("{number}/8. ")), "{question:?}: {said}");
        }
        assert_eq!(said.matches("í dụ: ").count(), 8, "{said}");
    }

    #[test]
    fn what_is_left_open_stays_open() {
        let (office, _) = asked("\n\n\n\n\n\n\n\n");
        let office = office.unwrap();
        assert_eq!(office, Office::default());
        assert_eq!(Office::parse(&text(&office, &sets())).unwrap(), Office::default());
        assert_eq!(asked("Chi bộ A\n").0, None);
    }

    #[test]
    fn a_wrong_answer_is_told_and_asked_for_again() {
        let (office, said) = asked(
            "CHI BỘ THÔN ĐÔNG\nChi bộ thôn Đông\n\nTân Lập\n99\n1\nBí thư\nTS. Lê Văn An, Bí thư\nLê Văn An, Bí thư Chi bộ\nLê Văn An, Bí thư\nCác đảng viên Chi bộ; Lưu Chi bộ\n\na|b\nVăn bản\n",
        );
        let office = office.unwrap();
        assert_eq!(office.signer[1].1, "Bí thư");
        assert_eq!((office.recipients.len(), office.archive.as_deref()), (1, Some("Lưu Chi bộ")));
        for sentence in [
            "tên cơ quan ghi chữ hoa, chữ thường như trong câu, ví dụ “Chi bộ Phòng 7-9”; phần mềm tự in hoa",
            "không có bộ tiêu chí “99”; ghi một số từ 1 đến 8, hoặc để trống",
            "chưa rõ họ tên và chức vụ trong “Bí thư”; ghi họ tên, dấu phẩy, chức vụ, ví dụ: Lê Văn Cường, Bí thư",
            "họ tên người ký không ghi học hàm, học vị, quân hàm, danh xưng; hãy bỏ “TS”",
            "chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ”",
            "> [Lưu Chi bộ] ",
            "tên thư mục không được có dấu |; ghi tên khác, ví dụ: Văn bản",
        ] {
            assert!(said.contains(sentence), "{sentence}\n{said}");
        }
    }

    #[test]
    fn what_should_be_looked_at_is_kept_when_it_is_said_again() {
        let (office, said) = asked("CHI BỘ A\nCHI BỘ A\n\n\n\n\n\n\n\n");
        assert_eq!(office.unwrap().office.as_deref(), Some("CHI BỘ A"));
        assert_eq!(said.matches("ghi lại y như cũ để giữ nguyên").count(), 1, "{said}");
    }
}
