//! What form markup becomes.

use super::{Block, Error, Paragraph, dump};
use crate::tree::Role;
use crate::wording::markup::read;

/// The blocks as the tree's dump writes them, a line each.
fn blocks(xml: &str) -> Vec<String> {
    dump(read(xml, "t", None).unwrap())
}

/// Line, column and reason, without the words that stand before each.
fn refusal(xml: &str) -> (usize, usize, String) {
    match read(xml, "t", None).unwrap_err() {
        Error::Template { template, line, column, reason } => {
            assert_eq!(template, "t");
            (line, column, reason.strip_prefix("trong lời văn đã điền: ").unwrap().to_owned())
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
    let blocks = read("<p>a&lt;<!-- x -->b<i/>c</p>", "t", None).unwrap();
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
            "không có ký hiệu “&nbsp;”; hãy gõ thẳng chữ đó, hoặc ghi &amp; &lt; &gt; &quot; &apos; hay một số như &#160;".to_owned()
        )
    );
    assert_eq!(refusal("<p>&#0;</p>"), (1, 4, "“&#0;” không phải một chữ; hãy gõ thẳng chữ đó".to_owned()));
    assert_eq!(
        refusal("<p>&#7;</p>"),
        (1, 4, "trong <p> có ký tự điều khiển U+0007; hãy xoá đi và gõ lại chỗ này".to_owned())
    );
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
            format!("width của <blank> không nhận “{width}”; hãy ghi một số từ 1 đến 200")
        );
    }
}

#[test]
fn whatever_is_unknown_is_refused_with_its_place() {
    for (xml, line, column, reason) in [
        ("<tabel/>", 1, 1, "không có thẻ <tabel>; có phải <table>?"),
        ("<p>a</p>\n <P>a</P>", 2, 2, "không có thẻ <P>; có phải <p>?"),
        ("<p>Đ <strong>", 1, 6, "trong <p> không có thẻ <strong>; có phải <b>?"),
        ("<p>a<p>b</p></p>", 1, 5, "<p> không đặt trong <p> được; hãy ghi </p> trước"),
        (
            "<b>a</b>",
            1,
            1,
            "<b> phải nằm trong một thẻ khác; hãy đặt vào một trong các thẻ: p, heading, item, part, chapter, division, article, clause, point",
        ),
        (
            "<p>a</p>\n\n  b<p>c</p>",
            3,
            3,
            "chữ nằm ngoài thẻ; hãy đặt vào một trong các thẻ: p, heading, item, part, chapter, division, article, clause, point",
        ),
        (
            "&amp;",
            1,
            1,
            "chữ nằm ngoài thẻ; hãy đặt vào một trong các thẻ: p, heading, item, part, chapter, division, article, clause, point",
        ),
        ("<p class='x'>a</p>", 1, 1, "<p> không có thuộc tính “class”; hãy dùng một trong: role, spare"),
        ("<p>a<b x=''>b</b></p>", 1, 5, "<b> không có thuộc tính “x”; hãy bỏ đi"),
        ("<p>a<br x=''/>b</p>", 1, 5, "<br> không có thuộc tính “x”; hãy bỏ đi"),
        (
            "<p role='vote'>a</p>",
            1,
            1,
            "role của <p> không nhận “vote”; hãy ghi một trong: body, basis, caption, enacting",
        ),
        ("<heading>a</heading>", 1, 1, "<heading> thiếu thuộc tính level; hãy ghi thêm level=\"…\" vào thẻ"),
        ("<p><blank/></p>", 1, 4, "<blank> thiếu thuộc tính width; hãy ghi thêm width=\"…\" vào thẻ"),
        ("<item level='6'>a</item>", 1, 1, "level của <item> không nhận “6”; hãy ghi một số từ 1 đến 5"),
        (
            "<heading level=''>a</heading>",
            1,
            1,
            "level của <heading> không nhận “”; hãy ghi một số từ 1 đến 5",
        ),
        ("<chapter no='1'>a</chapter>", 1, 1, "<chapter> không có thuộc tính “no”; hãy bỏ đi"),
        (
            "<article name='a'>a</article>",
            1,
            1,
            "<article> không có thuộc tính “name”; hãy dùng một trong: run-in",
        ),
        (
            "<article run-in='1'>a</article>",
            1,
            1,
            "run-in của <article> không nhận “1”; hãy ghi true hoặc false",
        ),
        (
            "<article>a<clause>b</clause></article>",
            1,
            11,
            "<clause> không đặt trong <article> được; hãy ghi </article> trước",
        ),
        ("<p>a<br>b</br></p>", 1, 9, "<br> không chứa gì được; hãy đóng ngay trong thẻ, như <br/>"),
        ("<p>a<br><b/></br></p>", 1, 9, "<br> không chứa gì được; hãy đóng ngay trong thẻ, như <br/>"),
        ("<p>a<![CDATA[b]]></p>", 1, 5, "không dùng CDATA trong lời văn được; hãy gõ thẳng chữ vào thẻ"),
        ("<!DOCTYPE p><p>a</p>", 1, 1, "không dùng DOCTYPE trong lời văn được; hãy bỏ đi"),
        ("<?xml version='1.0'?><p>a</p>", 1, 1, "không dùng <? ?> trong lời văn được; hãy bỏ đi"),
        ("<p>a<?x y?></p>", 1, 5, "không dùng <? ?> trong lời văn được; hãy bỏ đi"),
    ] {
        assert_eq!(refusal(xml), (line, column, reason.to_owned()), "{xml}");
    }
}

