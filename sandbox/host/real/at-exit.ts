/** Deeds that must be done before this program ends, however it ends. */

const deeds = new Set<() => void>();
let listens = false;

/** Does `deed` (which must not wait for anything) when the program ends or is interrupted. Returns a function that does it now instead. */
export function atExit(deed: () => void): () => void {
  listen();
  deeds.add(deed);
  return () => {
    if (deeds.delete(deed)) deed();
  };
}

function listen(): void {
  if (listens) return;
  listens = true;
  process.on('exit', () => {
    for (const deed of deeds) deed();
  });
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}
