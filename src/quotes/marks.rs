//! Which characters open and close quotations, and what stands between them.
//!
//! A mark is read by where it stands (space before and none after: it opens) and only then by its shape, since writers mix
//! shapes (`reading`). Apostrophes are told from closing marks; feet, inches and minutes open nothing; marks nested inside a
//! quotation belong to its words. A block that its page sets apart as a quotation is one without marks. Cost: three passes
//! over the marks of a block, whatever they are.

mod reading;

use std::ops::Range;

use crate::document::Role;
use crate::segment::{Kind, Segments, TokenIndex};
use reading::{Act, Family, Mark, Style};

/// Tokens that single marks hold at most where no punctuation ties the closing one to what it closes: an apostrophe looks alike.
const LONGEST_PHRASE: usize = 25;

/// Words between marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// The opening mark, or the first word where nothing opens it.
    pub(super) open: TokenIndex,
    /// The words between; never empty.
    pub(super) content: Range<TokenIndex>,
    /// The closing mark, where there is one before the block ends.
    pub(super) close: Option<TokenIndex>,
    /// The index of its block in the document.
    pub(super) block: usize,
    /// Whether it goes on with a quotation that the block before left open.
    pub(super) continues: bool,
    /// Whether it is the whole of a block that the page sets apart as a quotation.
    pub(super) set_apart: bool,
    /// The name in front of its words in a transcript.
    pub(super) label: Option<Range<TokenIndex>>,
}

impl Marked {
    /// The first token behind the closing mark, or behind the content where nothing closes it.
    pub(super) fn after(&self) -> TokenIndex {
        self.close.map_or(self.content.end, |close| close + 1)
    }
}

/// All quotations between marks, in reading order. Those inside another are left out: they are its words.
pub(super) fn find(segments: &Segments<'_>) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut left_open: Option<(usize, Family)> = None;
    let blocks = blocks(segments);
    for (index, block) in blocks.iter().enumerate() {
        let opens_with = |block: &BlockTokens| is_mark(segments, block.tokens.start).then(|| reading::family(segments, block.tokens.start));
        let marks = read(segments, block);
        let before = found.len();
        let continued = left_open.take().filter(|(from, _)| from + 1 == block.index).map(|(_, family)| family);
        let next = blocks.get(index + 1).and_then(opens_with);
        let open = pair(segments, block, &marks, continued, next, &mut found);
        if let Some((opened, family)) = open.filter(|(_, family)| *family != Family::Single)
            && opened + 1 < block.tokens.end
        {
            found.push(block.marked(opened, opened + 1..block.tokens.end, None));
            left_open = Some((block.index, family));
        }
        if let Some(first) = found.get_mut(before).filter(|first| first.open == block.tokens.start)
            && continued.is_some()
        {
            first.continues = !is_mark(segments, first.open) || continued == opens_with(block);
        }
        let signs = matches!(segments.word(block.tokens.start), "—" | "–" | "―" | "-" | "~");
        if block.role == Role::BlockQuote && before == found.len() && block.tokens.len() > 1 && !signs {
            let continues = found.last().is_some_and(|last| last.set_apart && last.block + 1 == block.index);
            found.push(Marked { continues, set_apart: true, ..block.marked(block.tokens.start, block.tokens.clone(), None) });
        }
    }
    found
}

/// A mark, and what those behind it in the block say of it.
#[derive(Debug)]
struct Foreseen {
    mark: Mark,
    /// Of an opening single mark: the index of the one that closes it.
    partner: Option<usize>,
    /// Marks of its family and style behind it that open, and that close.
    opens_later: usize,
    closes_later: usize,
}

