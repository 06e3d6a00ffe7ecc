//! The words that stand before a person's name as a title, or make up a role in front of it.

use crate::lists::{List, list};

/// In lower case, sorted.
const TITLES: &List = list!(
    "adm.|admiral|agent|ambassador|archbishop|attorney|ayatollah|baron|baroness|bishop|brigadier|brother|cabinet|candidate|capt.|\
    captain|cardinal|chair|chairman|chairwoman|chancellor|chef|chief|coach|col.|colonel|commander|commissioner|congressman|\
    congresswoman|constable|coordinator|council|councillor|councilman|count|countess|crown|dame|deputy|detective|director|doctor|\
    dr|dr.|duchess|duke|emir|emperor|empress|envoy|father|finance|first|foreign|former|gen.|general|gov.|governor|head|hon.|imam|\
    inspector|interior|judge|justice|king|lady|lawmaker|lawyer|leader|lieutenant|lord|lt.|madam|madame|maj.|major|manager|marshal|\
    mayor|minister|miss|mr|mr.|mrs|mrs.|ms|ms.|mullah|officer|opposition|pastor|police|pope|premier|president|president-elect|\
    prime|prince|princess|principal|prof|prof.|professor|prosecutor|queen|rabbi|rep.|reporter|representative|rev.|reverend|saint|\
    sec.|secretary|sen.|senator|sergeant|sgt.|sheikh|sheriff|sir|sister|speaker|special|spokesman|spokesperson|spokeswoman|state|\
    sultan|superintendent|supreme|treasurer|vice|vice-president"
);

/// Whether the word, in lower case, may stand in front of a person's name as a title or a part of one.
pub(crate) fn is_title(lower: &str) -> bool {
    TITLES.contains(lower)
}
