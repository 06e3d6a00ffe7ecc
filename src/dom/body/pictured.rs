//! Which texts stand under pictures though no caption says so: by their length, and by standing alone with one.

use super::super::tags::Tag;
use super::super::tree::{Content, Node, NodeId, Tree};
use super::super::words;
use super::survey::{Survey, alone};

/// Bytes: what stands alone with a picture is no text under it if it is longer, or a sentence and longer than the second.
const LONGEST_CAPTION: (u32, u32) = (300, 150);

/// By node: whether it is a short block that stands alone with a picture.
pub(super) fn pictured(tree: &Tree, survey: &Survey) -> Vec<bool> {
    let is_pictured = |(id, node): (NodeId, &Node)| {
        let Content::Element(element) = &node.content else { return false };
        let held = survey.held(id);
        matches!(element.tag, Tag::Block | Tag::Paragraph)
            && held.text > 0
            && held.text <= LONGEST_CAPTION.0
            && held.links * 2 < held.text
            && {
                let top = alone(tree, survey, id);
                let is_inside = tree.element(top).is_some_and(|element| matches!(element.tag, Tag::Block | Tag::Figure));
                // A picture inside a paragraph is a part of it.
                is_inside
                    && top != 0
                    && top != id
                    && survey.of(top).pictures > survey.of(id).pictures
                    && (held.text <= LONGEST_CAPTION.1 || !words::ends_sentence(tree.text_of(id, usize::MAX).trim()))
            }
    };
    tree.nodes().map(is_pictured).collect()
}
