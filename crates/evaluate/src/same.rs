//! When a found clause is a labelled one: the same rule as the corpus's `score.py`.

use std::collections::HashMap;

/// The words of a text, with Markdown and HTML markup taken away: what `score.py` compares.
pub fn words(text: &str) -> Vec<String> {
    let text = strip_tags(&strip_links(&unescape(text)));
    let mut found = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let alone = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
            continue;
        }
        if !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        if alone {
            found.push(c.to_string());
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

fn unescape(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, letter) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text
}

/// `[text](target)` and `![text](target)` become `text`.
fn strip_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once(']').and_then(|(label, tail)| {
            let target = tail.strip_prefix('(')?;
            let (_, tail) = target.split_once(')')?;
            Some((label, tail))
        });
        match link {
            Some((label, tail)) => {
                out.push_str(before.strip_suffix('!').unwrap_or(before));
                out.push_str(label);
                rest = tail;
            }
            None => {
                out.push_str(before);
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn strip_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>') {
            Some((inside, tail)) if !inside.is_empty() => {
                out.push(' ');
                rest = tail;
            }
            _ => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Whether two word lists are the same clause: 70 % of the shorter stands in the longer, which has
/// at most four times its length.
pub fn same(a: &[String], b: &[String]) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() > (4 * short.len()).max(12) {
        return false;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in long {
        *counts.entry(word).or_default() += 1;
    }
    let mut common = 0usize;
    for word in short {
        if let Some(n) = counts.get_mut(word.as_str())
            && *n > 0
        {
            *n -= 1;
            common += 1;
        }
    }
    common as f64 >= 0.7 * short.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_as_the_yardstick_does() {
        assert_eq!(
            words("**We** [use](https://x.y) <br>data &amp; 模型"),
            ["we", "use", "data", "模", "型"]
        );
        let long = words("we use your data to train our models every day");
        assert!(same(&words("we use your data to train models"), &long));
        assert!(!same(&words("we sell nothing to them"), &long));
        assert!(!same(&[], &long));
    }
}
