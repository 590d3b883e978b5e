/// How an operator handles a load balancer's program, for the guide.
#[derive(Debug)]
pub struct Operation {
    /// The folder of its machine that its files are copied over, with `/` at both ends; none where a platform takes them.
    pub folder: Option<&'static str>,
    /// The command that tests the files.
    pub test: &'static str,
    /// The command that takes new files up while it runs.
    pub reload: &'static str,
    /// The command that starts it anew.
    pub restart: &'static str,
    /// How a node is taken out: a step, in Markdown.
    pub drain: &'static str,
    /// What must be done once before its files work: steps, in Markdown.
    pub prepare: &'static [&'static str],
    /// What its operator may see, and what it comes from.
    pub troubles: &'static [Trouble],
}

/// Something that goes wrong with a load balancer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// What one sees: a message, in Markdown.
    pub sign: &'static str,
    /// What it comes from, and what to do: sentences, in Markdown.
    pub cause: &'static str,
}
