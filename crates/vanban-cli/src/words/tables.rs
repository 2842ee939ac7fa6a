//! What is said of tables to fill in.

/// A table was written; `file` and `folder` as they are typed, `kind` with the option that names its form.
pub(crate) fn fill_in(name: &str, file: &str, kind: &str, folder: &str) -> String {
    said!(
        "Đã ghi {name}. Mở bằng Excel, điền dưới tiêu đề, lưu lại, đóng Excel; rồi gõ:\n  \
         vanban batch {file} --kind {kind} -o {folder}   (lập DOCX và PDF)\n",
        "Wrote {name}. Fill it in below the header, save and close it; then type:\n  \
         vanban batch {file} --kind {kind} -o {folder}   (DOCX and PDF)\n",
    )
}

/// A row holds no document of the kind; `variants`: of which it does.
pub(crate) fn nested(why: &str, kind: &str, session: &str, name: &str, variants: &[String]) -> String {
    let flat = match variants {
        [] => String::new(),
        _ => {
            let variants = variants.join(", ");
            said!("; bảng lập được khi thêm {variants}", "; there is a table with {variants}")
        }
    };
    said!(
        "{why}; hãy lập bản ghi JSON: vanban new {kind}{session} -o {name}.json{flat}",
        "{why}; begin a record in JSON: vanban new {kind}{session} -o {name}.json{flat}",
    )
}

/// How a sheet whose rows are those of a form's table makes one document.
pub(crate) fn as_list(table: &str, columns: &str, kind: &str, field: &str) -> String {
    said!(
        "; hoặc lập bảng Excel có các cột của bảng “{table}” ({columns}), rồi gõ: vanban batch bang.xlsx --kind {kind} --as {field} -o ra",
        "; or make a sheet with the columns of the table “{table}” ({columns}), and type: vanban batch table.xlsx --kind {kind} --as {field} -o out",
    )
}

pub(crate) fn no_criteria_set(why: &str) -> String {
    said!(
        "{why}; hãy thêm --criteria-set (xem `vanban criteria list`), hoặc ghi criteria_set trong vanban.toml",
        "{why}; add --criteria-set (see `vanban criteria list`), or write criteria_set into vanban.toml",
    )
}

pub(crate) fn unknown_criteria_set(why: &str) -> String {
    said!("{why}; hãy chọn trong `vanban criteria list`", "{why}; see `vanban criteria list`")
}

/// The command names another set than the office, by which the table would be read.
pub(crate) fn two_criteria_sets(own: &str) -> String {
    said!(
        "--criteria-set: vanban.toml ghi bộ {own}, và `vanban batch` lấy theo đó; hãy sửa criteria_set trong vanban.toml, hoặc bỏ --criteria-set",
        "--criteria-set: vanban.toml says {own}, which `vanban batch` takes; change criteria_set in vanban.toml, or leave out --criteria-set",
    )
}
