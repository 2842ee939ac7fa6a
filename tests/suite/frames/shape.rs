//! A kind whose papers have the parts that a resolution has not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::Text;
use vanban::parts::{
    Address, Capacity, Closing, Confirmation, Frame, Given, Issuer, Marks, PaperDate, Signature, Urgency,
};
use vanban::profile::ProfileId;

/// A paper of one of the shapes that `frame` knows.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub shape: String,
    pub profile: Option<ProfileId>,
    pub names: Vec<Text>,
    pub paragraphs: Vec<Text>,
}

fn signature(capacity: Capacity, body: Option<&str>, position: &str, name: Option<&str>) -> Signature {
    Signature {
        capacity,
        body: body.map(Text::from),
        position: Some(position.into()),
        also: None,
        name: name.map(Text::from),
        image: None,
    }
}

fn chair() -> Signature {
    signature(Capacity::Direct, None, "Chủ trì Hội nghị", Some("Nguyễn Văn An"))
}

fn recorder() -> Signature {
    signature(Capacity::Direct, None, "Người ghi biên bản", Some("Trần Thị Bình"))
}

fn branch(name: Option<&str>) -> Signature {
    signature(Capacity::OnBehalfOf, Some("Chi bộ"), "Bí thư", name)
}

impl vanban::kinds::TypedRecord for Shape {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> = std::sync::LazyLock::new(|| {
            vanban::Kind::of::<Shape>("shape", "mẫu thử")
                .worded("{{#each paragraphs}}<p>{{this}}</p>{{/each}}")
        });
        &KIND
    }

    fn frame(&self) -> Frame {
        let date = PaperDate { day: Some(Given::Value(5)), month: Some(Given::Value(6)), year: 2026 };
        let paper = |name, code, line: &str| {
            let issuer =
                Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
            Frame {
                profile: self.profile,
                signature: Some(branch(Some("Nguyễn Văn An"))),
                ..Frame::new(name, code, issuer, "Quảng Trị".into(), date, line.into())
            }
        };
        let number = Some(Given::Value(5));
        let copies = vec!["Như trên".into(), "Lưu Chi bộ".into()];
        let form =
            |line| Frame {
                numbered: false, closing: Closing::Form, ..paper("Phiếu tự đánh giá", "", line)
            };
        match self.shape.as_str() {
            "letter" => Frame {
                number,
                letter: true,
                address: Some(Address::To(self.names.clone())),
                recipients: copies,
                marks: Marks { urgency: Some(Urgency::Urgent), ..Marks::default() },
                ..paper(
                    "Công văn",
                    "CV",
                    "về việc chuẩn bị diễn đàn học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
                )
            },
            "submission" => Frame {
                number,
                address: Some(Address::Submitted(self.names.clone())),
                recipients: copies,
                ..paper("Tờ trình", "TTr", "về việc chuẩn y chi uỷ nhiệm kỳ 2025 - 2030")
            },
            "minutes" => Frame {
                number,
                closing: Closing::Minutes,
                session_line: Some("tháng 6 năm 2026".into()),
                signature: Some(chair()),
                left_signature: Some(recorder()),
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ thường kỳ")
            },
            "sent_minutes" => Frame {
                number,
                closing: Closing::Minutes,
                signature: Some(chair()),
                left_signature: Some(recorder()),
                recipients: vec!["Đảng uỷ (để báo cáo)".into(), "Lưu Chi bộ".into()],
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ thường kỳ")
            },
            "confirmed_minutes" => Frame {
                number,
                dated: false,
                closing: Closing::Minutes,
                signature: Some(chair()),
                left_signature: Some(recorder()),
                confirmation: Some(Confirmation {
                    of: "Nguyễn Văn An".into(),
                    signature: signature(
                        Capacity::ByOrderOf,
                        Some("Ban Thường vụ"),
                        "Chánh Văn phòng",
                        Some("Lê Văn Cường"),
                    ),
                }),
                recipients: vec!["Đảng uỷ (để báo cáo)".into(), "Lưu Chi bộ".into()],
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ thường kỳ")
            },
            "form" => Frame {
                form_label: Some("Mẫu 1".into()),
                signature: Some(signature(Capacity::Direct, None, "Cấp uỷ cấp trên phụ trách", None)),
                left_signature: Some(branch(None)),
                ..form("chất lượng sinh hoạt chi bộ tháng 6 năm 2026")
            },
            "personal" => Frame {
                closing: Closing::PersonalForm,
                signature: Some(signature(Capacity::Direct, None, "Người kiểm điểm", None)),
                ..Frame { type_name: "Bản kiểm điểm cá nhân".into(), ..form("năm 2026") }
            },
            "ballot" => Frame { dated: false, signature: None, ..form("về nhân sự chi uỷ") },
            "wide" => Frame {
                number,
                landscape: true,
                marks: Marks {
                    contact: Some("Số 85, đường Hùng Vương, tỉnh Quảng Trị".into()),
                    ..Marks::default()
                },
                recipients: vec!["Đảng uỷ (để báo cáo)".into(), "Lưu Chi bộ".into()],
                ..paper("Kế hoạch", "KH", "sinh hoạt chuyên đề năm 2026")
            },
            "bad_letter" => Frame {
                number,
                letter: true,
                address: Some(Address::To(self.names.clone())),
                recipients: vec!["Lưu Chi bộ".into()],
                ..paper("Công văn", "CV", "chuẩn bị diễn đàn")
            },
            "unsigned_minutes" => Frame {
                number,
                closing: Closing::Minutes,
                signature: None,
                ..paper("Biên bản", "BB", "sinh hoạt chi bộ")
            },
            "unnamed" => Frame {
                number,
                closing: Closing::Signed,
                signature: Some(branch(None)),
                ..paper("Giấy mời", "GM", "dự sinh hoạt chi bộ")
            },
            "numbered_form" => Frame { number, ..form("chất lượng sinh hoạt chi bộ") },
            "rules" => Frame {
                number,
                recipients: vec!["Lưu Chi bộ".into()],
                ..paper("Quy định", "QĐ", "về sinh hoạt chi bộ")
            },
            other => panic!("no shape {other}"),
        }
    }
}

pub fn shape(shape: &str, names: &[&str]) -> Shape {
    let names = names.iter().copied().map(Text::from).collect();
    let paragraphs = vec![
        "Chi bộ Phòng 7-9 trân trọng báo cáo để các đồng chí theo dõi, chỉ đạo và cho ý kiến.".into(),
        "Chi bộ tiếp thu ý kiến và thực hiện đúng quy định.".into(),
    ];
    Shape { shape: shape.into(), profile: None, names, paragraphs }
}
