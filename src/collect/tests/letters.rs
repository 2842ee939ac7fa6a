//! How letters are shown: struck out, hidden, too faint to be seen, by their own properties and by those of styles.

use super::made::{changed, fillable, with_styles, written};
use super::unseen::{form, told, told_of};

#[test]
fn letters_that_nobody_sees_are_told() {
    let of = |properties: &str| {
        changed(&form(), |text| {
            let text = written(text, &[("/session/present", "_")]);
            let seen = format!("<w:r><w:t>2</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>3</w:t></w:r>");
            text.replace("<w:r><w:t>_</w:t></w:r>", &seen)
        })
    };
    for properties in [
        "<w:color w:val=\"ffffff\"/>",
        "<w:color w:val=\"F2F2F2\"/>",
        "<w:color w:themeColor=\"background1\"/>",
        "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>",
        "<w:highlight w:val=\"black\"/>",
        "<w:sz w:val=\"2\"/>",
        "<w:sz w:val=\"1pt\"/>",
        "<w:w w:val=\"1\"/>",
        "<w:spacing w:val=\"-130\"/>",
    ] {
        assert_eq!(
            told(&of(properties)),
            [
                "lỗi: có mặt: có chữ không nhìn thấy được (màu trắng, hoặc quá nhỏ): “3”; hãy xoá hẳn chữ đó, hoặc để chữ đen, cỡ thường rồi lưu lại [quy ước; returned.text]"
            ],
            "{properties}"
        );
    }
    let seen = "<w:color w:val=\"FF0000\"/><w:highlight w:val=\"yellow\"/><w:spacing w:val=\"-10\"/><w:sz w:val=\"20\"/><w:w w:val=\"90\"/>";
    assert_eq!(fillable().extract(&of(seen)).unwrap().changes[0].after, "23");
}

#[test]
fn letters_behind_others_inside_of_their_run_stay_struck_out() {
    let ruby = "<w:ruby><w:rubyBase><w:r><w:t>2</w:t></w:r></w:rubyBase></w:ruby>";
    let math = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>2</m:t></m:r></m:oMath>";
    for inside in [ruby, math] {
        let told = told_of(&format!("<w:r><w:rPr><w:strike/></w:rPr>{inside}<w:t>5</w:t></w:r>"));
        assert!(told.len() == 1 && told[0].contains("có chữ bị gạch ngang hoặc bị ẩn: “5”"), "{told:?}");
    }
}

#[test]
fn what_all_styles_stand_on_counts() {
    let file = changed(&form(), |text| {
        let text = written(text, &[("/session/present", "_")]);
        text.replace("<w:r><w:t>_</w:t></w:r>", "<w:r><w:t>23</w:t></w:r>")
    });
    let all =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>";
    let told = told(&with_styles(&file, all));
    assert!(
        told.iter().any(|line| line.contains("có mặt: có chữ bị gạch ngang hoặc bị ẩn: “23”")),
        "{told:?}"
    );
}

#[test]
fn letters_that_a_style_strikes_out_are_told() {
    let styled = |style: &str| {
        let file = changed(&form(), |text| {
            let text = written(text, &[("/session/present", "_")]);
            let run = format!("<w:r><w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr><w:t>23</w:t></w:r>");
            text.replace("<w:r><w:t>_</w:t></w:r>", &run)
        });
        let own = "<w:style w:type=\"character\" w:styleId=\"Gach\"><w:rPr><w:strike/></w:rPr></w:style>\
                   <w:style w:type=\"character\" w:styleId=\"Tren\"><w:basedOn w:val=\"Gach\"/></w:style></w:styles>";
        with_styles(&file, own)
    };
    for style in ["Gach", "Tren"] {
        assert_eq!(
            told(&styled(style)),
            [
                "lỗi: có mặt: có chữ bị gạch ngang hoặc bị ẩn: “23”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại [quy ước; returned.text]"
            ]
        );
    }
    assert_eq!(fillable().extract(&styled("Thuong")).unwrap().changes[0].after, "23");
}
