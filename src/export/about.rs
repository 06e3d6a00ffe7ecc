//! What a caller knows of an article that its text does not tell.

use thiserror::Error;

use super::Labels;
use crate::document::parse_date;
use crate::lexicon::own::is_web_address;

/// What is known of an article beside its text.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The caller's name for the article.
    pub id: Option<String>,
    /// The words of a summary.
    pub labels: Labels,
    url: Option<String>,
    created: Option<String>,
}

/// What cannot be said of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AboutError {
    /// Not an absolute address of the web.
    #[error("{}", self.advice())]
    Address,
    /// Not a moment in UTC.
    #[error("{}", self.advice())]
    Time,
}

impl AboutError {
    /// What to give instead.
    pub const fn advice(self) -> &'static str {
        match self {
            AboutError::Address => "give a web address in full, beginning with https:// or http://",
            AboutError::Time => "give a time in UTC as 2016-08-27T09:30:00Z",
        }
    }
}

impl About {
    /// Says the address of the page that the article stands on.
    ///
    /// # Errors
    /// [`AboutError::Address`] where it is none of the web; then nothing is said.
    pub fn set_url(&mut self, url: &str) -> Result<(), AboutError> {
        if !is_web_address(url) {
            return Err(AboutError::Address);
        }
        self.url = Some(url.to_owned());
        Ok(())
    }

    /// Says when the annotations were made: nothing here reads a clock.
    ///
    /// # Errors
    /// [`AboutError::Time`] where it is not written as the Web Annotation Data Model wants it, 2016-08-27T09:30:00Z, with
    /// thousandths of a second or without; then nothing is said.
    pub fn set_created(&mut self, created: &str) -> Result<(), AboutError> {
        if !is_moment(created) {
            return Err(AboutError::Time);
        }
        self.created = Some(created.to_owned());
        Ok(())
    }

    /// The address of the page, if it is known.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    pub(super) fn created(&self) -> Option<&str> {
        self.created.as_deref()
    }
}

/// Whether `text` is an `xsd:dateTime` in UTC, written with "Z". Leap seconds are none of its.
fn is_moment(text: &str) -> bool {
    /// The greatest digit at each place; other marks stand for themselves.
    const LATEST: [&str; 2] = ["9999-19-39T29:59:59Z", "9999-19-39T29:59:59.999Z"];
    let fits = |(latest, byte): (u8, u8)| if latest.is_ascii_digit() { (b'0'..=latest).contains(&byte) } else { byte == latest };
    LATEST.iter().any(|latest| latest.len() == text.len() && latest.bytes().zip(text.bytes()).all(fits))
        && text.get(11..13).is_some_and(|hour| hour < "24")
        && parse_date(text).is_ok()
}
