//! Where sentences end.
//!
//! A sentence ends at a stop, with the marks and brackets that close behind it, unless what follows goes on in lower case or
//! the stop belongs to an abbreviation that a name follows. A quotation that ends in a question or exclamation mark and
//! goes on with its cue ("Why?" he asked) stays one sentence.

use std::ops::Range;

use super::tokens::{Case, Kind, Token};
use crate::lists::{List, list};

/// Abbreviations with a full stop that are followed by a name or number, so that they end no sentence.
const BEFORE_NAMES: &List = list!(
    "adm.|amb.|asst.|brig.|capt.|cllr.|cmdr.|col.|cpl.|dep.|det.|dr.|fr.|ft.|gen.|gov.|hon.|insp.|lt.|maj.|messrs.|mgr.|mr.|mrs.|\
    ms.|mt.|pres.|prof.|rep.|reps.|rev.|sec.|sen.|sens.|sgt.|st.|supt.|ven.|vs."
);

/// Words that begin a sentence more often than a name goes on with them; after "U.S." or "Inc." they decide.
const OPENERS: &List = list!(
    "A|After|Although|An|And|As|At|Before|Both|But|By|Dr.|For|From|He|Her|His|However|I|If|In|It|Its|Many|Most|Mr.|Mrs.|Ms.|My|On|\
    Or|Our|She|Since|So|Some|That|The|Their|There|These|They|This|Those|To|We|What|When|While|With|Yet|You"
);

/// The sentences of the tokens from `first` to the last, which are one block.
pub(super) fn cut(text: &str, tokens: &[Token], first: usize) -> Vec<Range<usize>> {
    let word = |index: usize| &text[tokens[index].span.start as usize..tokens[index].span.end as usize];
    let mut sentences = Vec::new();
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let ends = match tokens[at].kind {
            Kind::Stop => true,
            Kind::Word => word(at).ends_with('.') && abbreviation_ends(tokens, at, &word),
            _ => false,
        };
        let mut next = at + 1;
        if ends {
            // What closes behind the stop belongs to the sentence; a mark after a space opens the next one.
            while next < tokens.len() && closes(&tokens[next], word(next)) && tokens[next].span.start == tokens[next - 1].span.end {
                next += 1;
            }
            let goes_on =
                next < tokens.len() && (tokens[next].case == Case::Lower || matches!(word(next), "," | ";" | ":" | ")" | "-" | "–" | "—"));
            let decimal = next < tokens.len() && next == at + 1 && tokens[next].span.start == tokens[at].span.end;
            if !goes_on && !decimal {
                sentences.push(start..next);
                start = next;
            }
        }
        at = next;
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

fn closes(token: &Token, word: &str) -> bool {
    token.kind == Kind::Mark || matches!(word, ")" | "]")
}

/// Whether the abbreviation at `at` may end its sentence: what follows begins one.
fn abbreviation_ends<'t>(tokens: &[Token], at: usize, word: &dyn Fn(usize) -> &'t str) -> bool {
    let lower = word(at).to_ascii_lowercase();
    if BEFORE_NAMES.contains(lower.as_str()) || tokens[at].case == Case::Initial {
        return false;
    }
    match tokens.get(at + 1) {
        None => true,
        Some(next) if next.kind == Kind::Mark => false,
        Some(_) => OPENERS.contains(word(at + 1)),
    }
}
