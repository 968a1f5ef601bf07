/** The type checker's worker. Types never hold up a run; they say what is doubtful. */
import { checkTypes } from '../../sandbox/compiler/check-types.ts';
import type { TypesReply, TypesRequest } from './types.ts';

let library: Readonly<Record<string, string>> = {};

self.onmessage = ({ data: { id, files, library: text } }: MessageEvent<TypesRequest>) => {
  if (text !== undefined) {
    library = JSON.parse(text) as Record<string, string>;
    return;
  }
  self.postMessage({ id, problems: checkTypes(files, library) } satisfies TypesReply);
};
