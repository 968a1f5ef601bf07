/** The lesson page's start: its steps, the reader's place, and the report of a mistake. */
import { startErrata } from './errata.ts';
import { startReading } from './reading.ts';
import { startSteps } from './steps.ts';

startSteps();
startReading();
startErrata();
