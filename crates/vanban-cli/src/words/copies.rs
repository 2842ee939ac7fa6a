//! Sentences about copies of issued documents.

/// Why an extract of named pages is no DOCX.
pub(crate) fn extract_is_pdf() -> &'static str {
    fixed!(
        "trích sao theo trang chỉ lập tệp PDF; muốn có tệp DOCX, hãy trích sao một bản ghi chỉ có phần cần sao",
        "an extract of named pages is a PDF alone; for a DOCX, copy a record that holds the part alone",
    )
}

/// An extract of a record that holds a part of its document.
pub(crate) fn extract_is_numbered_anew() -> &'static str {
    fixed!(
        "các mục của bản trích sao đánh số lại từ đầu; muốn giữ số mục của bản chính thì trích theo trang, như --pages 1,3-5",
        "the headings of the extract are numbered anew; to keep those of the original name its pages, such as --pages 1,3-5",
    )
}

/// What an argument for pages takes.
pub(crate) fn pages() -> &'static str {
    fixed!("hãy ghi các trang bằng chữ số, như 1,3-5", "write pages in figures, such as 1,3-5")
}

/// A range of pages that ends before it begins.
pub(crate) fn backwards(first: u32, last: u32) -> String {
    said!("hãy ghi trang nhỏ trước, như {last}-{first}", "write the lower page first, as {last}-{first}",)
}

/// A page that no document has.
pub(crate) fn beyond(most: u32) -> String {
    said!("hãy ghi trang không quá {most}", "write no page beyond {most}")
}

/// How a document is copied.
pub(crate) fn form() -> &'static str {
    fixed!("hãy ghi một trong: sao y, sao lục, trích sao", "write one of: exact, transcript, extract")
}

/// What must be said of a copy and is not, each with where to say it.
pub(crate) fn lacking(lacks: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    if lacks("form") {
        lines.push(
            fixed!(
                "chưa ghi hình thức sao; hãy thêm --as với một trong: sao y, sao lục, trích sao",
                "how it is copied is not said; add --as and one of: exact, transcript, extract",
            )
            .to_owned(),
        );
    }
    if lacks("date") {
        lines.push(
            fixed!(
                "chưa ghi ngày sao; hãy thêm --date, như --date 10/6/2026",
                "the day of the copy is not said; add --date, such as --date 10/6/2026",
            )
            .to_owned(),
        );
    }
    let office = [
        ("issuer", fixed!("cơ quan sao", "who copies it")),
        ("place", fixed!("địa danh", "the place")),
        ("signature", fixed!("người ký", "who signs")),
    ];
    let unknown: Vec<&str> =
        office.into_iter().filter(|(field, _)| lacks(field)).map(|(_, term)| term).collect();
    if !unknown.is_empty() {
        let unknown = unknown.join(", ");
        lines.push(said!(
            "chưa rõ {unknown}; hãy ghi trong vanban.toml (gõ vanban init), hoặc trong tệp JSON và thêm --with",
            "not known: {unknown}; write it into vanban.toml (vanban init), or into a JSON file and add --with",
        ));
    }
    lines
}

/// A copy without a number, where nobody keeps a register.
pub(crate) fn no_number() -> &'static str {
    fixed!(
        "chưa ghi số bản sao; hãy thêm --number, hoặc mở sổ (gõ vanban register set) để chương trình lấy số tiếp theo",
        "the copy has no number; add --number, or keep a register (vanban register set) that gives the next one",
    )
}

/// An extract of a PDF that leaves no page out.
pub(crate) fn extract_is_whole() -> &'static str {
    fixed!(
        "bản trích sao có mọi trang của tệp; chỉ sao một số trang thì thêm --pages, như --pages 1,3-5",
        "the extract holds all pages of the file; for some of them add --pages, such as --pages 1,3-5",
    )
}
