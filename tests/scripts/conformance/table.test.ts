/** The table that the site shows fits the model of today, and claims nothing that a comparison need not see. */
import { describe, expect, test } from 'vitest';
import { conformance } from '../../../content/conformance.ts';
import { readDeclared } from '../../../scripts/conformance/coverage/declared.ts';
import { UNSEEN_ERRORS } from '../../../scripts/conformance/coverage/requirements.ts';
import { errorTexts } from '../../../scripts/conformance/error-texts.ts';
import { modelFingerprint } from '../../../scripts/conformance/fingerprint.ts';
import { modelledCommands } from '../../../scripts/conformance/model-source.ts';
import { NOT_SENT, OWN_SERVER_ONLY, SIMPLIFICATIONS } from '../../../scripts/conformance/simplifications.ts';
import { tableText } from '../../../scripts/conformance/table.ts';

const table = conformance.redis as NonNullable<(typeof conformance)['redis']>;
const declared = readDeclared();
const modelled = modelledCommands();

describe('the table of Redis', () => {
  test('is of the model as it is: if not, npm run conformance -- --write, with a real server', () => {
    expect(table.fingerprint).toBe(modelFingerprint());
  });

  test('has what the declared coverage has, no more and no less', () => {
    const seen = Object.values(table.seen).flatMap((commands) => Object.entries(commands));
    expect(Object.fromEntries(seen)).toEqual(declared);
    expect(table.behaviours).toBe(Object.values(declared).reduce((sum, kinds) => sum + kinds.length, 0));
  });

  test('no command is without a kind of answer', () => {
    expect(Object.entries(declared).filter(([, kinds]) => kinds.length === 0)).toEqual([]);
  });

  test('every command of the model was compared, or it says why not', () => {
    const told = (name: string) => declared[name.replace('|', ' ')] !== undefined || table.notCompared[name] !== undefined;
    expect(modelled.filter((name) => !told(name))).toEqual([]);
  });

  test('shows no difference, ten thousand sequences, and at least twenty bugs that were all found', () => {
    expect(table.differences).toEqual([]);
    expect(table.sequences).toBeGreaterThanOrEqual(10_000);
    expect(table.bugs.found.length).toBeGreaterThanOrEqual(20);
    expect(table.bugs.missed).toEqual([]);
  });

  test('says the simplifications of today', () => {
    expect(table.simplifications).toEqual(SIMPLIFICATIONS);
  });

  test('reads as it was written', () => {
    expect(JSON.parse(tableText(table))).toEqual(table);
  });
});

test('what is not compared exists: each command, and each error text', () => {
  expect([...Object.keys(NOT_SENT), ...OWN_SERVER_ONLY].filter((name) => !modelled.includes(name))).toEqual([]);
  const texts = errorTexts().map(({ text }) => text);
  expect(Object.keys(UNSEEN_ERRORS).filter((text) => !texts.includes(text))).toEqual([]);
});
