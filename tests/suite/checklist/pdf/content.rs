//! Runs the operators of a page and notes every glyph, rule and picture with its final place.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use super::drawing::{Glyph, Matrix, Picture, Rule, UNCHANGED, apply, span, times};
use super::fonts::{Font, get, get_dictionary};

#[derive(Clone)]
struct State {
    matrix: Matrix,
    fill: [f64; 3],
    width: f64,
    font: usize,
    size: f64,
    character_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

pub struct Painter<'a> {
    document: &'a Document,
    pub fonts: &'a mut Vec<Font>,
    /// Object number of a font → place in the list.
    pub known: &'a mut BTreeMap<(u32, u16), usize>,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub pictures: Vec<Picture>,
    state: State,
    stack: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Vec<Vec<(f64, f64)>>,
    depth: usize,
    /// Of each marked piece that is open, whether it is an artifact.
    marked: Vec<bool>,
}

impl<'a> Painter<'a> {
    pub fn new(
        document: &'a Document,
        fonts: &'a mut Vec<Font>,
        known: &'a mut BTreeMap<(u32, u16), usize>,
    ) -> Painter<'a> {
        let state = State {
            matrix: UNCHANGED,
            fill: [0.0; 3],
            width: 1.0,
            font: usize::MAX,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Painter {
            document,
            fonts,
            known,
            glyphs: Vec::new(),
            rules: Vec::new(),
            pictures: Vec::new(),
            state,
            stack: Vec::new(),
            text: UNCHANGED,
            line: UNCHANGED,
            path: Vec::new(),
            depth: 0,
            marked: Vec::new(),
        }
    }

    pub fn run(&mut self, content: &[u8], resources: &Dictionary) -> Result<(), String> {
        let content = Content::decode(content).map_err(|error| format!("content stream: {error}"))?;
        for operation in &content.operations {
            let numbers: Vec<f64> = operation
                .operands
                .iter()
                .filter_map(|operand| operand.as_float().ok())
                .map(f64::from)
                .collect();
            self.operate(&operation.operator, &operation.operands, &numbers, resources)?;
        }
        Ok(())
    }

