/** All bugs that are seeded. */
import type { Bug } from './bug.ts';
import { keyBugs } from './key-bugs.ts';
import { listBugs } from './list-bugs.ts';
import { sessionBugs } from './session-bugs.ts';
import { streamBugs } from './stream-bugs.ts';

export const bugs: readonly Bug[] = [...listBugs, ...keyBugs, ...sessionBugs, ...streamBugs];
