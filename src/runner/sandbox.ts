/** The sandbox: hands out fresh workers, and keeps a spare one warm so that Run is instant. */
import { PROTOCOL_VERSION } from '../../sandbox/host/protocol.ts';
import { clientAsset, fetchAsset, hasAsset, MACHINE } from './assets.ts';
import { type FrameWorker, SandboxFrame } from './frame.ts';

const READY_WITHIN_MS = 20_000;

interface Spare {
  readonly libraries: readonly string[];
  readonly worker: Promise<FrameWorker>;
}

let frame: SandboxFrame | null = null;
let spare: Spare | null = null;

/** Starts a spare worker with the clients that `imports` name, unless there is one. */
export function warmSandbox(imports: readonly string[]): void {
  const libraries = librariesOf(imports);
  if (spare !== null && libraries.every((name) => spare?.libraries.includes(name))) return;
  const old = spare;
  const worker = startWorker(libraries);
  spare = { libraries, worker };
  // A failure is told when the worker is wanted.
  worker.catch(() => {});
  old?.worker.then((unused) => unused.end()).catch(() => {});
}

/** A worker that has run nothing yet, with the clients that `imports` name. It belongs to the caller, who ends it. */
export async function takeWorker(imports: readonly string[]): Promise<FrameWorker> {
  warmSandbox(imports);
  const taken = spare;
  spare = null;
  if (taken === null) throw new Error('There is always a spare worker after warming.');
  return await taken.worker;
}

/** Gives up the frame and everything in it; the next worker gets a new one. */
export function discardFrame(): void {
  frame?.close();
  frame = null;
  spare = null;
}

/** Bare imports that are client libraries; course modules and node built-ins are part of the machine. */
function librariesOf(imports: readonly string[]): readonly string[] {
  return [...new Set(imports)].filter((name) => hasAsset(clientAsset(name)));
}

async function startWorker(libraries: readonly string[]): Promise<FrameWorker> {
  frame ??= new SandboxFrame(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}runner.html?v=${PROTOCOL_VERSION}`);
  const home = frame;
  const names = [MACHINE, ...libraries.map(clientAsset)];
  await Promise.all(names.map((name) => home.keep(name, fetchAsset(name)))).catch((error: unknown) => {
    discardFrame();
    throw error;
  });
  return await new Promise((resolve, reject) => {
    const fail = (said: string) => {
      discardFrame();
      reject(new Error(`The sandbox did not start: ${said}`));
    };
    const timer = setTimeout(() => fail('its worker gave no sign.'), READY_WITHIN_MS);
    const worker = home.start(MACHINE, names.slice(1), {
      broke: fail,
      said: (message) => {
        if (message.kind !== 'ready') return;
        clearTimeout(timer);
        if (message.version === PROTOCOL_VERSION) resolve(worker);
        else fail('it is of another version than the page. Reload the page.');
      },
    });
  });
}
