//! Whose money a word means that several countries share: "Rs 500", "300 pesos", "40 shillings".
//!
//! The article says it by the countries it names. Where it names none or several of those that share the word, the amount has
//! no value: an Indian paper writes of Pakistan's rupees too.

use crate::lists::{List, list};
use crate::segment::Segments;

/// A word for money, and the countries and peoples that use it. One bit stands for each currency.
struct Shared {
    words: &'static [&'static str],
    /// A name as it appears in the text in lower case, and the ISO 4217 code.
    users: &'static List,
}

const SHARED: &[Shared] = &[
    Shared {
        words: &["rs", "rs.", "rupees", "rupee"],
        users: list!(
            "agalega=MUR|bengaluru=INR|bjp=INR|colombo=LKR|delhi=INR|india=INR|indian=INR|islamabad=PKR|karachi=PKR|karnataka=INR|\
            kathmandu=NPR|lahore=PKR|lanka=LKR|lankan=LKR|mauritian=MUR|mauritius=MUR|mumbai=INR|nepal=NPR|nepali=NPR|\
            pakistan=PKR|pakistani=PKR|seychelles=SCR"
        ),
    },
    Shared {
        words: &["pesos", "peso"],
        users: list!(
            "argentina=ARS|argentine=ARS|chile=CLP|chilean=CLP|colombia=COP|colombian=COP|cuba=CUP|cuban=CUP|dominican=DOP|\
            manila=PHP|mexican=MXN|mexico=MXN|philippine=PHP|philippines=PHP|uruguay=UYU"
        ),
    },
    Shared {
        words: &["shillings", "shilling"],
        users: list!(
            "kampala=UGX|kenya=KES|kenyan=KES|nairobi=KES|somali=SOS|somalia=SOS|tanzania=TZS|tanzanian=TZS|uganda=UGX|ugandan=UGX"
        ),
    },
    Shared {
        words: &["kroner", "kronor", "krona", "crowns"],
        users: list!(
            "copenhagen=DKK|czech=CZK|danish=DKK|denmark=DKK|iceland=ISK|icelandic=ISK|norway=NOK|norwegian=NOK|oslo=NOK|\
            prague=CZK|stockholm=SEK|sweden=SEK|swedish=SEK"
        ),
    },
    Shared {
        words: &["rials", "riyals"],
        users: list!(
            "doha=QAR|iran=IRR|iranian=IRR|oman=OMR|omani=OMR|qatar=QAR|qatari=QAR|riyadh=SAR|saudi=SAR|tehran=IRR|yemen=YER|\
            yemeni=YER"
        ),
    },
    Shared {
        words: &["lira", "liras"],
        users: list!(
            "ankara=TRY|beirut=LBP|damascus=SYP|istanbul=TRY|italian=ITL|italy=ITL|lebanese=LBP|lebanon=LBP|syria=SYP|syrian=SYP|\
            turkey=TRY|turkish=TRY|türkiye=TRY"
        ),
    },
    Shared {
        words: &["dinars"],
        users: list!(
            "algeria=DZD|algerian=DZD|amman=JOD|baghdad=IQD|bahrain=BHD|bahraini=BHD|belgrade=RSD|iraq=IQD|iraqi=IQD|jordan=JOD|\
            jordanian=JOD|kuwait=KWD|kuwaiti=KWD|libya=LYD|libyan=LYD|serbia=RSD|serbian=RSD|tunisia=TND|tunisian=TND"
        ),
    },
    Shared { words: &["dirhams"], users: list!("dubai=AED|emirates=AED|emirati=AED|moroccan=MAD|morocco=MAD|uae=AED") },
    Shared {
        words: &["francs"],
        users: list!(
            "belgian=BEF|belgium=BEF|benin=XOF|burundi=BIF|cameroon=XAF|chad=XAF|congo=CDF|congolese=CDF|france=FRF|french=FRF|\
            gabon=XAF|guinea=GNF|mali=XOF|niger=XOF|rwanda=RWF|rwandan=RWF|senegal=XOF|swiss=CHF|switzerland=CHF|togo=XOF"
        ),
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
                let Some(code) = shared.users.get(word) else { continue };
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
