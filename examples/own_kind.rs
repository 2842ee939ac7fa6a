//! A kind of your own: phương án, a list of measures. The library's rules check its frame and its căn cứ (legal bases).
//! Its records are rendered, and read from JSON, like those of the library.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vanban::kinds::{Checks, TypedRecord};
use vanban::parts::{Basis, Frame, Issuer, Paper, PaperDate, Signature};
use vanban::{Kind, Renderer, Text};

mod common;

/// Phương án: a list of measures. `Paper` has the fields that every document has.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Arrangement {
    #[serde(flatten)]
    paper: Paper,
    basis: Vec<Basis>,
    measures: Vec<Text>,
}

static ARRANGEMENT: LazyLock<Kind> = LazyLock::new(|| {
    let wording =
        "{{#each basis}}<p role='basis'>- Căn cứ {{text}}{{#if @last}}.{{else}};{{/if}}</p>{{/each}}
        {{#each measures}}<item level='2'>{{this}}</item>{{/each}}";
    Kind::of::<Arrangement>("arrangement", "phương án").titled("Phương án", "PA").worded(wording)
});

impl TypedRecord for Arrangement {
    fn typed_kind() -> &'static Kind {
        &ARRANGEMENT
    }

    fn frame(&self) -> Frame {
        ARRANGEMENT.frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.basis(&self.basis, self.paper.date);
        if self.measures.is_empty() {
            let message = "phương án chưa có biện pháp nào";
            checks.problems.error("arrangement.empty", "measures", "05-HD/VPTW II.I.6", message);
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    let subject = "bố trí đảng viên trực dịp Tết Nguyên đán năm 2027";
    let paper = Paper::new(issuer, "Quảng Trị", PaperDate::new(2026, 12, 25), subject)
        .number(1)
        .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
        .signature(Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn An"));
    let measures = ["Mỗi ngày có 02 đảng viên trực tại trụ sở.", "Có việc đột xuất thì báo ngay Bí thư."];
    let measures = measures.map(Text::from).to_vec();
    let arrangement = Arrangement { paper, basis: vec!["Điều lệ Đảng".into()], measures };
    common::write("target/out/own_kind", "phuong-an", &Renderer::new().render(&arrangement)?)
}
