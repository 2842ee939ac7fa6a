//! What is said of the names that files are to have.

pub(crate) fn not_closed() -> &'static str {
    fixed!(
        "dấu { không có dấu } đi cùng; hãy ghi, ví dụ, {issuer.name}",
        "a { without its }; write, say, {issuer.name}",
    )
}

pub(crate) fn of_nothing() -> &'static str {
    fixed!(
        "giữa { và } hãy ghi tên một mục của bản ghi, ví dụ {issuer.name}",
        "between { and } name a field of the record, such as {issuer.name}",
    )
}

pub(crate) fn without_field() -> &'static str {
    fixed!(
        "hãy ghi ít nhất một mục của bản ghi trong ngoặc nhọn, ví dụ {issuer.name}",
        "name at least one field of the record in braces, such as {issuer.name}",
    )
}

/// A file that an option names goes into the folder behind `-o`.
pub(crate) fn alone(option: &str, example: &str) -> String {
    said!(
        "{option}: chỉ ghi tên tệp, ví dụ {example}; tệp được ghi vào thư mục sau -o",
        "{option}: write the name alone, such as {example}; the file goes into the folder behind -o",
    )
}

pub(crate) fn ending(option: &str, extension: &str, example: &str) -> String {
    said!(
        "{option}: tên tệp phải kết thúc bằng .{extension}; hãy ghi, ví dụ, {option} {example}",
        "{option}: the name ends in .{extension}; write, say, {option} {example}",
    )
}

pub(crate) fn odd(option: &str, example: &str) -> String {
    said!(
        "{option}: tên tệp không được bắt đầu bằng dấu chấm, không được có ký tự < > : \" | ? *; hãy ghi, ví dụ, {option} {example}",
        "{option}: a name begins with no point and has none of < > : \" | ? *; write, say, {option} {example}",
    )
}

pub(crate) fn long(option: &str, example: &str) -> String {
    said!(
        "{option}: tên tệp quá dài; hãy ghi tên ngắn hơn, ví dụ {option} {example}",
        "{option}: the name is too long; write a shorter one, such as {option} {example}",
    )
}

pub(crate) fn device(option: &str, name: &str, example: &str) -> String {
    said!(
        "{option}: Windows giữ tên “{name}” cho thiết bị; hãy ghi tên khác, ví dụ {option} {example}",
        "{option}: Windows keeps “{name}” for a device; choose another name, such as {option} {example}",
    )
}
