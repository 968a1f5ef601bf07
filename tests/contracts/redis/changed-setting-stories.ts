/** What CONFIG answers that changes a setting: measured on a server of its own, and not asked of one that others use. */
import type { Stories } from './exchange.ts';

export const changedSettingStories: Stories = {
  'CONFIG SET changes (redis.io/commands/config-set, config.c)': [
    ['config set maxmemory 100mb', '+OK'],
    ['config get maxmemory', '*2|$9|maxmemory|$9|104857600'],
    ['config set maxmemory 1g', '+OK'],
    ['config get maxmemory', '*2|$9|maxmemory|$10|1000000000'],
    ['config set maxmemory 0', '+OK'],
    ['config set maxmemory ""', '+OK'],
    ['config set appendonly no', '+OK'],
    ['config set notify-keyspace-events KEA', '+OK'],
    ['config get notify-keyspace-events', '*2|$22|notify-keyspace-events|$3|AKE'],
    ['config set notify-keyspace-events Ex', '+OK'],
    ['config get notify-keyspace-events', '*2|$22|notify-keyspace-events|$2|xE'],
    ['config set notify-keyspace-events KAnm', '+OK'],
    ['config get notify-keyspace-events', '*2|$22|notify-keyspace-events|$3|AKm'],
    ['config set notify-keyspace-events Klgmn', '+OK'],
    ['config get notify-keyspace-events', '*2|$22|notify-keyspace-events|$5|glnKm'],
    ['config set notify-keyspace-events ""', '+OK'],
    ['config get notify-keyspace-events', '*2|$22|notify-keyspace-events|$0|'],
  ],
};
