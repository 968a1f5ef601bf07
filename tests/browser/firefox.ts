/** Firefox, started headless at a page with a profile of its own; nobody drives it, the page reports by itself. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nothing of its own: no first-run pages, no reports, no updates. */
const PREFERENCES = [
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("browser.aboutwelcome.enabled", false);',
  'user_pref("browser.startup.homepage_override.mstone", "ignore");',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);',
  'user_pref("app.update.enabled", false);',
  'user_pref("network.captive-portal-service.enabled", false);',
  'user_pref("network.connectivity-service.enabled", false);',
];

/** Returns a function that ends it and removes its profile. */
export function startFirefox(program: string, url: string): () => Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'inflight-firefox-'));
  writeFileSync(join(profile, 'user.js'), PREFERENCES.join('\n'));
  const child = spawn(program, ['--headless', '--new-instance', '--profile', profile, url], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  return async () => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}
