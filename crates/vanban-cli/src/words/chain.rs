//! What is said of the documents that follow from others.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use vanban::parts::{CitedDate, PaperDate};

use super::{some, typed, typed_path};

pub(crate) fn nothing_written() -> &'static str {
    fixed!("không ghi tệp nào", "no file was written")
}

pub(crate) fn what_follows() -> &'static str {
    fixed!("Tiếp theo có thể gõ:", "What may follow:")
}

pub(crate) fn number_and_date() -> &'static str {
    fixed!(
        "văn bản ban hành ngay cần cả số và ngày: --number SỐ --date NGÀY; bỏ cả hai thì lập dự thảo",
        "what is issued at once needs number and day: --number N --date DATE; without both it is a draft",
    )
}

pub(crate) fn no_signer() -> &'static str {
    fixed!(
        "người ký: ghi [signer] với name = \"họ và tên\", position = \"chức vụ\" vào vanban.toml",
        "signer: write [signer] with name = \"…\", position = \"…\" into vanban.toml",
    )
}

/// What a draft lacks, and as it is typed.
pub(crate) fn no_session() -> &'static str {
    fixed!(
        "ngày của kỳ sinh hoạt thông qua: --adopted NGÀY",
        "day of the session that adopted it: --adopted DATE"
    )
}

pub(crate) fn no_number() -> &'static str {
    fixed!("số văn bản: --number SỐ", "number: --number N")
}

pub(crate) fn no_date() -> &'static str {
    fixed!("ngày ban hành: --date NGÀY", "day: --date DATE")
}

/// What to type for the draft after a table of comments.
pub(crate) fn next_draft(table: &str) -> String {
    said!(
        "dự thảo tiếp theo, khi đã ghi xong góp ý: vanban next {table}",
        "the next draft, when the comments are written: vanban next {table}",
    )
}

/// What to type to issue a draft.
pub(crate) fn to_issue(draft: &str) -> String {
    said!(
        "ban hành: vanban issue {draft} --number SỐ --date NGÀY",
        "to issue it: vanban issue {draft} --number N --date DATE",
    )
}

/// The draft of a document for the next month.
pub(crate) fn next_months(term: &str) -> String {
    said!("dự thảo {term} tháng sau", "draft {term} of the next month")
}

/// Several documents may follow from records.
pub(crate) fn choose_one(files: &str) -> String {
    said!(
        "từ {files} lập được nhiều loại văn bản; hãy chọn một, gõ:",
        "several documents may follow from {files}; choose one:",
    )
}

/// No document follows from a record.
pub(crate) fn nothing_follows(file: &str) -> String {
    said!(
        "từ {file} không lập tiếp được văn bản nào bằng vanban next",
        "nothing follows from {file} by vanban next"
    )
}

/// A document was made from which none follows.
pub(crate) fn last_paper(record: &Path) -> String {
    let pdf = record.with_extension("pdf");
    let (record, pdf) = (record.display(), pdf.display());
    said!(
        "Không có văn bản nào lập tiếp từ {record}; xem lại, in và gửi {pdf}",
        "Nothing follows from {record}; look it over, print and send {pdf}",
    )
}

/// The draft of a table of comments was found.
pub(crate) fn comments_on(table: &Path, draft: &Path) -> String {
    let (table, draft) = (table.display(), draft.display());
    said!("{table}: góp ý của dự thảo {draft}", "{table}: comments on the draft {draft}")
}

/// The draft of a table of comments cannot be told.
pub(crate) fn which_draft(table: &Path, drafts: &[PathBuf]) -> String {
    let file = typed_path(table);
    let table = table.display();
    let names: Vec<String> = drafts.iter().map(|draft| draft.display().to_string()).collect();
    match names.first() {
        None => said!(
            "{table}: không thấy dự thảo được góp ý trong cùng thư mục; hãy ghi cả tệp dự thảo: vanban next DỰ-THẢO.json {file}",
            "{table}: its draft is not in the same folder; name it, too: vanban next DRAFT.json {file}",
        ),
        Some(first) => {
            let first = typed(first);
            let names = some(&names, names.len());
            said!(
                "{table}: nhiều dự thảo hợp với bảng góp ý này ({names}); hãy ghi cả tệp dự thảo, như: vanban next {first} {file}",
                "{table}: several drafts go with it ({names}); name the draft, too, as: vanban next {first} {file}",
            )
        }
    }
}

