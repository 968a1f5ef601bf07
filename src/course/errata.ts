/** Errata: where readers report mistakes. The one place to set it. */

/** The "new issue" address of the course's repository, or null: then the reader gets a report to copy. */
export const newIssueAddress: string | null = null;
