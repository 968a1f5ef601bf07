/** Stories of clients that do something to each other. */
import { type Program, story } from '../program.ts';

const bare = { bare: true };

export const clientStories: readonly Program[] = [
  story(
    'CLIENT UNBLOCK: as if the time were up, or with an error',
    `
    A blpop ~none 0
    B client unblock id-of-A
    B client unblock id-of-A
    A blpop ~none 0
    B client unblock id-of-A error
    A3 xread block 0 streams ~x $
    B client unblock id-of-A timeout
    A brpoplpush ~none ~l 0
    B client unblock id-of-A error
    B client unblock id-of-A foo
    B client unblock id-of-A error x
    B client unblock x
    B client unblock 0
    A get ~none`,
  ),
  story(
    'CLIENT LIST by number and by type',
    `
    A client list id id-of-A id-of-B
    A client list id x
    A client list id
    A client list type pubsub
    B subscribe ~c
    A client list type pubsub
    A client list type master
    A client list type replica
    A client getredir
    A client getredir x`,
    bare,
  ),
  story(
    'questions about the server and oneself',
    `
    A acl whoami
    A3 acl whoami
    A acl whoami x
    A acl foo
    A role
    A3 role
    A role x
    A command count x`,
    bare,
  ),
];
