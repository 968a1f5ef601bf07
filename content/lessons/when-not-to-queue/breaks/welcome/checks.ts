/** What the shop promises: a welcome mail for everybody who was told that all is well. */
import type { Check } from '../../../../../sandbox/judge/check.ts';

export const checks: readonly Check[] = [
  {
    id: 'a-mail-for-everybody',
    asks: 'Whoever is told "You are signed up" gets a welcome mail.',
    otherwise: 'somebody who was told "You are signed up" got no mail',
    reads: 'outcome',
    judge: ({ console, effects }) => {
      const told = (console['visitors'] ?? []).flatMap((line) => /^(\w+) was told/.exec(line)?.[1] ?? []);
      const mailed = effects.filter(({ effect }) => effect === 'mail').map(({ key }) => key);
      const forgotten = told.find((visitor) => !mailed.includes(visitor));
      if (forgotten === undefined) return { ok: true };
      return {
        ok: false,
        said: `${forgotten} was told "You are signed up", and nobody will ever send the mail.`,
        expected: `a mail to ${forgotten}`,
        happened: `${told.length} were told, ${new Set(mailed).size} got a mail`,
      };
    },
  },
];
