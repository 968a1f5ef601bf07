/** The command line: runs a cell, grades an answer, lists the objectives, serves brokers; the same machine as in the browser, without one. */
import { allowClosedOutput } from './closed-output.ts';
import { readArguments } from './inflight/arguments.ts';
import { BadInput } from './inflight/bad-input.ts';

// Cells outside the project need no package.json; Node's remarks about that are none of the reader's business.
process.removeAllListeners('warning');
allowClosedOutput();

const EXIT_BAD_INPUT = 2;
/** Node's code for a program that waits for a promise which nothing can settle any more. */
const EXIT_UNSETTLED = 13;

// The files that describe a cell or an exercise are programs too, and run in this one.
const endedEarly = (code: number) => {
  if (code !== 0 && code !== EXIT_UNSETTLED) return;
  console.error(
    'The command ended before it was done: a file that was loaded calls process.exit, or waits for something that never comes.',
  );
  process.exitCode = EXIT_BAD_INPUT;
};
process.on('exit', endedEarly);

main(process.argv.slice(2))
  .catch((error: unknown) => {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return EXIT_BAD_INPUT;
  })
  .then((code) => {
    process.off('exit', endedEarly);
    process.exitCode = code;
  });

/** Each command loads what it needs, so that a mistake in the arguments is told at once. */
async function main(values: readonly string[]): Promise<number> {
  const command = readArguments(values, startFolder());
  switch (command.name) {
    case 'run':
      return (await import('./inflight/run-command.ts')).runCommand(command);
    case 'grade':
      return (await import('./inflight/grade-command.ts')).gradeCommand(command);
    case 'objectives':
      return (await import('./inflight/objectives-command.ts')).objectivesCommand(command);
    case 'serve':
      return (await import('./inflight/serve-command.ts')).serveCommand(command);
    default:
      throw new Error(`Unknown command ${JSON.stringify(command satisfies never)}.`);
  }
}

/** npm changes to the project's root and keeps where it was called from. */
function startFolder(): string {
  const calledFrom = process.env['npm_lifecycle_event'] === 'inflight' ? process.env['INIT_CWD'] : undefined;
  return calledFrom ?? process.cwd();
}
