//! What the examples share: the files of a document.

use std::error::Error;
use std::fs;
use std::path::Path;

use vanban::Document;

/// Writes a document as `folder/name.docx` and `.pdf`, its pages as `name.1.svg` and so on, and its words beside them, with which the judges of
/// `.ci/run` compare the two. Prints what the rules warn of.
pub fn write(folder: &str, name: &str, document: &Document) -> Result<(), Box<dyn Error>> {
    let file = Path::new(folder).join(name);
    fs::create_dir_all(folder)?;
    fs::write(file.with_extension("docx"), document.to_docx()?)?;
    fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
    fs::write(file.with_extension("words.txt"), document.words() + "\n")?;
    #[cfg(feature = "svg")]
    for page in 0..document.page_count() {
        let picture = document.to_svg(page).ok_or("a page is missing")?;
        fs::write(file.with_extension(format!("{}.svg", page + 1)), picture)?;
    }
    println!("{}", file.display());
    document.warnings().iter().for_each(|warning| println!("  {warning}"));
    Ok(())
}
