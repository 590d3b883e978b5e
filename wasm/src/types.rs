//! Writes `types.ts` from the Rust types: what a verb gives back is declared once.

use crate::view::{
    Changed, Checked, Drift, Edited, Entry, Explanation, Located, Made, Mended, Pattern, Product, Reading, Rendered,
    Shared, Shown, Task, Unshared, Wanted,
};
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};
use wso2_design_core::form::Form;

/// Every declaration by its name, each once.
#[derive(Default)]
struct Declarations(BTreeMap<String, String>);

/// Numbers are numbers: none here is beyond what JavaScript holds exactly.
fn config() -> Config {
    Config::new().with_large_int("number")
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let config = config();
        if T::output_path().is_none() || self.0.contains_key(&T::ident(&config)) {
            return;
        }
        let declaration = format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(&config));
        self.0.insert(T::ident(&config), declaration);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[test]
fn the_declarations_are_those_of_the_types() {
    let mut all = Declarations::default();
    all.visit::<Changed>();
    all.visit::<Checked>();
    all.visit::<Drift>();
    all.visit::<Edited>();
    all.visit::<Entry>();
    all.visit::<Explanation>();
    all.visit::<Form>();
    all.visit::<Located>();
    all.visit::<Made>();
    all.visit::<Mended>();
    all.visit::<Pattern>();
    all.visit::<Product>();
    all.visit::<Reading>();
    all.visit::<Rendered>();
    all.visit::<Shared>();
    all.visit::<Shown>();
    all.visit::<Task>();
    all.visit::<Unshared>();
    all.visit::<Wanted>();
    let text = all.0.into_values().collect::<Vec<_>>().join("\n");
    expect_test::expect_file!["types.ts"].assert_eq(&text);
}
