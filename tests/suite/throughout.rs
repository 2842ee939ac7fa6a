//! What a paper does throughout: one way of placing tone marks, symbols in the Party's form, capitals in Nơi nhận.

use serde_json::{Value, json};

use crate::records::{all, one};

const CASE: &str = "conclusion_smallest";

fn paragraphs(lines: &'static [&'static str]) -> impl Fn(&mut Value) {
    move |r| r["sections"] = json!([{"paragraphs": lines}])
}

#[test]
fn tone_marks_that_stand_in_two_ways_are_told_once() {
    one(
        CASE,
        paragraphs(&["Các cấp uỷ cụ thể hoá, thuỷ lợi hoá.", "Làm tốt công tác hòa giải, xóa đói."]),
        "cảnh báo: sections[0].paragraphs[1] (các đoạn văn): đặt dấu thanh không thống nhất: chỗ khác ghi “uỷ”, ở đây ghi “hòa”; \
         hãy ghi “hoà” [quy ước; text.tone_mixed]",
    );
    one(
        CASE,
        paragraphs(&["Hướng dẫn thực hiện hoá đơn.", "Làm tốt công tác hòa giải, xóa đói."]),
        "cảnh báo: sections[0].paragraphs[0] (các đoạn văn): đặt dấu thanh không thống nhất: chỗ khác ghi “hòa”, ở đây ghi “hoá”; \
         hãy ghi “hóa” [quy ước; text.tone_mixed]",
    );
    for right in [
        &["Cấp uỷ cụ thể hoá nghị quyết của Đảng ủy xã Khánh Hòa.", "Đồng chí Nguyễn Thị Thúy thực hiện."],
        &[
            "Cấp ủy cụ thể hóa Nghị quyết “về xoá đói” của Tỉnh uỷ.",
            "Chi bộ thực hiện tốt công tác hòa giải.",
        ],
    ] {
        all(CASE, paragraphs(right), &[]);
    }
}

#[test]
fn the_own_symbol_has_the_partys_form() {
    one(
        CASE,
        paragraphs(&["Kết luận này thay Kết luận số 18/KL-CB của Chi bộ."]),
        "cảnh báo: sections[0].paragraphs[0] (các đoạn văn): ký hiệu văn bản của Đảng ghi “18-KL/CB”; hiện ghi “18/KL-CB” như văn bản \
         hành chính nhà nước [05-HD/VPTW II.I.3.1; text.state_symbol]",
    );
    // Those of others are never judged.
    all(
        CASE,
        paragraphs(&[
            "Thực hiện Quyết định số 346/QĐ-VKSTC, Nghị định số 30/2020/NĐ-CP và Kết luận số 18-KL/CB.",
        ]),
        &[],
    );
}

#[test]
fn lines_of_recipients_begin_with_a_capital() {
    one(
        "conclusion",
        |r| r["recipients"][0] = json!("đảng uỷ phường Bình An"),
        "cảnh báo: recipients[0]: nơi nhận viết hoa chữ đầu: ghi “Đảng uỷ phường Bình An”; hiện là “đảng uỷ phường Bình \
         An” [quy ước; recipients.small_letter]",
    );
    one(
        "official_letter",
        |r| r["addressees"] = json!(["văn phòng Đảng uỷ"]),
        "cảnh báo: addressees[0] (kính gửi): nơi gửi viết hoa chữ đầu: ghi “Văn phòng Đảng uỷ”; hiện là “văn phòng Đảng uỷ” \
         [quy ước; addressees.small_letter]",
    );
}
