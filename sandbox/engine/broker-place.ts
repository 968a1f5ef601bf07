/** The places of a cell's brokers: which port each answers at, and where the master of a replica is. */
import type { BrokerDefinition, BrokerSettings } from './broker.ts';
import type { BrokerKind, BrokerSpec } from './cell.ts';

export interface PlacedBroker {
  readonly kind: BrokerKind;
  readonly name: string;
  readonly settings: BrokerSettings;
}

/** Throws one sentence when the brokers cannot be there together. */
export function placedBrokers(
  specs: readonly BrokerSpec[],
  definitionOf: (kind: BrokerKind) => Pick<BrokerDefinition, 'port'>,
): readonly PlacedBroker[] {
  const portOf = (spec: BrokerSpec): number => ('port' in spec ? spec.port : undefined) ?? definitionOf(spec.kind).port;
  const placed: PlacedBroker[] = [];
  for (const spec of specs) {
    const [name, port] = [nameOf(spec), portOf(spec)];
    if (placed.some((other) => other.name === name)) throw new Error(`Two brokers have the name ${name}: give one another name.`);
    const neighbour = placed.find(({ settings }) => settings.port === port);
    if (neighbour !== undefined)
      throw new Error(`The brokers ${neighbour.name} and ${name} both answer at port ${port}: give one another port.`);
    const { durability, replicaOf } = { durability: undefined, replicaOf: undefined, ...spec };
    const master = replicaOf === undefined ? null : { host: '127.0.0.1', port: portOf(masterOf(spec, replicaOf, specs)) };
    const settings = { port, ...(durability !== undefined && { durability }), ...(master !== null && { replicaOf: master }) };
    placed.push({ kind: spec.kind, name, settings });
  }
  return placed;
}

function masterOf(replica: BrokerSpec, name: string, specs: readonly BrokerSpec[]): BrokerSpec {
  const master = specs.find((spec) => nameOf(spec) === name);
  if (master === undefined || master === replica || master.kind !== replica.kind) {
    throw new Error(`The broker ${nameOf(replica)} cannot be a replica of ${name}: there is no other ${replica.kind} of that name.`);
  }
  return master;
}

function nameOf({ kind, name }: BrokerSpec): string {
  return name ?? kind;
}
