//! What a layout of one's own may not be, and what other kinds may not have of it.

use vanban::kinds::{Resolution, TypedRecord};
use vanban::profile::{FreeLayout, FreeStyle, Length, Margins};
use vanban::{Error, Renderer};

use super::{Laid, certificate, kind, layout};

fn problems(layout: &FreeLayout) -> Vec<String> {
    layout.problems().into_iter().map(|problem| problem.message).collect()
}

#[test]
fn sizes_and_margins_lie_within_their_bounds() {
    assert_eq!(problems(&layout()), Vec::<String>::new());
    let style = |size| FreeStyle::new(Length::pt(size));
    let side = Length::mm(11.0);
    let layout = FreeLayout::new()
        .style("ten", style(72.0))
        .style("nho", style(9.5))
        .style("vua", style(60.0))
        .emblem_height(Length::mm(4.0))
        .margins(Margins { top: Length::mm(17.0), bottom: side, left: side, right: Length::mm(12.0) });
    let all = [
        "cỡ chữ của kiểu “ten” từ 10 đến 60 pt; hiện là 72 pt; hãy ghi lại",
        "cỡ chữ của kiểu “nho” từ 10 đến 60 pt; hiện là 9,5 pt; hãy ghi lại",
        "biểu trưng cao từ 5 đến 100 mm; hiện là 4 mm; hãy ghi lại",
    ];
    assert_eq!(problems(&layout), all);
    // Nothing crosses a border.
    assert_eq!(
        problems(&layout.bordered())[3..],
        [
            "lề trên, bên trong khung viền, từ 18 đến 60 mm; hiện là 17 mm; hãy ghi lại",
            "lề dưới, bên trong khung viền, từ 12 đến 60 mm; hiện là 11 mm; hãy ghi lại",
            "lề trái, bên trong khung viền, từ 12 đến 60 mm; hiện là 11 mm; hãy ghi lại",
        ]
    );
}

/// A record of such a kind is refused, too, and a preview of it is drawn all the same.
#[test]
fn a_layout_that_is_refused_stops_the_paper() {
    let huge = FreeLayout::new().margins(Margins {
        top: Length::mm(1e12),
        bottom: Length::mm(-1e12),
        left: Length::mm(1e12),
        right: Length::ZERO,
    });
    let small = FreeStyle::new(Length::pt(-1e12));
    let huge = huge.style("loai_giay", small).style("nguoi_nhan", small).style("noi_dung", small);
    let record = Laid::new(huge.clone(), certificate());
    let found = Renderer::new().check(&record);
    assert!(
        found.iter().all(|problem| problem.code == "layout.out_of_range") && found.len() == 7,
        "{found:?}"
    );
    let renderer = Renderer::new().with_kind(kind(huge)).unwrap();
    let json = certificate().to_json().unwrap();
    assert!(renderer.preview(&json).unwrap().page_count() > 0);
}

#[test]
fn papers_of_the_guidances_types_keep_its_styles() {
    let resolution = Resolution::example();
    let laid = Laid::new(layout(), resolution);
    let found: Vec<String> = Renderer::new().check(&laid).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "lỗi: “Nghị quyết” là loại văn bản của Đảng, trình bày theo quy định: không có kiểu chữ, màu chữ, khung viền riêng, \
          không in trên phôi; hãy bỏ phần trình bày riêng của mẫu, hoặc đặt tên loại khác [05-HD/VPTW II.IV.1; \
          layout.of_a_document]"
        ]
    );
}

/// What a wording is refused with, at which line and column.
fn refused(layout: Option<FreeLayout>, wording: &str) -> (usize, usize, String) {
    let plain = || kind(FreeLayout::new()).worded("<p>x</p>".to_owned());
    let known = match layout {
        Some(layout) => plain().laid_out(layout),
        None => vanban::Kind::of::<super::Certificate>("certificate", "giấy khen").worded("<p>x</p>"),
    };
    let renderer = Renderer::new().with_kind(known).unwrap();
    match renderer.with_wording("certificate", wording) {
        Err(Error::Template { line, column, reason, .. }) => (line, column, reason),
        other => panic!("{other:?}"),
    }
}

#[test]
fn markup_is_told_on_every_branch_when_it_is_loaded() {
    let own = |wording| refused(Some(layout()), wording);
    let unseen = "{{#if unit}}<p>a</p>\n{{else}}\n  <p style=\"nguoinhan\">b</p>{{/if}}";
    assert_eq!(own(unseen), (3, 3, "không có kiểu chữ “nguoinhan”; có phải “nguoi_nhan”?".to_owned()));
    let said = "không có kiểu chữ “x”; hãy dùng một trong: loai_giay, nguoi_nhan, noi_dung";
    assert_eq!(own("<p style=\"x\">b</p>").2, said);
    for (wording, said) in [
        (
            "<p align=\"middle\">b</p>",
            "align của <p> không nhận “middle”; hãy ghi một trong: left, center, right, justify",
        ),
        ("<p beside=\"left\">b</p>", "beside của <p> không nhận “left”; hãy ghi signature"),
        ("<p stock=\"yes\">b</p>", "stock của <p> không nhận “yes”; hãy ghi true hoặc false"),
        ("<p role=\"basis\" style=\"noi_dung\">b</p>", "<p> ghi cả role và style; hãy bỏ một trong hai"),
        (
            "<p role=\"basis\" align=\"left\">b</p>",
            "role của <p> đã định cách trình bày; hãy bỏ role, hoặc bỏ align và beside",
        ),
        (
            "<p style=\"{{unit}}\">b</p>",
            "không có kiểu chữ “{{…}}”; hãy dùng một trong: loai_giay, nguoi_nhan, noi_dung",
        ),
        (
            "<columns widths=\"1fr\"><column><p style=\"noidung\">b</p></column></columns>",
            "không có kiểu chữ “noidung”; có phải “noi_dung”?",
        ),
        (
            "<p colour=\"red\">b</p>",
            "<p> không có thuộc tính “colour”; hãy dùng một trong: role, spare, style, align, beside, stock",
        ),
    ] {
        assert_eq!(own(wording).2, said, "{wording}");
    }
    let none = "không có kiểu chữ “x”, vì mẫu chưa khai kiểu chữ nào; hãy khai trong phần styles";
    assert_eq!(refused(Some(FreeLayout::new()), "<p style=\"x\">b</p>").2, none);
}

#[test]
fn wordings_of_other_kinds_have_none_of_it() {
    for (name, value) in
        [("style", "noi_dung"), ("align", "center"), ("beside", "signature"), ("stock", "true")]
    {
        let wording = format!("<p>a</p>\n<p {name}=\"{value}\">b</p>");
        let said = format!(
            "<p> không có thuộc tính “{name}” ở đây, vì chỉ mẫu có trình bày riêng mới dùng style, align, beside, stock; hãy \
             dùng: role, spare"
        );
        assert_eq!(refused(None, &wording), (2, 1, said));
        let of_a_kind = Renderer::new().with_wording("resolution", &wording).unwrap_err();
        assert!(of_a_kind.to_string().contains("trình bày riêng"));
    }
}
