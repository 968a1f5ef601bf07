/** The `Math` that processes see: the realm's own, with chance from the process's stream. */
import { currentProcess } from './process.ts';

export const virtualMath: Math = Object.create(Object.prototype, Object.getOwnPropertyDescriptors(Math)) as Math;

Object.defineProperty(virtualMath, 'random', {
  value: function random(): number {
    return currentProcess().random();
  },
  writable: true,
  configurable: true,
});
