/** The tables of comparisons with real servers, as `npm run conformance -- --write` left them; the site shows them. */
import redis from './conformance/redis.json' with { type: 'json' };

export interface ConformanceTable {
  /** `Redis 7.0.15`. */
  readonly server: string;
  /** How many different kinds of reply and error were seen, over all commands, and compared. */
  readonly behaviours: number;
  readonly commands: number;
  /** Written by hand, with several clients where it matters. */
  readonly stories: number;
  /** Made by chance. */
  readonly sequences: number;
  readonly seed: number;
  /** Different error texts that the simulation can answer; the real server was seen to answer each of them. */
  readonly errorTexts: number;
  /** Those that cannot be brought about on it, with the reason. */
  readonly unseenErrors: Readonly<Record<string, string>>;
  /** Cells, solutions and break-its of the course that did the same on both. */
  readonly courseRuns: number;
  /** Those that were not run against the real one, with the reason. */
  readonly skippedRuns: Readonly<Record<string, string>>;
  /** Each in words; none is the aim. */
  readonly differences: readonly string[];
  /** Put into the model one at a time, in words. */
  readonly bugs: { readonly found: readonly string[]; readonly missed: readonly string[] };
  readonly simplifications: readonly string[];
  /** Commands that cannot be compared, with the reason. */
  readonly notCompared: Readonly<Record<string, string>>;
  /** Commands of the real server that are not there. */
  readonly missing: readonly string[];
  /** By family, then by command: every kind of reply and error that a comparison has to see. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Of the model that was compared. */
  readonly fingerprint: string;
}

/** By the kind of the broker, which is also where the page has it. */
export const conformance: Readonly<Record<string, ConformanceTable>> = { redis };
