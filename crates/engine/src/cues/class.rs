//! The classes of cues. Their names are those in the first column of the cue tables.

use crate::Data;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a cue is read as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Class {
            $($(#[$doc])* $name,)*
            /// A noun for data of a kind.
            Data(Data),
        }

        impl Class {
            /// The class with this name in a table; `None` where there is none.
            pub fn named(name: &str) -> Option<Self> {
                if let Some(data) = name.strip_prefix("data.") {
                    return data_named(data).map(Class::Data);
                }
                match name {
                    $($text => Some(Class::$name),)*
                    _ => None,
                }
            }

            /// Its name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Class::$name => $text,)*
                    Class::Data(_) => "data",
                }
            }
        }
    };
}

classes! {
    /// Training proper, as verb or noun: train, fine-tune, pre-train.
    Train = "train",
    /// Weaker acts that count when done to models: improve, develop, enhance, build.
    Improve = "improve",
    /// Made better without a verb of making: "help our models become more accurate".
    Learn = "learn",
    /// Surely AI: AI, machine learning, language models, neural networks.
    Model = "model",
    /// Perhaps AI: models, algorithms.
    ModelWord = "model-word",
    /// Looks like a model and is none: business model, AI Products, AI-generated.
    NotModel = "not-model",
    /// Defines a term: means, refers to.
    Define = "define",
    /// Another matter than training that people opt out of: marketing, cookies, arbitration.
    Elsewhere = "elsewhere",
    /// Technology that can be trained: system, engine, tool, feature, assistant.
    Tech = "tech",
    /// What every service improves: services, products, platform, experience.
    Generic = "generic",
    /// Training data, training sets.
    Dataset = "dataset",
    /// People who can be trained: staff, employees, reviewers; courses.
    Staff = "staff",
    /// Verbs of use: use, process, collect, share.
    Use = "use",
    /// The provider: we, us, our, the company.
    Provider = "provider",
    /// The person: you, customer, user.
    User = "user",
    /// Someone else: third parties, partners, suppliers.
    Third = "third",
    /// Gives or lets: share with, allow, permit, sell.
    Give = "give",
    /// Negation: not, never, no, neither, without.
    Not = "not",
    /// Verbs that deny what follows at once: prevent, exclude, without.
    Bar = "bar",
    /// Opens an exception: unless, except, other than.
    Unless = "unless",
    /// Goes on regardless: even if, regardless, notwithstanding.
    Despite = "despite",
    /// A rule upon the person: you may not, you agree not to, prohibited uses.
    Restrict = "restrict",
    /// Turning it off: opt out, turn off, object, withdraw.
    OptOut = "opt-out",
    /// Turning it on or agreeing: opt in, consent, permission, enable.
    OptIn = "opt-in",
    /// A grant by the person: "you agree that we may".
    Accept = "accept",
    /// The state of a setting: "is enabled".
    StateOn = "state-on",
    /// Belongs to somebody else: their.
    Theirs = "theirs",
    /// Opens the terms of an agreement: with, upon.
    With = "with",
    /// After "except": refers to other terms ("except as permitted").
    As = "as",
    /// Opting in by that very word.
    OptedIn = "opted-in",
    /// Verbs of switches: turn off, disable, toggle.
    Switch = "switch",
    /// Joins equals: and, or.
    And = "and",
    /// Where it is turned: settings, controls, preferences, toggle.
    Control = "control",
    /// Choosing: choose, decide, manage, adjust.
    Choose = "choose",
    /// By default.
    Default = "default",
    /// Opens a condition: if, when, where, once.
    If = "if",
    /// Data from elsewhere: publicly available, licensed, crawled, data brokers.
    Source = "source",
    /// Protection: de-identify, anonymise, aggregate, filter.
    Safeguard = "safeguard",
    /// Weaker protection, told only where nothing else is: remove, reduce, review.
    Protect = "protect",
    /// Flagged content, safety or abuse review.
    Flagged = "flagged",
    /// Points elsewhere: see, learn more, for more information.
    Pointer = "pointer",
    /// Refers back: this use, in this way, for these purposes.
    Back = "back",
    /// Refers back to training data: these datasets, such data.
    BackData = "back-data",
    /// Goes on naming: "which include".
    Includes = "includes",
    /// Leaving the service altogether: stop using, do not use.
    Quit = "quit",
    /// The person, as one who acts.
    You = "you",
    /// Hands data to others: sell, license, share.
    Sell = "sell",
    /// Comes first: before, prior to.
    Before = "before",
    /// Taking agreement back: withdraw, revoke.
    Withdraw = "withdraw",
    /// By means of: using, with, through, powered by.
    Means = "means",
    /// A grant of rights: licence, grant.
    Licence = "licence",
    /// A form to fill in.
    Form = "form",
    /// An e-mail to write.
    Email = "email",
    /// A contract to sign.
    Contract = "contract",
    /// Deleting the account or the content.
    Delete = "delete",
    /// A new finite provider clause: we may, we will, we use.
    WeDo = "we-do",
    /// A verb by which a provider called by name acts: may, will, uses.
    Finite = "finite",
    /// A person's own doing: you may, you can.
    YouCan = "you-can",
    /// Liability, warranty, infringement.
    Liability = "liability",
    /// After "not": no negation ("not only").
    Only = "only",
    /// Ends the scope of a negation: but, however.
    But = "but",
    /// Joins what a negation covers: nor, or.
    Nor = "nor",
    /// What training is done on: on, with, from.
    On = "on",
    /// Ends the reach of an act: to, that, which, when.
    Break = "break",
    /// Belongs to the person: your, customer, own.
    Own = "own",
    /// Belongs to the provider: our, its, the.
    Ours = "ours",
    /// Forms of passive and perfect: is, are, been, has.
    Passive = "passive",
    /// Nouns of improving: improvement, development.
    Improvement = "improvement",
    /// Past forms of acts: trained, developed. Before a noun they describe it.
    Participle = "participle",
    /// Follows a party that acts: may, can, will.
    Modal = "modal",
    /// Leads to an act: to, for, may.
    Infinitive = "infinitive",
    /// Where something comes from: from, by.
    FromBy = "from-by",
    /// A command to the person: do not, never.
    Command = "command",
    /// Depends on a setting: subject to, depending on.
    SubjectTo = "subject-to",
    /// Leaves open: whether, how, if.
    Whether = "whether",
    /// Opting out by that very word.
    Opt = "opt",
    /// Opens a question or title: how, what, why.
    Ask = "ask",
    /// Opens a purpose: to, for.
    Purpose = "purpose",
    /// Denies within an exception: "unless you have not …".
    Denied = "denied",
    /// Nouns of training.
    NounTraining = "noun-training",
    /// A noun for plans: plan, tier, account. Names of plans count only beside it.
    PlanNoun = "plan-noun",
    /// Name of a plan, in a list of plans.
    PlanFree = "plan.free",
    /// Name of a plan, in a list of plans.
    PlanPro = "plan.pro",
    /// Name of a plan, in a list of plans.
    PlanStudent = "plan.student",
    /// Name of a plan, in a list of plans.
    PlanTeam = "plan.team",
    /// Name of a plan, in a list of plans.
    PlanBusiness = "plan.business",
    /// Name of a plan, in a list of plans.
    PlanEducation = "plan.education",
    /// Free plan.
    AudFree = "aud.free",
    /// Paid personal plan.
    AudPro = "aud.pro",
    /// Student plan.
    AudStudent = "aud.student",
    /// Team plan.
    AudTeam = "aud.team",
    /// Business customers.
    AudBusiness = "aud.business",
    /// Enterprise customers.
    AudEnterprise = "aud.enterprise",
    /// Schools.
    AudEducation = "aud.education",
    /// Developers' interfaces.
    AudApi = "aud.api",
    /// European region.
    AudEu = "aud.eu",
    /// United Kingdom.
    AudUk = "aud.uk",
    /// United States or one of them.
    AudUs = "aud.us",
    /// Minors.
    AudMinors = "aud.minors",
    /// People without an account.
    AudLoggedOut = "aud.logged-out",
    /// People who do not use the service.
    AudNonUsers = "aud.non-users",
    /// Individuals, consumers.
    AudIndividuals = "aud.individuals",
}

fn data_named(name: &str) -> Option<Data> {
    Some(match name {
        "inputs" => Data::Inputs,
        "outputs" => Data::Outputs,
        "files" => Data::Files,
        "code" => Data::Code,
        "images" => Data::Images,
        "voice" => Data::Voice,
        "feedback" => Data::Feedback,
        "usage" => Data::Usage,
        "account" => Data::Account,
        "public-content" => Data::PublicContent,
        "personal" => Data::Personal,
        "content" => Data::Content,
        "other" => Data::Other,
        _ => return None,
    })
}
