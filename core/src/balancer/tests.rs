use super::*;

#[test]
fn every_program_of_a_design_is_in_the_list_once() {
    for (number, balancer) in BALANCERS.iter().enumerate() {
        assert_eq!(serde_json::to_value(balancer.program).unwrap(), balancer.key);
        assert!(BALANCERS[..number].iter().all(|other| other.program != balancer.program));
        assert!(!balancer.name.is_empty() && balancer.summary.ends_with('.'));
    }
    // A program that is added to the design fails to compile here, and is missed in the list.
    let all = [BalancerProgram::Nginx, BalancerProgram::NginxPlus];
    for program in all {
        match program {
            BalancerProgram::Nginx | BalancerProgram::NginxPlus => assert!(balancer(program).is_some()),
        }
    }
}
