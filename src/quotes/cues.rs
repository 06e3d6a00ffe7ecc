//! The verbs and phrases that report speech, with the frames in which they do.
//!
//! A row is the four forms of a verb and its frames; adding a verb is adding a row. What is not speech (believes, hopes,
//! fears, sees as) is kept out, and so are verbs that report speech only now and then.

use std::sync::LazyLock;

/// The frames of a verb, a letter each:
/// `t` a clause with "that"; `b` a clause without it; `i` an infinitive; `n` a noun phrase; `g` a gerund; `w` a clause with
/// "whether", "if" or a question word; `o` names whom it is said to before the content; `f` a noun phrase after "for";
/// `q` words inside quotation marks.
const VERBS: &[(&str, &str)] = &[
    ("acknowledge acknowledges acknowledged acknowledging", "tbq"),
    ("add adds added adding", "tbq"),
    ("admit admits admitted admitting", "tbgq"),
    ("advise advises advised advising", "toiq"),
    ("affirm affirms affirmed affirming", "tq"),
    ("agree agrees agreed agreeing", "q"),
    ("allege alleges alleged alleging", "tbq"),
    ("announce announces announced announcing", "tbq"),
    ("answer answers answered answering", "tq"),
    ("argue argues argued arguing", "tbq"),
    ("ask asks asked asking", "woq"),
    ("assert asserts asserted asserting", "tbq"),
    ("assure assures assured assuring", "tboq"),
    ("aver avers averred averring", "tq"),
    ("bark barks barked barking", "q"),
    ("boast boasts boasted boasting", "tq"),
    ("boom booms boomed booming", "q"),
    ("caution cautions cautioned cautioning", "toq"),
    ("chant chants chanted chanting", "q"),
    ("charge charges charged charging", "tq"),
    ("chide chides chided chiding", "q"),
    ("claim claims claimed claiming", "tbiq"),
    ("comment comments commented commenting", "tq"),
    ("complain complains complained complaining", "tq"),
    ("concede concedes conceded conceding", "tbq"),
    ("conclude concludes concluded concluding", "tq"),
    ("confess confesses confessed confessing", "tq"),
    ("confirm confirms confirmed confirming", "tbq"),
    ("contend contends contended contending", "tbq"),
    ("continue continues continued continuing", "q"),
    ("counter counters countered countering", "tq"),
    ("cry cries cried crying", "q"),
    ("deadpan deadpans deadpanned deadpanning", "q"),
    ("declare declares declared declaring", "tbq"),
    ("demand demands demanded demanding", "tniq"),
    ("deny denies denied denying", "tbgnq"),
    ("disclose discloses disclosed disclosing", "tq"),
    ("echo echoes echoed echoing", "q"),
    ("elaborate elaborates elaborated elaborating", "q"),
    ("emphasise emphasises emphasised emphasising", "tnq"),
    ("emphasize emphasizes emphasized emphasizing", "tnq"),
    ("exclaim exclaims exclaimed exclaiming", "tq"),
    ("explain explains explained explaining", "tbwq"),
    ("fume fumes fumed fuming", "q"),
    ("gush gushes gushed gushing", "q"),
    ("indicate indicates indicated indicating", "tbq"),
    ("inform informs informed informing", "to"),
    ("insist insists insisted insisting", "tbq"),
    ("interject interjects interjected interjecting", "q"),
    ("joke jokes joked joking", "tq"),
    ("lament laments lamented lamenting", "tq"),
    ("maintain maintains maintained maintaining", "tbq"),
    ("mention mentions mentioned mentioning", "t"),
    ("muse muses mused musing", "q"),
    ("mutter mutters muttered muttering", "q"),
    ("note notes noted noting", "tbq"),
    ("observe observes observed observing", "tq"),
    ("opine opines opined opining", "tq"),
    ("plead pleads pleaded pleading", "q"),
    ("pledge pledges pledged pledging", "tiq"),
    ("post posts posted posting", "q"),
    ("predict predicts predicted predicting", "tbq"),
    ("press presses pressed pressing", "q"),
    ("proclaim proclaims proclaimed proclaiming", "tq"),
    ("promise promises promised promising", "tboiq"),
    ("quip quips quipped quipping", "tq"),
    ("read reads read reading", "q"),
    ("reason reasons reasoned reasoning", "q"),
    ("reassure reassures reassured reassuring", "to"),
    ("recall recalls recalled recalling", "tq"),
    ("recite recites recited reciting", "q"),
    ("recommend recommends recommended recommending", "q"),
    ("recount recounts recounted recounting", "tq"),
    ("reiterate reiterates reiterated reiterating", "tnq"),
    ("remark remarks remarked remarking", "tq"),
    ("remind reminds reminded reminding", "toq"),
    ("repeat repeats repeated repeating", "tq"),
    ("reply replies replied replying", "tq"),
    ("report reports reported reporting", "tbq"),
    ("respond responds responded responding", "tq"),
    ("retaliate retaliates retaliated retaliating", "q"),
    ("retort retorts retorted retorting", "tq"),
    ("reveal reveals revealed revealing", "tq"),
    ("say says said saying", "tbwq"),
    ("scoff scoffs scoffed scoffing", "q"),
    ("scold scolds scolded scolding", "oq"),
    ("scream screams screamed screaming", "q"),
    ("shout shouts shouted shouting", "q"),
    ("sigh sighs sighed sighing", "q"),
    ("snap snaps snapped snapping", "q"),
    ("state states stated stating", "tbq"),
    ("stress stresses stressed stressing", "tnq"),
    ("suggest suggests suggested suggesting", "tbq"),
    ("surmise surmises surmised surmising", "q"),
    ("swear swears swore swearing", "tiq"),
    ("tell tells told telling", "tbowiq"),
    ("testify testifies testified testifying", "tq"),
    ("threaten threatens threatened threatening", "ti"),
    ("thunder thunders thundered thundering", "q"),
    ("tweet tweets tweeted tweeting", "tbq"),
    ("underline underlines underlined underlining", "tnq"),
    ("underscore underscores underscored underscoring", "tnq"),
    ("urge urges urged urging", "toiq"),
    ("vow vows vowed vowing", "tiq"),
    ("warn warns warned warning", "tboq"),
    ("whisper whispers whispered whispering", "tq"),
    ("wonder wonders wondered wondering", "q"),
    ("write writes wrote writing", "tbq"),
    ("yell yells yelled yelling", "q"),
];

