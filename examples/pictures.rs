//! A resolution with the picture of a signature, as an office sends it electronically, and one with an
//! emblem above the letterhead; and a joint one whose pictures are PNGs of every kind that can be transparent. All
//! pictures are drawn for this example and are nobody's.

use vanban::Renderer;
use vanban::kinds::Resolution;
use vanban::parts::{Issuer, Marks, PaperDate, Picture, Png, Section, Signature, Vote};

mod common;

const SIGNATURE: &[u8] = include_bytes!("data/signature.png");
const EMBLEM: &[u8] = include_bytes!("data/emblem.png");
// Colours of 16 bits, a palette with opacities, one colour that is clear; grey with opacity.
const SIGNATURE_16_BIT: &[u8] = include_bytes!("data/signature_16_bit.png");
const SIGNATURE_PALETTE: &[u8] = include_bytes!("data/signature_palette.png");
const SIGNATURE_COLOUR_KEY: &[u8] = include_bytes!("data/signature_colour_key.png");
const EMBLEM_GREY: &[u8] = include_bytes!("data/emblem_grey.png");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let picture = |png: &[u8]| Picture::new(Png::new(png));
    let emblem =
        |png: &[u8]| Marks::default().emblem(picture(png).alternative_text("Biểu trưng: quyển sách mở"));
    let branch = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
    // Nobody's signature stands over nobody's name.
    let secretary = Signature::on_behalf_of("Chi bộ", "Bí thư", "Nguyễn Văn A").image(picture(SIGNATURE));
    let signed = Resolution::new(branch, "Quảng Trị", PaperDate::new(2026, 6, 5), "về học tập năm 2026")
        .number(5)
        .basis("Điều lệ Đảng Cộng sản Việt Nam")
        .section(Section::new("Nhiệm vụ trọng tâm").paragraph("Tập trung giải quyết các vụ án quá hạn."))
        .section(Section::new("Tổ chức thực hiện").paragraph("Chi uỷ theo dõi, đôn đốc việc thực hiện."))
        .vote(Vote::new(14, 13).in_favour(13))
        .recipients(["Các đảng viên Chi bộ", "Lưu Chi bộ"])
        .signature(secretary);
    let with_emblem = signed.clone().marks(emblem(EMBLEM));

    let both = Issuer::new("Uỷ ban Kiểm tra Tỉnh uỷ Quảng Trị - Công an tỉnh Quảng Trị").code("UBKTTU-CAT");
    let by = |body: &str, position: &str, png: &[u8]| {
        Signature::direct(position, "Nguyễn Văn A").body(body).image(picture(png))
    };
    let joint = Resolution::new(both, "Quảng Trị", PaperDate::new(2026, 6, 5), "về phối hợp công tác")
        .number(5)
        .basis("Điều lệ Đảng Cộng sản Việt Nam")
        .opening("Uỷ ban Kiểm tra Tỉnh uỷ, Công an tỉnh và Thanh tra tỉnh thống nhất:")
        .section(Section::new("Nội dung phối hợp").paragraph("Trao đổi thông tin, tài liệu hằng quý."))
        .closing("Nghị quyết liên tịch này có hiệu lực từ ngày ký.")
        .recipients(["Tỉnh uỷ (báo cáo)", "Lưu Uỷ ban Kiểm tra Tỉnh uỷ"])
        .signature(by("Uỷ ban Kiểm tra Tỉnh uỷ", "Chủ nhiệm", SIGNATURE_16_BIT))
        .joint_signature(by("Công an tỉnh", "Giám đốc", SIGNATURE_PALETTE))
        .joint_signature(by("Thanh tra tỉnh", "Chánh Thanh tra", SIGNATURE_COLOUR_KEY))
        .marks(emblem(EMBLEM_GREY));

    let renderer = Renderer::new();
    for (name, resolution) in [("signed", signed), ("emblem", with_emblem), ("kinds", joint)] {
        common::write("target/out/pictures", name, &renderer.render(&resolution)?)?;
    }
    Ok(())
}
