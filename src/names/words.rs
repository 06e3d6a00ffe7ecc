//! The words that tell what a name is: titles, the words that organisations and places end or begin with, and the words
//! that are capitalised only because a sentence begins with them.

/// Words that stand before a person's name, or make up a role in front of it, in lower case. Sorted.
const TITLES: &[&str] = &[
    "adm.", "admiral", "agent", "ambassador", "archbishop", "attorney", "ayatollah", "baron", "baroness", "bishop", "brigadier", "brother", "cabinet", "candidate", "capt.", "captain", "cardinal", "chair", "chairman", "chairwoman", "chancellor", "chef", "chief", "coach", "col.", "colonel", "commander", "commissioner", "congressman", "congresswoman", "constable", "coordinator", "council", "councillor", "councilman", "count", "countess", "crown", "dame", "deputy", "detective", "director", "doctor", "dr", "dr.", "duchess", "duke", "emir", "emperor", "empress", "envoy", "father", "finance", "first", "foreign", "former", "gen.", "general", "gov.", "governor", "head", "hon.", "imam", "inspector", "interior", "judge", "justice", "king", "lady", "lawmaker", "lawyer", "leader", "lieutenant", "lord", "lt.", "madam", "madame", "maj.", "major", "manager", "marshal", "mayor", "minister", "miss", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mullah", "officer", "opposition", "pastor", "police", "pope", "premier", "president", "president-elect", "prime", "prince", "princess", "principal", "prof", "prof.", "professor", "prosecutor", "queen", "rabbi", "rep.", "reporter", "representative", "rev.", "reverend", "saint", "sec.", "secretary", "sen.", "senator", "sergeant", "sgt.", "sheikh", "sheriff", "sir", "sister", "speaker", "special", "spokesman", "spokesperson", "spokeswoman", "state", "sultan", "superintendent", "supreme", "treasurer", "vice", "vice-president",
];

/// Words that organisations are called by, at the end of their name or before "of". Sorted, in lower case.
const ORGANIZATIONS: &[&str] = &[
    "academy", "administration", "ag", "agency", "airline", "airlines", "airways", "alliance", "army", "assembly", "associates", "association", "authority", "bank", "board", "brigade", "brigades", "broadcasting", "brothers", "bureau", "business", "cabinet", "capital", "center", "centre", "chamber", "church", "club", "co", "co.", "coalition", "college", "command", "commission", "committee", "company", "confederation", "conference", "congress", "consortium", "consulting", "cooperative", "corp", "corp.", "corporation", "corps", "council", "court", "department", "division", "electric", "electronics", "embassy", "energy", "enterprises", "entertainment", "exchange", "faculty", "fc", "federation", "force", "forces", "forum", "foundation", "front", "fund", "gazette", "gmbh", "government", "group", "guard", "guards", "herald", "holding", "holdings", "hospital", "house", "inc", "inc.", "industries", "initiative", "institute", "institution", "insurance", "journal", "laboratories", "laboratory", "league", "legion", "limited", "llc", "llp", "ltd", "ltd.", "mail", "media", "militia", "ministry", "mission", "motors", "movement", "museum", "nations", "network", "news", "newspaper", "observatory", "office", "orchestra", "organisation", "organization", "parliament", "partners", "partnership", "party", "pharmaceuticals", "plc", "police", "post", "power", "press", "prison", "project", "quartet", "radio", "railway", "railways", "regiment", "reserve", "resources", "restaurant", "school", "secretariat", "securities", "senate", "service", "services", "society", "solutions", "squad", "star", "steel", "store", "stores", "studio", "studios", "syndicate", "systems", "team", "technologies", "technology", "telecom", "telegraph", "television", "theatre", "times", "treasury", "tribunal", "tribune", "trust", "tv", "u.n.", "union", "united", "university", "watch", "weekly", "works",
];

/// Words that places are called by, at the end of their name. Sorted, in lower case.
const PLACES: &[&str] = &[
    "airport", "avenue", "basin", "bay", "beach", "boulevard", "bridge", "canal", "canyon", "cape", "castle", "cemetery", "city", "coast", "county", "creek", "dam", "desert", "district", "falls", "forest", "garden", "gardens", "gulf", "harbor", "harbour", "heights", "highway", "hill", "hills", "hotel", "island", "islands", "isles", "junction", "lake", "lakes", "mosque", "mountain", "mountains", "oblast", "ocean", "palace", "park", "peninsula", "plain", "plateau", "plaza", "port", "prefecture", "province", "region", "republic", "ridge", "river", "road", "sea", "square", "stadium", "station", "strait", "straits", "street", "strip", "suburb", "territory", "tower", "towers", "town", "valley", "village", "volcano",
];

