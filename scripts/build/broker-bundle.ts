/** Broker bundles: a simulated broker as a classic script that registers its definition, so that a worker loads only those of its cell. */
import { join } from 'node:path';
import type { BrokerKind } from '../../sandbox/engine/cell.ts';
import { root } from '../root.ts';
import type { Bundle } from './bundle.ts';
import { COMMON, loadBundler } from './bundler.ts';

/** The entry of each kind is `sandbox/brokers/<kind>/<kind>.ts`, which exports its definition under that name. */
export async function bundleBroker(kind: BrokerKind): Promise<Bundle> {
  const { build } = await loadBundler();
  const sourcefile = `${kind}-entry.ts`;
  const { outputFiles, metafile } = await build({
    ...COMMON,
    stdin: {
      contents: `import { ${kind} } from './${kind}.ts'; $inflight.broker('${kind}', ${kind});`,
      resolveDir: join(root, 'sandbox', 'brokers', kind),
      sourcefile,
    },
    format: 'iife',
    platform: 'browser',
    absWorkingDir: root,
  });
  const inputs = Object.keys(metafile.inputs).filter((input) => !input.endsWith(sourcefile));
  return { file: `broker-${kind}.js`, text: outputFiles[0]?.text ?? '', inputs };
}
