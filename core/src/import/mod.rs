//! Designs from what other programs are configured by: where a cluster comes from that had none so far.

pub mod elb;
