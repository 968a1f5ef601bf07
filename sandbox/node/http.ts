/** placeholder */
export const http = {};
