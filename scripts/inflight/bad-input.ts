/** Input that the command line cannot use: one sentence for who typed it, exit code 2. */
export class BadInput extends Error {}
