/** A difference in words: the program as a story that can be pasted, and the two answers. */
import type { Parted } from './comparison.ts';
import { storyText } from './program.ts';

export function partedText({ program, difference }: Parted): string {
  const lines = [
    `${program.name}:`,
    indented(storyText(program)),
    `  real:      ${difference.real}`,
    `  simulated: ${difference.simulated}`,
  ];
  return lines.join('\n').replace(/[^ -~\n→≈]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
