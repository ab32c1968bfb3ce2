//! Every name in every template exists in the context's fullest form: the strict renderer
//! stays silent about `{{#if a_name_that_nothing_has}}`.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Handlebars, Template};
use serde_json::Value;

use super::*;
use crate::playbook::context::Context;

/// All that any context can hold, laid over each other.
fn everything() -> Value {
    let catalogue = catalogue();
    let full = fullest();
    let mut plain = barest(&[]);
    plain.offer.base = Money::dollars(200_000);
    // A drop in year 3 and a grant in dollars need another offer than the fullest.
    let dropping = Kit::of(
        test_offers::offer(180_000, 300_000, 120_000, 80_000),
        full.facts.clone(),
        full.target,
        dollars(190_000, 130_000, 90_000, 400_000),
    );
    let asking = |target: Ask| Kit::of(plain_offer(), full.facts.clone(), target, full.opening);
    let (base, sign_on) =
        (asking(dollars(199_500, 70_000, 50_000, 340_000)), asking(dollars(190_000, 80_000, 57_500, 340_000)));
    let mut all = Value::Object(serde_json::Map::new());
    for kit in [&full, &plain, &dropping, &base, &sign_on] {
        lay_over(
            &mut all,
            serde_json::to_value(catalogue.for_topics(&Context::of(&kit.material()))).expect("serialises"),
        );
    }
    all
}

fn lay_over(all: &mut Value, more: Value) {
    if all.is_null() && more.is_object() {
        *all = Value::Object(serde_json::Map::new());
    }
    match (all, more) {
        (Value::Object(all), Value::Object(more)) => {
            for (key, value) in more {
                lay_over(all.entry(key).or_insert(Value::Null), value);
            }
        }
        // A list stands for what all of its elements hold.
        (all, Value::Array(list)) => list.into_iter().for_each(|element| lay_over(all, element)),
        (all, more) => {
            if all.is_null() {
                *all = more;
            }
        }
    }
}

struct Walk<'a> {
    registry: &'a Handlebars<'static>,
    root: &'a Value,
    unknown: Vec<String>,
}

impl Walk<'_> {
    fn template(&mut self, template: &Template, scope: &Value) {
        for element in &template.elements {
            match element {
                TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
                    self.helper(helper, scope);
                }
                TemplateElement::HelperBlock(helper) => self.helper(helper, scope),
                TemplateElement::PartialExpression(partial) => {
                    let name = partial.name.as_name().expect("a plain name");
                    match self.registry.get_template(name) {
                        Some(template) => self.template(template, scope),
                        None => self.unknown.push(format!("> {name}")),
                    }
                }
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
                other => self.unknown.push(format!("{other:?}")),
            }
        }
    }

    fn helper(&mut self, helper: &HelperTemplate, scope: &Value) {
        let name = helper.name.as_name().expect("a plain name");
        let mut inner = scope.clone();
        match (name, helper.params.as_slice()) {
            (path, []) => drop(self.look_up(path, scope)),
            ("if" | "unless" | "stop", [given]) => drop(self.parameter(given, scope)),
            ("each" | "with", [given]) => inner = self.parameter(given, scope),
            (other, _) => self.unknown.push(format!("helper {other}")),
        }
        for template in helper.template.iter().chain(&helper.inverse) {
            self.template(template, &inner);
        }
    }

    fn parameter(&mut self, given: &Parameter, scope: &Value) -> Value {
        match given.as_name() {
            Some(path) => self.look_up(path, scope),
            None => Value::Null,
        }
    }

    fn look_up(&mut self, path: &str, scope: &Value) -> Value {
        let mut at = scope;
        for name in path.split('.') {
            let Some(value) = at.get(name) else {
                self.unknown.push(path.to_owned());
                return self.root.clone();
            };
            at = value;
        }
        at.clone()
    }
}

fn unknown_names(catalogue: &Catalogue) -> Vec<String> {
    let root = everything();
    let mut found = Vec::new();
    for (key, template) in catalogue.registry.get_templates() {
        // A partial is walked where it is used, in that scope.
        if !key.contains('/') {
            continue;
        }
        let mut walk = Walk { registry: &catalogue.registry, root: &root, unknown: Vec::new() };
        walk.template(template, &root);
        found.extend(walk.unknown.into_iter().map(|name| format!("{key}: {name}")));
    }
    found
}

#[test]
fn every_name_used_exists() {
    assert_eq!(unknown_names(&catalogue()), Vec::<String>::new());
}

#[test]
fn an_unknown_name_would_be_found() {
    let text = |body: &str| {
        let header = "+++\nname = \"x\"\ntitle = \"X\"\nkind = \"topic\"\nsource = \"s\"\ntreatment = \"kept\"\n+++\n";
        vec![("topics/x.hbs".to_owned(), format!("{header}{body}"))]
    };
    for (body, names) in [
        ("{{#if walk_away}}x{{/if}}", vec!["x/normal: walk_away"]),
        ("{{#if offer.walk_away}}x{{/if}}", vec!["x/normal: offer.walk_away"]),
        ("{{#each others}}{{#if salary}}x{{/if}}{{/each}}", vec!["x/normal: salary"]),
        ("{{> nothing}}", vec!["x/normal: > nothing"]),
        ("{{shout team}}", vec!["x/normal: helper shout"]),
        ("{{#if offer.base}}{{offer.base}}{{/if}}{{#each others}}{{company}}{{/each}}", vec![]),
    ] {
        assert_eq!(unknown_names(&Catalogue::from_texts(text(body)).expect("compiles")), names, "{body}");
    }
}

#[test]
fn the_walk_away_number_is_not_in_the_context() {
    let all = everything().to_string();
    assert!(!all.contains("walk") && !all.contains("1,234,567") && !all.contains("1234567"), "{all}");
}

#[test]
fn no_fact_hides_a_computed_name() {
    let computed = serde_json::to_value(Context::of(&barest(&[]).material())).expect("serialises");
    for fact in Fact::ALL {
        assert!(computed.get(fact.key()).is_none(), "{fact}");
    }
}
