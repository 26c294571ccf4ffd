//! Which format an input has: from its file ending, else from its content.

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// HTML or XHTML.
    Html,
    /// CommonMark with tables.
    Markdown,
    /// Plain text.
    Plain,
}

impl Format {
    /// The format that a file's ending names, if it names one.
    pub fn from_ending(path: &str) -> Option<Self> {
        let ending = path.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" | "xhtml" | "xht" => Some(Self::Html),
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "txt" | "text" => Some(Self::Plain),
            _ => None,
        }
    }
}

/// How much of the text is looked at.
const PROBE_CHARS: usize = 4096;

/// Openings of tags that only a page has.
const PAGE_TAGS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<meta",
    "<title",
    "<div",
    "<main",
    "<article",
    "<section",
    "<script",
    "<h1",
    "<h2",
    "<p>",
    "<p ",
    "<ul",
    "<table",
];

/// The format that the content shows.
pub fn format_of(text: &str) -> Format {
    let probe: String = text
        .chars()
        .take(PROBE_CHARS)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let probe = probe.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let opens_with_tag = probe.starts_with('<') && !probe.starts_with("<http");
    let tags = PAGE_TAGS
        .iter()
        .map(|tag| probe.matches(tag).count())
        .sum::<usize>();
    let marks = probe.lines().filter(|line| is_markdown(line)).count();
    let page = probe.contains("<!doctype html") || probe.contains("<html");
    if page || (opens_with_tag && tags > 0) || (tags > 4 && tags > marks) {
        Format::Html
    } else if marks > 0 {
        Format::Markdown
    } else {
        Format::Plain
    }
}

/// Whether a line could hardly stand so in plain text.
fn is_markdown(line: &str) -> bool {
    let line = line.trim_start();
    let heading = line.trim_start_matches('#');
    (heading.len() < line.len() && line.len() - heading.len() < 7 && heading.starts_with(' '))
        || line.contains("](")
        || line.contains("**")
        || (line.starts_with('|') && line.ends_with('|') && line.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_formats_by_ending_and_content() {
        assert_eq!(
            Format::from_ending("a/Terms of Service.HTML"),
            Some(Format::Html)
        );
        assert_eq!(Format::from_ending("terms.md"), Some(Format::Markdown));
        assert_eq!(Format::from_ending("terms"), None);
        for (text, format) in [
            ("\u{feff}\n<!DOCTYPE html><title>x</title>", Format::Html),
            ("<!-- saved --><div>Terms</div>", Format::Html),
            ("# Terms\n\nText with a <br> in it.", Format::Markdown),
            ("See [the policy](/privacy).", Format::Markdown),
            ("1. Terms\n\nYou agree # nothing", Format::Plain),
            ("<https://example.com> is the address", Format::Plain),
        ] {
            assert_eq!(format_of(text), format, "{text}");
        }
    }
}
