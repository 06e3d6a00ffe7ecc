//! The verbs and phrases that report speech, with the frames in which they do.
//!
//! A row is the four forms of a verb and its frames; adding a verb is adding a row. What is not speech (believes, hopes,
//! fears, sees as) is kept out, and so are verbs that report speech only now and then.

use crate::lexicon::index::hash;
use crate::lists::{List, list};
use crate::order;
use std::sync::LazyLock;

/// The frames of a verb, a letter each:
/// `t` a clause with "that"; `b` a clause without it; `i` an infinitive; `g` a gerund; `w` a clause with "whether", "if" or a
/// question word; `n` a noun phrase, with what is said of it ("accused [her of lying]", "called [it a mess]", "described [it as
/// a mess]"); `o` names whom it is said to before the content, and `O` hardly goes without; `q` words inside quotation marks.
const VERBS: &str = "\
    accuse accuses accused accusing=n|\
    acknowledge acknowledges acknowledged acknowledging=tbnq|\
    add adds added adding=tbq|\
    admit admits admitted admitting=tbgq|\
    advise advises advised advising=tioq|\
    affirm affirms affirmed affirming=tq|\
    agree agrees agreed agreeing=q|\
    allege alleges alleged alleging=tbnq|\
    announce announces announced announcing=tbnq|\
    answer answers answered answering=tq|\
    applaud applauds applauded applauding=nj|\
    argue argues argued arguing=tbq|\
    ask asks asked asking=wpoq|\
    assert asserts asserted asserting=tbq|\
    assure assures assured assuring=tboOq|\
    aver avers averred averring=tq|\
    bark barks barked barking=q|\
    bemoan bemoans bemoaned bemoaning=nj|\
    blast blasts blasted blasting=nj|\
    boast boasts boasted boasting=tbq|\
    boom booms boomed booming=q|\
    call calls called calling=c|\
    caution cautions cautioned cautioning=tboq|\
    chant chants chanted chanting=q|\
    charge charges charged charging=tq|\
    chide chides chided chiding=njq|\
    cite cites cited citing=n|\
    claim claims claimed claiming=tbiq|\
    clarify clarifies clarified clarifying=tbq|\
    comment comments commented commenting=tq|\
    complain complains complained complaining=tbq|\
    concede concedes conceded conceding=tbnq|\
    conclude concludes concluded concluding=tbq|\
    confess confesses confessed confessing=tq|\
    confirm confirms confirmed confirming=tbnhq|\
    contend contends contended contending=tbq|\
    continue continues continued continuing=q|\
    counter counters countered countering=tbq|\
    criticise criticises criticised criticising=n|\
    criticize criticizes criticized criticizing=n|\
    cry cries cried crying=q|\
    deadpan deadpans deadpanned deadpanning=q|\
    declare declares declared declaring=tbnq|\
    decry decries decried decrying=n|\
    demand demands demanded demanding=tinq|\
    denounce denounces denounced denouncing=n|\
    deny denies denied denying=tbgnq|\
    describe describes described describing=wn|\
    disclose discloses disclosed disclosing=tbnq|\
    dispute disputes disputed disputing=tn|\
    echo echoes echoed echoing=njhq|\
    elaborate elaborates elaborated elaborating=q|\
    emphasise emphasises emphasised emphasising=tnq|\
    emphasize emphasizes emphasized emphasizing=tnq|\
    estimate estimates estimated estimating=tbnh|\
    exclaim exclaims exclaimed exclaiming=tq|\
    explain explains explained explaining=tbwnhq|\
    express expresses expressed expressing=n|\
    forecast forecasts forecast forecasting=tbn|\
    fume fumes fumed fuming=q|\
    gush gushes gushed gushing=q|\
    highlight highlights highlighted highlighting=njh|\
    hint hints hinted hinting=tb|\
    imply implies implied implying=tb|\
    indicate indicates indicated indicating=tbnhq|\
    inform informs informed informing=tboO|\
    insist insists insisted insisting=tbq|\
    interject interjects interjected interjecting=q|\
    joke jokes joked joking=tbq|\
    lament laments lamented lamenting=tbnq|\
    laud lauds lauded lauding=nj|\
    maintain maintains maintained maintaining=tbq|\
    mention mentions mentioned mentioning=tn|\
    mock mocks mocked mocking=nj|\
    muse muses mused musing=tq|\
    mutter mutters muttered muttering=q|\
    note notes noted noting=tbnq|\
    observe observes observed observing=tq|\
    opine opines opined opining=tq|\
    plead pleads pleaded pleading=q|\
    pledge pledges pledged pledging=tinq|\
    post posts posted posting=q|\
    praise praises praised praising=n|\
    predict predicts predicted predicting=tbnq|\
    press presses pressed pressing=q|\
    proclaim proclaims proclaimed proclaiming=tbnq|\
    promise promises promised promising=tbinhoq|\
    quip quips quipped quipping=tbq|\
    quote quotes quoted quoting=|\
    read reads read reading=q|\
    reaffirm reaffirms reaffirmed reaffirming=tnj|\
    reason reasons reasoned reasoning=q|\
    reassure reassures reassured reassuring=tboO|\
    rebuke rebukes rebuked rebuking=nj|\
    recall recalls recalled recalling=tbq|\
    recite recites recited reciting=q|\
    recommend recommends recommended recommending=q|\
    recount recounts recounted recounting=tnjq|\
    reiterate reiterates reiterated reiterating=tbnq|\
    remark remarks remarked remarking=tbq|\
    remind reminds reminded reminding=tboOq|\
    repeat repeats repeated repeating=tnq|\
    reply replies replied replying=tbq|\
    report reports reported reporting=tbgnhq|\
    respond responds responded responding=tbq|\
    retaliate retaliates retaliated retaliating=q|\
    retort retorts retorted retorting=tq|\
    reveal reveals revealed revealing=tbnhq|\
    say says said saying=tbwq|\
    scoff scoffs scoffed scoffing=q|\
    scold scolds scolded scolding=oq|\
    scream screams screamed screaming=q|\
    shout shouts shouted shouting=q|\
    sigh sighs sighed sighing=q|\
    slam slams slammed slamming=n|\
    snap snaps snapped snapping=q|\
    state states stated stating=tbq|\
    stress stresses stressed stressing=tnq|\
    suggest suggests suggested suggesting=tbgnhq|\
    surmise surmises surmised surmising=q|\
    swear swears swore swearing=tiq|\
    tell tells told telling=tbiwoOq|\
    testify testifies testified testifying=tbq|\
    threaten threatens threatened threatening=th|\
    thunder thunders thundered thundering=q|\
    tout touts touted touting=nj|\
    tweet tweets tweeted tweeting=tbq|\
    underline underlines underlined underlining=tnjhq|\
    underscore underscores underscored underscoring=tnjhq|\
    urge urges urged urging=tnpq|\
    vow vows vowed vowing=tinq|\
    warn warns warned warning=tbioq|\
    whisper whispers whispered whispering=tq|\
    wonder wonders wondered wondering=wq|\
    write writes wrote writing=tbq|\
    yell yells yelled yelling=q";

