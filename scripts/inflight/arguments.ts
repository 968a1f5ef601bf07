/** The arguments of the command line, read and checked. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BadInput } from './bad-input.ts';
import type { Served } from './serve-command.ts';

export type Command =
  | {
      readonly name: 'run';
      /** Absolute path. */
      readonly folder: string;
      readonly seed: number | null;
      /** Absolute path of the file for the trace. */
      readonly trace: string | null;
      readonly json: boolean;
      readonly real: boolean;
    }
  | {
      readonly name: 'grade';
      readonly folder: string;
      /** Absolute path of the answer; null for the exercise's starter. */
      readonly answer: string | null;
      readonly seeds: number | null;
      readonly json: boolean;
    }
  | { readonly name: 'objectives'; readonly json: boolean }
  | {
      readonly name: 'serve';
      /** At which port each broker is to listen; 0 is any that is free. */
      readonly ports: ReadonlyMap<Served, number>;
    };

export const USAGE = `Usage:
  npm run -s inflight -- run <cell folder> [--seed N] [--trace FILE] [--json] [--against real]
  npm run -s inflight -- grade <exercise folder> [--answer DIR] [--seeds N] [--json]
  npm run -s inflight -- objectives [--json]
  npm run -s inflight -- serve [--redis PORT] [--rabbitmq PORT]`;

const OPTIONS = {
  run: { seed: { type: 'string' }, trace: { type: 'string' }, json: { type: 'boolean' }, against: { type: 'string' } },
  grade: { answer: { type: 'string' }, seeds: { type: 'string' }, json: { type: 'boolean' } },
  objectives: { json: { type: 'boolean' } },
  serve: { redis: { type: 'string' }, rabbitmq: { type: 'string' } },
} as const;

const MOST_PORT = 65_535;
const DEFAULT_REDIS_PORT = 6379;

/** Throws BadInput. `base` is the folder that relative paths start from. */
export function readArguments(values: readonly string[], base: string): Command {
  const [name, ...rest] = values;
  switch (name) {
    case 'run': {
      const { options, folder } = read(name, rest);
      const { against } = options;
      if (against !== undefined && against !== 'real') throw new BadInput(`--against takes "real", not "${against}".`);
      return {
        name,
        folder: resolve(base, folder),
        seed: wholeNumber('--seed', options.seed, 0),
        trace: options.trace === undefined ? null : resolve(base, options.trace),
        json: options.json ?? false,
        real: against === 'real',
      };
    }
    case 'grade': {
      const { options, folder } = read(name, rest);
      return {
        name,
        folder: resolve(base, folder),
        answer: options.answer === undefined ? null : resolve(base, options.answer),
        seeds: wholeNumber('--seeds', options.seeds, 1),
        json: options.json ?? false,
      };
    }
    case 'objectives': {
      const { options, positionals } = parsed(name, rest);
      if (positionals[0] !== undefined) throw new BadInput(`objectives takes no folder; "${positionals[0]}" is too much.`);
      return { name, json: options.json ?? false };
    }
    case 'serve': {
      const { options, positionals } = parsed(name, rest);
      if (positionals[0] !== undefined) throw new BadInput(`serve takes options only; "${positionals[0]}" is too much.`);
      return { name, ports: portsOf(options) };
    }
    case undefined:
      throw new BadInput(`Say what to do: run, grade, objectives or serve.\n${USAGE}`);
    default:
      throw new BadInput(`There is no command "${name}"; there are: run, grade, objectives, serve.`);
  }
}

/** Redis at its usual port when nothing is asked for. */
function portsOf(options: Options<'serve'>): ReadonlyMap<Served, number> {
  const ports = new Map<Served, number>();
  for (const name of ['redis', 'rabbitmq'] as const) {
    const port = wholeNumber(`--${name}`, options[name], 0);
    if (port === null) continue;
    if (port > MOST_PORT) throw new BadInput(`--${name} takes a port from 0 to ${MOST_PORT}, not "${options[name]}".`);
    ports.set(name, port);
  }
  return ports.size === 0 ? new Map([['redis', DEFAULT_REDIS_PORT]]) : ports;
}

type Options<Name extends keyof typeof OPTIONS> = {
  readonly [Key in keyof (typeof OPTIONS)[Name]]?: (typeof OPTIONS)[Name][Key] extends { readonly type: 'boolean' } ? boolean : string;
};

function read<Name extends 'run' | 'grade'>(name: Name, values: readonly string[]): { options: Options<Name>; folder: string } {
  const { options, positionals } = parsed(name, values);
  const [folder, surplus] = positionals;
  if (folder === undefined) throw new BadInput(`${name} needs the folder of ${name === 'run' ? 'a cell' : 'an exercise'}.`);
  if (surplus !== undefined) throw new BadInput(`${name} takes one folder; "${surplus}" is too much.`);
  return { options, folder };
}

function parsed<Name extends keyof typeof OPTIONS>(
  name: Name,
  values: readonly string[],
): { options: Options<Name>; positionals: readonly string[] } {
  try {
    const result = parseArgs({ args: [...values], options: OPTIONS[name], allowPositionals: true, strict: true });
    return { options: result.values as Options<Name>, positionals: result.positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(misuseText(error));
  }
}

/** What parseArgs says takes up to three sentences; about an option's value, one of ours is shorter. */
function misuseText(error: TypeError & { code?: string }): string {
  const option = /^Option '(--[a-z]+)/.exec(error.message)?.[1];
  if (option !== undefined && error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return `${option} ${error.message.includes('does not take') ? 'takes no value' : 'needs a value'}.`;
  }
  const sentence = error.message.split(/\.\s/)[0] ?? error.message;
  return sentence.replace(/\.?$/, '.');
}

function wholeNumber(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new BadInput(`${option} takes a whole number from ${least}, not "${text}".`);
  }
  return value;
}
