//! Certificates, whose layout no clause of the guidance places, for the judges of `.ci/run`: with a name of two lines, and
//! on printed stock.

use vanban::profile::{FreeLayout, Length, Offset};
use vanban::{Document, Renderer};

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/suite/free_layout/certificate.rs"]
mod certificate;
#[path = "../../examples/common/mod.rs"]
mod common;

use certificate::{Certificate, Laid, certificate, layout};

const FOLDER: &str = "target/out/certificates";

fn render(layout: FreeLayout, certificate: Certificate) -> Result<Document, vanban::Error> {
    Renderer::new().render(&Laid::new(layout, certificate))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    common::write(FOLDER, "giay-khen", &render(layout(), certificate())?)?;
    let name = "Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Bình An";
    let long = Certificate {
        recipient: name.into(), unit: "Đảng bộ phường Bình An".into(), ..certificate()
    };
    common::write(FOLDER, "ten-dai", &render(layout(), long)?)?;
    let offset = Offset { right: Length::mm(2.0), down: Length::mm(-1.5) };
    common::write(FOLDER, "phoi-in-san", &render(layout().on_stock(offset), certificate())?)
}