/// The marks of a block.
fn read(segments: &Segments<'_>, block: &BlockTokens) -> Vec<Foreseen> {
    let tokens = block.tokens.clone();
    let read = tokens.clone().filter(|&at| is_mark(segments, at)).filter_map(|at| reading::read(segments, at, &tokens));
    let mut marks: Vec<Foreseen> = read.map(|mark| Foreseen { mark, partner: None, opens_later: 0, closes_later: 0 }).collect();
    let (mut opens, mut closes) = ([0; 12], [0; 12]);
    let mut singles = Singles::default();
    for index in (0..marks.len()).rev() {
        let mark = marks[index].mark;
        let kind = mark.family as usize * 3 + mark.style as usize;
        marks[index].opens_later = opens[kind];
        marks[index].closes_later = closes[kind];
        opens[kind] += usize::from(mark.act == Act::Opens);
        closes[kind] += usize::from(mark.act != Act::Opens);
        marks[index].partner = singles.before(segments, index, &mark);
    }
    marks
}

/// The closing single marks behind the one looked at, as the marks of a block are gone through from the last to the first.
#[derive(Debug, Default)]
struct Singles {
    /// The nearest that punctuation shows to close a quotation, and the nearest that may be an apostrophe: its index, its token
    /// and how many double marks stand behind it.
    shown: Option<(usize, TokenIndex, usize)>,
    likely: Option<(usize, TokenIndex, usize)>,
    doubles: usize,
}

impl Singles {
    /// Takes in the mark at `index`; of an opening one, the index of the one that closes it.
    fn before(&mut self, segments: &Segments<'_>, index: usize, mark: &Mark) -> Option<usize> {
        if mark.family != Family::Single {
            self.doubles += 1;
            return None;
        }
        let at = mark.at;
        let here = Some((index, at, self.doubles));
        let stops = |token: TokenIndex| segments.tokens.get(token).is_some_and(|token| matches!(token.kind, Kind::Stop | Kind::Mark));
        let punctuated = |token: TokenIndex| stops(token) || matches!(segments.word(token), "," | ";" | ":" | "…");
        match mark.act {
            Act::Opens => {
                let (shown, likely) = (self.shown.take(), self.likely.take());
                // Not across an odd number of double marks: that would be inside somebody else's words.
                let even = |(_, _, doubles): &(usize, TokenIndex, usize)| (self.doubles - doubles).is_multiple_of(2);
                let near = |(_, close, _): &(usize, TokenIndex, usize)| {
                    close - at <= LONGEST_PHRASE && segments.sentence_of(at) == segments.sentence_of(*close)
                };
                let likely = likely.filter(even).filter(near);
                let shown = shown.filter(even);
                let first = [likely, shown].into_iter().flatten().min();
                first.map(|(partner, _, _)| partner)
            }
            _ if at > 0 && (punctuated(at - 1) || punctuated(at + 1) && segments.is_glued(at + 1) || at + 1 >= segments.tokens.len()) => {
                self.shown = here;
                self.likely = None;
                None
            }
            _ => {
                // The apostrophe of a plural ("the workers' union") where a later one closes that is none, or of minutes and feet.
                let is_plural = |at: TokenIndex| at > 0 && segments.word(at - 1).ends_with('s');
                let later = self.likely.or(self.shown).is_some_and(|(_, later, _)| !is_plural(later));
                let plural = is_plural(at) && later;
                let measure = at > 0 && segments.tokens[at - 1].kind == Kind::Number;
                if !plural && !measure {
                    self.likely = here;
                }
                None
            }
        }
    }
}

/// A quotation that is open while the marks of a block are gone through.
#[derive(Debug, Clone, Copy)]
struct Open {
    at: TokenIndex,
    family: Family,
    style: Style,
    /// Of a single mark: the index of the mark that closes it.
    partner: Option<usize>,
    /// The style of a quotation of the same family inside it.
    nested: Option<Style>,
}

