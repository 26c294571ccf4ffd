//! Lets every reading explain itself: the cues found in a sentence and what was made of them.

use crate::read::Sentence;
use crate::{Document, Evidence, Span};
use serde::{Deserialize, Serialize};

/// What was made of one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The sentence, as it stands in the page.
    pub quote: String,
    /// Where it stands.
    pub span: Span,
    /// All cues found in it, in order.
    pub cues: Vec<Evidence>,
    /// Why it was not taken for a clause; `None` where it was.
    pub rejected: Option<String>,
}

impl Explanation {
    pub(crate) fn new(sentence: &Sentence<'_>, rejected: Option<&str>) -> Self {
        let cues = sentence
            .cues
            .iter()
            .map(|c| Evidence {
                role: c.class.name().to_owned(),
                words: sentence.cue_text(c).to_owned(),
            })
            .collect();
        Self {
            quote: sentence.text().to_owned(),
            span: sentence.span,
            cues,
            rejected: rejected.map(str::to_owned),
        }
    }
}

/// What was made of every sentence of `document` that was looked at closely.
pub fn explain(document: &Document) -> Vec<Explanation> {
    crate::reader::explain(document)
}
