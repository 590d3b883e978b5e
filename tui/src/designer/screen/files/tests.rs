use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::screen::Screen;
use crate::designer::testing::{DESIGN, buffer, model, press, screens, screens_of, text};
use wso2_design_core::diagnostic::Fix;

/// A designer on the screen of the files.
fn files(design: &str, keys: &str) -> Model {
    let mut model = model(design);
    press(&mut model, &format!("4 {keys}"));
    model
}

fn shown(model: &Model) -> String {
    text(&buffer(model, (120, 40)))
}

/// The effect of a key.
fn effect(model: &mut Model, key: &str) -> Effect {
    let event = crate::designer::keys::events(key).unwrap().remove(0);
    model.update(&event)
}

#[test]
fn the_tree_and_the_text() {
    screens("files", DESIGN, "4");
    screens("files-text", DESIGN, "4 / \"axis2.xml\" enter tab j j j j j j j j");
}

#[test]
fn what_the_last_change_changed_is_marked_and_found() {
    let mut model = files(DESIGN, "");
    model.apply(&Fix::unsafe_("another domain").set("hosts.service", "esb.example.org"));
    press(&mut model, "]");
    screens_of("files-changed", &model);
    let first = (model.files.path.clone(), model.files.line);
    press(&mut model, "]");
    assert_ne!((model.files.path.clone(), model.files.line), first);
    press(&mut model, "[");
    assert_eq!((model.files.path.clone(), model.files.line), first);
}

#[test]
fn a_design_with_errors_keeps_the_last_files() {
    let mut model = files(DESIGN, "");
    let before = model.files.path.clone();
    model.replace(DESIGN.replace("5.0.0", "0.0.1"), "a bad release");
    assert!(!model.judged.is_sound);
    press(&mut model, "j k");
    let now = shown(&model);
    assert!(now.contains("The design has errors") && now.contains("manager-1"), "{now}");
    assert_eq!(model.files.path, before);
    let never = shown(&files(&DESIGN.replace("5.0.0", "0.0.1"), ""));
    assert!(never.contains("it has no files yet"), "{never}");
}

#[test]
fn a_search_goes_round_and_is_counted() {
    let mut model = files(DESIGN, "/ \"axis2.xml\" enter tab / \"PARAMETER\" enter");
    assert!(shown(&model).contains("nothing has it"), "{}", shown(&model));
    press(&mut model, "/ \"parameter\" enter");
    let first = model.files.line;
    assert!(shown(&model).contains("1 of "), "{}", shown(&model));
    press(&mut model, "n");
    assert!(model.files.line > first);
    press(&mut model, "shift-n");
    assert_eq!(model.files.line, first);
    press(&mut model, "esc");
    assert!(!shown(&model).contains("1 of "));
}

#[test]
fn the_filter_narrows_the_tree_and_esc_ends_it() {
    let mut model = files(DESIGN, "/ \"hosts\"");
    assert!(!shown(&model).contains("axis2.xml"), "{}", shown(&model));
    press(&mut model, "\"zzz\"");
    assert!(shown(&model).contains("No name has that"));
    press(&mut model, "esc");
    assert!(shown(&model).contains("Files: ") && !shown(&model).contains("No name has that"));
}

#[test]
fn a_secret_of_the_design_is_never_seen_or_copied() {
    let secret = "hunter<2>";
    let design = format!("{DESIGN}[access]\nadmin-password = \"plain:{secret}\"\n");
    let mut model = files(&design, "g");
    assert!(model.judged.is_sound, "{:?}", model.judged.notes);
    let files = model.judged.wait().unwrap().files.clone();
    let holds = |text: &str| text.contains(secret) || text.contains("hunter&lt;");
    let hold: Vec<&str> = files
        .iter()
        .filter(|file| holds(&String::from_utf8_lossy(&file.bytes)))
        .map(|file| file.path.as_str())
        .collect();
    assert!(hold.len() > 1, "{hold:?}");
    for path in hold {
        model.files.path = path.to_owned();
        model.prepare();
        let page = super::page(&model).unwrap();
        assert!(page.masked && !page.lines.iter().any(|line| holds(line)), "{path}");
        let Effect::Copy { text, what } = effect(&mut model, "y") else { panic!("{path} is not copied") };
        assert!(!holds(&text) && what.contains("stars"), "{path}");
    }
}

#[test]
fn the_reason_leads_to_its_question() {
    let mut model = files(DESIGN, "/ \"axis2.xml\" enter tab");
    let lines = super::page(&model).unwrap().lines.len();
    let mut leads = |wanted: Screen| {
        (0..lines).any(|line| {
            (model.screen, model.files.line) = (Screen::Files, line);
            press(&mut model, "enter");
            model.screen == wanted
        })
    };
    assert!(leads(Screen::Design));
    assert!(leads(Screen::Nodes), "what a node says leads to its cell");
}

#[test]
fn a_terminal_obeys_nothing_of_a_file() {
    let design = DESIGN.replace("name = \"esb\"", "name = \"esb\"\n# \\u001b[31m \u{202e}");
    let mut model = files(&design, "");
    model.files.path = "design.toml".to_owned();
    model.prepare();
    assert!(shown(&model).contains("\\u{202e}"), "{}", shown(&model));
}
