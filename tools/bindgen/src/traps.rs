//! What a panic says is heard by nobody in a page: it ends in a trap, whatever was said before. So a function that cannot return and
//! asks nothing of the page traps at once, and what it would have been told and have written need not travel.
//!
//! It goes by what the functions do, not by their names, and never takes away a check: what would have panicked traps.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use walrus::ir::{Br, BrIf, BrTable, Call, Const, Instr, Return, ReturnCall, ReturnCallIndirect, Unreachable, Value, Visitor};
use walrus::ir::{InstrSeqId, dfs_in_order};
use walrus::{ConstExpr, Data, DataKind, FunctionId, FunctionKind, ImportKind, LocalFunction, Module};

/// Empties every function that can only end in a trap, and the places in the source that these would have named: nothing else in the
/// core reads those.
pub fn at_once(module: &mut Module) {
    let ending = ending(module);
    let mut numbers = Numbers::default();
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut numbers, function, function.entry_block());
    }
    let forgotten: Vec<(u32, u32)> = numbers.0.iter().filter_map(|address| place(module, *address)).flatten().collect();
    for (address, length) in forgotten {
        forget(module, address, length);
    }
    for id in ending {
        let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind else { continue };
        let entry = function.entry_block();
        function.block_mut(entry).instrs = vec![(Instr::Unreachable(Unreachable {}), Default::default())];
    }
}

/// The functions that only trap.
fn ending(module: &Module) -> HashSet<FunctionId> {
    let asking = asking(module);
    let mut ending = HashSet::new();
    loop {
        let before = ending.len();
        for (id, function) in module.funcs.iter_local().filter(|(id, _)| !asking.contains(id)) {
            if only_traps(function, &ending) {
                ending.insert(id);
            }
        }
        if ending.len() == before {
            return ending;
        }
    }
}

/// The functions that call what is imported, or call one that does.
fn asking(module: &Module) -> HashSet<FunctionId> {
    let imported = |kind: &ImportKind| if let ImportKind::Function(id) = kind { Some(*id) } else { None };
    let mut asking: HashSet<FunctionId> = module.imports.iter().filter_map(|import| imported(&import.kind)).collect();
    let flows: Vec<(FunctionId, Flow)> = module.funcs.iter_local().map(|(id, function)| (id, Flow::of(function))).collect();
    loop {
        let before = asking.len();
        for (id, _) in flows.iter().filter(|(_, flow)| flow.called.iter().any(|called| asking.contains(called))).collect::<Vec<_>>() {
            asking.insert(*id);
        }
        if asking.len() == before {
            return asking;
        }
    }
}

/// Whether control never leaves the function: it neither returns nor reaches its end.
fn only_traps(function: &LocalFunction, ending: &HashSet<FunctionId>) -> bool {
    let stops = function.block(function.entry_block()).instrs.iter().any(|(instr, _)| match instr {
        Instr::Unreachable(_) => true,
        Instr::Call(Call { func }) => ending.contains(func),
        _ => false,
    });
    stops && !Flow::of(function).leaves
}

/// Where control goes from a function.
struct Flow {
    entry: InstrSeqId,
    /// What it calls by name.
    called: Vec<FunctionId>,
    /// Whether it leaves other than at its end.
    leaves: bool,
}

impl Flow {
    fn of(function: &LocalFunction) -> Flow {
        let mut flow = Flow { entry: function.entry_block(), called: Vec::new(), leaves: false };
        dfs_in_order(&mut flow, function, function.entry_block());
        flow
    }
}

impl Visitor<'_> for Flow {
    fn visit_call(&mut self, call: &Call) {
        self.called.push(call.func);
    }

    fn visit_return_call(&mut self, call: &ReturnCall) {
        self.called.push(call.func);
        self.leaves = true;
    }

    fn visit_return_call_indirect(&mut self, _: &ReturnCallIndirect) {
        self.leaves = true;
    }

    fn visit_return(&mut self, _: &Return) {
        self.leaves = true;
    }

    fn visit_br(&mut self, branch: &Br) {
        self.leaves |= self.entry == branch.block;
    }

    fn visit_br_if(&mut self, branch: &BrIf) {
        self.leaves |= self.entry == branch.block;
    }

    fn visit_br_table(&mut self, branch: &BrTable) {
        self.leaves |= branch.blocks.iter().chain([&branch.default]).any(|block| self.entry == *block);
    }
}

/// The numbers that functions hold, which addresses are among.
#[derive(Default)]
struct Numbers(BTreeSet<u32>);

