//! What the page shows otherwise than the text says: lines that are pressed flat, cells that are crossed out, letters that
//! run backwards, styles that strike out.

use super::made::{changed, fillable, with_part, with_styles, written};
use super::unseen::{form, told, told_of};

const SCORE: &str = "/rows/1/self_score";

/// A form with five points in its first row, which says this of its row and of the cell with the points.
fn scored(of_row: &str, of_cell: &str) -> Vec<u8> {
    changed(&form(), |text| {
        let mut text = written(text, &[(SCORE, "5")]);
        let at = text.find(&format!("w:tag w:val=\"{SCORE}\"")).unwrap();
        let own = text[..at].rfind("<w:tcPr>").unwrap() + "<w:tcPr>".len();
        text.insert_str(own, of_cell);
        let row = text[..at].rfind("<w:tr>").unwrap() + "<w:tr>".len();
        match text[row..].strip_prefix("<w:trPr>") {
            Some(_) => text.insert_str(row + "<w:trPr>".len(), of_row),
            None => text.insert_str(row, &format!("<w:trPr>{of_row}</w:trPr>")),
        }
        text
    })
}

/// The sentences of those that are told of one field.
fn of<'l>(lines: &'l [String], place: &str) -> Vec<&'l str> {
    let front = format!("lỗi: {place}: ");
    let said = lines.iter().filter_map(|line| line.strip_prefix(&front));
    said.map(|line| line.split(" [").next().unwrap_or_default()).collect()
}

fn of_score(of_row: &str, of_cell: &str) -> Vec<String> {
    let told = told(&scored(of_row, of_cell));
    of(&told, "mục 1.1, điểm tự chấm").into_iter().map(str::to_owned).collect()
}

const STRUCK: &str =
    "có chữ bị gạch ngang hoặc bị ẩn: “23”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại";
const FLAT: &str = "có chữ không nhìn thấy được (dòng hoặc hàng của bảng bị ép quá thấp): “5”; hãy xoá hẳn chữ đó, hoặc để dòng cao như thường rồi lưu lại";

#[test]
fn rows_that_nobody_sees_are_told() {
    assert_eq!(of_score("<w:trHeight w:val=\"1\" w:hRule=\"exact\"/>", ""), [FLAT]);
    assert_eq!(of_score("<w:hidden/>", ""), [STRUCK.replace("23", "5")]);
    // A line below the edge of its row.
    let below = |height: &str| {
        let row = format!("<w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/>");
        let file = changed(&scored(&row, ""), |mut text| {
            let at = text.find(&format!("w:tag w:val=\"{SCORE}\"")).unwrap();
            let own = text[..at].rfind("<w:p>").unwrap();
            text.insert_str(own, "<w:p/><w:p/>");
            text
        });
        fillable().extract(&file).map(|extracted| extracted.changes[0].after.clone())
    };
    let cut = below("360").unwrap_err();
    let cut: Vec<String> = cut.problems().iter().map(ToString::to_string).collect();
    assert_eq!(of(&cut, "mục 1.1, điểm tự chấm"), [FLAT]);
    assert_eq!(below("1000").unwrap(), "5");
    for seen in ["<w:trHeight w:val=\"1\"/>", "<w:trHeight w:val=\"500\" w:hRule=\"exact\"/>"] {
        let extracted = fillable().extract(&scored(seen, "")).unwrap();
        assert_eq!(extracted.changes[0].after, "5");
    }
}

#[test]
fn cells_that_are_crossed_out_or_merged_away_are_told() {
    let crossed = [
        "có chữ trong ô của bảng bị gạch chéo: “5”; hãy xoá hẳn chữ đó, hoặc bỏ đường gạch chéo rồi lưu lại",
    ];
    for line in ["tl2br", "tr2bl"] {
        let border =
            |kind: &str| format!("<w:tcBorders><w:{line} w:val=\"{kind}\" w:sz=\"4\"/></w:tcBorders>");
        assert_eq!(of_score("", &border("single")), crossed);
        assert_eq!(fillable().extract(&scored("", &border("nil"))).unwrap().changes[0].after, "5");
    }
    let merged = of_score("", "<w:vMerge/>");
    assert_eq!(
        merged.last().unwrap(),
        "có chữ trong ô của bảng đã gộp với ô khác, trên trang không hiện: “5”; hãy bỏ gộp ô (Split Cells), hoặc xoá hẳn chữ đó rồi lưu lại"
    );
}

