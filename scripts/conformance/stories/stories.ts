/** All stories that are compared, with one that sends every command with too few arguments, and one that asks about every command. */

import { modelledCommands } from '../model-source.ts';
import { isKnown, isModelled, isRefused } from '../modelled.ts';
import type { Program } from '../program.ts';
import { NOT_SENT, OWN_SERVER_ONLY } from '../simplifications.ts';
import { RAW } from '../wire/link.ts';
import { blockingStories } from './blocking-stories.ts';
import { clientStories } from './client-stories.ts';
import { collectionStories } from './collection-stories.ts';
import { connectionStories } from './connection-stories.ts';
import { keyStories } from './key-stories.ts';
import { listStories } from './list-stories.ts';
import { pubsubStories } from './pubsub-stories.ts';
import { refusalStories } from './refusal-stories.ts';
import { streamStories } from './stream-stories.ts';
import { transactionStories } from './transaction-stories.ts';
import { typeStories } from './type-stories.ts';
import { wireStories } from './wire-stories.ts';

/** Without the steps that the simulation does not have: it answers them as an unknown command, which the table says. */
export function stories(): Program[] {
  const written = [
    ...listStories,
    ...blockingStories,
    ...keyStories,
    ...connectionStories,
    ...pubsubStories,
    ...transactionStories,
    ...streamStories,
    ...collectionStories,
    ...clientStories,
    ...refusalStories,
    ...typeStories,
    ...wireStories,
  ];
  return [tooFewArguments(), factsOfCommands(), ...written.map(withoutMissing)];
}

/** On a bare socket: nothing of it is to be taken for what it says. */
function tooFewArguments(): Program {
  const refused = modelledCommands()
    .filter((name) => NOT_SENT[name] === undefined && !OWN_SERVER_ONLY.has(name))
    .map((name) => name.split('|'))
    .filter(isRefused);
  return { name: 'too few arguments', clients: [2], bare: true, steps: refused.map((args) => ({ client: 0, args })) };
}

/** Containers alone would tell of subcommands that are missing. */
function factsOfCommands(): Program {
  const steps = modelledCommands()
    .filter((name) => NOT_SENT[name] === undefined)
    .map((name) => ({ client: 0, args: ['command', 'info', name] }));
  return { name: 'what is told of every command', clients: [2], bare: false, steps };
}

function withoutMissing(program: Program): Program {
  return { ...program, steps: program.steps.filter((step) => !('args' in step) || isMeant(step.args)) };
}

/** An unknown command is meant to be one when its name says so. */
function isMeant(args: readonly string[]): boolean {
  return isModelled(args) || args[0] === 'nosuch' || args[0] === RAW || (args[1] === 'foo' && isKnown(args[0] ?? ''));
}