/// Phrases: the four forms of a verb, what follows it, and the frames of the whole.
const PHRASES: &str = "\
    ask asks asked asking=about=nw|\
    ask asks asked asking=for=n|\
    boast boasts boasted boasting=about=n|\
    boast boasts boasted boasting=of=n|\
    brag brags bragged bragging=about=n|\
    call calls called calling=for=n|\
    call calls called calling=on=n|\
    call calls called calling=upon=n|\
    caution cautions cautioned cautioning=against=n|\
    chime chimes chimed chiming=in=q|\
    comment comments commented commenting=on=n|\
    complain complains complained complaining=about=n|\
    complain complains complained complaining=of=n|\
    express expresses expressed expressing=concern=tn|\
    express expresses expressed expressing=concerns=tn|\
    express expresses expressed expressing=confidence=tn|\
    express expresses expressed expressing=doubt=tn|\
    express expresses expressed expressing=doubts=tn|\
    express expresses expressed expressing=frustration=tn|\
    express expresses expressed expressing=hope=tn|\
    express expresses expressed expressing=optimism=tn|\
    fire fires fired firing=back=q|\
    go goes went going=on to say=tbq|\
    go goes went going=on=q|\
    hint hints hinted hinting=at=n|\
    hit hits hit hitting=back=q|\
    issue issues issued issuing=a statement saying=tb|\
    joke jokes joked joking=about=n|\
    make makes made making=it clear=tbq|\
    make makes made making=it plain=tbq|\
    make makes made making=the case=t|\
    make makes made making=the point=t|\
    make makes made making=clear=tbq|\
    plead pleads pleaded pleading=for=n|\
    plead pleads pleaded pleading=with=n|\
    point points pointed pointing=out=tbnqh|\
    point points pointed pointing=to=njh|\
    put puts put putting=it=q|\
    rail rails railed railing=against=n|\
    rail rails railed railing=at=n|\
    refer refers referred referring=to=n|\
    shoot shoots shot shooting=back=tbq|\
    speak speaks spoke speaking=about=n|\
    speak speaks spoke speaking=of=n|\
    testify testifies testified testifying=about=n|\
    warn warns warned warning=about=n|\
    warn warns warned warning=against=n|\
    warn warns warned warning=of=n|\
    write writes wrote writing=in a statement=tb|\
    write writes wrote writing=about=n";

