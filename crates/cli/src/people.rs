//! The forms for people: plain text that fits a terminal.

use clauselight_engine::{
    Clause, Document, DocumentPosition, Explanation, Mechanism, PageKind, PageVerdict, Position,
    Problem, Report,
};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// Columns of a line.
const WIDTH: usize = 88;

/// One sentence with its cues and what was made of it.
pub fn explanation(out: &mut dyn Write, sentence: &Explanation) -> io::Result<()> {
    let made = sentence.rejected.as_deref().unwrap_or("a clause");
    let cues: Vec<String> = sentence
        .cues
        .iter()
        .map(|c| format!("{}={}", c.role, harmless(&c.words)))
        .collect();
    writeln!(
        out,
        "{}\n  = {made}\n  {}\n",
        harmless(&sentence.quote),
        cues.join("; ")
    )
}

/// Page text without control characters, which could drive the terminal that shows it.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(
            text.chars()
                .map(|c| if c.is_control() { '\u{fffd}' } else { c })
                .collect(),
        )
    } else {
        Cow::Borrowed(text)
    }
}

/// One line of `detect`.
///
/// # Errors
/// What `out` says.
pub fn verdict(out: &mut dyn Write, file: &str, verdict: &PageVerdict) -> io::Result<()> {
    let signs: Vec<&str> = verdict.signs.iter().map(String::as_str).take(3).collect();
    writeln!(
        out,
        "{:<16} {}  ({})",
        word(&verdict.kind),
        harmless(file),
        harmless(&signs.join("; "))
    )
}

/// The Report as a page of text.
///
/// # Errors
/// What `out` says.
pub fn report(out: &mut dyn Write, document: &Document, report: &Report) -> io::Result<()> {
    let mut page = Page { out };
    if !document.title.is_empty() {
        page.paragraph("", &document.title)?;
    }
    if !document.url.is_empty() {
        page.paragraph("", &document.url)?;
    }
    page.paragraph("", kind_name(report.kind))?;
    page.gap()?;
    page.paragraph("", &report.summary.headline)?;
    page.paragraph("Position: ", position_name(report.position))?;
    if !report.summary.lines.is_empty() {
        page.gap()?;
        for line in &report.summary.lines {
            page.paragraph("  - ", &line.text)?;
        }
    }
    options(&mut page, report)?;
    if !report.tiers.is_empty() {
        page.title("Other plans, regions and groups")?;
        for tier in &report.tiers {
            let text = format!(
                "{}: {} ({})",
                tier.audience.0,
                stance(tier.position),
                numbers(&tier.clauses)
            );
            page.paragraph("  - ", &text)?;
        }
    }
    if !report.exceptions.is_empty() {
        page.title("Goes on despite that")?;
        for exception in &report.exceptions {
            page.paragraph(
                "  - ",
                &format!("{} ({})", exception.name, numbers(&exception.clauses)),
            )?;
        }
    }
    clauses(&mut page, &report.clauses)?;
    if !report.problems.is_empty() {
        page.title("What limits this report")?;
        for problem in &report.problems {
            page.paragraph("  - ", &problem_name(problem))?;
        }
    }
    page.gap()?;
    page.paragraph(
        "",
        "This is a reading of the text by a program, and no legal advice.",
    )
}

fn options(page: &mut Page<'_>, report: &Report) -> io::Result<()> {
    let offer = &report.opt_out;
    page.title("What you can do")?;
    if !offer.offered {
        return page.paragraph(
            "  ",
            "The document names no way to turn training on your data off.",
        );
    }
    let mut text = mechanism_name(offer.mechanism).to_owned();
    if let Some(target) = &offer.target {
        text.push_str(": ");
        text.push_str(target);
    }
    if !offer.clauses.is_empty() {
        text.push_str(&format!(" ({})", numbers(&offer.clauses)));
    }
    page.paragraph("  ", &text)?;
    for link in &offer.links {
        page.paragraph("  - ", &format!("{} <{}>", link.text, link.href))?;
    }
    Ok(())
}

