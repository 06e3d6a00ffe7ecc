//! Quotations in small texts.
