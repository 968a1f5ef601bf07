/** The factory: the classic script around a program's body, as `sandbox/engine/program.ts` describes it. */
import { HIDDEN_GLOBALS, INJECTED_GLOBALS } from '../engine/program.ts';
import type { Names } from './names.ts';

/** The address under which stacks name the script of an entry. */
export const SCRIPT_ADDRESS = 'inflight-cell:///';

/** The largest small integer of V8 with compressed pointers: a larger number would make every marker four times as slow. */
const MOST_FUEL = 2 ** 30 - 1;

export interface Factory {
  readonly before: string;
  readonly after: string;
}

/**
 * Text before and after the body; the body starts on a line of its own. The learner's names live two functions deeper
 * than ours, so a cell may declare `process` or `close` for itself.
 */
export function factoryFor(entry: string, prologue: string, names: Names): Factory {
  const { runtime, at, fuel, out, from, pass, main } = names;
  const meter = `{position:()=>${at},clearPosition:()=>{${at}=0},fuel:()=>${fuel},grant:(steps)=>{${fuel}=steps<${MOST_FUEL}?steps:${MOST_FUEL}}}`;
  return {
    before: [
      `$inflight.cell(${JSON.stringify(entry)},function(${[runtime, ...INJECTED_GLOBALS].join(',')}){'use strict';`,
      `const ${HIDDEN_GLOBALS.map((name) => `${name}=void 0`).join(',')};`,
      `let ${at}=0,${fuel}=0;const ${out}=()=>${runtime}.outOfFuel(),${pass}=(value)=>value;${runtime}.meter(${meter});`,
      `const ${main}=async()=>{let ${from}=0;${prologue}try{`,
      '',
    ].join('\n'),
    after: `\n}finally{${at}=${from}}};return ${main};\n});\n//# sourceURL=${SCRIPT_ADDRESS}${encodeURI(entry)}\n`,
  };
}