    fn operate(
        &mut self,
        operator: &str,
        operands: &[Object],
        numbers: &[f64],
        resources: &Dictionary,
    ) -> Result<(), String> {
        match (operator, numbers) {
            ("BMC" | "BDC", _) => {
                self.marked.push(operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact"));
            }
            ("EMC", _) => drop(self.marked.pop()),
            ("q", _) => self.stack.push(self.state.clone()),
            ("Q", _) => self.state = self.stack.pop().ok_or("Q without q")?,
            ("cm", &[a, b, c, d, e, f]) => self.state.matrix = times([a, b, c, d, e, f], self.state.matrix),
            ("w", &[width]) => self.state.width = width,
            ("g", &[grey]) => self.state.fill = [grey; 3],
            ("rg", &[red, green, blue]) => self.state.fill = [red, green, blue],
            ("k", &[c, m, y, k]) => self.state.fill = [c, m, y].map(|ink| (1.0 - ink) * (1.0 - k)),
            ("sc" | "scn", &[grey]) => self.state.fill = [grey; 3],
            ("sc" | "scn", &[red, green, blue]) => self.state.fill = [red, green, blue],
            ("Tc", &[space]) => self.state.character_space = space,
            ("Tw", &[space]) => self.state.word_space = space,
            ("Tz", &[percent]) => self.state.scale = percent / 100.0,
            ("TL", &[leading]) => self.state.leading = leading,
            ("Ts", &[rise]) => self.state.rise = rise,
            ("Tf", &[size]) => self.font(operands, size, resources)?,
            ("BT", _) => (self.text, self.line) = (UNCHANGED, UNCHANGED),
            ("Tm", &[a, b, c, d, e, f]) => self.start_line([a, b, c, d, e, f]),
            ("Td", &[x, y]) => self.next_line(x, y),
            ("TD", &[x, y]) => {
                self.state.leading = -y;
                self.next_line(x, y);
            }
            ("T*", _) => self.next_line(0.0, -self.state.leading),
            ("Tj", _) => self.show(operands)?,
            ("'", _) => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands)?;
            }
            ("TJ", _) => {
                self.show(operands.first().and_then(|list| list.as_array().ok()).map_or(&[], Vec::as_slice))?
            }
            ("m", &[x, y]) => self.path.push(vec![self.point(x, y)]),
            ("l", &[x, y]) => self.extend(x, y),
            ("c", &[.., x, y]) => self.extend(x, y),
            ("h", _) => self.close(),
            ("re", &[x, y, width, height]) => {
                let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
                let corners = corners.map(|(x, y)| self.point(x, y));
                self.path.push(corners.to_vec());
            }
            ("S", _) => self.paint(true, false),
            ("s", _) => {
                self.close();
                self.paint(true, false);
            }
            ("f" | "F" | "f*", _) => self.paint(false, true),
            ("B" | "B*" | "b" | "b*", _) => self.paint(true, true),
            ("n", _) => self.path.clear(),
            ("Do", _) => self.object(operands, resources)?,
            _ => {}
        }
        Ok(())
    }

    fn font(&mut self, operands: &[Object], size: f64, resources: &Dictionary) -> Result<(), String> {
        let name = operands.first().and_then(|name| name.as_name().ok()).ok_or("Tf without a name")?;
        let name = String::from_utf8_lossy(name).into_owned();
        let fonts = get_dictionary(self.document, resources, "Font").ok_or("a page without fonts")?;
        let entry = fonts.get(name.as_bytes()).map_err(|_| format!("no font {name}"))?;
        let id = entry.as_reference().ok();
        let seen = id.and_then(|id| self.known.get(&id).copied());
        let index = match seen {
            Some(index) => index,
            None => {
                let dictionary = get_dictionary(self.document, fonts, &name).ok_or("a font that is none")?;
                self.fonts.push(Font::read(self.document, dictionary));
                let index = self.fonts.len() - 1;
                self.known.extend(id.map(|id| (id, index)));
                index
            }
        };
        (self.state.font, self.state.size) = (index, size);
        Ok(())
    }

    fn start_line(&mut self, matrix: Matrix) {
        (self.text, self.line) = (matrix, matrix);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.start_line(times([1.0, 0.0, 0.0, 1.0, x, y], self.line));
    }

    /// Strings are drawn, numbers move the pen by thousandths of an em.
    fn show(&mut self, pieces: &[Object]) -> Result<(), String> {
        for piece in pieces {
            match piece {
                Object::String(string, _) => self.string(string)?,
                other => {
                    let shift = other.as_float().map_or(0.0, f64::from) / -1000.0;
                    self.advance(shift * self.state.size * self.state.scale);
                }
            }
        }
        Ok(())
    }

    fn advance(&mut self, x: f64) {
        self.text = times([1.0, 0.0, 0.0, 1.0, x, 0.0], self.text);
    }

    fn string(&mut self, string: &[u8]) -> Result<(), String> {
        let state = self.state.clone();
        let codes = self.fonts.get(state.font).ok_or("text before Tf")?.codes(string);
        for code in codes {
            let font = &self.fonts[state.font];
            let place = times(self.text, state.matrix);
            let word_space = if code == 32 && !font.two_bytes { state.word_space } else { 0.0 };
            let width = font.width(code) * state.size * state.scale;
            let (x0, y) = apply(place, 0.0, state.rise);
            let (x1, _) = apply(place, width, state.rise);
            let upright = (place[2].powi(2) + place[3].powi(2)).sqrt();
            let size = state.size * upright;
            let text = font.text(code);
            let artifact = self.marked.contains(&true);
            let (font, colour) = (state.font, state.fill);
            self.glyphs.push(Glyph { text, code, font, size, colour, x0, x1, y, artifact });
            self.advance(width + (state.character_space + word_space) * state.scale);
        }
        Ok(())
    }

    fn point(&self, x: f64, y: f64) -> (f64, f64) {
        apply(self.state.matrix, x, y)
    }

    fn extend(&mut self, x: f64, y: f64) {
        let point = self.point(x, y);
        if let Some(part) = self.path.last_mut() {
            part.push(point);
        }
    }

    fn close(&mut self) {
        if let Some(part) = self.path.last_mut() {
            part.extend(part.first().copied());
        }
    }

    fn paint(&mut self, stroke: bool, fill: bool) {
        for part in std::mem::take(&mut self.path) {
            let (x0, x1) = span(part.iter().map(|point| point.0));
            let (y0, y1) = span(part.iter().map(|point| point.1));
            let thin = (x1 - x0).min(y1 - y0) <= 2.0;
            if fill && thin && part.len() > 2 {
                self.rules.push(Rule { x0, x1, y0, y1 });
            } else if stroke {
                for pair in part.windows(2) {
                    let (x0, x1) = span(pair.iter().map(|point| point.0));
                    let (y0, y1) = span(pair.iter().map(|point| point.1));
                    if (x1 - x0).min(y1 - y0) < 0.1 && (x1 - x0).max(y1 - y0) > 0.1 {
                        self.rules.push(Rule { x0, x1, y0, y1 });
                    }
                }
            }
        }
    }

    fn object(&mut self, operands: &[Object], resources: &Dictionary) -> Result<(), String> {
        let name = operands.first().and_then(|name| name.as_name().ok()).ok_or("Do without a name")?;
        let name = String::from_utf8_lossy(name).into_owned();
        let objects = get_dictionary(self.document, resources, "XObject");
        let Some(Object::Stream(stream)) = objects.and_then(|objects| get(self.document, objects, &name))
        else {
            return Err(format!("no object {name}"));
        };
        if get(self.document, &stream.dict, "Subtype").and_then(|kind| kind.as_name().ok()) == Some(b"Image")
        {
            let corners = [(0.0, 0.0), (1.0, 1.0)].map(|(x, y)| self.point(x, y));
            let (x0, x1) = span(corners.iter().map(|point| point.0));
            let (y0, y1) = span(corners.iter().map(|point| point.1));
            let transparent = get(self.document, &stream.dict, "SMask").is_some();
            self.pictures.push(Picture { x0, x1, y0, y1, transparent });
            return Ok(());
        }
        self.depth += 1;
        if self.depth > 8 {
            return Err("forms inside forms without end".into());
        }
        let outer = self.state.clone();
        if let Some(matrix) =
            get(self.document, &stream.dict, "Matrix").and_then(|matrix| matrix.as_array().ok())
        {
            let numbers: Vec<f64> =
                matrix.iter().filter_map(|number| number.as_float().ok()).map(f64::from).collect();
            if let Ok(matrix) = Matrix::try_from(numbers) {
                self.state.matrix = times(matrix, self.state.matrix);
            }
        }
        let own = get_dictionary(self.document, &stream.dict, "Resources").unwrap_or(resources);
        let content = stream.get_plain_content().map_err(|error| error.to_string())?;
        self.run(&content, own)?;
        self.state = outer;
        self.depth -= 1;
        Ok(())
    }
}
