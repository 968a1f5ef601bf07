/** `node:string_decoder`: the npm package, bound by the build to our buffer. */
/// <reference path="./npm.d.ts" />
import { StringDecoder } from 'string_decoder/lib/string_decoder.js';

export const stringDecoder = { StringDecoder };
