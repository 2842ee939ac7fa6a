//! Damage: texts with some of their characters gone, doubled, changed; and what it may cost to read them.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// Of the processor's time, which what else is at work on the machine does not lengthen. Without optimisation ten
/// times as long.
pub const SLOWEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
/// The most that the process may hold.
pub const MEGABYTES: u64 = 200;

/// Tries damaged inputs, as many and by the seed that the arguments name: `make` makes one, `used` does all that is done with
/// it and says whether it was sound. What they are `called` is for the last line.
///
/// # Panics
/// Where one panics or is slow, or all of them hold too much.
pub fn tried<T>(called: &str, make: impl Fn(usize, Random) -> T, used: impl Fn(T) -> bool) {
    let mut arguments = std::env::args().skip(1);
    let inputs: usize = arguments.next().map_or(2_000, |inputs| inputs.parse().unwrap());
    let seed: u64 = arguments.next().map_or(2026, |seed| seed.parse().unwrap());
    let first: usize = arguments.next().map_or(0, |first| first.parse().unwrap());
    let (mut failed, mut sound, mut slowest) = (0, 0, Duration::ZERO);
    for input in first..first + inputs {
        let made = make(input, Random::of(seed, input));
        let begun = worked();
        let done = catch_unwind(AssertUnwindSafe(|| used(made)));
        let took = worked().saturating_sub(begun);
        slowest = slowest.max(took);
        sound += usize::from(matches!(done, Ok(true)));
        if done.is_err() || took > SLOWEST {
            failed += 1;
            let what = if done.is_err() { "panic" } else { "slow" };
            println!("seed {seed}, input {input}: {what} after {took:?}");
        }
    }
    let peak = peak();
    println!(
        "{inputs} {called}, {sound} of them sound, {failed} failed, slowest {slowest:?}, peak {peak:?} MB"
    );
    assert!(failed == 0 && peak.is_none_or(|peak| peak <= MEGABYTES), "see above");
}

/// What is put into a text: the ends of ranges, and what has a meaning in XML, TOML, CSV and templates.
const PIECES: [&str; 30] = [
    "",
    "0",
    "-1",
    "4294967296",
    "1e308",
    "NaN",
    "XFD1048576",
    "A0",
    "<",
    ">",
    "/>",
    "&#0;",
    "&amp;",
    "]]>",
    "\"",
    "'",
    ";",
    "\n",
    "\u{feff}",
    "\u{301}",
    "t=\"s\"",
    "s=\"999\"",
    "number-rows-repeated=\"1048576\"",
    "[[",
    "{{",
    "}}",
    "{{#each sections}}",
    "{{/each}}",
    "<b>",
    "rows[999].self_score",
];

/// A generator of its own, so that a seed gives the same inputs everywhere.
pub struct Random(u64);

impl Random {
    /// That of an input.
    pub fn of(seed: u64, input: usize) -> Random {
        Random(seed.wrapping_add(input as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// A number below this one.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }

    /// A text with some of its characters gone, doubled, changed, or a piece put in.
    pub fn mutated(&mut self, text: &[u8]) -> Vec<u8> {
        let mut bytes = text.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(24)).min(bytes.len());
            match self.below(5) {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(at..at, piece);
                }
                2 if at < bytes.len() => bytes[at] = self.below(256) as u8,
                3 if at < bytes.len() && bytes[at].is_ascii_digit() => {
                    bytes[at] = b'0' + self.below(10) as u8
                }
                _ => {
                    let piece = PIECES[self.below(PIECES.len())].bytes();
                    bytes.splice(at..at, piece);
                }
            }
        }
        bytes
    }
}

/// How long the processor was at work for this thread; where the system does not say, the time of the day.
pub fn worked() -> Duration {
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = said.and_then(|said| said.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(
        || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap(),
        Duration::from_nanos,
    )
}

/// The most that the process has held, in megabytes; nothing where the system does not say.
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}
