//! What happens to the text around fields.

use super::Damage;
use super::form::{Form, run};

pub const ALL: &[Damage] = &[
    (
        "a digit before a score",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.before(&tag, &run("1")).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà trên trang đọc là “15”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "a digit behind a score",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.behind(&tag, &run("1")).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà trên trang đọc là “51”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "a digit in a paragraph of its own",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            form.behind(&tag, &format!("</w:p><w:p>{}", run("1"))).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà trên trang đọc là “5 1”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "a digit beside an empty control",
        || {
            let form = Form::blank();
            let tag = form.score("4.1");
            form.behind(&tag, &run("1")).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền còn trống, mà trên trang đọc là “1”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
            "lỗi: chưa chấm điểm mục nào; hãy xin lại phiếu đã chấm [quy ước; returned.not_scored]",
            "cảnh báo: còn để trống “ngày ghi trên văn bản”, “ngày họp, ngày”, “thời lượng”, “tổng số đảng viên”, “được miễn sinh hoạt”, “có mặt”, “vắng mặt không có lý do”, “số người phát biểu”, “số chỉ tiêu hoàn thành”, “tổng số chỉ tiêu”; hãy hỏi lại nếu cần [quy ước; returned.left_open]",
        ],
    ),
    (
        "a digit before a figure of a line",
        || Form::own().before("/session/present", &run("1")).file(),
        &[
            "lỗi: có mặt: ô để điền ghi “24”, mà trên trang đọc là “có mặt: 124 đồng chí”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "a digit behind a figure of a line",
        || Form::own().behind("/session/present", &run("1")).file(),
        &[
            "lỗi: có mặt: ô để điền ghi “24”, mà trên trang đọc là “có mặt: 241 đồng chí”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "words behind a figure of a line",
        || Form::own().behind("/session/present", &run(" (tạm tính)")).file(),
        &[
            "lỗi: có mặt: ô để điền ghi “24”, mà trên trang đọc là “có mặt: 24 (tạm tính) đồng chí”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "another label before a figure",
        || Form::own().replaced("có mặt: ", "vắng mặt: ").file(),
        &[
            "lỗi: có mặt: ô để điền ghi “24”, mà trên trang đọc là “vắng mặt: 24 đồng chí”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "another criterion's number in a row",
        || Form::own().replaced(">4.7<", ">4.9<").file(),
        &[
            "lỗi: mục 4.7, điểm tự chấm: ô để điền ghi “1”, mà nằm ở dòng “4.9 Dành ít nhất 15 - 30 phút…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "cảnh báo: đoạn “4.7” đã sửa thành “4.9”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "two numbers of rows swapped",
        || Form::own().replaced(">4.6<", ">@<").replaced(">4.7<", ">4.6<").replaced(">@<", ">4.7<").file(),
        &[
            "lỗi: mục 4.6, điểm tự chấm: ô để điền ghi “1”, mà nằm ở dòng “4.7 Sổ biên bản sinh hoạt chi bộ…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "lỗi: mục 4.7, điểm tự chấm: ô để điền ghi “1”, mà nằm ở dòng “4.6 Dành ít nhất 15 - 30 phút…”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "cảnh báo: đoạn “4.6” đã sửa thành “4.7”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
            "cảnh báo: đoạn “4.7” đã sửa thành “4.6”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "a row was deleted",
        || {
            let mut form = Form::own();
            let at = form.text.find(">4.7<").unwrap();
            let row = form.around("w:tr", at);
            form.cut(row);
            form.file()
        },
        &[
            "lỗi: mục 4.7, điểm tự chấm: ô để điền không còn trong văn bản, dòng hoặc ô đã bị xoá; dữ liệu kèm tệp còn ghi “1”; hãy điền lại vào tệp đã gửi [quy ước; returned.field_gone]",
            "cảnh báo: văn bản không còn “4.7”, “Dành ít nhất 15 - 30 phút đánh giá tình hình tư tưởng đảng viên; tự phê bình và phê bình; đấu tranh chống suy thoái, “tự diễn biến”, “tự chuyển hóa” trong nội bộ”, “1”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "a row was copied",
        || {
            let mut form = Form::own();
            let at = form.text.find(">4.7<").unwrap();
            let (begin, end) = form.around("w:tr", at);
            let row = form.text[begin..end].to_owned();
            form.text.insert_str(end, &row);
            form.file()
        },
        &[
            "cảnh báo: văn bản có thêm “4.7”, “Dành ít nhất 15 - 30 phút đánh giá tình hình tư tưởng đảng viên; tự phê bình và phê bình; đấu tranh chống suy thoái, “tự diễn biến”, “tự chuyển hóa” trong nội bộ”, “1”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "a row was copied and filled in otherwise",
        || {
            let mut form = Form::own();
            let at = form.text.find(">4.1<").unwrap();
            let (begin, end) = form.around("w:tr", at);
            let row = form.text[begin..end].replace("<w:t>5</w:t>", "<w:t>4</w:t>");
            form.text.insert_str(end, &row);
            form.file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: có ở nhiều chỗ trong văn bản mà ghi khác nhau: “5”, “4”; hãy ghi một giá trị rồi lưu lại [quy ước; returned.copies]",
            "cảnh báo: văn bản có thêm “4.1”, “Thực hiện đầy đủ các bước quy trình sinh hoạt chi bộ (điểm 2.2, Mục II Hướng dẫn số 42-HD/BTCTW)”, “5”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "the row moved below another",
        || {
            let mut form = Form::own();
            let at = form.text.find(">4.6<").unwrap();
            let row = form.around("w:tr", at);
            let row = form.cut(row);
            let at = form.text.find(">4.7<").unwrap();
            let (_, end) = form.around("w:tr", at);
            form.text.insert_str(end, &row);
            form.file()
        },
        &[
            "cảnh báo: văn bản không còn “4.6”, “Sổ biên bản sinh hoạt chi bộ ghi chép đầy đủ diễn biến buổi sinh hoạt”, “1”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
            "cảnh báo: văn bản có thêm “1”, “4.6”, “Sổ biên bản sinh hoạt chi bộ ghi chép đầy đủ diễn biến buổi sinh hoạt”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "the table was deleted",
        || {
            let mut form = Form::own();
            let table = form.table("4.1");
            form.cut(table);
            form.file()
        },
        &[
            "lỗi: 37 chỗ để điền không còn trong văn bản: mục 1, cộng của nhóm; mục 1.1, điểm tự chấm; mục 2, cộng của nhóm, và 34 chỗ khác; bảng hoặc dòng đã bị xoá; hãy điền lại vào tệp đã gửi [quy ước; returned.field_gone]",
            "lỗi: chưa chấm điểm mục nào; hãy xin lại phiếu đã chấm [quy ước; returned.not_scored]",
            "cảnh báo: văn bản không còn “STT”, “TIÊU CHÍ ĐÁNH GIÁ”, “Thang điểm”, “Điểm tự chấm”, “Ghi chú”, “1”, “Chấp hành thời gian, thời lượng sinh hoạt chi bộ”, “(Chi bộ dưới 30 đảng viên ít nhất 90 phút; chi bộ từ 30 đảng viên trở lên ít nhất 120 phút.)” và 132 đoạn khác; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "the table was copied",
        || {
            let mut form = Form::own();
            let (begin, end) = form.table("4.1");
            let table = form.text[begin..end].to_owned();
            form.text.insert_str(end, &format!("<w:p/>{table}"));
            form.file()
        },
        &[
            "cảnh báo: văn bản có thêm “STT”, “TIÊU CHÍ ĐÁNH GIÁ”, “Thang điểm”, “Điểm tự chấm”, “Ghi chú”, “1”, “Chấp hành thời gian, thời lượng sinh hoạt chi bộ”, “(Chi bộ dưới 30 đảng viên ít nhất 90 phút; chi bộ từ 30 đảng viên trở lên ít nhất 120 phút.)” và 132 đoạn khác; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "the name of another chi bộ",
        || Form::own().replaced("CHI BỘ KHU PHỐ 2", "CHI BỘ KHU PHỐ 5").file(),
        &[
            "lỗi: văn bản ghi là của “Chi bộ Khu phố 5”, mà dữ liệu kèm tệp là của “Chi bộ Khu phố 2”; hãy hỏi lại nơi gửi, xin lại đúng tệp [quy ước; returned.name]",
        ],
    ),
    (
        "another name",
        || Form::own().replaced("CHI BỘ KHU PHỐ 2", "CHI BỘ KP2").file(),
        &[
            "cảnh báo: tên cơ quan ban hành: ghi “CHI BỘ KP2”, mà tệp đã gửi là của “Chi bộ Khu phố 2”; phần mềm lấy “Chi bộ Khu phố 2”, hãy xem lại [quy ước; returned.name]",
        ],
    ),
    (
        "another month in the title",
        || Form::own().replaced("tháng 8", "tháng 7").file(),
        &[
            "lỗi: ngày ghi trên văn bản: ô để điền ghi “4”, mà trên trang đọc là “Bình An, ngày 4 tháng 7 năm 2026”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
        ],
    ),
    (
        "a sentence at the end",
        || {
            let mut form = Form::own();
            let at = form.text.rfind("<w:sectPr").unwrap();
            form.text.insert_str(at, &format!("<w:p>{}</w:p>", run("Đề nghị xem lại điểm 4.1.")));
            form.file()
        },
        &[
            "cảnh báo: văn bản có thêm “Đề nghị xem lại điểm 4.1.”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "a box of text over the table",
        || {
            let form = Form::own();
            let tag = form.score("4.1");
            let shape = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>1</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>";
            form.before(&tag, shape).file()
        },
        &[
            "lỗi: mục 4.1, điểm tự chấm: ô để điền ghi “5”, mà trên trang đọc là “5 1”; hãy ghi vào ô, bỏ chữ ở cạnh ô rồi lưu lại [quy ước; returned.two_values]",
            "cảnh báo: văn bản có thêm hình, không đọc được chữ trong hình; chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
    (
        "a whole file within the text",
        || {
            let mut form = Form::own();
            let at = form.text.rfind("<w:sectPr").unwrap();
            form.text.insert_str(at, "<w:altChunk/>");
            form.file()
        },
        &[
            "cảnh báo: văn bản có chèn một tệp khác, không đọc được chữ trong tệp đó; chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi [quy ước; returned.text]",
        ],
    ),
];