/// Nouns for what is said, and what may follow them: `t` a clause with "that", `i` an infinitive, `f` a noun phrase after "for".
/// They report something where it stands in front or behind whose they are: "Ada's claim that …".
const NOUNS: &List = list!(
    "accusation=t|accusations=t|admission=t|allegation=t|allegations=t|announcement=t|argument=t|assertion=t|assertions=t|\
    assurance=t|assurances=t|boast=t|call=if|calls=if|charge=t|claim=ti|claims=t|comment=t|comments=t|complaint=t|contention=t|\
    declaration=t|demand=tif|demands=tf|insistence=t|plea=tif|pledge=ti|prediction=t|promise=ti|promises=ti|remark=t|remarks=t|\
    statement=t|suggestion=t|testimony=t|threat=ti|vow=ti|warning=t|warnings=t"
);

/// Which form of a verb a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Third,
    Past,
    Gerund,
}

/// The forms in the order of the tables.
const FORM_ORDER: [Form; 4] = [Form::Base, Form::Third, Form::Past, Form::Gerund];

/// A reporting verb or phrase, as it may stand in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub(super) form: Form,
    frames: &'static str,
}

impl Cue {
    /// Whether it has the frame of that letter; the letters are explained at the table.
    pub(super) fn takes(&self, frame: char) -> bool {
        self.frames.contains(frame)
    }

    /// Whether it reports words without marks around them.
    pub(super) fn reports(&self) -> bool {
        self.frames.contains(['t', 'b', 'i', 'w', 'g', 'n', 'c', 'p'])
    }
}

static FORMS: LazyLock<Vec<(&'static str, Cue)>> = LazyLock::new(|| {
    let mut forms = Vec::new();
    for (words, frames) in VERBS.split('|').filter_map(|row| row.split_once('=')) {
        for (word, form) in words.split(' ').zip(FORM_ORDER) {
            // "They read" and "she read" look alike: the past is the commoner.
            if form != Form::Base || words.split(' ').nth(2) != Some(word) {
                forms.push((word, Cue { form, frames }));
            }
        }
    }
    order::by_text(&mut forms, |(word, _)| word);
    forms
});

/// The phrases by the form of their verb: the form, what follows it, the cue; in alphabetical order.
static BY_VERB: LazyLock<Vec<(&'static str, &'static str, Cue)>> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    for row in PHRASES.split('|') {
        let mut parts = row.split('=');
        let (Some(words), Some(rest), Some(frames)) = (parts.next(), parts.next(), parts.next()) else { continue };
        for (word, form) in words.split(' ').zip(FORM_ORDER) {
            if form != Form::Base || words.split(' ').nth(2) != Some(word) {
                phrases.push((word, rest, Cue { form, frames }));
            }
        }
    }
    // The longer phrase first: "went on to say" is not "went on".
    order::by_text(&mut phrases, |(_, rest, _)| rest);
    order::by_number(&mut phrases, |(_, rest, _)| !(rest.len() as u64));
    order::by_text(&mut phrases, |(word, ..)| word);
    phrases
});

/// A bit for the first word of every cue, by its hash, so that a word that begins none costs one look (Bloom 1970).
static FIRST: LazyLock<[u64; 64]> = LazyLock::new(|| {
    let mut bits = [0; 64];
    for word in FORMS.iter().map(|(word, _)| word).chain(BY_VERB.iter().map(|(word, ..)| word)) {
        let (place, bit) = bit(word);
        bits[place] |= bit;
    }
    bits
});

fn bit(word: &str) -> (usize, u64) {
    let hash = hash(word.as_bytes());
    ((hash >> 26) as usize, 1 << (hash >> 20 & 63))
}

/// Whether a cue may begin with `lower`: where not, none does.
pub(super) fn may_begin(lower: &str) -> bool {
    let (place, bit) = bit(lower);
    FIRST[place] & bit != 0
}

/// The cue that `lower` is a form of.
pub(super) fn verb(lower: &str) -> Option<Cue> {
    let at = FORMS.binary_search_by_key(&lower, |(word, _)| word).ok()?;
    FORMS.get(at).map(|(_, cue)| *cue)
}

/// The phrase that begins with `first`, whose further words `word` gives by their distance; with its length in words.
pub(super) fn phrase<'t>(first: &str, word: impl Fn(usize) -> &'t str) -> Option<(usize, Cue)> {
    let rows = BY_VERB.partition_point(|(form, _, _)| *form < first);
    BY_VERB[rows..].iter().take_while(|(form, _, _)| *form == first).find_map(|(_, rest, cue)| {
        let mut length = 1;
        let whole = rest.split(' ').all(|expected| {
            length += 1;
            word(length - 1) == expected
        });
        whole.then_some((length, *cue))
    })
}

/// The frames of a noun for what is said.
pub(super) fn noun(lower: &str) -> Option<&'static str> {
    NOUNS.get(lower)
}

/// All forms of the verbs above, in alphabetical order.
pub(super) fn forms() -> impl Iterator<Item = (&'static str, Form)> {
    FORMS.iter().map(|(word, cue)| (*word, cue.form))
}
