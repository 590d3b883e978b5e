//! The mouse: what is under it has the keys; a second click on what is chosen is `enter`; the wheel moves the cursor.

use super::action::Action;
use super::effect::Effect;
use super::model::Model;
use super::overlay::picker::Picker;
use super::screen::{self, Motion, Pane, Screen};
use super::view;
use crossterm::event::{Event, KeyCode, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Margin, Position, Rect};

pub(super) fn update(model: &mut Model, mouse: MouseEvent) -> Effect {
    let at = Position { x: mouse.column, y: mouse.row };
    match mouse.kind {
        MouseEventKind::ScrollUp => wheel(model, at, Motion::Up),
        MouseEventKind::ScrollDown => wheel(model, at, Motion::Down),
        MouseEventKind::Down(MouseButton::Left) => press(model, at),
        _ => Effect::Draw,
    }
}

/// The wheel moves the cursor of what is under it; what lies over everything has it for itself.
fn wheel(model: &mut Model, at: Position, motion: Motion) -> Effect {
    if model.picker.is_some() || model.reader.is_some() {
        return key(model, if motion == Motion::Up { KeyCode::Up } else { KeyCode::Down });
    }
    if model.prompt.is_none() && !model.search.is_typing() {
        if let Some((pane, _)) = pane_at(model, at) {
            model.form.pane = pane;
        }
        let body = view::areas(Rect::new(0, 0, model.size.0, model.size.1)).body;
        match model.screen {
            Screen::Files => screen::files::aim(model, body, at),
            Screen::Differences => screen::differences::aim(model, body, at),
            _ => {}
        }
        screen::go(model, motion);
    }
    Effect::Draw
}

fn press(model: &mut Model, at: Position) -> Effect {
    let areas = view::areas(Rect::new(0, 0, model.size.0, model.size.1));
    if model.reader.is_some() || model.search.is_typing() {
        return key(model, KeyCode::Esc);
    }
    if model.picker.is_some() {
        return match Picker::click(model, areas.body, at) {
            Some(true) => key(model, KeyCode::Enter),
            Some(false) => Effect::Draw,
            // Beside it: it is closed, as by `esc`.
            None => key(model, KeyCode::Esc),
        };
    }
    if model.prompt.is_some() {
        return Effect::Draw;
    }
    model.message = None;
    if areas.tabs.contains(at) {
        if let Some(screen) = view::tab_at(model, areas.tabs, at.x) {
            model.screen = screen;
        }
        return Effect::Draw;
    }
    if areas.hints.contains(at) {
        return match view::hint_at(model, areas.hints, at.x) {
            Some(action) => run(model, action),
            None => Effect::Draw,
        };
    }
    if !areas.body.contains(at) {
        return Effect::Draw;
    }
    let before = places(model);
    let hit = on_screen(model, areas.body, at);
    if hit && before == places(model) { key(model, KeyCode::Enter) } else { Effect::Draw }
}

fn run(model: &mut Model, action: &'static Action) -> Effect {
    model.run(action)
}

fn key(model: &mut Model, key: KeyCode) -> Effect {
    model.update(&Event::Key(key.into()))
}

/// Where every cursor is: a click that moves none of them was on what is chosen.
fn places(model: &Model) -> (Pane, [usize; 7], [usize; 3]) {
    let cursors = [
        model.gallery.cursor,
        model.form.cursor,
        model.picture.cursor,
        model.problems.cursor,
        model.table.row,
        model.table.column,
        model.guide.cursor,
    ];
    let parts = match model.screen {
        Screen::Files => screen::files::place(model),
        Screen::Differences => screen::differences::place(model),
        _ => Default::default(),
    };
    (model.form.pane, cursors, parts)
}

/// Puts the cursor where the mouse is: says whether there is something.
fn on_screen(model: &mut Model, body: Rect, at: Position) -> bool {
    let within = |area: Rect| {
        let inside = area.inner(Margin::new(1, 1));
        inside.contains(at).then(|| (inside, at.y - inside.y))
    };
    match model.screen {
        Screen::Gallery => {
            let [list, _] = screen::gallery::areas(body);
            within(list).is_some_and(|(inside, row)| screen::gallery::click(model, inside.height, row))
        }
        Screen::Guide => within(body).is_some_and(|(inside, row)| screen::guide::click(model, inside, row)),
        Screen::Nodes => screen::table::click(model, body, at),
        Screen::Design => {
            let Some((pane, area)) = pane_at(model, at) else { return false };
            let other = model.form.pane != pane;
            model.form.pane = pane;
            let Some((inside, row)) = within(area) else { return false };
            let hit = match pane {
                Pane::Form => screen::form::click(model, inside, at),
                Pane::Picture if other => false,
                Pane::Picture => screen::picture::click(model, inside, at),
                Pane::Problems => screen::problems::click(model, inside, row),
            };
            hit && !other
        }
        Screen::Files => screen::files::click(model, body, at),
        Screen::Differences => screen::differences::click(model, body, at),
    }
}

