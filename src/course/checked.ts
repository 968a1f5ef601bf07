/** The page of what was compared: where a text names a server that a broker was compared with, it leads there. */
import { conformance } from '../../content/conformance.ts';
import { address } from './address.ts';

export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/** The line in parts; the name of a server, `Redis 7.0.15`, is a link. */
export function withChecked(line: string): readonly TextPart[] {
  for (const [broker, { server }] of Object.entries(conformance)) {
    const at = server === '' ? -1 : line.indexOf(server);
    if (at === -1) continue;
    const link = { text: server, href: `${address('/checked/')}#${broker}` };
    return [{ text: line.slice(0, at) }, link, { text: line.slice(at + server.length) }];
  }
  return [{ text: line }];
}
