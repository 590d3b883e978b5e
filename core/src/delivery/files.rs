use super::Way;

pub(super) static WAY: Way = Way {
    key: "files",
    name: "Files for machines",
    summary: "Every file of every node and load balancer, to be copied to its machine.",
    artifacts: |_| Vec::new(),
};
