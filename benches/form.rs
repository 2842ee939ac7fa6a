//! A form as a cell fills it in every month: the frame of a paper and a table of twelve criteria with notes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use vanban::{Frame, Given, Issuer, PaperDate, Problems, Profile, Record, Signature, Text};

/// The form of the bench.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    issuer: Issuer,
    number: Given,
    place: Text,
    date: PaperDate,
    abstract_line: Text,
    criteria: Vec<Criterion>,
    recipients: Vec<Text>,
    signature: Signature,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Criterion {
    number: Text,
    title: Text,
    most: u32,
    points: u32,
    note: Text,
}

impl Record for Form {
    const KIND: &'static str = "form";
    const TEMPLATE: &'static str = include_str!("form.hbs");

    fn frame(&self) -> Frame {
        let (issuer, abstract_line) = (self.issuer.clone(), self.abstract_line.clone());
        Frame {
            number: Some(self.number),
            recipients: self.recipients.clone(),
            signature: Some(self.signature.clone()),
            ..Frame::new("Báo cáo", "BC", issuer, self.place.clone(), self.date, abstract_line)
        }
    }

    fn check(&self, _: &Profile, _: &mut Problems) {}
}

/// Title, most points, points, note.
const CRITERIA: [(&str, u32, u32, &str); 12] = [
    ("Chuẩn bị nội dung sinh hoạt, gửi tài liệu trước ba ngày", 10, 10, "Gửi ngày 01/6/2026"),
    ("Họp cấp uỷ trước khi sinh hoạt chi bộ", 5, 5, "Có biên bản"),
    ("Tỷ lệ đảng viên dự sinh hoạt từ 90% trở lên", 10, 10, "18/19 đồng chí"),
    ("Bảo đảm thời gian của một kỳ sinh hoạt", 5, 4, "Kết thúc sớm 10 phút"),
    ("Thông tin thời sự, phổ biến chỉ thị, nghị quyết của cấp trên", 10, 9, "Ba văn bản"),
    ("Đánh giá việc thực hiện nghị quyết tháng trước", 10, 10, "Nêu rõ việc chưa xong"),
    ("Đề ra nhiệm vụ tháng sau, rõ người, rõ việc, rõ thời hạn", 10, 10, "Năm nhiệm vụ"),
    ("Số đảng viên phát biểu từ một nửa trở lên", 10, 8, "9/18 đồng chí"),
    ("Tự phê bình và phê bình thẳng thắn, xây dựng", 10, 8, "Hai ý kiến góp ý cho cấp uỷ"),
    ("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", 10, 10, "Một chuyên đề"),
    ("Kết luận của người chủ trì rõ ràng, được biểu quyết", 5, 5, "18/18 đồng chí tán thành"),
    ("Ghi biên bản đầy đủ, đúng mẫu, lưu hồ sơ", 5, 5, "Thư ký ghi, chủ trì ký"),
];

/// A form filled in.
pub fn example() -> String {
    let criteria = CRITERIA.iter().zip(1..).map(|((title, most, points, note), number)| {
        json!({ "number": i32::to_string(&number), "title": title, "most": most, "points": points, "note": note })
    });
    json!({
        "kind": "form",
        "format": 1,
        "issuer": { "superior": "Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị", "name": "Chi bộ Phòng 7-9" },
        "number": 12,
        "place": "Quảng Trị",
        "date": { "day": 5, "month": 6, "year": 2026 },
        "abstract_line": "tự đánh giá chất lượng sinh hoạt chi bộ tháng 6 năm 2026",
        "criteria": criteria.collect::<Vec<_>>(),
        "recipients": ["Đảng uỷ (để báo cáo)", "Lưu Chi bộ"],
        "signature": { "capacity": "on_behalf_of", "body": "Chi bộ", "position": "Bí thư", "name": "Nguyễn Văn An" },
    })
    .to_string()
}
