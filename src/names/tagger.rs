//! A sequence tagger for names.

pub mod evidence;
pub mod features;
pub mod tags;
pub mod view;
