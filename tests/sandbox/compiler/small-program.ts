/** Random small programs: every loop ends, every generator is read, and each step logs. */
import fc from 'fast-check';

interface Scope {
  readonly inLoop: boolean;
  readonly mayAwait: boolean;
  readonly mayYield: boolean;
}

const KINDS = [
  { head: 'function ', call: 'console.log(f());', mayAwait: false, mayYield: false },
  {
    head: 'async function ',
    call: 'f().then((x) => console.log("then", x), (e) => console.log("caught", e)); await null; try { console.log(await f()); } catch (e) { console.log(e); }',
    mayAwait: true,
    mayYield: false,
  },
  {
    head: 'function* ',
    call: 'const i = f(); console.log(i.next(1), i.next(2)); console.log(i.return(5)); try { console.log(f().throw(6)); } catch (e) { console.log(e); } console.log([...f()]);',
    mayAwait: false,
    mayYield: true,
  },
  {
    head: 'async function* ',
    call: 'const i = f(); console.log(await i.next(1), await i.next(2)); console.log(await i.return(5)); for await (const x of f()) { console.log("x", x); if (x === 3) break; }',
    mayAwait: true,
    mayYield: true,
  },
] as const;

export const smallProgram: fc.Arbitrary<string> = fc
  .constantFrom(...KINDS)
  .chain((kind) =>
    statements(3, { inLoop: false, mayAwait: kind.mayAwait, mayYield: kind.mayYield }).map(
      (body) =>
        `let budget = 40; let tick = 0;\nconst more = () => budget-- > 0;\nconst value = () => ++tick % 5;\n${kind.head}f(): any {\n${body}\n}\n${kind.call}`,
    ),
  );

function statements(depth: number, scope: Scope): fc.Arbitrary<string> {
  return fc.array(statement(depth, scope), { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
}

function statement(depth: number, scope: Scope): fc.Arbitrary<string> {
  const simple = expression(scope).chain((text) =>
    fc.constantFrom(`console.log('s', ${text});`, `${text};`, `if (${text}) console.log('if'); else console.log('else');`),
  );
  const jumps = [
    expression(scope).map((text) => `if (${text} === 1) return ${text};`),
    expression(scope).map((text) => `if (${text} === 2) throw ${text};`),
    ...(scope.inLoop ? [fc.constantFrom('if (value() === 3) continue;', 'if (value() === 4) break;')] : []),
  ];
  if (depth === 0) return fc.oneof(simple, ...jumps);
  const inner = statements(depth - 1, scope);
  const looped = statements(depth - 1, { ...scope, inLoop: true });
  return fc.oneof(
    simple,
    ...jumps,
    fc.tuple(expression(scope), inner, inner).map(([test, yes, no]) => `if (${test} > 2) {\n${yes}\n} else {\n${no}\n}`),
    fc.tuple(inner, inner).map(([block, handler]) => `try {\n${block}\n} catch (e) {\nconsole.log('c', e);\n${handler}\n}`),
    fc.tuple(inner, inner).map(([block, last]) => `try {\n${block}\n} finally {\n${last}\n}`),
    looped.map((body) => `while (more()) {\n${body}\n}`),
    looped.map((body) => `for (let i = 0; i < 3 && more(); i++) {\n${body}\n}`),
    looped.map((body) => `for (const x of [value(), value()]) {\n${body}\n}`),
    ...(scope.mayAwait ? [looped.map((body) => `for await (const x of [value(), Promise.resolve(value())]) {\n${body}\n}`)] : []),
    inner.map((body) => `console.log([1, 2].map((x) => value() + x));\n{\n${body}\n}`),
  );
}

function expression(scope: Scope): fc.Arbitrary<string> {
  return fc.constantFrom(
    'value()',
    '(() => value())()',
    ...(scope.mayAwait ? ['(await value())', '(await (async () => value())())', '((await value()) + (await value()))'] : []),
    ...(scope.mayYield ? ['(yield value())', '(yield)', '(yield* [value(), 2])'] : []),
  );
}
