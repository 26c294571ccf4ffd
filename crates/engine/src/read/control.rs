//! The control that a sentence tells of: by what means, and where.

use super::Sentence;
use crate::Mechanism;
use crate::cues::Class;

/// Whether the sentence speaks of choosing without saying which way the switch stands: managing a
/// setting, turning it off, withdrawing consent.
pub(crate) fn open_choice(sentence: &Sentence<'_>) -> bool {
    let turned = sentence.has_any(&[Class::Switch, Class::Withdraw]) && !sentence.has(Class::Opt);
    turned || !sentence.has_any(&[Class::OptOut, Class::OptIn])
}

/// By what means the sentence says that one can opt out.
pub(crate) fn way(sentence: &Sentence<'_>) -> Mechanism {
    if sentence.has(Class::Control) || menu_path(sentence.text()).is_some() {
        Mechanism::Settings
    } else if sentence.has(Class::Form) {
        Mechanism::Form
    } else if sentence.has(Class::Email) || sentence.text().contains('@') {
        Mechanism::Email
    } else if sentence.has(Class::Contract) && sentence.has(Class::OptOut) {
        Mechanism::Contract
    } else if sentence.has(Class::Delete) {
        Mechanism::DeleteAccount
    } else if sentence.has(Class::Switch) {
        Mechanism::Settings
    } else if sentence.document.links_in(sentence.span).next().is_some() {
        Mechanism::Link
    } else if sentence.has(Class::Choose) && sentence.has(Class::YouCan) {
        Mechanism::Settings
    } else {
        Mechanism::NoneStated
    }
}

/// The place of the control as the sentence words it: an address, or "account settings".
pub(crate) fn target(sentence: &Sentence<'_>) -> Option<String> {
    let address = sentence
        .text()
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|w| w.contains('@') && w.contains('.'));
    if let Some(address) = address {
        return Some(address.to_owned());
    }
    if let Some(path) = menu_path(sentence.text()) {
        return Some(path.to_owned());
    }
    let control = sentence.all(Class::Control).next_back()?;
    let mut from = control.from;
    // Take the words that name it: "your account settings", "Data Controls".
    while from > 0
        && control.to - from < 4
        && sentence.mark(from - 1).is_none()
        && !sentence.cues.iter().any(|c| {
            c.from == from - 1
                && matches!(
                    c.class,
                    Class::Own
                        | Class::Ours
                        | Class::Means
                        | Class::Purpose
                        | Class::On
                        | Class::Choose
                )
        })
    {
        from -= 1;
    }
    Some(sentence.words_text(from, control.to).to_owned())
}

/// A path through menus as pages write it: "Settings > Privacy > Improve the model".
fn menu_path(text: &str) -> Option<&str> {
    let mark = [" > ", " › ", " → "]
        .into_iter()
        .find(|m| text.contains(m))?;
    let first = text.find(mark)?;
    let head = text.get(..first)?;
    // The first step is the run of capitalised words before the first mark.
    let mut start = head.len();
    for word in head.rsplit(' ').take(4) {
        let named = word
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '"' | '«'));
        if !named {
            break;
        }
        start = start.saturating_sub(word.len() + usize::from(start < head.len()));
    }
    let last = text.rfind(mark)? + mark.len();
    let tail = text.get(last..)?;
    let end = tail
        .find(['.', ',', ';', ')', '(', '。', '，'])
        .unwrap_or(tail.len());
    let path = text.get(start..last + end)?.trim();
    (path.len() <= 160 && start < first).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::menu_path;

    #[test]
    fn finds_paths_through_menus() {
        let check = |text, expected| assert_eq!(menu_path(text), expected, "{text}");
        check(
            "You can opt out in Account > Data > Help improve Acme.",
            Some("Account > Data > Help improve Acme"),
        );
        check(
            "Go to Privacy Settings › Training, then choose.",
            Some("Privacy Settings › Training"),
        );
        check("where a > b holds", None);
        check("Nothing here.", None);
    }
}
