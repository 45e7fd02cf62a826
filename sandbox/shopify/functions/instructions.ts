import type { Cursor } from "./wasm-binary.ts";

export interface Instruction {
  opcode: number;
  from: number;
  end: number;
}

/** All instructions of a function's body from the cursor to its end. Throws at one that it doesn't know, rather than count wrongly. */
export function instructionsIn(cursor: Cursor, end: number): Instruction[] {
  const found: Instruction[] = [];
  while (cursor.at < end) {
    const from = cursor.at;
    const opcode = cursor.byte();
    skipImmediates(cursor, opcode);
    found.push({ opcode, from, end: cursor.at });
  }
  return found;
}

// wasm-core-2, 5.4: what stands behind an opcode.
function skipImmediates(cursor: Cursor, opcode: number): void {
  if (opcode >= 0x45 && opcode <= 0xc4) return;
  if (opcode >= 0x28 && opcode <= 0x3e) return void [cursor.leb(), cursor.leb()];
  switch (opcode) {
    case 0x00: // unreachable
    case 0x01: // nop
    case 0x05: // else
    case 0x0b: // end
    case 0x0f: // return
    case 0x1a: // drop
    case 0x1b: // select
      return;
    case 0x02: // block
    case 0x03: // loop
    case 0x04: // if
    case 0x0c: // br
    case 0x0d: // br_if
    case 0x10: // call
    case 0x20: // local.get
    case 0x21: // local.set
    case 0x22: // local.tee
    case 0x23: // global.get
    case 0x24: // global.set
    case 0x3f: // memory.size
    case 0x40: // memory.grow
    case 0x41: // i32.const
    case 0x42: // i64.const
      return cursor.skipLeb();
    case 0x11: // call_indirect
      return void [cursor.leb(), cursor.leb()];
    case 0x0e: // br_table
      for (let labels = cursor.leb() + 1; labels > 0; labels--) cursor.leb();
      return;
    case 0x43: // f32.const
      return cursor.skip(4);
    case 0x44: // f64.const
      return cursor.skip(8);
    case 0xfc:
      return skipPrefixed(cursor);
    default:
      throw new Error(`opcode 0x${opcode.toString(16)} can't be metered`);
  }
}

function skipPrefixed(cursor: Cursor): void {
  const operation = cursor.leb();
  if (operation <= 7) return; // saturating truncation
  if (operation === 10)
    cursor.skip(2); // memory.copy
  else if (operation === 11)
    cursor.skip(1); // memory.fill
  else throw new Error(`opcode 0xfc ${operation} can't be metered`);
}
