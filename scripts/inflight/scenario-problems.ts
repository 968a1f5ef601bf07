/** What a schema cannot see: names in a scenario that lead nowhere. */
import type { Fault, Scenario } from '../../sandbox/engine/cell.ts';

export interface Misfit {
  /** Where in the cell or exercise, such as `['faults', 0]`. */
  readonly path: readonly PropertyKey[];
  readonly said: string;
}

/** Files that are not there, names used twice, and faults that name nobody. `files` are the paths that exist. */
export function scenarioMisfits(scenario: Scenario, files: readonly string[]): readonly Misfit[] {
  const brokers = scenario.brokers.map((broker) => broker.name ?? broker.kind);
  const processes = scenario.processes.map((process) => process.name);
  const hosts = [...brokers, ...scenario.processes.map((process) => process.host ?? process.name)];
  const twice = [...processes, ...brokers].filter((name, index, all) => all.indexOf(name) !== index);
  const missing = (path: readonly PropertyKey[], name: string, known: readonly string[], what: string): readonly Misfit[] =>
    known.includes(name) ? [] : [{ path, said: `There is no ${what} "${name}"; there are: ${known.join(', ') || 'none'}.` }];
  return [
    ...twice.map((name) => ({ path: ['processes'], said: `The name "${name}" is used twice.` })),
    ...scenario.processes.flatMap((process, index) => missing(['processes', index, 'file'], process.file, files, 'file')),
    ...scenario.faults.flatMap((fault, index) => {
      const path = ['faults', index];
      const on = 'on' in fault.when && fault.when.process !== undefined ? fault.when.process : null;
      const who = on === null ? [] : missing([...path, 'when', 'process'], on, [...processes, ...brokers], 'process');
      return [
        ...who,
        ...namesOf(fault).flatMap(([key, name]) =>
          missing([...path, key], name, { process: processes, broker: brokers, between: hosts }[key], key),
        ),
      ];
    }),
  ];
}

function namesOf(fault: Fault): readonly (readonly ['process' | 'broker' | 'between', string])[] {
  switch (fault.kind) {
    case 'crash':
    case 'pause':
    case 'slow':
      return [['process', fault.process]];
    case 'restartBroker':
      return [['broker', fault.broker]];
    case 'loseAck':
      return [
        ['process', fault.process],
        ['broker', fault.broker],
      ];
    case 'cut':
    case 'partition':
    case 'latency':
      return fault.between.map((name) => ['between', name] as const);
    default:
      return fault satisfies never;
  }
}
