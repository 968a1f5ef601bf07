/** What one call of `inspect` knows while it walks through a value. */

export interface InspectOptions {
  /** How many levels of nesting are shown; null or Infinity for all. */
  readonly depth?: number | null;
  readonly showHidden?: boolean;
  readonly breakLength?: number;
  readonly compact?: number | boolean;
  readonly maxArrayLength?: number | null;
  readonly maxStringLength?: number | null;
  readonly sorted?: boolean | ((left: string, right: string) => number);
  readonly getters?: boolean;
  readonly colors?: boolean;
}

export interface Context {
  readonly depth: number;
  readonly showHidden: boolean;
  readonly breakLength: number;
  readonly compact: number;
  readonly maxArrayLength: number;
  readonly maxStringLength: number;
  readonly sorted: InspectOptions['sorted'];
  /** The options as given, for `[nodejs.util.inspect.custom]`. */
  readonly options: InspectOptions;
  /** The objects that are being shown, outermost first. */
  readonly path: object[];
  /** Numbers of the objects that contain themselves, in order of discovery. */
  readonly circular: Map<object, number>;
  /** Columns that the current object is indented by. */
  indentation: number;
  /** The nesting level of the object that was begun last. */
  latestDepth: number;
  /** Entries that may still be shown: a guard against values that would take for ever. */
  entriesLeft: number;
}

/** More entries than fit into what a console line may hold. */
const MOST_ENTRIES = 20_000;

/** Node's defaults (doc/api/util.md, util.inspect). */
export function contextFor(options: InspectOptions): Context {
  const { compact = 3 } = options;
  return {
    depth: options.depth === null ? Number.POSITIVE_INFINITY : (options.depth ?? 2),
    showHidden: options.showHidden === true,
    breakLength: options.breakLength ?? 80,
    compact: compact === false ? 0 : compact === true ? Number.POSITIVE_INFINITY : compact,
    maxArrayLength: options.maxArrayLength === null ? Number.POSITIVE_INFINITY : (options.maxArrayLength ?? 100),
    maxStringLength: options.maxStringLength === null ? Number.POSITIVE_INFINITY : (options.maxStringLength ?? 10_000),
    sorted: options.sorted,
    options,
    path: [],
    circular: new Map(),
    indentation: 0,
    latestDepth: 0,
    entriesLeft: MOST_ENTRIES,
  };
}
