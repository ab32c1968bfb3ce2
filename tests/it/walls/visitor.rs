//! The walk through the parsed source, on which the collector picks up what it is after.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Meta, Stmt, TraitItem};

use super::attributes::{of_impl_item, of_item, of_statement, of_trait_item};
use super::collect::{Collector, Import, Mention, plain};
use super::tokens;

impl<'ast> Visit<'ast> for Collector {
    fn visit_item(&mut self, item: &'ast Item) {
        if !self.left_out(of_item(item), item.span()) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        if !self.left_out(of_impl_item(item), item.span()) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &'ast TraitItem) {
        if !self.left_out(of_trait_item(item), item.span()) {
            visit::visit_trait_item(self, item);
        }
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        if !self.left_out(of_statement(statement), statement.span()) {
            visit::visit_stmt(self, statement);
        }
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if !self.left_out(&field.attrs, field.span()) {
            visit::visit_field(self, field);
        }
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        if !self.left_out(&field.attrs, field.span()) {
            visit::visit_field_value(self, field);
        }
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        if !self.left_out(&variant.attrs, variant.span()) {
            visit::visit_variant(self, variant);
        }
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if !self.left_out(&arm.attrs, arm.span()) {
            visit::visit_arm(self, arm);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let start = item.leading_colon.iter().map(|_| String::new()).collect();
        self.import(&item.tree, start, !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let name = item.rename.as_ref().map_or(&item.ident, |(_, name)| name);
        let path = match plain(&item.ident) {
            library if library == "self" => vec!["crate".to_owned()],
            other => vec![String::new(), other],
        };
        self.mentions.push(Mention { path: path.clone(), line: item.ident.span().start().line, imported: true });
        self.imports.push(Import { name: Some(plain(name)), path, public: false });
    }

    /// Who may see an item is no import of the place it is seen from.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let leading = path.leading_colon.iter().map(|_| String::new());
        let segments = leading.chain(path.segments.iter().map(|segment| plain(&segment.ident))).collect();
        self.path(segments, path.span());
        visit::visit_path(self, path);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        self.qualified(path.qself.as_ref(), &path.path);
    }

    fn visit_type_path(&mut self, path: &'ast syn::TypePath) {
        self.qualified(path.qself.as_ref(), &path.path);
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        let name = plain(&pattern.ident);
        if name.starts_with(char::is_uppercase) {
            self.path(vec![name], pattern.ident.span());
        } else {
            self.bound.insert(name);
        }
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.visit_path(&called.path);
        tokens::scan(self, called.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        match &attribute.meta {
            Meta::Path(path) => self.visit_path(path),
            Meta::List(list) => {
                self.visit_path(&list.path);
                tokens::scan(self, list.tokens.clone());
                if list.path.is_ident("serde") {
                    tokens::scan_serde(self, list.tokens.clone());
                }
            }
            Meta::NameValue(pair) if pair.path.is_ident("doc") => {}
            Meta::NameValue(pair) => self.visit_expr(&pair.value),
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "unwrap" && call.args.is_empty() {
            self.word(".unwrap()", call.method.span());
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_await(&mut self, awaited: &'ast syn::ExprAwait) {
        self.word(".await", awaited.await_token.span());
        visit::visit_expr_await(self, awaited);
    }

    fn visit_expr_async(&mut self, block: &'ast syn::ExprAsync) {
        self.word("async", block.async_token.span());
        visit::visit_expr_async(self, block);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        if let Some(token) = &closure.asyncness {
            self.word("async", token.span());
        }
        visit::visit_expr_closure(self, closure);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        if let Some(token) = &signature.asyncness {
            self.word("async", token.span());
        }
        visit::visit_signature(self, signature);
    }

    fn visit_lit_float(&mut self, literal: &'ast syn::LitFloat) {
        self.word(if literal.suffix() == "f32" { "f32" } else { "f64" }, literal.span());
    }

    fn visit_lit_int(&mut self, literal: &'ast syn::LitInt) {
        match literal.suffix() {
            "f64" => self.word("f64", literal.span()),
            "f32" => self.word("f32", literal.span()),
            _ => {}
        }
    }
}

impl Collector {
    /// In `<T>::name` the path names nothing of a module, in `<T as a::B>::name` it does.
    fn qualified(&mut self, of: Option<&syn::QSelf>, path: &syn::Path) {
        if let Some(of) = of {
            self.visit_type(&of.ty);
        }
        if of.is_some_and(|of| of.position == 0) {
            for segment in &path.segments {
                self.visit_path_segment(segment);
            }
        } else {
            self.visit_path(path);
        }
    }
}
