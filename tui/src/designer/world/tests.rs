use super::*;
use crate::designer::testing::{DESIGN, buffer, model, press, text};

use wso2_design_core::read::Syntax;

/// A design in a file of its own, with a change that is not saved.
fn changed(room: &tempfile::TempDir) -> (Model, PathBuf) {
    let path = room.path().join("design.toml");
    std::fs::write(&path, DESIGN).unwrap();
    let mut model = model(DESIGN);
    model.draft.path = Some(path.clone());
    model.replace(DESIGN.replace("\"esb\"\np", "\"mine\"\np"), "name it");
    (model, path)
}

/// Presses a key, and has the world do what is asked for; says whether that was to leave.
fn does(model: &mut Model, keys: &str) -> bool {
    let mut leaves = false;
    for event in crate::designer::keys::events(keys).unwrap() {
        let effect = model.update(&event);
        leaves = effect == Effect::Quit || act(model, effect);
    }
    leaves
}

#[test]
fn another_design_is_opened_once_this_one_is_saved() {
    let room = tempfile::tempdir().unwrap();
    let (mut model, path) = changed(&room);
    let other = room.path().join("other.toml");
    std::fs::write(&other, DESIGN.replace("\"esb\"\np", "\"other\"\np")).unwrap();
    let effect = action::open(&mut model, &other.display().to_string());
    assert_eq!(effect, Effect::Draw);
    does(&mut model, "c");
    assert_eq!(model.draft.path.as_ref(), Some(&path), "to stay is an answer");
    action::open(&mut model, &other.display().to_string());
    does(&mut model, "s");
    assert_eq!(model.draft.path, Some(other));
    assert!(std::fs::read_to_string(&path).unwrap().contains("mine"));
}

#[test]
fn who_gives_up_saving_does_not_leave_later() {
    let room = tempfile::tempdir().unwrap();
    let (mut model, path) = changed(&room);
    model.draft.path = None;
    assert!(!does(&mut model, "q s"));
    assert!(model.prompt.is_some(), "there is no file yet: it asks for one");
    does(&mut model, "esc s ctrl-u");
    does(&mut model, &format!("\"{}\"", path.with_file_name("new.toml").display()));
    assert!(!does(&mut model, "enter"));
    assert!(!model.draft.is_unsaved() && path.with_file_name("new.toml").exists());
    model.draft.replace(DESIGN.to_owned(), "back");
    assert!(does(&mut model, "q s"), "now it was asked for");
}

#[test]
fn a_bundle_is_exported_to_where_it_came_from_and_its_design_is_saved_with_it() {
    let room = tempfile::tempdir().unwrap();
    let (mut model, _) = changed(&room);
    let target = room.path().join("cluster");
    does(&mut model, "e ctrl-u");
    does(&mut model, &format!("\"{}\" enter enter", target.display()));
    let mut model = Model::new(Draft::open(&target.display().to_string()).unwrap(), Default::default());
    model.replace(DESIGN.replace("\"esb\"\np", "\"again\"\np"), "name it");
    does(&mut model, "e");
    let shown = text(&buffer(&model, (200, 60)));
    assert!(shown.contains(&target.display().to_string()), "{shown}");
    does(&mut model, "enter");
    assert!(!model.draft.is_unsaved());
    assert!(std::fs::read_to_string(target.join("design.toml")).unwrap().contains("again"));
}

#[test]
fn a_path_is_completed_wherever_one_is_typed() {
    let room = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(room.path().join("clusters/one")).unwrap();
    let begun = format!("\"{}/clu\" tab", room.path().display());
    let wanted = room.path().join("clusters/one/").display().to_string();
    for keys in ["e ctrl-u", "5 o ctrl-u", ": \"export \"", ": \"save-as \"", ": \"stock \""] {
        let mut model = model(DESIGN);
        does(&mut model, &format!("{keys} {begun} tab"));
        let shown = text(&buffer(&model, (200, 60)));
        assert!(shown.contains(&wanted), "{keys}: {shown}");
    }
}

#[test]
fn what_a_link_left_out_is_told() {
    let secret = format!("{DESIGN}[database.mysql]\nhost = \"db\"\npassword = \"plain:x\"\n");
    let shared = wso2_design_core::share::share(&secret, Syntax::Toml).unwrap();
    let mut model = model("");
    let link = format!("https://x.example/#{}", shared.link_fragment);
    let effect = model.update(&crossterm::event::Event::Paste(link));
    act(&mut model, effect);
    let shown = text(&buffer(&model, (120, 40)));
    assert!(shown.contains("database.mysql.password") && !shown.contains("plain:x"), "{shown}");
}

#[test]
fn esc_gives_up_what_is_typed() {
    let mut model = model(DESIGN);
    for keys in ["/ \"x\" esc", "e \"x\" esc", ": \"x\" esc", "? \"x\" esc", "enter \"x\" esc", "e \"x\" ctrl-c"] {
        press(&mut model, keys);
        let is_typing = model.prompt.is_some() || model.palette.is_some() || model.picker.is_some();
        assert!(!is_typing && !model.search.is_typing(), "{keys}");
        assert!(!model.draft.is_unsaved() && model.search.text().is_empty(), "{keys}");
    }
}
