/** The real world of the gate: the compiler, the type check and the machine in Node. `.inflight/build` must be there. */
import { checkTypesInNode, compileInNode } from '../../sandbox/host/compile-in-node.ts';
import { openNodeMachine } from '../../sandbox/host/run-in-node.ts';
import type { World } from './world.ts';

export const nodeWorld: World = {
  async compile(files, entries) {
    const compiled = await compileInNode(files, entries);
    if (!compiled.ok) return compiled;
    const problems = await checkTypesInNode(files);
    return problems.length === 0 ? compiled : { ok: false, problems };
  },
  compileUntyped: compileInNode,
  openMachine: () => openNodeMachine(),
};
