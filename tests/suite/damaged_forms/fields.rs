//! What happens to fields: to their controls, to what they hold, to what the data part says.

use super::Damage;
use super::form::{Form, run};
use crate::edits::{without_controls, write_data};

const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";

pub const ALL: &[Damage] = &[
    (
        "a score is no number",
        || Form::with("scores", "5.1", "x").file(),
        &[
            "lỗi: mục 5.1, điểm tự chấm: “x” không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính [quy ước; shape.no_such_value]",
        ],
    ),
    (
        "a score is above the most",
        || Form::with("scores", "4.6", 2).file(),
        &[
            "lỗi: mục 4.6, điểm tự chấm: tiêu chí 4.6 chấm 2 điểm, quá điểm tối đa là 1 [quy ước; rows.above_max]",
        ],
    ),
    (
        "a score is less than nothing",
        || Form::with("scores", "4.6", -1).file(),
        &[
            "lỗi: mục 4.6, điểm tự chấm: tiêu chí 4.6 chấm -1; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên [quy ước; rows.score]",
            "lỗi: mục 4.6, lý do trừ điểm: tiêu chí 4.6 không đạt điểm tối đa 1; phải ghi lý do trừ điểm [quy ước; rows.note_missing]",
        ],
    ),
    (
        "a level that the set has not",
        || Form::with("scores", "3.1", 2.5).file(),
        &[
            "lỗi: mục 3.1, lý do trừ điểm: tiêu chí 3.1 không đạt điểm tối đa 3; phải ghi lý do trừ điểm [quy ước; rows.note_missing]",
            "cảnh báo: mục 3.1, điểm tự chấm: tiêu chí 3.1 chấm 2,5 điểm, mà bộ tiêu chí chỉ có các mức 3; 0 [quy ước; rows.between_levels]",
        ],
    ),
    (
        "more are present than there are",
        || Form::with("session", "present", 99).file(),
        &[
            "lỗi: có mặt: có mặt 99 đồng chí, nhiều hơn 26 đảng viên của chi bộ [quy ước; session.present_above_members]",
            "cảnh báo: mục 4.5, điểm tự chấm: tiêu chí 4.5 chấm 5 điểm, mà theo số liệu của buổi sinh hoạt là 2 điểm [quy ước; rows.not_from_facts]",
        ],
    ),
    (
        "a day 32",
        || Form::own().written("/held/day", "32").file(),
        &[
            "lỗi: ngày họp, ngày: trong văn bản ghi “32”, mà dữ liệu kèm tệp là “03”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "text and data differ",
        || Form::own().written(&Form::own().score("7.1"), "27").file(),
        &[
            "lỗi: mục 7.1, điểm tự chấm: trong văn bản ghi “27”, mà dữ liệu kèm tệp là “30”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "the score was deleted in the text",
        || Form::own().written(&Form::own().score("7.1"), "").file(),
        &[
            "lỗi: mục 7.1, điểm tự chấm: trong văn bản đã xoá, mà dữ liệu kèm tệp còn “30”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "the data part has another score",
        || {
            let mut form = Form::own();
            let tag = form.score("7.1");
            form.data = form.data.replacen("<field>30</field>", "<field>27</field>", 1);
            assert!(form.data.contains("<field>27</field>"), "{tag}");
            form.file()
        },
        &[
            "lỗi: mục 7.1, điểm tự chấm: trong văn bản ghi “30”, mà dữ liệu kèm tệp là “27”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "the score is struck out",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.holding(&tag, "<w:r><w:rPr><w:strike/></w:rPr><w:t>5</w:t></w:r>").file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có chữ bị gạch ngang hoặc bị ẩn: “5”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại [quy ước; returned.text]",
        ],
    ),
    (
        "the score is hidden",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.holding(&tag, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>5</w:t></w:r>").file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có chữ bị gạch ngang hoặc bị ẩn: “5”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại [quy ước; returned.text]",
        ],
    ),
    (
        "the row of the score is one twip high",
        || {
            let mut form = Form::own();
            let at = form.control(&form.score("4.1")).0;
            let (begin, end) = form.around("w:tr", at);
            let row = form.text[begin..end].replacen(
                "<w:trPr>",
                "<w:trPr><w:trHeight w:val=\"1\" w:hRule=\"exact\"/>",
                1,
            );
            form.text.replace_range(begin..end, &row);
            form.file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có chữ không nhìn thấy được (dòng hoặc hàng của bảng bị ép quá thấp): “5”; hãy xoá hẳn chữ đó, hoặc để dòng cao như thường rồi lưu lại [quy ước; returned.text]",
            "cảnh báo: có chữ không nhìn thấy được (dòng hoặc hàng của bảng bị ép quá thấp): “4.1”, “Thực hiện đầy đủ các bước quy trình sinh hoạt chi bộ (điểm 2.2, Mục II Hướng dẫn số 42-HD/BTCTW)”, “5”; hãy xoá hẳn chữ đó, hoặc để dòng cao như thường rồi lưu lại [quy ước; returned.text]",
        ],
    ),
    (
        "the cell of the score is crossed out",
        || {
            let mut form = Form::own();
            let at = own_cell(&form, "4.1");
            let cell = form.text[..at].rfind("<w:tcPr>").unwrap() + "<w:tcPr>".len();
            form.text.insert_str(
                cell,
                "<w:tcBorders><w:tl2br w:val=\"single\" w:sz=\"4\"/><w:tr2bl w:val=\"single\" w:sz=\"4\"/></w:tcBorders>",
            );
            form.file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có chữ trong ô của bảng bị gạch chéo: “5”; hãy xoá hẳn chữ đó, hoặc bỏ đường gạch chéo rồi lưu lại [quy ước; returned.text]",
        ],
    ),
    (
        "the score runs backwards",
        || {
            let form = Form::own();
            let tag = form.score("4.2");
            form.holding(&tag, "<w:bdo w:val=\"rtl\"><w:r><w:t>15</w:t></w:r></w:bdo>").file()
        },
        &[
            "lỗi: mục 4.2, điểm tự chấm: có chữ viết ngược chiều (từ phải sang trái): trong tệp là “15”, trên trang có thể đọc là “51”; hãy xoá đi, gõ lại rồi lưu lại [quy ước; returned.text]",
        ],
    ),
    (
        "the score was changed with tracked changes",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.holding(
                &tag,
                "<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>4</w:t></w:r></w:ins>",
            )
            .file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: trong văn bản ghi “4”, mà dữ liệu kèm tệp là “5”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "the score is a picture",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.holding(&tag, "<w:r><w:drawing/></w:r>").file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: trong văn bản đã xoá, mà dữ liệu kèm tệp còn “5”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
            "lỗi: mục 4.1, điểm tự chấm: có hình trong ô, không đọc được chữ trong hình; hãy ghi bằng chữ [quy ước; returned.text]",
        ],
    ),
    (
        "a line drawn over the cell of a score",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.behind(&tag, "<w:r><w:drawing/></w:r>").file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có hình trong ô, không đọc được chữ trong hình; hãy ghi bằng chữ [quy ước; returned.text]",
        ],
    ),
    (
        "a control was deleted with its score",
        || {
            let mut form = Form::own();
            let tag = form.score("4.7");
            let own = form.control(&tag);
            form.cut(own);
            form.file()
        },
        &[
            "lỗi: mục 4.7, điểm tự chấm: trong văn bản đã xoá, mà dữ liệu kèm tệp còn “1”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "a control was lost, its score stands",
        || {
            let mut form = Form::own();
            let tag = form.score("4.7");
            let (begin, end) = form.control(&tag);
            let own = form.text[begin..end].to_owned();
            form.text.replace_range(begin..end, &without_controls(&own));
            form.file()
        },
        &[],
    ),
    (
        "all controls were lost",
        || {
            let mut form = Form::own();
            form.text = without_controls(&form.text);
            form.file()
        },
        &[],
    ),
    (
        "all tags were lost",
        || {
            let form = Form::own();
            let mut text = String::new();
            for (at, part) in form.text.split("<w:tag w:val=\"").enumerate() {
                text += if at == 0 { part } else { part.split_once("/>").unwrap().1 };
            }
            Form { text, ..form }.file()
        },
        &[],
    ),
    ("all bindings were lost", || Form::own().unbound().file(), &[]),
    (
        "a tag that no field has",
        || {
            let form = Form::own();
            let tag = form.score("4.7");
            form.unbound().replaced(&format!("\"{tag}\""), "\"/rows/99/self_score\"").file()
        },
        &[],
    ),
    (
        "two tags were swapped",
        || {
            let form = Form::own();
            let (one, two) = (form.score("4.1"), form.score("4.6"));
            form.unbound()
                .replaced(&format!("\"{one}\""), "\"@\"")
                .replaced(&format!("\"{two}\""), &format!("\"{one}\""))
                .replaced("\"@\"", &format!("\"{two}\""))
                .file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: trong văn bản ghi “1”, mà dữ liệu kèm tệp là “5”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
            "lỗi: mục 4.6, điểm tự chấm: trong văn bản ghi “5”, mà dữ liệu kèm tệp là “1”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “1”, mà nằm ở dòng “4.6 Sổ biên bản sinh hoạt chi bộ…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "lỗi: mục 4.6, điểm tự chấm: ô để điền ghi “5”, mà nằm ở dòng “4.1 Thực hiện đầy đủ các bước quy…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "two controls of a line were swapped",
        || {
            let form = Form::own();
            form.unbound()
                .replaced("\"/session/exempt\"", "\"@\"")
                .replaced("\"/session/unexcused\"", "\"/session/exempt\"")
                .replaced("\"@\"", "\"/session/unexcused\"")
                .file()
        },
        &[
            "lỗi: được miễn sinh hoạt: trong văn bản ghi “0”, mà dữ liệu kèm tệp là “2”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
            "lỗi: vắng mặt không có lý do: trong văn bản ghi “2”, mà dữ liệu kèm tệp là “0”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]",
            "lỗi: được miễn sinh hoạt: ô để điền ghi “0”, mà trên trang đọc là “vắng mặt không có lý do: 0 đồng chí.”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "lỗi: vắng mặt không có lý do: ô để điền ghi “2”, mà trên trang đọc là “sinh hoạt đảng: 2 đồng chí”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "a control was dragged to another row",
        || {
            let mut form = Form::own();
            let (one, two) = (form.score("4.1"), form.score("4.2"));
            let own = form.control(&one);
            let own = form.cut(own);
            form.behind(&two, &own).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà nằm ở dòng “4.2 Sinh hoạt thường kỳ thực hiện nội…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "two controls were dragged to each other's rows",
        || {
            let mut form = Form::own();
            let (one, two) = (form.score("4.1"), form.score("4.2"));
            let own = form.control(&one);
            let own = form.cut(own);
            let mut form = form.behind(&two, "<x/>");
            let other = form.control(&two);
            let other = form.cut(other);
            let at = own_cell(&form, "4.1");
            form.text = form.text.replace("<x/>", &own);
            form.text.insert_str(at, &other);
            form.file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà nằm ở dòng “4.2 Sinh hoạt thường kỳ thực hiện nội…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "lỗi: mục 4.2, điểm tự chấm: ô để điền ghi “15”, mà nằm ở dòng “4.1 Thực hiện đầy đủ các bước quy…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "a control was dragged into the notes",
        || {
            let mut form = Form::own();
            let (tag, note) = (form.score("4.1"), form.score("4.1").replace("self_score", "note"));
            let own = form.control(&tag);
            let own = form.cut(own);
            form.before(&note, &own).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà nằm ở cột “Ghi chú”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "a reason was dragged to another row",
        || {
            let mut form = Form::own();
            let [own, other] = ["8.3", "8.2"].map(|it| form.score(it).replace("self_score", "note"));
            let reason = form.control(&own);
            let reason = form.cut(reason);
            form.behind(&other, &reason).file()
        },
        &[
            "lỗi: mục 8.3, lý do trừ điểm: ô để điền ghi “Đăng tải nghị quyết chậm 01 ngày”, mà nằm ở dòng “8.2 Thông qua nội dung biên bản sinh…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "a control was dragged out of the table",
        || {
            let mut form = Form::own();
            let tag = form.score("4.1");
            let own = form.control(&tag);
            let own = form.cut(own);
            let at = form.text.find("<w:body>").unwrap() + "<w:body>".len();
            form.text.insert_str(at, &format!("<w:p>{own}</w:p>"));
            form.file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà nằm ở ngoài bảng; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "a control was copied to another row",
        || {
            let form = Form::own();
            let (one, two) = (form.score("4.1"), form.score("4.2"));
            let (begin, end) = form.control(&one);
            let own = form.text[begin..end].to_owned();
            form.behind(&two, &own).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà nằm ở dòng “4.2 Sinh hoạt thường kỳ thực hiện nội…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "a control was copied and filled in otherwise",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            let (begin, end) = form.control(&tag);
            let copy = form.text[begin..end].replace("<w:t>5</w:t>", "<w:t>4</w:t>");
            form.behind(&tag, &format!("</w:p><w:p>{copy}")).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có ở nhiều chỗ trong văn bản mà ghi khác nhau: “5”, “4”; hãy ghi một giá trị rồi lưu lại [quy ước; returned.copies]",
        ],
    ),
    (
        "a control within another",
        || {
            let form = Form::own();
            let (one, two) = (form.score("4.1"), form.score("4.2"));
            let (begin, end) = form.control(&two);
            let inner = form.text[begin..end].to_owned();
            form.holding(&one, &(run("5") + &inner)).file()
        },
        &[
            "lỗi: mục 4.2, điểm tự chấm: ô để điền ghi “15”, mà nằm ở dòng “4.1 Thực hiện đầy đủ các bước quy…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ],
    ),
    (
        "nothing but the total is filled in",
        || Form::blank().written("/view/total/own", "90").file(),
        &[
            "lỗi: chưa chấm điểm mục nào; hãy xin lại phiếu đã chấm [quy ước; returned.not_scored]",
            "cảnh báo: tổng điểm: ghi “90”, mà chưa điền các mục để tính ra; phần mềm không lấy, hãy điền từng mục [quy ước; returned.worked_out]",
            "cảnh báo: còn để trống “ngày ghi trên văn bản”, “ngày họp, ngày”, “thời lượng”, “tổng số đảng viên”, “được miễn sinh hoạt”, “có mặt”, “vắng mặt không có lý do”, “số người phát biểu”, “số chỉ tiêu hoàn thành”, “tổng số chỉ tiêu”; hãy hỏi lại nếu cần [quy ước; returned.left_open]",
        ],
    ),
    ("another total than the points come to", || Form::own().written("/view/total/own", "99").file(), &[]),
    (
        "a score is emptied",
        || {
            let mut form = Form::own();
            let tag = form.score("4.6");
            form = form.written(&tag, ROOM);
            form.file()
        },
        &[],
    ),
    (
        "data alone was filled in, by a program",
        || {
            let form = Form::own();
            let mut blank = Form::blank();
            blank.data = form.data;
            blank.file()
        },
        &[],
    ),
    (
        "a figure in the data alone is no number",
        || {
            let mut form = Form::blank();
            write_data(&mut form.data, "/session/members", "hai mươi");
            form.file()
        },
        &[
            "lỗi: tổng số đảng viên: phải là số nguyên; hiện là “hai mươi”; có phải 20? [quy ước; shape.wrong_type]",
        ],
    ),
];

/// The place in the cell of a criterion's points at which its control stood.
fn own_cell(form: &Form, criterion: &str) -> usize {
    let label = form.text.find(&format!(">{criterion}<")).unwrap();
    let row_end = label + form.text[label..].find("</w:tr>").unwrap();
    let cells: Vec<usize> =
        form.text[label..row_end].match_indices("</w:p>").map(|(at, _)| label + at).collect();
    // Behind the number stand the criterion, the most, the points.
    cells[3]
}
