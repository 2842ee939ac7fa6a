use super::*;

fn body(content: &str) -> Body {
    let xml = format!(
        r#"<w:document xmlns:w="{}" xmlns:w14="{CHECK_BOX}" xmlns:mc="{ALTERNATIVES}"><w:body>{content}</w:body></w:document>"#,
        WORD[0]
    );
    Body::read(xml.as_bytes(), &Styles::default()).unwrap().unwrap()
}

fn texts(content: &str) -> Vec<String> {
    body(content).paragraphs.iter().map(Paragraph::text).collect()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[test]
fn tracked_changes_count_as_taken() {
    let inserted = format!("<w:ins>{}</w:ins>", run("2"));
    let deleted = "<w:del><w:r><w:delText>1</w:delText></w:r></w:del>";
    let moved = format!("<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>", run("a"), run("b"));
    assert_eq!(texts(&format!("<w:p>{deleted}{inserted}{moved}</w:p>")), ["2b"]);
    let marked =
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>", run("a"), run("b"));
    assert_eq!(texts(&marked), ["ab"]);
    let row = |deleted: &str, text: &str| {
        format!("<w:tr><w:trPr>{deleted}</w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr>", run(text))
    };
    assert_eq!(texts(&format!("<w:tbl>{}{}</w:tbl>", row("<w:del/>", "x"), row("", "y"))), ["y"]);
}

#[test]
fn what_programs_write_between_letters_is_passed_over() {
    let content = format!(
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:bookmarkStart/>{}<w:proofErr/><w:smartTag>{}</w:smartTag>\
         <w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>\
         <w:fldSimple>{}</w:fldSimple><w:hyperlink>{}</w:hyperlink>\
         <w:r><w:tab/><w:noBreakHyphen/><w:br/><w:br w:type='page'/><w:sym w:char='F0FE'/></w:r></w:p>",
        run("a"),
        run("b"),
        run("c"),
        run("d"),
        run("e")
    );
    assert_eq!(texts(&content), ["abcde -\n\n\u{f0fe}"]);
}

#[test]
fn of_two_ways_to_say_the_same_one_counts() {
    let text_box = |text: &str| format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(text));
    let content = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        run("a"),
        text_box("box"),
        text_box("box"),
        run("b")
    );
    assert_eq!(texts(&content), ["ab", "box"]);
}

