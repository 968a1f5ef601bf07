/** The type checker's worker. Types never hold up a run; they say what is doubtful. */
import typescript from 'typescript';
import { checkTypes } from '../../sandbox/compiler/type-check.ts';
import type { TypesReply, TypesRequest } from './types.ts';

let types: Readonly<Record<string, string>> = {};

self.onmessage = ({ data: { id, files, library } }: MessageEvent<TypesRequest>) => {
  if (library === undefined) return self.postMessage({ id, problems: checkTypes(typescript, { files, types }) } satisfies TypesReply);
  types = JSON.parse(library) as Record<string, string>;
};