/// Pairs the marks of a block and adds what stands between them to `found`; what stays open is returned. `continued` is the
/// family of a quotation that the block before left open, `next` that of the mark that opens the block behind.
fn pair(
    segments: &Segments<'_>,
    block: &BlockTokens,
    marks: &[Foreseen],
    mut continued: Option<Family>,
    next: Option<Family>,
    found: &mut Vec<Marked>,
) -> Option<(TokenIndex, Family)> {
    let mut open: Option<Open> = None;
    for (index, foreseen) in marks.iter().enumerate() {
        let Mark { at, family, style, act } = foreseen.mark;
        let Some(current) = open.as_mut() else {
            if act != Act::Closes || is_misplaced(segments, foreseen) {
                let closable = family != Family::Single || foreseen.partner.is_some();
                open = closable.then_some(Open { at, family, style, partner: foreseen.partner, nested: None });
                continued = None;
            } else if continued == Some(family) && at > block.tokens.start {
                // The block before left it open, and nothing opens it again here.
                found.push(block.marked(block.tokens.start, block.tokens.start..at, Some(at)));
                continued = None;
            }
            continue;
        };
        if family != current.family || family == Family::Single && current.partner != Some(index) {
            continue;
        }
        if act == Act::Opens {
            // With as many closing marks behind as both need, or another style, it stands inside; a quotation that goes on in
            // the next block needs none for itself.
            let goes_on = current.at == block.tokens.start && next == Some(family);
            let needed = foreseen.opens_later + 1 + usize::from(!goes_on);
            if style != current.style && foreseen.closes_later > 0 || foreseen.closes_later >= needed {
                current.nested = Some(style);
            } else if style == current.style && segments.tokens[at - 1].kind == Kind::Stop {
                // The first one was never closed.
                found.push(block.marked(current.at, current.at + 1..at, None));
                *current = Open { at, family, style, partner: None, nested: None };
            }
        } else if current.nested == Some(style) {
            current.nested = None;
        } else if !is_inch(segments, marks, index) {
            if at > current.at + 1 {
                found.push(block.marked(current.at, current.at + 1..at, Some(at)));
            }
            open = None;
        }
    }
    open.map(|open| (open.at, open.family))
}

/// Whether a mark that reads as closing opens what it is glued to the wrong side of: Ada said," The bridge is safe."
fn is_misplaced(segments: &Segments<'_>, foreseen: &Foreseen) -> bool {
    let at = foreseen.mark.at;
    foreseen.mark.family == Family::Double
        && foreseen.closes_later > foreseen.opens_later
        && at > 1
        && matches!(segments.word(at - 1), "," | ":")
        && segments.tokens[at - 2].kind == Kind::Word
        && segments.tokens.get(at + 1).is_some_and(|next| next.is_capitalised || segments.word(at + 1) == "[")
}

/// Whether a mark behind a number means inches or seconds: another one closes the quotation before any opens.
fn is_inch(segments: &Segments<'_>, marks: &[Foreseen], index: usize) -> bool {
    let Foreseen { mark: Mark { at, family, style, .. }, .. } = marks[index];
    let measures = style == Style::Straight && segments.is_glued(at) && segments.tokens[at - 1].kind == Kind::Number;
    measures && marks.get(index + 1).is_some_and(|next| next.mark.family == family && next.mark.act == Act::Closes)
}

fn is_mark(segments: &Segments<'_>, at: TokenIndex) -> bool {
    segments.tokens[at].kind == Kind::Mark
}

/// The tokens of a block that has any.
#[derive(Debug)]
pub(super) struct BlockTokens {
    pub(super) index: usize,
    pub(super) role: Role,
    pub(super) tokens: Range<TokenIndex>,
}

impl BlockTokens {
    fn marked(&self, open: TokenIndex, content: Range<TokenIndex>, close: Option<TokenIndex>) -> Marked {
        Marked { open, content, close, block: self.index, continues: false, set_apart: false, label: None }
    }
}

/// The tokens of each block that has any.
pub(super) fn blocks(segments: &Segments<'_>) -> Vec<BlockTokens> {
    let mut blocks: Vec<BlockTokens> = Vec::new();
    for sentence in &segments.sentences {
        match blocks.last_mut() {
            Some(block) if block.index == sentence.block => block.tokens.end = sentence.tokens.end,
            _ => blocks.push(BlockTokens { index: sentence.block, role: sentence.role, tokens: sentence.tokens.clone() }),
        }
    }
    blocks
}
