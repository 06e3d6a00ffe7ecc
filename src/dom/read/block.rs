//! The text of one block as it is read: white space collapsed, and each stretch's place in its text node kept.

use crate::dom::text_map::Stretch;
use crate::dom::tree::NodeId;

/// Divides a word where it may be broken at a line's end; shown only there, and in the way of whoever compares words.
const SOFT_HYPHEN: char = '\u{AD}';

/// What a character stands inside of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// How many links.
    pub links: u32,
    /// How many `time` elements.
    pub times: u32,
}

/// White space that has been read and is shown only if something follows.
#[derive(Debug, Clone, Copy, Default)]
enum Pending {
    #[default]
    Nothing,
    /// A space, and the text node and offset that it comes from, if it comes from one.
    Space(Option<(NodeId, u32)>),
    Line,
}

/// The text of one block, without white space around it.
#[derive(Debug, Default)]
pub(super) struct BlockText {
    text: String,
    stretches: Vec<Stretch>,
    /// UTF-16 code units of `text`.
    length: u32,
    pending: Pending,
    /// Characters in links, and in `time` elements.
    linked: u32,
    timed: u32,
    characters: u32,
}

impl BlockText {
    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where it comes from; offsets count from its own start.
    pub(super) fn into_stretches(self) -> Vec<Stretch> {
        self.stretches
    }

    /// Whether at least three quarters of it are links.
    pub(super) fn is_mostly_links(&self) -> bool {
        self.linked * 4 >= self.characters * 3
    }

    /// Whether at least a quarter of it is links.
    pub(super) fn has_links(&self) -> bool {
        self.linked > 0 && self.linked * 4 >= self.characters
    }

    /// Whether at least half of it states the time that something was published.
    pub(super) fn is_mostly_time(&self) -> bool {
        self.timed * 2 >= self.characters
    }

    /// Reads `character`, which stands at the UTF-16 offset `at` of the text node `node`.
    pub(super) fn read(&mut self, character: char, node: NodeId, at: u32, setting: Setting) {
        // What CSS collapses; a no-break space and its like are text.
        if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
            if matches!(self.pending, Pending::Nothing) && !self.text.is_empty() {
                self.pending = Pending::Space(Some((node, at)));
            }
        } else if character != SOFT_HYPHEN {
            self.settle();
            self.characters += 1;
            self.linked += u32::from(setting.links > 0);
            self.timed += u32::from(setting.times > 0);
            self.put(character, Some((node, at)));
        }
    }

    /// Adds a character that browsers show though it is in no text node.
    pub(super) fn add(&mut self, character: char) {
        self.settle();
        self.put(character, None);
    }

    /// Keeps what stands on both sides of something apart.
    pub(super) fn space(&mut self) {
        if matches!(self.pending, Pending::Nothing) && !self.text.is_empty() {
            self.pending = Pending::Space(None);
        }
    }

    /// Ends a line, and says whether it was an empty one.
    pub(super) fn ends_line(&mut self) -> bool {
        let empty = matches!(self.pending, Pending::Line);
        if !self.text.is_empty() {
            self.pending = Pending::Line;
        }
        empty
    }

    /// Something follows: the white space before it is shown.
    fn settle(&mut self) {
        match std::mem::take(&mut self.pending) {
            Pending::Nothing => {}
            Pending::Space(source) => self.put(' ', source),
            Pending::Line => self.put('\n', None),
        }
    }

    fn put(&mut self, character: char, source: Option<(NodeId, u32)>) {
        let width = character.len_utf16() as u32;
        if let Some((node, at)) = source {
            match self.stretches.last_mut() {
                Some(last) if last.node == node && last.at + last.length == self.length && last.node_at + last.length == at => {
                    last.length += width;
                }
                _ => self.stretches.push(Stretch { at: self.length, node, node_at: at, length: width }),
            }
        }
        self.text.push(character);
        self.length += width;
    }
}