/// What is told of who was present where the paragraph says this of itself.
fn in_paragraph(properties: &str) -> Vec<u8> {
    changed(&form(), |text| {
        let mut text = written(text, &[("/session/present", "23")]);
        let at = text.find("w:tag w:val=\"/session/present\"").unwrap();
        let own = text[..at].rfind("</w:pPr>").unwrap();
        text.insert_str(own, properties);
        text
    })
}

#[test]
fn lines_that_are_pressed_flat_are_told() {
    for line in [
        "<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>",
        "<w:spacing w:line=\"2pt\" w:lineRule=\"exact\"/>",
        "<w:spacing w:line=\"10\" w:lineRule=\"auto\"/>",
        "<w:spacing w:line=\"10\"/>",
        "<w:framePr w:h=\"1\" w:hRule=\"exact\"/>",
    ] {
        let told = told(&in_paragraph(line));
        assert_eq!(of(&told, "có mặt"), [FLAT.replace('5', "23")], "{line}");
    }
    for line in ["w:line=\"1\" w:lineRule=\"atLeast\"", "w:line=\"360\" w:lineRule=\"exact\""] {
        let seen = in_paragraph(&format!("<w:spacing {line}/>"));
        assert_eq!(fillable().extract(&seen).unwrap().changes[0].after, "23");
    }
    let styled = "<w:style w:type=\"paragraph\" w:styleId=\"Det\"><w:pPr><w:spacing w:line=\"1\" w:lineRule=\"exact\"/></w:pPr></w:style></w:styles>";
    let file = changed(&form(), |text| {
        let mut text = written(text, &[("/session/present", "23")]);
        let at = text.find("w:tag w:val=\"/session/present\"").unwrap();
        let own = text[..at].rfind("<w:pStyle ").unwrap();
        let end = own + text[own..].find("/>").unwrap() + 2;
        text.replace_range(own..end, "<w:pStyle w:val=\"Det\"/>");
        text
    });
    assert!(of(&told(&with_styles(&file, styled)), "có mặt").contains(&FLAT.replace('5', "23").as_str()));
}

/// A style of its kind that strikes out, by its name or as the usual one of what names none.
fn strikes(kind: &str, name: &str, usual: bool) -> String {
    let usual = if usual { " w:default=\"1\"" } else { "" };
    format!(
        "<w:style w:type=\"{kind}\"{usual} w:styleId=\"{name}\"><w:rPr><w:strike/></w:rPr></w:style></w:styles>"
    )
}

fn present(properties: &str) -> Vec<u8> {
    changed(&form(), |text| {
        let text = written(text, &[("/session/present", "_")]);
        let run = format!("<w:r><w:rPr>{properties}</w:rPr><w:t>23</w:t></w:r>");
        text.replace("<w:r><w:t>_</w:t></w:r>", &run)
    })
}

#[test]
fn the_usual_styles_and_those_of_tables_strike_out() {
    let by_style = told(&with_styles(&present(""), &strikes("character", "Chu", true)));
    assert_eq!(of(&by_style, "có mặt"), [STRUCK]);
    // Letters of a style of their own are not of the usual one.
    let own = "<w:style w:type=\"character\" w:styleId=\"Thuong\"/>";
    let other = with_styles(
        &present("<w:rStyle w:val=\"Thuong\"/>"),
        &(own.to_owned() + &strikes("character", "Chu", true)),
    );
    assert_eq!(of(&told(&other), "có mặt"), [""; 0]);
    let table = changed(&scored("", ""), |text| {
        let at = text.find(&format!("w:tag w:val=\"{SCORE}\"")).unwrap();
        let own = text[..at].rfind("<w:tblPr>").unwrap() + "<w:tblPr>".len();
        format!("{}<w:tblStyle w:val=\"Gach\"/>{}", &text[..own], &text[own..])
    });
    let by_table = told(&with_styles(&table, &strikes("table", "Gach", false)));
    assert_eq!(of(&by_table, "mục 1.1, điểm tự chấm"), [STRUCK.replace("23", "5")]);
}

