//! What is said of the figures of a vote.

/// How each figure is asked for.
pub(crate) const QUESTIONS: [&str; 5] =
    ["Số đảng viên có quyền biểu quyết:", "Có mặt:", "Tán thành:", "Không tán thành:", "Không có ý kiến:"];

/// What each figure is called.
pub(crate) fn called() -> [&'static str; 5] {
    fixed!(
        [
            "số đảng viên có quyền biểu quyết",
            "số có mặt",
            "số tán thành",
            "số không tán thành",
            "số không có ý kiến"
        ],
        ["those who may vote", "those present", "in favour", "against", "abstained"],
    )
}

/// How the figures are written.
pub(crate) fn labels(each: &str) -> String {
    said!(
        "hãy ghi tên trước từng con số, như entitled=13,present=12,in_favour=12,against=0,abstained=0; các tên là {each}",
        "write a name before each figure, as entitled=13,present=12,in_favour=12,against=0,abstained=0; the names are {each}",
    )
}

pub(crate) fn twice(label: &str) -> String {
    said!("{label} ghi hai lần; hãy bỏ một", "{label} is written twice; leave out one")
}

/// More voices than there are people; `before` are told already.
pub(crate) fn too_many(before: u32, figure: u32, most: u32, entitled: bool) -> String {
    let sum = before.saturating_add(figure);
    let told = match before {
        0 => sum.to_string(),
        _ => said!("cộng với {before} đã ghi là {sum}", "with the {before} before it makes {sum}"),
    };
    let of = if entitled {
        fixed!("có quyền biểu quyết", "who may vote")
    } else {
        fixed!("có mặt", "present")
    };
    said!(
        "{told}, nhiều hơn {most} đồng chí {of}; hãy ghi lại",
        "{told}, more than the {most} {of}; write it again"
    )
}
