/** The outcome of a program on one server: what each step brought, and what the database holds in the end. */
import { endState } from './end-state.ts';
import { farewells, isSpoilt } from './farewells.ts';
import { normalFrame, normalFrames } from './normal-form.ts';
import { CLIENT_FACT, namesClients, OTHER_DATABASE, type Program } from './program.ts';
import { Queued, type Told } from './queued.ts';
import { frameText } from './wire/frame.ts';
import { type Heard, heardLines } from './wire/heard.ts';
import type { Answer, Link } from './wire/link.ts';
import { ask } from './wire/server.ts';
import type { Stage } from './wire/stage.ts';

export interface Outcome {
  /** In the order of the program; a reply that came late stands after the step that brought it. */
  readonly lines: readonly string[];
  /** Each reply with its command, those inside EXEC too. */
  readonly replies: readonly Told[];
  /** Commands that found nothing and waited. */
  readonly waited: readonly (readonly string[])[];
}

const BLOCKING = /^(?:bl|br|bz|xread)/i;

/** Runs the program in an empty database. */
export async function outcomeOf(program: Program, stage: Stage): Promise<Outcome> {
  const run = new ProgramRun(program, stage);
  return await run.toEnd();
}

class ProgramRun {
  readonly #program: Program;
  readonly #stage: Stage;
  #links: Link[] = [];
  #ids: readonly string[] = [];
  readonly #waiting = new Set<Link>();
  readonly #lines: string[] = [];
  readonly #replies: Told[] = [];
  readonly #waited: (readonly string[])[] = [];
  readonly #queued: Queued[] = [];
  readonly #heard = new Map<Link, Heard[]>();

  constructor(program: Program, stage: Stage) {
    this.#program = program;
    this.#stage = stage;
  }

