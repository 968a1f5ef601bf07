import type { Way, Work } from './work.ts';

const needsTheAnswerNow: Record<Work, boolean> = { login: true, price: true, reserve: true, mail: false, video: false, settle: false };

function wayOf(work: Work): Way {
  return needsTheAnswerNow[work] ? 'call' : 'queue';
}

export const ways: Record<Work, Way> = {
  login: wayOf('login'),
  price: wayOf('price'),
  reserve: wayOf('reserve'),
  mail: wayOf('mail'),
  video: wayOf('video'),
  settle: wayOf('settle'),
};
