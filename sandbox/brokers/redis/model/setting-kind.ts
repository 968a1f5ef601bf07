/** The kind of a setting: which texts it takes, and how it tells them afterwards (config.c). */
import { ALL_CLASSES } from './keyspace-events.ts';
import { parseInteger } from './number-text.ts';

export type SettingKind =
  | { readonly kind: 'integer'; readonly least: number | bigint; readonly most: bigint }
  /** Bytes, with a unit such as `mb` or `g`. */
  | { readonly kind: 'memory' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Pairs of seconds and changes. */
  | { readonly kind: 'save' }
  /** Classes of keyspace events. */
  | { readonly kind: 'events' }
  /** Cannot be changed while the server runs. */
  | { readonly kind: 'fixed' };

interface Complaint {
  readonly complaint: string;
}

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1_000n,
  kb: 1_024n,
  m: 1_000_000n,
  mb: 1_048_576n,
  g: 1_000_000_000n,
  gb: 1_073_741_824n,
};

/** The value as CONFIG GET will tell it, or what is wrong with the text. */
export function settingText(kind: SettingKind, text: string): string | Complaint {
  switch (kind.kind) {
    case 'integer': {
      const value = parseInteger(text);
      if (value === undefined) return { complaint: "argument couldn't be parsed into an integer" };
      if (value >= kind.least && value <= kind.most) return String(value);
      return { complaint: `argument must be between ${kind.least} and ${kind.most} inclusive` };
    }
    case 'memory': {
      const [, digits, unit = ''] = /^(\d*)([a-z]*)$/i.exec(text) ?? [];
      const size = UNITS[unit.toLowerCase()];
      return digits === undefined || size === undefined ? { complaint: 'argument must be a memory value' } : String(BigInt(digits) * size);
    }
    case 'switch': {
      const word = text.toLowerCase();
      return word === 'yes' || word === 'no' ? word : { complaint: "argument must be 'yes' or 'no'" };
    }
    case 'choice': {
      const word = text.toLowerCase();
      return kind.choices.includes(word) ? word : { complaint: `argument(s) must be one of the following: ${kind.choices.join(', ')}` };
    }
    case 'save':
      return /^(?:[1-9]\d* \d+(?: [1-9]\d* \d+)*)?$/.test(text) ? text : { complaint: 'Invalid save parameters' };
    case 'events':
      return eventClasses(text);
    case 'fixed':
      return { complaint: "can't set immutable config" };
    default:
      return kind satisfies never;
  }
}

/** In the order in which they are told. `A` stands for all classes, and new keys are then told no more (keyspaceEventsFlagsToString). */
const OTHERS = 'n';
const MODES = 'KEm';

function eventClasses(text: string): string | Complaint {
  const given = new Set(text.replaceAll('A', ALL_CLASSES));
  const unknown = [...given].some((letter) => !`${ALL_CLASSES}${OTHERS}${MODES}`.includes(letter));
  if (unknown) return { complaint: "Invalid event class character. Use 'Ag$lshzxeKEtmdn'." };
  const told = (letters: string) => [...letters].filter((letter) => given.has(letter)).join('');
  return told(ALL_CLASSES) === ALL_CLASSES ? `A${told(MODES)}` : told(ALL_CLASSES + OTHERS + MODES);
}
