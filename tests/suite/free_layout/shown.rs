//! A frame prints the parts that it shows, also where the kind has no layout of its own, and rules judge no other.

use vanban::kinds::{Resolution, TypedRecord};
use vanban::parts::{Closing, Frame, Issuer, PaperDate, Shown, Signature};
use vanban::{Document, Renderer};

use super::{Laid, certificate, docx, layout, part, render};

/// A resolution whose frame is changed like that; of a kind that no guidance knows.
fn changed(change: fn(&mut Frame)) -> Laid<Resolution> {
    Laid::plain(Resolution::example()).framed(change)
}

fn document(change: fn(&mut Frame)) -> Document {
    Renderer::new().render(&changed(change)).unwrap()
}

fn lines(document: &Document) -> Vec<String> {
    document.words().lines().map(str::to_owned).collect()
}

#[test]
fn each_part_is_printed_or_not() {
    let usual = lines(&document(|_| {}));
    let without = |change: fn(&mut Frame)| -> Vec<String> {
        let lines = lines(&document(change));
        usual.iter().filter(|line| !lines.contains(line)).cloned().collect()
    };
    let position = |text: &str| usual.iter().position(|line| line == text).unwrap();
    let title = position("NGHỊ QUYẾT");
    assert_eq!(without(|frame| frame.shown.type_name = false), ["NGHỊ QUYẾT"]);
    assert_eq!(without(|frame| frame.shown.separator = false), ["-----"]);
    assert_eq!(without(|frame| frame.shown.subject = false), usual[title + 1..=title + 1]);
    assert_eq!(without(|frame| frame.shown.letterhead = false), usual[..title]);
}

#[test]
fn place_and_date_stand_above_the_signature() {
    let document = document(|frame| frame.shown.date_above_signature = true);
    let lines = lines(&document);
    let signed = lines.iter().position(|line| line.starts_with("T/M ")).unwrap();
    let date = &lines[signed - 1];
    assert!(date.contains(", ngày "), "{date}");
    // There alone, in the style of one that stands below a number.
    assert_eq!(lines.iter().filter(|line| *line == date).count(), 1);
    let docx = docx(&document);
    let paragraph = docx.paragraphs.iter().find(|it| it.text.replace('\u{a0}', " ").trim() == date).unwrap();
    assert_eq!(paragraph.style, "VB Địa danh và ngày tháng dưới số");
}

/// Both who sign begin as low, where one of them has place and date above him.
#[test]
fn who_signs_beside_begins_as_low() {
    let document = document(|frame| {
        frame.shown.date_above_signature = true;
        frame.left_signature = Some(Signature::direct("Thư ký", "Lê Thị Bích"));
        frame.signature = Some(Signature::direct("Chủ trì", "Nguyễn Văn An"));
        frame.closing = Closing::Minutes;
    });
    let page = super::Pdf::read(&document.to_pdf().unwrap(), &super::Paper::default()).unwrap();
    let last = page.pages.last().unwrap();
    let baseline = |text: &str| {
        let lines: Vec<_> = last.glyphs.chunk_by(|one, next| one.y == next.y && next.x0 >= one.x0).collect();
        lines.iter().find(|line| super::letters(line.iter()).contains(text)).unwrap()[0].y
    };
    assert!((baseline("THƯKÝ") - baseline("CHỦTRÌ")).abs() < 0.01);
    assert!((baseline("LêThịBích") - baseline("NguyễnVănAn")).abs() < 0.01);
}

/// What is wrong in letterhead and abstract.
fn faulty(frame: &mut Frame) {
    frame.subject = "V/v khen thưởng.".into();
    frame.issuer = Issuer::new("Chi bộ").under("Huyện ủy Bình An");
    frame.issuer.code = Some("CB".into());
    frame.date = PaperDate::new(2026, 6, 12);
}

#[test]
fn what_is_not_shown_is_not_judged() {
    let codes = |record: &Laid<Resolution>| -> Vec<&'static str> {
        Renderer::new().check(record).iter().map(|problem| problem.code).collect()
    };
    let shown = codes(&changed(faulty));
    assert!(
        ["subject.state_form", "subject.end_mark", "issuer.ended"].iter().all(|code| shown.contains(code)),
        "{shown:?}"
    );
    let hidden = changed(|frame| {
        faulty(frame);
        (frame.shown.letterhead, frame.shown.subject) = (false, false);
    });
    let hidden = codes(&hidden);
    assert!(
        !hidden.iter().any(|code| code.starts_with("subject.") || code.starts_with("issuer.")),
        "{hidden:?}"
    );
    assert_eq!(Shown::default(), Resolution::example().frame().shown);
}

/// What only layouts of one's own have is in no other paper's file.
#[test]
fn other_papers_have_no_style_of_it() {
    let own = part(&render(layout(), certificate()), "word/styles.xml");
    let other = part(&document(|_| {}), "word/styles.xml");
    assert!(own.contains("VbOwn1Center") && own.contains("VbAlignedLeft"));
    assert!(!other.contains("VbOwn") && !other.contains("VbAligned") && !other.contains("w:color"));
}

/// Room above the first line of a part stands there, too: both LibreOffices have it so.
#[test]
fn a_part_begins_with_the_room_of_its_style() {
    use vanban::profile::{FreeStyle, Length};
    let baseline = |before: f64| {
        let style = FreeStyle::new(Length::pt(16.0)).apart(Length::pt(before), Length::ZERO);
        let wording =
            "<columns widths='1fr 1fr'><column><p style='a'>Một</p></column><column>Hai</column></columns>";
        let record = Laid::new(layout().style("a", style), certificate()).worded(wording);
        let page = super::pdf(&Renderer::new().render(&record).unwrap());
        let of = |text: &str| page.glyphs.iter().find(|glyph| glyph.text == text).unwrap().y;
        of("H") - of("M")
    };
    assert!((baseline(9.0) - baseline(0.0) - 9.0).abs() < 0.01);
}
