use crate::designer::draft::Draft;
use crate::designer::effect::Effect;
use crate::designer::model::{Model, Options};
use crate::designer::testing::{press, screen};
use crossterm::event::{Event, KeyCode};
use wso2_design_core::diagnostic::Path;
use wso2_design_core::read::Syntax;

const DESIGN: &str = r#"format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-3" # two of each
nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
[database.mysql]
host = "db.example.com"
"#;

fn model(text: &str) -> Model {
    Model::new(Draft::of_file(text.to_owned(), Syntax::Toml, "d.toml".into()), Options::default())
}

fn at(model: &mut Model, path: &str) {
    super::super::super::jump::to(model, &Path::from(path));
    assert_eq!(super::current(model).unwrap().path, Path::from(path));
}

#[test]
fn shows_where_one_is_and_what_is_asked() {
    for size in [(80, 24), (120, 40)] {
        let text = screen(DESIGN, size, "");
        println!("{text}");
        assert!(text.contains("Cluster · 1 of 8") && text.contains("WSO2 Enterprise Service Bus"), "{text}");
        assert!(text.contains("Name*") && text.contains("names"), "{text}");
    }
    println!("{}", screen(DESIGN, (80, 24), "l l l l"));
    println!("{}", screen(DESIGN, (200, 60), "l l l l"));
}

#[test]
fn a_bad_answer_is_kept_and_keeps_nobody() {
    let mut model = model(DESIGN);
    at(&mut model, "hosts.service");
    press(&mut model, "enter");
    model.update(&Event::Paste("a b".to_owned()));
    press(&mut model, "enter");
    assert!(model.draft.text().contains("\"a b\""), "{}", model.draft.text());
    assert!(!super::current(&model).unwrap().notes.is_empty() && !model.judged.is_sound);
    press(&mut model, "l l h");
    assert_eq!(model.form.step, 2);
    // The next problem leads back to it.
    press(&mut model, "]");
    assert_eq!(super::current(&model).unwrap().path, Path::from("hosts.service"));
    press(&mut model, "u");
    assert_eq!(model.draft.text(), DESIGN);
}

#[test]
fn typing_tells_what_would_be_wrong_before_it_is_given() {
    let mut model = model(DESIGN);
    at(&mut model, "database.mysql.port");
    press(&mut model, "enter \"99999\"");
    let text = seen(&model);
    assert!(text.contains("1–65535") && text.contains("99999") && text.contains("65535"), "{text}");
    assert_eq!(model.draft.text(), DESIGN);
    press(&mut model, "ctrl-c");
    assert!(model.prompt.is_none());
}

#[test]
fn another_choice_keeps_the_answers_that_fit_it() {
    let mut model = model(DESIGN);
    at(&mut model, "database");
    press(&mut model, "enter \"postgres\" enter");
    let text = model.draft.text();
    assert!(text.contains("postgresql") && text.contains("db.example.com") && !text.contains("mysql"), "{text}");
    // The same choice once more changes nothing.
    press(&mut model, "enter enter");
    assert_eq!(model.message.as_ref().map(|it| it.text.as_str()), None);
    press(&mut model, "u");
    assert_eq!(model.draft.text(), DESIGN);
}

#[test]
fn a_secret_is_never_seen() {
    let mut model = model(&DESIGN.replace("host =", "password = \"plain:geheim\"\nhost ="));
    assert!(!seen(&model).contains("geheim"));
    at(&mut model, "access.admin-password");
    press(&mut model, "enter \"plain:offen\"");
    assert!(!seen(&model).contains("offen"), "{}", seen(&model));
    press(&mut model, "enter");
    assert!(model.draft.text().contains("plain:offen"));
    assert!(!seen(&model).contains("offen"), "{}", seen(&model));
    press(&mut model, "enter");
    assert!(!seen(&model).contains("offen"));
    press(&mut model, "esc enter tab");
    assert!(seen(&model).contains("env:"));
}

#[test]
fn questions_are_found_copied_and_explained() {
    let mut model = model(DESIGN);
    press(&mut model, "ctrl-g \"member\" enter");
    assert_ne!(model.form.step, 0);
    at(&mut model, "database.mysql.host");
    let copied = super::copy(&mut model);
    assert_eq!(copied, Effect::Copy { text: "db.example.com".to_owned(), what: "Host".to_owned() });
    press(&mut model, "i");
    let text = seen(&model);
    assert!(text.contains("database.mysql.host") && text.contains("esc closes"), "{text}");
    model.update(&Event::Key(KeyCode::Esc.into()));
    assert!(model.reader.is_none());
}

#[test]
fn undo_leads_to_what_it_changed() {
    let mut model = model(DESIGN);
    at(&mut model, "hosts.service");
    press(&mut model, "enter \"a.example.com\" enter h");
    assert_eq!(model.form.step, 0);
    press(&mut model, "u");
    assert_eq!(super::current(&model).unwrap().path, Path::from("hosts.service"));
    assert_eq!(model.message.as_ref().unwrap().text, "taken back: Services: a.example.com");
}

fn seen(model: &Model) -> String {
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| crate::designer::view::draw(model, frame)).unwrap();
    terminal.backend().to_string()
}
