//! What the examples share: a paper's files.

use std::error::Error;
use std::fs;
use std::path::Path;

use vanban::Document;

/// Writes a paper as `folder/name.docx` and `.pdf`, and its words beside them, with which the judges of
/// `.ci/run` compare the two. Prints what the rules warn of.
pub fn write(folder: &str, name: &str, document: &Document) -> Result<(), Box<dyn Error>> {
    let file = Path::new(folder).join(name);
    fs::create_dir_all(folder)?;
    fs::write(file.with_extension("docx"), document.to_docx()?)?;
    fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
    fs::write(file.with_extension("words.txt"), document.words() + "\n")?;
    println!("{}", file.display());
    document.warnings().iter().for_each(|warning| println!("  {warning}"));
    Ok(())
}