/// A folder whose changes the system does not tell.
pub(crate) fn not_watched(path: &Path, error: &notify::Error) -> String {
    let path = path.display();
    match &error.kind {
        notify::ErrorKind::Io(error) => format!("{path}: {}", super::unread(error)),
        notify::ErrorKind::PathNotFound => said!(
            "{path}: không có thư mục hoặc tệp này; hãy kiểm tra lại tên và đường dẫn",
            "{path}: there is no such file or folder; look at the name again",
        ),
        _ => said!(
            "{path}: máy không báo khi tệp ở đây thay đổi; hãy chép các tệp vào một ổ đĩa của máy",
            "{path}: the system does not tell of changes here; copy the files to a disk of this machine",
        ),
    }
}

/// What `vanban watch` begins with.
pub(crate) fn watching() -> &'static str {
    fixed!(
        "đang theo dõi: mỗi khi lưu một bản ghi, DOCX và PDF được lập lại; bấm Ctrl+C để thôi",
        "watching: DOCX and PDF are made anew whenever a record is saved; Ctrl+C ends it",
    )
}

/// A kind of which no document is numbered by `vanban next`.
pub(crate) fn not_numbered_here(term: &str) -> String {
    said!(
        "{term}: chưa ghi số, ngày ở bước này; hãy bỏ --number, --date, lập xong rồi ban hành bằng vanban issue nếu là dự thảo",
        "{term}: no number or day yet; leave out --number and --date, and issue the draft by vanban issue",
    )
}

/// A file that is to hold a record has another's name.
pub(crate) fn not_a_record(file: &Path) -> String {
    let file = file.display();
    said!(
        "{file}: -o là tệp bản ghi, tên có đuôi .json; DOCX và PDF mang tên ấy",
        "{file}: -o names the record, a .json; DOCX and PDF have its name",
    )
}

/// A document stands there that went out with another number or of another day.
pub(crate) fn issued_before(term: &str, number: u64, date: PaperDate) -> String {
    let day = day(date, fixed!(" ngày", " of"));
    said!(
        "đã có {term} số {number:02}{day}, giữ nguyên; ghi tên khác sau -o, hoặc thêm --force để ghi đè",
        "{term} {number:02}{day} is there, kept; give another name after -o, or add --force",
    )
}

/// A record of the same name that was made of other files.
pub(crate) fn made_of_others(files: &[String]) -> String {
    let files = files.join(", ");
    said!(
        "đã có, lập từ {files}; giữ nguyên; ghi tên khác sau -o, hoặc thêm --force để ghi đè",
        "it is there, made from {files}, and kept; give another name after -o, or add --force",
    )
}

/// The day of a document behind words, where it is one of the calendar.
fn day(date: PaperDate, before: &str) -> String {
    date.calendar().map_or_else(String::new, |_| format!("{before} {}", CitedDate::from(date)))
}

/// A document that went out needs not be issued.
pub(crate) fn issued_already(file: &Path, term: &str, number: Option<u64>, date: PaperDate) -> String {
    let file = file.display();
    let day = day(date, fixed!(", ngày", " of"));
    let number = number.map_or_else(String::new, |number| format!(" {} {number:02}", fixed!("số", "no.")));
    said!(
        "{file}: {term}{number}{day} đã ban hành rồi, không phải ban hành nữa",
        "{file}: {term}{number}{day} is issued already; there is nothing to do",
    )
}

/// A document that is made of another is not older.
pub(crate) fn older_than_source(
    file: &Path,
    (of, held): (&str, CitedDate),
    (term, date): (&str, CitedDate),
) -> String {
    let file = file.display();
    said!(
        "{file}: {of} ngày {held}, mà {term} lập từ đó đề ngày {date}; hãy ghi --date từ ngày {held} trở đi",
        "{file}: {of} of {held}, and the {term} made of it is of {date}; write --date from {held} on",
    )
}

/// A file that is named twice.
pub(crate) fn named_twice(file: &Path) -> String {
    let file = file.display();
    said!(
        "{file}: tệp này ghi hai lần trong lệnh; hãy ghi mỗi tệp một lần",
        "{file}: this file is named twice; name each once",
    )
}

