/** The RESP reader: any bytes, cut anywhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RespError, RespReader } from '../../../../sandbox/brokers/redis/protocol/resp-reader.ts';

function encoded(args: readonly Uint8Array[]): Uint8Array {
  const parts = args.flatMap((argument) => [...new TextEncoder().encode(`$${argument.length}\r\n`), ...argument, 13, 10]);
  return Uint8Array.from([...new TextEncoder().encode(`*${args.length}\r\n`), ...parts]);
}

/** The same bytes in pieces. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((one, other) => one - other);
  return [0, ...ends].map((start, index) => bytes.subarray(start, ends[index] ?? bytes.length));
}

function readAll(reader: RespReader): number[][][] {
  const commands: number[][][] = [];
  for (let command = reader.next(); command !== undefined; command = reader.next()) commands.push(command.args.map((bytes) => [...bytes]));
  return commands;
}

test('commands of any bytes come out whole, wherever the bytes are cut', () => {
  const commands = fc.array(fc.array(fc.uint8Array({ maxLength: 30 }), { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(commands, fc.array(fc.nat(2000), { maxLength: 10 }), (sent, places) => {
      const reader = new RespReader();
      const bytes = Uint8Array.from(sent.flatMap((args) => [...encoded(args)]));
      const read = cut(bytes, places).flatMap((piece) => {
        reader.push(piece, () => undefined);
        return readAll(reader);
      });
      expect(read).toEqual(sent.map((args) => args.map((argument) => [...argument])));
    }),
  );
});

test('garbage is either read as words or refused with a RespError, and never anything else', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), (pieces) => {
      const reader = new RespReader();
      try {
        for (const piece of pieces) {
          reader.push(piece, () => undefined);
          readAll(reader);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(RespError);
      }
    }),
  );
});

test('a command knows the line that sent its first byte', () => {
  const reader = new RespReader();
  const lines = (line: number) => () => ({ file: 'program.ts', line });
  reader.push(new TextEncoder().encode('*1\r\n$4\r\nPI'), lines(3));
  expect(reader.next()).toBeUndefined();
  reader.push(new TextEncoder().encode('NG\r\nPING\r\n'), lines(9));
  expect([reader.next()?.source?.line, reader.next()?.source?.line]).toEqual([3, 9]);
});
