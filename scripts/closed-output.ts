/** Closed output: whoever reads a command's output may stop reading, as `| head -1` does; the command goes on to its exit code. */

/** From here on a write that nobody reads any more (EPIPE) is no error. */
export function allowClosedOutput(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
