/** placeholder */
export const fetch = {};
