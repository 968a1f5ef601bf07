/** Schemas of everything in `content/`: what a lesson's frontmatter, a cell and an exercise must look like. */
import { z } from 'zod';
import type { Kind } from '../sandbox/trace/event.ts';
import { lessons, objectives, parts } from './course.ts';

const sentence = z.string().min(1);
const oneOf = (what: string, ids: readonly string[]) =>
  z.string().refine((id) => ids.includes(id), { error: (issue) => `"${issue.input}" is not ${what}` });
const objectiveId = oneOf(
  'an objective of content/course.ts',
  objectives.map((objective) => objective.id),
);

/** The frontmatter of `lesson.mdx`. */
export const lessonSchema = z.strictObject({
  title: sentence,
  part: oneOf(
    'a part of content/course.ts',
    parts.map((part) => part.id),
  ),
  /** Position within the part, from 1. */
  order: z.int().positive(),
  minutes: z.int().positive().max(60),
  /** What one needs to know before. */
  needs: z.array(sentence),
  /** What one can do afterwards. */
  outcomes: z.array(sentence).min(1),
  /** Primary sources, each with the version that was read. */
  sources: z.array(z.strictObject({ title: sentence, url: z.url({ protocol: /^https$/ }), version: sentence })),
  /** How the simulation differs here. */
  differs: z.array(sentence).optional(),
  /** The lesson in three lines; they end the lesson and stand in the cheat sheet. */
  summary: z.tuple([sentence, sentence, sentence]),
});

export type LessonFrontmatter = z.infer<typeof lessonSchema>;

export const lessonIds: readonly string[] = lessons.map((lesson) => lesson.id);

const kinds: Record<Kind, true> = {
  processStarted: true,
  processCrashed: true,
  processRestarted: true,
  processExited: true,
  processBlocked: true,
  console: true,
  effect: true,
  fault: true,
  connectionOpened: true,
  connectionClosed: true,
  messagePublished: true,
  publishBlocked: true,
  publishRefused: true,
  placeMade: true,
  waitStarted: true,
  waitEnded: true,
  listenStarted: true,
  listenEnded: true,
  messageRouted: true,
  placeLimited: true,
  messageStored: true,
  messageCopied: true,
  copyRemoved: true,
  roleChanged: true,
  messageDelivered: true,
  messageAcked: true,
  messageRequeued: true,
  messageExpired: true,
  messageDeadLettered: true,
  messageDropped: true,
  memberJoined: true,
  memberLeft: true,
  positionMoved: true,
  request: true,
  reply: true,
};

const milliseconds = z.number().nonnegative();
const processName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name consists of small letters, digits and dashes');
const fileName = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*\.ts$/, 'a file is named like worker.ts');
const when = z.union([
  z.strictObject({ atMs: milliseconds }),
  z.strictObject({
    on: z.enum(Object.keys(kinds) as Kind[]),
    process: z.string().optional(),
    nth: z.int().positive().optional(),
    afterMs: milliseconds.optional(),
  }),
]);
const between = z.tuple([z.string(), z.string()]);
const range = z.tuple([milliseconds, milliseconds]).refine(([least, most]) => least <= most, 'the first number must not exceed the second');

const fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('crash'), process: z.string(), when, restartAfterMs: milliseconds.optional() }),
  z.strictObject({ kind: z.literal('restartBroker'), broker: z.string(), when, downForMs: milliseconds }),
  z.strictObject({ kind: z.literal('pause'), process: z.string(), when, forMs: milliseconds }),
  z.strictObject({ kind: z.literal('slow'), process: z.string(), when, forMs: milliseconds, factor: z.number().positive() }),
  z.strictObject({ kind: z.literal('cut'), between, when }),
  z.strictObject({ kind: z.literal('partition'), between, when, forMs: milliseconds }),
  z.strictObject({ kind: z.literal('latency'), between, when, forMs: milliseconds, latencyMs: range }),
  z.strictObject({ kind: z.literal('loseAck'), process: z.string(), broker: z.string(), when }),
]);

const durability = z.union([
  z.literal('none'),
  z.strictObject({ snapshotEveryMs: z.number().int().positive() }),
  z.strictObject({ appendOnly: z.enum(['always', 'everysec']) }),
]);

const scenario = {
  processes: z
    .array(
      z.strictObject({
        name: processName,
        file: fileName,
        host: z.string().min(1).optional(),
        startAt: z.union([milliseconds, z.literal('quiet')]).optional(),
        restartAfterMs: milliseconds.optional(),
        env: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1),
  brokers: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['fifo', 'rabbitmq']), name: processName.optional() }),
      z.strictObject({
        kind: z.literal('redis'),
        name: processName.optional(),
        durability: durability.optional(),
        port: z.int().min(1).max(65_535).optional(),
        replicaOf: processName.optional(),
      }),
    ]),
  ),
  network: z.strictObject({ latencyMs: range, bytesPerMs: z.number().positive().optional() }),
  faults: z.array(fault),
  deadlineMs: z.number().positive(),
  eventBudget: z.int().positive(),
};