#[test]
fn what_two_kinds_of_styles_strike_out_is_not_struck_out() {
    let both = |of_run: &str| {
        let file = present(of_run);
        let file = changed(&file, |mut text| {
            let at = text.find("w:tag w:val=\"/session/present\"").unwrap();
            let own = text[..at].rfind("<w:pStyle ").unwrap();
            let end = own + text[own..].find("/>").unwrap() + 2;
            text.replace_range(own..end, "<w:pStyle w:val=\"Doan\"/>");
            text
        });
        let styles = strikes("paragraph", "Doan", false).replace("</w:styles>", "")
            + &strikes("character", "Chu", false);
        told(&with_styles(&file, &styles))
    };
    let is_told = |lines: &[String]| of(lines, "có mặt").contains(&STRUCK);
    assert!(is_told(&both("")));
    assert!(!is_told(&both("<w:rStyle w:val=\"Chu\"/>")));
    assert!(is_told(&both("<w:rStyle w:val=\"Chu\"/><w:strike/>")));
    assert!(!is_told(&both("<w:strike w:val=\"0\"/>")));
}

#[test]
fn letters_that_run_backwards_are_told_both_ways() {
    let turned = [
        "có chữ viết ngược chiều (từ phải sang trái): trong tệp là “23”, trên trang có thể đọc là “32”; hãy xoá đi, gõ lại rồi lưu lại",
    ];
    let run =
        |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    for content in [
        format!("<w:bdo w:val=\"rtl\">{}</w:bdo>", run("", "23")),
        format!("<w:dir w:val=\"rtl\">{}</w:dir>", run("", "23")),
        run("<w:rtl/>", "23"),
        run("", "\u{202e}23\u{202c}"),
        run("", "\u{202e}2") + &run("", "3"),
    ] {
        assert_eq!(of(&told_of(&content), "có mặt"), turned, "{content}");
    }
    let after = |content: &str| {
        let file = changed(&form(), |text| {
            let text = written(text, &[("/session/present", "_")]);
            text.replace("<w:r><w:t>_</w:t></w:r>", content)
        });
        fillable().extract(&file).unwrap().changes[0].after.clone()
    };
    // What reads alike in both directions, and letters that run as they always do.
    for content in [
        run("", "\u{202e}22\u{202c}"),
        run("", "\u{200e}22"),
        format!("<w:bdo w:val=\"ltr\">{}</w:bdo>", run("", "22")),
        run("", "\u{202e}\u{202c}22"),
    ] {
        assert_eq!(after(&content), "22", "{content}");
    }
}

#[test]
fn letters_above_others_are_told() {
    let ruby = "<w:r><w:ruby><w:rt><w:r><w:t>4</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>23</w:t></w:r></w:rubyBase></w:ruby></w:r>";
    assert_eq!(
        of(&told_of(ruby), "có mặt"),
        [
            "có chữ nhỏ ghi trên đầu chữ khác (Phonetic Guide): “4”; hãy bỏ chữ đó, hoặc ghi thành chữ thường rồi lưu lại"
        ]
    );
}