#[test]
fn controls_say_what_they_are() {
    let content = format!(
        r#"<w:p>{}<w:sdt><w:sdtPr><w:alias w:val="có mặt"/><w:tag w:val="/session/present"/><w:showingPlcHdr/>
        <w:dataBinding w:prefixMappings="xmlns:v='urn:vanban:record'" w:xpath="/v:vanban[1]/v:fields[1]/v:field[12]"/>
        <w:dropDownList><w:listItem w:displayText="Tốt" w:value="good"/></w:dropDownList></w:sdtPr>
        <w:sdtContent>{}<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>
        <w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:p>"#,
        run("a"),
        run("28"),
        run("☒")
    );
    let body = body(&content);
    let [outer, inner] = &body.controls[..] else { panic!("{body:?}") };
    assert_eq!((outer.tag.as_deref(), outer.title.as_deref()), (Some("/session/present"), Some("có mặt")));
    assert_eq!((outer.bound, outer.placeholder, outer.checked), (Some(12), true, None));
    assert_eq!(outer.items, [("Tốt".to_owned(), "good".to_owned())]);
    assert_eq!((inner.parent, inner.checked), (Some(0), Some(true)));
    let pieces: Vec<_> =
        body.paragraphs[0].pieces.iter().map(|piece| (piece.text.as_str(), piece.control)).collect();
    assert_eq!(pieces, [("a", None), ("28", Some(0)), ("☒", Some(1))]);
    assert_eq!(body.around(Some(1)).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn cells_know_their_columns() {
    let content = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>\
                   <w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc><w:sdt><w:sdtContent><w:tc>\
                   <w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>";
    let cells: Vec<_> = body(content)
        .cells
        .iter()
        .map(|cell| (cell.table, cell.row, cell.column, cell.span, cell.continues))
        .collect();
    assert_eq!(cells, [(0, 0, 0, 2, false), (0, 0, 2, 1, false), (0, 1, 0, 1, false), (0, 1, 1, 1, true)]);
}

#[test]
fn form_fields_of_old_word_are_read() {
    let field = |data: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>\
             <w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
             {result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    };
    let content = format!(
        "<w:p>{}{}{}</w:p>",
        field(
            "<w:name w:val='session_present'/><w:textInput><w:default w:val='0'/></w:textInput>",
            &run("28")
        ),
        field("<w:name w:val='box'/><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", ""),
        field(
            "<w:name w:val='level'/><w:ddList><w:result w:val='1'/><w:listEntry w:val='a'/><w:listEntry w:val='b'/></w:ddList>",
            ""
        )
    );
    let told: Vec<_> =
        body(&content).legacy.iter().map(|field| (field.name.clone(), field.value())).collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(told, [("session_present", "28"), ("box", "true"), ("level", "b")]);
    let lines = field("<w:name w:val='present'/>", &format!("{}</w:p><w:p>{}", run("2"), run("8")));
    assert_eq!(body(&format!("<w:p>{lines}</w:p>")).legacy[0].value(), "2\n8");
}

#[test]
fn letters_are_read_as_the_page_shows_them() {
    let look =
        |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let symbols = look("<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>", "\u{b3}");
    let tick = look("<w:rFonts w:ascii='Wingdings'/>", "\u{fc}");
    let raised = look("<w:vertAlign w:val='superscript'/>", "2");
    let lowered = look("<w:vertAlign w:val='subscript'/>", "2");
    let sym = "<w:r><w:sym w:font='Symbol' w:char='F0A3'/><w:sym w:font='Webdings' w:char='F061'/></w:r>";
    let content = format!("<w:p>{symbols}{}{tick}{}{raised}{lowered}{sym}</w:p>", run(" 40% "), run(" m"));
    assert_eq!(texts(&content), ["≥ 40% ✓ m²₂≤\u{f061}"]);
    // One face is of the letters of ASCII, the other of all others.
    let faces = |ascii: &str, others: &str| {
        let named = format!("<w:rFonts w:ascii='{ascii}' w:hAnsi='{others}'/>");
        texts(&format!("<w:p>{}</w:p>", look(&named, "l\u{fc}\u{f0fe}"))).concat()
    };
    assert_eq!(faces("Arial", "Wingdings"), "l✓☑");
    assert_eq!(faces("Wingdings", "Arial"), "●\u{fc}\u{f0fe}");
    assert_eq!(texts(&format!("<w:p>{}</w:p>", run("2\n3"))), ["2 3"]);
}

#[test]
fn shapes_and_ink_are_objects_and_letters_of_a_choice_are_read() {
    let choice = |of: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice>{of}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    let shown = |of: &str| {
        let body = body(&format!("<w:p>{}</w:p>", choice(of)));
        (body.objects.len(), body.paragraphs[0].text())
    };
    assert_eq!(shown("<w:drawing/>"), (1, String::new()));
    assert_eq!(shown("<w:contentPart/>"), (1, String::new()));
    assert_eq!(shown("<w14:contentPart/>"), (1, String::new()));
    assert_eq!(shown("<w:t>4</w:t>"), (0, "4".to_owned()));
    assert_eq!(shown("<w14:symEx w14:font='Segoe UI' w14:char='00BD'/>"), (0, "½".to_owned()));
    // What a box with text says is read as text.
    assert_eq!(shown("<w:drawing><w:txbxContent/></w:drawing>").0, 0);
}

#[test]
fn who_changed_something_is_known() {
    let content = format!(
        "<w:p><w:del w:author='An'><w:r><w:delText>2</w:delText></w:r></w:del><w:ins w:author='An'>{}</w:ins>\
         <w:ins w:author='Ba'>{}</w:ins>{}</w:p>",
        run("1"),
        run("0"),
        run("5")
    );
    let body = body(&content);
    let tracked: Vec<_> = (body.tracked.iter())
        .map(|it| (body.authors[it.author].as_str(), it.text.as_str(), it.deleted))
        .collect();
    assert_eq!(tracked, [("An", "2", true), ("An", "1", false), ("Ba", "0", false)]);
    assert_eq!(body.paragraphs[0].text(), "105");
}

#[test]
fn what_is_no_plain_text_is_kept() {
    const MATH: &str = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'";
    let math = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let marked = |content: &str| {
        let body = body(&format!("<w:p {MATH}>{content}</w:p>"));
        body.marked.iter().map(|it| (it.mark, it.text.clone())).collect::<Vec<_>>()
    };
    let fraction = format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", math("2"), math("3"));
    assert_eq!(marked(&format!("<m:oMath>{fraction}</m:oMath>")), [(Mark::Equation, "2/3".to_owned())]);
    let power = format!("<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>", math("10"), math("3"));
    assert_eq!(marked(&format!("<m:oMath>{power}</m:oMath>")), [(Mark::Equation, "10^3".to_owned())]);
    assert_eq!(marked(&format!("<m:oMath>{}</m:oMath>", math("x=2"))), []);
    let field = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>{result}\
             <w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    };
    let separate = format!("<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}", run("3"));
    let code = r" EQ \f(2,3) ";
    assert_eq!(marked(&field(code, "")), [(Mark::Field, code.to_owned())]);
    assert_eq!(marked(r"<w:fldSimple w:instr='EQ \f(1,2)'/>"), [(Mark::Field, r"EQ \f(1,2)".to_owned())]);
    assert_eq!(marked(&field(" REF a ", &separate)), []);
    assert_eq!(marked(&field(" PAGE ", &separate)), [(Mark::Changing, "3".to_owned())]);
    for nothing in [r#" IF 1 = 1 "" "" "#, r#"IF "" """#] {
        assert_eq!(marked(&field(nothing, "")), []);
    }
    let shown = r#"IF 1 = 1 "5" """#;
    assert_eq!(marked(&field(shown, "")), [(Mark::Field, shown.to_owned())]);
    assert_eq!(marked(&field(" XE \"x\" ", "")), []);
    let cell = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        run("5")
    );
    assert_eq!(marked(&cell), [(Mark::Removed, "5".to_owned())]);
}

#[test]
fn another_programs_part_is_no_document() {
    assert!(Body::read(b"<workbook/>", &Styles::default()).unwrap().is_none());
}

#[test]
fn more_text_than_a_record_has_is_refused() {
    let read = |letters: usize| {
        let xml = format!(
            r#"<w:document xmlns:w="{}"><w:body><w:p>{}</w:p></w:body></w:document>"#,
            WORD[0],
            run(&" ".repeat(letters))
        );
        Body::read(xml.as_bytes(), &Styles::default()).map(drop)
    };
    assert_eq!(read(TEXT), Ok(()));
    assert_eq!(read(TEXT + 1), Err(Damage::TooLarge));
}
