//! What takes longer than a frame is made on a thread of its own: the loop waits for it a little, and paints without it.
//!
//! Without the thread, as in tests, everything is made when it is first looked at, so that a picture is always whole.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

/// The core walks designs by recursion: as much as the main thread has. It is only used as it is needed.
const STACK: usize = 8 * 1024 * 1024;

/// A value that is made later.
pub(crate) struct Later<T> {
    make: Box<dyn Fn() -> T + Send + Sync>,
    made: OnceLock<T>,
    /// Nobody makes it: whoever looks at it does.
    at_once: bool,
}

impl<T> Later<T> {
    /// The value, if it is made.
    pub(crate) fn get(&self) -> Option<&T> {
        if self.at_once { Some(self.wait()) } else { self.made.get() }
    }

    /// The value, as soon as it is made; made here where nobody did.
    pub(crate) fn wait(&self) -> &T {
        self.made.get_or_init(|| (self.make)())
    }
}

/// What is made: of each kind only the last that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Every file.
    Files,
    /// The tree of the files.
    Tree,
    /// The reasons of one file's settings.
    Reasons,
    /// The other side of a comparison.
    Base,
    /// What differs.
    Differences,
}

/// The thread that makes, if there is one.
#[derive(Default)]
pub(crate) struct Background(Option<Arc<Queue>>);

#[derive(Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<(Kind, Arc<dyn Job>)>,
    is_working: bool,
}

trait Job: Send + Sync {
    fn run(&self);
}

impl<T: Send + Sync> Job for Later<T> {
    fn run(&self) {
        self.wait();
    }
}

impl Background {
    /// Starts the thread; after each thing that it made, `wake` is called on it.
    pub(crate) fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let queue = Arc::new(Queue::default());
        let theirs = Arc::clone(&queue);
        thread::Builder::new().name("background".to_owned()).stack_size(STACK).spawn(move || work(&theirs, &wake))?;
        Ok(Self(Some(queue)))
    }

    /// Has something made. Of the same kind, what nobody has begun with is made no more.
    pub(crate) fn later<T: Send + Sync + 'static>(
        &self,
        kind: Kind,
        make: impl Fn() -> T + Send + Sync + 'static,
    ) -> Arc<Later<T>> {
        let later = Arc::new(Later { make: Box::new(make), made: OnceLock::new(), at_once: self.0.is_none() });
        if let Some(queue) = &self.0 {
            let mut waiting = queue.lock();
            waiting.jobs.retain(|(other, _)| *other != kind);
            waiting.jobs.push_back((kind, Arc::clone(&later) as Arc<dyn Job>));
            queue.changed.notify_all();
        }
        later
    }

    /// Waits until everything is made, but no longer than this.
    pub(crate) fn settle(&self, most: Duration) {
        if let Some(queue) = &self.0 {
            let busy = |waiting: &mut Waiting| waiting.is_working || !waiting.jobs.is_empty();
            // Whether all was made is seen in the picture.
            drop(queue.changed.wait_timeout_while(queue.lock(), most, busy));
        }
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn work(queue: &Queue, wake: &impl Fn()) {
    loop {
        let job = {
            let idle = |waiting: &mut Waiting| waiting.jobs.is_empty();
            let woken = queue.changed.wait_while(queue.lock(), idle);
            let mut waiting = woken.unwrap_or_else(PoisonError::into_inner);
            waiting.is_working = true;
            waiting.jobs.pop_front()
        };
        if let Some((_, job)) = job {
            job.run();
        }
        queue.lock().is_working = false;
        queue.changed.notify_all();
        wake();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_thread_it_is_made_when_it_is_looked_at() {
        let later = Background::default().later(Kind::Files, || 1);
        assert_eq!(later.get(), Some(&1));
    }

    #[test]
    fn the_thread_makes_it_and_says_so() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let background = Background::start(move || sender.send(()).unwrap()).unwrap();
        let later = background.later(Kind::Files, || 1);
        receiver.recv().unwrap();
        assert_eq!(later.get(), Some(&1));
        background.settle(Duration::from_secs(60));
    }
}
