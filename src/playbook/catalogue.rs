//! Every template, read and compiled once, found by forgiving names and filled in.

use std::collections::BTreeMap;

use handlebars::{
    Context as Rendering, Handlebars, Helper, HelperDef, RenderContext, RenderErrorReason, ScopedJson, no_escape,
};
use rust_embed::RustEmbed;
use serde::Serialize;

use super::Lever;
use super::advice::{Advice, LeverAdvice};
use super::context::{BeforeOffer, Context, Material};
use super::entry::{Entry, Kind, Treatment, Variant, When, parts};
use super::law;
use super::render_error::{Refused, RenderError};
use super::talk::{TalkTable, TalkTopic, again_key, says_key};
use super::tidy::{mark_breaks, quotes_market, tidy};
use crate::data::{self, FileError, on_one_line};
use crate::echo::Echo;
use crate::offer::Fact;

/// The templates that ship with the program.
#[derive(RustEmbed)]
#[folder = "templates/scripts/"]
struct Scripts;

#[derive(RustEmbed)]
#[folder = "templates/topics/"]
struct Topics;

/// The folder inside `templates/scripts` whose files are parts of others and have no header.
const PARTIALS: &str = "partials/";

/// A script ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Its name for people.
    pub title: String,
    /// The subject of an e-mail.
    pub subject: Option<String>,
    /// Plain text, to paste as it is unless it is advice; at most [`Catalogue::LONGEST_BODY`] characters.
    pub body: String,
    /// What to know beside it: when it may be sent, what in it is the playbook's claim.
    pub notes: Vec<String>,
    /// Whether it is words to send rather than advice to read.
    pub to_send: bool,
}

/// All entries, compiled.
pub struct Catalogue {
    entries: Vec<Entry>,
    files: BTreeMap<String, String>,
    pub(super) advice: Advice,
    pub(super) registry: Handlebars<'static>,
}

impl Catalogue {
    /// The most characters of a body.
    pub const LONGEST_BODY: usize = 3_500;
    /// The most characters of a subject.
    pub const LONGEST_SUBJECT: usize = 200;

    /// The templates that ship with the program.
    pub fn shipped() -> Result<Self, FileError> {
        let mut texts = data::embedded::<Scripts>("scripts");
        texts.extend(data::embedded::<Topics>("topics"));
        texts.retain(|(path, _)| path.strip_suffix(".hbs").is_some());
        Self::from_texts(texts)
    }

    /// Reads and compiles templates, each with its path below `templates/`.
    pub(super) fn from_texts(mut texts: Vec<(String, String)>) -> Result<Self, FileError> {
        texts.sort();
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(no_escape);
        registry.register_helper("stop", Box::new(Stop));
        let mut catalogue = Self { entries: Vec::new(), files: BTreeMap::new(), advice: Advice::shipped()?, registry };
        for (name, key, text) in catalogue.advice.templates() {
            catalogue.compile(&format!("templates/{name}"), &key, &text)?;
        }
        for (key, text) in TalkTable::shipped()?.templates() {
            catalogue.compile("templates/talk.toml", &key, text)?;
        }
        for (path, text) in &texts {
            catalogue.read(&format!("templates/{path}"), text)?;
        }
        catalogue
            .entries
            .sort_by(|one, other| (one.kind, one.lever, &one.name).cmp(&(other.kind, other.lever, &other.name)));
        Ok(catalogue)
    }

    fn read(&mut self, file: &str, text: &str) -> Result<(), FileError> {
        if let Some(partial) = file.strip_prefix("templates/scripts/").and_then(|path| path.strip_prefix(PARTIALS)) {
            return self.compile(file, partial.trim_end_matches(".hbs"), text.trim_end());
        }
        let read = parts(file, text)?;
        let name = &read.entry.name;
        if file.rsplit('/').next().and_then(|last| last.strip_suffix(".hbs")) != Some(name) {
            let reason = format!("holds the entry \"{name}\": the file must be called {name}.hbs");
            return Err(FileError::new(file, reason));
        }
        if let Some(other) = self.files.get(name) {
            return Err(FileError::new(file, format!("repeats the name \"{name}\" of {other}")));
        }
        if let Some(subject) = &read.entry.subject {
            self.compile(file, &subject_key(name), subject)?;
        }
        for (variant, body) in &read.bodies {
            self.compile(file, &body_key(name, *variant), body)?;
        }
        self.files.insert(name.clone(), file.to_owned());
        self.entries.push(read.entry);
        Ok(())
    }

