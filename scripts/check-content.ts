/** Checks all content and fails with one line, `file:line: sentence`, for each problem. */
import { loadContent } from './inflight/content.ts';
import { problemText } from './inflight/problem.ts';

const content = await loadContent(process.argv[2]);
for (const problem of content.problems) console.error(problemText(problem));
if (content.problems.length > 0) process.exitCode = 1;
else
  console.log(
    `content: ${content.lessons.length} lessons, ${content.cells.length} cells, ${content.exercises.length} exercises are in order`,
  );
