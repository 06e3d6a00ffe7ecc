//! What can be chosen for a training run; the defaults are what ships.

use std::error::Error;

/// The choices. Any of them can be given on the command line as `name=value`, for experiments.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How often a hand-labelled document is seen where one that a teacher labelled is seen once.
    pub hand_weight: u32,
    /// Names that the teacher was less sure of are left open: any tags may stand there.
    pub least_confidence: f32,
    /// Features seen less often are left out of the first round.
    pub least_count: u8,
    /// The share of features that is left out at random of each chain, so that no feature learns to rely on another.
    pub dropout: f32,
    /// The size of a learning step.
    pub alpha: f32,
    /// The price of a weight, in the round that selects features.
    pub lasso: f32,
    /// The price of a weight, in the round that learns what ships.
    pub last_lasso: f32,
    /// Rounds over the data: for the first pass of the cross-fitting, for selecting, for what ships.
    pub rounds: [usize; 3],
    /// Features that ship.
    pub features: usize,
    /// The step that weights are rounded to.
    pub step: f32,
    /// Persons in the tables who must bear a first name, and a last name, before it counts as one.
    pub bearers: [u32; 2],
    /// Whether words that alone name a place or an organisation in the tables ship.
    pub single_names: bool,
    /// Words that ship with their cluster, the most frequent first.
    pub clusters: usize,
    /// Every document of this many is held aside, to learn how far margins can be trusted.
    pub held_aside: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            hand_weight: 2,
            least_confidence: 0.6,
            least_count: 3,
            dropout: 0.0,
            alpha: 0.05,
            lasso: 1.0,
            last_lasso: 3.0,
            rounds: [2, 2, 2],
            features: 60_000,
            step: 0.15,
            bearers: [1, 1],
            single_names: true,
            clusters: 28_694,
            held_aside: 20,
        }
    }
}

impl Settings {
    /// The defaults, but for what `name=value` arguments say.
    pub fn from_args<'a>(args: impl Iterator<Item = &'a str>) -> Result<Self, Box<dyn Error>> {
        let mut settings = Settings::default();
        for arg in args {
            let (name, value) = arg.split_once('=').ok_or_else(|| format!("\"{arg}\" is not of the form name=value"))?;
            match name {
                "hand_weight" => settings.hand_weight = value.parse()?,
                "least_confidence" => settings.least_confidence = value.parse()?,
                "least_count" => settings.least_count = value.parse()?,
                "dropout" => settings.dropout = value.parse()?,
                "alpha" => settings.alpha = value.parse()?,
                "lasso" => settings.lasso = value.parse()?,
                "last_lasso" => settings.last_lasso = value.parse()?,
                "features" => settings.features = value.parse()?,
                "step" => settings.step = value.parse()?,
                "single_names" => settings.single_names = value.parse()?,
                "clusters" => settings.clusters = value.parse()?,
                "held_aside" => settings.held_aside = value.parse()?,
                "rounds" | "bearers" => {
                    let numbers: Vec<usize> = value.split(',').map(str::parse).collect::<Result<_, _>>()?;
                    match (name, numbers.as_slice()) {
                        ("rounds", &[first, second, third]) => settings.rounds = [first, second, third],
                        ("bearers", &[given, family]) => settings.bearers = [given as u32, family as u32],
                        _ => return Err(format!("{name} takes other numbers than {value}").into()),
                    }
                }
                _ => return Err(format!("there is no setting {name}").into()),
            }
        }
        Ok(settings)
    }
}
