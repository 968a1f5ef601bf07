/** Stands in for the course's shop at home: each deed is a line in outside.jsonl, which every process shares and no crash loses. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const FILE = 'outside.jsonl';

export async function charge(orderId: string, cents: number): Promise<void> {
  await perform({ charge: orderId, cents });
}

export async function sendMail(to: string, subject: string): Promise<void> {
  await perform({ mail: to, subject });
}

export async function insertRow(table: string, key: string, row: unknown): Promise<void> {
  await perform({ table, key, row });
}

/** Of two callers one gets true: only one of them can make a file that is not there yet. */
export async function insertOnce(table: string, key: string, row: unknown = null): Promise<boolean> {
  try {
    writeFileSync(`once-${encodeURIComponent(`${table}/${key}`)}`, '', { flag: 'wx' });
  } catch {
    return false;
  }
  await perform({ table, key, row });
  return true;
}

export async function charges() {
  return deeds()
    .filter((deed) => 'charge' in deed)
    .map(({ charge: orderId, cents }) => ({ orderId, cents }));
}

export async function mails() {
  return deeds()
    .filter((deed) => 'mail' in deed)
    .map(({ mail: to, subject }) => ({ to, subject }));
}

export async function rows(name: string) {
  return deeds()
    .filter(({ table }) => table === name)
    .map(({ key, row }) => ({ key, row }));
}

/** Done first, answered after: a crash can come between the two. What was done goes to stderr, apart from what the cell prints. */
async function perform(deed: Record<string, unknown>): Promise<void> {
  const line = JSON.stringify(deed);
  appendFileSync(FILE, `${line}\n`);
  process.stderr.write(`outside: ${line}\n`);
  await sleep(20);
}

function deeds(): Record<string, unknown>[] {
  const text = readFileSync(FILE, { encoding: 'utf8', flag: 'a+' });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
