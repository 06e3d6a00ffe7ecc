//! Which lists are taken, and what is said of the others.

#![allow(clippy::unwrap_used)]

use super::*;

/// What is wrong with a list, line by line.
fn said(list: &str) -> String {
    OwnList::parse(list).map_or_else(|error| error.to_string(), |list| format!("{} entries", list.len()))
}

#[test]
fn json_and_csv_say_the_same() {
    let json = r#"[
        {"name": "Ola  Tveit", "type": "person", "aliases": ["O. Tveit", "The Fox"], "url": "https://paper.example/a?b=\"",
         "description": "says \"no\",\nand often"},
        {"name": "Route 7", "type": "misc", "pattern": "(Route|Road) 7", "ignoreCase": true, "wikidata": "Q57"},
        {"name": "Iris", "leave": true, "prefer": false, "description": null}
    ]"#
    .replace(r#"?b=\""#, "?b=c");
    let csv = "name,type,aliases,url,description,pattern,ignoreCase,wikidata,leave\r\n\
               Ola  Tveit,person,O. Tveit|The Fox,https://paper.example/a?b=c,\"says \"\"no\"\",\nand often\",,,,\r\n\
               \r\n\
               Route 7,misc,,,,(Route|Road) 7,true,Q57,\r\n\
               Iris,,,,,,,,true";
    let (json, csv) = (OwnList::parse(&json).unwrap(), OwnList::parse(csv).unwrap());
    assert_eq!(json.entries, csv.entries);
    assert_eq!(json.entries[0].name, "Ola Tveit");
    assert_eq!(json.entries[0].description.as_deref(), Some("says \"no\", and often"));
    assert_eq!(json.entries[1].wikidata.as_deref(), Some("Q57"));
    assert!(json.entries[2].leave && json.entries[2].kind.is_none());
}

#[test]
fn other_forms_of_a_list_are_taken() {
    for (list, entries) in [
        ("[]", 0),
        ("{\"entries\": []}", 0),
        ("\u{feff}[{\"name\": \"Velda\", \"type\": \"place\"}]", 1),
        ("\n  {\"entries\": [{\"name\": \"Velda\", \"type\": \"place\"}]}", 1),
        ("name,type\n", 0),
        ("\u{feff}type,name\nplace,Velda\n\n", 1),
        ("name,type\nVelda,place\r", 1),
        ("\"name\",\"type\"\n\"Velda, Upper\",\"place\"", 1),
        // One thing may say its name twice.
        ("[{\"name\": \"Velda\", \"type\": \"place\", \"aliases\": [\"Velda\", \"The Velda\"]}]", 1),
        // Capitals tell these two apart.
        ("[{\"name\": \"Iris\", \"type\": \"misc\"}, {\"name\": \"iris\", \"type\": \"misc\"}]", 2),
    ] {
        assert_eq!(said(list), format!("{entries} entries"), "{list}");
    }
}

#[test]
fn escapes_in_json_are_what_json_says() {
    let text = "a\"\\/\u{8}\u{c}\n\r\t\u{1} ė💛z";
    let list = serde_json::json!([{"name": "Velda", "type": "place", "description": format!("{text}.")}]).to_string();
    let escaped = list.replace('ė', "\\u0117").replace('💛', "\\uD83D\\udc9b").replace('z', "\\u007A");
    for list in [list, escaped] {
        let read = OwnList::parse(&list).unwrap();
        assert_eq!(read.entries[0].description.as_deref(), Some("a\"\\/\u{8} \u{1} ė💛z."), "{list}");
    }
}

