//! Sentences about volumes.

/// What must be said of a volume and is not, each with where to say it.
pub(crate) fn lacking(lacks: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    if lacks("subject") {
        lines.push(
            fixed!(
                "chưa ghi chủ đề của kỷ yếu; hãy thêm --subject, như --subject \"Các tham luận tại buổi sinh hoạt chuyên đề\"",
                "what the volume is about is not said; add --subject, such as --subject \"Talks at the session\"",
            )
            .to_owned(),
        );
    }
    if lacks("date") {
        lines.push(
            fixed!(
                "chưa ghi ngày trên bìa; hãy thêm --date, như --date 26/12/2026",
                "the day on the cover is not said; add --date, such as --date 26/12/2026",
            )
            .to_owned(),
        );
    }
    let office = [
        ("issuer", fixed!("cơ quan làm kỷ yếu", "who makes it")),
        ("place", fixed!("địa danh", "the place")),
    ];
    let unknown: Vec<&str> =
        office.into_iter().filter(|(field, _)| lacks(field)).map(|(_, term)| term).collect();
    if !unknown.is_empty() {
        let unknown = unknown.join(", ");
        lines.push(said!(
            "chưa rõ {unknown}; hãy ghi trong vanban.toml (gõ vanban init)",
            "not known: {unknown}; write it into vanban.toml (vanban init)",
        ));
    }
    lines
}

/// A PDF of which nobody says what it is called.
pub(crate) fn untitled() -> &'static str {
    fixed!(
        "chưa rõ tên bài; hãy đổi tên tệp thành tên bài, như \"Kinh nghiệm sinh hoạt chi bộ.pdf\", hoặc ghi title trong tệp kỷ yếu",
        "what it is called is not known; call the file so, such as \"What we learnt.pdf\", or write title into the volume's file",
    )
}

/// A document of a program that writes no records.
pub(crate) fn no_pdf() -> &'static str {
    fixed!(
        "bài phải là bản ghi (.json) hoặc tệp .pdf; tệp Word, Excel, ảnh thì mở ra, lưu thành PDF rồi đưa tệp PDF vào",
        "a document is a record (.json) or a .pdf; open what Word, Excel or a camera made, save it as PDF and give that",
    )
}

/// A device or a pipe.
pub(crate) fn no_file() -> &'static str {
    fixed!(
        "không phải là tệp; hãy ghi tên tệp của bài",
        "it is no file; write the name of the document's file"
    )
}
