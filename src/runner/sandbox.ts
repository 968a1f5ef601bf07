/** The sandbox: hands out fresh workers, and keeps a spare one warm so that Run is instant. */
import { PROTOCOL_VERSION } from '../../sandbox/host/protocol.ts';
import { fetchAsset, MACHINE } from './assets.ts';
import { type FrameWorker, SandboxFrame } from './frame.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';

/** How often the frame of a worker that starts is looked after. */
const PULSE_MS = 1000;

interface Spare {
  readonly libraries: readonly string[];
  readonly worker: Promise<FrameWorker>;
  readonly endRehearsal: Promise<() => void>;
}

let frame: SandboxFrame | null = null;
let spare: Spare | null = null;

/** Starts a spare worker with these libraries (`librariesOf`), unless there is one, and lets it rehearse. */
export function warmSandbox(libraries: readonly string[], rehearsal: Rehearsal | null = null): void {
  if (spare !== null && libraries.every((name) => spare?.libraries.includes(name))) return;
  const old = spare;
  const worker = startWorker(libraries);
  const endRehearsal = worker.then((started) => (rehearsal === null ? () => {} : rehearse(started, rehearsal)));
  spare = { libraries, worker, endRehearsal };
  // A failure is told to whoever waits for it; the next one who wants a worker tries again.
  endRehearsal.catch(() => {
    if (spare?.worker === worker) spare = null;
  });
  old?.worker.then((unused) => unused.end()).catch(() => {});
}

/** A worker in which nobody's text has run yet, with these libraries. It belongs to the caller, who ends it. */
export async function takeWorker(libraries: readonly string[]): Promise<FrameWorker> {
  warmSandbox(libraries);
  const taken = spare;
  spare = null;
  if (taken === null) throw new Error('There is always a spare worker after warming.');
  const endRehearsal = await taken.endRehearsal;
  endRehearsal();
  return await taken.worker;
}

/** Gives up the frame and everything in it; the next worker gets a new one. */
export function discardFrame(): void {
  frame?.close();
  frame = null;
  spare = null;
}

/** A process that is dying of its memory may take a new frame with it, so a start is tried again. */
async function startWorker(libraries: readonly string[], triesLeft = 2): Promise<FrameWorker> {
  frame ??= new SandboxFrame(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}runner.html?v=${PROTOCOL_VERSION}`);
  const home = frame;
  try {
    return await startIn(home, libraries);
  } catch (error) {
    home.close();
    if (frame === home) frame = null;
    if (triesLeft === 0) throw error;
    return await startWorker(libraries, triesLeft - 1);
  }
}

async function startIn(home: SandboxFrame, libraries: readonly string[]): Promise<FrameWorker> {
  const names = [MACHINE, ...libraries];
  await Promise.all(names.map((name) => home.keep(name, fetchAsset(name))));
  return await new Promise((resolve, reject) => {
    let pulse: ReturnType<typeof setTimeout> | undefined;
    const fail = (said: string): void => {
      clearTimeout(pulse);
      reject(new Error(`The sandbox did not start: ${said}`));
    };
    const worker = home.start(MACHINE, libraries, {
      broke: fail,
      said: (message) => {
        if (message.kind !== 'ready') return;
        clearTimeout(pulse);
        if (message.version === PROTOCOL_VERSION) resolve(worker);
        else fail('it is of another version than the page. Reload the page.');
      },
    });
    const lookAfter = async (): Promise<void> => {
      if (await worker.isFrameAlive()) pulse = setTimeout(() => void lookAfter(), PULSE_MS);
      else fail('its process is gone.');
    };
    pulse = setTimeout(() => void lookAfter(), PULSE_MS);
  });
}
