/** Commands about master and replicas: who is what, who follows whom, and waiting for replicas. */
import { ANSWERED, BLOCKED, type Call, type Command } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { array, CommandError, integer, OK, type Reply, status, syntaxError, word } from '../reply.ts';

export const replicationCommands: readonly Command[] = [
  { name: 'role', arity: 1, flags: [], run: role },
  { name: 'replicaof', arity: 3, flags: [], run: follow },
  { name: 'slaveof', arity: 3, flags: [], run: follow },
  { name: 'wait', arity: 3, flags: ['blocking'], run: waitForReplicas },
  { name: 'replconf', arity: -1, flags: [], run: configure },
  { name: 'psync', arity: -3, flags: [], run: synchronize },
];

function role({ server: { isReplica, following, followers } }: Call): Reply {
  if (isReplica) {
    const { master, state } = following;
    const offset = state === 'connected' ? followers.offset : -1;
    return array([word('slave'), word(master?.host ?? ''), integer(master?.port ?? 0), word(state), integer(offset)]);
  }
  const replicas = followers.all.flatMap(({ port, ackedOffset }) =>
    ackedOffset === null ? [] : [array([word('127.0.0.1'), word(String(port)), word(String(ackedOffset))])],
  );
  return array([word('master'), integer(followers.offset), array(replicas)]);
}

/** `NO ONE` makes a master of it, anything else is the address of one (replicaofCommand in replication.c). */
function follow(call: Call): Reply {
  const { server, client } = call;
  if (call.word(1) === 'NO' && call.word(2) === 'ONE') {
    if (server.isReplica) server.promote();
    return OK;
  }
  if (server.followers.has(client)) throw new CommandError('ERR Command is not valid when client is a replica.');
  const port = parseInteger(call.text(2));
  if (port === undefined || port < 0n || port > 65_535n) throw new CommandError('ERR Invalid master port');
  const master = { host: call.text(1), port: Number(port) };
  const known = server.following.master;
  if (known?.host.toLowerCase() === master.host.toLowerCase() && known.port === master.port) {
    return status('OK Already connected to specified master');
  }
  server.follow(master);
  return OK;
}

/** How many replicas have everything that was written before the client's last command was done (waitCommand in replication.c). */
function waitForReplicas(call: Call): Reply | typeof BLOCKED {
  const { client, database, server, source } = call;
  if (server.isReplica) throw new CommandError(WAIT_AT_A_REPLICA);
  const wanted = call.integer(1);
  const timeoutMs = parseInteger(call.text(2));
  if (timeoutMs === undefined) throw new CommandError('ERR timeout is not an integer or out of range');
  if (timeoutMs < 0n) throw new CommandError('ERR timeout is negative');
  const count = (): number => server.followers.countAcked(client.writtenTo);
  if (count() >= wanted || !call.mayBlock) return integer(count());
  const attempt = (): Reply | undefined => (count() >= wanted ? integer(count()) : undefined);
  server.waitingRoom.enter(
    { client, database, keys: [], command: 'WAIT', source, wants: 'replica', attempt, onTimeout: () => integer(count()) },
    Number(timeoutMs) * 1_000,
  );
  server.followers.askForAcks();
  return BLOCKED;
}

const WAIT_AT_A_REPLICA =
  'ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.';

/** What a replica says of itself before it is one, and how far it is afterwards: that gets no answer. */
function configure(call: Call): Reply | typeof ANSWERED {
  if (call.args.length % 2 === 0) throw syntaxError();
  const { client, server } = call;
  for (let index = 1; index < call.args.length; index += 2) {
    const option = call.word(index);
    if (option === 'ACK') {
      if (!server.followers.has(client)) return ANSWERED;
      server.followers.acked(client, call.number(index + 1));
      server.waitingRoom.serveAcked();
      return ANSWERED;
    }
    if (option === 'LISTENING-PORT') client.listeningPort = call.number(index + 1);
    else if (option !== 'CAPA' && option !== 'IP-ADDRESS') throw new CommandError(`ERR Unrecognized REPLCONF option: ${call.text(index)}`);
  }
  return OK;
}

/** A replica of ours asks with one word more: what it gets is not the file that a real Redis would read. */
function synchronize(call: Call): typeof ANSWERED {
  if (call.args.length !== 4 || call.text(3) !== 'inflight') {
    throw new CommandError('ERR This Redis is simulated: only simulated ones can be its replicas');
  }
  const { isReplica, following } = call.server;
  if (isReplica && following.state !== 'connected') throw new CommandError("NOMASTERLINK Can't SYNC while not connected with my master");
  call.server.followers.add(call.client, call.client.listeningPort);
  return ANSWERED;
}
