//! What each HTML element means to a reader of text.

/// What an element does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// Not text: scripts, media, what is shown only without scripts.
    Unread,
    /// A control: its caption is no part of the text, unless a heading or a summary holds it.
    Control,
    /// A heading of this level.
    Heading(u8),
    /// Starts and ends a block.
    Block,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A term of a definition list.
    Term,
    /// What a term means.
    Definition,
    /// A table.
    Table,
    /// Rows that head a table.
    HeadRows,
    /// A row of a table.
    Row,
    /// A cell; whether it is a header.
    Cell(bool),
    /// A line break.
    Break,
    /// A link.
    Link,
    /// Runs on in its line.
    Inline,
}

/// What the element of this tag is.
pub fn element_of(tag: &str) -> Element {
    match tag {
        "script" | "style" | "template" | "noscript" | "head" | "iframe" | "object" | "embed"
        | "audio" | "video" | "canvas" | "map" | "noframes" | "noembed" | "datalist" | "meter"
        | "progress" | "rp" | "title" => Element::Unread,
        "button" | "select" | "textarea" | "input" | "option" | "optgroup" => Element::Control,
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "ul" | "ol" | "menu" | "dir" => Element::List,
        "li" => Element::Item,
        "dl" => Element::List,
        "dt" => Element::Term,
        "dd" => Element::Definition,
        "table" => Element::Table,
        "thead" => Element::HeadRows,
        "tr" => Element::Row,
        "td" => Element::Cell(false),
        "th" => Element::Cell(true),
        "br" => Element::Break,
        "a" => Element::Link,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center"
        | "details" | "dialog" | "div" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "nav" | "p"
        | "pre" | "listing" | "plaintext" | "xmp" | "search" | "section" | "summary" | "tbody"
        | "tfoot" => Element::Block,
        _ => Element::Inline,
    }
}
