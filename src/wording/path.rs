//! Paths of a template, as `../vote.present`, taken apart.

/// A path in a template. Handlebars parses paths too, but keeps the parts to itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path<'a> {
    /// It begins with `@root`.
    pub(super) root: bool,
    /// It names a variable of a block: `@index`.
    pub(super) local: bool,
    /// How many `../` stand in it.
    pub(super) ups: usize,
    /// The names from outside in; none for `this`.
    pub(super) names: Vec<&'a str>,
}

impl<'a> Path<'a> {
    /// Takes apart what handlebars' grammar has let through.
    pub(super) fn of(raw: &'a str) -> Path<'a> {
        let mut rest = ["this.", "this/", "./"].iter().find_map(|own| raw.strip_prefix(own)).unwrap_or(raw);
        let after_root = rest.strip_prefix("@root.").or_else(|| rest.strip_prefix("@root/"));
        let root = after_root.is_some();
        rest = after_root.unwrap_or(rest);
        let after_at = rest.strip_prefix('@');
        let local = after_at.is_some();
        rest = after_at.unwrap_or(rest);
        let mut ups = 0;
        while let Some(outer) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("...")) {
            ups += 1;
            rest = outer;
        }
        let names = rest.split(['.', '/']).filter(|&name| name != "this").collect();
        Path { root, local, ups, names }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn paths_fall_into_their_parts() {
        for (raw, root, local, ups, names) in [
            ("vote", false, false, 0, vec!["vote"]),
            ("vote.present", false, false, 0, vec!["vote", "present"]),
            ("vote/present", false, false, 0, vec!["vote", "present"]),
            ("this", false, false, 0, vec![]),
            ("this.vote", false, false, 0, vec!["vote"]),
            ("./vote", false, false, 0, vec!["vote"]),
            ("../vote", false, false, 1, vec!["vote"]),
            ("../../this", false, false, 2, vec![]),
            ("@root.profile.basis_end", true, false, 0, vec!["profile", "basis_end"]),
            ("@index", false, true, 0, vec!["index"]),
            ("@../level", false, true, 1, vec!["level"]),
            ("@root", false, true, 0, vec!["root"]),
        ] {
            assert_eq!(Path::of(raw), Path { root, local, ups, names }, "{raw}");
        }
    }
}
