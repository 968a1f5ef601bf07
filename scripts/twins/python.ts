/** Python: runs a twin with the interpreter of this machine, and says which versions it ran with. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

export interface PythonRun {
  readonly output: string;
  readonly versions: readonly string[];
}

export type Ran =
  | { readonly kind: 'ran'; readonly run: PythonRun }
  /** Nothing is wrong with the twin: Python or a package that it imports is not on this machine. */
  | { readonly kind: 'skipped'; readonly said: string }
  | { readonly kind: 'failed'; readonly said: string };

/** Longer than any twin takes, in milliseconds. */
const LONGEST_MS = 60_000;

/** By package, the port of localhost at which a server must answer for it. */
const SERVERS = { redis: 6379 };

/**
 * Prints the versions of Python and of each package that the file imports; exits with 3 when one is missing, and with 4 when
 * nothing answers where it needs a server.
 */
const VERSIONS = `
import ast, platform, socket, sys, importlib.metadata
servers = ${JSON.stringify(SERVERS)}
tree = ast.parse(open(sys.argv[1], encoding='utf-8').read())
names = sorted({alias.name.split('.')[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
  | {node.module.split('.')[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module})
print('Python ' + platform.python_version())
for name in names:
  if name in sys.stdlib_module_names: continue
  packages = importlib.metadata.packages_distributions().get(name)
  if not packages:
    print(name)
    sys.exit(3)
  print(packages[0] + ' ' + importlib.metadata.version(packages[0]))
  if name not in servers: continue
  try:
    socket.create_connection(('localhost', servers[name]), 1).close()
  except OSError:
    print(servers[name])
    sys.exit(4)
`;

/** Runs the program in its own folder; `python` is the interpreter's name. */
export function runPython(file: string, python = 'python3'): Ran {
  const asked = spawnSync(python, ['-c', VERSIONS, file], { encoding: 'utf8', timeout: LONGEST_MS });
  if (asked.error !== undefined) return { kind: 'skipped', said: `${python} is not on this machine.` };
  const versions = asked.stdout.trim().split('\n');
  if (asked.status === 3) return { kind: 'skipped', said: `The Python package ${versions.at(-1)} is not on this machine.` };
  if (asked.status === 4) return { kind: 'skipped', said: `Nothing answers on port ${versions.at(-1)} of this machine.` };
  if (asked.status !== 0) return { kind: 'failed', said: asked.stderr.trim() };
  const ran = spawnSync(python, [file], {
    cwd: dirname(file),
    encoding: 'utf8',
    timeout: LONGEST_MS,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', PYTHONHASHSEED: '0' },
  });
  if (ran.error !== undefined) return { kind: 'failed', said: `It did not end within ${LONGEST_MS / 1000} seconds.` };
  if (ran.status !== 0) return { kind: 'failed', said: `It ended with code ${ran.status}. ${ran.stderr.trim()}` };
  return { kind: 'ran', run: { output: ran.stdout.replaceAll('\r\n', '\n'), versions } };
}
