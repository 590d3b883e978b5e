use crate::designer::model::Model;
use crate::designer::screen::differences;
use crate::failure::Failure;
use crate::stock::Stocks;
use std::collections::BTreeSet;
use std::sync::Arc;
use wso2_design_core::plan::Plan;
use wso2_design_core::value::Version;

/// The products at hand: as they were given, and opened for what the design is of. A new design is of nothing yet, and one may
/// turn into another product's.
#[derive(Default)]
pub(crate) struct Shelf {
    given: Vec<String>,
    of: BTreeSet<(&'static str, Version)>,
    /// The products whose files are patched.
    pub(crate) stocks: Option<Arc<Stocks>>,
}

impl Shelf {
    /// Opens what was given for a design, if there is one already.
    pub(crate) fn new(given: Vec<String>, plan: Option<&Plan>) -> Result<Self, Failure> {
        let mut shelf = Self { given, ..Self::default() };
        plan.map_or(Ok(()), |plan| shelf.open(plan))?;
        Ok(shelf)
    }

    fn open(&mut self, plan: &Plan) -> Result<(), Failure> {
        // What cannot be opened is not tried again with every key.
        self.of = products(plan);
        self.stocks = None;
        if !self.given.is_empty() {
            self.stocks = Some(Arc::new(Stocks::open(&self.given, plan)?));
        }
        Ok(())
    }

    /// Opens anew what was given where the design is of something else now.
    pub(crate) fn follow(model: &mut Model) -> Result<(), Failure> {
        let shelf = &mut model.options.shelf;
        let Some(plan) = model.judged.plan.as_ref().filter(|_| !shelf.given.is_empty()) else { return Ok(()) };
        if shelf.of == products(plan) {
            return Ok(());
        }
        let opened = shelf.open(plan);
        differences::other_stock(model);
        model.render();
        opened
    }

    /// Takes one more, in the place of one of the same product.
    pub(crate) fn take(model: &mut Model, path: &str) -> Result<String, Failure> {
        let Some(plan) = &model.judged.plan else { return Err(Failure::Design) };
        let given = Stocks::with(&model.options.shelf.given, path, plan)?;
        model.options.shelf = Self::new(given, Some(plan))?;
        differences::other_stock(model);
        model.render();
        Ok(format!("the files of {} are patched", crate::output::safe_line(path)))
    }
}

/// Everything that runs.
fn products(plan: &Plan) -> BTreeSet<(&'static str, Version)> {
    let running = plan.nodes.iter().map(|node| (node.product.id, node.release.version));
    running.chain([(plan.product.id, plan.release.version)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing;

    /// A product's home with one file of it.
    fn home() -> tempfile::TempDir {
        let room = tempfile::tempdir().unwrap();
        let conf = room.path().join("repository/conf");
        std::fs::create_dir_all(&conf).unwrap();
        std::fs::write(conf.join("carbon.xml"), "<Server><Offset>0</Offset></Server>").unwrap();
        room
    }

    fn given(path: &std::path::Path) -> Vec<String> {
        vec![path.display().to_string()]
    }

    #[test]
    fn a_new_design_has_its_product_as_soon_as_it_has_one() {
        let room = home();
        let mut model = testing::model("");
        model.options.shelf = Shelf::new(given(room.path()), None).unwrap();
        Shelf::follow(&mut model).unwrap();
        assert!(model.options.shelf.stocks.is_none());
        model.replace(testing::DESIGN.to_owned(), "choose");
        Shelf::follow(&mut model).unwrap();
        assert!(model.options.shelf.stocks.is_some());
    }

    #[test]
    fn what_is_not_there_is_told_once() {
        let mut model = testing::model(testing::DESIGN);
        model.options.shelf = Shelf::new(vec!["/nothing/here".to_owned()], None).unwrap();
        assert!(Shelf::follow(&mut model).is_err());
        assert!(Shelf::follow(&mut model).is_ok());
    }

    #[test]
    fn a_product_is_taken_later_and_another_in_its_place() {
        let (one, other) = (home(), home());
        let mut model = testing::model(testing::DESIGN);
        for room in [&one, &other] {
            Shelf::take(&mut model, &room.path().display().to_string()).unwrap();
            assert_eq!(model.options.shelf.given, given(room.path()));
        }
        assert!(Shelf::take(&mut model, "/nothing/here").is_err());
        assert_eq!(model.options.shelf.given, given(other.path()));
    }
}
