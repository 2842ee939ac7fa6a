//! Papers whose layout no clause of the guidance places, for the judges of `.ci/run`: a certificate, one with a name of two
//! lines, one on printed stock, one on A5, and an upright paper of several pages with a border round each.

use vanban::parts::{Closing, Sheet, Shown};
use vanban::profile::{FreeLayout, FreeStyle, Ink, Length, Offset, TextAlign};
use vanban::{Profile, Renderer};

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/suite/free_layout/certificate.rs"]
mod certificate;
#[path = "../../examples/common/mod.rs"]
mod common;

use certificate::{Certificate, Laid, certificate, layout};

const SMALL: &str = r#"
<p style="tieu_de">GIẤY KHEN</p>
<p style="ten">{{recipient}}</p>
<p align="center">{{unit}}</p>
<p beside="signature">Quyết định số 21-QĐ/ĐU,<br/>ngày 10/6/2026</p>
<p beside="signature" align="right"><i>Số sổ vàng: {{entry}}</i></p>
"#;

const LONG: &str = r#"
<p style="tieu_de">THƯ KHEN</p>
<columns widths="1fr 1fr"><column><p style="ten" align="left">Bên trái</p><p>{{unit}}</p></column>
<column align="center"><p style="ten">Bên phải</p><p align="right">Số: {{entry}}</p></column></columns>
<p>Đảng ủy phường Bình An khen {{recipient}}.</p>
<p align="justify">Đồng chí đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026, được chi bộ và nhân dân khu phố tin tưởng, quý mến.</p>
<p style="ten" align="justify">Một đoạn chữ đỏ, cỡ lớn, <u>gạch chân</u> và <b>đậm</b>, đủ dài để sang dòng, đều hai lề, như trong thư.</p>
<p align="left"><checkbox/> Ô chưa đánh dấu, <checkbox checked="true"/> ô đã đánh dấu.</p>
<item level="1">Một việc.</item><item level="1">Hai việc.</item>
<p style="ten" align="right">Bình An</p>
<p>Ngày 10 tháng 6 năm 2026, Ban Thường vụ Đảng ủy phường đã họp, xem xét đề nghị của các chi bộ và thống nhất khen thưởng.</p>
<p>Đề nghị đồng chí tiếp tục phát huy, làm gương cho cán bộ, đảng viên trong toàn Đảng bộ phường học tập và noi theo.</p>
<page-break/>
<p style="tieu_de">TRANG SAU</p>
<p beside="signature" style="ten" align="left">Số sổ vàng: {{entry}}</p>
<p>Thư này được lưu trong hồ sơ của chi bộ.</p>
"#;

fn letter_layout() -> FreeLayout {
    let style = |size| FreeStyle::new(Length::pt(size));
    FreeLayout::new().style("tieu_de", style(26.5).bold().italic().ink(Ink::Red)).style(
        "ten",
        style(18.0).ink(Ink::Red).align(TextAlign::Center).apart(Length::pt(6.0), Length::pt(9.0)),
    )
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let write = |name: &str, profile: Profile, record: Laid<Certificate>| {
        let document = Renderer::new().with_profile(profile).render(&record)?;
        common::write("target/out/certificates", name, &document)
    };
    write("giay-khen", Profile::hd05(), Laid::new(layout(), certificate()))?;
    let name = "Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Bình An";
    let long = Certificate {
        recipient: name.into(), unit: "Đảng bộ phường Bình An".into(), ..certificate()
    };
    write("ten-dai", Profile::hd05(), Laid::new(layout(), long))?;
    let offset = Offset { right: Length::mm(2.0), down: Length::mm(-1.5) };
    write("phoi-in-san", Profile::hd05(), Laid::new(layout().on_stock(offset), certificate()))?;
    let small = Laid::new(letter_layout().bordered(), certificate()).worded(SMALL).framed(|frame| {
        frame.sheet = Sheet::A5;
        frame.marks.emblem = None;
    });
    write("kho-a5", Profile::hd05(), small)?;
    for (name, profile) in [("thu-khen-05", Profile::hd05()), ("thu-khen-36", Profile::hd36())] {
        let letter = Laid::new(letter_layout(), certificate()).worded(LONG).framed(|frame| {
            (frame.landscape, frame.one_page, frame.shown) = (false, false, Shown::default());
            (frame.shown.type_name, frame.shown.separator) = (false, false);
            (frame.closing, frame.subject) = (Closing::Full, "khen thành tích năm 2026".into());
            frame.recipients = vec!["Đồng chí Bùi Văn Bình".into(), "Lưu Văn phòng Đảng ủy".into()];
        });
        write(name, profile, letter)?;
    }
    Ok(())
}
