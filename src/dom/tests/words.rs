//! Classes and ids are read word by word, however their writers join them.

use super::super::words::{Sign, ends_sentence, is_byline, sign};

#[test]
fn names_are_read_word_by_word() {
    for (names, expected) in [
        ("related-stories", Sign::Beside),
        ("article__relatedStories--wide", Sign::Beside),
        ("RelatedStories_x7Gq", Sign::Beside),
        ("div-gpt-ad-15", Sign::Beside),
        ("comment-list related", Sign::Foreign),
        ("disqus_thread", Sign::Foreign),
        ("story-standfirst", Sign::Standfirst),
        ("wp-caption-text", Sign::Caption),
        ("lead visually-hidden", Sign::Unseen),
        // Words that only begin so.
        ("adaptive headline shadow", Sign::None),
        ("commentary", Sign::None),
        ("sharepoint tagline metallic", Sign::None),
        ("", Sign::None),
    ] {
        assert_eq!(sign(names), expected, "{names}");
    }
}

#[test]
fn a_byline_is_no_sentence() {
    assert!(is_byline("By Jane Roe, Geneva"));
    assert!(is_byline("BY JANE ROE"));
    assert!(!is_byline("By noon the square was full."));
    assert!(!is_byline("Bystanders and Jane Roe"));
    assert!(!is_byline(""));
}

#[test]
fn a_sentence_ends_behind_its_closing_marks_too() {
    assert!(ends_sentence("They said “no.”"));
    assert!(ends_sentence("(They said so!)"));
    assert!(!ends_sentence("More on this"));
    assert!(!ends_sentence(""));
}