  async toEnd(): Promise<Outcome> {
    const { clients, bare } = this.#program;
    const { control } = this.#stage.server;
    control.send([['flushdb']]);
    this.#links = await Promise.all(clients.map((protocol) => this.#stage.link({ protocol, bare })));
    await control.idle();
    control.take();
    if (namesClients(this.#program)) this.#ids = await Promise.all(this.#links.map((link) => ask(link, ['client', 'id'])));
    for (const run of runsOf(this.#program)) {
      if ('waitMs' in run) await new Promise((resolve) => setTimeout(resolve, run.waitMs));
      else await this.#do(run.client, run.commands);
      if (this.#waiting.size > 0) await this.#lookWhoWaits();
    }
    for (const link of this.#waiting) this.#lines.push(`${this.#nameOf(link)} still waits`);
    await this.#goOffStage();
    this.#lines.push(...(await endState(control, this.#program)));
    await this.#leave();
    return { lines: this.#lines, replies: this.#replies, waited: this.#waited };
  }

  /** Sends what one client does in a row, and waits until it is answered or blocked. */
  async #do(client: number, written: readonly (readonly string[])[]): Promise<void> {
    const other = String(this.#stage.server.otherDb);
    const told = written.map((args) => args.map((word) => (word === OTHER_DATABASE ? other : word)));
    const commands = told.map((args) => args.map((word) => this.#factOf(word)));
    const link = this.#links[client] as Link;
    if (this.#waiting.has(link)) {
      if (mayBlock(commands[0])) this.#lines.push(`${this.#nameOf(link)} has to wait before ${commands.flat().join(' ')}`);
      else link.send(commands, told);
      return;
    }
    link.send(commands, told);
    const [first] = commands;
    if (mayBlock(first) && (await this.#isBlocked(link))) this.#waited.push(first ?? []);
    else await link.idle();
    this.#collect(link);
  }

  /** Resolves to true when it waits, to false when it is answered. */
  async #isBlocked(link: Link): Promise<boolean> {
    const answered = link.idle();
    while (!link.isIdle) {
      const blocked = (await this.#stage.server.blocked()).has(link.address);
      if (blocked && !link.isIdle) {
        this.#waiting.add(link);
        this.#lines.push(`${this.#nameOf(link)} waits`);
        return true;
      }
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 1))]);
    }
    return false;
  }

  /** Whoever no longer waits has an answer by now, or on its way. */
  async #lookWhoWaits(): Promise<void> {
    const blocked = await this.#stage.server.blocked();
    for (const link of [...this.#waiting]) {
      if (blocked.has(link.address)) continue;
      this.#waiting.delete(link);
      await this.#isBlocked(link);
      this.#collect(link);
    }
  }

  /** Ends what a connection may be in the middle of. What a listener has heard has come when a ping comes back. */
  async #goOffStage(): Promise<void> {
    const present = this.#links.filter((link) => !this.#waiting.has(link));
    for (const link of present) if (!link.isClosed) link.send(farewells(this.#program, this.#links.indexOf(link)));
    await Promise.all(present.map((link) => link.idle()));
    for (const link of present) {
      this.#collect(link);
      for (const line of heardLines(this.#heard.get(link) ?? [])) this.#lines.push(`${this.#nameOf(link)} ${line}`);
      if (link.isClosed) this.#lines.push(`${this.#nameOf(link)} ${link.isStuck ? 'is not answered' : 'was hung up on'}`);
    }
  }

  async #leave(): Promise<void> {
    const { clients, bare } = this.#program;
    const gone: Link[] = [];
    for (const [client, link] of this.#links.entries()) {
      const protocol = clients[client];
      if (protocol === undefined || !link.isIdle || link.isClosed || isSpoilt(this.#program, client)) gone.push(link);
      else this.#stage.giveBack(link, { protocol, bare });
    }
    await this.#stage.discard(gone);
  }

  #collect(link: Link): void {
    const { answers, messages } = link.take();
    for (const answer of answers) this.#tell(link, answer);
    if (messages.length > 0) this.#heard.set(link, [...(this.#heard.get(link) ?? []), ...messages]);
  }

  #tell(link: Link, { args, frames }: Answer): void {
    const client = this.#links.indexOf(link);
    for (const frame of normalFrames(args, frames)) {
      const inside = this.#queuedBy(client).hear(args, frame);
      const items = inside.map((told) => normalFrame(told.args, told.frame));
      const whole = inside.length === 0 ? frame : { ...frame, items };
      this.#replies.push({ args, frame: whole }, ...inside.map((told, index) => ({ args: told.args, frame: items[index] ?? frame })));
      this.#lines.push(`${this.#nameOf(link)} ${args.join(' ')} → ${frameText(whole)}`);
    }
  }

  #queuedBy(client: number): Queued {
    const found = this.#queued[client] ?? new Queued();
    this.#queued[client] = found;
    return found;
  }

  /** Another client's number or address, which each server gives anew; told by the words of the story. */
  #factOf(word: string): string {
    const [, fact, name = ''] = CLIENT_FACT.exec(word) ?? [];
    const client = name.charCodeAt(0) - 'A'.charCodeAt(0);
    if (fact === undefined) return word;
    return (fact === 'id' ? this.#ids[client] : this.#links[client]?.address) ?? word;
  }

  #nameOf(link: Link): string {
    return String.fromCharCode('A'.charCodeAt(0) + this.#links.indexOf(link));
  }
}

type Run = { readonly client: number; readonly commands: (readonly string[])[] } | { readonly waitMs: number };

/** Steps of one client in a row are sent together, but for those that may block: what came before is to be read before. */
function runsOf({ steps }: Program): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if ('waitMs' in step) runs.push(step);
    else if (last !== undefined && 'client' in last && last.client === step.client && !mayBlock(step.args) && !mayBlock(last.commands[0]))
      last.commands.push(step.args);
    else runs.push({ client: step.client, commands: [step.args] });
  }
  return runs;
}

/** Without end: a command with a time limit is answered by itself, and nobody has to look whether it waits. */
function mayBlock(args: readonly string[] | undefined): boolean {
  const [name = '', ...rest] = args ?? [];
  if (!BLOCKING.test(name)) return false;
  const limit = /^xread/i.test(name)
    ? rest[rest.findIndex((word) => /^block$/i.test(word)) + 1]
    : /mpop$/i.test(name)
      ? rest[0]
      : rest.at(-1);
  return Number(limit) === 0;
}
