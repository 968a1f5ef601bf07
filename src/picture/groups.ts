/** Groups: what an event changes in how far each group of a stream has read and in what its consumers still owe. */
import type { EventOf } from '../../sandbox/trace/event.ts';
import type { Facts } from './facts.ts';
import { letGo } from './moves.ts';
import type { ConsumerScene, GroupScene, PendingScene } from './scene.ts';
import type { PlaceDraft, State } from './state.ts';

export function moveGroup(place: PlaceDraft, name: string, position: string): void {
  place.groups = withGroup(place.groups, name, (group) => ({ ...group, position }));
}

export function addMember(place: PlaceDraft, name: string, member: string): void {
  place.groups = withGroup(place.groups, name, (group) => ({ ...group, consumers: withConsumer(group.consumers, member, (same) => same) }));
}

/** With a consumer goes what it owed. */
export function removeMember(place: PlaceDraft, name: string, member: string): void {
  place.groups = withGroup(place.groups, name, (group) => ({
    ...group,
    consumers: group.consumers.filter((consumer) => consumer.name !== member),
  }));
}

/** An entry lies with one consumer of a group at a time: whoever is given it takes it from the other. */
export function giveTo(state: State, place: PlaceDraft, { messageId, atMicros, detail }: EventOf<'messageDelivered'>): void {
  const { group: name, consumer, client, settled, deliveries = 1 } = detail;
  if (name === undefined || consumer === undefined || messageId === undefined) return;
  takeBackPending(state, place, name, messageId);
  if (settled) return;
  const given: PendingScene = { messageId, client, deliveries, sinceMicros: atMicros };
  place.groups = withGroup(place.groups, name, (group) => ({
    ...group,
    consumers: withConsumer(group.consumers, consumer, (one) => ({ ...one, pending: [...one.pending, given] })),
  }));
}

export function ackIn(state: State, place: PlaceDraft, { messageId, detail }: EventOf<'messageAcked'>): void {
  if (detail.group === undefined || messageId === undefined) return;
  takeBackPending(state, place, detail.group, messageId);
  place.groups = withGroup(place.groups, detail.group, (group) => ({ ...group, acked: group.acked + 1 }));
}

/** A dead process has it no longer; one that lives may still work on it. */
function takeBackPending(state: State, place: PlaceDraft, name: string, messageId: string): void {
  place.groups = withGroup(place.groups, name, (group) => ({
    ...group,
    consumers: group.consumers.map((consumer) => {
      const owed = consumer.pending.find((pending) => pending.messageId === messageId);
      if (owed === undefined) return consumer;
      const process = state.processes.get(owed.client);
      if (process?.state === 'crashed') letGo(process, messageId);
      return { ...consumer, pending: consumer.pending.filter((pending) => pending !== owed) };
    }),
  }));
}

/** Who asks for more, or ends, has done with an entry that lies with another consumer by now, or that another one has acked. */
export function letGoOfOthers(state: State, place: PlaceDraft, client: string, { places }: Facts): void {
  const process = state.processes.get(client);
  if (process === undefined || places.get(place.id)?.form !== 'stream') return;
  const owed = place.groups.flatMap(({ consumers }) => consumers.flatMap(({ pending }) => pending.filter((one) => one.client === client)));
  process.hands = process.hands.filter((held) => held.place !== place.id || owed.some(({ messageId }) => messageId === held.messageId));
}

function withGroup(groups: readonly GroupScene[], name: string, change: (group: GroupScene) => GroupScene): readonly GroupScene[] {
  if (groups.some((group) => group.name === name)) return groups.map((group) => (group.name === name ? change(group) : group));
  return [...groups, change({ name, position: null, acked: 0, consumers: [] })];
}

function withConsumer(
  consumers: readonly ConsumerScene[],
  name: string,
  change: (consumer: ConsumerScene) => ConsumerScene,
): readonly ConsumerScene[] {
  if (consumers.some((consumer) => consumer.name === name)) {
    return consumers.map((consumer) => (consumer.name === name ? change(consumer) : consumer));
  }
  return [...consumers, change({ name, pending: [] })];
}
