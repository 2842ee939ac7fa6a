//! Kinds that a misspelt name may have meant.

use super::{CertifiedCopy, Kind, Proceedings, TypedRecord, built_in};
use crate::text::{Said, near, said, slug};

/// Suggestions for a misspelt kind: the kind whose name or Vietnamese term is very similar; if there is none,
/// at most three kinds whose name or term shares a word with `name`.
///
/// ```
/// use vanban::kinds::nearest;
/// assert_eq!(nearest("reslution")[0].name(), "resolution");
/// assert_eq!(nearest("Nghị quyết")[0].name(), "resolution");
/// assert!(nearest("xyz").is_empty());
/// ```
#[must_use]
pub fn nearest(name: &str) -> Vec<&'static Kind> {
    const MOST: usize = 3;
    let plain = slug(name);
    let known: Vec<(String, &'static Kind)> =
        built_in().flat_map(|kind| [kind.name(), kind.term()].map(|name| (slug(name), kind))).collect();
    let nearest = near(&plain, known.iter().map(|(name, _)| name.as_str()));
    if let Some((_, kind)) = known.iter().find(|(name, _)| nearest == Some(name.as_str())) {
        return vec![*kind];
    }
    let words: Vec<&str> = plain.split('-').filter(|word| word.len() > 2).collect();
    let shared = |kind: &Kind| {
        let own = format!("{}-{}", slug(kind.name()), slug(kind.term()));
        words.iter().filter(|word| own.split('-').any(|own| own == **word)).count()
    };
    let mut found: Vec<_> = built_in().filter(|kind| shared(kind) > 0).collect();
    found.sort_by_key(|kind| std::cmp::Reverse(shared(kind)));
    found.truncate(MOST);
    found
}

/// What is said of a record that is no paper by itself, by its name or its term.
fn made_of_others(name: &str) -> Option<Said> {
    let is = |kind: &Kind| [kind.name(), kind.term()].map(slug).iter().any(|own| own == name);
    if is(Proceedings::typed_kind()) {
        return Some(said!(
            "kỷ yếu đóng từ các bài của nó; hãy dùng lệnh vanban bind",
            "a volume is bound of its papers; use `vanban bind`, in an application `Renderer::bind`"
        ));
    }
    is(CertifiedCopy::typed_kind()).then(|| {
        said!(
            "bản sao lập từ văn bản gốc; hãy dùng lệnh vanban copy",
            "a copy is made of its original; use `vanban copy`, in an application `Renderer::copy_of`"
        )
    })
}

/// What is said of a name that no kind has: the kinds that may be meant, by their names or their terms, else all.
pub(super) fn unknown<'a>(name: &str, kinds: impl Iterator<Item = &'a Kind> + Clone) -> Said {
    let wanted = slug(name);
    if let Some(said) = made_of_others(&wanted) {
        return said;
    }
    let is_meant = |kind: &&Kind| {
        let (own, term) = (slug(kind.name()), slug(kind.term()));
        let holds =
            |word: &String| wanted.len() > 2 && (word.contains(&wanted) || wanted.contains(word.as_str()));
        near(&wanted, own.split('-').chain([own.as_str(), term.as_str()])).is_some()
            || holds(&own)
            || holds(&term)
    };
    let is_near = |kind: &&Kind| {
        let (own, term) = (slug(kind.name()), slug(kind.term()));
        near(&wanted, [own.as_str(), term.as_str()]).is_some()
    };
    // A slip in a whole name means no kind that has a word of it among others.
    let whole: Vec<&Kind> = kinds.clone().filter(is_near).collect();
    let meant = if whole.is_empty() { kinds.clone().filter(is_meant).collect() } else { whole };
    match meant.as_slice() {
        [] => {
            let all = Said {
                english: kinds.clone().map(Kind::name).collect::<Vec<_>>().join(", "),
                in_form: kinds.clone().map(Kind::term).collect::<Vec<_>>().join(", "),
                vietnamese: listed(kinds),
            };
            said!(
                "không có loại văn bản “{name}”; hãy ghi một trong: {all}",
                "there is no kind “{name}”; write one of: {all}",
                "không có loại văn bản này; hãy chọn một trong: {all}"; all
            )
        }
        meant => {
            let each =
                |quoted: fn(&Kind) -> String| meant.iter().map(|kind| quoted(kind)).collect::<Vec<_>>();
            let meant = Said {
                vietnamese: each(quoted).join(", hay "),
                in_form: each(|kind| kind.term().to_owned()).join(", hay "),
                english: each(|kind| format!("“{}”", kind.name())).join(" or "),
            };
            said!(
                "không có loại văn bản “{name}”; có phải {meant}?",
                "there is no kind “{name}”; did you mean {meant}?",
                "không có loại văn bản này; có phải {meant}?"; meant
            )
        }
    }
}

fn quoted(kind: &Kind) -> String {
    format!("“{}” ({})", kind.name(), kind.term())
}

fn listed<'a>(kinds: impl Iterator<Item = &'a Kind>) -> String {
    kinds.map(|kind| format!("{} ({})", kind.name(), kind.term())).collect::<Vec<_>>().join(", ")
}
