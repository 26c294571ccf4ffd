//! HTML, Markdown and plain text to a Document.
