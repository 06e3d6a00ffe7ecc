//! Which characters a file's bytes stand for.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Bytes in which a page must say its encoding.
const SAID_WITHIN: usize = 1024;

/// The text of an HTML file, without a byte order mark: in the encoding that the mark or the page itself names, else in UTF-8,
/// or windows-1252 where the bytes are none. Cost: linear in the file; a file in UTF-8 is not copied.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    match (said(bytes.get(..SAID_WITHIN).unwrap_or(bytes)), std::str::from_utf8(bytes)) {
        // Where it is UTF-8 it cannot but be: pages that say otherwise were saved anew.
        (Some(said), Ok(text)) if said.is_ascii_compatible() => Cow::Borrowed(text),
        (None, Ok(text)) => Cow::Borrowed(text),
        (Some(said), _) => said.decode_without_bom_handling(bytes).0,
        // A few bad bytes in much good UTF-8 do not make another encoding of it.
        (None, Err(_)) if is_mostly_utf8(bytes) => UTF_8.decode_without_bom_handling(bytes).0,
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
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
