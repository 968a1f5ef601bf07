/** Event queries in content: whether the process that they name is in the scenario. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { EventQuery } from '../../sandbox/trace/query.ts';
import { brokerNames, type Misfit, unknownNames } from './scenario-problems.ts';

/** `path` is where the query stands in what was written. */
export function queryMisfits(query: EventQuery, path: readonly PropertyKey[], scenario: Scenario): readonly Misfit[] {
  if (query.process === undefined) return [];
  const known = [...scenario.processes.map(({ name }) => name), ...brokerNames(scenario)];
  return unknownNames([...path, 'process'], [query.process], known, 'process');
}

/** The queries of a scenario's moments. */
export function momentMisfits(scenario: Scenario & { readonly moments?: readonly { readonly at: EventQuery }[] }): readonly Misfit[] {
  return (scenario.moments ?? []).flatMap(({ at }, index) => queryMisfits(at, ['moments', index, 'at'], scenario));
}