    fn compile(&mut self, file: &str, key: &str, text: &str) -> Result<(), FileError> {
        self.registry.register_template_string(key, mark_breaks(text)).map_err(|error| {
            let place = error.pos().map_or(String::new(), |(line, _)| format!("line {line} of \"{key}\": "));
            FileError::new(file, format!("{place}{}", on_one_line(error.reason()))).because(error)
        })
    }

    /// All entries of a kind, levers in the playbook's order.
    pub fn entries(&self, kind: Kind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// Every entry.
    pub fn all(&self) -> &[Entry] {
        &self.entries
    }

    /// The file an entry is in, for the table of the playbook.
    pub fn file(&self, entry: &Entry) -> &str {
        self.files.get(&entry.name).map_or("", String::as_str)
    }

    /// The entry a text names: by key, title or alias, whatever its spelling of spaces and
    /// hyphens; else the only one that begins so.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        Self::find_in(&self.entries, name)
    }

    fn find_in<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone, name: &str) -> Option<&'a Entry> {
        let wanted = plain(name);
        if wanted.is_empty() {
            return None;
        }
        let by_key = entries.clone().into_iter().find(|entry| plain(&entry.name) == wanted);
        let named = by_key.or_else(|| entries.clone().into_iter().find(|entry| names(entry).contains(&wanted)));
        named.or_else(|| {
            let mut close =
                entries.into_iter().filter(|entry| names(entry).iter().any(|name| name.starts_with(&wanted)));
            close.next().filter(|_| close.next().is_none())
        })
    }

    /// As [`Catalogue::find`] among some kinds only, for a command that shows only those.
    pub fn find_among(&self, kinds: &[Kind], name: &str) -> Option<&Entry> {
        let among: Vec<&Entry> = self.entries.iter().filter(|entry| kinds.contains(&entry.kind)).collect();
        Self::find_in(among.iter().copied(), name)
    }

    /// Entries of some kinds with `typed` in a name, for suggestions; at most 25.
    pub fn suggest(&self, kinds: &[Kind], typed: &str) -> Vec<&Entry> {
        let typed = plain(typed);
        let fitting = self
            .entries
            .iter()
            .filter(|entry| kinds.contains(&entry.kind) && names(entry).iter().any(|name| name.contains(&typed)));
        fitting.take(25).collect()
    }

    /// Fills in an entry for an offer.
    pub fn render(&self, name: &str, variant: Variant, material: &Material<'_>) -> Result<Rendered, RenderError> {
        let entry = self.find(name).ok_or_else(|| RenderError::Unknown(Echo::of(name)))?;
        let context = Context::of(material);
        Self::ready(entry, &context)?;
        self.fill(entry, variant, &context)
    }

    /// Fills in an answer or topic before there is an offer.
    pub fn render_before(
        &self,
        name: &str,
        variant: Variant,
        before: &BeforeOffer<'_>,
    ) -> Result<Rendered, RenderError> {
        let entry = self.find(name).ok_or_else(|| RenderError::Unknown(Echo::of(name)))?;
        if entry.when != When::BeforeOffer && !entry.is_advice() {
            return Err(Refused::NeedsOffer(entry.title.clone()).into());
        }
        let context = Context::before(before);
        Self::ready(entry, &context)?;
        self.fill(entry, variant, &context)
    }

    /// A topic's answer in talk, with the figures of an offer where there is one; `again` for the second time running.
    pub fn talk_answer(
        &self,
        topic: &TalkTopic,
        again: bool,
        material: Option<&Material<'_>>,
    ) -> Result<String, RenderError> {
        let context = material.map_or_else(|| Context::before(&BeforeOffer::default()), Context::of);
        self.text(&if again { again_key(&topic.key) } else { says_key(&topic.key) }, &context)
    }

    fn ready(entry: &Entry, context: &Context) -> Result<(), RenderError> {
        let missing: Vec<Fact> =
            entry.needs.iter().copied().filter(|fact| !context.facts.contains_key(fact.key())).collect();
        if !missing.is_empty() {
            return Err(RenderError::Missing(missing));
        }
        if entry.lever == Some(Lever::Level) && context.is_at_the_top() {
            return Err(Refused::NoLevelAbove.into());
        }
        if entry.when == When::Asking && !context.asks_something() {
            return Err(Refused::NothingToAsk.into());
        }
        Ok(())
    }

    /// What is said about a lever beside its figures.
    pub(super) fn lever_advice(&self, lever: super::Lever) -> Result<&LeverAdvice, RenderError> {
        let advice = self.advice.levers.iter().find(|advice| advice.key == lever);
        advice.ok_or_else(|| RenderError::Unknown(Echo::of(lever.key())))
    }

    /// One compiled text, filled in and tidied.
    pub(super) fn text(&self, key: &str, context: &impl Serialize) -> Result<String, RenderError> {
        self.filled(key, context).map(|filled| tidy(&filled))
    }

    /// One compiled text, filled in, with its marks.
    fn filled(&self, key: &str, context: &impl Serialize) -> Result<String, RenderError> {
        self.registry.render(key, context).map_err(|error| RenderError::Template {
            name: key.to_owned(),
            reason: error.reason().to_string(),
            cause: error.into(),
        })
    }

    fn fill(&self, entry: &Entry, variant: Variant, context: &Context) -> Result<Rendered, RenderError> {
        let variant = if entry.is_advice() { Variant::Normal } else { variant };
        let written = |key: &str| {
            if entry.kind == Kind::Topic {
                self.filled(key, &self.for_topics(context))
            } else {
                self.filled(key, context)
            }
        };
        let body = written(&body_key(&entry.name, variant))?;
        let subject = entry.subject.as_ref().map(|_| written(&subject_key(&entry.name))).transpose()?;
        Ok(Rendered {
            title: entry.title.clone(),
            subject: subject.map(|subject| tidy(&subject).chars().take(Self::LONGEST_SUBJECT).collect()),
            notes: notes(entry, context, quotes_market(&body)),
            body: tidy(&body),
            to_send: !entry.is_advice(),
        })
    }
}

