//! `docs/gallery`: each kind and form with its record and a picture (`.ci/gallery` makes it).

use std::fs;
use std::path::Path;

use vanban::Renderer;

#[test]
fn every_kind_stands_in_the_gallery() {
    let page = fs::read_to_string("docs/gallery/README.md").unwrap();
    for kind in Renderer::new().kinds() {
        let name = kind.name();
        assert!(page.contains(&format!("## `{name}`: {}", kind.term())), "{name}: run .ci/gallery");
        let record = fs::read_to_string(format!("docs/gallery/{name}.json")).unwrap();
        assert_eq!(record.trim(), kind.example().unwrap().trim(), "{name}: run .ci/gallery");
        assert!(Path::new(&format!("docs/gallery/{name}.png")).exists(), "{name}: run .ci/gallery");
    }
}
