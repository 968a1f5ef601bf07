/** Stories of connections: protocols, names, and what is refused; on bare sockets, since ioredis does some of it by itself. */
import { type Program, story } from '../program.ts';

const bare = { bare: true };

export const connectionStories: readonly Program[] = [
  story(
    'HELLO, and both protocols side by side',
    `
    A hello
    A hello 3
    A get ~none
    A hgetall ~none
    A hello 2
    A get ~none
    A hello 4
    A hello x
    A hello 2 setname me
    A client getname
    A hello 2 auth default x setname you
    A hello 2 auth nobody x
    A hello 2 setname "a b"
    A hello 2 foo
    A hello 2 auth default`,
    bare,
  ),
  story(
    'AUTH where no password is set',
    `
    A auth x
    A auth default x
    A auth nobody x
    A auth a b c
    A auth`,
    bare,
  ),
  story(
    'CLIENT: names and ids',
    `
    A client getname
    A client setname me
    A client getname
    A client setname "a b"
    A client setname ""
    A client getname
    A3 client getname
    A client id
    A client list
    A client list id 1
    A client list type normal
    A client list type foo
    A client list foo
    A client info
    A client no-evict on
    A client no-evict off
    A client no-evict maybe
    A client foo
    A client
    A client setname
    A client getname x
    A client help`,
    bare,
  ),
  story(
    'PING, ECHO, unknown commands and wrong counts of arguments',
    `
    A ping
    A ping hello
    A3 ping hello
    A ping a b
    A echo ""
    A echo
    A nosuch
    A nosuch a b
    A get
    A get a b
    A time
    A time x
    A info
    A3 info server
    A info nosuch
    A wait 0 10
    A wait x 0
    A wait 0 x
    A wait 0 -1
    A lastsave
    A command foo
    A command docs nosuch
    A command info multi
    A command info nosuch
    A command getkeys get ~a
    A config get nosuch
    A config foo
    A config get
    A config set nosuch 1
    A config set
    A config help`,
    bare,
  ),
  story(
    'SELECT, RESET and QUIT',
    `
    A select 99
    A select -1
    A select x
    A multi
    A reset
    A exec
    B3 get ~none
    B reset
    B get ~none
    C subscribe ~a
    C reset
    C ping
    D quit`,
    bare,
  ),
];
