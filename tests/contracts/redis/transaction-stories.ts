/** What transactions and inline commands answer. */
import { type Stories, WRONGTYPE } from './exchange.ts';

export const transactionStories: Stories = {
  'MULTI: a runtime error stays with its command (semantics.md, Redis, the rest)': [
    ['set s 1', '+OK'],
    ['multi', '+OK'],
    ['incr s', '+QUEUED'],
    ['lpush s a', '+QUEUED'],
    ['set s 5', '+QUEUED'],
    ['exec', `*3|:2|${WRONGTYPE}|+OK`],
    ['get s', '$1|5'],
  ],
  'MULTI: a mistake while queuing discards everything (semantics.md, Redis, the rest)': [
    ['multi', '+OK'],
    ['set s 1', '+QUEUED'],
    ['foo', "-ERR unknown command 'foo', with args beginning with: "],
    ['exec', '-EXECABORT Transaction discarded because of previous errors.'],
    ['get s', '$-1'],
    ['multi', '+OK'],
    ['get', "-ERR wrong number of arguments for 'get' command"],
    ['exec', '-EXECABORT Transaction discarded because of previous errors.'],
  ],
  'MULTI: a mistaken EXEC ends it (execCommandAbort in multi.c)': [
    ['multi', '+OK'],
    ['set s 1', '+QUEUED'],
    ['exec x', "-EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command"],
    ['exec', '-ERR EXEC without MULTI'],
    ['get s', '$-1'],
  ],
  'MULTI: nesting, DISCARD, and EXEC without it (multi.c)': [
    ['exec', '-ERR EXEC without MULTI'],
    ['discard', '-ERR DISCARD without MULTI'],
    ['multi', '+OK'],
    ['multi', '-ERR MULTI calls can not be nested'],
    ['watch a', '-ERR WATCH inside MULTI is not allowed'],
    ['exec', '*0'],
    ['multi', '+OK'],
    ['set s 1', '+QUEUED'],
    ['discard', '+OK'],
    ['get s', '$-1'],
    ['unwatch', '+OK'],
  ],
  'inside MULTI a blocking command answers at once (semantics.md, Redis lists)': [
    ['multi', '+OK'],
    ['blpop a 0', '+QUEUED'],
    ['brpoplpush a b 0', '+QUEUED'],
    ['blmove a b left left 0', '+QUEUED'],
    ['exec', '*3|*-1|$-1|$-1'],
  ],
  'inline commands with quotes (networking.c, sds.c sdssplitargs)': [
    ["set \"a\\x41\\n\" 'q\\'q'", '+OK'],
    ['get "aA\\n"', "$3|q'q"],
    ['  ping  ', '+PONG'],
  ],
};
