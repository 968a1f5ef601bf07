import net from 'node:net';

const server = net.createServer((camera) => {
  const archive = net.connect({ host: 'localhost', port: 7002 });
  // pipe reads on only while the archive's socket has room.
  camera.pipe(archive);
});

server.listen(7001);
