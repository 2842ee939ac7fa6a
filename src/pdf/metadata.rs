//! What the file says of itself: XMP, the information dictionary, the output intent.

use lopdf::{Dictionary, Document, Object, Stream, dictionary, text_string};
use quick_xml::escape::escape;

use crate::tree::Properties;

/// The colour space that the page is meant for: sRGB, a profile of 736 bytes in the public domain.
const SRGB: &[u8] = include_bytes!("srgb.icc");
const SRGB_NAME: &str = "sRGB IEC61966-2.1";
const PRODUCER: &str = "vanban";

/// Which part of PDF/A a file claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Two,
    /// What carries files that are no PDF.
    Three,
}

impl Part {
    /// How the metadata say it.
    pub(super) fn claim(self) -> &'static str {
        match self {
            Part::Two => "<pdfaid:part>2</pdfaid:part>",
            Part::Three => "<pdfaid:part>3</pdfaid:part>",
        }
    }
}

/// Writes title, author and date twice, as PDF/A demands, and marks the file PDF/A-2a or PDF/A-3a, and PDF/UA-1.
pub(super) fn add(file: &mut Document, properties: &Properties, part: Part) -> lopdf::Result<()> {
    let information = information(properties);
    let information = file.add_object(information);
    file.trailer.set("Info", information);
    // Not compressed: a reader that knows no PDF must find it (ISO 19005-2, 6.6.2.1).
    let packet = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(properties, part).into_bytes(),
    );
    let packet = file.add_object(packet.with_compression(false));
    // As it is: deflating it takes longer than writing the 200 bytes that it would save.
    let profile = Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()).with_compression(false);
    let profile = file.add_object(profile);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text_string(SRGB_NAME),
        "Info" => text_string(SRGB_NAME),
        "DestOutputProfile" => profile,
    };
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Lang", Object::string_literal("vi-VN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

fn information(properties: &Properties) -> Dictionary {
    let mut information = dictionary! {
        "Title" => text_string(&properties.title),
        "Author" => text_string(&properties.author),
        "Producer" => text_string(PRODUCER),
    };
    if let Some(date) = properties.date {
        let date = format!("D:{}000000Z", date.to_string().replace('-', ""));
        information.set("CreationDate", Object::string_literal(date.clone()));
        information.set("ModDate", Object::string_literal(date));
    }
    information
}

fn xmp(properties: &Properties, part: Part) -> String {
    let claim = part.claim();
    let date = properties.date.map_or_else(String::new, |date| {
        format!("<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>")
    });
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         {claim}<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\
         <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>\
         <pdf:Producer>{PRODUCER}</pdf:Producer>{date}</rdf:Description>{PDFUA_SCHEMA}</rdf:RDF></x:xmpmeta>\n\
         <?xpacket end=\"w\"?>",
        escape(properties.title.as_str()),
        escape(properties.author.as_str()),
    )
}

/// PDF/A wants every schema that it does not know described (ISO 19005-2, 6.6.2.3.3).
const PDFUA_SCHEMA: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";
