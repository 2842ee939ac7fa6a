//! Whether JSON fits a JSON Schema: as much of it as schemars writes. Anything else is an error, so that
//! no schema is taken for kept because a word of it was not known.

use serde_json::Value;

/// Tells what does not fit, with its place.
pub fn fits(value: &Value, schema: &Value) -> Result<(), String> {
    Fit { root: schema }.check(value, schema, "")
}

struct Fit<'a> {
    root: &'a Value,
}

impl Fit<'_> {
    fn check(&self, value: &Value, schema: &Value, at: &str) -> Result<(), String> {
        let Value::Object(words) = schema else {
            return if schema == &Value::Bool(true) { Ok(()) } else { Err(format!("{at}: nothing fits")) };
        };
        let wrong = |what: String| Err(format!("{at}: {what}: {value}"));
        for (word, says) in words {
            match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "default" | "format" | "examples"
                | "contentEncoding" | "contentMediaType" => {}
                "$ref" => {
                    let path = says.as_str().unwrap().trim_start_matches('#');
                    self.check(value, self.root.pointer(path).ok_or(format!("{at}: no {path}"))?, at)?;
                }
                "type" => {
                    let types = says.as_array().cloned().unwrap_or_else(|| vec![says.clone()]);
                    if !types.iter().any(|name| is(value, name.as_str().unwrap())) {
                        return wrong(format!("is no {says}"));
                    }
                }
                "const" if value != says => return wrong(format!("is not {says}")),
                "enum" if !says.as_array().unwrap().contains(value) => {
                    return wrong(format!("is none of {says}"));
                }
                "const" | "enum" => {}
                "minimum" if value.as_f64() < says.as_f64() => return wrong("too small".to_owned()),
                "maximum" if value.as_f64() > says.as_f64() => return wrong("too large".to_owned()),
                "multipleOf" => {
                    let times = value.as_f64().unwrap_or(0.0) / says.as_f64().unwrap();
                    if (times - times.round()).abs() > 1e-9 {
                        return wrong(format!("is no multiple of {says}"));
                    }
                }
                "minimum" | "maximum" => {}
                "anyOf" | "oneOf" => {
                    let choices = says.as_array().unwrap().iter();
                    let fitting = choices.filter(|choice| self.check(value, choice, at).is_ok()).count();
                    if fitting == 0 || (word == "oneOf" && fitting > 1) {
                        return wrong(format!("fits {fitting} of {word}"));
                    }
                }
                "allOf" => {
                    for part in says.as_array().unwrap() {
                        self.check(value, part, at)?;
                    }
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(item, says, &format!("{at}[{index}]"))?;
                    }
                }
                "required" => {
                    let absent = says.as_array().unwrap().iter().find(|key| {
                        value.as_object().is_some_and(|fields| !fields.contains_key(key.as_str().unwrap()))
                    });
                    if let Some(key) = absent {
                        return Err(format!("{at}: no {key}"));
                    }
                }
                "properties" => {
                    for (key, field) in value.as_object().into_iter().flatten() {
                        if let Some(own) = says.get(key) {
                            self.check(field, own, &format!("{at}.{key}"))?;
                        }
                    }
                }
                "additionalProperties" => {
                    for (key, field) in value.as_object().into_iter().flatten() {
                        if words.get("properties").is_none_or(|known| known.get(key).is_none()) {
                            self.check(field, says, &format!("{at}.{key}"))?;
                        }
                    }
                }
                other => {
                    return Err(format!("{at}: the schema says `{other}`, which this reader does not know"));
                }
            }
        }
        Ok(())
    }
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
