mod svg;

use super::draft::Draft;
use super::model::{Model, Options};
use super::{keys, view};
use crate::failure::Failure;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::path::Path;

/// What a picture of the screen shows.
#[derive(Debug)]
pub(crate) struct Screenshot<'a> {
    /// The keys that are pressed before.
    pub(crate) keys: &'a str,
    /// The terminal's width and height, in cells.
    pub(crate) size: (u16, u16),
    /// The SVG file that is written.
    pub(crate) file: &'a Path,
}

/// Takes a picture of the designer, as a person sees it who pressed these keys. What a key asks the world for is not done.
pub(crate) fn take(draft: Draft, options: Options, wanted: &Screenshot<'_>) -> Result<(), Failure> {
    let events = keys::events(wanted.keys)?;
    let mut model = Model::new(draft, options);
    model.size = wanted.size;
    for event in &events {
        model.update(event);
    }
    let (width, height) = wanted.size;
    let failed = |why: &dyn std::fmt::Display| Failure::Told(format!("{}: {why}", wanted.file.display()));
    let mut terminal = Terminal::new(TestBackend::new(width, height)).map_err(|why| failed(&why))?;
    terminal.draw(|frame| view::draw(&model, frame)).map_err(|why| failed(&why))?;
    let picture = svg::svg(terminal.backend().buffer(), &model.options.theme);
    std::fs::write(wanted.file, picture).map_err(|why| failed(&why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::Theme;
    use expect_test::expect_file;

    /// The picture of the manual, made by
    /// `wso2-design tests/cases/esb-worker-manager-2/design.toml --theme dark --size 110x32 --screenshot tui/designer.svg
    /// --keys 'l l l l l l l j j j j j j j enter "4gb" enter'`.
    #[test]
    fn the_picture_of_the_manual_is_what_is_seen() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let design = folder.join("../tests/cases/esb-worker-manager-2/design.toml");
        let text = std::fs::read_to_string(&design).unwrap();
        let draft = Draft::of_file(text, wso2_design_core::read::Syntax::Toml, design);
        let theme = Theme::by_name("dark").unwrap();
        let out = tempfile::tempdir().unwrap();
        let file = out.path().join("designer.svg");
        let keys = r#"l l l l l l l j j j j j j j enter "4gb" enter"#;
        let wanted = Screenshot { keys, size: (110, 32), file: &file };
        take(draft, Options { theme, ..Options::default() }, &wanted).unwrap();
        expect_file!["../../../designer.svg"].assert_eq(&std::fs::read_to_string(&file).unwrap());
    }
}
