use super::*;

fn body(content: &str) -> Body {
    let xml = format!(
        r#"<w:document xmlns:w="{}" xmlns:w14="{CHECK_BOX}" xmlns:mc="{ALTERNATIVES}"><w:body>{content}</w:body></w:document>"#,
        WORD[0]
    );
    Body::read(xml.as_bytes()).unwrap().unwrap()
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
    assert_eq!(texts(&content), ["abcde -\n"]);
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
}

#[test]
fn another_programs_part_is_no_document() {
    assert!(Body::read(b"<workbook/>").unwrap().is_none());
}

#[test]
fn more_text_than_a_record_has_is_refused() {
    let read = |letters: usize| {
        let xml = format!(
            r#"<w:document xmlns:w="{}"><w:body><w:p>{}</w:p></w:body></w:document>"#,
            WORD[0],
            run(&" ".repeat(letters))
        );
        Body::read(xml.as_bytes()).map(drop)
    };
    assert_eq!(read(TEXT), Ok(()));
    assert_eq!(read(TEXT + 1), Err(Damage::TooLarge));
}
