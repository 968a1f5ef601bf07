/** The type checker's worker. Types never hold up a run; they say what is doubtful, and what could be written next. */
import typescript from 'typescript';
import { checkTypes, type TypeCheckInput } from '../../sandbox/compiler/type-check.ts';
import { callAt, completionsAt, explainCompletion, explanationAt } from '../../sandbox/compiler/type-hints.ts';
import type { TypesAnswers, TypesQuestion, TypesRequest } from './types.ts';

let types: Readonly<Record<string, string>> = {};

self.onmessage = ({ data }: MessageEvent<TypesRequest>) => {
  if (data.kind === 'library') {
    types = JSON.parse(data.library) as Record<string, string>;
    return;
  }
  self.postMessage({ id: data.id, answer: answerTo(data.question, { files: data.files, types }) });
};

function answerTo(question: TypesQuestion, input: TypeCheckInput): TypesAnswers[TypesQuestion['kind']] {
  switch (question.kind) {
    case 'problems':
      return checkTypes(typescript, input);
    case 'completions':
      return completionsAt(typescript, input, question);
    case 'completion':
      return explainCompletion(typescript, input, question, question.name);
    case 'explanation':
      return explanationAt(typescript, input, question);
    case 'call':
      return callAt(typescript, input, question);
  }
}
