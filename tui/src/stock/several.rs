use super::Stock;
use crate::failure::Failure;
use std::path::Path;
use wso2_design_core::bundle;
use wso2_design_core::catalogue::{Product, Release};
use wso2_design_core::plan::Plan;

/// The products at hand: the design's own, and those that run beside it.
pub(crate) struct Stocks(Vec<(Stock, &'static Product, &'static Release)>);

impl Stocks {
    /// Opens what was given: a path is the design's own product, `KEY=PATH` the one with that key.
    pub(crate) fn open(given: &[String], plan: &Plan) -> Result<Self, Failure> {
        let mut all = Self(Vec::new());
        for one in given {
            let (product, release, path) = meant(one, plan)?;
            if bundle::Stock::has(&all, product.id) {
                return Err(format!("`--stock` names {} twice", product.name).into());
            }
            all.0.push((Stock::open(Path::new(path), product, release)?, product, release));
        }
        Ok(all)
    }

    /// What was given, with one more in the place of what was given for the same product.
    pub(crate) fn with(given: &[String], more: &str, plan: &Plan) -> Result<Vec<String>, Failure> {
        let (wanted, ..) = meant(more, plan)?;
        let other = |it: &&String| meant(it, plan).is_ok_and(|(product, ..)| product.id != wanted.id);
        Ok(given.iter().filter(other).cloned().chain([more.to_owned()]).collect())
    }

    /// For whoever renders; none where nothing was given.
    pub(crate) fn given(&self) -> Option<&dyn bundle::Stock> {
        (!self.0.is_empty()).then_some(self as &dyn bundle::Stock)
    }

    /// What could not be used and why, as sentences; after the files were asked for.
    pub(crate) fn troubles(&self) -> Vec<String> {
        let all = self.0.iter().flat_map(|(stock, product, release)| {
            stock.other_release(product, release).into_iter().chain(stock.troubles())
        });
        all.collect()
    }
}

fn meant<'g>(given: &'g str, plan: &Plan) -> Result<(&'static Product, &'static Release, &'g str), Failure> {
    let own = (plan.product, plan.release, given);
    let Some((key, path)) = given.split_once('=').filter(|_| !Path::new(given).exists()) else { return Ok(own) };
    let running = plan.nodes.iter().map(|node| (node.product, node.release));
    let mut found = running.chain([(plan.product, plan.release)]).filter(|(product, _)| product.id == key);
    match found.next() {
        Some((product, release)) => Ok((product, release, path)),
        None => Err(format!("`--stock {given}`: no node of this design runs a product `{key}`").into()),
    }
}

impl bundle::Stock for Stocks {
    fn has(&self, product: &str) -> bool {
        self.0.iter().any(|(stock, ..)| bundle::Stock::has(stock, product))
    }

    fn file(&self, product: &str, path: &str) -> Option<&[u8]> {
        self.0.iter().find_map(|(stock, ..)| bundle::Stock::file(stock, product, path))
    }
}
