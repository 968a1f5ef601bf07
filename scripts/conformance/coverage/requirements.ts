/** What a comparison must have seen before it may say that nothing differs. */
import { errorTexts } from '../error-texts.ts';
import { modelledCommands } from '../model-source.ts';
import { NOT_SENT } from '../simplifications.ts';
import { type Declared, notSeen, type Seen } from './coverage.ts';

/** Error texts that a comparison cannot bring about, and why. */
export const UNSEEN_ERRORS: Readonly<Record<string, string>> = {
  "ERR Unrecognized option '…'": 'CLIENT SETINFO alone answers it, which 7.0 does not have.',
  'ERR Command is not valid when client is a replica.': 'It is said to a replica; contract tests run pairs of servers.',
  "NOMASTERLINK Can't SYNC while not connected with my master": 'It is said to a replica of a replica, which is not compared.',
  'ERR This Redis is simulated: only simulated ones can be its replicas': 'A real Redis sends the other one a file of all that it has.',
  'ERR … cannot contain spaces, newlines or special characters.': 'CLIENT SETINFO alone answers it, which 7.0 does not have.',
};

/** A sentence for each thing that was not seen. `errors` are the texts of all errors that the real server answered. */
export function gapsIn(seen: Seen, declared: Declared, errors: ReadonlySet<string>): string[] {
  const commands = modelledCommands().filter((name) => NOT_SENT[name] === undefined);
  const undeclared = commands.filter((name) => declared[name.replace('|', ' ')] === undefined);
  const texts = [...errors];
  const unheard = errorTexts().filter(
    ({ text, pattern }) => UNSEEN_ERRORS[text] === undefined && !texts.some((said) => pattern.test(said)),
  );
  return [
    ...notSeen(declared, seen).map((gap) => `${gap} was not seen.`),
    ...undeclared.map((name) => `${name} is in the model, but not in the declared coverage (npm run conformance -- --declare).`),
    ...unheard.map(({ text }) => `The model can answer "${text}", which the real server never did.`),
  ];
}