/// Phrases of several words, in lower case, and their frames. The first word is a verb of no row above, or of another sense.
/// A phrase stands in front of those that it begins with.
const PHRASES: &[(&str, &str)] = &[
    ("call for", "n"),
    ("called for", "n"),
    ("calling for", "n"),
    ("calls for", "n"),
    ("chimed in", "q"),
    ("fired back", "q"),
    ("fires back", "q"),
    ("go on to say", "tbq"),
    ("goes on", "q"),
    ("hit back", "q"),
    ("hits back", "q"),
    ("made clear", "tbq"),
    ("made it clear", "tbq"),
    ("made it plain", "tbq"),
    ("make clear", "tbq"),
    ("make it clear", "tbq"),
    ("makes clear", "tbq"),
    ("makes it clear", "tbq"),
    ("making it clear", "tbq"),
    ("point out", "tbq"),
    ("pointed out", "tbq"),
    ("pointing out", "tbq"),
    ("points out", "tbq"),
    ("put it", "q"),
    ("puts it", "q"),
    ("shoots back", "q"),
    ("shot back", "q"),
    ("went on to say", "tbq"),
    ("went on", "q"),
];

/// Which form of a verb a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Third,
    Past,
    Gerund,
}

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
}

static FORMS: LazyLock<Vec<(&'static str, Cue)>> = LazyLock::new(|| {
    let mut forms = Vec::new();
    for (words, frames) in VERBS {
        for (word, form) in words.split(' ').zip([Form::Base, Form::Third, Form::Past, Form::Gerund]) {
            // "They read" and "she read" look alike: the past is the commoner.
            if form != Form::Base || words.split(' ').nth(2) != Some(word) {
                forms.push((word, Cue { form, frames }));
            }
        }
    }
    forms.sort_by_key(|(word, _)| *word);
    forms
});

/// The cue that `lower` is a form of.
pub(super) fn verb(lower: &str) -> Option<Cue> {
    let at = FORMS.binary_search_by_key(&lower, |(word, _)| word).ok()?;
    FORMS.get(at).map(|(_, cue)| *cue)
}

/// The phrase that begins with `first`, whose further words `word` gives by their distance; with its length in words.
pub(super) fn phrase<'t>(first: &str, word: impl Fn(usize) -> &'t str) -> Option<(usize, Cue)> {
    PHRASES.iter().filter(|(words, _)| words.split(' ').next() == Some(first)).find_map(|(words, frames)| {
        let whole = words.split(' ').enumerate().all(|(distance, expected)| word(distance) == expected);
        let form = if first.ends_with("ing") { Form::Gerund } else { Form::Past };
        whole.then(|| (words.split(' ').count(), Cue { form, frames }))
    })
}
