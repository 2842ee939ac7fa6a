//! What form markup becomes.

use super::{Block, Error, Paragraph, dump};
use crate::tree::Role;
use crate::wording::markup::read;

/// The blocks as the tree's dump writes them, a line each.
fn blocks(xml: &str) -> Vec<String> {
    dump(read(xml, "t").unwrap())
}

/// Line, column and reason, without the words that stand before each.
fn refusal(xml: &str) -> (usize, usize, String) {
    match read(xml, "t").unwrap_err() {
        Error::Template { template, line, column, reason } => {
            assert_eq!(template, "t");
            (line, column, reason.strip_prefix("in the finished markup: ").unwrap().to_owned())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn paragraphs_have_the_role_they_name() {
    assert_eq!(
        blocks("<p>a</p><p role='body'>b</p>\n<p role=\"basis\">c</p><!-- d -->"),
        ["Body: a", "Body: b", "Basis: c"]
    );
    assert_eq!(blocks(" \n <!-- nothing --> "), [""; 0]);
}

#[test]
fn headings_and_items_are_counted_together() {
    assert_eq!(
        blocks(
            "<heading level='1'>Một &amp; <u>hai</u></heading><item level='2'>ba <b>bốn</b></item>\
             <heading level='2'>năm</heading><item level='3'>sáu</item><item level='4'>bảy</item>\
             <item level='5'>tám</item><heading level='4'>chín</heading><item level='1'>Mười</item>"
        ),
        [
            "Heading(Level(1)): I- MỘT & [u:HAI]",
            "Item(Level(2)): [b:1. ]ba [b:bốn]",
            "Heading(Level(2)): 2. năm",
            "Item(Level(3)): [bi:2.1. ]sáu",
            "Item(Level(4)): a) bảy",
            "Item(Level(5)): - tám",
            "Heading(Level(4)): b) chín",
            "Item(Level(1)): [b:II- ]Mười",
        ]
    );
}

#[test]
fn a_label_joins_text_of_its_own_look() {
    assert_eq!(
        blocks("<item level='2'><b>đậm</b> nhạt</item><item level='2'>hai</item>"),
        ["Item(Level(2)): [b:1. đậm] nhạt", "Item(Level(2)): [b:2. ]hai"]
    );
}

#[test]
fn the_only_item_of_the_outermost_level_is_a_plain_paragraph() {
    assert_eq!(
        blocks("<p>một</p><item level='1'>hai</item><item level='2'>ba</item><item level='2'>bốn</item>"),
        ["Body: một", "Body: hai", "Item(Level(2)): [b:1. ]ba", "Item(Level(2)): [b:2. ]bốn"]
    );
}

#[test]
fn articles_and_what_is_round_and_inside_them_are_counted() {
    assert_eq!(
        blocks(
            "<part>Chung</part><chapter>Quy định <u>chung</u></chapter><division>Họp</division>\
             <article>Phạm vi</article><clause>một <b>hai</b></clause><point>ba</point><point>bốn</point>\
             <clause>năm</clause><point>sáu</point><p>bảy</p><article run-in='true'>Tám <i>chín</i>.</article>\
             <article run-in='false'>Mười</article><point>không khoản</point><chapter>Thi hành</chapter>"
        ),
        [
            "GroupingLabel(Part): Phần°I",
            "GroupingName(Part): CHUNG",
            "GroupingLabel(Chapter): Chương°I",
            "GroupingName(Chapter): QUY ĐỊNH [u:CHUNG]",
            "GroupingLabel(Division): Mục°1",
            "GroupingName(Division): HỌP",
            "Article: Điều°1. Phạm vi",
            "Clause: 1. một [b:hai]",
            "Point: a) ba",
            "Point: b) bốn",
            "Clause: 2. năm",
            "Point: a) sáu",
            "Body: bảy",
            "ArticleText: [b:Điều°2. ]Tám [i:chín].",
            "Article: Điều°3. Mười",
            "Point: a) không khoản",
            "GroupingLabel(Chapter): Chương°II",
            "GroupingName(Chapter): THI HÀNH",
        ]
    );
}

#[test]
fn emphasis_adds_up() {
    assert_eq!(blocks("<p>a<b>b<i>c<u>d</u></i>e</b>f</p>"), ["Body: a[b:b][bi:c][biu:d][b:e]f"]);
}

#[test]
fn white_space_collapses_as_in_html() {
    assert_eq!(
        blocks("<p>\n  một \t hai\r\n<b> ba </b> bốn <br/> năm<i> </i>\n</p>"),
        ["Body: một hai [b:ba ]bốn⏎năm"]
    );
    assert_eq!(blocks("<p>a&#32; &#10;b</p>"), ["Body: a b"]);
    assert_eq!(blocks("<p> \u{a0} a&#160;</p>"), ["Body: ° a°"]);
}

#[test]
fn runs_of_one_look_are_one_run() {
    let blocks = read("<p>a&lt;<!-- x -->b<i/>c</p>", "t").unwrap();
    assert_eq!(blocks, [Block::Paragraph(Paragraph::new(Role::Body, "a<bc"))]);
}

#[test]
fn every_run_is_glued_as_a_whole() {
    assert_eq!(blocks("<p>đồng&#32;chí <!-- x -->Hà</p>"), ["Body: đồng°chí°Hà"]);
    assert_eq!(blocks("<heading level='1'>a</heading>"), ["Heading(Level(1)): I- A"]);
}

#[test]
fn entities_are_decoded() {
    assert_eq!(blocks("<p>&amp;&lt;&gt;&quot;&apos;&#272;&#x1EA3;ng</p>"), ["Body: &<>\"'Đảng"]);
    assert_eq!(
        refusal("<p>\na &nbsp;</p>"),
        (
            2,
            3,
            "unknown entity &nbsp;; known: &amp; &lt; &gt; &quot; &apos; and numbers as &#160;".to_owned()
        )
    );
    assert_eq!(refusal("<p>&#0;</p>"), (1, 4, "&#0; is no character".to_owned()));
    assert_eq!(refusal("<p>&#7;</p>"), (1, 4, "control character U+0007 in <p>".to_owned()));
}

#[test]
fn text_is_composed_within_its_run() {
    assert_eq!(blocks("<p>e\u{301}</p>"), ["Body: é"]);
    assert_eq!(blocks("<p>\u{338}a</p>"), ["Body: \u{338}a"]);
}

#[test]
fn blanks_are_counted_dots() {
    assert_eq!(blocks("<p>còn <blank width='3'/>, hết</p>"), ["Body: còn ………, hết"]);
    assert_eq!(blocks("<p><blank width='200'></blank></p>"), [format!("Body: {}", "…".repeat(200))]);
    for width in ["0", "201", "-1", "x", ""] {
        assert_eq!(
            refusal(&format!("<p><blank width='{width}'/></p>")).2,
            format!("width `{width}` of <blank> is not one of 1 to 200")
        );
    }
}

#[test]
fn whatever_is_unknown_is_refused_with_its_place() {
    for (xml, line, column, reason) in [
        (
            "<tabel/>",
            1,
            1,
            "unknown element <tabel>; known: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
        ),
        (
            "<p>a</p>\n <P>a</P>",
            2,
            2,
            "unknown element <P>; known: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
        ),
        ("<p>Đ <strong>", 1, 6, "unknown element <strong>; known inside <p>: b, i, u, br, blank, checkbox"),
        ("<p>a<p>b</p></p>", 1, 5, "<p> cannot stand inside <p>"),
        (
            "<b>a</b>",
            1,
            1,
            "<b> must stand inside one of: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
        ),
        (
            "<p>a</p>\n\n  b<p>c</p>",
            3,
            3,
            "text outside of an element; known: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
        ),
        (
            "&amp;",
            1,
            1,
            "text outside of an element; known: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
        ),
        ("<p class='x'>a</p>", 1, 1, "unknown attribute `class` of <p>; known: role, spare"),
        ("<p>a<b x=''>b</b></p>", 1, 5, "unknown attribute `x` of <b>; it has none"),
        ("<p>a<br x=''/>b</p>", 1, 5, "unknown attribute `x` of <br>; it has none"),
        ("<p role='vote'>a</p>", 1, 1, "unknown role `vote` of <p>; known: body, basis, caption, enacting"),
        ("<heading>a</heading>", 1, 1, "<heading> needs the attribute `level`"),
        ("<p><blank/></p>", 1, 4, "<blank> needs the attribute `width`"),
        ("<item level='6'>a</item>", 1, 1, "level `6` of <item> is not one of 1 to 5"),
        ("<heading level=''>a</heading>", 1, 1, "level `` of <heading> is not one of 1 to 5"),
        ("<chapter no='1'>a</chapter>", 1, 1, "unknown attribute `no` of <chapter>; it has none"),
        ("<article name='a'>a</article>", 1, 1, "unknown attribute `name` of <article>; known: run-in"),
        ("<article run-in='1'>a</article>", 1, 1, "run-in `1` of <article> is neither true nor false"),
        ("<article>a<clause>b</clause></article>", 1, 11, "<clause> cannot stand inside <article>"),
        ("<p>a<br>b</br></p>", 1, 9, "<br> must be empty"),
        ("<p>a<br><b/></br></p>", 1, 9, "<br> must be empty"),
        ("<p>a<![CDATA[b]]></p>", 1, 5, "CDATA is not part of form markup"),
        ("<!DOCTYPE p><p>a</p>", 1, 1, "a DOCTYPE is not part of form markup"),
        ("<?xml version='1.0'?><p>a</p>", 1, 1, "processing instructions are not part of form markup"),
        ("<p>a<?x y?></p>", 1, 5, "processing instructions are not part of form markup"),
    ] {
        assert_eq!(refusal(xml), (line, column, reason.to_owned()), "{xml}");
    }
}

#[test]
fn what_is_not_well_formed_is_refused_with_its_place() {
    for (xml, line, column, reason) in [
        ("<p>a", 1, 5, "<p> is not closed"),
        ("<p>\na<b>b</p>", 2, 6, "ill-formed document: expected `</b>`, but `</p>` was found"),
        ("</p>", 1, 1, "ill-formed document: close tag `</p>` does not match any open tag"),
        ("<p", 1, 1, "syntax error: tag not closed: `>` not found before end of input"),
        (
            "<p>a & b</p>",
            1,
            6,
            "ill-formed document: entity or character reference not closed: `;` not found before end of input",
        ),
        (
            "<p role>a</p>",
            1,
            1,
            "attributes of <p>: position 6: attribute key must be directly followed by `=` or space",
        ),
        (
            "<p role='body' role='body'>a</p>",
            1,
            1,
            "attributes of <p>: position 14: duplicated attribute, previous declaration at position 2",
        ),
        ("<p role='&x;'>a</p>", 1, 1, "attribute `role` of <p>: at 1..2: unrecognized entity `x`"),
    ] {
        assert_eq!(refusal(xml), (line, column, reason.to_owned()), "{xml}");
    }
}

#[test]
fn a_line_without_text_is_refused() {
    for (xml, column, reason) in [
        ("<p></p>", 4, "empty <p>"),
        ("<p/>", 5, "empty <p>"),
        ("<p> <b> \n </b></p>", 6, "empty <p>"),
        ("<heading level='1'/>", 21, "empty <heading>"),
        ("<item level='1'> </item>", 18, "empty <item>"),
        ("<article/>", 11, "empty <article>"),
        ("<chapter> </chapter>", 11, "empty <chapter>"),
        ("<p><br/>a</p>", 4, "empty line before <br/> in <p>"),
        ("<p>a<br/> <br/>b</p>", 11, "empty line before <br/> in <p>"),
        ("<p>a<br/> </p>", 11, "empty line after <br/> in <p>"),
    ] {
        let (_, found, message) = refusal(xml);
        assert_eq!((found, message.as_str()), (column, reason), "{xml}");
    }
}
