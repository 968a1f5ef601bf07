/** The version of Redis whose behaviour is followed and that the greeting names. */
export const REDIS_VERSION = '7.0.15';
