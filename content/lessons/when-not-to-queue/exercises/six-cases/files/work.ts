/** The six kinds of work that the shop hands on, and where each one is offered for a call. */
export type Work = 'login' | 'price' | 'reserve' | 'mail' | 'video' | 'settle';
export type Way = 'call' | 'queue';

export const ports: Record<Work, number> = { login: 8081, price: 8082, reserve: 8083, mail: 8084, video: 8085, settle: 8086 };
