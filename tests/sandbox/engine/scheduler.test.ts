/** The scheduler keeps virtual time, cancels, postpones, and knows when only daemons are left. */
import { expect, test } from 'vitest';
import { Scheduler } from '../../../sandbox/engine/scheduler.ts';

test('time moves to the event that is taken', () => {
  const scheduler = new Scheduler();
  scheduler.at(30, null, () => {});
  scheduler.at(10, null, () => {});
  scheduler.take();
  expect(scheduler.nowMicros).toBe(10);
});

test('a cancelled event is never taken', () => {
  const scheduler = new Scheduler();
  const event = scheduler.at(10, null, () => {});
  scheduler.cancel(event);
  expect(scheduler.take()).toBeUndefined();
});

test('an event of the past is our own bug', () => {
  const scheduler = new Scheduler();
  scheduler.at(10, null, () => {});
  scheduler.take();
  expect(() => scheduler.at(9, null, () => {})).toThrow('before now');
});

test('only daemons are left once the last live event is taken', () => {
  const scheduler = new Scheduler();
  scheduler.at(10, null, () => {});
  scheduler.at(20, null, () => {}, true);
  scheduler.take();
  expect(scheduler.liveCount).toBe(0);
});

test('a postponed event can still be cancelled', () => {
  const scheduler = new Scheduler();
  const event = scheduler.at(10, null, () => {});
  scheduler.postponeNext(50);
  scheduler.cancel(event);
  expect([scheduler.liveCount, scheduler.take()]).toEqual([0, undefined]);
});

test('a postponed event comes before those of the same time that were due later', () => {
  const scheduler = new Scheduler<string>();
  scheduler.at(20, 'second', () => {});
  scheduler.at(10, 'first', () => {});
  scheduler.postponeNext(20);
  expect([scheduler.take()?.owner, scheduler.take()?.owner]).toEqual(['first', 'second']);
});