/// What topics can name: all that scripts can, and the advice.
#[derive(Serialize)]
pub(super) struct ForTopics<'a> {
    #[serde(flatten)]
    context: &'a Context,
    rules: &'a [super::advice::Rule],
    checklist: &'a [super::advice::Part],
    other_side: &'a super::advice::OtherSideFile,
}

impl Catalogue {
    pub(super) fn for_topics<'a>(&'a self, context: &'a Context) -> ForTopics<'a> {
        let Advice { rules, parts, other_side, .. } = &self.advice;
        ForTopics { context, rules, checklist: parts, other_side }
    }
}

/// What stands beside a script: its guard, its claims, its evidence, the law, the age of the market.
fn notes(entry: &Entry, context: &Context, quotes_market: bool) -> Vec<String> {
    let mut notes: Vec<String> = entry.guard.iter().cloned().collect();
    if entry.law && !context.is_abroad() {
        notes.push(context.law().map_or_else(|| law::UNKNOWN.to_owned(), |law| law.says.clone()));
        notes.extend(context.law().map(|law| law.posted.clone()));
    }
    if let Some(as_of) = context.market_month().filter(|_| quotes_market) {
        notes.push(format!("The market range is the playbook's, as of {as_of}: check it against the posting first."));
    }
    let beside = |text: &String| context.currency().beside_text(text);
    notes.extend(entry.claims.iter().map(|claim| format!("The playbook's claim: {}", beside(claim))));
    let precise = entry.lever.is_some_and(|lever| context.asks_precisely(lever));
    let of_precise = entry.evidence_of_precise.iter().filter(|_| precise);
    notes.extend(entry.evidence.iter().chain(of_precise).map(|evidence| format!("Evidence: {}", beside(evidence))));
    if entry.treatment == Treatment::Labelled && entry.claims.is_empty() {
        notes.push("A long shot: the playbook suggests it, and nothing shows how often it works.".to_owned());
    }
    notes
}

pub(super) fn body_key(name: &str, variant: Variant) -> String {
    format!("{name}/{}", variant.key())
}

pub(super) fn subject_key(name: &str) -> String {
    format!("{name}/subject")
}

/// Letters and digits in lower case, words apart by one space.
fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(entry: &Entry) -> Vec<String> {
    [&entry.name, &entry.title].into_iter().chain(&entry.aliases).map(|name| plain(name)).collect()
}

/// `{{stop fact}}`: the fact as typed, ended like a sentence: no second full stop after its own.
struct Stop;

impl HelperDef for Stop {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Rendering,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, handlebars::RenderError> {
        let text = helper
            .param(0)
            .and_then(|given| given.value().as_str())
            .ok_or_else(|| RenderErrorReason::ParamNotFoundForName("stop", "text".into()))?;
        let ended = text.ends_with(['.', '!', '?', '…']);
        Ok(ScopedJson::Derived(format!("{text}{}", if ended { "" } else { "." }).into()))
    }
}
