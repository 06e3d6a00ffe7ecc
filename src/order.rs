//! Sorting by a number or by a text, each in one way for the whole core.
//!
//! The standard library's sorts are made anew for every type and key that they are called with, at some four kilobytes a piece
//! in what a page loads. Here all of them sort the keys with their places, and then move the items to where they belong.
//! It never compares anything but these keys, and equal ones keep their order. Cost: n log n comparisons, and 24 bytes an item.

/// Sorts `items` by a number of each.
pub(crate) fn by_number<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let mut keys: Vec<(u64, usize)> = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push((key(item), keys.len()));
    }
    settle(items, places(keys));
}

/// Sorts `items` by a text of each, in the order of its bytes.
pub(crate) fn by_text<'k, T>(items: &mut [T], key: impl Fn(&T) -> &'k str) {
    let mut keys: Vec<(&str, usize)> = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push((key(item), keys.len()));
    }
    settle(items, places(keys));
}

/// The number that sorts by `first`, and by `then` where that is equal. `!first` sorts the greatest to the front.
pub(crate) const fn pair(first: u32, then: u32) -> u64 {
    (first as u64) << 32 | then as u64
}

/// Where each item belongs, by its key and where it stands.
fn places<K: Ord>(mut keys: Vec<(K, usize)>) -> Vec<usize> {
    keys.sort_unstable();
    let mut places = vec![0; keys.len()];
    for (place, (_, from)) in keys.into_iter().enumerate() {
        places[from] = place;
    }
    places
}

/// Moves every item to its place.
fn settle<T>(items: &mut [T], mut places: Vec<usize>) {
    for at in 0..items.len() {
        // Each exchange brings one item to its place for good.
        while places[at] != at {
            let place = places[at];
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut items: Vec<(u32, usize)> = (0..1000).map(|at| ((at as u32 * 7919) % 13, at)).collect();
        let mut expected = items.clone();
        expected.sort_by_key(|&(key, _)| key);
        by_number(&mut items, |&(key, _)| u64::from(key));
        assert_eq!(items, expected);
    }

    #[test]
    fn texts_are_in_the_order_of_their_bytes() {
        let mut items = vec![("b", 0), ("é", 1), ("a", 2), ("", 3), ("b", 4), ("ab", 5)];
        by_text(&mut items, |(text, _)| text);
        assert_eq!(items, [("", 3), ("a", 2), ("ab", 5), ("b", 0), ("b", 4), ("é", 1)]);
    }

    #[test]
    fn a_pair_sorts_by_its_first_part_and_then_by_its_second() {
        let mut items = vec![(2, 1), (1, u32::MAX), (u32::MAX, 0), (1, 0)];
        by_number(&mut items, |&(first, then)| pair(first, then));
        assert_eq!(items, [(1, 0), (1, u32::MAX), (2, 1), (u32::MAX, 0)]);
        by_number(&mut items, |&(first, then)| pair(!first, then));
        assert_eq!(items, [(u32::MAX, 0), (2, 1), (1, 0), (1, u32::MAX)]);
    }
}
