/** Small programs with the corners of the language that markers could disturb; each logs what it does. */
export const CORPUS: Readonly<Record<string, string>> = {
  'labels and continue': `
    outer: for (let i = 0; i < 4; i++) {
      for (const j of [0, 1, 2]) { if (j === 1) continue outer; if (i === 2) break outer; console.log(i, j); }
    }
    block: { console.log('in'); if (Math.abs(-1)) break block; console.log('never'); }`,
  'switch with lexical cases': `
    function pick(n: number) { switch (n) { case 1: let x = 'one'; return x; case 2: case 3: { break; } default: return 'other'; } return 'some'; }
    console.log([1, 2, 3, 4].map(pick));`,
  'bodies without braces': `
    for (let i = 0; i < 6; i++) if (i % 2) console.log('odd', i); else if (i > 3) console.log('big', i); else ;
    let n = 3; while (n--) ; do n++; while (n < 2); console.log(n);
    for (const key in { a: 1, b: 2 }) console.log(key);`,
  'a dangling else': `const f = (a: boolean, b: boolean) => { if (a) if (b) return 'ab'; else return 'a'; return 'none'; };
    console.log(f(true, true), f(true, false), f(false, true));`,
  'endless for that breaks': `let i = 0; for (;;) if (++i > 3) break; console.log(i); for (;;) { if (i-- < 0) break; } console.log(i);`,
  'let of a for loop is fresh in each turn': `const all = []; for (let i = 0; i < 3; i++) { all.push(() => i); } console.log(all.map((f) => f()));
    const more: (() => number)[] = []; for (let i = 0, n = (more.push(() => i), 3); more.push(() => i), i < n; more.push(() => i), i++); console.log(more.map((f) => f()));`,
  'concise arrows': `const o = () => ({ a: 1 }); const s = () => (1, 2); const c = (a: number) => (b: number) => a + b; const t = () => \`x\${1}\`; const r = () => /x/g;
    console.log(o(), s(), c(1)(2), t(), String(r()), (() => {})(), (x => x?.y?.z)({ y: { z: 3 } } as any));`,
  'names and lengths stay': `const f = (a: number, b: number) => a; const g = async function () {}; class C { m(a: number) {} static s = () => {}; get x() { return 1; } }
    console.log(f.name, f.length, g.name, C.name, C.prototype.m.name, C.prototype.m.length, C.s.name);`,
  'default parameters and destructuring': `
    let n = 0; function next() { return ++n; }
    function f(a = next(), { b = next(), ...rest }: any = { c: next() }, [d = next()] = []) { return [a, b, rest, d]; }
    console.log(f(), f(7), f(7, { b: 8, z: 9 }, [10])); const { x = next(), ...others } = { y: 1 } as any; console.log(x, others);`,
  'a parameter and a function of the same name': `function f(a: any, g = () => a) { function a2() {} { function a() {} } return [typeof a, typeof g()]; } console.log(f(1)); function h(a: any) { var a: any; return a; } console.log(h(2));`,
  hoisting: `console.log(early()); function early() { return late(); function late() { return 'late'; } } { console.log(inner()); function inner() { return 'block'; } }`,
  directives: `function f() { 'use strict'; 'use other'; return this === undefined; } console.log(f());  function g() { 'only'; } console.log(g());`,
  'constructors and super': `
    class A { v = 1; constructor(public x: number) { console.log('A', x); } get double() { return this.x * 2; } set double(y) { this.x = y / 2; } }
    class B extends A { w = this.v + 1; #p = () => this.w; static made = 0; static { B.made += 10; } constructor(y: number) { const z = y + 1; super(z); B.made++; } get p() { return this.#p(); } }
    class C extends A {} class D extends A { constructor() { try { (this as any).x; } catch (e) { console.log((e as Error).name); } super(5); } }
    const b = new B(1); b.double = 10; console.log(b.x, b.double, b.w, b.p, B.made, new C(9).x, new D().x);
    class E extends A { constructor() { return { x: 'other' } as any; } } console.log(new E().x);
    class F extends A { constructor() { if (0) super(1); } } try { new F(); } catch (e) { console.log((e as Error).name); }`,
  'getters, setters, computed and symbol names': `
    const key = 'k'; const o = { get a() { return 1; }, set a(v) { console.log('set', v); }, [key + 1]() { return 2; }, async *[Symbol.asyncIterator]() { yield 1; }, *gen() { yield 2; } };
    o.a = 5; console.log(o.a, (o as any).k1(), [...o.gen()]); for await (const x of o) console.log(x);`,
  'new.target and arguments': `function F(this: any) { return [new.target === undefined, arguments.length, (() => arguments[0])()]; } console.log((F as any)(4, 5)); const o = { arguments: 1, m() { return arguments.length; } }; console.log(o.arguments, o.m());`,
  'try, catch, finally with return': `
    function f(n: number) { try { if (n === 0) return 'try'; if (n === 1) throw new Error('x'); } catch (e) { return (e as Error).message; } finally { console.log('finally', n); if (n === 2) return 'finally'; } return 'after'; }
    console.log(f(0), f(1), f(2), f(3)); function g() { for (const i of [1, 2, 3]) { try { continue; } finally { if (i === 2) break; console.log(i); } } } g();
    try { try { throw 1; } finally { console.log('f'); } } catch { console.log('c'); }`,
  'async order': `
    const wait = async (n: number) => { for (let i = 0; i < n; i++) await null; return n; };
    const a = async () => { console.log('a1'); await wait(2); console.log('a2'); return 'A'; }; const b = async () => { console.log('b1'); console.log(await a()); return a(); };
    const c = async () => await b(); const all = await Promise.all([a(), b(), c(), wait(5)]); console.log(all);
    a().then((x) => console.log('then', x)); (async () => { try { return await Promise.reject(new Error('no')); } catch (e) { console.log((e as Error).message); } finally { await null; console.log('fin'); } })(); await wait(9);`,
  'await everywhere': `
    const p = async (x: any) => x; const o = { f: async () => 3, n: { m: 4 } };
    console.log(await p(1) + await p(2), await (await p(o)).f(), (await p(o))?.n?.m, [await p(1), ...(await p([2]))], { k: await p(1), [await p('c')]: 2 }, \`t\${await p(3)}\`, (await p(2)) ** 2, !await p(0), typeof await p(1), await p(1) ? await p('y') : 0, (await p(0)) ?? 1, await (1, p(2)));
    for (let i = await p(0); i < await p(2); i += await p(1)) console.log('i', i); while (await p(false)); if (await p(true)) console.log(await p('x'), await p('y')); switch (await p(1)) { case await p(1): console.log('case'); }
    const { d = await p(9) } = await p({}); let e; e = await p(5); console.log(d, e); (await p((x: any) => console.log(x)))(await p('called')); new (await p(class { constructor() { console.log('new'); } }))(); throw await p(new TypeError('end'));`,
  generators: `
    function* g(): any { let x; try { x = yield 1; console.log('got', x); yield; yield* [x, 8]; x = yield* h(); console.log('h', x); const [q, r] = [yield 'q', yield 'r']; console.log(q, r); } catch (e) { console.log('caught', e); yield 'c'; } finally { console.log('fin'); yield 'f'; } return 'end'; }
    function* h(): any { const a = yield 'h1'; return a; }
    const i = g(); console.log(i.next(0), i.next('X'), i.next(), i.next(), i.next(), i.next('A'), i.next('B'), i.next(), i.next()); try { i.throw('T'); } catch (e) { console.log('thrown', e, i.next()); }
    const j = g(); j.next(); console.log(j.return('R'), j.next(), j.next()); const k = g(); try { k.throw(new Error('early')); } catch (e) { console.log((e as Error).message); } for (const v of g()) { console.log(v); break; }`,
  'async generators': `
    async function* g(n: number): any { try { for (let i = 0; i < n; i++) { const x = yield Promise.resolve(i); console.log('x', x); await null; } return Promise.resolve('ret'); } catch (e) { console.log('caught', e); } finally { await null; console.log('fin'); } }
    const i = g(2); console.log(await i.next(), await i.next('a'), await i.next('b'), await i.next()); const j = g(5); console.log(await Promise.all([j.next(), j.next(1), j.return('r'), j.next(2)]));
    const k = g(3); await k.next(); console.log(await k.throw('t')); async function* d(): any { const r = yield* g(1); console.log('r', r); yield* [7, Promise.resolve(8)]; } for await (const x of d()) console.log(x);
    async function* bad(): any { yield Promise.reject(new Error('bad')); } try { for await (const x of bad()) console.log(x); } catch (e) { console.log((e as Error).message); }`,
  'for await': `
    async function* g() { try { yield 1; yield 2; yield 3; yield 4; } finally { console.log('closed'); await null; } }
    for await (const x of g()) { if (x === 2) continue; if (x === 3) break; console.log(x); } for await (const x of [Promise.resolve('s'), 't']) console.log(x);
    const f = async () => { for await (const x of g()) { try { if (x === 2) return 'out'; } finally { console.log('f', x); } } }; console.log(await f());
    outer: for (const y of [1, 2]) for await (const x of g()) { if (x > 1) continue outer; console.log(y, x); } try { for await (const x of g()) throw new Error('t' + x); } catch (e) { console.log((e as Error).message); } let last; for await (last of g()); console.log(last); for await (const { a = 3 } of [{}] as any[]) console.log(a);`,
  'closures in async loops': `const fs: (() => number)[] = []; for (let i = 0; i < 3; i++) { await null; fs.push(() => i); } console.log(fs.map((f) => f())); const r = []; for (const x of [1, 2]) r.push((async () => { await null; return x; })()); console.log(await Promise.all(r));`,
  'errors from everywhere': `
    const t = (): never => { throw new RangeError('t'); }; const s = async () => t(); try { t(); } catch (e) { console.log((e as Error).name); } await s().catch((e) => console.log(e.message)); new Promise(() => t()).catch((e) => console.log('p', e.message));
    try { [1].forEach(t); } catch (e) { console.log('fe'); } function deep(n: number): number { return n === 0 ? 0 : 1 + deep(n - 1); } console.log(deep(500)); t();`,
  'endless recursion': `function deep(): number { return 1 + deep(); } try { deep(); } catch (e) { console.log((e as Error).name); } const more = (): number => more() + 1; try { more(); } catch (e) { console.log(e instanceof RangeError); }`,
  'own names that the machine uses': `
    const process = { pid: 7 }; const close = () => 'closed'; const location = 'here'; let self = 1; var window = 2; class performance {} function fetch() { return 'mine'; } const $at = 1, $fuel = 2, $from = 3, $pass = 4, $runtime = 5, $1_at = 6, $module0 = 8;
    console.log(process.pid, close(), location, self, window, typeof performance, fetch(), $at, $fuel, $from, $pass, $runtime, $1_at, $module0); { const console2 = console; const setTimeout = 'x'; console2.log(setTimeout); }`,
  'enums, namespaces, parameter properties': `enum Color { Red, Green = 5 } namespace N { export const x = 1; export function f() { return x; } } console.log(Color.Red, Color[5], N.f()); const enum K { A = 'a' } console.log(K.A); abstract class Q { declare y: number; constructor(protected readonly z = 3) {} } console.log(JSON.stringify(new (class extends Q {})()));`,
  using: `const make = (name: string) => ({ [Symbol.dispose]() { console.log('dispose', name); } }); { using a = make('a'); using b = make('b'); console.log('in'); } const f = async () => { await using c = { async [Symbol.asyncDispose]() { console.log('c'); } }; console.log('body'); }; await f();`,
  'optional chaining, tags, spread, sequences': `const tag = (s: any, ...v: any[]) => s.raw.join('|') + v; console.log(tag\`a\${1}b\`, ((a: any) => a?.b?.[0]?.(1))({ b: [(x: number) => x + 1] }), Math.max(...[1, 2]), (1, 2), ((...r: number[]) => r.length)(1, 2, 3)); let u: any; u ??= 4; u ||= 5; u &&= 6; console.log(u, delete ({} as any)?.x, void 0);`,
  'thenables and microtasks': `const thenable = { then(done: (x: number) => void) { console.log('then'); done(5); } }; console.log(await (thenable as any)); queueMicrotask(() => console.log('q')); Promise.resolve().then(() => console.log('r')).then(() => console.log('s')); await null; console.log('m'); await null; console.log('n'); const f = async () => thenable as any; console.log(await f()); const g = async () => { return Promise.resolve(1); }; g().then(() => console.log('g')); await null; await null; console.log('2'); await null; await null;`,
};
