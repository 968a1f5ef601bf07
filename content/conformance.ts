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
  /** Cells and solutions of the course that did the same on both. */
  readonly courseRuns: number;
  /** Each in words; none is the aim. */
  readonly differences: readonly string[];
  readonly bugs: { readonly seeded: number; readonly found: number };
  readonly simplifications: readonly string[];
  /** Commands that are not sent to a server that others use, with the reason. */
  readonly notCompared: Readonly<Record<string, string>>;
  /** Commands of the real server that are not there. */
  readonly missing: readonly string[];
  /** By command: every kind of reply and error that was seen. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  /** Of the model that was compared. */
  readonly fingerprint: string;
}

export const redisConformance: ConformanceTable = redis;
