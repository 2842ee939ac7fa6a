//! A kind of the caller's own: quy chế, in articles. Its frame, grounds and articles are checked by the library's
//! rules; its records are rendered, and read from JSON, like any other.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::kinds::{Checks, TypedRecord};
use vanban::parts::{Basis, Frame, Issuer, Paper, PaperDate, Signature};
use vanban::{Kind, Renderer, Text};

mod common;

/// Quy chế. What it has in common with every paper comes ready-made.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Regulation {
    #[serde(flatten)]
    paper: Paper,
    basis: Vec<Basis>,
    articles: Vec<Text>,
}

static REGULATION: LazyLock<Kind> = LazyLock::new(|| {
    let wording =
        "{{#each basis}}<p role='basis'>- Căn cứ {{text}}{{#if @last}}.{{else}};{{/if}}</p>{{/each}}
        {{#each articles}}<article run-in='true'>{{this}}</article>{{/each}}";
    Kind::of::<Regulation>("regulation", "quy chế").titled("Quy chế", "QC").worded(wording)
});

impl TypedRecord for Regulation {
    fn typed_kind() -> &'static Kind {
        &REGULATION
    }

    fn frame(&self) -> Frame {
        REGULATION.frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.basis(&self.basis, self.paper.date);
        if self.articles.is_empty() {
            let message = "quy chế chưa có điều nào";
            checks.problems.error("regulation.empty", "articles", "05-HD/VPTW II.I.6", message);
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let paper = Paper::new(issuer, "Quảng Trị", PaperDate::new(2026, 6, 5), "làm việc của Chi bộ Phòng 7-9")
        .number(1)
        .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
        .signature(Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn An"));
    let articles = ["Chi bộ sinh hoạt ngày 03 hằng tháng.", "Chi uỷ chuẩn bị trước 03 ngày."];
    let articles = articles.map(Text::from).to_vec();
    let regulation = Regulation { paper, basis: vec!["Điều lệ Đảng".into()], articles };
    common::write("target/out/own_kind", "quy-che", &Renderer::new().render(&regulation)?)
}
