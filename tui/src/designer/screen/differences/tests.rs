use crate::designer::background::Background;
use crate::designer::model::Model;
use crate::designer::screen::differences::base::Base;
use crate::designer::testing::{DESIGN, buffer, model, press, screens_of, text};
use crate::write;
use wso2_design_core::diagnostic::Fix;

fn changed() -> Model {
    let mut model = model(DESIGN);
    model.apply(&Fix::unsafe_("name the service").set("hosts.service", "esb.example.org"));
    press(&mut model, "5");
    model
}

fn shown(model: &Model) -> String {
    text(&buffer(model, (120, 40)))
}

#[test]
fn what_differs_from_the_saved_design() {
    let mut model = changed();
    screens_of("differences-changed", &model);
    press(&mut model, "/ \"design\" enter");
    let narrowed = shown(&model);
    assert!(narrowed.contains("design.toml") && narrowed.contains("esb.example.org"), "{narrowed}");
    press(&mut model, "u");
    assert!(shown(&model).contains("Nothing differs"), "{}", shown(&model));
}

#[test]
fn what_differs_from_the_bundle_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("b");
    let mut model = model(DESIGN);
    write::write(&folder, "esb", &model.judged.wait().unwrap().files, false).unwrap();
    std::fs::write(folder.join("hosts"), "another\n").unwrap_or_default();
    press(&mut model, "5 b");
    assert!(shown(&model).contains("o chooses the folder"), "{}", shown(&model));
    let base = Base::of_folder(&folder, &Background::default());
    model.differences.compare(folder.clone(), base);
    press(&mut model, "j k");
    let now = shown(&model);
    assert!(now.contains("hosts") && now.contains("another"), "{now}");
}

#[test]
fn without_a_product_it_says_so() {
    let mut model = changed();
    press(&mut model, "b b");
    assert!(shown(&model).contains("--stock"), "{}", shown(&model));
}

#[test]
fn of_a_saved_design_with_errors_it_does_not_say_that_it_was_never_saved() {
    let mut model = model(&DESIGN.replace("worker-manager-2", "no-pattern"));
    press(&mut model, "5");
    let told = shown(&model);
    assert!(told.contains("has errors") && !told.contains("never saved"), "{told}");
    // Here there are files of before, and they can be compared.
    let mut model = changed();
    model.replace(DESIGN.replace("worker-manager-2", "no-pattern"), "break");
    press(&mut model, "b");
    assert!(shown(&model).contains("o chooses the folder"), "{}", shown(&model));
}

#[test]
fn places_are_gone_through_from_file_to_file() {
    let mut model = changed();
    press(&mut model, "] ] ] ] ] ] ] ]");
    assert!(model.differences.cursor > 0);
    press(&mut model, "[ [ [ [ [ [ [ [ [ [ [ [ [ [");
    assert_eq!(model.differences.cursor, 0);
}
