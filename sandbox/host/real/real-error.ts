/** A run against real brokers that cannot be done here: a sentence for the reader, not a fault of the program. */
export class RealError extends Error {}
