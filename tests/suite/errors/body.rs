//! Bodies, votes, characters.

use serde_json::json;

use super::one;

#[test]
fn bodies() {
    one(
        |r| r["closing"] = json!("Nghị quyết này có hiệu lực từ ngày ký./."),
        "lỗi: closing (đoạn kết): nội dung kết thúc bằng dấu chấm “.”, không dùng “./.” của văn bản hành chính nhà nước \
         [05-HD/VPTW II.I.6.2.2; body.ends_with_slash]",
    );
    one(
        |r| r["closing"] = json!("Nghị quyết này có hiệu lực từ ngày ký"),
        "lỗi: closing (đoạn kết): nội dung phải kết thúc bằng dấu chấm “.”; hiện kết thúc bằng “c từ ngày ký” \
         [05-HD/VPTW II.I.6.2.2; body.no_full_stop]",
    );
    one(
        |r| r["first_level"] = json!(3),
        "lỗi: first_level (cấp của mục ngoài cùng): mục ngoài cùng ở cấp 3; chỉ có cấp 1 (I-) hoặc cấp 2 (1.) [quy ước; first_level.unknown]",
    );
    one(
        |r| r["sections"] = json!([]),
        "lỗi: sections (các mục): văn bản chưa có nội dung [05-HD/VPTW II.I.6; sections.missing]",
    );
    one(
        |r| r["sections"][0] = json!({"items": [{"paragraphs": ["A."]}]}),
        "lỗi: sections[0] (các mục): mục không có tên và cũng không có nội dung [quy ước; sections.empty]",
    );
    let six = json!({"heading": "1", "items": [{"heading": "2", "items": [{"heading": "3", "items": [
        {"heading": "4", "items": [{"heading": "5", "items": [{"heading": "6"}]}]}]}]}]});
    one(
        |r| r["sections"][0] = six,
        "lỗi: sections[0].items[0].items[0].items[0].items[0].items[0] (mục con): mục nằm ở cấp thứ sáu; đề cương chỉ có năm \
         cấp: I-, 1., 1.1., a), - [quy ước; sections.too_deep]",
    );
    one(
        |r| r["basis"][1]["document"]["subject"] = json!("về đẩy mạnh"),
        "cảnh báo: basis[1].document.subject (trích yếu của văn bản được viện dẫn): phần mềm tự ghi “về”; đã bỏ “về” ở đầu \
         [05-HD/VPTW II.I.6.1.4; text.surround]",
    );
}

#[test]
fn votes() {
    let vote = |entitled, present, favour, against, abstained| {
        json!({"entitled": entitled, "present": present, "in_favour": favour, "against": against,
               "abstained": abstained})
    };
    one(
        |r| r["vote"] = vote(18, 17, 15, 1, 0),
        "cảnh báo: vote (kết quả biểu quyết): tán thành 15, không tán thành 1, không có ý kiến 0: cộng lại là 16, mà có mặt 17 đồng chí \
         [quy ước; vote.sum]",
    );
    one(
        |r| r["vote"] = vote(18, 17, 16, 1, 1),
        "lỗi: vote (kết quả biểu quyết): tán thành 16, không tán thành 1, không có ý kiến 1: cộng lại là 18, mà có mặt 17 đồng chí \
         [quy ước; vote.sum]",
    );
    one(
        |r| r["vote"] = vote(18, 19, 18, 1, 0),
        "lỗi: vote.present: có mặt 19 đồng chí, nhiều hơn 18 đồng chí có quyền biểu quyết \
         [quy ước; vote.present_above_entitled]",
    );
    one(
        |r| r["vote"] = vote(18, 17, 9, 8, 0),
        "cảnh báo: vote.in_favour: tán thành 9/18 đồng chí, chưa quá một nửa; nghị quyết chưa có giá trị \
         [Điều lệ Đảng; vote.no_majority]",
    );
}

#[test]
fn texts() {
    one(
        |r| r["recipients"][1] = json!(" \u{200b} "),
        "lỗi: recipients[1] (nơi nhận): mục này của danh sách để trống; hãy ghi nội dung hoặc bỏ hẳn mục này [quy ước; text.empty]",
    );
    one(
        |r| r["sections"][2]["items"][0]["paragraphs"][0] = json!("Đánh dấu ☑ vào ô."),
        "lỗi: sections[2].items[0].paragraphs[0] (các đoạn văn): phông chữ không có ký tự ☑ (U+2611) \
         [05-HD/VPTW II.IV.1; text.no_glyph]",
    );
    one(
        |r| r["recipients"][0] = json!("Ðảng uỷ"),
        "cảnh báo: recipients[0] (nơi nhận): có chữ trông như Đ/đ nhưng mã khác (Ð, Ɖ, ð, ɖ); đã thay bằng Đ/đ \
         [05-HD/VPTW II.IV.1; text.look_alike]",
    );
    one(
        |r| r["recipients"][0] = json!("Đảng\u{7} uỷ"),
        "cảnh báo: recipients[0] (nơi nhận): có ký tự điều khiển hoặc ký tự ẩn; đã bỏ [quy ước; text.removed]",
    );
    one(
        |r| r["closing"] = json!("\u{f0b7} Chi bộ \u{f0a7}\u{f0b7}\u{f004} họp."),
        "lỗi: closing (đoạn kết): có ký tự riêng của một phông chữ (như Symbol, Wingdings): U+F0B7, U+F0A7, U+F004; hãy thay \
         bằng ký tự Unicode hoặc bỏ đi [05-HD/VPTW II.IV.1; text.private_use]",
    );
    one(
        |r| r["closing"] = json!("Chi b\u{fffd} họp."),
        "lỗi: closing (đoạn kết): có ký tự � (U+FFFD): chữ ở đó đã mất khi chuyển mã; hãy ghi lại theo bản gốc \
         [05-HD/VPTW II.IV.1; text.lost_letter]",
    );
    one(
        |r| r["closing"] = json!("Dòng một\ndòng hai."),
        "cảnh báo: closing (đoạn kết): có chỗ xuống dòng trong một đoạn; đã thay bằng dấu cách [quy ước; text.line_break]",
    );
}
