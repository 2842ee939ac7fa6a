//! For who double-clicks the program, or drops files on it: what to do is asked, and what is done is a command, which
//! is shown, so that it can be typed next time.

use std::ffi::OsString;
use std::path::Path;

use crate::ask::Person;
use crate::batch::open;
use crate::office;

/// What can be done without a file at hand.
const TASKS: [&str; 5] = [
    "khai báo cơ quan (ghi vanban.toml; làm một lần)",
    "lập văn bản từ một bảng (.xlsx, .ods, .csv)",
    "lập văn bản từ một bản ghi (.json)",
    "kiểm tra một bản ghi (.json)",
    "bắt đầu một văn bản mới",
];

/// The command that somebody chooses, without the program's name; none where nothing is chosen.
pub(crate) fn choose(person: &mut Person, files: &[OsString]) -> Option<Vec<OsString>> {
    person.say(
        "vanban lập văn bản của các tổ chức đảng: DOCX để sửa, PDF để in và lưu.\n\
         Có thể gõ lệnh: mở Command Prompt trong thư mục này, gõ vanban --help.\n\n",
    )?;
    let chosen = match files {
        [] => without_files(person),
        files => with_files(person, files),
    }?;
    let shown: Vec<String> = chosen.iter().map(|word| crate::words::typed(&word.to_string_lossy())).collect();
    person.say(&format!("\nLệnh: vanban {}\n\n", shown.join(" ")))?;
    Some(chosen)
}

/// Waits until who has read all of it closes the window.
pub(crate) fn wait(person: &mut Person) {
    let _ = person.ask("\nBấm phím Enter để đóng cửa sổ này.", None, |_| Ok(()));
}

fn without_files(person: &mut Person) -> Option<Vec<OsString>> {
    match number(person, "Cần làm gì?", &TASKS)? {
        1 => Some(words(&["init"])),
        2 => {
            let sheet = file(person, "Tệp bảng (kéo tệp thả vào cửa sổ này, rồi bấm Enter):")?;
            of_sheet(person, &sheet)
        }
        3 => {
            let record = file(person, "Tệp bản ghi (kéo tệp thả vào cửa sổ này, rồi bấm Enter):")?;
            Some(rendered(&[record]))
        }
        4 => {
            let record = file(person, "Tệp bản ghi (kéo tệp thả vào cửa sổ này, rồi bấm Enter):")?;
            Some([words(&["check"]), vec![record]].concat())
        }
        _ => {
            let kind = person.ask(
                "Loại văn bản, ví dụ biên bản, nghị quyết, kế hoạch:",
                None,
                |answer| crate::values::kind(answer).map(|kind| kind.name().to_owned()),
            )?;
            Some(words(&["new", &kind]))
        }
    }
}

/// What is done with files that were dropped on the program.
fn with_files(person: &mut Person, files: &[OsString]) -> Option<Vec<OsString>> {
    let extension =
        |file: &OsString| Path::new(file).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if let [sheet] = files
        && open::is_table(&extension(sheet))
    {
        return of_sheet(person, sheet);
    }
    let tasks = ["lập văn bản (DOCX và PDF)", "kiểm tra"];
    person.say(&format!("{} tệp: {}\n", files.len(), shown(files)))?;
    match number(person, "Cần làm gì với các tệp này?", &tasks)? {
        1 => Some(rendered(files)),
        _ => Some([words(&["check"]), files.to_vec()].concat()),
    }
}

fn of_sheet(person: &mut Person, sheet: &OsString) -> Option<Vec<OsString>> {
    person.say(&format!("Bảng: {}\n", shown(std::slice::from_ref(sheet))))?;
    let tasks = [
        "xem trong bảng có gì, ghi một tệp khai báo cột để sửa",
        "lập văn bản theo tệp khai báo cột đã có",
        "lập văn bản; tiêu đề các cột đã đúng tên",
    ];
    let folder = Path::new(sheet).with_extension("");
    let task = number(person, "Cần làm gì?", &tasks)?;
    let mut chosen = [words(&["batch"]), vec![sheet.clone()]].concat();
    if task == 2 {
        let mapping = file(person, "Tệp khai báo cột (.toml):")?;
        chosen.extend(["--map".into(), mapping, "-o".into(), folder.into()]);
        return Some(chosen);
    }
    let kind = person.ask("Loại văn bản:", Some("evaluation_form"), |answer| {
        crate::values::kind(answer).map(|kind| kind.name().to_owned())
    })?;
    chosen.extend(["--kind".into(), kind.into()]);
    match task {
        1 => chosen.extend(["--map-template".into(), "-o".into(), folder.with_extension("toml").into()]),
        _ => chosen.extend(["-o".into(), folder.into()]),
    }
    Some(chosen)
}

