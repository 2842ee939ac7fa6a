//! What a form may be called: none of the library's names; and a name of the guidance's types binds its look.

use vanban::forms::{Folder, Form, built_in, files};

use super::forms::told;

#[test]
fn a_title_that_begins_as_a_type_of_the_guidance_keeps_its_look() {
    for title in [
        "Nghị  quyết",
        "Nghị\u{a0}quyết",
        "nghị quyết.",
        "Nghị quyết liên tịch",
        "Nghi quyet",
        "KE HOACH công tác",
    ] {
        let toml = format!("format = 1\nname = \"a\"\nterm = \"a\"\ntitle = \"{title}\"\nborder = true\n");
        let told = told(&Folder::new(toml).body("<p>a</p>"));
        assert!(told.len() == 1 && told[0].contains("là thể loại văn bản của Đảng"), "{title}: {told:?}");
    }
}

#[test]
fn a_type_of_the_guidance_by_its_term_or_its_code_keeps_its_look() {
    let top = |term: &str, code: &str| {
        format!("format = 1\nname = \"a\"\nterm = \"{term}\"\ntitle = \"Phiếu\"\ncode = \"{code}\"\n")
    };
    let told = |top: String| told(&Folder::new(format!("{top}border = true\n")).body("<p>a</p>"));
    let rest = "thể loại văn bản của Đảng, trình bày theo Hướng dẫn 05-HD/VPTW (II.IV), không có kiểu chữ, màu, viền, \
                biểu trưng riêng; hãy bỏ các mục border, emblem, margins, stock, offset, styles";
    assert_eq!(told(top("nghi quyet", "NQ")), [format!("form.toml, dòng 3, cột 8: “nghi quyet” là {rest}")]);
    for (code, kind) in [("NQ", "nghị quyết"), ("CTR", "chương trình"), ("QD", "quyết định, quy định")]
    {
        let said = format!("form.toml, dòng 5, cột 8: “{code}” là ký hiệu của {kind}, {rest}");
        assert_eq!(told(top("phiếu", code)), [said]);
    }
    assert_eq!(told(top("phiếu", "PH")), [""; 0]);
}

#[test]
fn a_form_takes_no_name_of_the_librarys() {
    let named = |name: &str| {
        let toml = format!("format = 1\nname = \"{name}\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n");
        told(&Folder::new(toml).body("<p>a</p>"))
    };
    assert_eq!(
        named("resolution"),
        ["form.toml, dòng 2, cột 8: name: “resolution” là tên một loại văn bản có sẵn; hãy đặt tên khác"]
    );
    for form in built_in() {
        let name = form.kind().name();
        let said = format!(
            "form.toml, dòng 2, cột 8: name: “{name}” là tên một mẫu có sẵn; hãy đặt tên khác (`vanban form new … --from \
             {name}` lập mẫu mới từ mẫu ấy)"
        );
        assert_eq!(named(name), [said]);
        // Its own files are no other form.
        assert!(Form::read(&files(name).unwrap()).is_ok(), "{name}");
    }
}
