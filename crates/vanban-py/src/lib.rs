//! The library vanban for Python: bytes in, bytes out, and JSON for what is neither. `python/vanban` is what people see of
//! it. Whatever takes time runs without the interpreter's lock. There is no rule, no wording and no layout here.

mod batch;
mod collected;
mod document;
mod given;
mod raised;
mod renderer;
mod table;

/// What `python/vanban` is made of.
#[pyo3::pymodule]
mod _vanban {
    #[pymodule_export]
    use super::renderer::Renderer;
    #[pymodule_export]
    use super::table::Row;

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
