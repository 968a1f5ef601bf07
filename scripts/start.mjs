/** `npm start`: installs what is missing, builds the site and serves it. */
import { installAndLaunch } from './launch.mjs';

process.exitCode = await installAndLaunch(['scripts/build.ts', 'scripts/serve-static.ts']);
