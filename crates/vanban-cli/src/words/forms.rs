//! What is said of forms.

use std::path::Path;

use vanban::kinds::Shape;

use super::typed_path;

pub(crate) fn no_form() -> &'static str {
    fixed!(
        "thư mục này không có form.toml nên không phải một mẫu; gõ `vanban form new` để tạo mẫu mới",
        "this folder has no form.toml, so it is no form; `vanban form new` begins one",
    )
}

pub(crate) fn fault(file: &Path, line: usize, column: usize, reason: &str) -> String {
    let file = file.display();
    said!("{file}, dòng {line}, cột {column}: {reason}", "{file}, line {line}, column {column}: {reason}")
}

pub(crate) fn stands() -> &'static str {
    fixed!(
        "đã có, giữ nguyên; hãy đặt tên khác cho mẫu mới",
        "is there, kept; give the new form another name"
    )
}

pub(crate) fn no_name(called: &str) -> String {
    said!(
        "“{called}” không đặt tên cho mẫu được; hãy dùng chữ không dấu, không trùng tên loại có sẵn, ví dụ giay-khen",
        "a form cannot be called “{called}”; use letters a to z, as giay-khen",
    )
}

/// A form was begun.
pub(crate) fn begun(folder: &Path) -> String {
    let name = folder.display();
    let form = typed_path(folder);
    let example = typed_path(&folder.join("example.json"));
    said!(
        "Đã tạo mẫu {name}. Sửa {name}/form.toml và {name}/body.hbs bằng Notepad, lưu lại (mã UTF-8); rồi gõ:\n  \
         vanban form check {form}   (xem có chỗ nào sai)\n  \
         vanban form show {form}   (xem trang in và các mục)\n  \
         vanban render {example} --form {form} -o thu   (lập DOCX và PDF)\n",
        "Made the form {name}. Edit {name}/form.toml and {name}/body.hbs and save them (UTF-8); then type:\n  \
         vanban form check {form}   (what is wrong)\n  \
         vanban form show {form}   (the page and the fields)\n  \
         vanban render {example} --form {form} -o thu   (DOCX and PDF)\n",
    )
}

/// A form in which nothing is wrong.
pub(crate) fn sound(folder: &Path) -> String {
    let name = folder.display();
    said!("{name}: không phát hiện lỗi", "{name}: nothing is wrong")
}

pub(crate) fn no_example() -> &'static str {
    fixed!("mẫu không có example.json nên không có gì để vẽ", "the form has no example.json to draw")
}

pub(crate) fn not_drawn(page: usize) -> String {
    said!("không vẽ được trang {page}", "page {page} cannot be drawn")
}

pub(crate) fn required() -> &'static str {
    fixed!(", bắt buộc", ", required")
}

/// What stands in a field.
pub(crate) fn shape(shape: &Shape) -> String {
    let of = |shape: &Shape| match shape {
        Shape::Text => fixed!("chữ", "text").to_owned(),
        Shape::Number(_) => fixed!("số", "number").to_owned(),
        Shape::Flag => fixed!("có hoặc không", "yes or no").to_owned(),
        Shape::Choice(values) => {
            let words: Vec<&str> = values.iter().map(|(_, term)| term.as_str()).collect();
            let words = words.join(" | ");
            said!("một trong: {words}", "one of: {words}")
        }
        Shape::Spelt(fields) if fields.iter().any(|field| field.name == "year") => {
            fixed!("ngày tháng", "date").to_owned()
        }
        Shape::Spelt(_) => fixed!("người", "person").to_owned(),
        Shape::Picture => fixed!("ảnh", "picture").to_owned(),
        _ => fixed!("nhóm mục", "group").to_owned(),
    };
    match shape {
        Shape::List(element) => match &**element {
            Shape::Group(_) => fixed!("bảng", "table").to_owned(),
            element => {
                let element = of(element);
                said!("danh sách {element}", "list of {element}")
            }
        },
        shape => of(shape),
    }
}

/// `--as` names no table of the form.
pub(crate) fn no_list(field: &str, known: &str) -> String {
    if known.is_empty() {
        return said!("--as: loại này không có bảng nào", "--as: this kind has no table");
    }
    said!(
        "--as: không có bảng “{field}”; hãy ghi một trong: {known}",
        "--as: there is no table “{field}”; write one of: {known}"
    )
}

/// A kind that is no form.
pub(crate) fn no_form_of(kind: &str) -> String {
    said!(
        "“{kind}” không phải một mẫu có sẵn dạng thư mục; hãy bỏ --from để tạo mẫu mới",
        "“{kind}” is no form; leave --from out to begin a new one",
    )
}

/// Two forms have one name.
pub(crate) fn same_name(name: &str, other: &Path) -> String {
    let other = other.display();
    said!(
        "mẫu trùng tên “{name}” với mẫu ở {other}; hãy đổi name trong form.toml của một mẫu",
        "the form has the name “{name}” of that in {other}; change one of them",
    )
}

/// A file of a form that is too long.
pub(crate) fn too_long(most: u64) -> String {
    let most = most >> 10;
    said!("dài hơn {most} KB; hãy rút gọn", "longer than {most} KB; shorten it")
}

/// A file of a form that is a link: a form reads no file of another place.
pub(crate) fn linked() -> &'static str {
    fixed!(
        "là liên kết đến tệp khác, mà mẫu chỉ đọc tệp trong thư mục của nó; hãy chép tệp ấy vào thư mục của mẫu",
        "is a link to another file, and a form reads only files of its own folder; copy that file into the folder",
    )
}

/// Neither a folder nor the name of a form.
pub(crate) fn no_such_form() -> &'static str {
    fixed!(
        "không có thư mục này, cũng không có mẫu nào tên như thế; gõ `vanban kinds` để xem tên các mẫu, hoặc `vanban form new` để tạo mẫu mới",
        "there is no such folder, and no form of that name; `vanban kinds` lists them, `vanban form new` begins one",
    )
}

/// The example of a form is a record of another kind.
pub(crate) fn of_another_kind(named: &str, own: &str) -> String {
    said!(
        "kind: bản ghi thử ghi “{named}”, mà mẫu tên “{own}”; hãy ghi \"kind\": \"{own}\"",
        "kind: the example says “{named}”, and the form is called “{own}”; write \"kind\": \"{own}\"",
    )
}
