//! What is said of the register of documents.

use std::path::Path;

use vanban::register::Entry;

pub(crate) fn at_work() -> &'static str {
    fixed!(
        "một lệnh vanban khác đang ghi sổ này; đợi lệnh đó xong rồi chạy lại",
        "another vanban is writing this register; wait for it and run again",
    )
}

/// Nobody has said how two types are numbered that have one code.
pub(crate) fn how_decisions() -> &'static str {
    fixed!(
        "Quyết định và Quy định cùng ký hiệu QĐ, chưa rõ đánh số chung hay riêng; gõ một lần: \
         vanban register set --decisions chung (một dãy số), hoặc --decisions riêng (mỗi loại một dãy)",
        "decisions and regulations have one code, and nobody has said how they are numbered; type once: \
         vanban register set --decisions together (one series) or --decisions apart (one each)",
    )
}

/// The same, asked.
pub(crate) fn ask_decisions() -> &'static str {
    fixed!(
        "Quyết định và Quy định đánh số chung hay riêng (chung/riêng):",
        "Are decisions and regulations numbered together or apart (together/apart):",
    )
}

/// A number that another document has.
pub(crate) fn taken(holder: &Entry, next: u32) -> String {
    let (symbol, subject) = (holder.symbol(), &holder.subject);
    let day = holder.date.map_or_else(String::new, |date| format!("{} {date}", fixed!(", ngày", ", of")));
    said!(
        "số {symbol} đã cấp cho “{subject}”{day}; số tiếp theo là {next:02}: hãy ghi số ấy, hoặc bỏ --number",
        "{symbol} is the number of “{subject}”{day}; the next one is {next:02}: write that, or leave out --number",
    )
}

/// A number that leaves others open.
pub(crate) fn left_open(paper: &Entry, next: u32) -> String {
    let (symbol, last) = (paper.symbol(), paper.number - 1);
    let open = if next == last { format!("{next:02}") } else { format!("{next:02} – {last:02}") };
    said!(
        "cảnh báo: số {symbol} bỏ trống số {open}; văn bản lập nơi khác thì ghi vào sổ: vanban register add",
        "warning: {symbol} leaves {open} open; enter documents that were written elsewhere: vanban register add",
    )
}

pub(crate) fn entered(paper: &Entry) -> String {
    let (symbol, subject) = (paper.symbol(), &paper.subject);
    said!("đã vào sổ: {symbol} “{subject}”\n", "entered: {symbol} “{subject}”\n")
}

/// The number that a document got.
pub(crate) fn numbered(paper: &Entry, register: &Path) -> String {
    let (symbol, register) = (paper.symbol(), register.display());
    said!("số {symbol}, đã vào sổ {register}", "{symbol}, entered in {register}")
}

pub(crate) fn no_code() -> &'static str {
    fixed!(
        "chưa rõ ký hiệu cơ quan: thêm --issuer-code, ví dụ --issuer-code CB, hoặc ghi office trong vanban.toml",
        "the code of the issuer is not known: add --issuer-code, such as CB, or write office into vanban.toml",
    )
}

pub(crate) fn no_office() -> &'static str {
    fixed!(
        "chưa rõ sổ của cơ quan nào: ghi office trong vanban.toml (gõ vanban init)",
        "whose register it is is not known: write office into vanban.toml (vanban init)",
    )
}

/// A register without documents.
pub(crate) fn empty(register: &Path) -> String {
    let register = register.display();
    said!(
        "{register}: sổ chưa có văn bản nào; ghi văn bản đã ban hành: vanban register add",
        "{register}: it has no documents; enter those that were issued: vanban register add",
    )
}

pub(crate) fn what_to_enter() -> &'static str {
    fixed!(
        "hãy ghi các tệp bản ghi đã có số, hoặc --type LOẠI --subject \"trích yếu\" cho văn bản lập nơi khác",
        "name records that have a number, or write --type TYPE --subject \"…\" for a document written elsewhere",
    )
}

/// A record that has no number to enter.
pub(crate) fn not_numbered(file: &Path) -> String {
    let file = file.display();
    said!(
        "{file}: bản ghi chưa có số, hoặc loại văn bản này không đánh số; không vào sổ",
        "{file}: the record has no number, or its kind has none; it is not entered",
    )
}

/// How many documents a series has.
pub(crate) fn counted(series: &str, papers: usize, (from, to): (u32, u32)) -> String {
    said!(
        "{series}: {papers} văn bản, số {from:02} đến {to:02}\n",
        "{series}: {papers} documents, {from:02} to {to:02}\n"
    )
}

pub(crate) fn sound() -> &'static str {
    fixed!("không số nào trùng, không số nào bỏ trống\n", "no number stands twice, none is missing\n")
}

/// Numbers that stand twice once two types share a series.
pub(crate) fn stand_twice(count: usize) -> String {
    said!(
        "cảnh báo: đánh số chung thì {count} số đang cấp cho cả Quyết định và Quy định; xem: vanban register check",
        "warning: in one series {count} numbers stand twice, of a decision and of a regulation; see vanban register check",
    )
}

/// What is to hold was written.
pub(crate) fn said(register: &Path) -> String {
    let register = register.display();
    said!("đã ghi {register}\n", "wrote {register}\n")
}

pub(crate) fn no_type(text: &str) -> String {
    said!(
        "không có loại văn bản “{text}”; hãy ghi tên hoặc ký hiệu, ví dụ \"nghị quyết\", NQ, BS (bản sao), ĐH (đại hội)",
        "there is no type “{text}”; write a name or a code, such as NQ, BS (copies)",
    )
}

pub(crate) fn no_first() -> &'static str {
    fixed!("hãy ghi ký hiệu và số đầu tiên, ví dụ NQ=47", "write code and first number, such as NQ=47")
}

pub(crate) fn no_decisions() -> &'static str {
    fixed!(
        "chỉ nhận chung (một dãy số cho cả Quyết định và Quy định) hoặc riêng (mỗi loại một dãy)",
        "write together (one series for both) or apart (one each)",
    )
}
