/** `node:string_decoder`: the npm package, bound by the build to our buffer. */
import { StringDecoder } from 'string_decoder/lib/string_decoder.js';

export const stringDecoder = { StringDecoder };