#[test]
fn what_is_not_well_formed_is_refused_with_its_place() {
    for (xml, line, column, reason) in [
        ("<p>a", 1, 5, "<p> chưa đóng; hãy ghi </p>"),
        ("<p>\na<b>b</p>", 2, 6, "gặp </p> khi <b> còn mở; hãy ghi </b> trước"),
        ("</p>", 1, 1, "</p> không đóng thẻ nào đang mở; hãy bỏ đi hoặc ghi <p> ở trước"),
        ("<p", 1, 1, "một thẻ thiếu dấu >; hãy ghi thêm, hoặc ghi &lt; nếu là dấu nhỏ hơn"),
        ("<p>a & b</p>", 1, 6, "dấu & đứng một mình không đọc được; hãy ghi &amp;"),
        ("<p role>a</p>", 1, 1, "trong <p> có thuộc tính thiếu dấu =; hãy ghi như level=\"1\""),
        ("<p role='body' role='body'>a</p>", 1, 1, "<p> có một thuộc tính ghi hai lần; hãy bỏ một"),
        ("<p role='&x;'>a</p>", 1, 1, "role của <p>: dấu & đứng một mình không đọc được; hãy ghi &amp;"),
    ] {
        assert_eq!(refusal(xml), (line, column, reason.to_owned()), "{xml}");
    }
}

#[test]
fn a_line_without_text_is_refused() {
    for (xml, column, reason) in [
        ("<p></p>", 4, "<p> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<p/>", 5, "<p> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<p> <b> \n </b></p>", 6, "<p> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<heading level='1'/>", 21, "<heading> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<item level='1'> </item>", 18, "<item> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<article/>", 11, "<article> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<chapter> </chapter>", 11, "<chapter> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này"),
        ("<p><br/>a</p>", 4, "trước <br/> trong <p> không có chữ nào; hãy ghi chữ vào hoặc bỏ <br/>"),
        ("<p>a<br/> <br/>b</p>", 11, "trước <br/> trong <p> không có chữ nào; hãy ghi chữ vào hoặc bỏ <br/>"),
        ("<p>a<br/> </p>", 11, "sau <br/> trong <p> không có chữ nào; hãy ghi chữ vào hoặc bỏ <br/>"),
    ] {
        let (_, found, message) = refusal(xml);
        assert_eq!((found, message.as_str()), (column, reason), "{xml}");
    }
}