const seed = z.int().nonnegative();
const eventQuery = z.strictObject({
  on: z.enum(Object.keys(kinds) as Kind[]),
  process: z.string().optional(),
  text: z.string().min(1).optional(),
  nth: z.int().positive().optional(),
});

/** How a run is shown: the same for a cell and an exercise. */
const shown = {
  picture: z.enum(['scene', 'depth']).optional(),
  moments: z
    .array(z.strictObject({ at: eventQuery, label: z.string().min(1).max(28), caption: sentence }))
    .min(3)
    .max(7)
    .optional(),
};
const predicate = z.custom<(...values: never[]) => unknown>((value) => typeof value === 'function', 'expected a function');

const scenarioChange = z.strictObject(scenario).partial();

/** A cell of the course. */
export const cellSchema = z.strictObject({
  ...scenario,
  ...shown,
  title: sentence,
  objectives: z.array(objectiveId).min(1),
  seed,
  shows: z.record(
    z.string(),
    z.strictObject({
      holds: predicate,
      counterRun: z.strictObject({ name: sentence, change: scenarioChange, files: z.record(fileName, z.string()).optional() }),
    }),
  ),
  real: z.union([z.literal('same'), z.string().regex(/^skipped: \S/)], 'expected "same" or "skipped: " with the reason'),
});

/** A cell that somebody made outside the course: only the processes are needed. */
export const strangersCellSchema = z.strictObject({
  ...scenario,
  ...shown,
  brokers: scenario.brokers.default([]),
  network: scenario.network.default({ latencyMs: [1, 20] }),
  faults: scenario.faults.default([]),
  deadlineMs: scenario.deadlineMs.default(60_000),
  eventBudget: scenario.eventBudget.default(200_000),
  title: sentence.default('A cell'),
  objectives: z.array(z.string()).default([]),
  seed: seed.default(1),
  shows: z.record(z.string(), z.unknown()).default({}),
  real: z.string().default('same'),
});

/** An exercise. Its checks are in `checks.ts`. */
export const exerciseSchema = z.strictObject({
  ...scenario,
  ...shown,
  title: sentence,
  objectives: z.array(objectiveId).min(1),
  edits: z.array(fileName).min(1),
  trials: z.strictObject({
    seeds: z.int().positive(),
    crashEachStep: z.strictObject({ processes: z.array(z.string()).min(1), restartAfterMs: milliseconds }).optional(),
    noCrashes: sentence.optional(),
    scenarios: z.array(z.strictObject({ name: sentence, faults: z.array(fault) })).optional(),
  }),
  wrong: z.record(z.string(), z.strictObject({ said: sentence, fails: z.array(z.string()).min(1) })),
  hints: z.array(sentence).min(1),
  seed,
});

export const checksSchema = z
  .array(
    z.looseObject({
      id: z.string().regex(/^[a-z][a-zA-Z-]*$/),
      asks: sentence,
      otherwise: sentence,
      reads: z.enum(['outcome', 'trace']),
      judge: predicate,
    }),
  )
  .min(1);

const wrongBelief = z.strictObject({ said: sentence, leaves: eventQuery, ghost: sentence });

/** `predictions.ts` of a lesson. */
export const predictionsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    cell: z.string().min(1),
    seed: seed.optional(),
    question: sentence,
    options: z
      .array(z.strictObject({ id: z.string().min(1), text: sentence, wrong: wrongBelief.optional() }))
      .min(2)
      .max(4),
    answer: predicate,
    because: sentence,
  }),
);

/** One figure of a lesson. */
export const figureSchema = z.strictObject({
  title: sentence,
  cell: z.string().min(1),
  picture: z.enum(['scene', 'depth']).optional(),
  seed: seed.optional(),
  frames: z
    .array(z.strictObject({ at: z.union([eventQuery, z.enum(['start', 'end'])]), said: sentence }))
    .min(1)
    .max(4),
});

/** One *break it* of a lesson. Its checks are in `checks.ts`. */
export const breakItSchema = z.strictObject({
  ...scenario,
  title: sentence,
  objectives: z.array(objectiveId).min(1),
  seed,
  promise: sentence,
  offers: z.array(z.enum(['crash', 'crashAndRestart', 'loseAck', 'pause', 'cut'])).min(1),
  targets: z.array(z.string()).min(1),
  forMs: milliseconds,
  breaks: z.array(z.string()).min(1),
  solution: fault,
  harmless: fault,
  because: sentence,
  hints: z.array(sentence).min(1),
});

/** The glossary. */
export const glossarySchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    term: sentence,
    said: sentence,
    translations: z.strictObject({ kafka: sentence, rabbitmq: sentence, redis: sentence }).partial().optional(),
    lesson: oneOf(
      'a lesson of content/course.ts',
      lessons.map((lesson) => lesson.id),
    ),
  }),
);
