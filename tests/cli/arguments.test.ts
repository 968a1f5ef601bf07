/** Arguments of the command line: bad ones are told in one sentence. */
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../scripts/inflight/arguments.ts';

const read = (text: string) => readArguments(text === '' ? [] : text.split(' '), '/shop');

describe('the arguments', () => {
  test('of run', () => {
    expect(read('run cells/a --seed 7 --trace a.txt --json --against real')).toEqual({
      name: 'run',
      folder: '/shop/cells/a',
      seed: 7,
      trace: '/shop/a.txt',
      json: true,
      real: true,
    });
  });

  test('of grade', () => {
    expect(read('grade /exercises/a')).toEqual({ name: 'grade', folder: '/exercises/a', answer: null, seeds: null, json: false });
  });

  test('of serve: the usual port of Redis, or the ports that are named', () => {
    expect(read('serve')).toEqual({ name: 'serve', ports: new Map([['redis', 6379]]) });
    expect(read('serve --redis 0 --rabbitmq 7001')).toEqual({
      name: 'serve',
      ports: new Map([
        ['redis', 0],
        ['rabbitmq', 7001],
      ]),
    });
  });

  test.each([
    ['', 'Say what to do: run, grade, objectives or serve.'],
    ['walk', 'There is no command "walk"; there are: run, grade, objectives, serve.'],
    ['run', 'run needs the folder of a cell.'],
    ['grade', 'grade needs the folder of an exercise.'],
    ['run a b', 'run takes one folder; "b" is too much.'],
    ['run a --seed x', '--seed takes a whole number from 0, not "x".'],
    ['run a --seed 1.5', '--seed takes a whole number from 0, not "1.5".'],
    ['run a --seed -1', '--seed needs a value.'],
    ['run a --json=yes', '--json takes no value.'],
    ['grade a --seeds 0', '--seeds takes a whole number from 1, not "0".'],
    ['run a --against fake', '--against takes "real", not "fake".'],
    ['run a --sed 1', "Unknown option '--sed'."],
    ['objectives a', 'objectives takes no folder; "a" is too much.'],
    ['serve redis', 'serve takes options only; "redis" is too much.'],
    ['serve --redis x', '--redis takes a whole number from 0, not "x".'],
    ['serve --redis 70000', '--redis takes a port from 0 to 65535, not "70000".'],
  ])('"%s" are refused', (text, said) => {
    expect(() => read(text)).toThrow(said);
  });
});
