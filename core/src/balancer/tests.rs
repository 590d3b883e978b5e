use super::*;

#[test]
fn every_program_of_a_design_is_in_the_list_once() {
    for (number, balancer) in BALANCERS.iter().enumerate() {
        assert!(std::ptr::eq(super::balancer(balancer.program), *balancer));
        assert_eq!(serde_json::to_value(balancer.program).unwrap(), balancer.key);
        assert!(BALANCERS[..number].iter().all(|other| other.program != balancer.program));
        assert!(!balancer.name.is_empty() && balancer.summary.ends_with('.'));
    }
}