#[test]
fn of_two_ways_that_is_read_which_programs_know() {
    let choice = |space: &str| {
        told_of(&format!(
            "<w:r xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:x=\"{space}\"><mc:AlternateContent><mc:Choice Requires=\"x\"><w:t>một</w:t></mc:Choice><mc:Fallback><w:t>hai</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ))
    };
    let wrong = |said: &str, meant: u32| format!("phải là số nguyên; hiện là “{said}”; có phải {meant}?");
    assert_eq!(of(&choice("urn:la"), "có mặt"), [wrong("hai", 2)]);
    assert_eq!(
        of(&choice("http://schemas.microsoft.com/office/word/2010/wordml"), "có mặt"),
        [wrong("một", 1)]
    );
}

#[test]
fn fields_that_word_works_out_are_told() {
    let complex = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let unread = |code: &str| {
        format!("có trường của Word không đọc được: “{code}”; hãy xoá trường đó, ghi bằng chữ, ví dụ 2/3")
    };
    let shown = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>23</w:t></w:r>";
    for code in ["QUOTE 9", "DOCPROPERTY Diem", "PAGE", "DATE"] {
        assert_eq!(of(&told_of(&complex(code, "")), "có mặt"), [unread(code)]);
        let simple = format!("<w:fldSimple w:instr=\"{code}\"/>");
        assert_eq!(of(&told_of(&simple), "có mặt"), [unread(code)]);
    }
    assert_eq!(of(&told_of("<w:r><w:dayShort/></w:r>"), "có mặt"), [unread("dayShort")]);
    for code in ["DATE \\@ dd", "PAGE"] {
        assert_eq!(
            of(&told_of(&complex(code, shown)), "có mặt"),
            [
                "có trường của Word tự đổi mỗi lần mở tệp (như ngày giờ, số trang), lần lưu cuối là “23”; hãy xoá trường đó, gõ bằng tay"
            ]
        );
    }
    let stale = complex("=SUM(ABOVE)", shown).replacen("\"begin\"", "\"begin\" w:dirty=\"1\"", 1);
    assert!(of(&told_of(&stale), "có mặt")[0].starts_with("có trường của Word tự đổi mỗi lần mở tệp"));
    // What was worked out once stays, and what stands in the code of another field is not shown.
    for content in [
        complex("=SUM(ABOVE)", shown),
        complex(&format!("IF </w:instrText></w:r>{}<w:r><w:instrText>", complex("DOCPROPERTY A", "")), shown),
        "<w:r><w:t>23</w:t></w:r>".to_owned() + &complex("XE \"a\"", ""),
    ] {
        let file = changed(&form(), |text| {
            let text = written(text, &[("/session/present", "_")]);
            text.replace("<w:r><w:t>_</w:t></w:r>", &content)
        });
        assert_eq!(fillable().extract(&file).unwrap().changes[0].after, "23", "{content}");
    }
}

#[test]
fn what_covers_the_page_from_its_header_is_told() {
    let header = |content: &str| {
        format!(
            "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:p><w:r><w:pict><v:shape>{content}</v:shape></w:pict></w:r></w:p></w:hdr>"
        )
    };
    let of_header = |content: &str| told(&with_part(&form(), "header", &header(content)));
    assert_eq!(
        of_header("<v:textpath string=\"HUỶ\"/>"),
        [
            "lỗi: có chữ chìm “HUỶ” in đè lên các trang (Watermark); hãy hỏi lại nơi gửi bản này còn dùng không, bỏ chữ chìm rồi lưu lại [quy ước; returned.text]"
        ]
    );
    assert_eq!(
        of_header("<v:imagedata/>"),
        [
            "lỗi: đầu trang hoặc chân trang có thêm hình, không đọc được chữ trong hình; chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi [quy ước; returned.text]"
        ]
    );
}

#[test]
fn a_second_record_that_says_something_else_is_told() {
    let record = |score: &str| {
        format!(
            "<vanban xmlns=\"urn:vanban:record\" format=\"1\"><record>{{}}</record><places/><fields><field>{score}</field></fields></vanban>"
        )
    };
    assert_eq!(
        told(&with_part(&form(), "customXml", &record("9"))),
        [
            "lỗi: tệp mang hơn một bản ghi mà ghi khác nhau, như khi chép phiếu này vào tệp của phiếu khác; hãy điền lại vào tệp đã gửi [quy ước; returned.two_papers]"
        ]
    );
}

#[test]
fn letters_of_old_faces_are_told_with_what_they_show() {
    let strength = |face: &str, words: &str| {
        changed(&form(), |text| {
            let text = written(text, &[("/strengths/0", "_")]);
            let faces = format!("<w:rFonts w:ascii=\"{face}\" w:hAnsi=\"{face}\"/>");
            let run = format!("<w:r><w:rPr>{faces}</w:rPr><w:t>{words}</w:t></w:r>");
            text.replace("<w:r><w:t>_</w:t></w:r>", &run)
        })
    };
    let said = |encoding: &str, words: &str, shown: &str| {
        format!(
            "có chữ gõ bằng phông cũ (bảng mã {encoding}): trong tệp là “{words}”, trên trang đọc là “{shown}”; hãy chuyển sang Unicode rồi lưu lại"
        )
    };
    let told_of = |face: &str, words: &str| {
        let told = told(&strength(face, words));
        told.iter().any(|line| line.contains("phông cũ")).then(|| told.join("\n"))
    };
    for (face, words, encoding, shown) in
        [(".VnTime", "H\u{e4}p", "TCVN3", "Họp"), ("VNI-Times", "To\u{e1}t", "VNI", "Tốt")]
    {
        let told = told_of(face, words).unwrap();
        assert!(told.contains(&said(encoding, words, shown)), "{told}");
    }
    // Letters that look alike in every face, and such as no old face has.
    for words in ["Tham gia", "Tốt"] {
        assert_eq!(fillable().extract(&strength(".VnTime", words)).unwrap().changes[0].after, words);
    }
}