/// Papers go beside their record, or where the office wants them.
fn rendered(records: &[OsString]) -> Vec<OsString> {
    let first = records.first().map_or(Path::new(""), |first| Path::new(first));
    let output = office::Office::beside(first).ok().and_then(|office| office.output());
    let beside = first.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let output = output.unwrap_or_else(|| beside.to_path_buf());
    [words(&["render"]), records.to_vec(), vec!["-o".into(), output.into()]].concat()
}

/// The number of what is chosen, from 1.
fn number(person: &mut Person, question: &str, choices: &[&str]) -> Option<usize> {
    for (index, choice) in choices.iter().enumerate() {
        person.say(&format!("  {}. {choice}\n", index + 1))?;
    }
    person.ask(question, None, |answer| match answer.parse() {
        Ok(number) if (1..=choices.len()).contains(&number) => Ok(number),
        _ => Err(format!("ghi một số từ 1 đến {}", choices.len())),
    })
}

/// A file that is there; a window puts the name of a dropped one between quotation marks.
fn file(person: &mut Person, question: &str) -> Option<OsString> {
    person.ask(question, None, |answer| {
        let name = answer.trim_matches('"');
        match Path::new(name).is_file() {
            true => Ok(name.into()),
            false => Err(format!("không có tệp “{name}”; ghi lại tên tệp")),
        }
    })
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(Into::into).collect()
}

fn shown(files: &[OsString]) -> String {
    let names = files.iter().map(|file| Path::new(file).file_name().unwrap_or_default().to_string_lossy());
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command that these answers choose, and what is said before.
    fn chosen(files: &[&str], answers: &str) -> (Option<String>, String) {
        let mut said = Vec::new();
        let files: Vec<OsString> = files.iter().map(Into::into).collect();
        let command = choose(&mut Person::new(answers.as_bytes(), &mut said), &files);
        let command =
            command.map(|words| words.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(" "));
        (command, String::from_utf8(said).unwrap())
    }

    #[test]
    fn a_double_click_is_asked_what_to_do() {
        let (command, said) = chosen(&[], "9\n1\n");
        assert_eq!(command.as_deref(), Some("init"));
        assert!(said.contains("  1. khai báo cơ quan"), "{said}");
        assert!(said.contains("ghi một số từ 1 đến 5"), "{said}");
        assert!(said.contains("gõ vanban --help"), "{said}");
        assert!(said.ends_with("\nLệnh: vanban init\n\n"), "{said}");
        assert_eq!(chosen(&[], "4\nkhông có\n\"Cargo.toml\"\n").0.as_deref(), Some("check Cargo.toml"));
        assert_eq!(chosen(&[], "5\nplan\n").0.as_deref(), Some("new plan"));
        assert_eq!(chosen(&[], "").0, None);
    }

    #[test]
    fn a_sheet_that_is_dropped_is_what_is_asked_about() {
        let (command, said) = chosen(&["a/Chấm điểm.xlsx"], "1\n\n");
        assert_eq!(
            command.as_deref(),
            Some("batch a/Chấm điểm.xlsx --kind evaluation_form --map-template -o a/Chấm điểm.toml")
        );
        assert!(said.contains("Bảng: Chấm điểm.xlsx\n"), "{said}");
        assert!(said.contains("Lệnh: vanban batch \"a/Chấm điểm.xlsx\" --kind"), "{said}");
        assert_eq!(
            chosen(&["a/b.xlsx"], "2\nCargo.toml\n").0.as_deref(),
            Some("batch a/b.xlsx --map Cargo.toml -o a/b")
        );
        assert_eq!(
            chosen(&["a/b.csv"], "3\nresolution\n").0.as_deref(),
            Some("batch a/b.csv --kind resolution -o a/b")
        );
    }

    #[test]
    fn records_that_are_dropped_are_made_or_checked() {
        assert_eq!(
            chosen(&["x/a.json", "x/b.json"], "1\n").0.as_deref(),
            Some("render x/a.json x/b.json -o x")
        );
        assert_eq!(chosen(&["a.json"], "2\n").0.as_deref(), Some("check a.json"));
    }
}