#[test]
fn what_is_wrong_is_said_with_line_and_field() {
    for (list, problem) in [
        ("", "line 1: the list is empty: give JSON, or CSV with a line of field names"),
        ("[{\"name\": \"Velda\"", "line 1, entry 1: the list ends where there should be } or a comma behind a field"),
        (
            "[\n{\"name\": \"Velda\", \"type\": \"place\"},\n]",
            "line 3, entry 2: \"]\" stands where there should be { before an entry, which is written as {\"name\": …}",
        ),
        ("[{\"name\": \"Velda\", \"type\": \"place\"}\n{}]", "line 2: \"{}]\" stands where there should be ] or a comma behind an entry"),
        (
            "[\"Velda\"]",
            "line 1, entry 1: \"\"Velda\"]\" stands where there should be { before an entry, which is written as {\"name\": …}",
        ),
        ("[] x", "line 1: \"x\" stands where there should be the end of the list"),
        (
            "[{\"name\": {}}]",
            "line 1, entry 1: \"{}}]\" stands where there should be text in quotation marks, a list of texts, true or false",
        ),
        (
            "[{\"name\": \"Vel\nda\"}]",
            "line 1, entry 1: the text \"Vel\" has no closing quotation mark on its line: close it, and write a new line inside as \\n",
        ),
        (
            "[{\"name\": \"Vel\\da\"}]",
            "line 1, entry 1: the text \"Vel\" goes on with a \\ that escapes nothing: write \\\\ for one that is meant",
        ),
        (
            "[{\"name\": \"\\ud800\", \"type\": \"place\"}]",
            "line 1, entry 1: the text \"\" goes on with a \\ that escapes nothing: write \\\\ for one that is meant",
        ),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\", \"aliases\": [7]}]",
            "line 1, entry 1: \"7]}]\" stands where there should be \" before a text",
        ),
        ("{\"names\": []}", "line 1, \"names\": a list is an array of entries, or an object with \"entries\" and nothing else"),
        ("{\"entries\": 3}", "line 1: \"3}\" stands where there should be [ before the entries"),
        ("{}", "line 1: \"}\" stands where there should be \" before a text"),
        ("[\n{\"type\": \"place\"}]", "line 2, entry 1, \"name\": it is missing: every entry needs one"),
        ("[{\"name\": \" \", \"type\": \"place\"}]", "line 1, entry 1, \"name\": it is empty: fill it in or take it out"),
        ("[{\"name\": 7, \"type\": \"place\"}]", "line 1, entry 1, \"name\": this is the number 7: give text in quotation marks"),
        (
            "[{\"name\": \"?!\", \"type\": \"place\"}]",
            "line 1, entry 1, \"name\": it, \"?!\", has no letter and no digit: nothing is called so",
        ),
        (
            "[{\"name\": \"Velda\"}]",
            "line 1, entry 1, \"type\": it is missing: give one of person, organization, place, group, event, misc",
        ),
        (
            "[{\"name\": \"Velda\",\n\"type\": \"company\"}]",
            "line 2, entry 1, \"type\": \"company\" is no type: give one of person, organization, place, group, event, misc",
        ),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\",\n\n\"aliases\": [\"Upper Velda\", \"\"]}]",
            "line 3, entry 1, \"aliases\": number 2 is empty: fill it in or take it out",
        ),
        ("name,type,aliases\nVelda,place,Upper Velda|", "line 2, \"aliases\": number 2 is empty: fill it in or take it out"),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\", \"aliases\": \"Upper Velda\"}]",
            "line 1, entry 1, \"aliases\": give a list of names in square brackets, each in quotation marks",
        ),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\", \"link\": \"x\"}]",
            "line 1, entry 1, \"link\": there is no such field: the fields are name, type, aliases, pattern, url, description, wikidata, ignoreCase, prefer, leave",
        ),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\", \"name\": \"Vilda\"}]",
            "line 1, entry 1, \"name\": the field is given twice: take one out",
        ),
        (
            "name;type\nVelda;place",
            "line 1, \"name;type\": there is no such field: the fields are name, type, aliases, pattern, url, description, wikidata, ignoreCase, prefer, leave; fields are apart by commas",
        ),
        ("name,type,name\n", "line 1, \"name\": the field is named twice: take one column out"),
        ("type\nplace", "line 1, \"name\": there is no such column: every entry needs a name"),
        (
            "name,type\nVelda,place,1\n",
            "line 2: there are 3 fields, and 2 in the first line: see whether a comma is missing, or stands in a field without quotation marks",
        ),
        (
            "name,type\nVelda,place\n\"Vilda,place\nHolm,place\n",
            "line 3: a quotation mark opens here and never closes: close it, or write it twice if it is part of a field",
        ),
        (
            "name,type\n\"Velda\" x,place",
            "line 2: the field \"Velda\" goes on behind its closing quotation mark: write a mark inside a field twice",
        ),
        (
            "name,type\nVelda \"V\",place",
            "line 2: the field \"Velda \"V\"\" has a quotation mark inside: put the whole field in quotation marks, and write the one inside twice",
        ),
        ("name,type,leave\nVelda,place,yes", "line 2, \"leave\": this is \"yes\": give true or false, without quotation marks"),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\", \"leave\": \"true\"}]",
            "line 1, entry 1, \"leave\": this is \"true\": give true or false, without quotation marks",
        ),
        (
            "name,type\nVelda,place\nHolm,place\nThe Velda,place",
            "line 4, \"name\": \"The Velda\" is a name of the entry at line 2 too: join the two, or take it out of one",
        ),
        (
            "name,type,aliases\nVelda,place,\nHolm,place,Velda",
            "line 3, \"aliases\": \"Velda\" is a name of the entry at line 2 too: join the two, or take it out of one",
        ),
        (
            "name,ignoreCase,type\nVelda,true,place\nVELDA,true,place",
            "line 3, \"name\": \"VELDA\" is a name of the entry at line 2 too: join the two, or take it out of one",
        ),
        ("name,type,wikidata\nVelda,place,567", "line 2, \"wikidata\": \"567\" is no item of Wikidata: write it as Q567"),
        ("name,type,wikidata\nVelda,place,Q0", "line 2, \"wikidata\": \"Q0\" is no item of Wikidata: write it as Q567"),
        (
            "[{\"name\": \"Velda\", \"type\": \"place\", \"pattern\": \"\"}]",
            "line 1, entry 1, \"pattern\": it is empty: fill it in or take it out",
        ),
        (
            "name,type,pattern\nVelda,place,V*",
            "line 2, \"pattern\": it matches where nothing stands, and so everywhere: let it ask for at least one character",
        ),
        (
            "name,type,pattern\nVelda,place,(\\w{50}){50}",
            "line 2, \"pattern\": it takes more than 8192 bytes when it is compiled: shorten it, or lower its counts",
        ),
    ] {
        assert_eq!(said(list), problem, "{list}");
    }
}

