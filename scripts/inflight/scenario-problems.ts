/** What a schema cannot see: names in a scenario that lead nowhere. */
import type { Fault, Scenario } from '../../sandbox/engine/cell.ts';

export interface Misfit {
  /** Where in the cell or exercise, such as `['faults', 0]`. */
  readonly path: readonly PropertyKey[];
  readonly said: string;
}

/** Files that are not there, names used twice, and faults that name nobody. `files` are the paths that exist. */
export function scenarioMisfits(scenario: Scenario, files: readonly string[]): readonly Misfit[] {
  const names = [...scenario.processes.map(({ name }) => name), ...brokerNames(scenario)];
  const twice = names.filter((name, index, all) => all.indexOf(name) !== index);
  return [
    ...twice.map((name) => ({ path: ['processes'], said: `The name "${name}" is used twice.` })),
    ...scenario.processes.flatMap(({ file }, index) => unknownNames(['processes', index, 'file'], [file], files, 'file')),
    ...faultMisfits(scenario, ['faults']),
  ];
}

/** Faults that name nobody. `path` is where they stand in the cell or exercise. */
export function faultMisfits(
  scenario: Pick<Scenario, 'processes' | 'brokers' | 'faults'>,
  path: readonly PropertyKey[],
): readonly Misfit[] {
  const broker = brokerNames(scenario);
  const process = scenario.processes.map(({ name }) => name);
  const between = [...broker, ...scenario.processes.map(({ name, host }) => host ?? name)];
  const known = { broker, process, either: [...process, ...broker], between };
  return scenario.faults.flatMap((fault, index) => {
    const place = [...path, index];
    const waitsFor = 'on' in fault.when && fault.when.process !== undefined ? [fault.when.process] : [];
    return [
      ...unknownNames([...place, 'when', 'process'], waitsFor, [...process, ...broker], 'process'),
      ...namesOf(fault).flatMap(([key, name]) =>
        unknownNames([...place, key === 'either' ? 'process' : key], [name], known[key], key === 'either' ? 'process' : key),
      ),
    ];
  });
}

/** Those of `names` that are not known, each told in a sentence. */
export function unknownNames(
  path: readonly PropertyKey[],
  names: readonly string[],
  known: readonly string[],
  what: string,
): readonly Misfit[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ path, said: `There is no ${what} "${name}"; there are: ${known.join(', ') || 'none'}.` }));
}

export function brokerNames({ brokers }: Pick<Scenario, 'brokers'>): readonly string[] {
  return brokers.map(({ kind, name }) => name ?? kind);
}

function namesOf(fault: Fault): readonly (readonly ['process' | 'broker' | 'either' | 'between', string])[] {
  switch (fault.kind) {
    case 'pause':
      return [['either', fault.process]];
    case 'crash':
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
