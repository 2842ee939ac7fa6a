//! A template's markup on every way through its branches, before the template is filled: a fault in a branch that
//! today's record does not take is told with the template's own line and column.
//!
//! A way holds what is open in the markup, and which conditions it took for true: `{{#if a}}<group>{{else}}<tr>{{/if}}`
//! and the same with the end tags behind the cells fit together. Ways in which the same is open are one.

use serde_json::Value;

use super::compiled::Made;
use super::node::{Block, Node};
use super::source::Source;
use super::way::{Fault, Way, merged};

/// How many parts are looked at, once for each way: more than any template needs that people can read.
const VISITS: usize = 200_000;
/// After how many turns a loop has shown all that it does.
const TURNS: usize = 8;

/// Checks the markup of a template for records of a schema.
pub(super) fn check(
    nodes: &[Node],
    source: &Source,
    (made, layout): super::compiled::Manner<'_>,
    record: &Value,
) -> Result<(), Fault> {
    let mut walk = Walk { source, visits: 0 };
    for way in walk.through(nodes, vec![Way::of(record, layout, made == Made::Form)])? {
        way.end()?;
    }
    Ok(())
}

struct Walk<'a> {
    source: &'a Source,
    visits: usize,
}

impl Walk<'_> {
    /// The ways at the end of `nodes`, for those at their beginning.
    fn through<'b>(&mut self, nodes: &[Node], mut ways: Vec<Way<'b>>) -> Result<Vec<Way<'b>>, Fault> {
        for node in nodes {
            self.visits += ways.len();
            match node {
                Node::Text { text, start } => {
                    for way in &mut ways {
                        way.text(text, |index| self.source.at(start + index))?;
                    }
                }
                Node::Value(at, fixed) => ways.iter_mut().try_for_each(|way| way.value(*at, *fixed))?,
                Node::Table(at) => ways.iter_mut().try_for_each(|way| way.table(*at))?,
                Node::Block(block) => ways = self.block(block, ways)?,
            }
            ways = merged(ways);
        }
        Ok(ways)
    }

    fn block<'b>(&mut self, block: &Block, ways: Vec<Way<'b>>) -> Result<Vec<Way<'b>>, Fault> {
        if self.visits > VISITS {
            let reason = format!(
                "lời văn rẽ nhánh quá nhiều cách (hơn {VISITS}); hãy để mỗi thẻ mở và đóng trong cùng một nhánh"
            );
            return Err((block.at, reason));
        }
        let mut after = Vec::new();
        for mut way in ways {
            if way.passes_over(block)? {
                after.push(way);
                continue;
            }
            let known = way.known(&block.condition);
            for held in [true, false] {
                if known.is_some_and(|known| known != held) {
                    continue;
                }
                let way = way.clone().with(&block.condition, held);
                let (taken, scope) = match held != block.negated {
                    true => (&block.body, block.scope),
                    false => (&block.inverse, None),
                };
                after.extend(match scope {
                    Some(depth) if block.turns && held => self.turns(block, depth, way)?,
                    Some(depth) => forget(self.through(taken, vec![way])?, depth),
                    None => self.through(taken, vec![way])?,
                });
            }
        }
        Ok(after)
    }

    /// A loop with at least one turn. Where it tells the first or the last turn from the others, these are looked at
    /// one by one, if the loop is not right without.
    fn turns<'b>(&mut self, block: &Block, depth: usize, way: Way<'b>) -> Result<Vec<Way<'b>>, Fault> {
        let alike = self.turns_alike(block, depth, way.clone());
        if alike.is_ok() || !block.tells_turns {
            return alike;
        }
        match self.turns_told(block, depth, way) {
            Err(_) if self.visits > VISITS => alike,
            told => told,
        }
    }

    /// Turns of which the first and the last are told from the others.
    fn turns_told<'b>(&mut self, block: &Block, depth: usize, way: Way<'b>) -> Result<Vec<Way<'b>>, Fault> {
        let one = self.turn(block, depth, vec![way.clone()], Some((true, true)))?;
        let first = self.turn(block, depth, vec![way], Some((true, false)))?;
        let between = self.closure(block, depth, first.clone(), Some((false, false)))?;
        let last = merged(first.into_iter().chain(between).collect());
        let several = self.turn(block, depth, last, Some((false, true)))?;
        Ok(merged(one.into_iter().chain(several).collect()))
    }

    /// Turns that are all alike.
    fn turns_alike<'b>(&mut self, block: &Block, depth: usize, way: Way<'b>) -> Result<Vec<Way<'b>>, Fault> {
        self.closure(block, depth, vec![way], None)
    }

    /// The ways after one turn or more, each of which leaves open what was open on one of the ways before it.
    fn closure<'b>(
        &mut self,
        block: &Block,
        depth: usize,
        ways: Vec<Way<'b>>,
        turn: Option<(bool, bool)>,
    ) -> Result<Vec<Way<'b>>, Fault> {
        let begun = ways.clone();
        let mut before = ways;
        for _ in 0..TURNS {
            let after = self.turn(block, depth, before.clone(), turn)?;
            for way in &after {
                let faults = begun.iter().map(|begun| way.leaves(begun));
                if let Some(Err((at, reason))) = faults.reduce(Result::or) {
                    return Err((at.unwrap_or(block.at), reason));
                }
            }
            if after.iter().all(|way| before.iter().any(|known| known.is_like(way))) {
                return Ok(after);
            }
            before = merged(before.into_iter().chain(after).collect());
        }
        Err((
            block.at,
            format!("mỗi lượt của “{}” ghi tiếp vào thẻ đang mở; hãy đóng thẻ trước vòng lặp", block.name),
        ))
    }

    /// One turn; `turn` tells whether it is the first and the last.
    fn turn<'b>(
        &mut self,
        block: &Block,
        depth: usize,
        ways: Vec<Way<'b>>,
        turn: Option<(bool, bool)>,
    ) -> Result<Vec<Way<'b>>, Fault> {
        let ways = ways.into_iter().map(|way| match turn {
            Some((first, last)) => {
                way.with(&(depth, "@first".to_owned()), first).with(&(depth, "@last".to_owned()), last)
            }
            None => way,
        });
        Ok(merged(forget(self.through(&block.body, ways.collect())?, depth)))
    }
}

/// The ways, without what held inside of a block only.
fn forget(mut ways: Vec<Way<'_>>, depth: usize) -> Vec<Way<'_>> {
    ways.iter_mut().for_each(|way| way.forget(depth));
    ways
}
