//! A sequence tagger for names.

pub mod evidence;
pub mod features;
pub mod hints;
pub mod slots;
pub mod tags;
pub mod view;
