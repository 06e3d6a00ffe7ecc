//! Whose money a word means that several countries share: "Rs 500", "300 pesos", "40 shillings".
//!
//! The article says it by the countries it names. Where it names none or several of those that share the word, the amount has
//! no value: an Indian paper writes of Pakistan's rupees too.

use crate::segment::Segments;

/// A word for money, and the countries and peoples that use it. One bit stands for each currency.
struct Shared {
    words: &'static [&'static str],
    /// A name as it appears in the text in lower case, and the ISO 4217 code.
    users: &'static [(&'static str, &'static str)],
}

const SHARED: &[Shared] = &[
    Shared {
        words: &["rs", "rs.", "rupees", "rupee"],
        users: &[
            ("india", "INR"),
            ("indian", "INR"),
            ("delhi", "INR"),
            ("mumbai", "INR"),
            ("bengaluru", "INR"),
            ("karnataka", "INR"),
            ("bjp", "INR"),
            ("pakistan", "PKR"),
            ("pakistani", "PKR"),
            ("karachi", "PKR"),
            ("lahore", "PKR"),
            ("islamabad", "PKR"),
            ("lanka", "LKR"),
            ("lankan", "LKR"),
            ("colombo", "LKR"),
            ("nepal", "NPR"),
            ("nepali", "NPR"),
            ("kathmandu", "NPR"),
            ("mauritius", "MUR"),
            ("mauritian", "MUR"),
            ("agalega", "MUR"),
            ("seychelles", "SCR"),
        ],
    },
    Shared {
        words: &["pesos", "peso"],
        users: &[
            ("mexico", "MXN"),
            ("mexican", "MXN"),
            ("argentina", "ARS"),
            ("argentine", "ARS"),
            ("chile", "CLP"),
            ("chilean", "CLP"),
            ("colombia", "COP"),
            ("colombian", "COP"),
            ("philippines", "PHP"),
            ("philippine", "PHP"),
            ("manila", "PHP"),
            ("cuba", "CUP"),
            ("cuban", "CUP"),
            ("uruguay", "UYU"),
            ("dominican", "DOP"),
        ],
    },
    Shared {
        words: &["shillings", "shilling"],
        users: &[
            ("kenya", "KES"),
            ("kenyan", "KES"),
            ("nairobi", "KES"),
            ("uganda", "UGX"),
            ("ugandan", "UGX"),
            ("kampala", "UGX"),
            ("tanzania", "TZS"),
            ("tanzanian", "TZS"),
            ("somalia", "SOS"),
            ("somali", "SOS"),
        ],
    },
    Shared {
        words: &["kroner", "kronor", "krona", "crowns"],
        users: &[
            ("norway", "NOK"),
            ("norwegian", "NOK"),
            ("oslo", "NOK"),
            ("denmark", "DKK"),
            ("danish", "DKK"),
            ("copenhagen", "DKK"),
            ("sweden", "SEK"),
            ("swedish", "SEK"),
            ("stockholm", "SEK"),
            ("iceland", "ISK"),
            ("icelandic", "ISK"),
            ("czech", "CZK"),
            ("prague", "CZK"),
        ],
    },
    Shared {
        words: &["rials", "riyals"],
        users: &[
            ("iran", "IRR"),
            ("iranian", "IRR"),
            ("tehran", "IRR"),
            ("oman", "OMR"),
            ("omani", "OMR"),
            ("yemen", "YER"),
            ("yemeni", "YER"),
            ("saudi", "SAR"),
            ("riyadh", "SAR"),
            ("qatar", "QAR"),
            ("qatari", "QAR"),
            ("doha", "QAR"),
        ],
    },
    Shared {
        words: &["lira", "liras"],
        users: &[
            ("turkey", "TRY"),
            ("turkish", "TRY"),
            ("türkiye", "TRY"),
            ("ankara", "TRY"),
            ("istanbul", "TRY"),
            ("lebanon", "LBP"),
            ("lebanese", "LBP"),
            ("beirut", "LBP"),
            ("syria", "SYP"),
            ("syrian", "SYP"),
            ("damascus", "SYP"),
            ("italy", "ITL"),
            ("italian", "ITL"),
        ],
    },
    Shared {
        words: &["dinars"],
        users: &[
            ("iraq", "IQD"),
            ("iraqi", "IQD"),
            ("baghdad", "IQD"),
            ("jordan", "JOD"),
            ("jordanian", "JOD"),
            ("amman", "JOD"),
            ("kuwait", "KWD"),
            ("kuwaiti", "KWD"),
            ("bahrain", "BHD"),
            ("bahraini", "BHD"),
            ("algeria", "DZD"),
            ("algerian", "DZD"),
            ("tunisia", "TND"),
            ("tunisian", "TND"),
            ("libya", "LYD"),
            ("libyan", "LYD"),
            ("serbia", "RSD"),
            ("serbian", "RSD"),
            ("belgrade", "RSD"),
        ],
    },
    Shared {
        words: &["dirhams"],
        users: &[("uae", "AED"), ("emirates", "AED"), ("emirati", "AED"), ("dubai", "AED"), ("morocco", "MAD"), ("moroccan", "MAD")],
    },
    Shared {
        words: &["francs"],
        users: &[
            ("switzerland", "CHF"),
            ("swiss", "CHF"),
            ("france", "FRF"),
            ("french", "FRF"),
            ("belgium", "BEF"),
            ("belgian", "BEF"),
            ("senegal", "XOF"),
            ("mali", "XOF"),
            ("niger", "XOF"),
            ("benin", "XOF"),
            ("togo", "XOF"),
            ("cameroon", "XAF"),
            ("chad", "XAF"),
            ("gabon", "XAF"),
            ("congo", "CDF"),
            ("congolese", "CDF"),
            ("rwanda", "RWF"),
            ("rwandan", "RWF"),
            ("burundi", "BIF"),
            ("guinea", "GNF"),
        ],
    },
];

/// Which code each shared word stands for in one document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Purse {
    codes: [Option<&'static str>; SHARED.len()],
}

impl Purse {
    /// Reads the capitalised words of a document. Cost: a search of the tables for each of them.
    pub(super) fn of(segments: &Segments<'_>) -> Self {
        let mut seen: [[&'static str; 2]; SHARED.len()] = [[""; 2]; SHARED.len()];
        for index in (0..segments.tokens.len()).filter(|&index| segments.tokens[index].is_capitalised) {
            let word = segments.lower(index);
            for (shared, seen) in SHARED.iter().zip(&mut seen) {
                let Some(&(_, code)) = shared.users.iter().find(|(name, _)| *name == word) else { continue };
                if seen[0].is_empty() {
                    seen[0] = code;
                } else if seen[0] != code {
                    seen[1] = code;
                }
            }
        }
        Purse { codes: seen.map(|[first, second]| (!first.is_empty() && second.is_empty()).then_some(first)) }
    }

    /// The code that `word`, in lower case, stands for here; nothing where it is no shared word or the document leaves it open.
    pub(super) fn code(&self, word: &str) -> Option<&'static str> {
        SHARED.iter().zip(self.codes).find(|(shared, _)| shared.words.contains(&word))?.1
    }
}
