//! Copies for the judges. Of records, whose form flows under the last line: into `target/out/copies`, as DOCX and PDF like any
//! paper. Behind the pages of a PDF, where no standard is claimed: into `target/copies`, `NAME.pdf` beside the file that was
//! copied, `NAME.original.pdf`, and the pages of it that must be the copy's, in `NAME.pages`.
//!
//! `cargo run --example copies`

use std::error::Error;
use std::fs;
use std::path::Path;

use vanban::kinds::{CertifiedCopy, Notice, Resolution};
use vanban::parts::{CopyForm, PaperDate};
use vanban::profile::ProfileId;
use vanban::{Profile, Renderer};

#[path = "../../examples/common/mod.rs"]
mod common;

const BEHIND: &str = "target/copies";

fn copy(form: CopyForm) -> CertifiedCopy {
    let mut copy = CertifiedCopy::example();
    copy.form = form;
    copy
}

/// A copy with the form of 36-HD/VPTW.
fn of_2018(form: CopyForm) -> CertifiedCopy {
    let mut copy = copy(form).profile(ProfileId::Hd36);
    copy.date = PaperDate::new(2019, 7, 3);
    copy
}

/// A copy beside its original: `pages` are those of the original that stand in it, in their order.
fn behind(name: &str, original: &[u8], copy: &[u8], pages: &[u32]) -> Result<(), Box<dyn Error>> {
    let file = Path::new(BEHIND).join(name);
    fs::create_dir_all(BEHIND)?;
    fs::write(file.with_extension("original.pdf"), original)?;
    fs::write(file.with_extension("pdf"), copy)?;
    let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
    fs::write(file.with_extension("pages"), pages.join(" ") + "\n")?;
    println!("{}", file.display());
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let renderer = Renderer::new();
    let older = Renderer::new().with_profile(Profile::hd36());
    let out = "target/out/copies";
    let (resolution, notice) = (Resolution::example(), Notice::example());
    common::write(out, "sao-y-05", &renderer.copy_of(&notice, &copy(CopyForm::Exact))?)?;
    common::write(out, "sao-luc-05", &renderer.copy_of(&resolution, &copy(CopyForm::Transcript))?)?;
    common::write(out, "trich-sao-05", &renderer.copy_of(&notice, &copy(CopyForm::Extract))?)?;
    common::write(out, "sao-luc-36", &older.copy_of(&resolution, &of_2018(CopyForm::Transcript))?)?;

    let original = renderer.render(&resolution)?.to_pdf()?;
    let foreign = include_bytes!("../../tests/data/plain.pdf");
    let once = renderer.copy_of_pdf(&original, &copy(CopyForm::Exact))?;
    behind("sao-y", &original, &once, &[1, 2, 3])?;
    let twice = renderer.copy_of_pdf(&once, &copy(CopyForm::Transcript).number(25))?;
    behind("sao-luc-ban-sao", &once, &twice, &[1, 2, 3, 4])?;
    let strange = renderer.copy_of_pdf(foreign, &of_2018(CopyForm::Exact))?;
    behind("sao-y-tep-la", foreign, &strange, &[1, 2])?;
    let named = renderer.extract_of(&resolution, &copy(CopyForm::Extract).pages([1, 3]))?;
    behind("trich-sao-trang", &original, &named, &[1, 3])?;
    let second = renderer.copy_of_pdf(foreign, &copy(CopyForm::Extract).pages([2]))?;
    behind("trich-sao-tep-la", foreign, &second, &[2])
}
