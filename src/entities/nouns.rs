//! The plain nouns that say what a person or an organisation is: "the economist", "a charity".
//!
//! They make appositions into roles and let "the economist" mean whom the article called one. Titles proper, which stand in
//! front of a name, are in `names::titles`. The prepositions that such phrases go on with stand here too. Adding a noun is
//! adding a word to its line; words are in lower case and sorted.

use crate::lexicon::Gender;
use crate::lists::{List, list};
use crate::names::titles::is_title;

/// What somebody may be, whether man or woman.
const PERSONS: &List = list!(
    "academic|activist|actor|adviser|advisor|aide|ally|analyst|anchor|architect|artist|assistant|astronaut|astronomer|athlete|\
    attorney|author|banker|biologist|blogger|boss|broadcaster|captain|caretaker|celebrity|ceo|chemist|chief|citizen|cleric|clerk|\
    co-author|co-founder|coauthor|cofounder|colleague|columnist|comedian|composer|conductor|consultant|contractor|correspondent|\
    creator|critic|curator|dancer|daughter-in-law|defender|delegate|demographer|deputy|designer|detective|developer|diplomat|\
    dissident|driver|ecologist|economist|editor|editor-in-chief|engineer|entrepreneur|executive|expatriate|expert|farmer|\
    filmmaker|firefighter|fisher|footballer|founder|freelancer|general|geologist|geoscientist|guitarist|head|historian|host|\
    instructor|investigator|investor|journalist|justice|laureate|lawmaker|lawyer|lecturer|legislator|librarian|lobbyist|\
    magistrate|magnate|manager|mathematician|mechanic|mediator|member|meteorologist|midfielder|millionaire|moderator|mogul|\
    musician|narrator|neighbor|neighbour|neurosurgeon|novelist|nurse|official|organiser|organizer|owner|painter|paramedic|partner|\
    pathologist|pediatrician|philosopher|photographer|physician|physicist|pianist|pilot|player|playwright|poet|politician|\
    pollster|practitioner|president-elect|principal|producer|programmer|promoter|prosecutor|psychiatrist|psychologist|publisher|\
    rapper|rapporteur|refugee|researcher|resident|retailer|reviewer|rival|scholar|scientist|screenwriter|sculptor|seismologist|\
    shopkeeper|singer|skipper|socialist|sociologist|soldier|solicitor|songwriter|specialist|staffer|star|statistician|strategist|\
    striker|student|surgeon|survivor|teacher|technician|technologist|trainer|treasurer|tycoon|undersecretary|vet|veteran|\
    veterinarian|victim|volcanologist|volunteer|winner|witness|worker|writer"
);

/// What only a man is called.
const MEN: &List = list!(
    "alderman|assemblyman|baron|brother|businessman|chairman|chieftain|clergyman|congressman|councilman|craftsman|dad|duke|emperor|\
    father|fisherman|frontman|gentleman|grandfather|grandson|husband|king|lord|mr|mr.|nephew|policeman|prince|salesman|sheikh|sir|\
    son|spokesman|sportsman|statesman|stepfather|sultan|uncle|widower"
);

/// What only a woman is called.
const WOMEN: &List = list!(
    "actress|assemblywoman|aunt|baroness|businesswoman|chairwoman|congresswoman|councilwoman|countess|dame|daughter|duchess|\
    empress|grandmother|heiress|hostess|lady|madame|miss|mother|mrs|mrs.|ms|ms.|mum|niece|nun|policewoman|princess|queen|sister|\
    spokeswoman|stateswoman|stepmother|widow|wife"
);

