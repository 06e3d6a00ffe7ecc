//! The manual, made from what the arguments say of themselves: one page with all subcommands and their options.

use clap::Command;
use clap_mangen::Man;

/// The manual of `command`, as roff.
pub(super) fn page(mut command: Command) -> String {
    command.build();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    // Writing to memory does not fail.
    _ = man.render_title(&mut page);
    _ = man.render_name_section(&mut page);
    _ = man.render_synopsis_section(&mut page);
    _ = man.render_description_section(&mut page);
    _ = man.render_options_section(&mut page);
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        let name = format!("{} {}", command.get_name(), inner.get_name());
        page.extend_from_slice(format!(".SH \"{}\"\n", name.to_uppercase()).as_bytes());
        let man = Man::new(inner.clone());
        let mut part = Vec::new();
        _ = man.render_synopsis_section(&mut part);
        _ = man.render_description_section(&mut part);
        _ = man.render_options_section(&mut part);
        page.extend_from_slice(String::from_utf8_lossy(&part).replace(".SH ", ".SS ").as_bytes());
    }
    _ = man.render_extra_section(&mut page);
    _ = man.render_version_section(&mut page);
    String::from_utf8_lossy(&page).into_owned()
}
