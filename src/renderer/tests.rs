//! What holds of every Renderer.

use super::*;
use crate::kinds::APPENDIX_WORDING;
use crate::parts::Appendix;

#[test]
fn every_built_in_wording_agrees_with_its_schema() {
    let mut wording = Wording::new();
    let appendix = schemars::schema_for!(Appendix).to_value();
    wording.add(APPENDIX, APPENDIX_WORDING, &appendix).unwrap();
    for kind in kinds::built_in() {
        wording
            .add(kind.name(), kind.template(), &template_schema(kind))
            .unwrap_or_else(|error| panic!("{error}"));
    }
}

#[cfg(feature = "docx")]
#[test]
fn every_profile_has_its_docx_writer() {
    let writers = docx::Writers::default();
    for profile in [Profile::hd05(), Profile::hd36()] {
        writers.of(&profile).unwrap();
    }
}

#[test]
fn debug_is_one_line() {
    assert_eq!(
        format!("{:?}", Renderer::new()),
        format!(
            "Renderer(05-HD/VPTW, {} kinds, {} criteria sets)",
            registry::built_in().len(),
            CriteriaSet::ids().count()
        )
    );
}

#[test]
fn it_is_shared_by_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Renderer::new());
}