impl Visitor<'_> for Numbers {
    fn visit_const(&mut self, number: &Const) {
        if let Value::I32(number) = number.value {
            self.0.insert(number.cast_unsigned());
        }
    }
}

/// Bytes of a place in the source.
const PLACE: u32 = 16;
/// More than any file has lines or columns.
const MOST: u32 = 1 << 16;
/// The end of the name of the file in which it is.
const SOURCE: &[u8] = b".rs";

/// What a place in the source consists of, if that is what stands at `address`: itself (where the file's name is, how long it is, the
/// line and the column, in four bytes each, the last two small) and the name.
fn place(module: &Module, address: u32) -> Option<[(u32, u32); 2]> {
    let (numbers, _) = module.data.iter().find_map(|data| data.value.get(within(data, address, PLACE)?))?.as_chunks::<4>();
    let [name, length, line, column] = <[[u8; 4]; 4]>::try_from(numbers).ok()?.map(u32::from_le_bytes);
    if ![line, column].iter().all(|number| (1..MOST).contains(number)) {
        return None;
    }
    let text = module.data.iter().find_map(|data| data.value.get(within(data, name, length)?))?;
    text.ends_with(SOURCE).then_some([(address, PLACE), (name, length)])
}

/// Fills what memory holds at `address` when the module begins with zeros.
fn forget(module: &mut Module, address: u32, length: u32) {
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        if let Some(bytes) = within(data, address, length).and_then(|range| data.value.get_mut(range)) {
            bytes.fill(0);
        }
    }
}

/// Which part of `data` begins at `address`.
fn within(data: &Data, address: u32, length: u32) -> Option<Range<usize>> {
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } = data.kind else { return None };
    let start = address.checked_sub(offset.cast_unsigned())? as usize;
    Some(start..start.checked_add(length as usize)?)
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, InstrSeqBuilder, ValType};

    use super::*;

    fn function(module: &mut Module, takes: &[ValType], body: impl FnOnce(&mut InstrSeqBuilder<'_>)) -> FunctionId {
        let arguments = takes.iter().map(|of| module.locals.add(*of)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, takes, &[]);
        body(&mut builder.func_body());
        builder.finish(arguments, &mut module.funcs)
    }

    fn length(module: &Module, id: FunctionId) -> usize {
        let function = module.funcs.get(id).kind.unwrap_local();
        function.block(function.entry_block()).instrs.len()
    }

    #[test]
    fn what_can_only_trap_is_emptied_and_all_else_stays() {
        let mut module = Module::default();
        let plain = module.types.add(&[], &[]);
        let (page, _) = module.add_import_func("page", "ask", plain);
        let panics = function(&mut module, &[], |body| {
            body.i32_const(1).drop().unreachable();
        });
        let hands_on = function(&mut module, &[], |body| {
            body.i32_const(1).drop().call(panics);
        });
        let asks = function(&mut module, &[], |body| {
            body.call(page).unreachable();
        });
        let checks = function(&mut module, &[], |body| {
            body.i32_const(1).if_else(
                None,
                |then| {
                    then.call(panics);
                },
                |_| {},
            );
        });
        let returns = function(&mut module, &[], |body| {
            body.i32_const(1).if_else(
                None,
                |then| {
                    then.return_();
                },
                |_| {},
            );
            body.unreachable();
        });
        let kept = [asks, checks, returns].map(|id| length(&module, id));
        at_once(&mut module);
        assert_eq!([panics, hands_on].map(|id| length(&module, id)), [1, 1]);
        assert_eq!([asks, checks, returns].map(|id| length(&module, id)), kept);
    }

    #[test]
    fn the_place_of_a_trap_is_forgotten_and_no_other_number() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        // A name, a place in it, a row that no function knows, and one that has another name.
        let row = [16, 6, 7, 8].map(u32::to_le_bytes).concat();
        let other = [17, 4, 7, 8].map(u32::to_le_bytes).concat();
        let bytes = [b"lib.rs..", &*row, &*row, &*other].concat();
        let data = module.data.add(DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(16)) }, bytes.clone());
        function(&mut module, &[], |body| {
            body.i32_const(24).drop().i32_const(56).drop().i32_const(16).drop();
        });
        at_once(&mut module);
        let forgotten: Vec<u8> = [&[0; 6][..], &bytes[6..8], &[0; 16], &bytes[24..]].concat();
        assert_eq!(module.data.get(data).value, forgotten);
    }
}
