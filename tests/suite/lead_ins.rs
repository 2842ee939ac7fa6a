//! What announces something keeps with it: no page ends with a colon.

use vanban::Stage;
use vanban::kinds::Resolution;
use vanban::parts::Section;

/// A section of numbered paragraphs, of which the last announces the next one.
fn paper(lines: usize) -> Resolution {
    let point = |text: &str| Section { paragraphs: vec![text.into()], ..Section::default() };
    let mut items = vec![point("Rà soát hồ sơ."); lines];
    items.push(Section {
        paragraphs: vec!["Chi bộ giao nhiệm vụ như sau:".into(), "Phòng 7 chủ trì.".into()],
        ..Section::default()
    });
    items.extend(vec![point("Báo cáo kết quả."); 12]);
    Resolution::example().sections([Section::new("Nhiệm vụ").items(items)])
}

#[test]
fn a_lead_in_stands_on_the_page_of_what_it_announces() {
    let (mut first, mut second) = (0, 0);
    for lines in 1..30 {
        let pages = crate::renderer().render(&paper(lines)).unwrap().to_text(Stage::Pages).unwrap();
        let page = |words: &str| pages.split("\npage ").position(|page| page.contains(words)).unwrap();
        let (lead_in, announced) = (page("như sau:\n"), page("Phòng°7 chủ trì"));
        assert_eq!(lead_in, announced, "after {lines} paragraphs");
        if lead_in == 0 { first += 1 } else { second += 1 }
    }
    assert!(first > 0 && second > 0, "{first} on page 1, {second} on page 2");
}
