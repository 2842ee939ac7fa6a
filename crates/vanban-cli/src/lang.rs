//! The language of the command: Vietnamese, or English for developers (`--lang en`). All that the command itself says
//! has both: help, usage, progress, the report, what was written, what is said of files. So has what is wrong with the
//! shape of JSON (codes `shape.*`), which the library says in both. What else is wrong with what an office wrote (a
//! record, a sheet, a mapping, a wording, a criteria set, `vanban.toml`) is Vietnamese in either, and so is what is
//! asked at the terminal, what is written into papers and records, and JSON (`--json`, the service).

use std::ffi::OsString;
use std::sync::OnceLock;

use clap::builder::ArgAction;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use super::Arguments;

/// What help says in Vietnamese: the command, and its argument behind a point; a sentence.
const HELP: &str = include_str!("help.tsv");

/// Whether the run speaks English; not said, it does not.
static ENGLISH: OnceLock<bool> = OnceLock::new();

/// Says once, before anything is told, what the run speaks.
pub(super) fn speak(english: bool) {
    let _ = ENGLISH.set(english);
}

pub(crate) fn is_english() -> bool {
    ENGLISH.get().copied().unwrap_or_default()
}

/// Whether the arguments ask for English. It is to be known before they are read: their help depends on it.
pub(super) fn asks_for_english(arguments: &[OsString]) -> bool {
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        if argument == "--lang=en" || (argument == "--lang" && arguments.next().is_some_and(|it| it == "en"))
        {
            return true;
        }
    }
    false
}

/// The command with its help in the language.
pub(super) fn command(english: bool) -> Command {
    let command = Arguments::command();
    if english { command } else { vietnamese(command, "") }
}

fn vietnamese(command: Command, path: &str) -> Command {
    let mut command = command
        .about(help(path).unwrap_or_default())
        .help_template("{about}\n\nCách dùng: {usage}\n\n{all-args}")
        .subcommand_help_heading("Lệnh")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|argument| {
            let key = format!("{path}.{}", argument.get_id());
            let heading = if argument.is_positional() { "Tham số" } else { "Tuỳ chọn" };
            let told = help(&key).or_else(|| help(&shared(argument.get_id().as_str()))).unwrap_or_default();
            let takes = argument.get_action().takes_values();
            let argument = argument.help(told).help_heading(heading);
            if takes {
                let argument = match value_name(&argument) {
                    Some(name) => argument.value_name(name),
                    None => argument,
                };
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        })
        .arg(flag("help", 'h', ArgAction::Help, "In trợ giúp"));
    if path.is_empty() {
        let version = flag("version", 'V', ArgAction::Version, "In phiên bản");
        command = command.disable_version_flag(true).arg(version);
    }
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |it| vietnamese(it, &inside(path, &name)));
    }
    command
}

/// What stands for the value of an argument, where it is another word than in English.
fn value_name(argument: &Arg) -> Option<&'static str> {
    let own = argument.get_value_names().and_then(<[_]>::first).map(ToString::to_string);
    let english = own.unwrap_or_else(|| argument.get_id().as_str().to_uppercase());
    VALUES.iter().find(|(name, _)| *name == english).map(|(_, vietnamese)| *vietnamese)
}

/// What stands for values in English and in Vietnamese; what is not here is the same in both.
const VALUES: [(&str, &str); 42] = [
    ("CODE", "MÃ"),
    ("CODE=N", "KÝ HIỆU=SỐ"),
    ("DATE", "NGÀY"),
    ("DIR", "THƯ MỤC"),
    ("FIELD", "MỤC"),
    ("FIGURES", "CON SỐ"),
    ("FILE", "TỆP"),
    ("FILES", "TỆP"),
    ("FOLDERS", "THƯ MỤC"),
    ("FORM", "HÌNH THỨC"),
    ("FORMAT", "DẠNG"),
    ("HOW", "CÁCH"),
    ("ID", "MÃ"),
    ("INPUT", "TỆP"),
    ("INPUTS", "TỆP"),
    ("IP:PORT", "IP:CỔNG"),
    ("JOBS", "SỐ"),
    ("KIND", "LOẠI"),
    ("LANG", "TIẾNG"),
    ("MONTH", "THÁNG"),
    ("N", "SỐ"),
    ("NAME", "TÊN"),
    ("NAME, POSITION", "HỌ TÊN, CHỨC VỤ"),
    ("NAMES", "TÊN"),
    ("ORIGINAL", "BẢN CHÍNH"),
    ("PAGES", "TRANG"),
    ("PAPERS", "SỐ VĂN BẢN"),
    ("PERIOD", "KỲ"),
    ("PLACE", "ĐỊA DANH"),
    ("PROFILE", "HƯỚNG DẪN"),
    ("RECIPIENT", "NƠI NHẬN"),
    ("RECORD", "BẢN GHI"),
    ("RECORDS", "BẢN GHI"),
    ("REQUESTS", "SỐ YÊU CẦU"),
    ("SHEET", "TRANG BẢNG"),
    ("SOURCE", "NGUỒN"),
    ("STAGE", "BƯỚC"),
    ("TEMPLATE", "MẪU TÊN"),
    ("TERM", "NHIỆM KỲ"),
    ("TEXT", "CHỮ"),
    ("TYPE", "LOẠI"),
    ("VARIANT", "LOẠI"),
];

