/** Tells an event in the life of a message, which is what a reader of the trace steps over. */
import type { BrokerEnvironment } from '../../engine/broker.ts';
import type { Happening, SourceLine } from '../../trace/event.ts';

/** An event without its head. */
export type Told = Happening extends infer H ? (H extends Happening ? Pick<H, 'kind' | 'detail'> : never) : never;

/** `source`: the line that asked for it, undefined for what merely follows. */
export function tell(environment: BrokerEnvironment, messageId: string, source: SourceLine | undefined, told: Told): void {
  environment.record({ level: 'story', kind: told.kind, messageId, source, detail: told.detail } as Happening);
}
