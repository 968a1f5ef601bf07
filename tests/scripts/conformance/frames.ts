/** Frames of RESP for tests, as they lie in a connection. */
import { type Frame, frameAt } from '../../../scripts/conformance/wire/frame.ts';

/** `frame('*1|:5')`: bars stand for line ends. */
export function frame(text: string): Frame {
  const found = frameAt(`${text.replaceAll('|', '\r\n')}\r\n`, 0);
  if (found === undefined) throw new Error(`${text} is no whole frame.`);
  return found.frame;
}
