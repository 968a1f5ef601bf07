/** The meter's position: the learner's line while learner code is on the stack, and 0 at every other moment. */
import { describe, expect, test } from 'vitest';
import { lineOf } from '../../../sandbox/engine/program.ts';
import { compileOne, load } from './run-program.ts';

/** Runs a program that may import `library`, and gives what the library noted: `label@line`, line 0 for none. */
async function noted(text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const notes: string[] = [];
  const program = await compileOne(text, {
    files: { 'worker.ts': text, ...files },
    modules: { library: Object.keys(libraryOf(() => {})) },
  });
  const here = (label: string): void => {
    const line = lineOf(loaded.meter.position(), program.files);
    notes.push(`${label}@${line === undefined ? 0 : line.file === 'worker.ts' ? line.line : `${line.file}:${line.line}`}`);
  };
  const loaded = load(program, { modules: { library: libraryOf(here) } });
  await loaded.main().catch(() => here('rejected'));
  for (let turn = 0; turn < 50; turn += 1) await null;
  here('end');
  return notes;
}

/** Library code: it notes where the learner is, calls back at once or later, and catches what a callback throws. */
function libraryOf(here: (label: string) => void) {
  return {
    note: (label: string, value?: unknown) => {
      here(label);
      return value;
    },
    call: (callback: () => unknown) => {
      const result = callback();
      here('after callback');
      return result;
    },
    guard: (callback: () => unknown) => {
      try {
        callback();
      } catch {
        here('caught');
      }
    },
    later: (callback: () => unknown) =>
      void Promise.resolve()
        .then(callback)
        .then(
          () => here('later done'),
          () => here('later failed'),
        ),
    pull: (values: Iterable<unknown>) => {
      for (const _ of [...values]) here('pulled');
    },
    soon: async (value: unknown) => {
      await null;
      here('library');
      return value;
    },
    each: (names: string[]) => ({
      async *[Symbol.asyncIterator]() {
        for (const name of names) {
          here('next');
          yield name;
          here('resumed');
        }
      },
    }),
  };
}

describe('while learner code runs', () => {
  test('a call keeps its line after a function of the learner in its arguments has returned', async () => {
    const text = `import { note } from 'library';
      function encode() {
        return 1;
      }
      note('sent', encode());`;
    expect(await noted(text)).toEqual(['sent@5', 'end@0']);
  });

  test('a statement after a function that threw has its own line', async () => {
    const text = `import { note } from 'library';
      const fail = () => { throw 1; };
      try {
        fail();
      } catch { note('caught'); }
      new Promise(() => {
        fail();
      }).catch(() => {}); note('after');`;
    expect(await noted(text)).toEqual(['caught@5', 'after@8', 'end@0']);
  });

  test('the head of a loop has its line in each turn', async () => {
    const text = `import { note } from 'library';
      let n = 0;
      while (note('test', n < 2)) {
        n++;
      }
      for (let i = 0;
        note('for', i < 1);
        note('update', i++)) {
        n--;
      }`;
    expect(await noted(text)).toEqual(['test@3', 'test@3', 'test@3', 'for@7', 'update@6', 'for@7', 'end@0']);
  });

  test('branches without braces have their own lines', async () => {
    const text = `import { note } from 'library';
      if (note('no', false)) note('never');
      else if (note('yes', true))
        note('then');`;
    expect(await noted(text)).toEqual(['no@2', 'yes@3', 'then@4', 'end@0']);
  });

  test('an await gives its line back when it goes on', async () => {
    const text = `import { note, soon } from 'library';
      note('sum', (await soon(1)) + (await soon(2)));
      note('next');`;
    expect(await noted(text)).toEqual(['library@0', 'library@0', 'sum@2', 'next@3', 'end@0']);
  });

  test('code of another file has that file', async () => {
    const text = `import { note } from 'library';
      import { twice } from './other.ts';
      note('own', twice());`;
    expect(
      await noted(text, { 'other.ts': `import { note } from 'library';\nexport function twice() {\n  return note('other', 2);\n}` }),
    ).toEqual(['other@other.ts:3', 'own@3', 'end@0']);
  });
});

describe('while no learner code runs', () => {
  test('a library gets its own nothing back after a callback, also one that throws', async () => {
    const text = `import { call, guard, later } from 'library';
      later(() => { call(() => 1); guard(() => { throw 1; }); });
      later(() => { throw 1; });
      later(async () => { await null; throw 1; });`;
    expect(await noted(text)).toEqual(['after callback@2', 'caught@2', 'later done@0', 'later failed@0', 'later failed@0', 'end@0']);
  });

  test('an async function that is suspended leaves nothing behind', async () => {
    const text = `import { note, soon } from 'library';
      const work = async (name: string) => {
        try { await soon(name); await Promise.reject(1); } catch { note('catch'); await soon(1); } finally { note('finally'); await soon(2); }
        return note('return');
      };
      work('a');
      note('started');`;
    expect(await noted(text)).toEqual(['started@7', 'library@0', 'catch@3', 'library@0', 'finally@3', 'library@0', 'return@4', 'end@0']);
  });

  test('a generator puts back whoever resumed it', async () => {
    const text = `import { note, pull, later } from 'library';
      function* numbers() {
        try { note('one'); yield 1; note('two'); yield* [2]; } finally { note('closing'); }
      }
      pull(numbers());
      const some = numbers(); some.next();
      some.return();
      note('after');
      const other = numbers(); other.next();
      later(() => other.return());`;
    expect(await noted(text)).toEqual([
      'one@3',
      'two@3',
      'closing@3',
      'pulled@5',
      'pulled@5',
      'one@3',
      'closing@3',
      'after@8',
      'one@3',
      'closing@3',
      'later done@0',
      'end@0',
    ]);
  });

  test('a library that reads a generator in its own time stays nobody', async () => {
    const text = `import { pull, later } from 'library';
      function* numbers() {
        yield 1;
        yield 2;
      }
      later(() => numbers());
      const source = numbers();
      later(pull.bind(null, source));`;
    expect(await noted(text)).toEqual(['pulled@0', 'pulled@0', 'later done@0', 'later done@0', 'end@0']);
  });

  test('a for await asks its iterator as nobody', async () => {
    const text = `import { note, each } from 'library';
      for await (const name of each(['a', 'b', 'c'])) {
        if (name === 'a') continue;
        note(name);
        if (name === 'b') break;
      }
      note('done');`;
    expect(await noted(text)).toEqual(['next@0', 'resumed@0', 'next@0', 'b@4', 'done@7', 'end@0']);
  });

  test('an async generator leaves nothing behind', async () => {
    const text = `import { note, soon } from 'library';
      async function* orders() {
        try { yield soon(1); note('more'); yield 2; } finally { note('closing'); await soon(3); }
        return soon(4);
      }
      for await (const order of orders()) note('got ' + order);
      const it = orders(); await it.next(); await it.return(5); note('returned');`;
    expect(await noted(text)).toEqual([
      'library@0',
      'got 1@6',
      'more@3',
      'got 2@6',
      'closing@3',
      'library@0',
      'library@0',
      'library@0',
      'closing@3',
      'library@0',
      'returned@7',
      'end@0',
    ]);
  });

  test('a program that fails ends with nothing on the stack', async () => {
    expect(await noted(`import { note } from 'library';\nnote('first');\nthrow 1;`)).toEqual(['first@2', 'rejected@0', 'end@0']);
  });
});
