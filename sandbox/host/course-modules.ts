/** The course's own modules, as cells import them. */
import * as broker from '../course/broker.ts';
import * as queue from '../course/queue.ts';
import * as shop from '../course/shop.ts';

const MODULES: Readonly<Record<string, unknown>> = { '#course/broker': broker, '#course/queue': queue, '#course/shop': shop };

export const COURSE_NAMES: readonly string[] = Object.keys(MODULES);

/** The module of that name, undefined when it is not one of the course's. */
export function courseModule(name: string): unknown {
  return Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
}