/// The part of the design's screen at a place.
fn pane_at(model: &Model, at: Position) -> Option<(Pane, Rect)> {
    if model.screen != Screen::Design {
        return None;
    }
    let body = view::areas(Rect::new(0, 0, model.size.0, model.size.1)).body;
    let panes = screen::panes(model, body);
    [Pane::Form, Pane::Picture, Pane::Problems].into_iter().zip(panes).find(|(_, area)| area.contains(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing::{DESIGN, buffer, model, press, text};
    use crossterm::event::KeyModifiers;

    fn click(model: &mut Model, what: &str) {
        let shown = text(&buffer(model, (120, 40)));
        model.size = (120, 40);
        let (y, line) = shown.lines().enumerate().find(|(_, line)| line.contains(what)).unwrap();
        let x = line.split(what).next().unwrap().chars().count() as u16;
        let kind = MouseEventKind::Down(MouseButton::Left);
        let mouse = MouseEvent { kind, column: x + 1, row: y as u16, modifiers: KeyModifiers::NONE };
        model.options.mouse = true;
        model.update(&Event::Mouse(mouse));
    }

    #[test]
    fn trees_texts_and_columns_are_clicked_and_a_second_click_opens() {
        let mut model = model(DESIGN);
        model.screen = Screen::Nodes;
        click(&mut model, "192.0.2.21-22");
        assert_eq!((model.table.row, model.table.column), (1, 3));
        click(&mut model, "192.0.2.21-22");
        assert!(model.prompt.take().is_some());
        click(&mut model, "4 Files");
        click(&mut model, " carbon.xml");
        assert!(model.files.path.ends_with("carbon.xml") && model.files.part == screen::files::Part::Tree);
        click(&mut model, " carbon.xml");
        assert_eq!(model.files.part, screen::files::Part::Text);
        click(&mut model, "┃ 5 ");
        assert_eq!(model.files.line, 4);
        model.apply(&wso2_design_core::diagnostic::Fix::unsafe_("x").set("hosts.service", "esb.example.org"));
        click(&mut model, "5 Differences");
        click(&mut model, "-0  design.toml");
        click(&mut model, "-0  design.toml");
        assert_eq!(screen::differences::place(&model)[2], 1);
    }

    #[test]
    fn a_page_and_a_search_line_have_the_mouse_for_themselves() {
        let mut model = model(DESIGN);
        press(&mut model, "j j j j i");
        let (before, read) = (places(&model), text(&buffer(&model, (80, 16))));
        model.size = (80, 16);
        let wheel = MouseEvent { kind: MouseEventKind::ScrollDown, column: 4, row: 5, modifiers: KeyModifiers::NONE };
        model.options.mouse = true;
        model.update(&Event::Mouse(wheel));
        assert_ne!(text(&buffer(&model, (80, 16))), read, "the page has the wheel");
        click(&mut model, "6 Guide");
        assert!(model.reader.is_none() && model.screen == Screen::Design && places(&model) == before);
        press(&mut model, "/ \"port\"");
        click(&mut model, "6 Guide");
        assert!(!model.search.is_typing() && model.screen == Screen::Design);
    }

    #[test]
    fn tabs_panes_lists_and_hints_are_clicked() {
        let mut model = model(DESIGN);
        click(&mut model, " Problems");
        assert_eq!(model.form.pane, Pane::Problems);
        click(&mut model, "Clients");
        assert_eq!(model.form.pane, Pane::Picture);
        click(&mut model, "Database");
        assert!(model.picture.cursor > 3);
        click(&mut model, "6 Guide");
        assert_eq!(model.screen, Screen::Guide);
        click(&mut model, "2 Databases");
        click(&mut model, "1 Gallery");
        click(&mut model, "Symmetric cluster");
        assert_eq!(model.gallery.cursor, 3);
        click(&mut model, "? help");
        assert!(model.picker.is_some());
        click(&mut model, "Gallery");
        assert!(model.picker.is_none());
    }
}
