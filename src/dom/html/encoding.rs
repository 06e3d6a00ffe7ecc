//! Which characters a file's bytes stand for.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::ahead::Edit;

/// Bytes in which a page must say its encoding.
const SAID_WITHIN: usize = 1024;

/// The text of an HTML file, and how it was written.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    bytes: &'b [u8],
    /// Without a byte order mark.
    pub text: Cow<'b, str>,
    encoding: &'static Encoding,
}

/// The text of an HTML file, without a byte order mark: in the encoding that the mark or the page itself names, else in UTF-8,
/// or windows-1252 where the bytes are none. Cost: linear in the file; a file in UTF-8 is not copied.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return in_encoding(bytes.get(mark..).unwrap_or_default(), encoding);
    }
    match (said(bytes.get(..SAID_WITHIN).unwrap_or(bytes)), std::str::from_utf8(bytes)) {
        // Where it is UTF-8 it cannot but be: pages that say otherwise were saved anew.
        (Some(said), Ok(text)) if said.is_ascii_compatible() => Decoded { bytes, text: Cow::Borrowed(text), encoding: UTF_8 },
        (None, Ok(text)) => Decoded { bytes, text: Cow::Borrowed(text), encoding: UTF_8 },
        (Some(said), _) => in_encoding(bytes, said),
        // A few bad bytes in much good UTF-8 do not make another encoding of it.
        (None, Err(_)) if is_mostly_utf8(bytes) => in_encoding(bytes, UTF_8),
        (None, Err(_)) => in_encoding(bytes, WINDOWS_1252),
    }
}

fn in_encoding<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Decoded<'b> {
    Decoded { bytes, text: encoding.decode_without_bom_handling(bytes).0, encoding }
}

impl<'b> Decoded<'b> {
    /// The file with `edits` made, which are in order and do not overlap: what is not edited stays byte for byte what it was.
    /// Cost: linear in the file.
    ///
    /// # Errors
    /// The name of the encoding where a character of it may be several bytes, and not UTF-8: what stands where in the file is then
    /// not known.
    pub(crate) fn edited(&self, whole: &'b [u8], edits: &[Edit]) -> Result<Vec<u8>, &'static str> {
        let mark = whole.len() - self.bytes.len();
        // Each piece of the text, and of the file, that stands for the other.
        let mut pieces: Box<dyn Iterator<Item = (usize, usize)>> = if let Cow::Borrowed(text) = self.text {
            Box::new(std::iter::once((text.len(), text.len())))
        } else if self.encoding == UTF_8 {
            let replaced = |bad: &[u8]| if bad.is_empty() { 0 } else { char::REPLACEMENT_CHARACTER.len_utf8() };
            let chunks = self.bytes.utf8_chunks();
            Box::new(chunks.flat_map(move |chunk| {
                let (good, bad) = (chunk.valid().len(), chunk.invalid());
                [(good, good), (replaced(bad), bad.len())]
            }))
        } else if self.encoding.is_single_byte() {
            Box::new(self.text.chars().map(|character| (character.len_utf8(), 1)))
        } else {
            return Err(self.encoding.name());
        };
        // How much of the text, and of the file, has been passed, and how long the piece is whose middle that may be.
        let (mut text, mut file, mut piece) = (0, mark, (0, 0));
        let mut byte_at = |at: usize| {
            while text + piece.0 <= at
                && let Some(next) = pieces.next()
            {
                (text, file, piece) = (text + piece.0, file + piece.1, next);
            }
            file + (at - text).min(piece.1)
        };
        let mut edited = Vec::with_capacity(whole.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
        let mut from = 0;
        for Edit { place, text } in edits {
            let (start, end) = (byte_at(place.start), byte_at(place.end));
            edited.extend_from_slice(whole.get(from..start).unwrap_or_default());
            edited.extend_from_slice(text.as_bytes());
            from = end;
        }
        edited.extend_from_slice(whole.get(from..).unwrap_or_default());
        Ok(edited)
    }
}

/// The encoding that a `meta` element in `start` names.
fn said(start: &[u8]) -> Option<&'static Encoding> {
    let lower = start.to_ascii_lowercase();
    let mut tags = lower.split(|&byte| byte == b'<').filter(|tag| tag.starts_with(b"meta"));
    let label = tags.find_map(|tag| {
        let tag = tag.split(|&byte| byte == b'>').next()?;
        let at = tag.windows(7).position(|window| window == b"charset")?;
        let value = tag.get(at + 7..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
        value.split(|byte| matches!(byte, b'"' | b'\'' | b';' | b'/') || byte.is_ascii_whitespace()).next().map(<[u8]>::to_vec)
    })?;
    // A page that could be read so far is not in UTF-16, whatever it says.
    Encoding::for_label(&label).map(|encoding| if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

/// Whether a hundred times as many characters beyond ASCII are good UTF-8 as are not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad.saturating_mul(100)
}
