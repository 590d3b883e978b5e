use super::Motion;
use crate::designer::model::Model;
use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) fn go(_model: &mut Model, _motion: Motion) {}

pub(crate) fn draw(_model: &Model, _frame: &mut Frame<'_>, _area: Rect) {}
