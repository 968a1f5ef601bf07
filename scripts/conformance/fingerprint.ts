/**
 * The fingerprint of what was compared: the statements of the broker's files, without types, comments, layout, imports and exports,
 * in no order. So a comment, a type, or a function that moves to another file needs no new comparison; whatever may change
 * what the broker does, does.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, tokenizer } from 'acorn';
import ts from 'typescript';
import { root } from '../root.ts';
import { modelFiles } from './model-source.ts';

const PARTS_FOLDER = join('sandbox', 'brokers', 'parts');
const SYNTAX = { ecmaVersion: 'latest', sourceType: 'module' } as const;

/** With the parts that the broker shares with others. */
export function modelFingerprint(): string {
  const sources = modelFiles().map(textOf);
  const parts = new Set(sources.flatMap((source) => [...source.matchAll(/\/parts\/([\w-]+\.ts)'/g)].map(([, name]) => name ?? '')));
  return fingerprintOf([...sources, ...[...parts].map((name) => textOf(join(PARTS_FOLDER, name)))]);
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Of TypeScript sources. */
export function fingerprintOf(sources: readonly string[]): string {
  const statements = sources.flatMap(statementsOf).sort();
  return createHash('sha256').update(statements.join('\n')).digest('hex').slice(0, 16);
}

function statementsOf(source: string): string[] {
  const target = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  const text = ts.transpileModule(source, { compilerOptions: target }).outputText;
  return parse(text, SYNTAX).body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') return [];
    // A file by itself that imports nothing is made strict.
    if (statement.type === 'ExpressionStatement' && statement.directive !== undefined) return [];
    const bare = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return bare ? [tokensOf(text.slice(bare.start, bare.end))] : [];
  });
}

function tokensOf(text: string): string {
  return [...tokenizer(text, SYNTAX)].map(({ start, end }) => text.slice(start, end)).join(' ');
}
