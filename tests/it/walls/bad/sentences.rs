use super::super::sentences::complaints;
use super::super::tree::{Sources, Tree};

fn said(text: &str, spoken: &[(&str, &str)]) -> Vec<String> {
    let sources: Sources =
        [("lib.rs", "mod tax; mod words;"), ("tax.rs", text), ("words.rs", "fn f() { \"it is said here\"; }")]
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .into();
    complaints(&Tree::read(&sources), &sources, &["tax"], spoken)
}

#[test]
fn a_sentence_is_found_wherever_it_stands() {
    for text in [
        "fn f() -> &'static str { \"set it aside\" }",
        "fn f() -> String { format!(\"set {} aside\", 1) }",
        "fn f() -> String { format!(\"{amount} in stock\") }",
        "const A: &str = \"one \\\n   two three\";",
        "fn f() { g(&[(\"set it aside\", 1)]) }",
        "mod inner { fn f() { \"set it aside\"; } }",
        "impl T { fn f() { \"set it aside\"; } }",
        "facts! { Name, \"how you sign\"; }",
        "fn f() { h(r\"set it aside\").expect(\"a text\"); }",
    ] {
        assert_eq!(said(text, &[]).len(), 1, "{text}");
    }
    assert_eq!(
        said("\n\nconst A: &str = \"set it aside\";", &[]),
        ["src/tax.rs:3 says \"set it aside\": that belongs in words/"]
    );
}

#[test]
fn what_no_user_reads_is_no_sentence() {
    for text in [
        "const A: &str = \"hiring_manager\";",
        "const A: &str = \"sign on\";",
        "fn f() -> String { format!(\"{} {} in {}\", 1, 2, 3) }",
        "/// Set it aside.\nfn f() {}",
        "#[derive(Error)] enum E { #[error(\"it is not whole\")] NotWhole }",
        "fn f() { g().expect(\"a test reads it\"); println!(\"{}\", g().expect(\"a test reads it\")) }",
        "fn f() { panic!(\"it is not whole\"); assert!(true, \"it is not whole\") }",
        "#[cfg(test)] mod tests { const A: &str = \"set it aside\"; }",
        "#[test] fn f() { \"set it aside\"; }",
    ] {
        assert!(said(text, &[]).is_empty(), "{text}");
    }
}

#[test]
fn a_file_is_excused_only_while_it_needs_it() {
    let excused = &[("tax.rs", "reads what people write")];
    assert!(said("const A: &str = \"set it aside\";", excused).is_empty());
    assert_eq!(said("fn f() {}", excused), ["tax.rs has no sentence: the entry is idle"]);
}
