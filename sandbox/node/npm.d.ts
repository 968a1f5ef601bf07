/** The npm packages that the built-ins wrap and that carry no types of their own; each wrapper says what it relies on. */

declare module 'events/events.js' {
  const value: unknown;
  export default value;
}

declare module 'readable-stream/lib/ours/browser.js' {
  const value: unknown;
  export default value;
}

declare module 'string_decoder/lib/string_decoder.js' {
  export const StringDecoder: unknown;
}
