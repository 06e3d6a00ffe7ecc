//! Things in small texts.
