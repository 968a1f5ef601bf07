/** The picture as text: what a page shows before anybody opens it. */
import { expect, test } from 'vitest';
import { depthMarkup, sceneMarkup } from '../../../src/picture/markup.ts';
import { story, told } from './story.ts';

test('before the run the queue is there, its processes are not started, and no message is drawn', () => {
  const markup = sceneMarkup(story.crashedWorker, 'start');
  expect(markup).toContain('not started');
  expect(markup).toContain('orders');
  expect(markup).not.toContain('class="token');
});

test('an unacked message is drawn dashed in the hands of its worker, and leaves a trail when it goes there', () => {
  const delivered = story.crashedWorker.findIndex(({ kind }) => kind === 'messageDelivered');
  const markup = sceneMarkup(story.crashedWorker, delivered, { shapes: ['wide'] });
  expect(markup).toMatch(/class="token hue-0 flight"/);
  expect(markup).toContain('class="trail"');
});

test('a figure says in words what it shows', () => {
  expect(sceneMarkup(story.crashedWorker, 2, { shapes: ['wide'] })).toContain(
    'aria-label="Picture of the run when broker: message 1 waits in orders"',
  );
});

test('a copy that waits is drawn solid while another copy of the same message is in flight', () => {
  const markup = sceneMarkup(story.twoCopies, 'end', { shapes: ['wide'] });
  expect(markup.match(/class="token hue-0 flight"/g)).toHaveLength(1);
  expect(markup.match(/class="token hue-0"/g)).toHaveLength(1);
});

test('a figure of depth over time draws each queue with its limit, for wide pages and for phones', () => {
  const markup = depthMarkup(story.crashedWorker, 'end', { label: 'One waits.' });
  expect(markup.match(/class="depth (wide|narrow)"/g)).toHaveLength(2);
  expect(markup).toContain('orders: 1 waiting');
  expect(markup).toContain('aria-label="One waits."');
});

test('outside, a key that does not fit is cut where a word begins', () => {
  const done = told(
    ['shop', 'effect', { effect: 'mail', key: 'customer of order-12', value: 'Thank you!' }],
    ['shop', 'effect', { effect: 'row', key: 'reservations/order-12', value: '{}' }],
  );
  const markup = sceneMarkup(done, 'end', { shapes: ['narrow'] });
  expect(markup).toContain('mail … of order-12');
  expect(markup).toContain('row …/order-12');
});
