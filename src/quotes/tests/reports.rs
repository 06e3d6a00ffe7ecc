//! Speech that is reported without marks, or with marks around a part of it, construction by construction.

use super::{check_all, check_unsure};

#[test]
fn a_clause_follows_the_cue() {
    check_all(&[
        ("Falk acknowledged that the bridge was old.", &[("indirect", "the bridge was old", "Falk", "acknowledged")]),
        ("Falk insisted the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "insisted")]),
        ("The council has long maintained that tolls must rise.", &[("indirect", "tolls must rise", "The council", "maintained")]),
        ("Falk also said Tuesday that the ferry would stop.", &[("indirect", "the ferry would stop", "Falk", "said")]),
        ("Falk said in a statement on Friday that the ferry would stop.", &[("indirect", "the ferry would stop", "Falk", "said")]),
        (
            "Falk said on Radio Nord, where she hosts a show, that the ferry would stop.",
            &[("indirect", "the ferry would stop", "Falk", "said")],
        ),
        ("Falk said repeatedly that nobody had asked her.", &[("indirect", "nobody had asked her", "Falk", "said")]),
        ("Falk has said she'll repair the bridge.", &[("indirect", "she'll repair the bridge", "Falk", "said")]),
        ("Tveit reckoned nothing, but Falk noted there were still cracks.", &[("indirect", "there were still cracks", "Falk", "noted")]),
        ("Critics say they want a new bridge.", &[("indirect", "they want a new bridge", "Critics", "say")]),
        ("The report's authors say the steel is brittle.", &[("indirect", "the steel is brittle", "The report's authors", "say")]),
        ("Falk said down-river towns would suffer.", &[("indirect", "down-river towns would suffer", "Falk", "said")]),
        ("Tveit complained that nobody had called him back.", &[("indirect", "nobody had called him back", "Tveit", "complained")]),
        ("Falk conceded the ferry had been late.", &[("indirect", "the ferry had been late", "Falk", "conceded")]),
    ]);
}

#[test]
fn the_subject_is_found_across_what_hangs_on_it() {
    check_all(&[
        (
            "Ola Tveit, the head of the growers' union, said the harvest was lost.",
            &[("indirect", "the harvest was lost", "Ola Tveit, the head of the growers' union", "said")],
        ),
        (
            "Ola Tveit, a Bergen, Norway, farmer hoping to keep his land, said the harvest was lost.",
            &[("indirect", "the harvest was lost", "Ola Tveit, a Bergen, Norway, farmer hoping to keep his land", "said")],
        ),
        (
            "Drivers who waited at the gate on Monday said the tunnel was dark.",
            &[("indirect", "the tunnel was dark", "Drivers who waited at the gate", "said")],
        ),
        (
            "The man who built the first bridge said the second would last.",
            &[("indirect", "the second would last", "The man who built the first bridge", "said")],
        ),
        (
            "Falk, who has run the town since 2011, said she was tired.",
            &[("indirect", "she was tired", "Falk, who has run the town since 2011", "said")],
        ),
        (
            "Some of the drivers who crossed said the tunnel was dark.",
            &[("indirect", "the tunnel was dark", "Some of the drivers who crossed", "said")],
        ),
        (
            "31 percent of all who answered said they would pay.",
            &[("indirect", "they would pay", "31 percent of all who answered", "said")],
        ),
        ("One in five say that they won't pay.", &[("indirect", "they won't pay", "One in five", "say")]),
        ("About half of the drivers said they would pay.", &[("indirect", "they would pay", "About half of the drivers", "said")]),
        ("Nearly half said they would pay.", &[("indirect", "they would pay", "Nearly half", "said")]),
        ("Those surveyed said the toll was fair.", &[("indirect", "the toll was fair", "Those surveyed", "said")]),
        ("In Bergen the mayor said the toll was fair.", &[("indirect", "the toll was fair", "the mayor", "said")]),
        ("After talks in Oslo, Falk said a deal was near.", &[("indirect", "a deal was near", "Falk", "said")]),
        ("Falk's spokesman said the toll was fair.", &[("indirect", "the toll was fair", "Falk's spokesman", "said")]),
        (
            "Both the mayor and the union said the toll was fair.",
            &[("indirect", "the toll was fair", "Both the mayor and the union", "said")],
        ),
        ("Falk, in an interview on Monday, said the toll was fair.", &[("indirect", "the toll was fair", "Falk", "said")]),
        (
            "Falk, 48, of the Harbour Party, said the toll was fair.",
            &[("indirect", "the toll was fair", "Falk, 48, of the Harbour Party", "said")],
        ),
    ]);
}

#[test]
fn the_content_ends_where_the_narrator_goes_on() {
    check_all(&[
        ("Falk said she will sign the plan, but she has not read it.", &[("indirect", "she will sign the plan", "Falk", "said")]),
        (
            "Falk said the toll was fair and warned that it might rise.",
            &[("indirect", "the toll was fair", "Falk", "said"), ("indirect", "it might rise", "Falk", "warned")],
        ),
        ("Falk said she would resign and left the room.", &[("indirect", "she would resign", "Falk", "said")]),
        ("Falk said she was tired but declined to say more.", &[("indirect", "she was tired", "Falk", "said")]),
        ("While Falk said the toll was fair, drivers stayed away.", &[("indirect", "the toll was fair", "Falk", "said")]),
        ("Falk, who said the toll was fair, left early.", &[("indirect", "the toll was fair", "who", "said")]),
        (
            "Experts said the steel was old, but both Falk and Tveit said it would hold.",
            &[("indirect", "the steel was old", "Experts", "said"), ("indirect", "it would hold", "both Falk and Tveit", "said")],
        ),
        (
            "Falk said the toll was fair, calling it modest.",
            &[("indirect", "the toll was fair", "Falk", "said"), ("indirect", "it modest", "Falk", "calling")],
        ),
        (
            "Falk said the steel, which was made in 1911, would hold.",
            &[("indirect", "the steel, which was made in 1911, would hold", "Falk", "said")],
        ),
        (
            "Falk said that the steel would hold and that the paint would not.",
            &[("indirect", "the steel would hold and that the paint would not", "Falk", "said")],
        ),
        ("Falk said the steel would hold; Tveit laughed.", &[("indirect", "the steel would hold", "Falk", "said")]),
        (
            "Drivers said the bridge was dark, while the council said lamps had been ordered.",
            &[("indirect", "the bridge was dark", "Drivers", "said"), ("indirect", "lamps had been ordered", "the council", "said")],
        ),
    ]);
}

#[test]
fn the_cue_stands_behind_or_in_the_middle_of_a_report() {
    check_all(&[
        ("The harvest is lost, Tveit said.", &[("indirect", "The harvest is lost", "Tveit", "said")]),
        (
            "The harvest is lost, said Tveit, the head of the union.",
            &[("indirect", "The harvest is lost", "Tveit, the head of the union", "said")],
        ),
        ("The harvest, Tveit said, is lost.", &[("indirect", "The harvest", "Tveit", "said"), ("indirect", "is lost", "Tveit", "said")]),
        (
            "The harvest, he said during a visit to Oslo, is lost.",
            &[("indirect", "The harvest", "he", "said"), ("indirect", "is lost", "he", "said")],
        ),
        (
            "Prices, officials said, could double by spring.",
            &[("indirect", "Prices", "officials", "said"), ("indirect", "could double by spring", "officials", "said")],
        ),
        (
            "The harvest was delayed, Falk said, by the late rain.",
            &[("indirect", "The harvest was delayed", "Falk", "said"), ("indirect", "by the late rain", "Falk", "said")],
        ),
        (
            "After a dry summer, the ministry said, wells will run low.",
            &[("indirect", "After a dry summer", "the ministry", "said"), ("indirect", "wells will run low", "the ministry", "said")],
        ),
        ("The harvest is lost, as Tveit said on Monday.", &[("indirect", "The harvest is lost", "Tveit", "said")]),
        ("As Tveit told the paper, the harvest is lost.", &[("indirect", "the harvest is lost", "Tveit", "told")]),
        (
            "The plans for the tunnel would have to be drawn again, a retired engineer said.",
            &[("indirect", "The plans for the tunnel would have to be drawn again", "a retired engineer", "said")],
        ),
        (
            "The steel, welders say, bends too soon.",
            &[("indirect", "The steel", "welders", "say"), ("indirect", "bends too soon", "welders", "say")],
        ),
        ("No surprise there, drivers say.", &[("indirect", "No surprise there", "drivers", "say")]),
    ]);
}

#[test]
fn according_to_somebody() {
    check_all(&[
        ("According to Tveit, the harvest is lost.", &[("indirect", "the harvest is lost", "Tveit", "According to")]),
        (
            "According to the head of the union, the harvest is lost.",
            &[("indirect", "the harvest is lost", "the head of the union", "According to")],
        ),
        ("The harvest is lost, according to Tveit.", &[("indirect", "The harvest is lost", "Tveit", "according to")]),
        (
            "The harvest, according to Tveit, is lost.",
            &[("indirect", "The harvest", "Tveit", "according to"), ("indirect", "is lost", "Tveit", "according to")],
        ),
        (
            "In Bergen, according to the ministry, two wells ran dry.",
            &[("indirect", "In Bergen", "the ministry", "according to"), ("indirect", "two wells ran dry", "the ministry", "according to")],
        ),
        ("But according to Tveit, nobody had asked.", &[("indirect", "nobody had asked", "Tveit", "according to")]),
        (
            "Two wells ran dry last year, according to the ministry's own figures.",
            &[("indirect", "Two wells ran dry last year", "the ministry's own figures", "according to")],
        ),
    ]);
}

#[test]
fn somebody_is_told_or_asked() {
    check_all(&[
        ("Falk told the council that the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "told")]),
        ("Falk told host Ola Tveit the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "told")]),
        ("Falk told Radio Nord she'd rebuild the bridge.", &[("indirect", "she'd rebuild the bridge", "Falk", "told")]),
        ("Falk told reporters in Oslo on Monday that the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "told")]),
        ("Falk assured drivers the toll would not rise.", &[("indirect", "the toll would not rise", "Falk", "assured")]),
        ("Falk warned drivers that the toll would rise.", &[("indirect", "the toll would rise", "Falk", "warned")]),
        ("Falk reminded the council that it had promised lamps.", &[("indirect", "it had promised lamps", "Falk", "reminded")]),
        ("Falk asked Tveit whether he had counted the cracks.", &[("indirect", "whether he had counted the cracks", "Falk", "asked")]),
        ("Falk asked the union to wait.", &[("indirect", "the union to wait", "Falk", "asked")]),
        ("Falk wondered why nobody had called.", &[("indirect", "why nobody had called", "Falk", "wondered")]),
        ("Asked whether she would resign, Falk smiled.", &[("indirect", "whether she would resign", "", "Asked")]),
        ("Falk was asked by a student about the cracks in the steel.", &[("indirect", "the cracks in the steel", "a student", "asked")]),
        (
            "Falk was asked by a student how long the bridge would last.",
            &[("indirect", "how long the bridge would last", "a student", "asked")],
        ),
    ]);
}

#[test]
fn what_is_said_of_somebody_is_a_noun_phrase() {
    check_all(&[
        ("Falk accused the union of hiding the figures.", &[("indirect", "the union of hiding the figures", "Falk", "accused")]),
        ("Falk criticized Tveit for blocking the plan.", &[("indirect", "Tveit for blocking the plan", "Falk", "criticized")]),
        ("Falk called the plan a costly mistake.", &[("indirect", "the plan a costly mistake", "Falk", "called")]),
        ("Falk called the plan “a costly mistake” on Monday.", &[("mixed", "the plan “a costly mistake”", "Falk", "called")]),
        ("Falk has called Tveit unfit to lead.", &[("indirect", "Tveit unfit to lead", "Falk", "called")]),
        ("Falk described the plan as a costly mistake.", &[("indirect", "the plan as a costly mistake", "Falk", "described")]),
        ("Falk praised the engineers for their patience.", &[("indirect", "the engineers for their patience", "Falk", "praised")]),
        ("Falk urged the council to wait until spring.", &[("indirect", "the council to wait until spring", "Falk", "urged")]),
        ("Falk denounced the plan and left.", &[("indirect", "the plan", "Falk", "denounced")]),
        ("Falk cited a report that showed two cracks.", &[("indirect", "a report that showed two cracks", "Falk", "cited")]),
        (
            "Falk mentioned the late ferry, the dark tunnel and the toll.",
            &[("indirect", "the late ferry, the dark tunnel and the toll", "Falk", "mentioned")],
        ),
        ("Falk expressed concern that the steel was old.", &[("indirect", "the steel was old", "Falk", "expressed concern")]),
        (
            "Falk left the room after accusing the union of hiding the figures.",
            &[("indirect", "the union of hiding the figures", "Falk", "accusing")],
        ),
        ("Falk stressed the need for a bridge that lasts.", &[("indirect", "the need for a bridge that lasts", "Falk", "stressed")]),
    ]);
}

#[test]
fn a_clause_around_the_report_is_no_part_of_it() {
    check_all(&[
        ("As the charges were read in Oslo, Falk testified before the council, where voices rose.", &[]),
        (
            "In the nineties, Falk said, when the ferry was new, drivers paid less.",
            &[("indirect", "In the nineties", "Falk", "said"), ("indirect", "when the ferry was new, drivers paid less", "Falk", "said")],
        ),
        ("And so, Falk said, the ferry will stop.", &[("indirect", "the ferry will stop", "Falk", "said")]),
        (
            "Before the examiner concluded that the steel was brittle, the crash was blamed on ice.",
            &[("indirect", "the steel was brittle", "the examiner", "concluded")],
        ),
        (
            "After Falk announced that the ferry would stop, drivers protested.",
            &[("indirect", "the ferry would stop", "Falk", "announced")],
        ),
        ("Falk insisted the toll was fair, as drivers shouted outside.", &[("indirect", "the toll was fair", "Falk", "insisted")]),
        ("Falk said the toll was low, as it should be.", &[("indirect", "the toll was low, as it should be", "Falk", "said")]),
        (
            "Officials deny claims of fraud and insist the count was fair.",
            &[("indirect", "claims of fraud", "Officials", "deny"), ("indirect", "the count was fair", "Officials", "insist")],
        ),
        ("Falk said the cold and broken road would stay.", &[("indirect", "the cold and broken road would stay", "Falk", "said")]),
        (
            "Falk stressed the use of new pumps to dry the cellar.",
            &[("indirect", "the use of new pumps to dry the cellar", "Falk", "stressed")],
        ),
        ("Tveit spoke about her old love of the harbour.", &[("indirect", "her old love of the harbour", "Tveit", "spoke about")]),
    ]);
}

#[test]
fn a_time_in_front_is_no_part_of_the_speaker() {
    check_all(&[
        (
            "Last week council leader Per Falk met the union, saying he would listen.",
            &[("indirect", "he would listen", "council leader Per Falk", "saying")],
        ),
        ("This month the council said the toll was fair.", &[("indirect", "the toll was fair", "the council", "said")]),
        ("Last week’s report said the toll was fair.", &[("indirect", "the toll was fair", "Last week’s report", "said")]),
    ]);
}

#[test]
fn credits_report_nothing() {
    check_all(&[
        ("Staff writers Ada Falk, Ola Tveit and Per Berg contributed to this report.", &[]),
        ("Reporting by Ada Falk in Oslo; editing by Per Berg", &[]),
    ]);
}

#[test]
fn the_speaker_stands_behind_an_inverted_cue() {
    check_all(&[
        (
            "Tveit never paid, despite being the envoy in Oslo, said another driver, former mate Ada Falk.",
            &[("indirect", "Tveit never paid, despite being the envoy in Oslo", "another driver, former mate Ada Falk", "said")],
        ),
        (
            "Tveit told drivers “he ran the harbour” despite being the envoy in Oslo, said a second sailor at the hearing, former mate Ada Falk.",
            &[("mixed", "“he ran the harbour” despite being the envoy in Oslo", "Tveit", "told")],
        ),
    ]);
}

#[test]
fn what_is_only_judged_or_shown() {
    check_unsure(&[
        ("Tveit pointed to the cracks in the steel.", &[("indirect", "the cracks in the steel", "Tveit", "pointed to")]),
        ("Tveit mocked the mayor's speech during a debate.", &[("indirect", "the mayor's speech", "Tveit", "mocked")]),
        ("Falk blasted the plan, which nobody had read.", &[("indirect", "the plan", "Falk", "blasted")]),
        ("Falk touted the bridge as a gift to drivers.", &[("indirect", "the bridge as a gift to drivers", "Falk", "touted")]),
    ]);
}

#[test]
fn prepositions_go_with_the_cue() {
    check_all(&[
        ("Falk called for a new bridge.", &[("indirect", "a new bridge", "Falk", "called for")]),
        ("Falk called on the council to wait.", &[("indirect", "the council to wait", "Falk", "called on")]),
        ("Falk spoke about the years on the ferry.", &[("indirect", "the years on the ferry", "Falk", "spoke about")]),
        ("Falk complained about the dark tunnel in a letter.", &[("indirect", "the dark tunnel", "Falk", "complained about")]),
        (
            "Tveit, referring to the second bridge, said it would last.",
            &[("indirect", "the second bridge", "Tveit", "referring to"), ("indirect", "it would last", "Tveit", "said")],
        ),
        ("Tveit railed against the toll on Thursday.", &[("indirect", "the toll", "Tveit", "railed against")]),
        ("Falk hinted at a second bridge.", &[("indirect", "a second bridge", "Falk", "hinted at")]),
        ("Falk warned of floods in the valley.", &[("indirect", "floods in the valley", "Falk", "warned of")]),
        ("Falk went on to say the steel would hold.", &[("indirect", "the steel would hold", "Falk", "went on to say")]),
        ("Falk made it clear she would not pay.", &[("indirect", "she would not pay", "Falk", "made it clear")]),
        ("Falk pointed out that nobody had called.", &[("indirect", "nobody had called", "Falk", "pointed out")]),
    ]);
}

#[test]
fn intentions_that_are_announced() {
    check_all(&[
        ("Falk vowed to rebuild the bridge.", &[("indirect", "to rebuild the bridge", "Falk", "vowed")]),
        ("Falk promised to rebuild the bridge by spring.", &[("indirect", "to rebuild the bridge by spring", "Falk", "promised")]),
        ("Falk pledged a new bridge.", &[("indirect", "a new bridge", "Falk", "pledged")]),
        ("Falk vowed to sell the ferry and left the room.", &[("indirect", "to sell the ferry", "Falk", "vowed")]),
        ("Falk demanded an answer from the ministry.", &[("indirect", "an answer from the ministry", "Falk", "demanded")]),
        ("Falk denied having read the letter.", &[("indirect", "having read the letter", "Falk", "denied")]),
        ("Falk suggested waiting until spring.", &[("indirect", "waiting until spring", "Falk", "suggested")]),
    ]);
}

#[test]
fn nouns_for_what_is_said() {
    check_unsure(&[
        ("Falk's claim that the steel was sound surprised the engineers.", &[("indirect", "the steel was sound", "Falk", "claim")]),
        ("Tveit scoffed at her promise to rebuild the bridge.", &[("indirect", "to rebuild the bridge", "her", "promise")]),
        (
            "The engineers doubted Falk's repeated assertion that the steel was sound.",
            &[("indirect", "the steel was sound", "Falk", "assertion")],
        ),
        ("His warning that wells would run low went unheard.", &[("indirect", "wells would run low", "His", "warning")]),
        ("The suggestion by Tveit that the toll was unfair angered her.", &[("indirect", "the toll was unfair", "Tveit", "suggestion")]),
        ("Falk's call for a second bridge was heard.", &[("indirect", "a second bridge", "Falk", "call")]),
        ("The mayor's statement that nobody had called was false.", &[("indirect", "nobody had called", "The mayor", "statement")]),
    ]);
}

#[test]
fn a_report_stands_inside_another() {
    check_all(&[
        (
            "Tveit said that Falk once described the ferry as a raft.",
            &[
                ("indirect", "Falk once described the ferry as a raft", "Tveit", "said"),
                ("indirect", "the ferry as a raft", "Falk", "described"),
            ],
        ),
        (
            "Tveit said Falk had told him that the ferry was late.",
            &[
                ("indirect", "Falk had told him that the ferry was late", "Tveit", "said"),
                ("indirect", "the ferry was late", "Falk", "told"),
            ],
        ),
        ("Falk acknowledged that Tveit had warned the council.", &[("indirect", "Tveit had warned the council", "Falk", "acknowledged")]),
        (
            "According to the Bergen Post, Falk said the toll was fair.",
            &[
                ("indirect", "Falk said the toll was fair", "the Bergen Post", "According to"),
                ("indirect", "the toll was fair", "Falk", "said"),
            ],
        ),
        ("Reuters quoted Falk as saying the toll was fair.", &[("indirect", "the toll was fair", "Falk", "saying")]),
        ("Tveit was quoted as saying that the toll was fair.", &[("indirect", "the toll was fair", "Tveit", "quoted as saying")]),
        (
            "Falk told friends that officials said the steel was old.",
            &[("indirect", "officials said the steel was old", "Falk", "told"), ("indirect", "the steel was old", "officials", "said")],
        ),
    ]);
}

#[test]
fn a_relative_clause_holds_the_cue() {
    check_all(&[
        ("The bridge, which officials said will open in June, is long.", &[("indirect", "will open in June", "officials", "said")]),
        ("The town kept a letter that critics said was forged.", &[("indirect", "was forged", "critics", "said")]),
        ("Falk paid for what she called a mistake.", &[("indirect", "a mistake", "she", "called")]),
        ("Drivers who said they would pay were few.", &[("indirect", "they would pay", "who", "said")]),
        ("The steel, which Tveit says is brittle, was replaced.", &[("indirect", "is brittle", "Tveit", "says")]),
        ("The plan that engineers say could save the bridge is cheap.", &[("indirect", "could save the bridge", "engineers", "say")]),
    ]);
}

#[test]
fn verbs_share_a_subject() {
    check_all(&[
        ("Falk left the room and said the toll was fair.", &[("indirect", "the toll was fair", "Falk", "said")]),
        ("Falk laughed but said the toll was fair.", &[("indirect", "the toll was fair", "Falk", "said")]),
        (
            "Falk criticized the plan and said it would fail.",
            &[("indirect", "the plan", "Falk", "criticized"), ("indirect", "it would fail", "Falk", "said")],
        ),
        ("The union condemned the plan, saying it would fail.", &[("indirect", "it would fail", "The union", "saying")]),
        (
            "Falk wrote to the council, asking whether it had read the plan.",
            &[("indirect", "whether it had read the plan", "Falk", "asking")],
        ),
        (
            "Falk said the toll was fair, adding that nobody had complained.",
            &[("indirect", "the toll was fair", "Falk", "said"), ("indirect", "nobody had complained", "Falk", "adding")],
        ),
    ]);
}

#[test]
fn nobody_says_it() {
    check_all(&[
        ("Falk believes the toll is fair.", &[]),
        ("Tveit threatened to close his gates.", &[]),
        ("Engineers fear that the steel will break.", &[]),
        ("Falk hopes to rebuild the bridge.", &[]),
        ("Falk wants the council to wait.", &[]),
        ("Falk did not say that the toll was fair.", &[]),
        ("Falk would not say whether she would resign.", &[]),
        ("She declined to say why.", &[]),
        ("Falk plans to rebuild the bridge.", &[]),
        ("The bridge was called Old Ann.", &[]),
        ("The reports were thick. The claims were paid.", &[]),
        ("A group called the River Watch met on Monday.", &[]),
        ("The vote revealed a rift.", &[]),
        ("Falk called a taxi.", &[]),
        ("The union added two offices.", &[]),
        ("The self-described poet left early.", &[]),
        ("Nine states have closed their borders.", &[]),
        ("Delegates pledged to Falk met in Bergen.", &[]),
        ("The ferry is said to be late.", &[]),
        ("The toll, to say the least, is unloved.", &[]),
        ("Falk considered the toll fair. Tveit saw it as a theft.", &[]),
        ("The calls went unanswered.", &[]),
        ("Charges for parking rose.", &[]),
    ]);
}

#[test]
fn marks_hold_a_part_of_a_report() {
    check_all(&[
        ("Falk said the toll was “a small price” for safety.", &[("mixed", "the toll was “a small price” for safety", "Falk", "said")]),
        ("Falk called the plan “a gift to nobody.”", &[("mixed", "the plan “a gift to nobody.”", "Falk", "called")]),
        ("Falk accused the union of “hiding behind figures.”", &[("mixed", "the union of “hiding behind figures.”", "Falk", "accused")]),
        ("They complained of “cracks” in the steel.", &[("mixed", "“cracks” in the steel", "They", "complained of")]),
        (
            "The harvest, Tveit said, is “as good as gone.”",
            &[("indirect", "The harvest", "Tveit", "said"), ("mixed", "is “as good as gone.”", "Tveit", "said")],
        ),
        (
            "Falk warned that the valley would “drown in lorries” by spring.",
            &[("mixed", "the valley would “drown in lorries” by spring", "Falk", "warned")],
        ),
        (
            "Falk denounced what she called “a quiet theft.”",
            &[("mixed", "what she called “a quiet theft.”", "Falk", "denounced"), ("direct", "a quiet theft.", "she", "called")],
        ),
        (
            "Tveit said the mayor was “out of her depth,” adding that she should go.",
            &[("mixed", "the mayor was “out of her depth", "Tveit", "said"), ("indirect", "she should go", "Tveit", "adding")],
        ),
    ]);
}

#[test]
fn headlines_in_capitals() {
    check_all(&[
        ("Falk Says Ferry Will Stop Before Winter", &[("indirect", "Ferry Will Stop Before Winter", "Falk", "Says")]),
        ("Union Boss Accuses Mayor Of Hiding Figures", &[("indirect", "Mayor Of Hiding Figures", "Union Boss", "Accuses")]),
        ("Ferry Plans Near Collapse As Storms Return", &[]),
        ("Harbour Calls For Action Go Unheard", &[]),
        ("Five Questions Before The Harbour Vote", &[]),
        ("Falk Vows To Rebuild Bridge Before Winter", &[]),
    ]);
}