/// A command inside another.
fn inside(path: &str, name: &str) -> String {
    format!("{path} {name}").trim_start().to_owned()
}

/// An argument that means the same in several commands.
fn shared(argument: &str) -> String {
    format!("*.{argument}")
}

fn flag(name: &'static str, short: char, action: ArgAction, said: &'static str) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(said).help_heading("Tuỳ chọn")
}

fn help(key: &str) -> Option<&'static str> {
    HELP.lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(known, _)| *known == key)
        .map(|(_, said)| said)
}

/// What is wrong with the arguments, in Vietnamese.
pub(super) fn usage(error: &Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(said)) => said.clone(),
        Some(ContextValue::Strings(said)) => said.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = said(ContextKind::InvalidArg);
    let value = said(ContextKind::InvalidValue);
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(said)
        .find(|said| !said.is_empty());
    let nearest = nearest.map_or_else(String::new, |nearest| format!("; có phải: {nearest}?"));
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("không có tuỳ chọn “{argument}”{nearest}"),
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh “{}”{nearest}", said(ContextKind::InvalidSubcommand))
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.to_string(),
        ErrorKind::MissingSubcommand => "chưa ghi lệnh".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("còn thiếu: {argument}"),
        ErrorKind::ArgumentConflict if said(ContextKind::PriorArg) == argument => {
            format!("{argument} ghi nhiều lần; hãy ghi một lần")
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} không dùng cùng {}", said(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument}: chưa ghi giá trị"),
        ErrorKind::InvalidValue => {
            format!("{argument}: không nhận “{value}”; chỉ nhận {}", said(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map_or_else(String::new, ToString::to_string);
            format!("{argument}: không nhận “{value}”: {why}")
        }
        ErrorKind::InvalidUtf8 => {
            "một tham số có chữ không phải UTF-8; hãy gõ lại bằng bàn phím tiếng Việt Unicode".to_owned()
        }
        _ if argument.is_empty() => "lệnh ghi không đúng".to_owned(),
        _ => format!("{argument} ghi không đúng"),
    };
    format!("{sentence}\nXem cách dùng: vanban --help")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command and every argument says what it is in Vietnamese, and nothing else has a sentence.
    #[test]
    fn everything_has_its_help() {
        let mut wanted = vec![String::new()];
        fn walk(command: &Command, path: &str, wanted: &mut Vec<String>) {
            wanted.extend(command.get_arguments().map(|argument| format!("{path}.{}", argument.get_id())));
            for inner in command.get_subcommands() {
                let path = inside(path, inner.get_name());
                wanted.push(path.clone());
                walk(inner, &path, wanted);
            }
        }
        walk(&Arguments::command(), "", &mut wanted);
        // A build may leave the service out.
        let is_built = |key: &&str| cfg!(feature = "serve") || key.split('.').next() != Some("serve");
        let keys = HELP.lines().filter_map(|line| Some(line.split_once('\t')?.0));
        let known: Vec<&str> = keys.filter(is_built).collect();
        let own = |key: &str| key.rsplit_once('.').map_or_else(String::new, |(_, argument)| shared(argument));
        for key in &wanted {
            assert!(known.contains(&key.as_str()) || known.contains(&own(key).as_str()), "no help: {key}");
        }
        for key in &known {
            assert_eq!(known.iter().filter(|other| *other == key).count(), 1, "{key}");
            let is_used = wanted.iter().any(|wanted| wanted == key || own(wanted) == *key);
            assert!(is_used, "of nothing: {key}");
        }
        command(false).debug_assert();
        command(true).debug_assert();
    }

    #[test]
    fn help_in_english_has_no_vietnamese() {
        fn walk(mut command: Command, path: &str) {
            let said = command.render_long_help().to_string();
            let foreign = said.lines().find(|line| line.chars().any(|c| c.is_alphabetic() && !c.is_ascii()));
            assert_eq!(foreign, None, "{path}");
            let inner: Vec<Command> = command.get_subcommands().cloned().collect();
            for inner in inner {
                let path = inside(path, inner.get_name());
                walk(inner, &path);
            }
        }
        walk(command(true), "");
    }

    #[test]
    fn wrong_usage_is_told_in_vietnamese() {
        let said = |arguments: &[&str]| {
            let error = command(false).try_get_matches_from(arguments).unwrap_err();
            usage(&error).lines().next().unwrap().to_owned()
        };
        for (arguments, sentence) in [
            (&["vanban", "rendr"][..], "không có lệnh “rendr”; có phải: render?"),
            (&["vanban", "render", "a", "--ouput", "x"], "không có tuỳ chọn “--ouput”; có phải: --output?"),
            (&["vanban", "explain"], "còn thiếu: <MÃ>"),
            (
                &["vanban", "render", "a", "-o", "x", "--format", "doc"],
                "--format <DẠNG>: không nhận “doc”; chỉ nhận docx, pdf",
            ),
            (
                &["vanban", "batch", "a", "-o", "x", "--month", "13/2026"],
                "--month <THÁNG>: không nhận “13/2026”: hãy ghi tháng và năm, ví dụ 6/2026",
            ),
            (
                &["vanban", "batch", "a", "-o", "x", "--volume", "0", "--merge", "in.pdf"],
                "--volume <SỐ VĂN BẢN>: không nhận “0”: hãy ghi một số nguyên từ 1 trở lên, ví dụ 4",
            ),
            (
                &["vanban", "batch", "a", "-o", "x", "--jobs", "1", "--jobs", "2"],
                "--jobs <SỐ> ghi nhiều lần; hãy ghi một lần",
            ),
            (
                &["vanban", "batch", "a", "--map", "b", "--map-template"],
                "--map <TOML> không dùng cùng --map-template",
            ),
        ] {
            assert_eq!(said(arguments), sentence);
        }
    }

    /// Whatever an argument takes, what it does not take is told with what to write, and never in the words of a parser.
    #[test]
    fn every_value_is_refused_in_vietnamese() {
        fn walk(command: &Command, path: &[String], tried: &mut usize) {
            for inner in command.get_subcommands() {
                walk(inner, &[path, &[inner.get_name().to_owned()]].concat(), tried);
            }
            for argument in command.get_arguments().filter(|it| it.get_action().takes_values()) {
                for wrong in ["0", "-1", "x", "1.5", "99999999999999999999999", "{"] {
                    let given = match argument.get_long() {
                        Some(long) => format!("--{long}={wrong}"),
                        None => wrong.to_owned(),
                    };
                    let typed = [path, std::slice::from_ref(&given)].concat();
                    let Err(error) = super::command(false).try_get_matches_from(&typed) else { continue };
                    let kind = error.kind();
                    if !matches!(kind, ErrorKind::ValueValidation | ErrorKind::InvalidValue) {
                        continue;
                    }
                    *tried += 1;
                    let said = usage(&error);
                    let first = said.lines().next().unwrap();
                    assert!(first.contains("hãy ") || first.contains("chỉ nhận "), "{typed:?}: {first}");
                    for parsers in ["number", "invalid", "value", "digit", "error"] {
                        assert!(
                            !first.to_lowercase().contains(&format!(" {parsers} ")),
                            "{typed:?}: {first}"
                        );
                    }
                }
            }
        }
        let mut tried = 0;
        walk(&command(false), &["vanban".to_owned()], &mut tried);
        assert!(tried > 60, "{tried}");
    }

    #[test]
    fn the_language_is_told_before_the_arguments_are_read() {
        let asks =
            |arguments: &[&str]| asks_for_english(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert!(asks(&["vanban", "--lang", "en", "render"]) && asks(&["vanban", "--lang=en"]));
        assert!(!asks(&["vanban", "--lang", "vi"]) && !asks(&["vanban", "--lang"]) && !asks(&["vanban"]));
    }
}
