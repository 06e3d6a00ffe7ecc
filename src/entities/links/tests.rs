//! Which item each name is in small texts, and which names are left without one.

#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use crate::{Annotator, Document, Options};

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::embedded().unwrap());

/// The item of the entity one of whose mentions is `name`; nothing where it has none, an error where it is not marked.
fn item(text: &str, name: &str) -> Result<Option<String>, String> {
    let document = Document::from_plain_text(text, None).unwrap();
    let annotations = ANNOTATOR.annotate(&document, &Options::default());
    let bears = |entity: &&crate::annotations::Entity| entity.mentions.iter().any(|mention| document.slice(mention.span) == name);
    let entity = annotations.entities.iter().find(bears).ok_or_else(|| format!("{name} is not marked in: {text}"))?;
    Ok(entity.wikidata.clone())
}

fn check(cases: &[(&str, &str, Option<&str>)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|&(text, name, expected)| match item(text, name) {
            Ok(found) if found.as_deref() == expected => None,
            Ok(found) => Some(format!("{name} is {found:?}, not {expected:?}, in: {text}")),
            Err(error) => Some(error),
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn a_person_is_known_by_the_full_name_and_nothing_against_it() {
    check(&[
        ("Angela Merkel opened the bridge on Monday.", "Angela Merkel", Some("Q567")),
        ("Barack Obama planted a tree in the park.", "Barack Obama", Some("Q76")),
        ("The prize went to President Barack Obama. Later Obama left the hall.", "Obama", Some("Q76")),
        ("Emmanuel Macron told reporters that the tunnel would close.", "Emmanuel Macron", Some("Q3052772")),
        ("Recep Tayyip Erdogan visited the harbour.", "Recep Tayyip Erdogan", Some("Q39259")),
        ("British Prime Minister Tony Blair visited the harbour.", "Tony Blair", Some("Q9545")),
        ("Actor Tom Cruise opened the cinema.", "Tom Cruise", Some("Q37079")),
        ("Former US Secretary of State John Kerry planted the tree.", "John Kerry", Some("Q22316")),
        // Bill and William are one name, and the article tells whose it is.
        ("Former US president Bill Clinton signed the book.", "Bill Clinton", Some("Q1124")),
        // A surname alone never says who somebody is.
        ("Merkel opened the bridge. Then Merkel left.", "Merkel", None),
        ("Mr Cameron sold the farm to his neighbour.", "Cameron", None),
        ("Mrs Clinton runs the bakery in our street.", "Clinton", None),
        // Another calling: another person.
        ("Michael Jordan, a professor of statistics, gave the lecture.", "Michael Jordan", None),
        ("Professor David Cameron presented the results of the study.", "David Cameron", None),
        ("Farmer Tony Blair lost forty sheep in the flood.", "Tony Blair", None),
        ("The goalkeeper, Boris Johnson, let in five.", "Boris Johnson", None),
        ("A student, Michael Jackson, found the wallet near the school.", "Michael Jackson", None),
        ("The midfielder, Gordon Brown, scored twice on Saturday.", "Gordon Brown", None),
        // Many are called so, and nothing tells whether it is the one.
        ("Neighbours said that Mike Johnson kept bees.", "Mike Johnson", None),
        ("Police named the cyclist as John Smith.", "John Smith", None),
        // A first or last name that is something else too.
        ("Paris Hilton signed books for an hour.", "Paris Hilton", Some("Q47899")),
        ("Jordan Pickford signed books for an hour.", "Jordan Pickford", None),
        ("Chelsea Falk signed books for an hour.", "Chelsea Falk", None),
    ]);
}

#[test]
fn a_place_is_where_the_article_is() {
    check(&[
        ("The plane landed in Nairobi on Monday.", "Nairobi", Some("Q3870")),
        ("Officials in Tbilisi said that Georgia would join. Georgian farmers cheered.", "Georgia", Some("Q230")),
        ("Georgia and Armenia opened the border near the mountain pass.", "Georgia", Some("Q230")),
        ("Voters in Florida, Alabama and Georgia go to the polls in the United States.", "Georgia", Some("Q1428")),
        ("A storm hit Georgia, United States, on Friday.", "Georgia", Some("Q1428")),
        ("He studied in Cambridge, Massachusetts, and stayed there.", "Cambridge", Some("Q49111")),
        // The state is meant that bears the name of a better known city.
        ("The fire broke out in Spokane, Washington, on Monday.", "Washington", Some("Q1223")),
        ("The fire broke out in Buffalo, New York, on Monday.", "New York", Some("Q1384")),
        ("The fire broke out in Brixton, London, on Monday.", "London", Some("Q84")),
        ("He studied in Cambridge, England, and stayed there.", "Cambridge", Some("Q350")),
        ("The river flooded Hyderabad, Pakistan, on Monday.", "Hyderabad", Some("Q1640079")),
        ("Indian police closed the market in Hyderabad. India has many markets.", "Hyderabad", Some("Q1361")),
        ("Spanish police closed the port of Valencia. Spain is investigating.", "Valencia", Some("Q8818")),
        ("Venezuelan troops entered Valencia. Venezuela called it an exercise, and Caracas was calm.", "Valencia", Some("Q54880")),
        ("The trains to Birmingham, Alabama, were late.", "Birmingham", Some("Q79867")),
        ("British trains to Birmingham were late, and London was cut off.", "Birmingham", Some("Q2256")),
        ("Libyan rebels reached Tripoli. Libya is at war.", "Tripoli", Some("Q3579")),
        ("Lebanese soldiers patrol Tripoli and Beirut. Lebanon is calm, and Lebanon will vote.", "Tripoli", Some("Q168954")),
        ("The museum of Portland, Maine, is closed.", "Portland", Some("Q49201")),
        ("The museum of Paris, Kentucky, is closed.", "Paris", Some("Q3181341")),
        ("The museum in Paris is closed.", "Paris", Some("Q90")),
        ("London's mayor spoke in the rain.", "London", Some("Q84")),
        ("Ministers in London, Ontario, and Toronto met. Canada paid.", "London", Some("Q92561")),
        ("Travellers walk to Mecca in the heat. Muslims pray there.", "Mecca", Some("Q5806")),
        ("Trams of Chicago were late.", "Chicago", Some("Q1297")),
        ("The voters of the Lombardy region spoke. Italy listened, and Italians cheered.", "Lombardy", Some("Q1210")),
        ("Hunters left Tasmania. In Tasmania the forests burn, and Tasmania is dry.", "Tasmania", Some("Q34366")),
        // A capital stays a thing of its own, also where it stands for its government.
        ("Moscow vowed to answer. Russia recalled its envoy.", "Moscow", Some("Q649")),
        ("Washington and Moscow exchanged notes.", "Washington", Some("Q61")),
        ("WASHINGTON - The senators went home.", "WASHINGTON", Some("Q61")),
        ("The US and the U.S. and the United States met.", "U.S.", Some("Q30")),
        // What bears the town's name is not the town.
        ("The Governor of Washington opened the fair in Seattle.", "Washington", Some("Q1223")),
        ("The coach named his squad: the team lost 1-2 to Malawi in the qualifying match, a dull football evening.", "Malawi", None),
        ("Saudi workers build a port in Tabuk province. Saudi Arabia pays.", "Tabuk", None),
        ("The striker scored as Sweden beat Panama, and the goalkeeper saved a penalty.", "Sweden", None),
        ("The striker was born in Sweden, and the goalkeeper saved a penalty.", "Sweden", Some("Q34")),
        // Nobody knows where this is.
        ("The bakery in Veldhagen burned down.", "Veldhagen", None),
    ]);
}

#[test]
fn an_organisation_needs_a_witness_where_its_name_is_everybodys() {
    check(&[
        ("The United Nations sent trucks. The UN paid.", "UN", Some("Q1065")),
        ("The European Union agreed on fish quotas.", "European Union", Some("Q458")),
        ("Human Rights Watch published the figures.", "Human Rights Watch", Some("Q187052")),
        ("The International Monetary Fund (IMF) lent the money.", "IMF", Some("Q7804")),
        ("Toyota sold more cars than before.", "Toyota", Some("Q53268")),
        ("Facebook closed the account.", "Facebook", Some("Q355")),
        ("Researchers at Stanford University counted the bees.", "Stanford University", Some("Q41506")),
        ("In the United States lawyers said the Supreme Court had heard the case. US lawyers cheered.", "Supreme Court", Some("Q11201")),
        ("In India the Supreme Court heard the case. Indian lawyers cheered.", "Supreme Court", Some("Q213380")),
        ("In Veldland the Supreme Court heard the case.", "Supreme Court", None),
        ("In Kenya the Supreme Court heard the case. Kenyan lawyers cheered.", "Supreme Court", None),
        ("In Britain the Labour Party lost two seats. British voters shrugged.", "Labour Party", Some("Q9630")),
        ("In Malta the Labour Party lost two seats. Maltese voters shrugged.", "Labour Party", Some("Q684886")),
        // Another country's party is another party.
        ("In Hong Kong the Democratic Party lost two seats. Hong Kong voted, and the US watched.", "Democratic Party", Some("Q21892")),
        ("Officials of the White House met reporters in Washington.", "White House", Some("Q35525")),
        ("He left the party. Now he is in Congress, Zameer told reporters in Bengaluru.", "Congress", None),
        // Acronyms that the article spells out are what it spells out.
        ("The Northern Dairy Association (NDA) met. The NDA elected a board.", "NDA", None),
        ("The Central Institute of Apiculture (CIA) met. The CIA elected a board.", "CIA", None),
        ("The Harbour Workers Union met in the hall.", "Harbour Workers Union", None),
    ]);
}

#[test]
fn a_team_is_the_club_and_not_the_town() {
    check(&[
        (
            "The striker scored twice as Manchester United won the league fixture, and the midfielder and goalkeeper were praised.",
            "Manchester United",
            Some("Q18656"),
        ),
        ("Leicester City won the match, said the striker and the goalkeeper.", "Leicester City", Some("Q19481")),
    ]);
}

#[test]
fn a_people_belongs_to_its_country_and_has_its_item() {
    check(&[
        ("Russian engineers repaired the pump.", "Russian", Some("Q49542")),
        ("Kurdish fighters left the town.", "Kurdish", Some("Q12223")),
        ("Muslims prayed in the square.", "Muslims", Some("Q47740")),
        // A language is not a people.
        ("She speaks English, German and French.", "French", None),
        ("The form must be filled in in Italian.", "Italian", None),
    ]);
}

#[test]
fn what_is_linked_brings_its_name_description_and_place() {
    let document = Document::from_plain_text("The U.S. sent engineers to Nairobi.", None).unwrap();
    let annotations = ANNOTATOR.annotate(&document, &Options::default());
    let [country, town] = annotations.entities.as_slice() else { unreachable!("two names") };
    assert_eq!((country.name.as_str(), town.name.as_str()), ("United States", "Nairobi"));
    assert!(town.description.as_deref().unwrap().contains("Kenya"));
    let at = town.coordinates.unwrap();
    assert!((-200..0).contains(&at.latitude) && (3600..3800).contains(&at.longitude), "{at:?}");
    assert!(country.coordinates.is_some_and(|at| (2500..5000).contains(&at.latitude)));
    assert_eq!(town.of, None, "only a group belongs to something");
}

#[test]
fn names_that_turn_out_to_be_one_item_are_one_entity() {
    let text = "The European Union met. The EU agreed, and the E.U. paid.";
    let document = Document::from_plain_text(text, None).unwrap();
    let annotations = ANNOTATOR.annotate(&document, &Options::default());
    assert_eq!(annotations.entities.iter().map(|entity| entity.mentions.len()).collect::<Vec<_>>(), [3]);
}
