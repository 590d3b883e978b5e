//! Designs that come from elsewhere: by a link, or because somebody else wrote the file.

use crate::terminal::Terminal;

#[test]
fn a_link_opens_and_says_what_it_does_not_bring() {
    let Some(terminal) = Terminal::open() else { return };
    let design = std::fs::read_to_string(wso2_design_tests::project().join("tests/cases/esb-500-manual/design.toml"));
    std::fs::write(terminal.at("d.toml"), design.unwrap()).unwrap();
    terminal.runs("./wd \"$(./wd share d.toml)\"; echo code $?").waits_for("Problems:").waits_for("not saved");
    terminal.types("s").waits_for("Save as").presses(&["C-u"]).types("mine.toml").presses(&["Enter"]);
    terminal.waits_for("saved to mine.toml").types("q").waits_for("code 0");
    assert_eq!(terminal.read("mine.toml"), terminal.read("d.toml"));

    let secret = "format = 1\nname = \"esb\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"worker-manager-2\"\n\
        nodes = [{ role = \"manager\", addresses = \"192.0.2.11-12\" }, { role = \"worker\", addresses = \"192.0.2.21-22\" }]\n\
        [database.mysql]\nhost = \"db\"\npassword = \"plain:x\"\n";
    std::fs::write(terminal.at("s.toml"), secret).unwrap();
    terminal.runs("./wd \"$(./wd share s.toml 2>/dev/null)\"; echo code $?").waits_for("stayed with its sender");
    terminal.waits_for("database.mysql.password").presses(&["Enter"]).types("q").waits_for("leave without").types("l");
    terminal.waits_for("code 0");
}

#[test]
fn a_file_that_somebody_else_wrote_is_taken_again() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs("./wd new -o d.toml 2>/dev/null; ./wd d.toml; echo code $?").waits_for("Problems:");
    let other = terminal.read("d.toml").replace("name = \"esb\"", "name = \"other\"");
    assert!(other.contains("\"other\""), "{other}");
    std::fs::write(terminal.at("d.toml"), &other).unwrap();
    terminal.waits_for("The file was changed").types("r").waits_for(" other ·").waits_for("taken again");
    terminal.types("u").waits_for(" esb ·").types("q").waits_for("leave without").types("l").waits_for("code 0");
    assert_eq!(terminal.read("d.toml"), other);
}

#[test]
fn nothing_is_saved_over_what_somebody_else_wrote_without_a_question() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs("./wd new -o d.toml 2>/dev/null; ./wd d.toml; echo code $?").waits_for("Problems:");
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    // While somebody types nothing else is asked.
    terminal.types(":save-as d.toml").waits_for(":save-as d.toml");
    std::fs::write(terminal.at("d.toml"), "# theirs\n").unwrap();
    terminal.presses(&["Enter"]).waits_for("since it was read").types("c").waits_for("not saved");
    assert_eq!(terminal.read("d.toml"), "# theirs\n");
    terminal
        .types(":save-as d.toml")
        .waits_for(":save-as d.toml")
        .presses(&["Enter"])
        .waits_for("overwrite")
        .types("o");
    terminal.waits_for("saved to d.toml");
    assert!(terminal.read("d.toml").contains("hello"));
    terminal.types("q").waits_for("code 0");
}