#[test]
fn only_addresses_of_the_web_are_links() {
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " \u{1}javascript:alert(1)",
        "data:text/html,x",
        "//paper.example",
        "/tveit",
        "paper.example",
        "https://",
        "https:///x",
        "https:paper.example",
        "http://a b",
        "https://x\"onclick=",
        "https://x<b>",
        "ftp://x.example",
        "https://x\\y",
    ] {
        let list = serde_json::json!([{"name": "Velda", "type": "place", "url": url}]).to_string();
        assert!(said(&list).contains("is no web address: give one in full, which begins with https://"), "{url}: {}", said(&list));
    }
    for url in ["https://paper.example/tveit?a=1&b=2#c", "HTTP://paper.example", " https://127.0.0.1:8080/ ", "https://värld.example/å"] {
        let list = serde_json::json!([{"name": "Velda", "type": "place", "url": url}]).to_string();
        assert_eq!(said(&list), "1 entries", "{url}");
    }
}

#[test]
fn patterns_that_do_not_compile_are_refused() {
    // The first two are whole only by what might be put around them.
    for pattern in ["a)(b", "a)|(?:b", "(", "[", "a{2", "*", r"\q", "(?<=a)b", r"(a)\1", "(?x) a # b"] {
        let list = serde_json::json!([{"name": "Velda", "type": "place", "pattern": pattern}]).to_string();
        let said = said(&list);
        assert!(said.starts_with("line 1, entry 1, \"pattern\": it is no regular expression that can be used ("), "{pattern}: {said}");
    }
    let nested = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    assert!(
        said(&serde_json::json!([{"name": "Velda", "type": "place", "pattern": nested}]).to_string()).contains("no regular expression")
    );
    let entries: Vec<_> =
        (0..140).map(|number| serde_json::json!({"name": format!("Velda {number}"), "type": "place", "pattern": r"Velda \d"})).collect();
    let said = said(&serde_json::to_string(&entries).unwrap());
    assert_eq!(said.lines().count(), 11);
    assert!(said.starts_with("line 1, entry 97, \"pattern\": with it, the patterns of the list take more than 49152 bytes"), "{said}");
}

#[test]
fn the_first_problems_are_named_and_the_others_counted() {
    let list = format!("name,type\n{}", "Velda,hill\n".repeat(50));
    let said = said(&list);
    assert_eq!(said.lines().count(), 11);
    assert!(said.starts_with("line 2, \"type\": \"hill\" is no type"), "{said}");
    assert!(said.ends_with("\nand 89 more problems"), "{said}");
}

#[test]
fn lengths_are_bounded() {
    let name = "V".repeat(201);
    assert!(said(&format!("name,type\n{name},place")).contains("is longer than 200 bytes: shorten it"));
    assert_eq!(said(&format!("name,type\n{},place", &name[1..])), "1 entries");
    let description = "Velda ".repeat(200);
    assert!(said(&format!("name,type,description\nVelda,place,{description}")).contains("it has 1199 bytes, and a card holds 1000"));
    let list = format!("name,type\n{}", "\n".repeat(LONGEST_LIST));
    assert_eq!(said(&list), "line 1: the list has 33554442 bytes, and at most 33554432 can be read: take entries out");
}

#[test]
fn a_hundred_thousand_entries_are_read() {
    let csv: String = (0..100_000).map(|n| format!("Velda {n} Holding,organization,VH{n}|Velda{n},https://paper.example/{n}\n")).collect();
    let list = OwnList::parse(&format!("name,type,aliases,url\n{csv}")).unwrap();
    assert_eq!(list.len(), 100_000);
    let json: Vec<_> = (0..100_000).map(|n| serde_json::json!({"name": format!("Velda {n} Holding"), "type": "organization"})).collect();
    assert_eq!(OwnList::parse(&serde_json::to_string(&json).unwrap()).unwrap().len(), 100_000);
}
