//! Where in its file each text of a page stands: in bytes of the file as UTF-8.
//!
//! Text runs in step with the file but where a character reference (`&amp;`) or a line break of two characters stands. So the
//! text of all tokens, laid end to end, is cut into stretches that either run in step or stand for one piece of the file. Within
//! a token too there may be markup between two of them: of an end tag without a name no token is made.

use std::ops::Range;

/// A stretch of the tokens' text.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// Where it begins in the tokens' text.
    at: u32,
    /// Where it begins in the file.
    source: u32,
    /// Bytes of the file that it stands for as a whole; nothing where it runs in step.
    whole: Option<u32>,
    /// Markup stands before it.
    is_apart: bool,
}

/// The stretches of a file, in order.
#[derive(Debug, Default)]
pub(super) struct Sources {
    stretches: Vec<Stretch>,
    /// Bytes of text in `stretches`, and those of them that tokens were made of.
    pushed: u32,
    taken: u32,
}

impl Sources {
    /// The next `length` bytes of text stand at `source` in the file, with or without markup before them.
    pub(super) fn push(&mut self, length: usize, source: Range<usize>, is_apart: bool) {
        let whole = (source.len() != length).then_some(source.len() as u32);
        let stretch = Stretch { at: self.pushed, source: source.start as u32, whole, is_apart };
        self.pushed += length as u32;
        let goes_on = self.stretches.last().is_some_and(|last| {
            last.whole.is_none() && stretch.whole.is_none() && stretch.at - last.at == stretch.source.wrapping_sub(last.source)
        });
        if !goes_on {
            self.stretches.push(stretch);
        }
    }

    /// Where the text of the next token, of `length` bytes, begins.
    pub(super) fn take_text(&mut self, length: usize) -> u32 {
        let at = self.taken;
        self.taken += length as u32;
        at
    }

    /// Where in the file the tokens' text `text` stands: one range for each stretch of it without markup. A character reference is
    /// inside as a whole or not at all. Cost: linear in the stretches.
    pub(super) fn ranges(&self, text: Range<u32>) -> Vec<Range<usize>> {
        let first = self.stretches.partition_point(|stretch| stretch.at <= text.start);
        let further = self.stretches.get(first..).unwrap_or_default().iter().take_while(|stretch| stretch.at < text.end);
        let mut ranges = Vec::new();
        let mut from = text.start;
        for apart in further.filter(|stretch| stretch.is_apart) {
            ranges.push(self.range(from..apart.at));
            from = apart.at;
        }
        ranges.push(self.range(from..text.end));
        ranges
    }

    /// From where the first byte of `text` stands to where its last does.
    fn range(&self, text: Range<u32>) -> Range<usize> {
        let place = |at: u32, is_end: bool| {
            let after = self.stretches.partition_point(|stretch| stretch.at < at + u32::from(!is_end));
            let stretch = self.stretches.get(after.checked_sub(1)?)?;
            let inside = at - stretch.at;
            let source = stretch.source
                + if is_end {
                    stretch.whole.unwrap_or(inside)
                } else if stretch.whole.is_some() {
                    0
                } else {
                    inside
                };
            Some(source as usize)
        };
        let start = place(text.start, false).unwrap_or_default();
        start..place(text.end, true).unwrap_or_default().max(start)
    }
}
