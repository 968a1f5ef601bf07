/** The `Date` that processes see: virtual time, and UTC as the local time zone wherever the run takes place. */
import { currentProcess } from './process.ts';

const RealDate = Date;

/** Milliseconds since 1970 of the process's clock. Reading it costs about 2 µs of virtual time. */
export function wallClockMs(): number {
  const process = currentProcess();
  return process.epochMs + Math.floor(process.readClockMicros() / 1000);
}

class UtcDate extends RealDate {
  constructor(...parts: unknown[]) {
    if (parts.length === 0) super(wallClockMs());
    else if (parts.length === 1) super(typeof parts[0] === 'string' ? parseAsUtc(parts[0]) : (parts[0] as number));
    else super(utcOf(parts));
  }

  static override now(): number {
    return wallClockMs();
  }

  static override parse(text: string): number {
    return parseAsUtc(String(text));
  }

  override getTimezoneOffset(): number {
    return 0;
  }

  override toString(): string {
    if (Number.isNaN(this.getTime())) return 'Invalid Date';
    return `${this.toDateString()} ${this.toTimeString()}`;
  }

  override toDateString(): string {
    if (Number.isNaN(this.getTime())) return 'Invalid Date';
    const [weekday, day, month, year] = this.toUTCString().replace(',', '').split(' ');
    return `${weekday} ${month} ${day} ${year}`;
  }

  override toTimeString(): string {
    if (Number.isNaN(this.getTime())) return 'Invalid Date';
    return `${this.toISOString().slice(-13, -5)} GMT+0000 (Coordinated Universal Time)`;
  }

  override toLocaleString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
    return super.toLocaleString(locales ?? 'en-US', inUtc(options));
  }

  override toLocaleDateString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
    return super.toLocaleDateString(locales ?? 'en-US', inUtc(options));
  }

  override toLocaleTimeString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
    return super.toLocaleTimeString(locales ?? 'en-US', inUtc(options));
  }
}

const LOCAL_PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

/** `getHours` and the other local getters and setters are the UTC ones. */
for (const part of LOCAL_PARTS) {
  alias(`get${part}`, `getUTC${part}`);
  alias(`set${part}`, `setUTC${part}`);
}
alias('getDay', 'getUTCDay');

function alias(name: string, target: string): void {
  const method = (RealDate.prototype as unknown as Record<string, unknown>)[target];
  Object.defineProperty(UtcDate.prototype, name, { value: method, writable: true, configurable: true });
}

function inUtc(options: Intl.DateTimeFormatOptions | undefined): Intl.DateTimeFormatOptions {
  return { timeZone: 'UTC', ...options };
}

/** `new Date(2026, 0, 31, …)`, with two-digit years as in the language. */
function utcOf(parts: unknown[]): number {
  const [year = Number.NaN, month = 0, ...rest] = parts.map(Number);
  return RealDate.UTC(year, month, ...rest);
}

/** A date-time text without a zone is local time (ECMA-262, Date Time String Format), which is UTC here. */
function parseAsUtc(text: string): number {
  const isoWithoutZone = /^[+-]?\d{4,6}-\d\d(-\d\d)?T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text);
  if (isoWithoutZone) return RealDate.parse(`${text}Z`);
  const parsed = RealDate.parse(text);
  const hasZone = /(Z|GMT|UTC|[+-]\d\d:?\d\d)\b|\)$/i.test(text) || /^[+-]?\d{4,6}(-\d\d){0,2}$/.test(text);
  if (hasZone || Number.isNaN(parsed)) return parsed;
  return RealDate.parse(`${text} UTC`);
}

/** `Date()` without `new` gives the current time as text. */
export const VirtualDate: DateConstructor = new Proxy(UtcDate as unknown as DateConstructor, {
  apply: () => new UtcDate().toString(),
});
Object.defineProperty(UtcDate, 'name', { value: 'Date' });
Object.defineProperty(UtcDate.prototype, 'constructor', { value: VirtualDate, writable: true, configurable: true });
