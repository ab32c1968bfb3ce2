//! The modules of a crate as its files declare them.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::Visit;
use syn::{Item, ItemMod, Visibility};

use super::attributes::{of_item, only_for_tests};
use super::collect::{Collector, Import, Mention, plain};

/// Files with their text, by their paths under `src/`.
pub type Sources = BTreeMap<String, String>;

pub struct Module {
    pub file: String,
    pub parent: Option<usize>,
    pub names: BTreeMap<String, Vec<Name>>,
    /// `use x::*`, with whether others see through it.
    pub globs: Vec<(Vec<String>, bool)>,
    pub mentions: Vec<Mention>,
    pub words: Vec<(&'static str, usize)>,
}

/// What a name stands for in a module.
pub struct Name {
    pub means: Means,
    pub public: bool,
}

pub enum Means {
    Item,
    Module(usize),
    Alias(Vec<String>),
}

/// A file that is reached from a root.
#[derive(Default)]
pub struct File {
    pub lines: usize,
    pub test_lines: BTreeSet<usize>,
    /// Reached by a declaration that is not for tests alone.
    pub product: bool,
}

#[derive(Default)]
pub struct Tree {
    pub modules: Vec<Module>,
    pub files: BTreeMap<String, File>,
    /// Files that nothing declares.
    pub strays: Vec<String>,
}

impl Tree {
    pub fn read(sources: &Sources) -> Self {
        let mut tree = Self::default();
        for root in ["lib.rs", "main.rs"] {
            if sources.contains_key(root) {
                tree.file(sources, root, None, false);
            }
        }
        tree.strays = sources.keys().filter(|path| !tree.files.contains_key(*path)).cloned().collect();
        tree
    }

    /// The file of the product's every module, once.
    pub fn product(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|(_, file)| file.product).map(|(path, _)| path.as_str())
    }

    pub fn root(&self, mut module: usize) -> usize {
        while let Some(parent) = self.modules[module].parent {
            module = parent;
        }
        module
    }

    pub fn is_within(&self, mut module: usize, outer: usize) -> bool {
        while module != outer {
            let Some(parent) = self.modules[module].parent else { return false };
            module = parent;
        }
        true
    }

    fn file(&mut self, sources: &Sources, path: &str, parent: Option<usize>, test: bool) -> Option<usize> {
        let source = sources.get(path).unwrap_or_else(|| panic!("src/{path} is declared, but not there"));
        let parsed = syn::parse_file(source).unwrap_or_else(|error| panic!("src/{path}: {error}"));
        let test = test || only_for_tests(&parsed.attrs);
        let file = self.files.entry(path.to_owned()).or_default();
        file.lines = source.lines().count();
        file.product |= !test;
        let folder = path
            .strip_suffix("mod.rs")
            .or_else(|| ["lib.rs", "main.rs"].contains(&path).then_some(""))
            .map_or_else(|| format!("{}/", path.trim_end_matches(".rs")), str::to_owned);
        self.module(sources, &Place { file: path, folder, parent, test }, &parsed.items)
    }

    /// A module of the product gets a number; one of tests is read only for the files it declares.
    fn module(&mut self, sources: &Sources, place: &Place<'_>, items: &[Item]) -> Option<usize> {
        let id = (!place.test).then_some(self.modules.len());
        if !place.test {
            self.modules.push(Module {
                file: place.file.to_owned(),
                parent: place.parent,
                names: BTreeMap::new(),
                globs: Vec::new(),
                mentions: Vec::new(),
                words: Vec::new(),
            });
        }
        let mut collected = Collector::default();
        for item in items {
            let test = place.test || only_for_tests(of_item(item));
            if let Item::Mod(declared) = item {
                if test && !place.test {
                    collected.skip(syn::spanned::Spanned::span(item));
                }
                let child = self.declared(sources, place, declared, id, test);
                if let (Some(id), Some(child)) = (id, child) {
                    self.name(id, plain(&declared.ident), Means::Module(child), &declared.vis);
                }
            } else if let Some(id) = id {
                collected.visit_item(item);
                if let Some((name, vis)) = defined(item).filter(|_| !test) {
                    self.name(id, name, Means::Item, vis);
                }
            }
        }
        if let Some(id) = id {
            self.keep(id, collected);
        }
        id
    }

    fn declared(
        &mut self,
        sources: &Sources,
        place: &Place<'_>,
        declared: &ItemMod,
        parent: Option<usize>,
        test: bool,
    ) -> Option<usize> {
        let name = plain(&declared.ident);
        let inner = format!("{}{name}", place.folder);
        if let Some((_, items)) = &declared.content {
            let place = Place { file: place.file, folder: format!("{inner}/"), parent, test };
            return self.module(sources, &place, items);
        }
        let beside = format!("{inner}.rs");
        let path = match written_path(declared) {
            Some(path) => place.file.rsplit_once('/').map_or(path.clone(), |(folder, _)| format!("{folder}/{path}")),
            None if sources.contains_key(&beside) => beside,
            None => format!("{inner}/mod.rs"),
        };
        self.file(sources, &path, parent, test)
    }

    fn name(&mut self, module: usize, name: String, means: Means, vis: &Visibility) {
        let public = !matches!(vis, Visibility::Inherited);
        self.modules[module].names.entry(name).or_default().push(Name { means, public });
    }

    fn keep(&mut self, id: usize, mut collected: Collector) {
        collected.settle();
        let module = &mut self.modules[id];
        for Import { name, path, public } in collected.imports {
            match name {
                Some(name) => {
                    module.names.entry(name).or_default().push(Name { means: Means::Alias(path), public });
                }
                None => module.globs.push((path, public)),
            }
        }
        module.mentions = collected.mentions;
        module.words = collected.words;
        let file = self.files.get_mut(&module.file).expect("the file of a module");
        file.test_lines.extend(collected.test_lines);
    }
}

/// Where a module is read: its file, and the folder of those it declares.
struct Place<'a> {
    file: &'a str,
    folder: String,
    parent: Option<usize>,
    test: bool,
}

fn written_path(declared: &ItemMod) -> Option<String> {
    declared.attrs.iter().find(|attribute| attribute.path().is_ident("path")).and_then(|attribute| {
        let syn::Expr::Lit(value) = &attribute.meta.require_name_value().ok()?.value else { return None };
        let syn::Lit::Str(path) = &value.lit else { return None };
        Some(path.value())
    })
}

fn defined(item: &Item) -> Option<(String, &Visibility)> {
    let (ident, vis) = match item {
        Item::Const(item) => (&item.ident, &item.vis),
        Item::Enum(item) => (&item.ident, &item.vis),
        Item::Fn(item) => (&item.sig.ident, &item.vis),
        Item::Macro(item) => (item.ident.as_ref()?, &Visibility::Inherited),
        Item::Static(item) => (&item.ident, &item.vis),
        Item::Struct(item) => (&item.ident, &item.vis),
        Item::Trait(item) => (&item.ident, &item.vis),
        Item::Type(item) => (&item.ident, &item.vis),
        Item::Union(item) => (&item.ident, &item.vis),
        _ => return None,
    };
    Some((plain(ident), vis))
}
