//! From a path as it is written to the file that defines what it names.

use std::collections::BTreeSet;

use super::tree::{Means, Tree};

/// The name the library goes by in `main.rs`.
const LIBRARY: &str = "counteroffer";

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Module(usize),
    /// Something defined in this module, or in no other that is known.
    Item(usize),
    Outside(String),
}

/// One file names something of another.
pub struct Arrow {
    pub from: String,
    pub to: String,
    /// Files of the modules the path is spelled through, on its way to where the thing is defined.
    pub through: BTreeSet<String>,
    pub to_parent: bool,
    pub line: usize,
    pub spelled: String,
}

/// A crate, or another word that has a wall.
pub struct Word {
    pub file: String,
    pub said: String,
    pub line: usize,
}

/// Imports that are being followed, so that none is followed round and round.
type Busy = BTreeSet<(usize, String, usize)>;

impl Tree {
    /// Every arrow between files, and every word: crates as `name::`.
    pub fn arrows(&self) -> (Vec<Arrow>, Vec<Word>) {
        let (mut arrows, mut words) = (Vec::new(), Vec::new());
        for (at, module) in self.modules.iter().enumerate() {
            let word = |said: String, line| Word { file: module.file.clone(), said, line };
            words.extend(module.words.iter().map(|(known, line)| word((*known).to_owned(), *line)));
            for mention in &module.mentions {
                let alone = !mention.imported && mention.path.len() == 1;
                let mut passed = BTreeSet::new();
                for target in self.follow(at, &mention.path, &mut Busy::new(), &mut passed) {
                    let to = match target {
                        Target::Outside(_) if alone => continue,
                        Target::Outside(name) => {
                            words.push(word(format!("{name}::"), mention.line));
                            continue;
                        }
                        Target::Module(to) | Target::Item(to) => to,
                    };
                    let file = |module: usize| &self.modules[module].file;
                    let through = passed.iter().map(|passed| file(*passed).clone());
                    arrows.push(Arrow {
                        from: module.file.clone(),
                        to: file(to).clone(),
                        through: through.filter(|file| *file != module.file).collect(),
                        to_parent: self.parent_file(at) == Some(file(to)),
                        line: mention.line,
                        spelled: mention.path.join("::"),
                    });
                }
            }
        }
        arrows.retain(|arrow| arrow.from != arrow.to || !arrow.through.is_empty());
        (arrows, words)
    }

    fn follow(&self, at: usize, path: &[String], busy: &mut Busy, passed: &mut BTreeSet<usize>) -> BTreeSet<Target> {
        let Some(first) = path.first() else { return BTreeSet::new() };
        let mut rest = &path[1..];
        let mut reached = match first.as_str() {
            "crate" => BTreeSet::from([Target::Module(self.root(at))]),
            "self" => BTreeSet::from([Target::Module(at)]),
            "super" => BTreeSet::from([self.above(at)]),
            "" => {
                let name = rest.first().cloned().unwrap_or_default();
                rest = rest.get(1..).unwrap_or_default();
                BTreeSet::from([self.outside(&name)])
            }
            name => self.lookup(at, at, name, busy),
        };
        if reached.is_empty() {
            reached.insert(self.outside(first));
        }
        for segment in rest {
            // A function may share a module's name; only the module has something inside.
            if reached.iter().any(|target| matches!(target, Target::Module(_))) {
                reached.retain(|target| matches!(target, Target::Module(_)));
            }
            reached = reached
                .into_iter()
                .flat_map(|target| match target {
                    Target::Module(module) if segment == "super" => BTreeSet::from([self.above(module)]),
                    Target::Module(module) => {
                        passed.insert(module);
                        let found = self.lookup(at, module, segment, busy);
                        if found.is_empty() { BTreeSet::from([Target::Item(module)]) } else { found }
                    }
                    other => BTreeSet::from([other]),
                })
                .collect();
        }
        reached
    }

    /// The file that declares this module's file.
    fn parent_file(&self, mut at: usize) -> Option<&String> {
        let file = &self.modules[at].file;
        while &self.modules[at].file == file {
            at = self.modules[at].parent?;
        }
        Some(&self.modules[at].file)
    }

    fn above(&self, module: usize) -> Target {
        Target::Module(self.modules[module].parent.unwrap_or(module))
    }

    fn outside(&self, name: &str) -> Target {
        let library = self.modules.iter().position(|module| module.file == "lib.rs");
        match library {
            Some(library) if name == LIBRARY => Target::Module(library),
            _ => Target::Outside(name.to_owned()),
        }
    }

    /// What a name means in a module, as one who stands elsewhere sees it.
    fn lookup(&self, viewer: usize, module: usize, name: &str, busy: &mut Busy) -> BTreeSet<Target> {
        let mut found = BTreeSet::new();
        for (index, entry) in self.modules[module].names.get(name).into_iter().flatten().enumerate() {
            if !entry.public && !self.is_within(viewer, module) {
                continue;
            }
            match &entry.means {
                Means::Item => _ = found.insert(Target::Item(module)),
                Means::Module(child) => _ = found.insert(Target::Module(*child)),
                Means::Alias(path) => {
                    let key = (module, name.to_owned(), index);
                    if !busy.insert(key.clone()) {
                        continue;
                    }
                    let targets = self.follow(module, path, busy, &mut BTreeSet::new());
                    if targets.iter().all(|target| matches!(target, Target::Outside(_))) {
                        found.insert(Target::Item(module));
                    }
                    found.extend(targets);
                    busy.remove(&key);
                }
            }
        }
        if !found.is_empty() {
            return found;
        }
        for (index, (path, public)) in self.modules[module].globs.iter().enumerate() {
            let key = (module, "*".to_owned(), index);
            if !(*public || self.is_within(viewer, module)) || !busy.insert(key.clone()) {
                continue;
            }
            for target in self.follow(module, path, busy, &mut BTreeSet::new()) {
                if let Target::Module(inside) = target {
                    found.extend(self.lookup(module, inside, name, busy));
                }
            }
            busy.remove(&key);
        }
        found
    }
}