/// Words that organisations begin with before "of", "for" or "on". Sorted, in lower case.
const HEADS: &[&str] = &[
    "academy", "association", "bank", "bureau", "center", "centre", "chamber", "church", "college", "commission", "committee", "confederation", "council", "court", "department", "faculty", "federation", "house", "institute", "league", "ministry", "movement", "museum", "office", "organisation", "organization", "party", "school", "society", "union", "university",
];

/// Words that events are called by, at the end of their name. Sorted, in lower case.
const EVENTS: &[&str] = &[
    "accord", "accords", "attacks", "championship", "championships", "cup", "earthquake", "festival", "games", "hurricane", "marathon", "olympics", "prix", "revolution", "riots", "summit", "uprising", "war",
];

/// Words that begin sentences without being names, in lower case. Sorted.
const OPENERS: &[&str] = &[
    "a", "about", "above", "according", "across", "add", "additionally", "after", "afterwards", "again", "against", "ago", "ahead", "all", "almost", "along", "already", "also", "although", "amid", "among", "an", "and", "another", "any", "anyone", "are", "around", "as", "asked", "at", "back", "be", "because", "before", "behind", "below", "besides", "between", "beyond", "both", "but", "by", "can", "children", "citing", "clearly", "critics", "currently", "despite", "did", "do", "does", "don't", "dozens", "during", "each", "earlier", "eight", "either", "eleven", "even", "eventually", "every", "everyone", "everything", "experts", "few", "finally", "five", "following", "for", "four", "from", "further", "given", "go", "good", "government", "had", "half", "has", "have", "having", "he", "her", "here", "his", "how", "however", "hundreds", "i", "i'm", "if", "in", "including", "indeed", "instead", "into", "is", "it", "it's", "its", "just", "last", "later", "less", "let", "like", "local", "long", "look", "made", "many", "may", "maybe", "meanwhile", "men", "might", "millions", "more", "moreover", "most", "mostly", "much", "must", "my", "nearly", "neither", "never", "nevertheless", "new", "next", "nine", "no", "nobody", "none", "nor", "not", "nothing", "now", "of", "off", "officials", "on", "once", "one", "only", "opponents", "or", "other", "others", "our", "out", "over", "people", "perhaps", "please", "police", "protesters", "rather", "recently", "residents", "said", "says", "see", "seven", "several", "she", "should", "similarly", "since", "six", "so", "some", "someone", "something", "sometimes", "soon", "still", "such", "supporters", "ten", "than", "that", "that's", "the", "their", "them", "then", "there", "there's", "these", "they", "they're", "this", "those", "though", "thousands", "three", "through", "thus", "to", "today", "together", "tomorrow", "tonight", "too", "toward", "towards", "twelve", "two", "under", "unless", "unlike", "until", "up", "upon", "us", "very", "was", "we", "we're", "well", "were", "what", "whatever", "when", "whenever", "where", "whereas", "whether", "which", "while", "who", "whose", "why", "will", "with", "within", "without", "witnesses", "women", "would", "yes", "yesterday", "yet", "you", "you're", "young", "your",
];

/// Days, months and the like, which are capitalised and name nothing. Sorted, in lower case.
const CALENDAR: &[&str] = &[
    "apr", "apr.", "april", "aug", "aug.", "august", "dec", "dec.", "december", "feb", "feb.", "february", "fri", "friday", "jan", "jan.", "january", "july", "june", "mar.", "march", "may", "mon", "monday", "nov", "nov.", "november", "oct", "oct.", "october", "saturday", "sept", "sept.", "september", "sunday", "thursday", "tuesday", "wednesday",
];

macro_rules! membership {
    ($($(#[$doc:meta])* $name:ident in $table:ident;)*) => {
        $($(#[$doc])* pub(super) fn $name(lower: &str) -> bool { $table.binary_search(&lower).is_ok() })*

        #[cfg(test)]
        pub(super) const TABLES: &[(&str, &[&str])] = &[$((stringify!($table), $table)),*];
    };
}

membership! {
    /// Whether the word may stand in front of a person's name as a title or a part of one.
    is_title in TITLES;
    /// Whether names that end so are organisations.
    is_organization in ORGANIZATIONS;
    /// Whether names that end so are places.
    is_place in PLACES;
    /// Whether names that begin so, and go on with "of", are organisations.
    is_head in HEADS;
    /// Whether names that end so are events.
    is_event in EVENTS;
    /// Whether the word is capitalised only because a sentence begins with it.
    is_opener in OPENERS;
    /// Whether the word belongs to the calendar.
    is_calendar in CALENDAR;
}
