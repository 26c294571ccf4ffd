//! What test runners report, summed honestly.

use anyhow::Result;
use std::time::{Duration, Instant};

/// How many passed and failed, by the runner's own count.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Ran and held.
    pub passed: u32,
    /// Ran and did not hold, or could not run. Tests that a runner skipped count here: nothing may be skipped.
    pub failed: u32,
}

impl Outcome {
    /// One check that either holds or not.
    pub fn of(held: bool) -> Outcome {
        Outcome {
            passed: u32::from(held),
            failed: u32::from(!held),
        }
    }

    /// Both together.
    pub fn and(self, other: Outcome) -> Outcome {
        Outcome {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }

    /// A runner that ended badly without naming a failed test (it did not compile, it crashed) failed once.
    pub fn ended(self, success: bool) -> Outcome {
        if success || self.failed > 0 {
            self
        } else {
            Outcome { failed: 1, ..self }
        }
    }
}

/// Adds up the result lines of Rust's test harness and of wasm-bindgen's, which are alike:
/// `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
pub fn of_rust(line: &str) -> Outcome {
    let Some(counts) = line.trim().strip_prefix("test result:") else {
        return Outcome::default();
    };
    let count = |word| {
        let words: Vec<&str> = counts
            .split([' ', ';', '.'])
            .filter(|word| !word.is_empty())
            .collect();
        let at = words.iter().position(|candidate| *candidate == word)?;
        words.get(at.checked_sub(1)?)?.parse::<u32>().ok()
    };
    let [passed, failed, ignored] =
        ["passed", "failed", "ignored"].map(|word| count(word).unwrap_or(0));
    Outcome {
        passed,
        failed: failed + ignored,
    }
}

/// Adds up the closing lines of Node's TAP report: `# pass 3`, `# fail 0`, ...
pub fn of_tap(report: &str) -> Outcome {
    let count = |word: &str| -> u32 {
        report
            .lines()
            .rev()
            .find_map(|line| {
                line.strip_prefix("# ")?
                    .strip_prefix(word)?
                    .trim()
                    .parse()
                    .ok()
            })
            .unwrap_or(0)
    };
    let failed = ["fail", "cancelled", "skipped", "todo"]
        .map(count)
        .iter()
        .sum();
    Outcome {
        passed: count("pass"),
        failed,
    }
}

/// The parts of a run, in order.
#[derive(Default)]
pub struct Summary {
    /// Only parts whose name holds one of these; all where it is empty.
    wanted: Vec<String>,
    parts: Vec<Part>,
}

struct Part {
    name: String,
    outcome: Outcome,
    took: Duration,
}

impl Summary {
    /// Of the parts whose name holds one of `wanted`, or of all where that is empty.
    pub fn of(wanted: Vec<String>) -> Summary {
        Summary {
            wanted,
            ..Summary::default()
        }
    }

    /// Runs a part and notes how it went. An error is printed, and is a failure.
    pub fn add(&mut self, name: &str, part: impl FnOnce() -> Result<Outcome>) {
        if !self.wanted.is_empty() && !self.wanted.iter().any(|part| name.contains(part)) {
            return;
        }
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = part().unwrap_or_else(|error| {
            println!("FAILED: {error:#}");
            Outcome::of(false)
        });
        self.parts.push(Part {
            name: name.to_owned(),
            outcome,
            took: start.elapsed(),
        });
    }

    /// All parts together.
    pub fn total(&self) -> Outcome {
        // Nothing run is nothing shown to hold.
        if self.parts.is_empty() {
            return Outcome::of(false);
        }
        self.parts
            .iter()
            .map(|part| part.outcome)
            .fold(Outcome::default(), Outcome::and)
    }

    /// Prints a line for each part, and last the totals alone.
    pub fn print(&self) {
        println!("\n=== summary");
        for Part {
            name,
            outcome: Outcome { passed, failed },
            took,
        } in &self.parts
        {
            let mark = if *failed > 0 { "FAILED" } else { "ok" };
            println!(
                "{mark:>6}  {name:<28} {passed:>5} passed {failed:>4} failed {:>6.1} s",
                took.as_secs_f32()
            );
        }
        let Outcome { passed, failed } = self.total();
        println!("\n{passed} passed, {failed} failed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rust_lines_are_counted_and_ignored_tests_are_failures() {
        let line = "test result: FAILED. 31 passed; 2 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.2s";
        assert_eq!(
            of_rust(line),
            Outcome {
                passed: 31,
                failed: 3
            }
        );
        assert_eq!(
            of_rust("test result: ok. 5 passed; 0 failed; 0 ignored"),
            Outcome {
                passed: 5,
                failed: 0
            }
        );
        assert_eq!(of_rust("test name_of_a_test ... ok"), Outcome::default());
    }

    #[test]
    fn tap_reports_are_counted_and_skipped_tests_are_failures() {
        let report = "ok 1 - # pass 9\n1..3\n# tests 3\n# pass 2\n# fail 0\n# cancelled 0\n# skipped 1\n# todo 0\n";
        assert_eq!(
            of_tap(report),
            Outcome {
                passed: 2,
                failed: 1
            }
        );
    }

    #[test]
    fn a_runner_that_crashes_fails_even_if_no_test_did() {
        let passed = Outcome {
            passed: 7,
            failed: 0,
        };
        assert_eq!(
            passed.ended(false),
            Outcome {
                passed: 7,
                failed: 1
            }
        );
        assert_eq!(passed.ended(true), passed);
        assert_eq!(
            Outcome {
                passed: 7,
                failed: 2
            }
            .ended(false),
            Outcome {
                passed: 7,
                failed: 2
            }
        );
    }
}