fn clauses(page: &mut Page<'_>, clauses: &[Clause]) -> io::Result<()> {
    page.title(&format!("Clauses: {}", clauses.len()))?;
    for (i, clause) in clauses.iter().enumerate() {
        if i > 0 {
            page.gap()?;
        }
        let section = if clause.section.is_empty() {
            "(no heading)".to_owned()
        } else {
            clause.section.join(" > ")
        };
        page.paragraph(&format!("{:>3}. ", i + 1), &section)?;
        page.paragraph("     ", &format!("\u{201c}{}\u{201d}", clause.quote))?;
        let mut facts = vec![words(&clause.kinds)];
        facts.extend(clause.position.map(|p| stance(p).to_owned()));
        if !clause.data.is_empty() {
            facts.push(format!("data: {}", words(&clause.data)));
        }
        let audience: Vec<&str> = clause.audience.iter().map(|a| a.0.as_str()).collect();
        if !audience.is_empty() {
            facts.push(format!("for: {}", audience.join(", ")));
        }
        page.paragraph("     ", &format!("[{}]", facts.join(" | ")))?;
    }
    Ok(())
}

/// Lays text out in lines of [`WIDTH`] columns.
struct Page<'o> {
    out: &'o mut dyn Write,
}

impl Page<'_> {
    /// A paragraph whose first line starts with `lead`; the others are set in by as much.
    fn paragraph(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let indent = " ".repeat(lead.chars().count());
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(lead)
            .subsequent_indent(&indent);
        for line in textwrap::wrap(&harmless(text), options.break_words(false)) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn title(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{text}")
    }

    fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }
}

/// The word that the JSON form has for a value.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn words(values: &[impl Serialize]) -> String {
    values.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// Clause numbers as they are printed, from 1.
fn numbers(clauses: &[usize]) -> String {
    let list: Vec<String> = clauses.iter().map(|i| (i + 1).to_string()).collect();
    format!(
        "{} {}",
        if clauses.len() == 1 {
            "clause"
        } else {
            "clauses"
        },
        list.join(", ")
    )
}

fn kind_name(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Terms => "Terms of service",
        PageKind::Privacy => "Privacy policy",
        PageKind::AiPolicy => "Policy on AI or data use",
        PageKind::AcceptableUse => "Acceptable-use policy",
        PageKind::DataProcessing => "Data-processing agreement",
        PageKind::Cookies => "Cookie policy",
        PageKind::Help => "Help page about data used for training",
        PageKind::OtherLegal => "Legal document",
        PageKind::NotLegal => "Not recognised as a legal document; read all the same",
    }
}

fn position_name(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => stance(Position::Trains),
        DocumentPosition::OptOut => stance(Position::OptOut),
        DocumentPosition::OptIn => stance(Position::OptIn),
        DocumentPosition::Prohibits => stance(Position::Prohibits),
        DocumentPosition::Silent => "silent: neither a good nor a bad mark",
    }
}

fn stance(position: Position) -> &'static str {
    match position {
        Position::Trains => "trains: data is used, no control is stated",
        Position::OptOut => "opt-out: data is used unless people turn it off",
        Position::OptIn => "opt-in: data is used only if people agree",
        Position::Prohibits => "prohibits: data is not used",
    }
}

fn mechanism_name(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Settings => "Turn it off in the settings",
        Mechanism::Form => "Fill in a form",
        Mechanism::Email => "Write an e-mail",
        Mechanism::Link => "Follow a link",
        Mechanism::Contract => "Only by agreement with the provider",
        Mechanism::DeleteAccount => "Delete the account or the content",
        Mechanism::Other => "There is a way; see the clauses",
        Mechanism::NoneStated => "A control is named, but not where it is",
    }
}

fn problem_name(problem: &Problem) -> String {
    match problem {
        Problem::Truncated => "The page is very long; its end was not read.".to_owned(),
        Problem::LanguageNotCovered { language } if language.is_empty() => {
            "The language could not be told; nothing was guessed.".to_owned()
        }
        Problem::LanguageNotCovered { language } => {
            format!("The language ({language}) is not covered; nothing was guessed.")
        }
        Problem::NotADocument => {
            "The page holds an error, a bot wall or a login instead of a document.".to_owned()
        }
    }
}
