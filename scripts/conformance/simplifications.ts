/** What is known to be otherwise than in Redis 7.0, and what is not compared, with the reason; the site shows both. */

/** In words for the reader of the table. */
export const SIMPLIFICATIONS: readonly string[] = [
  'CLIENT SETINFO is answered as in Redis 7.2, because newer clients send it first; 7.0 does not know it.',
  'Members of sets keep the order in which they came, and so do the patterns of a client that hears a message by several; Redis promises no order.',
  'INFO, CLIENT LIST and CONFIG hold what clients and courses read, not all that Redis tells.',
  'CONFIG SET takes no new port, password or longest argument. How large small collections and the nodes of streams may be can be set, but the defaults count.',
  'SCAN and its kin go through large collections in an order of their own; small ones they answer at once, as Redis does.',
  'COMMAND INFO leaves out hints and key specifications, COMMAND DOCS everything. Keyspace notifications can be set, but none is sent.',
  'A replica gets each key that has changed as a whole, from simulated masters only (PSYNC is refused to others), and always everything when it connects anew. Offsets count the commands as they were sent. A silent link is never given up, and min-replicas-to-write and FAILOVER are not there.',
  'Scripts, functions, modules, access control lists, cluster, bitmaps, HyperLogLogs and geography are not there: unknown command.',
];

/** Commands of the model that cannot be compared, and why. */
export const NOT_SENT: Readonly<Record<string, string>> = {
  'client|setinfo': 'Redis 7.0 does not have it; contract tests hold what 7.2 answers.',
  psync: 'It would make a replica of the client; contract tests run it on pairs of their own.',
  'command|count': 'It counts every command that there is.',
  command: 'It tells of every command that there is. What COMMAND INFO tells of each of ours is compared.',
};

/** Commands that would disturb others: they are sent only to a server that the comparison starts for itself. */
export const OWN_SERVER_ONLY: ReadonlySet<string> = new Set([
  'flushall',
  'swapdb',
  'config|set',
  'config|resetstat',
  'config|rewrite',
  'client|kill',
  'replicaof',
  'slaveof',
  'replconf',
]);