/// What to type into a table of comments.
pub(crate) fn write_comments(table: &Path) -> String {
    let table = table.display();
    let sample = r#"{"commenter": "Đồng chí …", "content": "…", "accepted": "…"}"#;
    said!(
        "Mở {table}, ghi các góp ý vào giữa hai dấu ngoặc của \"comments\": [ ], cách nhau bằng dấu phẩy, mỗi góp ý như:\n  \
         {sample}  – hoặc \"explained\" nếu không tiếp thu\n\
         Nếu không ai góp ý thì thêm dòng: \"none_received\": true,\n",
        "Open {table} and write the comments between the brackets of \"comments\": [ ], with commas, each as:\n  \
         {sample}  – or \"explained\" where it is not taken in\n\
         Where nobody commented, add the line: \"none_received\": true,\n",
    )
}

/// A table of comments that has none, and does not say that there are none.
pub(crate) fn no_comments(table: &Path) -> String {
    let table = table.display();
    said!(
        "cảnh báo: {table}: bảng chưa có góp ý nào; nếu không ai góp ý thì ghi \"none_received\": true vào bảng",
        "warning: {table}: there are no comments; where nobody commented, write \"none_received\": true into it",
    )
}

/// What was taken in is still to be written into the next draft.
pub(crate) fn take_in(draft: &Path) -> String {
    let draft = draft.display();
    said!(
        "Các góp ý đã tiếp thu chưa có trong lời văn của dự thảo: hãy ghi vào {draft} trước khi ban hành.\n",
        "What was taken in is not in the draft's words yet: write it into {draft} before it is issued.\n",
    )
}

/// Something that is left for the pen so often.
pub(crate) fn times(term: &str, count: usize) -> String {
    match count {
        1 => term.to_owned(),
        _ => said!("{term} ({count} chỗ)", "{term} ({count} times)"),
    }
}

/// What was changed in a DOCX in Word is taken.
pub(crate) fn taken_from_word(file: &Path, places: &[String]) -> String {
    let (file, count) = (file.display(), places.len());
    let places = match count > MOST_PLACES {
        true => format!("{}; …", places[..MOST_PLACES].join("; ")),
        false => places.join("; "),
    };
    said!(
        "{file}: lấy {count} chỗ đã sửa trong Word: {places}",
        "{file}: taken as changed in Word ({count}): {places}",
    )
}

const MOST_PLACES: usize = 10;

/// A record that is another one than its DOCX carries.
pub(crate) fn record_differs(record: &Path, file: &Path) -> String {
    let (record, file) = (record.display(), file.display());
    said!(
        "{record}: khác với bản ghi lúc lập {file}, giữ nguyên; hãy sửa trong {record} rồi dùng tệp này, hoặc thêm --force để lấy theo {file}",
        "{record}: it is not what {file} was made of, and is kept; correct {record} and name it instead, or add --force to take what {file} says",
    )
}

/// What is left for the pen in a record.
pub(crate) fn by_hand(record: &Path, terms: &[String]) -> String {
    let (record, terms) = (record.display(), some(terms, terms.len()));
    said!(
        "Để ghi bằng bút: {terms}. Biết rồi thì mở {record}, ghi thay cho \"by_hand\", lưu lại; rồi gõ: vanban watch . (lập lại DOCX và PDF; Ctrl+C để thôi)\n",
        "To be filled in by hand: {terms}. Where it is known, write it into {record} for \"by_hand\" and save; then type: vanban watch . (makes DOCX and PDF again; Ctrl+C ends it)\n",
    )
}

/// A draft that lacks something to be issued.
pub(crate) fn not_issued(file: &Path) -> String {
    let file = file.display();
    said!("{file}: chưa ban hành được, còn thiếu:", "{file}: cannot be issued yet, lacking:")
}

/// A document cannot be older than the session that adopted it.
pub(crate) fn issued_too_early(session: impl Display, paper: impl Display) -> String {
    said!(
        "kỳ sinh hoạt ngày {session} sau ngày ban hành {paper}; hãy ghi lại",
        "the session of {session} is after the document's day {paper}; write it again",
    )
}