/// What an organisation may be, other than by its own name.
const ORGANIZATIONS: &List = list!(
    "academy|agency|airline|alliance|army|association|authority|bank|board|brewery|broadcaster|bureau|campaign|chain|channel|\
    charity|church|club|coalition|college|commission|committee|company|confederation|conglomerate|congregation|congress|\
    consortium|cooperative|corporation|council|court|daily|department|district|federation|firm|foundation|fund|group|hospital|\
    institute|institution|insurer|laboratory|league|magazine|maker|manufacturer|militia|ministry|movement|museum|network|\
    newspaper|office|operator|orchestra|organisation|organization|outlet|paper|parliament|party|police|publication|publisher|\
    regulator|retailer|school|senate|service|society|station|store|supermarket|tabloid|team|tribunal|union|university|utility|\
    watchdog|weekly"
);

/// Words that stand in front of the noun that says what somebody is.
const MODIFIERS: &List = list!(
    "acting|anti|assistant|associate|attorney|award-winning|banking|big|business|cabinet|campaign|chief|church|city|civil|climate|\
    club|co|college|committee|community|company|conservative|council|county|creative|criminal|crown|current|data|defence|defense|\
    democrat|democratic|deputy|district|economic|editorial|education|emeritus|energy|environment|environmental|ex|executive|\
    external|federal|fellow|film|finance|financial|fire|first|folk|football|foreign|former|founding|general|government|group|\
    health|home|honorary|human|incoming|independent|industry|interim|interior|international|investigative|jazz|joint|junior|\
    justice|labor|labour|law|lead|leading|lecturing|legal|liberal|local|long-time|longtime|managing|marine|media|medical|military|\
    municipal|museum|music|national|naval|navy|news|opera|opposition|outgoing|parliamentary|party|police|policy|political|pop|\
    press|prime|principal|pro|prominent|public|regional|republican|research|retired|rights|rock|royal|ruling|saint|school|science|\
    second|security|senior|shadow|special|sports|staff|state|studio|supreme|team|tech|technical|technology|tennis|then|third|\
    trade|transport|transportation|union|university|veteran|vice|village|visiting|young"
);

/// Whether the word, in lower case, says what a person is. Words that are made on the spot are known by their ending.
pub(super) fn is_person_noun(lower: &str) -> bool {
    PERSONS.contains(lower)
        || MEN.contains(lower)
        || WOMEN.contains(lower)
        || is_title(lower) && !is_modifier(lower)
        || has_person_ending(lower)
}

fn has_person_ending(lower: &str) -> bool {
    ["ologist", "person", "woman", "swoman", "ographer"].iter().any(|ending| lower.len() > ending.len() + 1 && lower.ends_with(ending))
        && !matches!(lower, "salesperson")
}

/// Whether the word, in lower case, says what an organisation is.
pub(super) fn is_organization_noun(lower: &str) -> bool {
    ORGANIZATIONS.contains(lower)
}

/// Whether the word, in lower case, may stand in front of a noun that says what somebody is, and says nothing alone.
pub(super) fn is_modifier(lower: &str) -> bool {
    MODIFIERS.contains(lower)
}

/// Whether the word, in lower case, says whose relative somebody is.
pub(super) fn is_kin(lower: &str) -> bool {
    let root = lower.strip_prefix("step").or_else(|| lower.strip_prefix("grand")).unwrap_or(lower);
    matches!(
        root.strip_suffix("-in-law").unwrap_or(root),
        "aunt"
            | "brother"
            | "child"
            | "dad"
            | "daughter"
            | "father"
            | "fiance"
            | "husband"
            | "mother"
            | "mum"
            | "nephew"
            | "niece"
            | "sister"
            | "son"
            | "uncle"
            | "widow"
            | "widower"
            | "wife"
    )
}

/// The gender of those whom the word, in lower case, is said of.
pub(super) fn gender_of_noun(lower: &str) -> Option<Gender> {
    if MEN.contains(lower) {
        Some(Gender::Male)
    } else if WOMEN.contains(lower) || lower.len() > 5 && lower.ends_with("woman") {
        Some(Gender::Female)
    } else {
        None
    }
}

/// The prepositions that go on with a phrase as well as hang on a name.
pub(super) fn is_plain_preposition(lower: &str) -> bool {
    list!("after|against|at|before|behind|by|for|from|in|near|of|on|to|under|with").contains(lower)
}
