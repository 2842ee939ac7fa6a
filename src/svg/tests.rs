use super::*;
use crate::fonts::FaceId;
use crate::raster::Png;

fn run(text: &str, x: f64, block: Option<usize>) -> PlacedRun {
    let width = Fonts::liberation_serif().width(text, FaceId::Bold, 14.0);
    let text = text.to_owned();
    PlacedRun {
        x,
        baseline: 100.0,
        width,
        face: FaceId::Bold,
        size: 14.0,
        text,
        extra: 0.0,
        underline: false,
        ink: Ink::Black,
        block,
    }
}

fn drawn(runs: Vec<PlacedRun>, family: Option<&str>) -> String {
    let sheet = Page {
        width: 595.2756,
        height: 841.8898,
        runs,
        rules: Vec::new(),
        frames: Vec::new(),
        pictures: Vec::new(),
        spots: Vec::new(),
    };
    page(&pages(sheet), 0, &Fonts::liberation_serif(), family).unwrap()
}

fn pages(page: Page) -> Pages {
    let structure = vec![Node::Figure { block: 7, alternative_text: "Sơ đồ \"A\" & B".into() }];
    Pages { properties: Default::default(), blocks: 8, structure, sections: Vec::new(), pages: vec![page] }
}

#[test]
fn text_stands_where_the_layout_has_it() {
    let stretched = PlacedRun { extra: 2.0, ..run("Nghị quyết số", 85.0, Some(0)) };
    let fonts = Fonts::liberation_serif();
    let svg = drawn(vec![stretched], Some("Liberation Serif"));
    let second = 85.0 + fonts.width("Nghị ", FaceId::Bold, 14.0) + 2.0;
    assert!(svg.contains("<g font-family=\"Liberation Serif\" xml:space=\"preserve\">"), "{svg}");
    let line = format!(
        "<text y=\"100\"><tspan font-size=\"14\" font-weight=\"bold\"><tspan x=\"85\">Nghị </tspan>\
         <tspan x=\"{}\">quyết </tspan>",
        number(second)
    );
    assert!(svg.contains(&line), "{line}\n{svg}");
    assert!(!svg.contains("<path") && !svg.contains("<style") && !svg.contains("fill-opacity"), "{svg}");
}

#[test]
fn outlines_lie_under_their_text() {
    let svg = drawn(vec![run("Để ăn", 85.0, Some(0))], None);
    // Four letters, of five: one glyph each, a space none.
    assert_eq!(svg.matches("<use href=\"#b").count(), 4, "{svg}");
    assert_eq!(svg.matches("<path id=\"b").count(), 4, "{svg}");
    assert!(svg.contains("matrix(0.00683594 0 0 -0.00683594 85 100)"), "{svg}");
    assert!(svg.contains("lengthAdjust=\"spacingAndGlyphs\">Để </tspan>"), "{svg}");
}

#[test]
fn a_letter_that_is_put_together_is_an_outline_in_a_family_too() {
    let svg = drawn(vec![run("Krê\u{306}i đi", 85.0, Some(0))], Some("Serif"));
    assert!(svg.contains("fill-opacity=\"0\">Krê\u{306}i </tspan>"), "{svg}");
    assert!(svg.contains(">đi</tspan>"), "{svg}");
    // K, r, ê, the breve, i.
    assert_eq!(svg.matches("<use ").count(), 5, "{svg}");
}

#[test]
fn a_box_is_drawn_and_says_its_letter() {
    let ticked = PlacedRun { text: "☒".into(), width: 14.0, ..run("", 85.0, Some(0)) };
    let svg = drawn(vec![ticked, run(" Có", 99.0, Some(0))], Some("Serif"));
    assert!(svg.contains("d=\"M86.96 100H97.04V89.92H86.96ZL97.04 89.92M86.96 89.92L97.04 100\""), "{svg}");
    assert!(svg.contains(">☒</tspan>"), "{svg}");
}

#[test]
fn runs_that_stand_apart_are_words_apart() {
    let svg =
        drawn(vec![run("Số", 85.0, Some(0)), run("Trang", 300.0, Some(0)), run("2", 500.0, None)], Some("S"));
    assert!(svg.contains(">Số </tspan></tspan><tspan "), "{svg}");
    assert!(svg.contains("<text y=\"100\" aria-hidden=\"true\">"), "{svg}");
}

#[test]
fn what_is_written_is_escaped() {
    let svg = drawn(vec![run("a<b & \"c\"\u{a0}d", 85.0, Some(0))], Some("A\"B"));
    assert!(svg.contains(">&quot;c&quot; d</tspan>") && svg.contains("a&lt;b "), "{svg}");
    assert!(svg.contains("font-family=\"A&quot;B\""), "{svg}");
}

#[test]
fn rules_underlines_and_pictures_stand_in_their_places() {
    let png = Png::new(include_bytes!("../../examples/data/emblem.png").to_vec());
    let underlined = PlacedRun { underline: true, ..run("Ghi", 85.0, Some(9)) };
    let width = number(85.0 + underlined.width);
    let raster = png.raster().unwrap().clone();
    let sheet = Page {
        width: 595.0,
        height: 842.0,
        runs: vec![underlined],
        rules: vec![PlacedRule {
            x: 10.0,
            y: 20.0,
            length: 30.0,
            width: 0.75,
            upright: true,
            ink: Ink::Black,
        }],
        frames: Vec::new(),
        pictures: vec![PlacedPicture { x: 50.0, bottom: 90.0, width: 20.0, height: 30.0, raster, block: 7 }],
        spots: Vec::new(),
    };
    let svg = page(&pages(sheet), 0, &Fonts::liberation_serif(), None).unwrap();
    assert!(svg.contains("d=\"M10 20V50\" fill=\"none\" stroke=\"#000\" stroke-width=\"0.75\""), "{svg}");
    assert!(
        svg.contains(&format!("d=\"M85 101.54H{width}\" fill=\"none\" stroke=\"#000\" stroke-width=\"0.7\"")),
        "{svg}"
    );
    let picture = svg.find("<image x=\"50\" y=\"60\" width=\"20\" height=\"30\"").unwrap();
    assert!(svg.contains("aria-label=\"Sơ đồ &quot;A&quot; &amp; B\""), "{svg}");
    assert!(picture < svg.find("<text").unwrap(), "{svg}");
}

#[test]
fn there_is_no_page_behind_the_last() {
    let sheet = Page {
        width: 1.0,
        height: 1.0,
        runs: Vec::new(),
        rules: Vec::new(),
        frames: Vec::new(),
        pictures: Vec::new(),
        spots: Vec::new(),
    };
    assert!(page(&pages(sheet), 1, &Fonts::liberation_serif(), None).is_none());
}
