//! A certificate as an office would make it: a kind that no clause of the guidance places.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vanban::error::Problems;
use vanban::kinds::{Checks, TypedRecord};
use vanban::parts::{Closing, Frame, Issuer, Marks, PaperDate, Picture, Png, Shown, Signature};
use vanban::profile::{FreeLayout, FreeStyle, Ink, Length};
use vanban::scoring::CriteriaSets;
use vanban::{Error, Kind, Record, Text};

const EMBLEM: &[u8] = include_bytes!("../../../examples/data/emblem.png");

/// Giấy khen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub issuer: Issuer,
    pub place: Text,
    pub date: PaperDate,
    pub recipient: Text,
    pub unit: Text,
    pub entry: u32,
    pub signature: Signature,
}

pub const WORDING: &str = r#"
<p align="center">ĐẢNG CỘNG SẢN VIỆT NAM</p>
<p align="center"><b>{{upper issuer.superior}}</b></p>
<p align="center"><b>{{upper issuer.name}}</b></p>
<p align="center" stock="true">TẶNG</p>
<p style="loai_giay" stock="true">GIẤY KHEN</p>
<p style="nguoi_nhan">{{recipient}}</p>
<p align="center">{{unit}}</p>
<p style="noi_dung">Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026</p>
<p beside="signature">Quyết định số 21-QĐ/ĐU, ngày 10/6/2026</p>
<p beside="signature">Số sổ vàng: {{entry}}</p>
"#;

pub fn layout() -> FreeLayout {
    let style = |size| FreeStyle::new(Length::pt(size));
    FreeLayout::new()
        .style("loai_giay", style(40.0).bold().ink(Ink::Red))
        .style("nguoi_nhan", style(24.0).bold())
        .style("noi_dung", style(16.0).italic())
        .emblem_height(Length::mm(18.0))
        .bordered()
}

/// The kind, laid out like that.
pub fn kind(layout: FreeLayout) -> Kind {
    Kind::of::<Certificate>("certificate", "giấy khen").worded(WORDING).laid_out(layout)
}

static CERTIFICATE: LazyLock<Kind> = LazyLock::new(|| kind(layout()));

impl TypedRecord for Certificate {
    fn typed_kind() -> &'static Kind {
        &CERTIFICATE
    }

    fn frame(&self) -> Frame {
        let mut shown = Shown::default();
        (shown.letterhead, shown.type_name, shown.subject, shown.separator) = (false, false, false, false);
        shown.date_above_signature = true;
        let mut emblem = Picture::new(Png::new(EMBLEM));
        emblem.alternative_text = Some("Biểu trưng Đảng bộ phường".into());
        let (issuer, place) = (self.issuer.clone(), self.place.clone());
        Frame {
            signature: Some(self.signature.clone()),
            marks: Marks { emblem: Some(emblem), ..Marks::default() },
            numbered: false,
            landscape: true,
            closing: Closing::Signed,
            one_page: true,
            shown,
            ..Frame::new("Giấy khen", "", issuer, place, self.date, "".into())
        }
    }
}

pub fn certificate() -> Certificate {
    let issuer = Issuer::new("Đảng ủy phường Bình An").under("Đảng bộ tỉnh Bình Giang");
    Certificate {
        issuer,
        place: "Bình An".into(),
        date: PaperDate::new(2026, 6, 12),
        recipient: "Đồng chí Bùi Văn Bình".into(),
        unit: "Bí thư Chi bộ Khu phố 2".into(),
        entry: 21,
        signature: Signature::on_behalf_of("Ban Thường vụ", "Bí thư", "Nguyễn Văn Tâm"),
    }
}

/// A record whose kind is laid out otherwise than the static one.
#[derive(Debug, Clone)]
pub struct Laid<R> {
    kind: Kind,
    record: R,
    change: fn(&mut Frame),
}

impl<R: TypedRecord> Laid<R> {
    pub fn new(layout: FreeLayout, record: R) -> Laid<R> {
        Laid { kind: R::typed_kind().clone().laid_out(layout), record, change: |_| {} }
    }

    /// One of a kind that is laid out as it is.
    pub fn plain(record: R) -> Laid<R> {
        Laid { kind: R::typed_kind().clone(), record, change: |_| {} }
    }

    /// With another wording.
    pub fn worded(mut self, wording: &'static str) -> Laid<R> {
        self.kind = self.kind.worded(wording);
        self
    }

    /// With another frame.
    pub fn framed(self, change: fn(&mut Frame)) -> Laid<R> {
        Laid { change, ..self }
    }
}

impl<R: TypedRecord> Record for Laid<R> {
    fn kind(&self) -> &Kind {
        &self.kind
    }

    fn frame(&self) -> Frame {
        let mut frame = TypedRecord::frame(&self.record);
        (self.change)(&mut frame);
        frame
    }

    fn fields(&self) -> Result<Value, Error> {
        self.record.fields()
    }

    fn check(&self, checks: &mut Checks<'_>) {
        TypedRecord::check(&self.record, checks);
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        None
    }
}
