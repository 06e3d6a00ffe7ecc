//! What people do, as far as it tells namesakes apart: the professor from the basketball player.

use std::borrow::Cow;

use crate::lists::{List, list};

/// A set of callings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Callings(u16);

/// The words by which an article or a description tells a calling, with its letter. A word may tell several.
const WORDS: &List = list!(
    "academic=c|activist=p|actor=a|actress=a|admiral=f|all-rounder=s|ambassador=p|analyst=n|anchor=m|animator=a|anthropologist=c|\
    archaeologist=c|archbishop=r|architect=a|artist=a|assembly=p|astronaut=c|astronomer=c|athlete=s|attorney=l|author=ac|\
    ayatollah=r|banker=b|barrister=l|baseball=s|basketball=s|batsman=s|billionaire=b|biologist=c|bishop=r|botanist=c|bowler=s|\
    boxer=s|boy=n|broadcaster=m|brother=n|businessman=b|businesswoman=ba|butcher=n|candidate=p|captain=s|cardinal=r|cartoonist=a|\
    ceo=b|chairman=b|chairwoman=b|champion=s|chancellor=p|chemist=c|choreographer=a|cinematographer=a|cleric=r|co-founder=b|\
    coach=s|col.=f|colonel=f|columnist=m|comedian=a|commander=f|commissioner=p|composer=a|conductor=a|congress=p|congressman=p|\
    congresswoman=p|constable=n|consultant=n|correspondent=m|council=p|councillor=p|cricketer=s|curator=n|cyclist=s|dancer=a|\
    daughter=n|defender=s|deputy=p|designer=a|detective=n|dictator=p|diplomat=p|director=a|dramatist=a|driver=sn|drummer=a|duma=p|\
    economist=c|editor=ma|emperor=p|engineer=cn|entertainer=a|entrepreneur=b|envoy=p|epidemiologist=c|executive=b|farmer=n|\
    father=n|fellow=c|film=a|filmmaker=a|firefighter=n|fisherman=n|football=s|footballer=s|forward=s|founder=b|gen.=f|general=f|\
    geographer=c|geologist=c|girl=n|goalkeeper=s|golfer=s|gov.=p|governor=p|guitarist=a|gymnast=s|historian=c|hockey=s|host=ma|\
    house=p|husband=n|imam=r|industrialist=b|inspector=n|inventor=c|investor=b|jockey=s|journalist=m|judge=l|jurist=l|justice=l|\
    king=p|knesset=p|lawmaker=p|lawyer=l|leader=pfr|lecturer=c|legislative=p|legislator=p|lieutenant=f|linguist=c|lords=p|\
    magnate=b|manager=s|marshal=f|mathematician=c|mayor=p|medalist=s|medallist=s|midfielder=s|militant=f|minister=p|missionary=r|\
    model=a|monarch=p|mother=n|mp=p|musician=a|naturalist=c|neighbor=n|neighbour=n|nominee=p|novelist=a|nurse=n|officer=f|\
    olympian=s|owner=b|painter=a|paramedic=n|parliament=p|parliamentarian=p|pastor=r|pensioner=n|philosopher=c|photographer=a|\
    physician=c|physicist=c|pianist=a|pilot=n|pitcher=s|player=s|playwright=a|pm=p|poet=a|politician=p|pope=r|premier=p|\
    presenter=ma|president=pb|priest=r|prince=p|princess=p|producer=a|prof.=c|professor=c|prosecutor=l|psychologist=c|publisher=m|\
    pupil=n|quarterback=s|queen=p|rabbi=r|racer=s|rapper=a|referee=s|rep.=p|reporter=m|representative=p|researcher=c|resident=n|\
    rev.=r|reverend=r|revolutionary=p|riksdag=p|rower=s|rugby=s|runner=s|sabha=p|saint=r|scholar=c|scientist=c|screenwriter=a|\
    sculptor=a|seamer=s|secretary=p|sen.=p|senate=p|senator=p|sergeant=n|sheriff=n|shopkeeper=n|singer=a|singer-songwriter=a|\
    sister=n|skater=s|skier=s|soccer=s|sociologist=c|soldier=f|solicitor=l|son=n|songwriter=a|speaker=p|spokesman=n|\
    spokesperson=n|spokeswoman=n|sprinter=s|spy=f|star=a|statesman=p|striker=s|student=n|superintendent=n|surgeon=c|suspect=n|\
    swimmer=s|teacher=n|tennis=s|terrorist=f|theologian=r|theorist=c|tourist=n|tycoon=b|vice-president=p|victim=n|warlord=f|\
    whip=p|widow=n|wife=n|winger=s|witness=n|worker=n|wrestler=s|writer=a|zoologist=c"
);

/// The letters of the table: politics, business, law, force, media, faith, sport, arts, science, and none of them.
const LETTERS: &str = "pblfmrsacn";

/// Callings between which people move, so that one does not speak against another.
const PUBLIC_LIFE: u16 = 0b1_1111;

impl Callings {
    /// The callings that the words of `text` tell.
    pub(super) fn of(text: &str) -> Callings {
        let mut set = 0;
        for word in text.split([' ', ',', '/', ';', '(', ')']).filter(|word| !word.is_empty()) {
            let is_plain = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
            let word = if is_plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
            let singular = word.strip_suffix('s').unwrap_or_default();
            for letters in [WORDS.get(&word), WORDS.get(singular)].into_iter().flatten() {
                set |= letters.chars().filter_map(|letter| LETTERS.find(letter)).fold(0, |set, place| set | 1 << place);
            }
        }
        Callings(set)
    }

    /// Both sets together.
    pub(super) fn and(self, other: Callings) -> Callings {
        Callings(self.0 | other.0)
    }

    /// Whether both tell one calling.
    pub(super) fn agree(self, other: Callings) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether they are of two different people: both tell something, and nobody does both.
    pub(super) fn contradict(self, other: Callings) -> bool {
        let public = self.0 & PUBLIC_LIFE != 0 && other.0 & PUBLIC_LIFE != 0;
        self.0 != 0 && other.0 != 0 && !self.agree(other) && !public
    }
}
